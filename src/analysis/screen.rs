//! A study → what the screens show, with section 10 applied.

use super::pairs::{Pairs, pair_tests};
use super::small_groups::SmallGroups;
use super::study::{Basis, Study};
use super::ttc::{Group, compare, ttc_curve};
use super::{Analysis, Breakdown, Counts, TtcCurve};
use crate::definition::Grouping;
use crate::privacy::Suppression;
use crate::record::EventKind;

/// More groups than this are not compared pair by pair on a screen.
pub const MOST_PAIRED: usize = 6;

/// Everything the screens show under the study's definition, split `by` a grouping.
pub fn analysis(study: &mut Study, basis: Basis<'_>, read: Counts, by: Grouping) -> Analysis {
    let small = SmallGroups::under(&study.in_force.definition);
    let tau = study.in_force.definition.tau;
    let everybody = study.everybody(basis, tau);
    let learners = u64::from(everybody.curve.n);
    let shown = !study.suppression(basis, Grouping::None).overall_hidden;
    let breakdown = (shown && by != Grouping::None).then(|| {
        let (split, suppression) = (study.groups(basis, by), study.suppression(basis, by));
        breakdown(&study.ttc_groups(&split), by, tau, &suppression)
    });
    let all = study.by_start_dates();
    let started = all.scope.learners.len() as u64;
    let coaching = all.coaching_per_team(basis).filter(|_| small.allow(started));
    let share = all.share_of_everybody(basis).filter(|share| small.allow(share.denominator.into()));
    let recorded = study.recorded(basis);
    let share = share.map(|share| share.where_recorded(recorded.has(EventKind::Applied)));
    let coaching = coaching.filter(|_| recorded.has(EventKind::Coached));
    Analysis {
        in_force: study.in_force.clone(),
        counts: study.counts(basis, read),
        learners: learners as u32,
        leaves_out_few: !shown && small.allow(learners),
        observed_items: study.observed_items.clone(),
        ttc: shown.then(|| TtcCurve::clone(&everybody)),
        breakdown,
        recorded,
        first_application: share,
        coaching_per_team: coaching,
    }
}

fn breakdown(groups: &[Group], by: Grouping, tau: i32, suppression: &Suppression) -> Breakdown {
    let shown: Vec<usize> = (0..groups.len()).filter(|&at| !suppression.hidden[at]).collect();
    let compared: Vec<&Group> = shown.iter().map(|&at| &groups[at]).collect();
    let mut comparison = compare(&compared, tau, ttc_curve);
    if shown.len() <= MOST_PAIRED {
        let rmst = comparison.groups.iter().map(|group| group.rmst).collect();
        comparison.pairs = Pairs::new(pair_tests(groups), shown, rmst).iter().collect();
    }
    Breakdown { by, shown: comparison, hidden: suppression.names(groups.iter().map(|group| group.name.as_str())) }
}
