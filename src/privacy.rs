//! Small groups (metrics.md section 10): the one place that decides what is not shown. Every view, file and picture
//! passes through it.

mod filter;

pub use filter::{Dimension, Refused, cuts, filter};

/// What of a breakdown may be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suppression {
    /// The total is of fewer people than the limit.
    pub overall_hidden: bool,
    /// For each group, whether it is hidden.
    pub hidden: Vec<bool>,
}

impl Suppression {
    /// Names of the hidden groups, in the order given.
    pub fn names<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
        names.into_iter().zip(&self.hidden).filter(|(_, hidden)| **hidden).map(|(name, _)| name.to_owned()).collect()
    }
}

/// Whether a breakdown stands beside its total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// Shown, and of so many people.
    Shown(u64),
    NotShown,
}

/// `sizes` are the people behind each group's figure, in order of name; a group of 0 has no figure and takes no part.
///
/// A group below `limit` is hidden. Beside a shown total the next smallest are hidden too (of equal ones the first by
/// name) until at least two are hidden and the hidden ones hold at least `limit` people, so that subtracting what is
/// shown from the total reveals nothing.
pub fn suppress(sizes: &[u64], limit: u64, total: Total) -> Suppression {
    let mut hidden: Vec<bool> = sizes.iter().map(|&size| few(size, limit)).collect();
    let Total::Shown(total) = total else { return Suppression { overall_hidden: false, hidden } };
    if total >= limit {
        hide_more(&mut hidden, sizes, &[], limit);
    }
    Suppression { overall_hidden: total < limit, hidden }
}

/// The same groups under another choice that may be shown as well: their sizes, and what of them is.
#[derive(Clone, Debug)]
pub struct Other {
    pub sizes: Vec<u64>,
    pub shown: Suppression,
}

/// The same beside the sum of the groups, for a choice that leaves people out, as a filter does, where the same groups
/// may be shown without it, or under a choice that leaves out others.
///
/// Nothing may follow about fewer than `limit` people by subtracting what is shown with this choice from what is shown
/// with another. So the choice is refused (`overall_hidden`) when the two differ by fewer in all; a group in which they
/// do is hidden, and so is one that the other hides; and those hidden differ by nobody together, or by as many as the
/// limit. Where no groups can be hidden that are enough for this, the choice is refused as well.
pub fn suppress_choice(sizes: &[u64], others: &[Other], limit: u64) -> Suppression {
    let total: u64 = sizes.iter().sum();
    let mut hidden: Vec<bool> = sizes.iter().map(|&size| few(size, limit)).collect();
    let mut refused = total < limit;
    for Other { sizes: other, shown } in others {
        for (at, hidden) in hidden.iter_mut().enumerate() {
            *hidden |= shown.hidden[at] || few(other[at].abs_diff(sizes[at]), limit);
        }
        refused |= shown.overall_hidden || few(other.iter().sum::<u64>().abs_diff(total), limit);
    }
    let all: Vec<&[u64]> = others.iter().map(|other| &*other.sizes).collect();
    let overall_hidden = refused || !hide_more(&mut hidden, sizes, &all, limit);
    Suppression { overall_hidden, hidden }
}

/// Somebody, and fewer than the limit.
fn few(people: u64, limit: u64) -> bool {
    (1..limit).contains(&people)
}

