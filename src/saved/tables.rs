//! The tables at rest: each column as raw little-endian bytes, and a head with the form, the receipts and the length
//! and checksum of every column. Written column by column, so that no second copy of the data is ever made.

use std::error::Error;
use std::fmt;

use bytemuck::{Pod, cast_slice, pod_collect_to_vec};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::form1::ReceiptOfForm1;
use super::form2::{HeadBefore, ReceiptOfForm2};
use super::form3::HeadOfForm3;
use crate::receipt::{Decision, Origin, Receipt};
use crate::record::EventKind;
use crate::t;
use crate::table::{
    ALWAYS, Aside, Dictionary, Events, Layer, Managers, NO_DAY, People, Said, Tables, Texts, What, Who,
};
use crate::time::Day;

/// Form of the stored bytes, raised when they change. Form 2 knows how each table was read, form 3 which rows each import
/// brought, form 4 who is who, form 5 the rows that were set aside, form 6 since when people's rows are so.
pub const FORM: u32 = 6;
const MAGIC: &[u8; 8] = b"RAMPLINE";

/// Why stored tables cannot be used. Nothing is thrown away then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoredError {
    Newer { found: u32, known: u32 },
    Damaged { what: String },
}

fn damaged(what: impl Into<String>) -> StoredError {
    StoredError::Damaged { what: what.into() }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub bytes: u64,
    pub checksum: u64,
}

/// What is known before any column is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    pub origin: Option<Origin>,
    pub receipts: Vec<Receipt>,
    pub rosters: Vec<Layer>,
    pub files: Vec<Layer>,
    pub said: Vec<Said>,
    pub decisions: Vec<Decision>,
    /// Of each column, in the order of `columns`.
    pub columns: Vec<Column>,
}

impl fmt::Display for StoredError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            StoredError::Newer { found, known } => t!(
                "the stored data were written by a newer Rampline (form {found}, this one reads up to {known})",
                found,
                known
            ),
            StoredError::Damaged { what } => t!("the stored data are damaged: {what}", what),
        };
        f.write_str(&text)
    }
}

impl Error for StoredError {}

impl Head {
    /// Magic, form, checksum, then the head itself.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Plain numbers, texts and lists: encoding to memory cannot fail.
        let body = postcard::to_allocvec(self).unwrap_or_default();
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&FORM.to_le_bytes());
        bytes.extend_from_slice(&xxh3_64(&body).to_le_bytes());
        bytes.extend_from_slice(&body);
        bytes
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<Head, StoredError> {
        let cut = || damaged(t!("the head is cut off"));
        let (magic, rest) = bytes.split_first_chunk::<8>().ok_or_else(cut)?;
        let (form, rest) = rest.split_first_chunk::<4>().ok_or_else(cut)?;
        let (checksum, body) = rest.split_first_chunk::<8>().ok_or_else(cut)?;
        if magic != MAGIC {
            return Err(damaged(t!("the head has another beginning")));
        }
        let form = u32::from_le_bytes(*form);
        if form > FORM {
            return Err(StoredError::Newer { found: form, known: FORM });
        }
        if xxh3_64(body) != u64::from_le_bytes(*checksum) {
            return Err(damaged(t!("the checksum of the head is another")));
        }
        let read = match form {
            1 => postcard::from_bytes(body).map(|head: HeadBefore<ReceiptOfForm1>| head.into()),
            2 => postcard::from_bytes(body).map(|head: HeadBefore<ReceiptOfForm2>| head.into()),
            3 => postcard::from_bytes(body).map(|head: HeadOfForm3| head.into()),
            // The head of these is the same.
            4..=6 => postcard::from_bytes(body),
            found => return Err(damaged(t!("there is no form {found}", found))),
        };
        read.map_err(|e| damaged(t!("the head cannot be read: {why}", why = e)))
    }
}

/// The bytes of every column, in a fixed order.
pub fn columns(tables: &Tables) -> Vec<&[u8]> {
    let Tables { ids, roles, cohorts, locations, teams, items, contexts, people, events, aside, .. } = tables;
    let mut columns = Vec::with_capacity(42);
    for dictionary in [ids, roles, cohorts, locations, teams, items, contexts] {
        let (bytes, ends) = dictionary.parts();
        columns.extend([bytes, cast_slice(ends)]);
    }
    for column in [&people.person, &people.role, &people.cohort, &people.location, &people.team, &people.manager] {
        columns.push(cast_slice(column));
    }
    columns.extend([cast_slice(&people.start), cast_slice(&people.end)]);
    columns.extend([people.name.parts().0, cast_slice(people.name.parts().1)]);
    columns.extend([
        cast_slice(&events.person),
        cast_slice(&events.day),
        cast_slice(&events.what),
        cast_slice(&events.item),
    ]);
    columns.extend([cast_slice(&events.value), cast_slice(&events.minutes), cast_slice(&events.rest)]);
    columns.extend([events.by.parts().0, cast_slice(events.by.parts().1)]);
    columns.extend([events.note.parts().0, cast_slice(events.note.parts().1)]);
    columns.extend([cast_slice(&aside.import), cast_slice(&aside.table)]);
    columns.extend([cast_slice(&aside.line), cast_slice(&aside.reason)]);
    columns.extend([aside.column.parts().0, cast_slice(aside.column.parts().1)]);
    columns.extend([aside.row.parts().0, cast_slice(aside.row.parts().1)]);
    columns.push(cast_slice(&people.since));
    columns
}

