//! What a file leaves open, and what was answered. A refused file is read again with the answers.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::reading::{DateOrder, Encoding};

/// What a column says of a person or an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// An e-mail address that stands for the person.
    Email,
    /// A number or word that stands for the person.
    Id,
    Name,
    FirstName,
    LastName,
    /// Role in the company, such as a job title.
    Job,
    Cohort,
    Location,
    Team,
    ManagerEmail,
    ManagerId,
    ManagerName,
    /// Day 0: hire, or move into the role.
    Start,
    /// Left the role.
    End,
    /// When the event happened.
    Date,
    /// Which kind of event, as a canonical word.
    Event,
    /// What it is about: a course, a module, a behaviour.
    Item,
    Status,
    Assigned,
    Enrolled,
    Started,
    Completed,
    Value,
    Minutes,
    Context,
    By,
    Note,
}

/// A column of a file that nobody knows, and what it looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guess {
    pub column: String,
    /// The first values in it, shortened.
    pub examples: Vec<String>,
    /// `None` where neither name nor values say anything.
    pub role: Option<Role>,
    pub because: Hint,
}

/// What a guess rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hint {
    Nothing,
    Name,
    Values,
}

/// What only somebody who knows the file can say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// Every date of the file can be read both ways.
    DateOrder { column: String, example: String },
    /// What the columns mean.
    Columns { line: u64, guesses: Vec<Guess> },
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Question::DateOrder { column, example } => write!(
                f,
                "column {column}: found dates like {example}, in which day and month cannot be told apart; expected to be told which comes first"
            ),
            Question::Columns { line, guesses } => {
                let shown: Vec<String> = guesses.iter().take(12).map(|guess| format!("“{}”", guess.column)).collect();
                write!(
                    f,
                    "line {line}: found the columns {}, which no known export has; expected to be told which of them names the person and which one the date",
                    shown.join(", ")
                )
            }
        }
    }
}

/// What was answered for one file; nothing answered by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    pub encoding: Option<Encoding>,
    pub date_order: Option<DateOrder>,
    /// The sheet of a workbook to read.
    pub sheet: Option<String>,
    /// Column name and what it means. Columns that are not named are not used.
    pub roles: Vec<(String, Role)>,
}

impl Answers {
    /// These answers, and the earlier ones to what they leave open.
    pub fn after(self, before: Answers) -> Answers {
        Answers {
            encoding: self.encoding.or(before.encoding),
            date_order: self.date_order.or(before.date_order),
            sheet: self.sheet.or(before.sheet),
            roles: if self.roles.is_empty() { before.roles } else { self.roles },
        }
    }
}
