//! Why a file as a whole could not be taken, in words.

use thiserror::Error;

use super::asking::Asking;
use super::question::{Question, Questions};

/// Why a file as a whole could not be taken. Earlier data stay as they were.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
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
    #[error("{found} bytes; this page takes up to {most} bytes of such a file")]
    TooLarge { found: u64, most: u64 },
    #[error("more than {most} cells; this page takes up to that many of a sheet or an export")]
    TooManyCells { most: u64 },
    #[error("more than {most} bytes of text in its cells; this page takes up to that")]
    TooMuchText { most: u64 },
    #[error("line {line}: more than {most} columns; expected a table")]
    TooManyColumns { line: u64, most: u64 },
    #[error("line {line}: more than {most} bytes in one row; expected a table")]
    LongRow { line: u64, most: u64 },
    #[error("unpacked it is more than {most} bytes; this page takes up to that")]
    Bomb { most: u64 },
    #[error("it could not be unpacked: {why}")]
    Unpacked { why: String },
    #[error("line {line}: a quote opened here is never closed")]
    OpenQuote { line: u64 },
    #[error("the file could not be read: {why}")]
    Unreadable { why: String },
    #[error(
        "an export of {source_name} has no dates; expected one that says when something happened, such as {instead}"
    )]
    NoDates { source_name: String, instead: String },
    /// Told as a form.
    #[error("{0}")]
    Asks(Questions),
    /// Read as soon as the form is filled in.
    #[error("{title}", title = .0.title)]
    Asked(Box<Asking>),
}

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
