//! Choices of the user → settings. A rule is kept sensible here, so that no control can send one that is refused.

use super::State;
use super::msg::{Choice, ViewChoice};
use crate::scene::{Groups, Offered, slots};

/// Most observations a rule on the screen looks at.
pub const MOST_OBSERVATIONS: u32 = 20;

impl State {
    pub(super) fn choose(&mut self, choice: Choice) {
        let definition = &mut self.settings.definition;
        match choice {
            Choice::Grouping(grouping) => self.settings.grouping = grouping,
            Choice::K(k) => {
                definition.k = k.clamp(1, MOST_OBSERVATIONS);
                definition.n = definition.n.max(definition.k);
            }
            Choice::N(n) => {
                definition.n = n.clamp(1, MOST_OBSERVATIONS);
                definition.k = definition.k.min(definition.n);
            }
            Choice::Contexts(contexts) => definition.contexts = contexts,
            Choice::Cutoff(cutoff) => definition.cutoff = cutoff,
            Choice::Behaviour { item, on } => {
                let observed = self.scene.as_ref().map_or(&[][..], |s| &s.offered.observed_items);
                definition.behaviours = with_behaviour(&definition.behaviours, observed, &item, on);
            }
        }
    }

    pub(super) fn choose_view(&mut self, choice: ViewChoice) {
        let view = &mut self.settings.view;
        match choice {
            ViewChoice::Bands(on) => view.bands = on,
            ViewChoice::CensorTicks(on) => view.censor_ticks = on,
            ViewChoice::Leavers(leavers) => view.leavers = leavers,
            ViewChoice::Group { name, on } => {
                if let Some(groups) = self.scene.as_ref().and_then(|scene| scene.offered.groups.as_ref()) {
                    let slots = slots::toggled(slots::in_force(groups, view), &name, on);
                    view.chosen.set(groups.by, slots);
                }
            }
        }
    }

    /// What the rule could be made of. What was chosen and is observed no longer stays in sight, to be taken out.
    pub fn offered_behaviours(&self) -> Vec<String> {
        let observed = self.offered().map_or(&[][..], |offered| &offered.observed_items);
        sorted(observed.iter().chain(&self.settings.definition.behaviours))
    }

    pub fn offered(&self) -> Option<&Offered> {
        self.scene.as_ref().map(|scene| &scene.offered)
    }

    fn crowded(&self) -> Option<&Groups> {
        self.offered()?.groups.as_ref().filter(|groups| groups.must_choose())
    }

    /// Groups of which some have to be chosen; empty where all fit.
    pub fn groups_to_choose_from(&self) -> Vec<String> {
        self.crowded().map(|groups| groups.shown.clone()).unwrap_or_default()
    }

    /// Those of them in the picture.
    pub fn groups_in_picture(&self) -> Vec<String> {
        let slots = self.crowded().map(|groups| slots::in_force(groups, &self.settings.view)).unwrap_or_default();
        slots.into_iter().flatten().collect()
    }

    pub fn is_behaviour_chosen(&self, item: &str) -> bool {
        let chosen = &self.settings.definition.behaviours;
        chosen.is_empty() || chosen.iter().any(|b| b == item)
    }

    pub fn is_only_behaviour(&self, item: &str) -> bool {
        self.settings.definition.behaviours == [item] || self.offered_behaviours() == [item]
    }

    /// What was chosen for other data and means nothing for these.
    pub(super) fn drop_choices_of_other_data(&mut self) {
        let definition = &mut self.settings.definition;
        definition.behaviours.clear();
        definition.cutoff = None;
        self.settings.filter.clear();
        self.settings.view.chosen = Default::default();
    }
}

/// Behaviours after one was ticked or not; all of them are the empty list, and the last one stays.
fn with_behaviour(chosen: &[String], observed: &[String], item: &str, on: bool) -> Vec<String> {
    let before = if chosen.is_empty() { observed } else { chosen };
    let item = item.to_owned();
    let set = sorted(before.iter().filter(|b| **b != item).chain(on.then_some(&item)));
    match () {
        () if set.is_empty() => chosen.to_vec(),
        () if set == observed => Vec::new(),
        () => set,
    }
}

/// By name, each once.
fn sorted<'a>(names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut sorted: Vec<String> = Vec::new();
    for name in names {
        if let Err(place) = sorted.binary_search(name) {
            sorted.insert(place, name.clone());
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn behaviours_are_ticked_one_by_one() {
        for (chosen, item, on, expected) in [
            ("", "b", false, "a c"),
            ("a c", "b", true, ""),
            ("a", "c", true, "a c"),
            ("a", "a", false, "a"),
            ("a gone", "gone", false, "a"),
            ("", "a", true, ""),
        ] {
            let found = with_behaviour(&list(chosen), &list("a b c"), item, on);
            assert_eq!(found, list(expected), "{chosen} {item} {on}");
        }
    }

    #[test]
    fn k_and_n_pull_each_other_along() {
        for (choice, expected) in [
            (Choice::K(2), (2, 3)),
            (Choice::K(5), (5, 5)),
            (Choice::N(2), (2, 2)),
            (Choice::N(6), (3, 6)),
            (Choice::K(0), (1, 3)),
            (Choice::N(99), (3, MOST_OBSERVATIONS)),
        ] {
            let mut state = State::default();
            state.choose(choice.clone());
            let found = (state.settings.definition.k, state.settings.definition.n);
            assert_eq!(found, expected, "{choice:?}");
            assert!(state.settings.definition.check().is_ok());
        }
    }
}
