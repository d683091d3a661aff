//! Owns the tables: takes files in, takes them back, works numbers out. The worker, the report program and the tests
//! all go through it.

mod asked;
mod beyond;
mod codes;
mod data;
mod files;
mod filtered;
mod imports;
mod names;
mod people;
mod timeline;
mod undo;

use asked::Asked;
use beyond::Beyond;
use codes::Codes;

use crate::analysis::study::{Basis, Study};
use crate::analysis::{Analysis, Counts, screen};
use crate::definition::Definition;
use crate::format;
use crate::import;
pub use crate::import::Import;
use crate::inspect::{self, Inspection, Number};
use crate::protocol::{Ask, Holdings};
use crate::quality::{Held, Quality};
use crate::receipt::{Kin, Kind, Origin, Outcome, Receipt, Refusal};
use crate::t;
use crate::table::{Mark, Runs, Tables};
use crate::time::Day;
use crate::timeline::Listed;
pub use codes::is_key;
pub use data::Data;
use data::{View, repeat, tell};
use filtered::{Filtered, Offered, Whom};
use undo::Undone;

#[derive(Debug, Default)]
pub struct Engine {
    data: Data,
    /// Of the data as they are; gone when they change.
    study: Option<Study>,
    /// Analyses under the latest definition, one for each grouping asked for; gone with the study.
    known: Vec<(Ask, Analysis)>,
    /// What screens show beyond the curve, under the latest definition asked for; gone with the study.
    beyond: Beyond,
    /// Who is listed on a timeline, of a manager or of everybody; gone with the study.
    listed: Option<(Ask, Option<String>, Listed)>,
    filtered: Option<Filtered>,
    offered: Option<Offered>,
    batch: Option<Batch>,
    /// What was taken out last; gone when anything else changes.
    undone: Option<Undone>,
    asked: Asked,
    codes: Codes,
}

