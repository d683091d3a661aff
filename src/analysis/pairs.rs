//! Groups of a comparison two by two.

use std::rc::Rc;

use super::ttc::Group;
use super::{Pair, RestrictedMean};
use crate::survival::{PairTests, difference, holm};

/// Every two groups of a comparison, made one at a time: of 800 teams there are 320 000.
#[derive(Clone, Debug)]
pub struct Pairs {
    tests: Rc<PairTests>,
    /// Place of each group compared among those that were tested.
    tested: Vec<usize>,
    rmst: Vec<RestrictedMean>,
    /// In the order of the pairs.
    p_holm: Vec<Option<f64>>,
}

/// The log-rank tests of all pairs of groups, whichever are compared later.
pub fn pair_tests(groups: &[Group]) -> Rc<PairTests> {
    Rc::new(PairTests::of(&groups.iter().map(|group| &group.table[..]).collect::<Vec<_>>()))
}

impl Pairs {
    /// `tested` are the groups compared, by their place among those tested; `rmst` is theirs, at one horizon.
    pub fn new(tests: Rc<PairTests>, tested: Vec<usize>, rmst: Vec<RestrictedMean>) -> Pairs {
        let of_pairs = places(tested.len()).map(|(a, b)| tests.between(tested[a], tested[b]).map(|test| test.p));
        let p_holm = holm(&of_pairs.collect::<Vec<_>>());
        Pairs { tests, tested, rmst, p_holm }
    }

    pub fn iter(&self) -> impl Iterator<Item = Pair> {
        places(self.tested.len()).zip(&self.p_holm).map(|((a, b), &p_holm)| {
            let test = self.tests.between(self.tested[a], self.tested[b]);
            let difference = difference(&self.rmst[a], &self.rmst[b]);
            Pair {
                a: a as u32,
                b: b as u32,
                chi2: test.map(|test| test.chi2),
                p: test.map(|test| test.p),
                p_holm,
                rmst_difference: difference.map(|(days, _)| days),
                band: difference.map(|(_, band)| band),
            }
        })
    }
}

/// Every two of so many places, by the first, then by the second.
fn places(size: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..size).flat_map(move |a| (a + 1..size).map(move |b| (a, b)))
}
