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
    let mut hidden: Vec<bool> = sizes.iter().map(|&size| 0 < size && size < limit).collect();
    let Total::Shown(total) = total else { return Suppression { overall_hidden: false, hidden } };
    if total >= limit && hidden.contains(&true) {
        let mut by_size: Vec<usize> = (0..sizes.len()).filter(|&at| sizes[at] >= limit).collect();
        by_size.sort_by_key(|&at| sizes[at]);
        let mut next = by_size.into_iter();
        loop {
            let of_hidden = |size: fn(u64) -> u64| {
                let pairs = sizes.iter().zip(&hidden).filter(|(_, hidden)| **hidden);
                pairs.map(|(&people, _)| size(people)).sum::<u64>()
            };
            if of_hidden(|_| 1) >= 2 && of_hidden(|people| people) >= limit {
                break;
            }
            match next.next() {
                Some(at) => hidden[at] = true,
                None => break,
            }
        }
    }
    Suppression { overall_hidden: total < limit, hidden }
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
    fn without_a_total_only_the_small_are_hidden() {
        let found = suppress(&[9, 4, 8], 5, Total::NotShown);
        assert_eq!(found.hidden, [false, true, false]);
        assert!(suppress(&[1, 2], 5, Total::Shown(3)).overall_hidden);
    }
}
