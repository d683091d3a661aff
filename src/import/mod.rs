//! Bytes → rows in the tables, and receipts.
//!
//! A look at the beginning of a file decides. A canonical table in UTF-8 goes piece by piece into the columns, without a
//! string for a field (`canonical`). Anything else is read as a whole (`whole`): archives and workbooks are opened
//! (`container`), text is decoded (`text`), and what comes of it is a `sheet` of cells (`dialect`). The sheet is recognized
//! by its header (`source`), and what the `plan` of its source says of the columns is carried out (`apply`) with values as
//! people write them (`written`). Both ways end in the same checks.

mod apply;
mod canonical;
mod container;
mod desk;
mod dialect;
mod draft;
mod events;
mod given;
mod header;
mod ics;
mod meaning;
mod people;
mod plan;
mod problems;
mod recognize;
mod roster;
mod row;
mod scan;
mod sheet;
mod sink;
mod source;
mod text;
mod value;
mod whole;
mod written;

#[cfg(test)]
mod tests;

use canonical::{Canonical, LOOK, Look};
use desk::Work;
use row::Rows;

pub use apply::SEEN;
pub use given::Given;

use crate::receipt::{Kin, Receipt, Refusal};
use crate::table::Tables;

pub use roster::{News, news};

/// The largest file that is read, bytes: its columns and the browser still fit into memory.
pub const MOST_BYTES: u64 = 1 << 30;
/// The part of the work that is done when a file that is read as a whole is there; of 1.
const ARRIVING: f64 = 0.1;

/// One file on its way in. Fill `space`, tell `filled`, call `read`; the last `read` says so.
#[derive(Debug)]
pub struct Import {
    file: String,
    bytes: u64,
    given: Given,
    rows: Rows,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Look,
    Canonical(Box<Canonical>),
    /// Read when it is there to its end. Says why it is no canonical table.
    Whole(Option<Refusal>),
    /// It is there to its end.
    Working(Work<whole::Told>),
    Done(whole::Told),
}

impl Import {
    pub fn new(file: &str, bytes: u64) -> Result<Import, Refusal> {
        Import::given(file, bytes, Given::default())
    }

    /// A file of which something is known before it is read.
    pub fn given(file: &str, bytes: u64, given: Given) -> Result<Import, Refusal> {
        if bytes == 0 {
            return Err(Refusal::Empty);
        }
        if bytes > MOST_BYTES {
            return Err(Refusal::TooLarge { found: bytes, most: MOST_BYTES });
        }
        let stage = if given.answers.is_empty() && !given.ask { Stage::Look } else { Stage::Whole(None) };
        Ok(Import { file: file.to_owned(), bytes, given, rows: Rows::new(b','), stage })
    }

    /// The same file, to be read from its beginning as a whole, where that helps: of a canonical table, in which a letter
    /// of another encoding stands far down.
    pub fn again(&self, why: &Refusal) -> Option<Import> {
        let helps = matches!((&self.stage, why), (Stage::Canonical(_), Refusal::Encoding { .. }));
        (helps && self.bytes <= whole::MOST_BYTES).then(|| Import {
            file: self.file.clone(),
            bytes: self.bytes,
            given: self.given.clone(),
            rows: Rows::new(b','),
            stage: Stage::Whole(None),
        })
    }

    /// Room for the next `len` bytes of the file.
    pub fn space(&mut self, len: usize) -> &mut [u8] {
        self.rows.space(len)
    }

    /// Says that the first `len` bytes of the space are there now.
    pub fn filled(&mut self, len: usize) {
        self.rows.filled(len);
    }

    /// Data rows read so far.
    pub fn rows(&self) -> u64 {
        match &self.stage {
            Stage::Look | Stage::Whole(_) => 0,
            Stage::Canonical(table) => table.rows(),
            Stage::Working(work) => work.rows(),
            Stage::Done(told) => told.receipts.iter().map(|receipt| receipt.rows).sum(),
        }
    }

