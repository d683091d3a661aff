//! Small groups (metrics.md section 10): the one place that decides what is not shown. Every view, file and picture
//! passes through it.

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
        hide_more(&mut hidden, sizes, &[sizes], limit);
    }
    Suppression { overall_hidden: total < limit, hidden }
}

/// The same beside the sum of the groups, for a choice that leaves people out, as a filter does: `without` are the sizes
/// of the same groups without that choice, which may be shown as well, so each is at least that in `sizes`.
///
/// Nothing may follow about fewer than `limit` people who are left out, by subtracting what is shown with the choice from
/// what is shown without it. So the choice is refused (`overall_hidden`) when it leaves out fewer in all; a group it
/// takes fewer from is hidden, and so is one that is hidden without it; and those hidden lose nobody together, or as
/// many as the limit. Where no groups can be hidden that are enough for this, the choice is refused as well.
pub fn suppress_choice(sizes: &[u64], without: &[u64], limit: u64) -> Suppression {
    let left_out: Vec<u64> = without.iter().zip(sizes).map(|(without, size)| without.saturating_sub(*size)).collect();
    let (total, total_left_out) = (sizes.iter().sum::<u64>(), left_out.iter().sum::<u64>());
    let Suppression { mut hidden, overall_hidden } = suppress(without, limit, Total::Shown(without.iter().sum()));
    for (at, hidden) in hidden.iter_mut().enumerate() {
        *hidden |= few(sizes[at], limit) || few(left_out[at], limit);
    }
    let refused = overall_hidden || total < limit || few(total_left_out, limit);
    let overall_hidden = refused || !hide_more(&mut hidden, sizes, &[sizes, &left_out], limit);
    Suppression { overall_hidden, hidden }
}

/// Somebody, and fewer than the limit.
fn few(people: u64, limit: u64) -> bool {
    (1..limit).contains(&people)
}

/// Hides the next smallest groups until the hidden ones with people are two at least, and hold enough people together,
/// or nobody, in each of the `counts`. `false` where hiding all of them is not enough.
fn hide_more(hidden: &mut [bool], sizes: &[u64], counts: &[&[u64]], limit: u64) -> bool {
    if !hidden.contains(&true) {
        return true;
    }
    let is_safe = |hidden: &[bool]| {
        let of_hidden = |counts: &[u64]| counts.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(n, _)| n).sum();
        let with_people = (0..sizes.len()).filter(|&at| hidden[at] && sizes[at] > 0).count();
        with_people != 1 && !counts.iter().any(|counts| few(of_hidden(counts), limit))
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

    #[test]
    fn hidden_groups_cannot_be_found_by_subtraction() {
        let total = |sizes: &[u64]| Total::Shown(sizes.iter().sum());
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
            let found = suppress_choice(&sizes, &without, 5);
            let places = (0..sizes.len()).filter(|&at| found.hidden[at]).collect();
            assert_eq!((!found.overall_hidden).then_some(places), hidden, "{sizes:?} of {without:?}");
        }
    }

    #[test]
    fn without_a_total_only_the_small_are_hidden() {
        let found = suppress(&[9, 4, 8], 5, Total::NotShown);
        assert_eq!(found.hidden, [false, true, false]);
        assert!(suppress(&[1, 2], 5, Total::Shown(3)).overall_hidden);
    }
}
