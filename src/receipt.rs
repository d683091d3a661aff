//! What an import read, assumed and set aside: the vocabulary of a receipt. Written by `import` and `engine`, kept
//! with the data, shown by the page.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What a file turned out to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    People,
    Events,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    Utf8,
    Utf8WithMark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delimiter {
    Comma,
    Semicolon,
    Tab,
}

impl Delimiter {
    pub const ALL: [Delimiter; 3] = [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab];

    pub fn byte(self) -> u8 {
        match self {
            Delimiter::Comma => b',',
            Delimiter::Semicolon => b';',
            Delimiter::Tab => b'\t',
        }
    }
}

/// Why a row was set aside. The order is the order of report.md: a row counts at the first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    NoPersonId,
    PersonTwice,
    NoStartDate,
    StartNoDate,
    EndNoDate,
    EndBeforeStart,
    NoDate,
    DateNoDate,
    UnknownEvent,
    NoItem,
    NoValue,
    ValueNoNumber,
    NoMinutes,
    MinutesNoNumber,
    MinutesNegative,
    UnknownContext,
    NotUtf8,
}

/// One row that was set aside, and the place of the trouble.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Line of the file on which the row begins, from 1.
    pub line: u64,
    /// The canonical column that is wrong.
    pub column: String,
    pub reason: Reason,
    /// What was there, shortened.
    pub found: String,
}

/// How many problems a receipt lists in full; the counts go on.
pub const PROBLEMS_LISTED: usize = 1_000;

/// What is known of one file after it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub file: String,
    pub bytes: u64,
    pub kind: Kind,
    pub encoding: Encoding,
    pub delimiter: Delimiter,
    /// Data rows in the file.
    pub rows: u64,
    /// Rows that became people or events.
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

/// Why a file as a whole could not be taken. Earlier data stay as they were.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum Refusal {
    #[error("the file is empty")]
    Empty,
    #[error("only a header line, no rows under it")]
    HeaderOnly,
    #[error("found {found}; expected a text file with one row a line, such as CSV")]
    NotText { found: String },
    #[error("line 1, column {missing}: not in the header; found {found}; expected it for {kind}")]
    MissingColumn { kind: String, missing: String, found: String },
    #[error(
        "line 1: found {found}; expected the columns person_id and start_date (people) or person_id, date and event (events)"
    )]
    UnknownHeader { found: String },
    #[error("line 1, column {column}: found the name twice; expected it once")]
    ColumnTwice { column: String },
    #[error("the text is {found}; expected UTF-8. Save the file as CSV UTF-8 and drop it again")]
    Encoding { found: String },
    #[error("{found} bytes; this page takes up to {most} bytes a file")]
    TooLarge { found: u64, most: u64 },
    #[error("line {line}: a quote opened here is never closed")]
    OpenQuote { line: u64 },
    #[error("the file could not be read: {why}")]
    Unreadable { why: String },
    #[error("it was written by a newer Rampline (form {found}); this one reads up to {known}")]
    Newer { found: u32, known: u32 },
    #[error("no more room: {why}")]
    NoRoom { why: String },
}

/// The outcome of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    Read(Receipt),
    Refused { file: String, why: Refusal },
}
