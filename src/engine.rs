//! Owns the tables: takes files in, takes them back, works numbers out. The worker, the report program and the tests
//! all go through it.

use crate::analysis::detail::{self, Detail};
use crate::analysis::study::{Basis, Study};
use crate::analysis::{Analysis, Counts, screen};
use crate::definition::Definition;
use crate::export::{curve_csv, report, table_csv};
pub use crate::import::Import;
use crate::inspect::{self, Inspection, Number};
use crate::protocol::{Ask, Holdings};
use crate::receipt::{Kind, Origin, Outcome, Receipt, Refusal};
use crate::saved::tables::{self as stored, Column, Head, StoredError};
use crate::table::{Code, Mark, NONE, Runs, Tables, file_of};

/// Everything that was imported.
#[derive(Debug, Default)]
pub struct Data {
    pub origin: Option<Origin>,
    pub tables: Tables,
    /// One for each file taken in, oldest first.
    pub receipts: Vec<Receipt>,
    runs: Runs,
    row_of: Vec<u32>,
}

impl Data {
    /// Data that were stored, from the head and the bytes of the columns; the runs are worked out again.
    pub fn restored(head: Head, columns: Vec<Vec<u8>>) -> Result<Data, StoredError> {
        let tables = stored::tables(&head, columns)?;
        let runs = Runs::of(&tables.events, tables.ids.len(), &tables.files);
        let mut data = Data { origin: head.origin, tables, receipts: head.receipts, runs, row_of: Vec::new() };
        data.settle();
        Ok(data)
    }

    /// The bytes of every column, as they are stored.
    pub fn columns(&self) -> Vec<&[u8]> {
        stored::columns(&self.tables)
    }

    /// The head of the stored bytes, given the length and checksum of each column.
    pub fn head(&self, columns: Vec<Column>) -> Head {
        Head { origin: self.origin, receipts: self.receipts.clone(), files: self.tables.files.clone(), columns }
    }

    fn view(&self) -> View<'_> {
        let basis = Basis { tables: &self.tables, runs: &self.runs, row_of: &self.row_of };
        View { origin: self.origin, basis, receipts: &self.receipts }
    }

    pub fn holdings(&self) -> Holdings {
        self.view().holdings()
    }

    /// Brings what rests on both tables up to date.
    fn settle(&mut self) {
        self.row_of = self.tables.people.row_of(self.tables.ids.len());
        self.runs.grow(self.tables.ids.len());
        let mut unknown = vec![0; self.tables.files.len()];
        for (person, _) in self.row_of.iter().enumerate().filter(|(_, row)| **row == NONE) {
            for at in self.runs.person(person as Code) {
                unknown[file_of(&self.tables.files, self.runs.row[at])] += 1;
            }
        }
        let events = self.receipts.iter_mut().filter(|receipt| receipt.kind == Kind::Events);
        for (receipt, (&unknown, &duplicates)) in events.zip(unknown.iter().zip(&self.runs.duplicates)) {
            receipt.unknown = unknown;
            receipt.duplicates = duplicates;
            receipt.taken = receipt.rows - receipt.set_aside_total() - duplicates;
        }
    }
}

#[derive(Debug, Default)]
pub struct Engine {
    data: Data,
    /// Of the data as they are; gone when they change.
    study: Option<Study>,
    /// Analyses under the latest definition, one for each grouping asked for; gone with the study.
    known: Vec<(Ask, Analysis)>,
    batch: Option<Batch>,
}

/// What is asked is answered from here: the data as they were when the last files were taken in. Files on their way in
/// are not seen, whatever of them the tables hold already.
#[derive(Clone, Copy)]
struct View<'a> {
    origin: Option<Origin>,
    basis: Basis<'a>,
    receipts: &'a [Receipt],
}

