//! What the columns of an export mean: made by its source from the header, carried out by `apply`.

use crate::receipt::{Assumption, Caution, DateOrder, Identity, Skip};
use crate::record::EventKind;
use crate::time::Day;

use super::written::duration::Unit;

/// Columns are counted from 0.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Rows of the header, the one with the names included.
    pub header_rows: usize,
    /// What can stand for the person, best first.
    pub person: Vec<(Identity, usize)>,
    /// Whatever a row tells of somebody, they have begun by then.
    pub begun: bool,
    /// A row is about whoever the first filled one of these names, however few rows fill it.
    pub first_named: bool,
    /// Rows about several people at once.
    pub many: Option<Many>,
    pub people: Option<People>,
    pub events: Vec<Event>,
    /// Rows behind the day on which the file was written are plans that have not happened.
    pub plans: bool,
    /// How this system writes dates whose order does not show.
    pub order: Option<DateOrder>,
    /// Rows with one of these keys in that column are no rows of the table.
    pub skip: Vec<(usize, &'static [&'static str], Skip)>,
    /// Rows with one of these keys in that column tell nothing.
    pub quiet: Vec<(usize, &'static [&'static str])>,
    /// The table ends above the row that begins so.
    pub ends_above: Option<&'static str>,
    /// The rows say what was so on one day, not when it happened.
    pub seen: bool,
    /// Columns with text of people's own, which is not kept.
    pub free_text: Vec<usize>,
    /// Columns that say nothing beyond the ones that are used.
    pub known: Vec<usize>,
    pub assumptions: Vec<Assumption>,
    pub cautions: Vec<Caution>,
}

/// Where the people table comes from.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// Joined with a space.
    pub name: Vec<usize>,
    pub role: Option<usize>,
    pub cohort: Option<usize>,
    pub location: Option<usize>,
    pub team: Option<usize>,
    /// The one that names managers in the same way as people is used.
    pub manager: Vec<(Identity, usize)>,
    pub start: usize,
    pub end: Option<usize>,
    /// The day since which a row is so: a person may have several.
    pub since: Option<usize>,
}

/// One kind of event that a row can tell.
#[derive(Clone, Debug)]
pub struct Event {
    pub kind: Kind,
    pub date: When,
    pub item: Item,
    pub value: Option<Value>,
    pub minutes: Option<Minutes>,
    pub context: Option<usize>,
    pub by: By,
    pub note: Option<usize>,
    /// It happened only where the word here says so.
    pub status: Option<usize>,
    /// Every row tells one: without a date something is wrong with the row.
    pub always: bool,
    /// It is told only by rows with a value.
    pub valued: bool,
    /// It is told only by rows with one of these keys in that column.
    pub only: Option<(usize, &'static [&'static str])>,
    /// The column that names what it is about, by its header or in its cells: what is said of it is a choice.
    pub about: Option<usize>,
    /// Nothing in the file says which kind it is.
    pub open: bool,
}

impl Event {
    /// An event that happened where its date is filled in.
    pub fn on(kind: EventKind, date: usize) -> Event {
        Event {
            kind: Kind::Of(kind),
            date: When::Column(date),
            item: Item::None,
            value: None,
            minutes: None,
            context: None,
            by: By::Nobody,
            note: None,
            status: None,
            always: false,
            valued: false,
            only: None,
            about: None,
            open: false,
        }
    }
}

