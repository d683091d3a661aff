//! Every number opens: its definition as it is in force, its formula, what it rests on, what was left out and why, and
//! the table it was worked out from.
//!
//! Section 10 holds here as on the screens: a number that is not shown does not open, and the list of people behind one
//! that is shown names nobody whose results could be told from it (`naming`).

mod account;
mod belief;
mod check_ins;
mod coaching;
mod comparison;
mod competency;
mod context;
mod event_rows;
mod first_application;
mod key;
mod learners;
mod listing;
mod milestone;
mod naming;
mod starters;
mod uplift;
mod words;

use serde::{Deserialize, Serialize};

use crate::analysis::study::{Basis, Study};
use crate::analysis::{EventKind, Grouping};
use crate::definition::Definition;
use crate::export::computed_csv::{Table, computed_csv};
use crate::time::Month;
pub use account::Account;
use context::Context;
use event_rows::EventRows;
pub use key::Key;
pub use listing::{MOST_LISTED, Rows};
pub use starters::{days_saved, days_saved_table};

/// Whose number it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Of {
    pub by: Grouping,
    /// A group of that split; `None` for everybody.
    pub group: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Audience {
    Learner,
    Manager,
    Leader,
}

/// A number on a screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Number {
    /// Share competent by a day after the start.
    CompetentShare {
        of: Of,
        day: i32,
    },
    /// Share competent by a day of all who started, with leaving as an ending of its own.
    ShareOfAll {
        of: Of,
        day: i32,
    },
    /// People at risk on a day after the start.
    AtRisk {
        of: Of,
        day: i32,
    },
    /// Day by which 25, 50 or 75 percent are competent.
    Quantile {
        of: Of,
        percent: u32,
    },
    /// Mean days to competency within the horizon.
    RestrictedMean {
        of: Of,
    },
    /// Median follow-up.
    FollowUp {
        of: Of,
    },
    NeedsRefresh {
        of: Of,
    },
    /// Not competent so far.
    Censored {
        of: Of,
    },
    /// Left before they were competent.
    Left {
        of: Of,
    },
    /// Difference of the restricted means of two groups.
    Difference {
        by: Grouping,
        a: String,
        b: String,
    },
    /// The test of all groups shown.
    LogRank {
        by: Grouping,
    },
    FirstApplication {
        team: Option<String>,
    },
    Coaching {
        team: Option<String>,
    },
    Uplift {
        item: String,
    },
    Landmark,
    Cox,
    Belief {
        audience: Audience,
    },
    /// Days to the first event of a kind that is a milestone.
    Milestone {
        kind: EventKind,
        team: Option<String>,
    },
    /// A number under another definition than the one in force.
    Under {
        definition: Box<Definition>,
        number: Box<Number>,
    },
    /// A number of those who started from one calendar month to another.
    Started {
        months: [Month; 2],
        number: Box<Number>,
    },
    /// Mean days within the horizon that those who started later save, against those who started earlier.
    DaysSaved {
        earlier: [Month; 2],
        later: [Month; 2],
        tau: i32,
    },
}

/// What stands behind a number. Texts are sentences for people, with mathematical characters in the formula.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inspection {
    pub title: String,
    /// With every setting as it is in force.
    pub definition: String,
    pub formula: String,
    pub assumption: String,
    pub unit: String,
    /// Where the formula is published.
    pub source: String,
    /// The people used, and those who were not.
    pub people: Account,
    /// The rows of the event files; `None` where the number does not rest on them all or is one of a group.
    pub events: Option<Account>,
    /// The people used.
    pub rows: Rows,
    /// The rows of the event files about these people, each with whether it counts; none where such a list would say
    /// more than the number does.
    pub event_rows: Rows,
}

/// A number opened: what is said of it, everybody who may be named, and the table it was worked out from if that is
/// another one.
#[derive(Default)]
struct Opened {
    inspection: Inspection,
    people: Table,
    event_rows: Option<EventRows>,
    computed: Option<Table>,
}

/// What stands behind a number; `None` when it is not shown or there is no such number.
pub fn inspect(study: &mut Study, basis: Basis<'_>, number: &Number) -> Option<Inspection> {
    let (context, Opened { inspection, people, event_rows, .. }) = open(study, basis, number)?;
    let event_rows =
        event_rows.map(|rows| Rows::first(&rows.table(&context, MOST_LISTED), rows.len(&context))).unwrap_or_default();
    let rows = Rows::first(&people, people.rows.len() as u64);
    Some(Inspection { rows, event_rows, ..inspection })
}

/// Which learners may be named beside the curves, in their order.
pub fn named_learners(study: &mut Study, basis: Basis<'_>) -> Vec<bool> {
    let context = Context::new(study, basis);
    naming::nameable(&context, &context.learners(), None)
}

/// The table a number was worked out from: a risk table, months or people.
pub fn table(study: &mut Study, basis: Basis<'_>, number: &Number) -> Option<Table> {
    let (_, Opened { people, computed, .. }) = open(study, basis, number)?;
    Some(computed.unwrap_or(people))
}

/// The rows of the event files about the people used who may be named, as CSV; `None` as `inspect`, and where there is
/// no such list.
pub fn event_rows_csv(study: &mut Study, basis: Basis<'_>, number: &Number) -> Option<Vec<u8>> {
    let (context, Opened { event_rows, .. }) = open(study, basis, number)?;
    Some(computed_csv(&event_rows?.table(&context, usize::MAX)))
}

fn open<'a>(study: &'a mut Study, basis: Basis<'a>, number: &Number) -> Option<(Context<'a>, Opened)> {
    if let Number::Under { definition, number } = number {
        study.follow(basis, definition);
        return open(study, basis, number);
    }
    let study = if number.is_of_curve() { study } else { study.by_start_dates() };
    let context = Context::new(study, basis);
    let opened = match number {
        Number::CompetentShare { of, day } => competency::share(&context, of, *day),
        Number::ShareOfAll { of, day } => competency::share_of_all(&context, of, *day),
        Number::AtRisk { of, day } => competency::at_risk(&context, of, *day),
        Number::Quantile { of, percent } => competency::quantile(&context, of, *percent),
        Number::RestrictedMean { of } => competency::restricted_mean(&context, of),
        Number::FollowUp { of } => competency::follow_up(&context, of),
        Number::NeedsRefresh { of } => competency::needs_refresh(&context, of),
        Number::Censored { of } => competency::censored(&context, of),
        Number::Left { of } => competency::left(&context, of),
        Number::Difference { by, a, b } => comparison::difference(&context, *by, a, b),
        Number::LogRank { by } => comparison::log_rank(&context, *by),
        Number::FirstApplication { team } => first_application::share(&context, team.as_deref()),
        Number::Coaching { team } => coaching::minutes(&context, team.as_deref()),
        Number::Uplift { item } => uplift::uplift(&context, item),
        Number::Landmark => check_ins::landmark(&context),
        Number::Cox => check_ins::cox(&context),
        Number::Belief { audience } => belief::belief(&context, *audience),
        Number::Milestone { kind, team } => milestone::days(&context, *kind, team.as_deref()),
        // They are of other people than the study: whoever owns the studies opens their parts.
        Number::Under { .. } | Number::Started { .. } | Number::DaysSaved { .. } => None,
    }?;
    Some((context, opened))
}
