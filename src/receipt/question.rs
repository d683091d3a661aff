//! What a file leaves open, and what was answered. A refused file is read again with the answers.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::reading::{DateOrder, Encoding};
use crate::t;

/// A choice of each field of a form, in order; `None` where nothing was chosen.
pub type Picks = Vec<Option<u32>>;

/// What a column says of a person or an event. Stored by number: new ones come at the end.
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
    /// Since when a row about a person is so: they may have several.
    Since,
}

impl Role {
    /// Every meaning a column can have, those of people first.
    pub const ALL: [Role; 28] = [
        Role::Email,
        Role::Id,
        Role::Name,
        Role::FirstName,
        Role::LastName,
        Role::Job,
        Role::Cohort,
        Role::Location,
        Role::Team,
        Role::ManagerEmail,
        Role::ManagerId,
        Role::ManagerName,
        Role::Since,
        Role::Start,
        Role::End,
        Role::Date,
        Role::Event,
        Role::Item,
        Role::Status,
        Role::Assigned,
        Role::Enrolled,
        Role::Started,
        Role::Completed,
        Role::Value,
        Role::Minutes,
        Role::Context,
        Role::By,
        Role::Note,
    ];
}

/// What a column named after a thing says of it: of a question, an activity, a score. Stored by number: new ones come at
/// the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// The answer to the question whether the training is worth it (metrics.md section 7).
    Belief,
    /// The answer to any other question.
    Question,
    /// A behaviour that was seen, or not.
    Behaviour,
    /// A module that was completed.
    Module,
    /// The value of an indicator.
    Indicator,
    Nothing,
}

impl Meaning {
    /// Of a column with numbers.
    pub const OF_VALUES: &'static [Meaning] = &[
        Meaning::Belief,
        Meaning::Question,
        Meaning::Behaviour,
        Meaning::Module,
        Meaning::Indicator,
        Meaning::Nothing,
    ];
    /// Of a column that only says whether, or when.
    pub const OF_MARKS: &'static [Meaning] = &[Meaning::Module, Meaning::Behaviour, Meaning::Nothing];
}

/// A column of which several meanings make sense, and the one it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub column: String,
    /// The first values in it, shortened.
    pub examples: Vec<String>,
    pub meaning: Meaning,
}

/// What a status word means for whoever has it. Stored by number: new ones come at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Settled {
    Done,
    NotDone,
    /// Rows with it tell nothing.
    Ignored,
}

impl Settled {
    pub const ALL: [Settled; 3] = [Settled::Done, Settled::NotDone, Settled::Ignored];
}

/// A column of a file that nobody knows, and what it looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    pub column: String,
    /// The first values in it, shortened.
    pub examples: Vec<String>,
    /// `None` where neither name nor values say anything.
    pub role: Option<Role>,
    pub because: Hint,
}

/// What a guess rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    Nothing,
    Name,
    Values,
}

/// What only somebody who knows the file can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Which sheet of a workbook is read: each with its rows.
    Sheet { sheets: Vec<(String, u64)>, read: usize },
    /// Which letters the bytes are: each encoding with texts as they would be.
    Encoding { candidates: Vec<(Encoding, Vec<String>)>, read: usize },
    /// Every date of the column can be read both ways.
    DateOrder { column: String, example: String, read: Option<DateOrder> },
    /// What the columns of a table nobody knows mean.
    Columns { line: u64, guesses: Vec<Guess> },
    /// What the things mean that columns are named after.
    Meanings { choices: Vec<Choice>, offered: &'static [Meaning] },
    /// Status words with their rows; `None` for one that nobody knows.
    Words { words: Vec<(String, u64, Option<Settled>)> },
}

impl Question {
    pub fn topic(&self) -> Topic {
        match self {
            Question::Sheet { .. } => Topic::Sheet,
            Question::Encoding { .. } => Topic::Letters,
            Question::DateOrder { .. } => Topic::DateOrder,
            Question::Columns { .. } => Topic::Columns,
            Question::Meanings { .. } => Topic::Meanings,
            Question::Words { .. } => Topic::Words,
        }
    }

    /// Fields of its form.
    pub fn fields(&self) -> usize {
        match self {
            Question::Sheet { .. } | Question::Encoding { .. } | Question::DateOrder { .. } => 1,
            Question::Columns { guesses, .. } => guesses.len(),
            Question::Meanings { choices, .. } => choices.len(),
            Question::Words { words } => words.len(),
        }
    }

    /// Whether another answer makes another table of the file.
    fn comes_first(&self) -> bool {
        matches!(self, Question::Sheet { .. } | Question::Encoding { .. })
    }