impl<'a> View<'a> {
    fn of(data: &'a Data, batch: Option<&'a Batch>) -> View<'a> {
        match batch.map(|batch| &batch.before) {
            None => data.view(),
            Some(Before::Replaced(before)) => before.view(),
            Some(Before::Added { receipts, runs, .. }) => {
                let mut view = data.view();
                view.receipts = &data.receipts[..*receipts];
                if let Some(before) = runs {
                    view.basis.runs = before;
                }
                view
            }
        }
    }

    fn holdings(&self) -> Holdings {
        Holdings {
            origin: self.origin,
            people: self.basis.row_of.iter().filter(|&&row| row != NONE).count() as u64,
            events: self.basis.runs.len() as u64,
            receipts: self.receipts.to_vec(),
        }
    }

    /// Without people or without events there is nothing to show.
    fn shows_nothing(&self) -> bool {
        self.basis.runs.is_empty() || self.basis.row_of.iter().all(|&row| row == NONE)
    }

    /// What only the import knows of where the rows went.
    fn read(&self) -> Counts {
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

/// Files on their way in together: all or nothing of each file, and all of them can be taken back.
#[derive(Debug)]
struct Batch {
    origin: Origin,
    before: Before,
    outcomes: Vec<Outcome>,
    /// State before the file that is being read.
    file: Mark,
    changed: bool,
}

#[derive(Debug)]
enum Before {
    /// Rows are added to what was there.
    Added { mark: Mark, receipts: usize, runs: Option<Box<Runs>> },
    /// The data are replaced as a whole.
    Replaced(Box<Data>),
}

impl Engine {
    pub fn with(data: Data) -> Engine {
        Engine { data, ..Engine::default() }
    }

    pub fn data(&self) -> &Data {
        &self.data
    }

    fn view(&self) -> View<'_> {
        View::of(&self.data, self.batch.as_ref())
    }

    pub fn holdings(&self) -> Holdings {
        self.view().holdings()
    }

    /// Begins to take files in. Data of another origin are replaced, not added to, once something was taken.
    pub fn begin(&mut self, origin: Origin) {
        self.cancel();
        let replaced = self.data.origin.is_some_and(|held| held != origin);
        let before = if replaced {
            Before::Replaced(Box::new(std::mem::take(&mut self.data)))
        } else {
            Before::Added { mark: self.data.tables.mark(), receipts: self.data.receipts.len(), runs: None }
        };
        let file = self.data.tables.mark();
        self.batch = Some(Batch { origin, before, outcomes: Vec::new(), file, changed: false });
    }

    /// The tables that `Import::read` fills.
    pub fn tables(&mut self) -> &mut Tables {
        &mut self.data.tables
    }

    /// A file that has to be read from its beginning again; what was taken of it is gone.
    pub fn again(&mut self, import: &Import, why: &Refusal) -> Option<Import> {
        let again = import.again(why)?;
        if let Some(batch) = &self.batch {
            self.data.tables.rewind(&batch.file);
        }
        Some(again)
    }

    /// Takes a file in that was read to its end, or says why not.
    pub fn finish_file(&mut self, name: &str, import: Result<Import, Refusal>) {
        let receipts =
            import.and_then(|import| import.finish(&mut self.data.tables)).and_then(|receipts| {
                match receipts.iter().all(|receipt| receipt.rows == 0) {
                    true => Err(Refusal::HeaderOnly),
                    false => Ok(receipts),
                }
            });
        let Some(batch) = &mut self.batch else { return };
        match receipts {
            Ok(mut receipts) => {
                let mut runs = None;
                if receipts.iter().any(|receipt| receipt.kind == Kind::Events) {
                    let tables = &self.data.tables;
                    let sorted = Runs::of(&tables.events, tables.ids.len(), &tables.files);
                    // The last of the files are this one's.
                    let events = receipts.iter_mut().rev().filter(|receipt| receipt.kind == Kind::Events);
                    for (receipt, &duplicates) in events.zip(sorted.duplicates.iter().rev()) {
                        receipt.duplicates = duplicates;
                        receipt.taken = receipt.rows - receipt.set_aside_total() - duplicates;
                    }
                    runs = Some(sorted);
                }
                let nothing_new = receipts.iter().all(|receipt| {
                    receipt.taken == 0
                        && (receipt.duplicates > 0 || self.data.receipts.iter().any(|r| same(r, receipt)))
                });
                if nothing_new {
                    self.data.tables.rewind(&batch.file);
                    receipts.iter_mut().for_each(|receipt| receipt.nothing_new = true);
                } else {
                    if let Some(runs) = runs {
                        let old = std::mem::replace(&mut self.data.runs, runs);
                        if let Before::Added { runs: kept @ None, .. } = &mut batch.before {
                            *kept = Some(Box::new(old));
                        }
                    }
                    batch.changed = true;
                    self.data.receipts.extend(receipts.iter().cloned());
                }
                batch.outcomes.extend(receipts.into_iter().map(Outcome::Read));
            }
            Err(why) => {
                self.data.tables.rewind(&batch.file);
                batch.outcomes.push(Outcome::Refused { file: name.to_owned(), why });
            }
        }
        batch.file = self.data.tables.mark();
    }

    /// Ends the taking in: what became of each file, and whether anything changed.
    pub fn commit(&mut self) -> (Vec<Outcome>, bool) {
        let Some(batch) = self.batch.take() else { return (Vec::new(), false) };
        let Batch { origin, before, mut outcomes, changed, .. } = batch;
        // Files of which nothing can be used do not push out data of another origin.
        let usable =
            matches!(before, Before::Added { .. }) || self.data.receipts.iter().any(|receipt| receipt.taken > 0);
        let changed = changed && usable;
        if changed {
            self.data.origin = Some(origin);
            self.data.settle();
            self.study = None;
            self.known.clear();
            // Which people are unknown is settled only now, when every file is in.
            let mut settled = self.data.receipts.iter().rev();
            for outcome in outcomes.iter_mut().rev() {
                if let Outcome::Read(receipt) = outcome
                    && !receipt.nothing_new
                    && let Some(now) = settled.next()
                {
                    *receipt = now.clone();
                }
            }
        } else {
            self.take_back(before);
        }
        (outcomes, changed)
    }

    /// Gives the files up; everything is as it was before `begin`.
    pub fn cancel(&mut self) {
        if let Some(batch) = self.batch.take() {
            self.take_back(batch.before);
        }
    }

    fn take_back(&mut self, before: Before) {
        match before {
            Before::Replaced(data) => self.data = *data,
            Before::Added { mark, receipts, runs } => {
                self.data.tables.rewind(&mark);
                self.data.receipts.truncate(receipts);
                if let Some(runs) = runs {
                    self.data.runs = *runs;
                }
            }
        }
    }

    /// What the screens show; `None` until there are people and events.
    pub fn analyze(&mut self, ask: &Ask) -> Option<&Analysis> {
        if self.view().shows_nothing() {
            return None;
        }
        let at = match self.known.iter().position(|(known, _)| known == ask) {
            Some(at) => at,
            None => {
                let (study, basis, read) = self.study(&ask.definition);
                let analysis = screen::analysis(study, basis, read, ask.grouping);
                self.known.retain(|(known, _)| known.definition == ask.definition && known.version == ask.version);
                self.known.push((ask.clone(), analysis));
                self.known.len() - 1
            }
        };
        Some(&self.known[at].1)
    }

    /// report.json under a definition.
    pub fn report(&mut self, definition: &Definition) -> Result<Vec<u8>, serde_json::Error> {
        let (study, basis, read) = self.study(definition);
        report::report(study, basis, read)
    }

    /// The shown curves as CSV.
    pub fn curve_csv(&mut self, ask: &Ask) -> Vec<u8> {
        self.analyze(ask).map(|analysis| curve_csv::curve_csv(analysis, &ask.version)).unwrap_or_default()
    }

    /// The people as a canonical table.
    pub fn people_csv(&self) -> Vec<u8> {
        let Basis { tables, row_of, .. } = self.view().basis;
        table_csv::people(tables, row_of)
    }

    /// The events as a canonical table, equal rows once.
    pub fn events_csv(&self) -> Vec<u8> {
        let Basis { tables, runs, .. } = self.view().basis;
        table_csv::events(tables, runs)
    }

    /// The numbers beyond the curve; `None` until there are people and events.
    pub fn detail(&mut self, definition: &Definition) -> Option<Detail> {
        if self.view().shows_nothing() {
            return None;
        }
        let (study, basis, _) = self.study(definition);
        Some(detail::detail(study, basis))
    }

    /// What stands behind a number; `None` when it is not shown or there is no such number.
    pub fn inspect(&mut self, ask: &Ask, number: &Number) -> Option<Inspection> {
        if self.view().shows_nothing() {
            return None;
        }
        let (study, basis, _) = self.study(&ask.definition);
        inspect::inspect(study, basis, number)
    }

    /// The table a number was worked out from, as CSV; `None` as `inspect`.
    pub fn inspect_csv(&mut self, ask: &Ask, number: &Number) -> Option<Vec<u8>> {
        if self.view().shows_nothing() {
            return None;
        }
        let (study, basis, _) = self.study(&ask.definition);
        inspect::csv(study, basis, number)
    }

    fn study(&mut self, definition: &Definition) -> (&mut Study, Basis<'_>, Counts) {
        let view = View::of(&self.data, self.batch.as_ref());
        let basis = view.basis;
        let study = match self.study.take() {
            Some(mut study) => {
                study.follow(basis, definition);
                study
            }
            None => Study::new(basis, definition),
        };
        (self.study.insert(study), basis, view.read())
    }
}

/// Whether two files that brought no row say the same: rows that were set aside are not kept to be compared.
fn same(a: &Receipt, b: &Receipt) -> bool {
    let seen = |receipt: &Receipt| (receipt.kind, receipt.bytes, receipt.rows, receipt.taken);
    seen(a) == seen(b) && a.set_aside == b.set_aside && a.problems == b.problems
}
