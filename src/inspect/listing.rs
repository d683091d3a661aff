//! The people behind a figure as a table, by id and never by a result, and the risk table behind a curve.

use serde::{Deserialize, Serialize};

use super::context::Context;
use crate::analysis::{CurveRow, IncidenceRow};
use crate::cohort::Member;
use crate::export::computed_csv::{Cell, Table};
use crate::survival::{Ending, RiskRow, complement, curve};
use crate::time::Day;
use crate::{format, language, n};

/// More rows than this are in the CSV and not on a screen.
pub const MOST_LISTED: usize = 200;

/// The first rows of a list as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    pub head: Vec<String>,
    /// At most `MOST_LISTED`, by id of a person.
    pub rows: Vec<Vec<String>>,
    /// All that may be listed. Fewer than were used where names would tell of a small group.
    pub listed: u64,
}

impl Rows {
    /// Of a list of so many rows, of which the table has the first.
    pub fn first(table: &Table, listed: u64) -> Rows {
        let cell = |cell: &Cell| match cell {
            Cell::Text(text) => text.clone(),
            Cell::Word(word) => language::text(word).to_owned(),
            Cell::Count(count) => count.to_string(),
            Cell::Number(number) => number.map_or_else(|| format::NOT_DEFINED.to_owned(), format::plain),
        };
        let rows = table.rows.iter().take(MOST_LISTED).map(|row| row.iter().map(cell).collect());
        Rows {
            head: table.head.iter().map(|name| language::text(name).to_owned()).collect(),
            rows: rows.collect(),
            listed,
        }
    }
}

/// Learners who are `listed`, by id: id and name, then what `cells` says of each.
pub fn people(
    context: &Context<'_>,
    listed: &[bool],
    head: &[&'static str],
    cells: impl Fn(usize) -> Vec<Cell>,
) -> Table {
    let tables = context.basis.tables;
    let learners = &context.study.scope.learners;
    let row = |at: usize| {
        let Member { person, row, .. } = learners[at];
        [tables.person_id(person), tables.person_name(row)]
            .map(|text| Cell::Text(text.to_owned()))
            .into_iter()
            .chain(cells(at))
            .collect()
    };
    Table {
        head: [n!("person"), n!("name")].iter().chain(head).copied().collect(),
        rows: by_id(context, listed).into_iter().map(row).collect(),
    }
}

/// Places of the learners who are `listed`, by id.
pub fn by_id(context: &Context<'_>, listed: &[bool]) -> Vec<usize> {
    let learners = &context.study.scope.learners;
    let mut listed: Vec<usize> = (0..learners.len()).filter(|&at| listed[at]).collect();
    listed.sort_by_key(|&at| context.basis.tables.person_id(learners[at].person));
    listed
}

/// What is said of each spell: names of columns, marked as they are said on a screen.
pub const SPELL: [&str; 4] = [n!("start"), n!("last_day"), n!("days"), n!("ended")];

/// A learner's spell from the start: `event` is what it means to have the event, a marked text.
pub fn spell(context: &Context<'_>, at: usize, (time, ending): (i32, Ending), event: &'static str) -> Vec<Cell> {
    let learner = &context.study.scope.learners[at];
    let ended = match ending {
        Ending::Event => event,
        // Some spells tell leaving from being under way, others do not.
        Ending::Left => n!("left before"),
        Ending::Censored if learner.left => n!("left before"),
        Ending::Censored => n!("not so far"),
    };
    let [start, last] = [learner.start, learner.last].map(|day| Cell::Text(Day(day).to_string()));
    vec![start, last, Cell::Count(time.into()), Cell::Word(ended)]
}

const RISK: [&str; 9] = [
    "group",
    "day",
    "at_risk",
    "events_on_day",
    "censored_on_day",
    "share_without",
    "share_with",
    "share_with_lower",
    "share_with_upper",
];

/// Risk tables with curve and band, one group after another.
pub fn risk_tables<'a>(groups: impl IntoIterator<Item = (&'a str, &'a [RiskRow])>) -> Table {
    let rows = groups.into_iter().flat_map(|(group, table)| curve(table).into_iter().map(move |row| risk(group, &row)));
    Table { head: RISK.into(), rows: rows.collect() }
}

/// The cumulative incidence of a group, with its band.
pub fn incidence(group: &str, rows: &[IncidenceRow]) -> Table {
    let row = |row: &IncidenceRow| {
        let band = [row.band.map(|band| band.lower), row.band.map(|band| band.upper)].map(Cell::Number);
        let head = [Cell::Text(group.to_owned()), Cell::Count(row.t.into()), Cell::Number(Some(row.i))];
        head.into_iter().chain(band).collect()
    };
    Table { head: vec!["group", "day", "share", "share_lower", "share_upper"], rows: rows.iter().map(row).collect() }
}

fn risk(group: &str, row: &CurveRow) -> Vec<Cell> {
    let band = row.band.map(complement);
    let counts = [i64::from(row.t), row.n.into(), row.d.into(), row.c.into()].map(Cell::Count);
    let shares = [Some(row.s), Some(1.0 - row.s), band.map(|band| band.lower), band.map(|band| band.upper)];
    let group = Cell::Text(group.to_owned());
    [group].into_iter().chain(counts).chain(shares.map(Cell::Number)).collect()
}
