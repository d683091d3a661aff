//! Spells of groups → curves, and several of them side by side.

use super::{Comparison, Curve, OfAllStarted, Pair, RestrictedMean, TtcCurve};
use crate::survival::{
    Ending, PairTest, PairTests, RiskRow, RiskTables, cumulative_incidence, curve, difference, follow_up, holm,
    incidence_milestones, largest_time, log_rank, milestones, quantiles, restricted_mean,
};

/// A group with its risk table: what every number of it is made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub name: String,
    pub table: Vec<RiskRow>,
    pub needs_refresh: u32,
}

impl Group {
    pub fn n(&self) -> u32 {
        self.table.first().map_or(0, |row| row.n)
    }

    pub fn events(&self) -> u32 {
        self.table.iter().map(|row| row.d).sum()
    }
}

/// Risk tables of all groups. `spells` gives group, time, ending of each person.
pub fn groups<I: Iterator<Item = (u32, i32, Ending)>>(names: &[String], spells: impl Fn() -> I) -> Vec<Group> {
    let tables = RiskTables::default().by_group(names.len(), spells);
    let named = names.iter().zip(tables);
    named.map(|(name, table)| Group { name: name.clone(), table, needs_refresh: 0 }).collect()
}

/// The plain curve of a group.
pub fn plain_curve(name: &str, table: &[RiskRow]) -> Curve {
    let rows = curve(table);
    let n = table.first().map_or(0, |row| row.n);
    let events = table.iter().map(|row| row.d).sum();
    Curve { group: name.to_owned(), n, events, censored: n - events, quantiles: quantiles(&rows), rows }
}

/// Everything about one group; `tau` is the horizon of the groups listed together.
pub fn ttc_curve(group: &Group, tau: Option<i32>) -> TtcCurve {
    let curve = plain_curve(&group.name, &group.table);
    let incidence = cumulative_incidence(&group.table);
    TtcCurve {
        needs_refresh: group.needs_refresh,
        rmst: restricted_mean(&curve.rows, tau),
        milestones: milestones(&curve.rows),
        follow_up: follow_up(&group.table),
        of_all_started: OfAllStarted {
            left: group.table.iter().map(|row| row.left).sum(),
            milestones: incidence_milestones(&incidence, &group.table),
            rows: incidence,
        },
        curve,
    }
}

/// τ used: at most the smallest largest time of the groups compared; `None` without people.
pub fn tau_used(groups: &[&Group], tau: i32) -> Option<i32> {
    groups.iter().filter_map(|group| largest_time(&group.table)).min().map(|largest| largest.min(tau))
}

/// The log-rank tests of all pairs of groups.
pub fn pair_tests(groups: &[Group]) -> PairTests {
    PairTests::of(&groups.iter().map(|group| &group.table[..]).collect::<Vec<_>>())
}

/// What a comparison lists of each group.
pub trait Listed {
    fn rmst(&self) -> &RestrictedMean;
}

impl Listed for TtcCurve {
    fn rmst(&self) -> &RestrictedMean {
        &self.rmst
    }
}

/// Some of the groups side by side, those without people left out: one horizon, the test of all, and each pair unless
/// `tests` of all the groups are missing. `list` makes what is listed of a group at the horizon used.
pub fn compare<C: Listed>(
    groups: &[Group],
    which: &[usize],
    tau: i32,
    tests: Option<&PairTests>,
    list: impl Fn(&Group, Option<i32>) -> C,
) -> Comparison<C> {
    let which: Vec<usize> = which.iter().copied().filter(|&at| groups[at].n() > 0).collect();
    let compared: Vec<&Group> = which.iter().map(|&at| &groups[at]).collect();
    let tables: Vec<&[RiskRow]> = compared.iter().map(|group| &group.table[..]).collect();
    let tau = tau_used(&compared, tau);
    let listed: Vec<C> = compared.iter().map(|group| list(group, tau)).collect();
    let pairs = tests.map_or_else(Vec::new, |tests| pairs(&listed, &which, tests));
    Comparison { tau, groups: listed, logrank: log_rank(&tables), pairs }
}

fn pairs<C: Listed>(listed: &[C], which: &[usize], tests: &PairTests) -> Vec<Pair> {
    let mut pairs = Vec::with_capacity(listed.len() * listed.len().saturating_sub(1) / 2);
    for a in 0..listed.len() {
        for b in a + 1..listed.len() {
            let PairTest { chi2, p } = tests.between(which[a], which[b]);
            let difference = difference(listed[a].rmst(), listed[b].rmst());
            pairs.push(Pair {
                a: a as u32,
                b: b as u32,
                chi2,
                p,
                p_holm: None,
                rmst_difference: difference.map(|(days, _)| days),
                band: difference.map(|(_, band)| band),
            });
        }
    }
    let p: Vec<Option<f64>> = pairs.iter().map(|pair| pair.p).collect();
    for (pair, corrected) in pairs.iter_mut().zip(holm(&p)) {
        pair.p_holm = corrected;
    }
    pairs
}
