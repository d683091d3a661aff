//! The events column by column, in the order they were imported.

use std::ops::Range;

use super::dictionary::Code;
use super::texts::Texts;
use crate::record::EventKind;

/// Context codes that every table has (`Tables::contexts` holds their texts).
pub const NO_CONTEXT: u32 = 0;
pub const LIVE: u32 = 1;
pub const SIMULATED: u32 = 2;

/// Kind and context of an event in one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct What(pub u32);

impl What {
    pub fn new(kind: EventKind, context: Code) -> What {
        What(kind as u32 | context << 8)
    }

    /// Index into `EventKind::ALL`.
    #[inline]
    pub fn kind(self) -> usize {
        (self.0 & 0xff) as usize
    }

    #[inline]
    pub fn context(self) -> Code {
        self.0 >> 8
    }
}

/// A number that is not there is NaN inside the columns, and `None` outside.
#[derive(Clone, Debug, Default)]
pub struct Events {
    pub person: Vec<Code>,
    /// Days from 1970-01-01.
    pub day: Vec<i32>,
    /// `What` of each row.
    pub what: Vec<u32>,
    pub item: Vec<Code>,
    pub value: Vec<f64>,
    pub minutes: Vec<f64>,
    /// Hash of everything in the row that `person`, `day` and kind do not say: equal rows have equal hashes.
    pub rest: Vec<u64>,
    pub by: Texts,
    pub note: Texts,
}

impl Events {
    pub fn len(&self) -> usize {
        self.person.len()
    }

    pub fn is_empty(&self) -> bool {
        self.person.is_empty()
    }

    pub fn reserve(&mut self, rows: usize) {
        self.person.reserve_exact(rows);
        self.day.reserve_exact(rows);
        self.what.reserve_exact(rows);
        self.item.reserve_exact(rows);
        self.value.reserve_exact(rows);
        self.minutes.reserve_exact(rows);
        self.rest.reserve_exact(rows);
        self.by.reserve(rows);
        self.note.reserve(rows);
    }

    pub fn truncate(&mut self, len: usize) {
        self.person.truncate(len);
        self.day.truncate(len);
        self.what.truncate(len);
        self.item.truncate(len);
        self.value.truncate(len);
        self.minutes.truncate(len);
        self.rest.truncate(len);
        self.by.truncate(len);
        self.note.truncate(len);
    }

    /// Takes these rows out; the ones behind them move up.
    pub fn take_out(&mut self, rows: Range<usize>) -> Events {
        Events {
            person: self.person.drain(rows.clone()).collect(),
            day: self.day.drain(rows.clone()).collect(),
            what: self.what.drain(rows.clone()).collect(),
            item: self.item.drain(rows.clone()).collect(),
            value: self.value.drain(rows.clone()).collect(),
            minutes: self.minutes.drain(rows.clone()).collect(),
            rest: self.rest.drain(rows.clone()).collect(),
            by: self.by.take_out(rows.clone()),
            note: self.note.take_out(rows),
        }
    }

    /// Puts rows in before this one.
    pub fn put_in(&mut self, row: usize, rows: Events) {
        self.person.splice(row..row, rows.person);
        self.day.splice(row..row, rows.day);
        self.what.splice(row..row, rows.what);
        self.item.splice(row..row, rows.item);
        self.value.splice(row..row, rows.value);
        self.minutes.splice(row..row, rows.minutes);
        self.rest.splice(row..row, rows.rest);
        self.by.put_in(row, rows.by);
        self.note.put_in(row, rows.note);
    }

    pub fn what(&self, row: usize) -> What {
        What(self.what[row])
    }

    pub fn kind(&self, row: usize) -> EventKind {
        EventKind::ALL[self.what(row).kind()]
    }
}
