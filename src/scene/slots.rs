//! Which groups are in the picture, and in which of its six colors. A group keeps its slot while others come and go.

use super::Groups;
use super::view::{Slots, View};
use crate::analysis::{Breakdown, TtcCurve};

/// Curves one picture can carry.
pub const MOST: usize = 6;

/// The chosen groups with their slots, in order of name.
pub fn chosen<'a>(breakdown: &'a Breakdown, view: &View) -> Vec<(u8, &'a TtcCurve)> {
    let slots = in_force(&Groups::of(breakdown), view);
    let place = |name: &str| slots.iter().position(|slot| slot.as_deref() == Some(name));
    breakdown.shown.groups.iter().filter_map(|g| Some((place(&g.curve.group)? as u8, g))).collect()
}

impl Groups {
    /// Whether there are more groups than a picture can carry, so that the user has to choose.
    pub fn must_choose(&self) -> bool {
        self.shown.len() > MOST
    }
}

/// The slots as they hold for these groups.
pub fn in_force(groups: &Groups, view: &View) -> Slots {
    let mut slots = match view.chosen.of(groups.by) {
        Some(stored) if groups.must_choose() => stored.clone(),
        _ => return first_by_name(groups),
    };
    for slot in &mut slots {
        slot.take_if(|name| !groups.shown.contains(name));
    }
    if slots.iter().all(Option::is_none) { first_by_name(groups) } else { slots }
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
fn first_by_name(groups: &Groups) -> Slots {
    let names = match groups.shown.len() + groups.hidden.len() {
        0..=MOST => {
            let mut all: Vec<&String> = groups.shown.iter().chain(&groups.hidden).collect();
            all.sort();
            all
        }
        // Shown groups are by name already.
        _ => groups.shown.iter().take(MOST).collect(),
    };
    let mut slots = Slots::default();
    for (slot, name) in slots.iter_mut().zip(names) {
        *slot = Some(name.clone());
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::Grouping;

    fn groups(shown: &[&str], hidden: &[&str]) -> Groups {
        let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Groups { by: Grouping::Team, shown: list(shown), hidden: list(hidden) }
    }

    fn eight() -> Groups {
        groups(&["A", "B", "C", "D", "E", "F", "G", "H"], &[])
    }

    /// Slot and name of the shown groups in the picture, by name.
    fn placed(groups: &Groups, view: &View) -> Vec<(usize, String)> {
        let slots = in_force(groups, view);
        let shown = groups.shown.iter();
        shown.filter_map(|name| Some((slots.iter().position(|s| s.as_ref() == Some(name))?, name.clone()))).collect()
    }

    fn row(pairs: &[(usize, &str)]) -> Vec<(usize, String)> {
        pairs.iter().map(|(slot, name)| (*slot, (*name).to_owned())).collect()
    }

    #[test]
    fn up_to_six_groups_are_all_shown_and_a_hidden_one_keeps_its_color_free() {
        let view = View::default();
        assert_eq!(placed(&groups(&["A", "B"], &[]), &view), row(&[(0, "A"), (1, "B")]));
        assert_eq!(placed(&groups(&["A", "C"], &["B"]), &view), row(&[(0, "A"), (2, "C")]));
    }

    #[test]
    fn of_more_than_six_the_first_six_by_name_are_shown() {
        let shown = placed(&eight(), &View::default());
        assert_eq!(shown.first(), Some(&(0, "A".to_owned())));
        assert_eq!(shown.last(), Some(&(5, "F".to_owned())));
    }

    #[test]
    fn a_group_keeps_its_color_when_another_one_takes_a_free_place() {
        let mut view = View::default();
        let slots = toggled(in_force(&eight(), &view), "B", false);
        view.chosen.set(Grouping::Team, toggled(slots, "H", true));
        let expected = row(&[(0, "A"), (2, "C"), (3, "D"), (4, "E"), (5, "F"), (1, "H")]);
        assert_eq!(placed(&eight(), &view), expected);
    }

    #[test]
    fn the_seventh_is_not_taken_in_and_the_last_not_taken_out() {
        let full = in_force(&eight(), &View::default());
        assert_eq!(toggled(full.clone(), "H", true), full);
        let mut one = Slots::default();
        one[3] = Some("D".to_owned());
        assert_eq!(toggled(one.clone(), "D", false), one);
    }

    #[test]
    fn a_choice_of_groups_that_are_gone_falls_back_to_the_first_six() {
        let mut view = View::default();
        let mut gone = Slots::default();
        gone[0] = Some("Z".to_owned());
        view.chosen.set(Grouping::Team, gone);
        assert_eq!(placed(&eight(), &view).len(), 6);
    }
}
