//! Days to a first event of a kind: the milestones of a learner (metrics.md section 8).

use super::scope::Member;
use crate::record::EventKind;
use crate::survival::Ending;
use crate::table::Runs;

/// Day of a learner's first event of a kind that counts.
pub fn first_event(runs: &Runs, learner: &Member, kind: EventKind) -> Option<i32> {
    let days = &runs.day[runs.run(learner.person, kind)];
    days.iter().copied().find(|&day| day >= learner.start).filter(|&day| day <= learner.last)
}

/// For each learner, days from the start to the first event of a kind, or to the last day that counts.
pub fn first_events<'a>(
    runs: &'a Runs,
    learners: &'a [Member],
    kind: EventKind,
) -> impl Iterator<Item = (i32, Ending)> + 'a {
    learners.iter().map(move |learner| match first_event(runs, learner, kind) {
        Some(day) => (day - learner.start, Ending::Event),
        None => (learner.last - learner.start, Ending::Censored),
    })
}