/// Puts tables together from the bytes of their columns, in the order of `columns`. Every code and day is checked, so
/// that nothing later can point outside.
pub fn tables(head: &Head, columns: Vec<Vec<u8>>) -> Result<Tables, StoredError> {
    if columns.len() != head.columns.len() {
        return Err(damaged(t!("columns are missing")));
    }
    for (at, (bytes, expected)) in columns.iter().zip(&head.columns).enumerate() {
        if bytes.len() as u64 != expected.bytes || xxh3_64(bytes) != expected.checksum {
            return Err(damaged(t!("the checksum of column {at} is another", at)));
        }
    }
    let mut parts = Parts { columns: columns.into_iter() };
    let mut tables = Tables {
        ids: parts.dictionary()?,
        roles: parts.dictionary()?,
        cohorts: parts.dictionary()?,
        locations: parts.dictionary()?,
        teams: parts.dictionary()?,
        items: parts.dictionary()?,
        contexts: parts.dictionary()?,
        people: People {
            person: parts.numbers()?,
            role: parts.numbers()?,
            cohort: parts.numbers()?,
            location: parts.numbers()?,
            team: parts.numbers()?,
            manager: parts.numbers()?,
            start: parts.numbers()?,
            end: parts.numbers()?,
            since: Vec::new(),
            name: parts.texts()?,
        },
        events: Events {
            person: parts.numbers()?,
            day: parts.numbers()?,
            what: parts.numbers()?,
            item: parts.numbers()?,
            value: parts.numbers()?,
            minutes: parts.numbers()?,
            rest: parts.numbers()?,
            by: parts.texts()?,
            note: parts.texts()?,
        },
        rosters: head.rosters.clone(),
        files: head.files.clone(),
        said: head.said.clone(),
        who: Who::default(),
        managers: Managers::default(),
        // Forms 1 to 4 end here.
        labels: None,
        aside: match parts.columns.len() {
            0 => Aside::default(),
            _ => Aside {
                import: parts.numbers()?,
                table: parts.numbers()?,
                line: parts.numbers()?,
                reason: parts.numbers()?,
                column: parts.texts()?,
                row: parts.texts()?,
            },
        },
        import: 0,
    };
    // Form 5 ends here.
    tables.people.since = match parts.columns.len() {
        0 => vec![ALWAYS; tables.people.len()],
        _ => parts.numbers()?,
    };
    check(&tables)?;
    Ok(tables)
}

struct Parts {
    columns: std::vec::IntoIter<Vec<u8>>,
}

impl Parts {
    fn bytes(&mut self) -> Result<Vec<u8>, StoredError> {
        self.columns.next().ok_or_else(|| damaged(t!("columns are missing")))
    }

    fn numbers<T: Pod>(&mut self) -> Result<Vec<T>, StoredError> {
        let bytes = self.bytes()?;
        if bytes.len() % size_of::<T>() != 0 {
            return Err(damaged(t!("a column ends within a number")));
        }
        Ok(pod_collect_to_vec(&bytes))
    }

    fn dictionary(&mut self) -> Result<Dictionary, StoredError> {
        let (bytes, ends) = (self.bytes()?, self.numbers()?);
        Dictionary::from_parts(bytes, ends).ok_or_else(|| damaged(t!("a dictionary does not fit together")))
    }

    fn texts(&mut self) -> Result<Texts, StoredError> {
        let (bytes, ends) = (self.bytes()?, self.numbers()?);
        Texts::from_parts(bytes, ends).ok_or_else(|| damaged(t!("a column of texts does not fit together")))
    }
}

fn check(tables: &Tables) -> Result<(), StoredError> {
    let Tables {
        ids, roles, cohorts, locations, teams, items, contexts, people, events, rosters, files, aside, ..
    } = tables;
    let codes = |column: &[u32], dictionary: &Dictionary| column.iter().all(|&code| (code as usize) < dictionary.len());
    let day = |day: &i32| (Day::EARLIEST.0..=Day::LATEST.0).contains(day);
    let rows = people.len();
    let events_rows = events.len();
    let what = |what: &u32| {
        let what = What(*what);
        what.kind() < EventKind::ALL.len() && (what.context() as usize) < contexts.len()
    };
    let layers = |layers: &[Layer], rows: usize| {
        layers.is_sorted_by_key(|layer| (layer.first, layer.import))
            && layers.first().map_or(rows == 0, |layer| layer.first == 0)
            && layers.last().is_none_or(|layer| layer.first as usize <= rows)
    };
    let lengths =
        [people.role.len(), people.cohort.len(), people.location.len(), people.team.len(), people.manager.len()];
    let event_lengths =
        [events.day.len(), events.what.len(), events.item.len(), events.value.len(), events.minutes.len()];
    let sound = lengths
        .iter()
        .chain([&people.start.len(), &people.end.len(), &people.since.len(), &people.name.len()])
        .all(|&len| len == rows)
        && event_lengths
            .iter()
            .chain([&events.rest.len(), &events.by.len(), &events.note.len()])
            .all(|&len| len == events_rows)
        && codes(&people.person, ids)
        && codes(&people.manager, ids)
        && codes(&people.role, roles)
        && codes(&people.cohort, cohorts)
        && codes(&people.location, locations)
        && codes(&people.team, teams)
        && codes(&events.person, ids)
        && codes(&events.item, items)
        && events.what.iter().all(what)
        && people.start.iter().all(day)
        && people.end.iter().all(|end| *end == NO_DAY || day(end))
        && people.since.iter().all(|since| *since == ALWAYS || day(since))
        && people.start.iter().zip(&people.end).all(|(start, end)| start <= end)
        && events.day.iter().all(day)
        && layers(rosters, rows)
        && layers(files, events_rows)
        && [aside.table.len(), aside.line.len(), aside.reason.len(), aside.column.len(), aside.row.len()]
            .iter()
            .all(|&len| len == aside.len())
        && aside.import.is_sorted();
    if sound { Ok(()) } else { Err(damaged(t!("a column points outside of the data"))) }
}
