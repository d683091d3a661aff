//! A study → what the screens show, with section 10 applied.

use super::pairs::{Pairs, pair_tests};
use super::study::{Basis, Study};
use super::ttc::{Group, compare, ttc_curve};
use super::{Analysis, Breakdown, Counts, TtcCurve};
use crate::definition::Grouping;
use crate::privacy::{Total, suppress};

/// More groups than this are not compared pair by pair on a screen.
pub const MOST_PAIRED: usize = 6;

/// Everything the screens show under the study's definition, split `by` a grouping.
pub fn analysis(study: &mut Study, basis: Basis<'_>, read: Counts, by: Grouping) -> Analysis {
    let limit = study.in_force.definition.min_group_in_force();
    let tau = study.in_force.definition.tau;
    let everybody = study.everybody(basis, tau);
    let shown = u64::from(everybody.curve.n) >= limit;
    let breakdown = (shown && by != Grouping::None).then(|| {
        let split = study.groups(basis, by);
        breakdown(&study.ttc_groups(&split), by, tau, limit)
    });
    let share = study.share_of_everybody(basis);
    let coaching = study.coaching_per_team(basis);
    Analysis {
        in_force: study.in_force.clone(),
        counts: study.counts(basis, read),
        learners: study.scope.learners.len() as u32,
        observed_items: study.observed_items.clone(),
        ttc: shown.then(|| TtcCurve::clone(&everybody)),
        breakdown,
        first_application: share.filter(|share| u64::from(share.denominator) >= limit),
        coaching_per_team: coaching.filter(|_| shown),
    }
}

fn breakdown(groups: &[Group], by: Grouping, tau: i32, limit: u64) -> Breakdown {
    let sizes: Vec<u64> = groups.iter().map(|group| u64::from(group.n())).collect();
    let suppression = suppress(&sizes, limit, Total::Shown(sizes.iter().sum()));
    let shown: Vec<usize> = (0..groups.len()).filter(|&at| !suppression.hidden[at]).collect();
    let compared: Vec<&Group> = shown.iter().map(|&at| &groups[at]).collect();
    let mut comparison = compare(&compared, tau, ttc_curve);
    if shown.len() <= MOST_PAIRED {
        let rmst = comparison.groups.iter().map(|group| group.rmst).collect();
        comparison.pairs = Pairs::new(pair_tests(groups), shown, rmst).iter().collect();
    }
    Breakdown { by, shown: comparison, hidden: suppression.names(groups.iter().map(|group| group.name.as_str())) }
}
