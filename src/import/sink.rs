//! Where canonical rows go: the people or the events, and what is said of them.

use super::events::EventRows;
use super::people::PersonRows;
use super::problems::Problems;
use crate::receipt::{Kind, Reading, Receipt};
use crate::table::Tables;

#[derive(Debug)]
pub enum Sink {
    People {
        rows: PersonRows,
        /// People rows that were here before these.
        before: usize,
    },
    Events {
        rows: EventRows,
        /// Event rows that were here before these.
        before: usize,
    },
}

impl Sink {
    pub fn people(rows: PersonRows, tables: &Tables) -> Sink {
        Sink::People { rows, before: tables.people.len() }
    }

    pub fn events(rows: EventRows, tables: &Tables) -> Sink {
        Sink::Events { rows, before: tables.events.len() }
    }

    pub fn rows(&self) -> u64 {
        match self {
            Sink::People { rows, .. } => rows.rows,
            Sink::Events { rows, .. } => rows.rows,
        }
    }

    pub fn problems(&mut self) -> &mut Problems {
        match self {
            Sink::People { rows, .. } => &mut rows.problems,
            Sink::Events { rows, .. } => &mut rows.problems,
        }
    }

    /// Ends the table, whose header stands on these lines. File and columns are still to be named.
    pub fn finish(self, reading: Reading, header: &[(u64, Vec<u8>)], tables: &mut Tables) -> Receipt {
        let mut receipt = Receipt::new(reading, self.rows());
        let problems = match self {
            Sink::People { rows, before } => {
                tables.end_roster(before);
                rows.problems
            }
            Sink::Events { rows, before } => {
                receipt.kind = Kind::Events;
                receipt.with_time = rows.with_time;
                tables.end_file(before);
                rows.problems
            }
        };
        problems.finish(header, &mut receipt, tables);
        receipt.taken = receipt.rows - receipt.set_aside_total();
        receipt
    }
}
