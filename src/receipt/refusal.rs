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
        let text = match self {
            Refusal::Empty => t!("the file is empty").to_owned(),
            Refusal::HeaderOnly => t!("only a header line, no rows under it").to_owned(),
            Refusal::NotText { found } => {
                t!("found {found}; expected a text file with one row a line, such as CSV", found)
            }
            Refusal::MissingColumn { missing, found, kind } => {
                t!(
                    "line 1, column {missing}: not in the header; found {found}; expected it for {kind}",
                    missing,
                    found,
                    kind
                )
            }
            Refusal::UnknownHeader { found } => t!(
                "line 1: found {found}; expected the columns person_id and start_date (people) or person_id, date and event (events)",
                found
            ),
            Refusal::ColumnTwice { column } => {
                t!("line 1, column {column}: found the name twice; expected it once", column)
            }
            Refusal::Encoding { found } => {
                t!("the text is {found}; expected UTF-8. Save the file as CSV UTF-8 and drop it again", found)
            }
            Refusal::TooLarge { found, most } => {
                t!("{found} bytes; this page takes up to {most} bytes of such a file", found, most)
            }
            Refusal::TooManyCells { most } => {
                t!("more than {most} cells; this page takes up to that many of a sheet or an export", most)
            }
            Refusal::TooMuchText { most } => {
                t!("more than {most} bytes of text in its cells; this page takes up to that", most)
            }
            Refusal::TooManyColumns { line, most } => {
                t!("line {line}: more than {most} columns; expected a table", line, most)
            }
            Refusal::LongRow { line, most } => {
                t!("line {line}: more than {most} bytes in one row; expected a table", line, most)
            }
            Refusal::Bomb { most } => t!("unpacked it is more than {most} bytes; this page takes up to that", most),
            Refusal::Unpacked { why } => t!("it could not be unpacked: {why}", why),
            Refusal::OpenQuote { line } => t!("line {line}: a quote opened here is never closed", line),
            Refusal::Unreadable { why } => t!("the file could not be read: {why}", why),
            Refusal::NoDates { source_name, instead } => t!(
                "an export of {source_name} has no dates; expected one that says when something happened, such as {instead}",
                source_name,
                instead
            ),
            Refusal::Asks(questions) => questions.to_string(),
            Refusal::Asked(asking) => asking.title.clone(),
        };
        f.write_str(&text)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_said_in_another_language() {
        let kind = || crate::t!("events").to_owned();
        crate::language::german::spoken(|| {
            let refusal =
                Refusal::MissingColumn { kind: kind(), missing: "date".to_owned(), found: "„x“".to_owned() };
            let text = "Zeile 1, Spalte date: fehlt in der Kopfzeile; gefunden: „x“; erwartet für Ereignisse";
            assert_eq!(refusal.to_string(), text);
            assert_eq!(
                Refusal::Bomb { most: 9 }.to_string(),
                "entpackt sind es mehr als 9 Byte; diese Seite nimmt bis zu so viel"
            );
        });
    }
}