impl Event {
    /// Where a canonical column of the event comes from.
    pub fn column(&self, canonical: &str) -> Option<usize> {
        match (canonical, self.kind, self.item.column(), self.minutes) {
            ("event", Kind::Word(column), ..) => Some(column),
            ("item", _, Some(column), _) => Some(column),
            ("value", ..) => self.value.and_then(Value::column),
            ("minutes", _, _, Some(minutes)) => minutes.columns().first().copied(),
            ("context", ..) => self.context,
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Of(EventKind),
    /// A canonical word, capitals or not.
    Word(usize),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum When {
    Column(usize),
    File(Day),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    None,
    Column(usize),
    /// What stands behind the first colon of a column; all of it where there is none.
    Behind(usize),
    Text(String),
}

impl Item {
    pub fn column(&self) -> Option<usize> {
        match self {
            Item::Column(column) | Item::Behind(column) => Some(*column),
            Item::None | Item::Text(_) => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum By {
    Nobody,
    Column(usize),
    Text(String),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    Number(usize),
    /// A point on a scale of answers.
    Scale(usize),
    /// A number, or a word that says whether it was seen.
    Mark(usize),
    /// It happened: 1.
    One,
}

impl Value {
    pub fn column(self) -> Option<usize> {
        match self {
            Value::Number(column) | Value::Scale(column) | Value::Mark(column) => Some(column),
            Value::One => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Minutes {
    Column {
        column: usize,
        /// What plain numbers count.
        unit: Unit,
    },
    /// From one moment to another, each a column with the date and one with the time of day.
    Between { from: [usize; 2], to: [usize; 2] },
    /// From the row in which somebody comes to the one in which the same person leaves.
    Stay(Stay),
}

/// Rows that say who came and who left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stay {
    /// The column that says which of the two it is, and the one with date and time of day.
    pub what: usize,
    pub when: usize,
    /// Keys of the words for it.
    pub came: &'static [&'static str],
    pub left: &'static [&'static str],
}

impl Minutes {
    fn columns(self) -> Vec<usize> {
        match self {
            Minutes::Column { column, .. } => vec![column],
            Minutes::Between { from, to } => [from, to].concat(),
            Minutes::Stay(stay) => vec![stay.what, stay.when],
        }
    }
}

/// Several people in one row.
#[derive(Clone, Debug)]
pub struct Many {
    /// Lists of names, separated by semicolons.
    pub columns: Vec<usize>,
    /// Whoever is named here is none of them.
    pub but: usize,
}

impl Plan {
    /// Columns that hold dates.
    pub fn dates(&self) -> Vec<usize> {
        let people = self.people.iter().flat_map(|people| [Some(people.start), people.end, people.since]).flatten();
        let events = self.events.iter().filter_map(|event| match event.date {
            When::Column(column) => Some(column),
            When::File(_) => None,
        });
        let ends = self.events.iter().filter_map(|event| match event.minutes {
            Some(Minutes::Between { from, to }) => Some([from[0], to[0]]),
            _ => None,
        });
        unique(people.chain(events).chain(ends.flatten()))
    }

    /// Columns that are used for anything.
    pub fn used(&self) -> Vec<usize> {
        let mut used = self.dates();
        used.extend(self.person.iter().map(|(_, column)| *column));
        used.extend(self.known.iter().copied());
        used.extend(self.skip.iter().map(|(column, ..)| *column));
        used.extend(self.quiet.iter().map(|(column, _)| *column));
        used.extend(self.many.iter().flat_map(|many| many.columns.iter().copied().chain([many.but])));
        if let Some(people) = &self.people {
            used.extend(&people.name);
            used.extend([people.role, people.cohort, people.location, people.team].into_iter().flatten());
            used.extend(people.manager.iter().map(|(_, column)| *column));
        }
        for event in &self.events {
            used.extend([event.context, event.note, event.status].into_iter().flatten());
            used.extend(event.value.and_then(Value::column));
            used.extend(event.only.map(|(column, _)| column));
            used.extend(event.minutes.into_iter().flat_map(Minutes::columns));
            if let Kind::Word(column) = event.kind {
                used.push(column);
            }
            used.extend(event.item.column());
            if let By::Column(column) = event.by {
                used.push(column);
            }
        }
        unique(used.into_iter())
    }
}

fn unique(columns: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut all: Vec<usize> = columns.collect();
    all.sort_unstable();
    all.dedup();
    all
}
