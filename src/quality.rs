//! What in the data themselves would mislead whoever reads a chart made of them: dates that cannot be, reports that leave
//! people out, observations that were not made when they say. Each concern is a count and what it is counted out of; the
//! words for it are made elsewhere. The small-group limit holds: no team below it is named, nor one from which such a team
//! could be worked out.

mod dates;
mod files;
mod leavers;
mod observing;

use crate::cohort::{Scope, data_date};
use crate::receipt::Receipt;
use crate::table::{Runs, Tables};
use crate::time::Day;

/// The data as they are held, and what decides about them.
#[derive(Clone, Copy)]
pub struct Held<'a> {
    pub tables: &'a Tables,
    pub runs: &'a Runs,
    /// People row that holds for each person code.
    pub row_of: &'a [u32],
    pub receipts: &'a [Receipt],
    /// Data date as set; `None` = the latest event of a known person.
    pub cutoff: Option<Day>,
    /// An observation is positive from this value.
    pub positive_from: f64,
    /// The small-group limit.
    pub limit: u64,
    /// The day it is, where somebody says so; the data are held against themselves too.
    pub today: Option<Day>,
}

impl Held<'_> {
    fn scope(&self) -> Scope {
        Scope::of(self.tables, self.row_of, self.cutoff.or_else(|| data_date(self.runs, self.row_of)))
    }
}

/// What is dated too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The day it is.
    Today(Day),
    /// The day by which all others lie.
    Others(Day),
}

/// A team in which few learners are observed: by name, those observed at least once, and all learners in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HardlyObserved {
    pub team: String,
    pub observed: u64,
    pub learners: u64,
}

/// Something to know before a chart is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Events dated far behind all others, or behind today, up to the latest of them.
    DatesAhead { events: u64, of: u64, latest: Day, against: Against },
    /// Events and starts from before there was anything to record, the earliest of them.
    DatesLongAgo { rows: u64, of: u64, earliest: Day },
    /// Rows set aside for a date that is none or missing.
    DatesUnreadable { rows: u64, of: u64 },
    /// Events of known people before their own first day.
    BeforeStart { events: u64, of: u64 },
    /// One day with a large part of all observations.
    CrowdedDay { day: Day, observations: u64, of: u64 },
    /// One observer who said yes every time, while the others did not: of so many, and the others' positive ones.
    OneApprover { observations: u64, positive: u64, others: u64 },
    /// Teams of which hardly anybody is observed, by name, and the learners of all teams.
    TeamsHardlyObserved { teams: Vec<HardlyObserved>, observed: u64, learners: u64 },
    /// Nobody of so many people left in so many days.
    NobodyLeft { people: u64, days: i32 },
    /// Everybody has completed something; nobody is on the way.
    EverybodyCompleted { people: u64 },
    /// A file that holds completions only.
    OnlyCompleted { file: String, rows: u64 },
    /// A file without dates of its own, all of whose events are put on one day.
    NoDates { file: String, source: Option<String>, events: u64, day: Day },
    /// A file of a system that leaves people out who left.
    ActiveOnly { file: String, source: Option<String>, rows: u64 },
}

impl Concern {
    /// Whether a chart may be wrong because of it, and not only thin.
    pub fn matters(&self) -> bool {
        match self {
            Concern::DatesAhead { .. }
            | Concern::CrowdedDay { .. }
            | Concern::OneApprover { .. }
            | Concern::TeamsHardlyObserved { .. }
            | Concern::NobodyLeft { .. }
            | Concern::EverybodyCompleted { .. }
            | Concern::OnlyCompleted { .. }
            | Concern::NoDates { .. }
            | Concern::ActiveOnly { .. } => true,
            // A few such rows change little.
            Concern::DatesLongAgo { rows, of, .. }
            | Concern::DatesUnreadable { rows, of }
            | Concern::BeforeStart { events: rows, of } => rows * 20 >= *of,
        }
    }
}

/// What was looked at, and what was found; those that matter most stand first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quality {
    pub people: u64,
    pub events: u64,
    pub concerns: Vec<Concern>,
}

impl Quality {
    pub fn of(held: &Held<'_>) -> Quality {
        let scope = held.scope();
        let mut concerns = files::concerns(held);
        concerns.extend(dates::concerns(held));
        concerns.extend(leavers::concerns(held, &scope));
        concerns.extend(observing::concerns(held, &scope));
        concerns.sort_by_key(|concern| !concern.matters());
        let people = held.row_of.iter().filter(|&&row| row != crate::table::NONE).count() as u64;
        Quality { people, events: held.runs.len() as u64, concerns }
    }

    /// How many of them matter for what the charts say.
    pub fn matters(&self) -> usize {
        self.concerns.iter().filter(|concern| concern.matters()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_rows_do_not_matter_and_many_do() {
        for (rows, of, expected) in [(1, 1_000, false), (50, 1_000, true), (1, 3, true)] {
            assert_eq!(Concern::DatesUnreadable { rows, of }.matters(), expected, "{rows} of {of}");
        }
    }
}
