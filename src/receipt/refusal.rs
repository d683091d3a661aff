//! Why a file as a whole could not be taken, in words.

use std::error::Error;
use std::fmt;

use super::asking::Asking;
use super::question::{Question, Questions};
use crate::t;

/// Why a file as a whole could not be taken. Earlier data stay as they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    Empty,
    HeaderOnly,
    NotText {
        found: String,
    },
    MissingColumn {
        kind: String,
        missing: String,
        found: String,
    },
    UnknownHeader {
        found: String,
    },
    ColumnTwice {
        column: String,
    },
    Encoding {
        found: String,
    },
    TooLarge {
        found: u64,
        most: u64,
    },
    TooManyCells {
        most: u64,
    },
    TooMuchText {
        most: u64,
    },
    TooManyColumns {
        line: u64,
        most: u64,
    },
    LongRow {
        line: u64,
        most: u64,
    },
    Bomb {
        most: u64,
    },
    Unpacked {
        why: String,
    },
    OpenQuote {
        line: u64,
    },
    Unreadable {
        why: String,
    },
    NoDates {
        source_name: String,
        instead: String,
    },
    /// Told as a form.
    Asks(Questions),
    /// Read as soon as the form is filled in.
    Asked(Box<Asking>),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Empty => f.write_str(t!("the file is empty")),
            Refusal::HeaderOnly => f.write_str(t!("only a header line, no rows under it")),
            Refusal::NotText { found } => f.write_str(&t!("found {found}; expected a text file with one row a line, such as CSV", found)),
            Refusal::MissingColumn { missing, found, kind } => f.write_str(&t!("line 1, column {missing}: not in the header; found {found}; expected it for {kind}", missing, found, kind)),
            Refusal::UnknownHeader { found } => f.write_str(&t!("line 1: found {found}; expected the columns person_id and start_date (people) or person_id, date and event (events)", found)),
            Refusal::ColumnTwice { column } => f.write_str(&t!("line 1, column {column}: found the name twice; expected it once", column)),
            Refusal::Encoding { found } => f.write_str(&t!("the text is {found}; expected UTF-8. Save the file as CSV UTF-8 and drop it again", found)),
            Refusal::TooLarge { found, most } => f.write_str(&t!("{found} bytes; this page takes up to {most} bytes of such a file", found, most)),
            Refusal::TooManyCells { most } => f.write_str(&t!("more than {most} cells; this page takes up to that many of a sheet or an export", most)),
            Refusal::TooMuchText { most } => f.write_str(&t!("more than {most} bytes of text in its cells; this page takes up to that", most)),
            Refusal::TooManyColumns { line, most } => f.write_str(&t!("line {line}: more than {most} columns; expected a table", line, most)),
            Refusal::LongRow { line, most } => f.write_str(&t!("line {line}: more than {most} bytes in one row; expected a table", line, most)),
            Refusal::Bomb { most } => f.write_str(&t!("unpacked it is more than {most} bytes; this page takes up to that", most)),
            Refusal::Unpacked { why } => f.write_str(&t!("it could not be unpacked: {why}", why)),
            Refusal::OpenQuote { line } => f.write_str(&t!("line {line}: a quote opened here is never closed", line)),
            Refusal::Unreadable { why } => f.write_str(&t!("the file could not be read: {why}", why)),
            Refusal::NoDates { source_name, instead } => f.write_str(&t!("an export of {source_name} has no dates; expected one that says when something happened, such as {instead}", source_name, instead)),
            Refusal::Asks(questions) => questions.fmt(f),
            Refusal::Asked(asking) => f.write_str(&asking.title),
        }
    }
}

impl Error for Refusal {}

impl Refusal {
    /// With a question in front, where it asks anything.
    pub fn asking_first(self, question: Option<Question>) -> Refusal {
        match self {
            Refusal::Asks(asked) => {
                Refusal::Asks(Questions { all: question.into_iter().chain(asked.all).collect(), ..asked })
            }
            why => why,
        }
    }
}

impl Refusal {
    /// Whether reading on would take more memory than there is, whatever part of a file it was.
    pub fn is_too_much(&self) -> bool {
        matches!(self, Refusal::Bomb { .. } | Refusal::TooManyCells { .. } | Refusal::TooMuchText { .. })
    }
}
