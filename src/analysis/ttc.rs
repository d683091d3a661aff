//! Spells of groups → curves, and several of them side by side.

use super::{Comparison, Curve, OfAllStarted, TtcCurve};
use crate::survival::{
    Ending, RiskRow, RiskTables, cumulative_incidence, curve, follow_up, incidence_milestones, largest_time, log_rank,
    milestones, quantiles, restricted_mean,
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
    named(names, RiskTables::default().by_group(names.len(), spells))
}

/// The risk tables of groups under their names.
pub fn named(names: &[String], tables: Vec<Vec<RiskRow>>) -> Vec<Group> {
    let pairs = names.iter().zip(tables);
    pairs.map(|(name, table)| Group { name: name.clone(), table, needs_refresh: 0 }).collect()
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

/// Groups side by side, each with people: one horizon, and the test of all; the pairs are left to `Pairs`. `list` makes
/// what is listed of a group at the horizon used.
pub fn compare<C>(groups: &[&Group], tau: i32, list: impl Fn(&Group, Option<i32>) -> C) -> Comparison<C> {
    let tau = tau_used(groups, tau);
    let tables: Vec<&[RiskRow]> = groups.iter().map(|group| &group.table[..]).collect();
    let groups = groups.iter().map(|group| list(group, tau)).collect();
    Comparison { tau, groups, logrank: log_rank(&tables), pairs: Vec::new() }
}