/// The data as they were before files that are on their way in.
fn seen<'a>(data: &'a Data, batch: Option<&'a Batch>) -> View<'a> {
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

/// Files on their way in together: all or nothing of each file, and all of them can be taken back.
#[derive(Debug)]
struct Batch {
    origin: Origin,
    before: Before,
    outcomes: Vec<Outcome>,
    /// Of each file that was read, what exports of its kind are known by.
    kin: Vec<(String, Option<Kin>)>,
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
        seen(&self.data, self.batch.as_ref())
    }

    pub fn holdings(&self) -> Holdings {
        let undone = self.undone.as_ref().map(|undone| undone.file().to_owned());
        let told = self.view().holdings();
        let receipts = told.receipts.into_iter().map(|receipt| self.told_of(receipt)).collect();
        Holdings { undone, receipts, ..told }
    }

    /// Begins to take files in. Data of another origin are replaced, not added to, once something was taken.
    pub fn begin(&mut self, origin: Origin) {
        self.cancel();
        let replaced = self.data.origin.is_some_and(|held| held != origin);
        let before = if replaced {
            let hides_names = self.data.hides_names;
            Before::Replaced(Box::new(std::mem::replace(&mut self.data, Data { hides_names, ..Data::default() })))
        } else {
            Before::Added { mark: self.data.tables.mark(), receipts: self.data.receipts.len(), runs: None }
        };
        self.data.tables.import = self.data.next_import();
        let file = self.data.tables.mark();
        self.batch = Some(Batch { origin, before, outcomes: Vec::new(), kin: Vec::new(), file, changed: false });
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
        let kin = import.as_ref().ok().and_then(|import| import.kin().cloned());
        let receipts =
            import.and_then(|import| import.finish(&mut self.data.tables)).and_then(|receipts| {
                match receipts.iter().all(Receipt::is_empty) {
                    true => Err(Refusal::HeaderOnly),
                    false => Ok(receipts),
                }
            });
        let Some(batch) = &mut self.batch else { return };
        match receipts {
            Ok(mut receipts) => {
                self.codes.apply(&mut self.data.tables, &batch.file, &mut receipts);
                let tables = &self.data.tables;
                let mut runs = None;
                // The last of the layers are this one's.
                if receipts.iter().any(|receipt| receipt.kind == Kind::Events) {
                    let sorted = Runs::of(&tables.events, tables.ids.len(), &tables.who, &tables.files);
                    let events = receipts.iter_mut().rev().filter(|receipt| receipt.kind == Kind::Events);
                    for (receipt, &duplicates) in events.zip(sorted.duplicates.iter().rev()) {
                        repeat(receipt, duplicates);
                    }
                    runs = Some(sorted);
                }
                if receipts.iter().any(|receipt| receipt.kind == Kind::People) {
                    let people = receipts.iter_mut().rev().filter(|receipt| receipt.kind == Kind::People);
                    people.zip(import::news(tables).into_iter().rev()).for_each(|(receipt, news)| tell(receipt, news));
                }
                let held = &self.data.receipts;
                let nothing_new = receipts.iter().all(|receipt| {
                    let is_here = |r: &Receipt| imports::says_the_same(r, receipt) && r.taken == receipt.taken;
                    receipt.tells_nothing()
                        || receipt.taken == 0 && (receipt.duplicates > 0 || held.iter().any(is_here))
                });
                receipts.iter_mut().for_each(|receipt| receipt.nothing_new = nothing_new);
                // What adds nothing is kept only where it can stand in for an earlier file.
                let corrects = imports::corrected(held, &receipts.iter().collect::<Vec<_>>()).is_some();
                if nothing_new && !corrects {
                    self.data.tables.rewind(&batch.file);
                } else {
                    receipts.iter_mut().for_each(|receipt| receipt.import = Some(tables.import));
                    if let Some(runs) = runs {
                        let old = std::mem::replace(&mut self.data.runs, runs);
                        if let Before::Added { runs: kept @ None, .. } = &mut batch.before {
                            *kept = Some(Box::new(old));
                        }
                    }
                    batch.changed = true;
                    self.data.receipts.extend(receipts.iter().cloned());
                }
                batch.kin.push((name.to_owned(), kin));
                batch.outcomes.extend(receipts.into_iter().map(Outcome::Read));
            }
            Err(why) => {
                self.data.tables.rewind(&batch.file);
                self.asked.refused(name, &why);
                batch.outcomes.push(Outcome::Refused { file: name.to_owned(), why });
            }
        }
        self.data.tables.import = self.data.next_import();
        batch.file = self.data.tables.mark();
    }

    /// Ends the taking in: what became of each file, and whether anything changed.
    pub fn commit(&mut self) -> (Vec<Outcome>, bool) {
        let Some(batch) = self.batch.take() else { return (Vec::new(), false) };
        let Batch { origin, before, mut outcomes, kin, changed, .. } = batch;
        // Files of which nothing can be used do not push out data of another origin.
        let usable =
            matches!(before, Before::Added { .. }) || self.data.receipts.iter().any(|receipt| receipt.taken > 0);
        let changed = changed && usable;
        // What was answered may name people.
        if usable && !self.codes.is_on() {
            kin.into_iter().for_each(|(file, kin)| self.asked.read(&file, kin));
        }
        if changed {
            self.data.origin = Some(origin);
            if self.data.identify() {
                self.data.sort();
            }
            self.data.settle();
            self.forget();
            // Which people are unknown is settled only now, when every file is in.
            let mut settled = self.data.receipts.iter().rev();
            for outcome in outcomes.iter_mut().rev() {
                if let Outcome::Read(receipt) = outcome
                    && receipt.import.is_some()
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

    /// The data are others now.
    fn forget(&mut self) {
        self.study = None;
        self.known.clear();
        self.beyond = Beyond::default();
        self.listed = None;
        self.filtered = None;
        self.offered = None;
        self.undone = None;
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

    /// What the screens show; `None` until there are people and events, and where a filter shows nobody.
    pub fn analyze(&mut self, ask: &Ask) -> Option<&Analysis> {
        if self.view().shows_nothing() {
            return None;
        }
        match self.whom(ask) {
            Whom::Nobody => return None,
            Whom::Some => return self.analyze_some(ask),
            Whom::Everybody => {}
        }
        let ask = &Ask { filter: String::new(), ..ask.clone() };
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

    /// What of the data would mislead, under the data date, the limit and the threshold of a definition.
    pub fn quality(&self, definition: &Definition, today: Option<Day>) -> Quality {
        let View { basis: Basis { tables, runs, row_of }, receipts, .. } = self.view();
        let limit = definition.min_group_in_force();
        let (cutoff, positive_from) = (definition.cutoff, definition.positive_from);
        Quality::of(&Held { tables, runs, row_of, receipts, cutoff, positive_from, limit, today })
    }

    /// What stands behind a number; `None` when it is not shown or there is no such number.
    pub fn inspect(&mut self, ask: &Ask, number: &Number) -> Option<Inspection> {
        match number {
            Number::DaysSaved { earlier, later, tau } => {
                let parts = self.means_behind(ask, [*earlier, *later], *tau, inspect::inspect)?;
                Some(inspect::days_saved([*earlier, *later], *tau, parts))
            }
            Number::Started { months, .. } => {
                let found = self.with_study(ask, number, inspect::inspect)?;
                let months = format::months(*months);
                Some(Inspection { title: t!("{title}, started {months}", title = found.title, months), ..found })
            }
            number => self.with_study(ask, number, inspect::inspect),
        }
    }

    fn study(&mut self, definition: &Definition) -> (&mut Study, Basis<'_>, Counts) {
        let view = seen(&self.data, self.batch.as_ref());
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
