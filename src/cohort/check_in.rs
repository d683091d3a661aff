//! The second check-in: the moment from which a learner counts as coached (metrics.md section 5).

use super::scope::Member;
use crate::record::EventKind;
use crate::table::Runs;

/// Days from each learner's start to the second distinct day with a `coached` event, up to the last day that counts;
/// `None` where there is no second one.
pub fn second_check_ins(runs: &Runs, learners: &[Member]) -> Vec<Option<i32>> {
    let second = |learner: &Member| {
        let days = &runs.day[runs.run(learner.person, EventKind::Coached)];
        let mut counted = days.iter().filter(|day| (learner.start..=learner.last).contains(day));
        let first = counted.next()?;
        counted.find(|day| *day != first).map(|day| day - learner.start)
    };
    learners.iter().map(second).collect()
}
