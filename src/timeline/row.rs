//! What is known of one person, on the days on which it happened.

use crate::analysis::study::{Basis, Study};
use crate::cohort::{Member, first_event};
use crate::record::EventKind;
use crate::survival::Ending;
use crate::table::Tables;
use crate::time::Day;

/// Milestones in the order in which they usually come.
pub const MILESTONES: [EventKind; 3] = [EventKind::Completed, EventKind::Applied, EventKind::Feedback];

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub name: String,
    pub start: Day,
    /// The data date, or the day of leaving.
    pub last: Day,
    pub left: bool,
    /// First of each of `MILESTONES`.
    pub first: [Option<Day>; 3],
    /// Observations that count, in order of date.
    pub seen: Vec<Seen>,
    pub competent: Option<Day>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub day: Day,
    pub is_positive: bool,
    /// Place among the behaviours of the rule; `None` for an item that is none.
    pub behaviour: Option<usize>,
}

pub fn of(study: &Study, basis: Basis<'_>, at: usize) -> Row {
    let learner = &study.scope.learners[at];
    let first = MILESTONES.map(|kind| first_event(basis.runs, learner, kind).map(Day));
    let seen = study.observed(at).iter();
    let behaviours = &study.in_force.behaviours;
    let seen = seen.map(|seen| Seen {
        day: Day(learner.start + seen.day()),
        is_positive: seen.is_positive(),
        behaviour: behaviours.binary_search_by(|name| name.as_str().cmp(basis.tables.items.text(seen.item))).ok(),
    });
    let competent = (study.spells.ending[at] == Ending::Event).then(|| Day(learner.start + study.spells.time[at]));
    Row {
        name: name(basis.tables, learner),
        start: Day(learner.start),
        last: Day(learner.last),
        left: learner.left,
        first,
        seen: seen.collect(),
        competent,
    }
}

/// The id where a person has no name.
pub fn name(tables: &Tables, member: &Member) -> String {
    match tables.person_name(member.row) {
        "" => tables.person_id(member.person).to_owned(),
        name => name.to_owned(),
    }
}
