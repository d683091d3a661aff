//! The people column by column. A person may have several rows; the latest holds.

use std::ops::Range;

use super::dictionary::Code;
use super::texts::Texts;

/// No row, no manager.
pub const NONE: u32 = u32::MAX;
/// No end date.
pub const NO_DAY: i32 = i32::MAX;
/// Since no day in particular.
pub const ALWAYS: i32 = i32::MIN;

#[derive(Clone, Debug, Default)]
pub struct People {
    /// Code of `person_id`.
    pub person: Vec<Code>,
    pub name: Texts,
    pub role: Vec<Code>,
    pub cohort: Vec<Code>,
    pub location: Vec<Code>,
    pub team: Vec<Code>,
    /// Code of `manager_id`, or `Dictionary::EMPTY`.
    pub manager: Vec<Code>,
    /// Days from 1970-01-01.
    pub start: Vec<i32>,
    /// Days from 1970-01-01, or `NO_DAY`.
    pub end: Vec<i32>,
    /// Day since which the row is so, from 1970-01-01, or `ALWAYS`. Of several rows of a person in one list the latest
    /// holds; the others say who their manager was.
    pub since: Vec<i32>,
}

impl People {
    pub fn len(&self) -> usize {
        self.person.len()
    }

    pub fn is_empty(&self) -> bool {
        self.person.is_empty()
    }

    pub fn truncate(&mut self, len: usize) {
        self.name.truncate(len);
        for column in
            [&mut self.person, &mut self.role, &mut self.cohort, &mut self.location, &mut self.team, &mut self.manager]
        {
            column.truncate(len);
        }
        self.start.truncate(len);
        self.end.truncate(len);
        self.since.truncate(len);
    }

    /// Whether two rows say the same of a person, since whichever day.
    pub fn says_the_same(&self, a: usize, b: usize) -> bool {
        let codes = [&self.role, &self.cohort, &self.location, &self.team, &self.manager];
        codes.iter().all(|column| column[a] == column[b])
            && (self.start[a], self.end[a]) == (self.start[b], self.end[b])
            && self.name.get(a) == self.name.get(b)
    }

    /// Takes these rows out; the ones behind them move up.
    pub fn take_out(&mut self, rows: Range<usize>) -> People {
        People {
            person: self.person.drain(rows.clone()).collect(),
            name: self.name.take_out(rows.clone()),
            role: self.role.drain(rows.clone()).collect(),
            cohort: self.cohort.drain(rows.clone()).collect(),
            location: self.location.drain(rows.clone()).collect(),
            team: self.team.drain(rows.clone()).collect(),
            manager: self.manager.drain(rows.clone()).collect(),
            start: self.start.drain(rows.clone()).collect(),
            end: self.end.drain(rows.clone()).collect(),
            since: self.since.drain(rows).collect(),
        }
    }

    /// Puts rows in before this one.
    pub fn put_in(&mut self, row: usize, rows: People) {
        self.person.splice(row..row, rows.person);
        self.name.put_in(row, rows.name);
        self.role.splice(row..row, rows.role);
        self.cohort.splice(row..row, rows.cohort);
        self.location.splice(row..row, rows.location);
        self.team.splice(row..row, rows.team);
        self.manager.splice(row..row, rows.manager);
        self.start.splice(row..row, rows.start);
        self.end.splice(row..row, rows.end);
        self.since.splice(row..row, rows.since);
    }
}