    /// Adds what was picked in its fields, in the order in which they offer it.
    fn answer(&self, picks: &[Option<u32>], answers: &mut Answers) {
        let picked = |at: usize| picks.get(at).copied().flatten().map(|pick| pick as usize);
        match self {
            Question::Sheet { sheets, .. } => {
                answers.sheet = picked(0).and_then(|at| sheets.get(at)).map(|(name, _)| name.clone());
            }
            Question::Encoding { candidates, .. } => {
                answers.encoding = picked(0).and_then(|at| candidates.get(at)).map(|(encoding, _)| encoding.clone());
            }
            Question::DateOrder { .. } => {
                answers.date_order = picked(0).and_then(|at| DateOrder::ALL.get(at)).copied();
            }
            Question::Columns { guesses, .. } => {
                let role = |at: usize| picked(at).and_then(|pick| Role::ALL.get(pick)).copied();
                let roles =
                    guesses.iter().enumerate().filter_map(|(at, guess)| Some((guess.column.clone(), role(at)?)));
                answers.roles = roles.collect();
            }
            Question::Meanings { choices, offered } => {
                let meaning = |at: usize| picked(at).and_then(|pick| offered.get(pick)).copied();
                let meanings =
                    choices.iter().enumerate().filter_map(|(at, choice)| Some((choice.column.clone(), meaning(at)?)));
                answers.meanings.extend(meanings);
            }
            Question::Words { words } => {
                let settled = |at: usize| picked(at).and_then(|pick| Settled::ALL.get(pick)).copied();
                let words = words.iter().enumerate().filter_map(|(at, (word, ..))| Some((word.clone(), settled(at)?)));
                answers.words = words.collect();
            }
        }
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Question::Sheet { sheets, .. } => {
                let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
                t!("found the sheets {sheets}; expected to be told which one to read", sheets = names.join(", "))
            }
            Question::Encoding { .. } => {
                t!("found letters that can be read in several ways; expected to be told which one is right").to_owned()
            }
            Question::DateOrder { column, example, .. } => t!(
                "column {column}: found dates like {example}, in which day and month cannot be told apart; expected to be told which comes first",
                column,
                example
            ),
            Question::Columns { line, guesses } => t!(
                "line {line}: found the columns {columns}, which no known export has; expected to be told which of them names the person and which one the date",
                line,
                columns = quoted(guesses.iter().map(|guess| guess.column.as_str()))
            ),
            Question::Meanings { choices, .. } => t!(
                "found the columns {columns}; expected to be told what they count as",
                columns = quoted(choices.iter().map(|choice| choice.column.as_str()))
            ),
            Question::Words { words } => t!(
                "found the words {words}; expected to be told which of them mean done",
                words = quoted(words.iter().map(|(word, ..)| word.as_str()))
            ),
        };
        f.write_str(&text)
    }
}

/// The first of them.
fn quoted<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.take(12).map(|name| t!("“{name}”", name)).collect::<Vec<_>>().join(", ")
}

/// What a question is about: a place in the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Topic {
    Sheet,
    Letters,
    DateOrder,
    Columns,
    Meanings,
    Words,
}

/// What has to be known of a table before anything in it can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// A column that stands for the person.
    Person,
    /// A column with the first day of people, or with the day of what happened.
    Date,
    /// What happened on that day.
    What,
}

/// Everything that is open about a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questions {
    /// What decides about the rest first.
    pub all: Vec<Question>,
    /// What this kind of export is called where the answers are kept.
    pub name: String,
    /// An answer was given, and is not enough.
    pub again: bool,
    /// What the answer leaves open.
    pub lacks: Vec<Lack>,
    /// Where the form opens.
    pub about: Option<Topic>,
}

impl Questions {
    /// What was picked, and whether it makes another table of the file, whose columns have to be asked about anew.
    pub fn answers(&self, picks: &[Option<u32>]) -> (Answers, bool) {
        let (mut answers, mut other) = (Answers::default(), false);
        let mut rest = picks;
        for question in &self.all {
            let (own, behind) = rest.split_at(question.fields().min(rest.len()));
            rest = behind;
            let picked = own.first().copied().flatten().map(|pick| pick as usize);
            other |= match question {
                Question::Sheet { read, .. } | Question::Encoding { read, .. } => picked.is_some_and(|at| at != *read),
                _ => false,
            };
            if !other || question.comes_first() {
                question.answer(own, &mut answers);
            }
        }
        (answers, other && self.all.iter().any(|question| !question.comes_first()))
    }
}

impl fmt::Display for Questions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, question) in self.all.iter().enumerate() {
            let between = if at == 0 { "" } else { "; " };
            write!(f, "{between}{question}")?;
        }
        Ok(())
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
    /// Columns named after a thing, and what they say of it.
    pub meanings: Vec<(String, Meaning)>,
    /// Status words and what they mean.
    pub words: Vec<(String, Settled)>,
}

impl Answers {
    /// These answers, and the earlier ones to what they leave open.
    pub fn after(self, before: Answers) -> Answers {
        Answers {
            encoding: self.encoding.or(before.encoding),
            date_order: self.date_order.or(before.date_order),
            sheet: self.sheet.or(before.sheet),
            roles: if self.roles.is_empty() { before.roles } else { self.roles },
            meanings: if self.meanings.is_empty() { before.meanings } else { self.meanings },
            words: if self.words.is_empty() { before.words } else { self.words },
        }
    }

    pub fn is_empty(&self) -> bool {
        *self == Answers::default()
    }
}

/// What somebody says about a file that is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    #[default]
    Nothing,
    /// Ask about everything that was taken for granted.
    Ask,
    /// The same, to change what one question is about.
    AskAbout(Topic),
    /// The fields of its form, and the name under which the answers are kept for the next export of its kind; empty where
    /// they are not kept.
    Picked { picks: Picks, keep: String },
}
