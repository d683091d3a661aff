//! Which groups are in the picture, and in which of its six colors. A group keeps its slot while others come and go.

use super::State;
use super::choose::sorted;
use crate::analysis::{Breakdown, TtcCurve};
use crate::saved::settings::{Settings, Slots};

/// Curves one picture can carry.
pub const MOST: usize = 6;

/// The chosen groups with their slots, in order of name.
pub fn chosen<'a>(breakdown: &'a Breakdown, settings: &Settings) -> Vec<(u8, &'a TtcCurve)> {
    let slots = in_force(breakdown, settings);
    let place = |name: &str| slots.iter().position(|s| s.as_deref() == Some(name));
    breakdown.shown.groups.iter().filter_map(|g| Some((place(&g.curve.group)? as u8, g))).collect()
}

/// Whether there are more groups than a picture can carry, so that the user has to choose.
pub fn must_choose(breakdown: &Breakdown) -> bool {
    breakdown.shown.groups.len() > MOST
}

/// The slots as they hold for these groups.
pub fn in_force(breakdown: &Breakdown, settings: &Settings) -> Slots {
    let mut slots = match settings.view.chosen.of(breakdown.by) {
        Some(stored) if must_choose(breakdown) => stored.clone(),
        _ => return first_by_name(breakdown),
    };
    let shown = |name: &String| breakdown.shown.groups.iter().any(|g| &g.curve.group == name);
    for slot in &mut slots {
        slot.take_if(|name| !shown(name));
    }
    if slots.iter().all(Option::is_none) { first_by_name(breakdown) } else { slots }
}

/// The slots after a group was taken in or out. The seventh is not taken in, the last one not taken out.
pub fn toggled(mut slots: Slots, name: &str, on: bool) -> Slots {
    let place = slots.iter().position(|s| s.as_deref() == Some(name));
    match (place, on) {
        (None, true) => {
            if let Some(free) = slots.iter_mut().find(|s| s.is_none()) {
                *free = Some(name.to_owned());
            }
        }
        (Some(place), false) if slots.iter().flatten().count() > 1 => slots[place] = None,
        _ => {}
    }
    slots
}

/// Hidden groups take a slot too where all fit, so that a group keeps its color when a small one grows.
fn first_by_name(breakdown: &Breakdown) -> Slots {
    let shown = breakdown.shown.groups.iter().map(|g| &g.curve.group);
    let names = match breakdown.shown.groups.len() + breakdown.hidden.len() {
        0..=MOST => sorted(shown.chain(&breakdown.hidden)),
        // Shown groups are by name already.
        _ => shown.take(MOST).cloned().collect(),
    };
    let mut slots = Slots::default();
    for (slot, name) in slots.iter_mut().zip(names) {
        *slot = Some(name);
    }
    slots
}

impl State {
    fn crowded(&self) -> Option<&Breakdown> {
        self.analysis.as_ref()?.breakdown.as_ref().filter(|b| must_choose(b))
    }

    /// Groups of which some have to be chosen; empty where all fit.
    pub fn groups_to_choose_from(&self) -> Vec<String> {
        let groups = self.crowded().map_or(&[][..], |b| &b.shown.groups);
        groups.iter().map(|g| g.curve.group.clone()).collect()
    }

    /// Those of them in the picture.
    pub fn groups_in_picture(&self) -> Vec<String> {
        let slots = self.crowded().map(|b| in_force(b, &self.settings)).unwrap_or_default();
        slots.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Grouping;
    use crate::state::tests::sample::breakdown;

    fn names(breakdown: &Breakdown, settings: &Settings) -> Vec<(u8, String)> {
        chosen(breakdown, settings).into_iter().map(|(slot, g)| (slot, g.curve.group.clone())).collect()
    }

    fn row(pairs: &[(u8, &str)]) -> Vec<(u8, String)> {
        pairs.iter().map(|(slot, name)| (*slot, (*name).to_owned())).collect()
    }

    #[test]
    fn up_to_six_groups_are_all_shown_and_a_hidden_one_keeps_its_color_free() {
        let settings = Settings::default();
        assert_eq!(names(&breakdown(&["A", "B"], &[]), &settings), row(&[(0, "A"), (1, "B")]));
        assert_eq!(names(&breakdown(&["A", "C"], &["B"]), &settings), row(&[(0, "A"), (2, "C")]));
    }

    #[test]
    fn of_more_than_six_the_first_six_by_name_are_shown() {
        let eight = breakdown(&["A", "B", "C", "D", "E", "F", "G", "H"], &[]);
        let shown = names(&eight, &Settings::default());
        assert_eq!(shown.first(), Some(&(0, "A".to_owned())));
        assert_eq!(shown.last(), Some(&(5, "F".to_owned())));
    }

    #[test]
    fn a_group_keeps_its_color_when_another_one_takes_a_free_place() {
        let eight = breakdown(&["A", "B", "C", "D", "E", "F", "G", "H"], &[]);
        let mut settings = Settings::default();
        let slots = toggled(in_force(&eight, &settings), "B", false);
        settings.view.chosen.set(Grouping::Team, toggled(slots, "H", true));
        let expected = row(&[(0, "A"), (2, "C"), (3, "D"), (4, "E"), (5, "F"), (1, "H")]);
        assert_eq!(names(&eight, &settings), expected);
    }

    #[test]
    fn the_seventh_is_not_taken_in_and_the_last_not_taken_out() {
        let eight = breakdown(&["A", "B", "C", "D", "E", "F", "G", "H"], &[]);
        let full = in_force(&eight, &Settings::default());
        assert_eq!(toggled(full.clone(), "H", true), full);
        let mut one = Slots::default();
        one[3] = Some("D".to_owned());
        assert_eq!(toggled(one.clone(), "D", false), one);
    }

    #[test]
    fn a_choice_of_groups_that_are_gone_falls_back_to_the_first_six() {
        let eight = breakdown(&["A", "B", "C", "D", "E", "F", "G", "H"], &[]);
        let mut settings = Settings::default();
        let mut gone = Slots::default();
        gone[0] = Some("Z".to_owned());
        settings.view.chosen.set(Grouping::Team, gone);
        assert_eq!(names(&eight, &settings).len(), 6);
    }
}
