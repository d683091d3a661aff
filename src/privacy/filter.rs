//! Filters under section 10: one may be used only where nothing follows about fewer people than the limit, whatever else
//! of it is looked at beside it.

use super::{Total, few, suppress};

/// One thing a filter says: of which values the people have to be.
#[derive(Clone, Debug)]
pub struct Dimension {
    /// Value of each person, from 0.
    pub of: Vec<u32>,
    /// For each value whether it is chosen.
    pub chosen: Vec<bool>,
    /// Values have an order, and those chosen stand beside each other: months.
    pub is_range: bool,
}

impl Dimension {
    fn holds(&self, person: usize) -> bool {
        self.chosen[self.of[person] as usize]
    }
}

/// Why a filter shows nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Somebody is left, or nobody, and fewer than the limit.
    Few,
    /// Places of the dimensions of which a choice would tell about fewer by subtraction.
    Tells(Vec<usize>),
}

/// People who are left; or why that may not be told.
///
/// Looked at are all views that are reached by leaving out any of the dimensions. In each of them the values of a
/// remaining dimension are the groups of a breakdown beside its sum, and those chosen have to be groups that may be
/// shown (`suppress`): so what a filter takes away is nobody or as many as the limit, and so is what one more value adds.
/// Of a range the ends have to be where a cut leaves as many as the limit on both sides of it, up to the next cut.
pub fn filter(dimensions: &[Dimension], people: usize, limit: u64) -> Result<u64, Refused> {
    let all = (1usize << dimensions.len()) - 1;
    let holds: Vec<usize> = (0..people)
        .map(|person| (0..dimensions.len()).filter(|&at| dimensions[at].holds(person)).map(|at| 1 << at).sum())
        .collect();
    let left = holds.iter().filter(|holds| **holds == all).count() as u64;
    let tells = (0..dimensions.len()).filter(|&at| tells(&dimensions[at], at, &holds, all, limit)).collect::<Vec<_>>();
    match () {
        () if left < limit => Err(Refused::Few),
        () if !tells.is_empty() => Err(Refused::Tells(tells)),
        () => Ok(left),
    }
}

/// Whether a choice of a dimension tells of a few beside any choice of the others. `holds` has for each person a bit for
/// each dimension whose choice is theirs.
fn tells(dimension: &Dimension, at: usize, holds: &[usize], all: usize, limit: u64) -> bool {
    let values = dimension.chosen.len();
    let mut sizes = vec![0u64; (all + 1) * values];
    for (holds, &value) in holds.iter().zip(&dimension.of) {
        sizes[holds * values + value as usize] += 1;
    }
    // From those who are in exactly these choices to those who are in at least these.
    for bit in (0..usize::BITS).map(|bit| 1 << bit).take_while(|bit| *bit <= all) {
        for of in (0..=all).filter(|of| of & bit == 0) {
            for value in 0..values {
                sizes[of * values + value] += sizes[(of | bit) * values + value];
            }
        }
    }
    let others = (0..=all).filter(|of| of & 1 << at == 0);
    others.map(|of| &sizes[of * values..][..values]).any(|sizes| match dimension.is_range {
        true => !is_cut(sizes, &dimension.chosen, limit),
        false => {
            let hidden = suppress(sizes, limit, Total::Shown(sizes.iter().sum()));
            let is_of_few = hidden.overall_hidden;
            (0..values).any(|at| dimension.chosen[at] && sizes[at] > 0 && (is_of_few || hidden.hidden[at]))
        }
    })
}

/// Whether a range ends where people may be told apart.
fn is_cut(sizes: &[u64], chosen: &[bool], limit: u64) -> bool {
    let cuts = cuts(sizes, limit);
    let before = |end: usize| sizes[..end].iter().sum::<u64>();
    let from = chosen.iter().position(|chosen| *chosen).unwrap_or(0);
    let to = chosen.iter().rposition(|chosen| *chosen).map_or(0, |last| last + 1);
    [from, to].iter().all(|&end| cuts.contains(&before(end)))
}

/// How many people are before each place where a list of sizes may be cut: between two cuts there are as many as the
/// limit, and none could be added. The beginning and the end are cuts.
pub fn cuts(sizes: &[u64], limit: u64) -> Vec<u64> {
    let (mut cuts, mut before) = (vec![0], 0);
    for size in sizes {
        before += size;
        if before - cuts[cuts.len() - 1] >= limit {
            cuts.push(before);
        }
    }
    // What is left at the end belongs to the part before it.
    if few(before - cuts[cuts.len() - 1], limit) && cuts.len() > 1 {
        cuts.pop();
    }
    if cuts[cuts.len() - 1] < before {
        cuts.push(before);
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// People of the same values, and how many of them there are.
    fn company(groups: &[(u32, u32, usize)]) -> (Vec<u32>, Vec<u32>) {
        groups.iter().flat_map(|&(a, b, n)| std::iter::repeat_n((a, b), n)).unzip()
    }

    fn one(of: &[u32], values: usize, chosen: &[usize]) -> Dimension {
        let chosen = (0..values).map(|value| chosen.contains(&value)).collect();
        Dimension { of: of.to_vec(), chosen, is_range: false }
    }

    #[test]
    fn what_a_filter_takes_away_is_enough() {
        let (teams, roles) = company(&[(0, 0, 9), (0, 1, 6), (1, 0, 8), (1, 1, 2), (2, 0, 30), (2, 1, 20), (3, 0, 3)]);
        let ask = |chosen: &[usize], role: &[usize]| {
            let mut dimensions = vec![one(&teams, 4, chosen)];
            if !role.is_empty() {
                dimensions.push(one(&roles, 2, role));
            }
            filter(&dimensions, teams.len(), 5)
        };
        assert_eq!(ask(&[0], &[]), Ok(15));
        assert_eq!(ask(&[3], &[]), Err(Refused::Few));
        // Beside the small team the next smallest is hidden.
        assert_eq!(ask(&[1], &[]), Err(Refused::Tells(vec![0])));
        assert_eq!(ask(&[0, 2], &[0]), Ok(39));
        // Of the second team the role leaves out two.
        assert_eq!(ask(&[0, 1, 2], &[0]), Err(Refused::Tells(vec![0])));
        assert_eq!(ask(&[1, 2], &[1]), Err(Refused::Tells(vec![0])));
    }

    #[test]
    fn a_range_is_cut_where_enough_people_are_between() {
        assert_eq!(cuts(&[3, 4, 1, 9, 2], 5), [0, 7, 19]);
        assert_eq!(cuts(&[1, 2], 5), [0, 3]);
        assert_eq!(cuts(&[0, 0], 5), [0]);
        let of: Vec<u32> = [3, 4, 1, 9, 2].iter().enumerate().flat_map(|(at, &n)| vec![at as u32; n]).collect();
        let ask = |from: usize, to: usize| {
            let chosen = (0..5).map(|at| (from..to).contains(&at)).collect();
            filter(&[Dimension { of: of.clone(), chosen, is_range: true }], of.len(), 5)
        };
        assert_eq!((ask(0, 2), ask(2, 5), ask(0, 5)), (Ok(7), Ok(12), Ok(19)));
        assert_eq!(ask(0, 3), Err(Refused::Tells(vec![0])));
        assert_eq!(ask(2, 4), Err(Refused::Tells(vec![0])));
        assert_eq!(ask(0, 1), Err(Refused::Few));
    }
}