/// Hides the next smallest groups until the hidden ones with people are two at least and hold enough people together, and
/// as many as under each of the others, or differ by enough. `false` where hiding all of them is not enough.
fn hide_more(hidden: &mut [bool], sizes: &[u64], others: &[&[u64]], limit: u64) -> bool {
    if !hidden.contains(&true) {
        return true;
    }
    let is_safe = |hidden: &[bool]| {
        let of_hidden =
            |sizes: &[u64]| sizes.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(n, _)| n).sum::<u64>();
        let with_people = (0..sizes.len()).filter(|&at| hidden[at] && sizes[at] > 0).count();
        let people = of_hidden(sizes);
        let differs = |other: &&[u64]| few(of_hidden(other).abs_diff(people), limit);
        with_people != 1 && !few(people, limit) && !others.iter().any(differs)
    };
    let mut by_size: Vec<usize> = (0..sizes.len()).filter(|&at| !hidden[at] && sizes[at] > 0).collect();
    by_size.sort_by_key(|&at| sizes[at]);
    for next in by_size {
        if is_safe(hidden) {
            return true;
        }
        hidden[next] = true;
    }
    is_safe(hidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(sizes: &[u64]) -> Total {
        Total::Shown(sizes.iter().sum())
    }

    #[test]
    fn hidden_groups_cannot_be_found_by_subtraction() {
        for (sizes, hidden) in [
            (vec![9, 8, 7], vec![]),
            (vec![9, 4, 8, 7], vec![1, 3]),
            (vec![9, 4, 7, 7], vec![1, 2]),
            (vec![9, 2, 2], vec![0, 1, 2]),
            (vec![9, 3, 2, 10], vec![1, 2]),
            (vec![4, 5], vec![0, 1]),
            (vec![0, 9, 0, 8], vec![]),
            (vec![0, 9, 1, 8], vec![2, 3]),
            (vec![2, 1], vec![0, 1]),
            (vec![4], vec![0]),
            (vec![], vec![]),
        ] {
            let found = suppress(&sizes, 5, total(&sizes));
            let found: Vec<usize> = (0..sizes.len()).filter(|&at| found.hidden[at]).collect();
            assert_eq!(found, hidden, "{sizes:?}");
        }
    }

    #[test]
    fn a_choice_tells_nothing_about_the_few_it_leaves_out() {
        for (sizes, without, hidden) in [
            // Nobody is left out: as without the choice.
            (vec![9, 8], vec![9, 8], Some(vec![])),
            (vec![9, 4, 8, 7], vec![9, 4, 8, 7], Some(vec![1, 3])),
            // Two in all are too few.
            (vec![9, 8], vec![10, 9], None),
            // One of the first team: it is hidden, and so is the second, that seven are missing together.
            (vec![9, 8, 20], vec![10, 14, 20], Some(vec![0, 1])),
            // The next smallest loses nobody, so another one is needed.
            (vec![9, 20, 8], vec![10, 26, 8], Some(vec![0, 1, 2])),
            // Enough of one team alone.
            (vec![9, 8], vec![15, 8], Some(vec![])),
            // Hidden without the choice, hidden with it, although the small one is gone.
            (vec![0, 6, 20], vec![3, 6, 25], Some(vec![0, 1, 2])),
        ] {
            let shown = suppress(&without, 5, total(&without));
            let found = suppress_choice(&sizes, &[Other { sizes: without.clone(), shown }], 5);
            let places = (0..sizes.len()).filter(|&at| found.hidden[at]).collect();
            assert_eq!((!found.overall_hidden).then_some(places), hidden, "{sizes:?} of {without:?}");
        }
    }

    #[test]
    fn two_choices_tell_nothing_about_the_few_between_them() {
        let none = || Suppression { overall_hidden: false, hidden: vec![false; 2] };
        let other = |sizes: &[u64]| Other { sizes: sizes.to_vec(), shown: none() };
        for (sizes, others, hidden) in [
            // Both leave out enough, and one more than the other.
            (vec![10, 13], vec![other(&[15, 15]), other(&[10, 14])], None),
            // One of the first team and one of the second, to and fro.
            (vec![10, 14], vec![other(&[15, 20]), other(&[11, 13])], Some(vec![0, 1])),
            (vec![10, 13], vec![other(&[15, 20]), other(&[10, 13])], Some(vec![])),
        ] {
            let found = suppress_choice(&sizes, &others, 5);
            let places = (0..sizes.len()).filter(|&at| found.hidden[at]).collect();
            assert_eq!((!found.overall_hidden).then_some(places), hidden, "{sizes:?} of {others:?}");
        }
    }

    #[test]
    fn without_a_total_only_the_small_are_hidden() {
        let found = suppress(&[9, 4, 8], 5, Total::NotShown);
        assert_eq!(found.hidden, [false, true, false]);
        assert!(suppress(&[1, 2], 5, Total::Shown(3)).overall_hidden);
    }
}
