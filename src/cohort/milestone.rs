//! Days to a first event of a kind: the milestones of a learner (metrics.md section 8).

use super::scope::Member;
use crate::record::EventKind;
use crate::survival::Ending;
use crate::table::Runs;

/// For each learner, days from the start to the first event of a kind, or to the last day that counts.
pub fn first_events<'a>(
    runs: &'a Runs,
    learners: &'a [Member],
    kind: EventKind,
) -> impl Iterator<Item = (i32, Ending)> + 'a {
    learners.iter().map(move |learner| {
        let days = &runs.day[runs.run(learner.person, kind)];
        match days.iter().find(|&&day| day >= learner.start) {
            Some(&day) if day <= learner.last => (day - learner.start, Ending::Event),
            _ => (learner.last - learner.start, Ending::Censored),
        }
    })
}
