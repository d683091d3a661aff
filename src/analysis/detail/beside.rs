//! What is shown under a filter beside the same figures without it: a figure that differs from another by the results of
//! a few people is not shown, nor is a breakdown of which a group does (metrics.md section 10).

use super::{Detail, MonthlySeries};
use crate::analysis::small_groups::{Shown, SmallGroups};

impl Detail {
    /// Hides what the same figure of another view would tell of a few. `other` is what that view shows: everybody, or
    /// those whom fewer filters leave.
    pub fn beside(mut self, other: &Detail, small: SmallGroups) -> Detail {
        let few = |a: u64, b: u64| a != b && !small.allow(a.abs_diff(b));
        let here = &mut self;

        let shares = (&here.first_application.overall, &other.first_application.overall);
        let [share, of_share] =
            [shares.0, shares.1].map(|share| share.as_ref().map(|share| u64::from(share.denominator)));
        if share.zip(of_share).is_some_and(|(a, b)| few(a, b)) {
            here.first_application.overall = None;
        }
        let teams = &mut here.first_application.team;
        let totals = share.zip(of_share);
        keep(teams, &other.first_application.team, totals, |team| (&team.group, team.denominator.into()), few);
        let is_shown = |group: &String| teams.hidden.binary_search(group).is_err();
        here.first_application.funnel.retain(|point| is_shown(&point.group));
        if teams.groups.is_empty() {
            here.first_application.limits.clear();
        }
        months(&mut here.first_application.months, &other.first_application.months, totals, few);

        let learners = |detail: &Detail| detail.coaching.overall.as_ref().map(|overall| u64::from(overall.n));
        let totals = learners(here).zip(learners(other));
        if totals.is_some_and(|(a, b)| few(a, b)) {
            (here.coaching.overall, here.coaching.per_team) = (None, None);
        }
        keep(&mut here.coaching.team, &other.coaching.team, totals, |team| (&team.group, team.figure.n.into()), few);
        months(&mut here.coaching.months, &other.coaching.months, None, few);

        keep(&mut here.uplift, &other.uplift, None, |item| (&item.item, item.n.into()), few);

        let landmark = here.check_ins.landmark.as_ref().zip(other.check_ins.landmark.as_ref());
        if landmark.is_some_and(|(a, b)| {
            let of_group =
                |at: &crate::analysis::landmark::LandmarkCurve| (at.curve.group.clone(), u64::from(at.curve.n));
            let [a, b] = [a, b].map(|at| at.landmark.comparison.groups.iter().map(of_group).collect::<Vec<_>>());
            a.iter().any(|(group, n)| b.iter().any(|(other, of_other)| group == other && few(*n, *of_other)))
        }) {
            here.check_ins.landmark = None;
        }
        let cox = here.check_ins.cox.as_ref().zip(other.check_ins.cox.as_ref());
        if cox.is_some_and(|(a, b)| few(a.n.into(), b.n.into())) {
            here.check_ins.cox = None;
        }

        keep(&mut here.belief, &other.belief, None, |curve| (&curve.group, curve.n.into()), few);
        let applied = here.first_applied.as_ref().zip(other.first_applied.as_ref());
        if applied.is_some_and(|(a, b)| few(a.n.into(), b.n.into())) {
            here.first_applied = None;
        }

        for (milestone, of_other) in here.milestones.iter_mut().zip(&other.milestones) {
            let [n, of_n] =
                [&milestone.overall, &of_other.overall].map(|days| days.as_ref().map(|days| u64::from(days.n)));
            let totals = n.zip(of_n);
            if totals.is_some_and(|(a, b)| few(a, b)) {
                milestone.overall = None;
            }
            keep(&mut milestone.team, &of_other.team, totals, |days| (&days.group, days.n.into()), few);
        }

        for size in [|m: &crate::analysis::Momentum| m.n_previous, |m: &crate::analysis::Momentum| m.n_current] {
            let team = &mut here.momentum.team;
            keep(team, &other.momentum.team, None, |momentum| (&momentum.group, size(momentum).into()), few);
        }
        // Its shares are of groups in halves that have no list of their own here.
        here.role_mix = None;
        self
    }
}

/// Hides every group where one of them, or those hidden together, would tell of a few. `totals` are the people behind
/// all groups, here and there, where both are shown.
fn keep<T>(
    here: &mut Shown<T>,
    there: &Shown<T>,
    totals: Option<(u64, u64)>,
    sized: impl Fn(&T) -> (&String, u64),
    few: impl Fn(u64, u64) -> bool,
) {
    let of_other = |name: &String| there.groups.iter().map(&sized).find(|(group, _)| *group == name).map(|(_, n)| n);
    let pairs: Vec<(u64, u64)> =
        here.groups.iter().map(&sized).filter_map(|(group, n)| Some((n, of_other(group)?))).collect();
    let rest = |(here, there): (u64, u64)| {
        let [a, b] = [0, 1].map(|at| pairs.iter().map(|pair| [pair.0, pair.1][at]).sum::<u64>());
        (here.saturating_sub(a), there.saturating_sub(b))
    };
    let has_hidden = !here.hidden.is_empty() || !there.hidden.is_empty();
    let rest_tells = totals.filter(|_| has_hidden).map(rest).is_some_and(|(a, b)| few(a, b));
    if rest_tells || pairs.iter().any(|&(a, b)| few(a, b)) {
        here.hidden.extend(here.groups.drain(..).map(|group| sized(&group).0.clone()));
        here.hidden.sort();
    }
}

fn months(here: &mut MonthlySeries, there: &MonthlySeries, totals: Option<(u64, u64)>, few: impl Fn(u64, u64) -> bool) {
    let shown = |series: &MonthlySeries| {
        let points = series.series.points.iter().map(|point| (point.month.to_string(), u64::from(point.n)));
        Shown { groups: points.collect(), hidden: series.hidden.clone() }
    };
    let mut kept = shown(here);
    keep(&mut kept, &shown(there), totals, |(month, n)| (month, *n), few);
    if kept.groups.is_empty() && !here.series.points.is_empty() {
        *here = MonthlySeries { hidden: kept.hidden, ..MonthlySeries::default() };
    }
}
