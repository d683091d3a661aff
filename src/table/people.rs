//! The people column by column. A person may have several rows; the latest holds.

use super::dictionary::Code;
use super::texts::Texts;

/// No row, no manager.
pub const NONE: u32 = u32::MAX;
/// No end date.
pub const NO_DAY: i32 = i32::MAX;

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
    }

    /// The row that holds for each of `persons` codes; `NONE` for a code no roster names.
    pub fn row_of(&self, persons: usize) -> Vec<u32> {
        let mut row_of = vec![NONE; persons];
        for (row, &person) in self.person.iter().enumerate() {
            row_of[person as usize] = row as u32;
        }
        row_of
    }
}