    /// Bytes of the file.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// How much of the work is done, of 1.
    pub fn share(&self) -> f64 {
        let here = |bytes: u64| bytes as f64 / self.bytes as f64;
        match &self.stage {
            Stage::Look => 0.0,
            Stage::Canonical(_) => here(self.rows.consumed()).min(1.0),
            Stage::Whole(_) => ARRIVING * here(self.rows.head().len() as u64).min(1.0),
            Stage::Working(work) => ARRIVING + (1.0 - ARRIVING) * work.share(),
            Stage::Done(_) => 1.0,
        }
    }

    /// What its first table looks like, once it was read; `None` of a canonical one.
    pub fn kin(&self) -> Option<&Kin> {
        match &self.stage {
            Stage::Done(told) => told.kin.as_ref(),
            _ => None,
        }
    }

    /// Takes every complete row that is there; with `last`, the rest. After an error the tables have to be rewound.
    pub fn read(&mut self, tables: &mut Tables, last: bool) -> Result<(), Refusal> {
        if last {
            while self.step(tables)? {}
            return Ok(());
        }
        if self.rows.head().len() >= LOOK {
            self.look(tables, false)?;
        }
        match &mut self.stage {
            Stage::Canonical(table) => table.take(&mut self.rows, self.bytes, tables, false)?,
            Stage::Whole(_) => {
                self.check_size()?;
                // Nothing but the file itself says how long it is; a wrong length costs only growth.
                self.rows.reserve(self.bytes as usize);
            }
            Stage::Look | Stage::Working(_) | Stage::Done(_) => {}
        }
        Ok(())
    }

    /// Every byte is there: takes a step of what is left to do, after which something else may be done, or this be given
    /// up; `true` while there are more. After an error, or when it is given up, the tables have to be rewound.
    pub fn step(&mut self, tables: &mut Tables) -> Result<bool, Refusal> {
        self.look(tables, true)?;
        if let Stage::Whole(why) = &mut self.stage {
            let why = why.take();
            self.check_size()?;
            let (rows, file) = (std::mem::replace(&mut self.rows, Rows::new(b',')), self.file.clone());
            let given = self.given.clone();
            let work = Work::new(|desk| async move { whole::read(rows.head(), &file, &given, why, &desk).await });
            self.stage = Stage::Working(work);
        }
        match &mut self.stage {
            Stage::Canonical(table) => table.take(&mut self.rows, self.bytes, tables, true)?,
            Stage::Working(work) => match work.go_on(tables) {
                None => return Ok(true),
                Some(told) => self.stage = Stage::Done(told?),
            },
            Stage::Look | Stage::Whole(_) | Stage::Done(_) => {}
        }
        Ok(false)
    }

    /// Decides how the file is read, once enough of it is there.
    fn look(&mut self, tables: &Tables, last: bool) -> Result<(), Refusal> {
        if let Stage::Look = self.stage {
            self.stage = match Canonical::begin(&mut self.rows, tables, last)? {
                Look::Canonical(table) => Stage::Canonical(table),
                Look::More => Stage::Look,
                Look::Otherwise(why) => Stage::Whole(why),
            };
        }
        Ok(())
    }

    fn check_size(&self) -> Result<(), Refusal> {
        match (self.rows.head().len() as u64).max(self.bytes) > whole::MOST_BYTES {
            true => Err(Refusal::TooLarge { found: self.bytes, most: whole::MOST_BYTES }),
            false => Ok(()),
        }
    }

    /// What the file was, a receipt for each table in it. Events are not compared with other rows yet: `duplicates` and
    /// `unknown` come from `engine`.
    pub fn finish(self, tables: &mut Tables) -> Result<Vec<Receipt>, Refusal> {
        let mut receipts = match self.stage {
            Stage::Look | Stage::Whole(_) | Stage::Working(_) => return Err(Refusal::Empty),
            Stage::Canonical(table) => vec![table.finish(tables)],
            Stage::Done(told) => told.receipts,
        };
        for receipt in &mut receipts {
            receipt.file.clone_from(&self.file);
            receipt.bytes = self.bytes;
        }
        Ok(receipts)
    }
}
