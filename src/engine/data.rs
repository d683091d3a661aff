//! Everything that was imported, and what rests on it.

use crate::analysis::Counts;
use crate::analysis::study::Basis;
use crate::import;
use crate::protocol::Holdings;
use crate::receipt::{Decision, Imported, Kind, Origin, Receipt};
use crate::saved::tables::{self as stored, Column, Head, StoredError};
use crate::table::{Code, Labels, Managers, NONE, Runs, Tables, layer_of};

use super::{imports, people};

#[derive(Debug, Default)]
pub struct Data {
    pub origin: Option<Origin>,
    pub tables: Tables,
    /// One for each table taken in, oldest first.
    pub receipts: Vec<Receipt>,
    /// What somebody decided about who is who.
    pub decisions: Vec<Decision>,
    /// Nobody and no team is called by name.
    pub(super) hides_names: bool,
    pub(super) runs: Runs,
    pub(super) row_of: Vec<u32>,
    /// What each import brought that no other has, oldest first.
    pub(super) imports: Vec<Imported>,
}

impl Data {
    /// Data that were stored, from the head and the bytes of the columns; the runs are worked out again.
    pub fn restored(head: Head, columns: Vec<Vec<u8>>) -> Result<Data, StoredError> {
        let tables = stored::tables(&head, columns)?;
        let Head { origin, receipts, decisions, .. } = head;
        let mut data = Data { origin, tables, receipts, decisions, ..Data::default() };
        data.identify();
        data.sort();
        data.settle();
        Ok(data)
    }

    /// The bytes of every column, as they are stored.
    pub fn columns(&self) -> Vec<&[u8]> {
        stored::columns(&self.tables)
    }

    /// The head of the stored bytes, given the length and checksum of each column.
    pub fn head(&self, columns: Vec<Column>) -> Head {
        let Tables { rosters, files, said, .. } = &self.tables;
        Head {
            origin: self.origin,
            receipts: self.receipts.clone(),
            rosters: rosters.clone(),
            files: files.clone(),
            said: said.clone(),
            decisions: self.decisions.clone(),
            columns,
        }
    }

    pub(super) fn view(&self) -> View<'_> {
        let basis = Basis { tables: &self.tables, runs: &self.runs, row_of: &self.row_of };
        View { origin: self.origin, basis, receipts: &self.receipts, imports: &self.imports }
    }

    pub fn holdings(&self) -> Holdings {
        self.view().holdings()
    }

    /// Number of events that are held, equal ones once.
    pub fn events(&self) -> u64 {
        self.runs.len() as u64
    }

    /// The number of the import that comes next.
    pub(super) fn next_import(&self) -> u32 {
        self.receipts.iter().filter_map(|receipt| receipt.import).max().map_or(0, |last| last + 1)
    }

    /// Sorts the events anew.
    pub(super) fn sort(&mut self) {
        self.runs = Runs::default();
        self.runs = Runs::of(&self.tables.events, self.tables.ids.len(), &self.tables.who, &self.tables.files);
    }

    /// Brings what rests on both tables up to date; the events are sorted.
    pub(super) fn settle(&mut self) {
        self.row_of = self.tables.row_of();
        self.tables.managers = Managers::of(&self.tables, &self.row_of);
        self.runs.grow(self.tables.ids.len());
        let mut unknown = vec![0; self.tables.files.len()];
        for (person, _) in self.row_of.iter().enumerate().filter(|(_, row)| **row == NONE) {
            for at in self.runs.person(person as Code) {
                unknown[layer_of(&self.tables.files, self.runs.row[at])] += 1;
            }
        }
        let events = self.receipts.iter_mut().filter(|receipt| receipt.kind == Kind::Events);
        for (receipt, (&unknown, &duplicates)) in events.zip(unknown.iter().zip(&self.runs.duplicates)) {
            receipt.unknown = unknown;
            repeat(receipt, duplicates);
        }
        let people = self.receipts.iter_mut().filter(|receipt| receipt.kind == Kind::People);
        for ((receipt, news), layer) in people.zip(import::news(&self.tables)).zip(&self.tables.rosters) {
            if layer.whole {
                tell(receipt, news);
            }
        }
        people::tell_seen(&self.tables, &self.runs, &mut self.receipts);
        self.label();
        self.imports = imports::imports(&self.tables, &self.runs, &self.receipts);
    }
}

impl Data {
    /// Labels in the place of names, or the names again.
    pub(super) fn label(&mut self) {
        self.tables.labels = self.hides_names.then(|| Box::new(Labels::of(&self.tables, &self.row_of)));
    }
}

/// So many rows of a table were here already.
pub(super) fn repeat(receipt: &mut Receipt, duplicates: u64) {
    receipt.duplicates = duplicates;
    receipt.taken = receipt.rows - receipt.set_aside_total() - duplicates;
}

/// What a list of people said that was not known.
pub(super) fn tell(receipt: &mut Receipt, news: import::News) {
    repeat(receipt, news.unchanged);
    receipt.replaced = news.replaced;
    receipt.changes = news.changes;
}

/// What is asked is answered from here: the data as they were when the last files were taken in. Files on their way in
/// are not seen, whatever of them the tables hold already.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub origin: Option<Origin>,
    pub basis: Basis<'a>,
    pub receipts: &'a [Receipt],
    pub imports: &'a [Imported],
}

impl View<'_> {
    pub fn holdings(&self) -> Holdings {
        let people = self.basis.row_of.iter().filter(|&&row| row != NONE).count() as u64;
        Holdings {
            origin: self.origin,
            people,
            events: self.basis.runs.len() as u64,
            receipts: self.receipts.to_vec(),
            imports: self.imports.to_vec(),
            undone: None,
        }
    }

    /// Without people or without events there is nothing to show.
    pub fn shows_nothing(&self) -> bool {
        self.basis.runs.is_empty() || self.basis.row_of.iter().all(|&row| row == NONE)
    }

    /// What only the import knows of where the rows went.
    pub fn read(&self) -> Counts {
        let of = |kind, count: fn(&Receipt) -> u64| self.receipts.iter().filter(|r| r.kind == kind).map(count).sum();
        Counts {
            people_rejected: of(Kind::People, Receipt::set_aside_total),
            event_rows: of(Kind::Events, |receipt| receipt.rows),
            events_rejected: of(Kind::Events, Receipt::set_aside_total),
            duplicate_rows: of(Kind::Events, |receipt| receipt.duplicates),
            ..Counts::default()
        }
    }
}
