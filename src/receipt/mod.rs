//! What an import read, assumed and set aside: the vocabulary of a receipt. Written by `import` and `engine`, kept
//! with the data, shown by the page.

mod asking;
mod decision;
mod profile;
mod question;
mod reading;
mod reason;
mod refusal;

pub use asking::{Asking, Field, Group};
pub use decision::Decision;
pub use profile::{Kin, Profile, fitting};
pub use question::{
    Answers, Choice, Guess, Hint, Lack, Meaning, Picks, Question, Questions, Reply, Role, Settled, Topic,
};
pub use reading::{
    Assumption, Because, Caution, DateOrder, Delimiter, Dropped, Encoding, Form, Identity, KNOWN_NAMES, Private,
    Reading, Skip, Skipped, Word,
};
pub use reason::Reason;
pub use refusal::Refusal;

use serde::{Deserialize, Serialize};

/// Whose data they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// The user's own files.
    Own,
    /// The invented sample company.
    Sample,
}

/// What a file turned out to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    People,
    Events,
}

/// One row that was set aside, and the place of the trouble.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Line of the file on which the row begins, from 1.
    pub line: u64,
    /// The column that is wrong, by its name in the file; by its canonical one where the file lacks it.
    pub column: String,
    pub reason: Reason,
    /// What was there, shortened.
    pub found: String,
}

/// How many problems a receipt lists in full; the counts go on.
pub const PROBLEMS_LISTED: usize = 1_000;

/// Rows of one table that were set aside, as their file wrote them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kept {
    All,
    /// As many of the first as there was room for.
    First,
}

/// What is known of one table after it was read. A file has several of them when it names people and tells events too,
/// or when it holds several files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub file: String,
    /// Of the whole file.
    pub bytes: u64,
    /// Number of the import that brought it, in their order; `None` for a file of which nothing was kept.
    pub import: Option<u32>,
    pub kind: Kind,
    pub reading: Box<Reading>,
    /// People or events that the file speaks of, one for each row of a canonical table.
    pub rows: u64,
    /// Those that were taken in.
    pub taken: u64,
    /// Rows equal to one that was here already, in this file or another.
    pub duplicates: u64,
    /// Events about people no roster names, kept aside until one does.
    pub unknown: u64,
    /// People rows that replaced an earlier row of the same person with something different.
    pub replaced: u64,
    /// Set-aside rows by reason, in the order of `Reason`.
    pub set_aside: Vec<(Reason, u64)>,
    /// The first `PROBLEMS_LISTED` of them.
    pub problems: Vec<Problem>,
    /// Header names that are not canonical and were ignored.
    pub ignored_columns: Vec<String>,
    /// Optional canonical columns the file lacks.
    pub missing_columns: Vec<String>,
    /// Rows whose timestamp was used as its date.
    pub with_time: u64,
    /// Names of replaced people rows, the first few: what changed.
    pub changes: Vec<Change>,
    /// The file added nothing new.
    pub nothing_new: bool,
}

impl Receipt {
    /// Leaves out what a cell of the file says; words stand in the place of a value, and of what an appointment is called.
    pub fn leave_out_cells(&mut self, value: &str, appointment: &str) {
        for problem in &mut self.problems {
            value.clone_into(&mut problem.found);
        }
        for word in &mut self.reading.words {
            // As in “Completed (set by …)”.
            let plain = word.word.split('(').next().unwrap_or_default().trim_end().len();
            word.word.truncate(plain);
        }
        for assumption in &mut self.reading.assumptions {
            if let Assumption::Repetition { item, .. } = assumption {
                appointment.clone_into(item);
            }
        }
    }

    /// Of a table with so many rows, before any of them is taken.
    pub fn new(reading: Reading, rows: u64) -> Receipt {
        Receipt {
            file: String::new(),
            bytes: 0,
            import: None,
            kind: Kind::People,
            reading: Box::new(reading),
            rows,
            taken: 0,
            duplicates: 0,
            unknown: 0,
            replaced: 0,
            set_aside: Vec::new(),
            problems: Vec::new(),
            ignored_columns: Vec::new(),
            missing_columns: Vec::new(),
            with_time: 0,
            changes: Vec::new(),
            nothing_new: false,
        }
    }

    /// Name of the answers it was read with, where they were kept from another file.
    pub fn profile(&self) -> Option<&str> {
        self.reading.assumptions.iter().find_map(|assumption| match assumption {
            Assumption::Profile { name } => Some(name.as_str()),
            _ => None,
        })
    }

    /// Nothing in its rows has happened, or nothing that counts: only plans, or only states.
    pub fn tells_nothing(&self) -> bool {
        self.rows == 0
    }

    /// Without any row. Of a calendar the rows are what has taken place.
    pub fn is_empty(&self) -> bool {
        self.rows == 0 && self.reading.lines == 0 && !matches!(self.reading.form, Form::Calendar { .. })
    }

    pub fn set_aside_total(&self) -> u64 {
        self.set_aside.iter().map(|(_, n)| n).sum()
    }
}

/// A people row that differs from the earlier one of the same person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub person_id: String,
    pub column: String,
    pub before: String,
    pub after: String,
}

/// One file that was taken in, and what goes when it is taken out again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// In the order of the imports, never given twice while the file is here.
    pub number: u32,
    pub file: String,
    /// People no other file names.
    pub people: u64,
    /// People of whom another file says something else, which then holds.
    pub changed: u64,
    /// Events no other file tells of.
    pub events: u64,
    /// Which rows that were set aside are kept, one for each table that has some; none of a file that an earlier version
    /// read.
    pub kept: Vec<Kept>,
    /// `false` where a later list of people was stored, by an earlier version, without the rows it repeated.
    pub can_be_undone: bool,
    /// The import of an earlier file of the same name and kind with other content.
    pub replaces: Option<u32>,
}

/// The outcome of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Read(Receipt),
    Refused { file: String, why: Refusal },
}
