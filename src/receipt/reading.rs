//! How a table was understood: what it was recognized by, and everything that was taken for granted.

use serde::{Deserialize, Serialize};

use super::question::Meaning;
use crate::n;
use crate::time::Day;

/// Stored by number: new ones come at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    Utf8,
    Utf8WithMark,
    Utf16Le,
    Utf16Be,
    /// One of before Unicode, by its name on the web, such as windows-1252.
    Legacy(String),
}

/// Stored by number: new ones come at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delimiter {
    Comma,
    Semicolon,
    Tab,
    Pipe,
}

impl Delimiter {
    pub const ALL: [Delimiter; 4] = [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab, Delimiter::Pipe];

    pub fn byte(self) -> u8 {
        match self {
            Delimiter::Comma => b',',
            Delimiter::Semicolon => b';',
            Delimiter::Tab => b'\t',
            Delimiter::Pipe => b'|',
        }
    }
}

/// How the cells are written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    Text {
        encoding: Encoding,
        delimiter: Delimiter,
    },
    /// Cells of a workbook.
    Workbook,
    /// Events of a calendar file.
    Calendar {
        encoding: Encoding,
    },
}

/// Which part of a date such as 03/04/2025 comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
}

impl DateOrder {
    pub const ALL: [DateOrder; 2] = [DateOrder::DayFirst, DateOrder::MonthFirst];
}

/// Why something was read one way and not the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Because {
    /// This value can be read only so.
    Value(String),
    /// Another column of the file is written so.
    Neighbor(String),
    /// The system that wrote the file writes so.
    Source,
    /// Somebody said so.
    Answer,
}

/// What stands for a person in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Identity {
    Email,
    Id,
    Name,
}

/// Something the reader took for granted. Stored by number: new ones come at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Assumption {
    /// The encoding is a guess from the letters.
    Encoding,
    Order {
        column: String,
        order: DateOrder,
        because: Because,
    },
    TwoDigitYears {
        column: String,
    },
    /// Numbers that count days as spreadsheets do.
    Serials {
        column: String,
    },
    /// Seconds or milliseconds since 1970, as days of UTC.
    UnixTime {
        column: String,
    },
    /// No row has a date of its own; the name of the file has one.
    FileDate {
        day: Day,
    },
    DecimalComma {
        column: String,
    },
    /// Who a row is about.
    Person {
        column: String,
        by: Identity,
    },
    /// What the events are about stands in no row; this text does for it.
    Item {
        text: String,
    },
    /// Of several sheets this one was read.
    Sheet {
        sheet: String,
        others: Vec<String>,
    },
    /// A part of an archive that could not be read.
    Unread {
        part: String,
        why: String,
    },
    /// What a calendar plans behind the day on which it was last written has not happened.
    CalendarUntil {
        day: Day,
    },
    /// A repetition that is not understood: only its first day is used.
    Repetition {
        item: String,
        rule: String,
    },
    /// A day in one of these columns is the day on which what it is named after was completed.
    Matrix {
        columns: Vec<String>,
    },
    /// Time in a meeting counts as coaching of everybody but whoever called it.
    MeetingIsCoaching,
    /// No list of people came with it: the first day of each person is the earliest in these columns. So many have none
    /// and are left out.
    FirstDays {
        columns: Vec<String>,
        without: u64,
    },
    /// The rows say what was so on a day. An event lies between two such lists, and the day of the later one is used; what
    /// the first list had already lies before it.
    Seen {
        between: u64,
        at_first: u64,
    },
    /// No row has a date of its own; a column says when the list was made.
    ListDate {
        column: String,
    },
    /// Read with the answers that are kept under this name.
    Profile {
        name: String,
    },
    /// What a column named after a thing says of it, and whether somebody said so.
    Meaning {
        column: String,
        meaning: Meaning,
        answered: bool,
    },
    /// The day on which an account was made is taken for the first day.
    AccountStart {
        column: String,
    },
    /// Time in a meeting counts as coaching of everybody in the list, which does not say who called it.
    MeetingOfEverybody,
    /// What somebody handed in counts as completed.
    HandedIn,
    /// Rows of a person differ in the day in this column, since which they are so.
    Since {
        column: String,
    },
    /// Codes stand in the place of what names people.
    Codes,
}

/// What such a file cannot tell, so that no number is believed too far. Stored by number: new ones come at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Caution {
    /// Only completions are in it: nobody who is still learning.
    OnlyCompleted,
    /// The date of a completion is the last change of its record.
    LastChange,
    /// People who left are not in it.
    NoLeavers,
    /// Nothing says when it was written, so that plans cannot be told from what happened.
    PlansCounted,
    /// It shows where people stood on one day: what it tells happened on that day or before.
    Snapshot,
    /// A filter on time chooses people there and then shows all of their courses.
    FilteredPeople,
    /// It tells what was clicked, not which activities count as completed.
    Log,
}

/// Why a column is dropped although it could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Private {
    IpAddress,
    Place,
    FreeText,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    pub column: String,
    pub why: Private,
}

/// Why a line is no row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Skip {
    /// Above the header.
    Preamble,
    /// A second or third line of the header.
    Header,
    /// Totals and remarks below the table.
    Footer,
    /// A row that a system adds and that is about nobody: maximum points, a test person, a preview.
    Pseudo,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// First and last line of the file, from 1.
    pub from: u64,
    pub to: u64,
    pub why: Skip,
}

/// A status word of the file and how it was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    pub word: String,
    /// In canonical words; `None` for a word nobody knows.
    pub meaning: Option<String>,
    pub rows: u64,
}

/// How one table was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The part of the file it stands in: a file of an archive, a sheet of a workbook.
    pub part: Option<String>,
    pub form: Form,
    /// The export it is; `None` for the canonical table.
    pub source: Option<String>,
    /// Column names by which it was recognized.
    pub evidence: Vec<String>,
    /// Line of the file with the column names, from 1.
    pub header_line: u64,
    /// Rows below the header, and those of them in which nothing happened yet.
    pub lines: u64,
    pub quiet: u64,
    pub skipped: Vec<Skipped>,
    pub assumptions: Vec<Assumption>,
    pub cautions: Vec<Caution>,
    pub dropped: Vec<Dropped>,
    pub words: Vec<Word>,
}

/// What is taken for a table of no known system.
pub const KNOWN_NAMES: &str = n!("Table with known column names");

impl Reading {
    /// No known system: its columns are understood by their names, or as somebody said.
    pub fn is_guess(&self) -> bool {
        self.source.as_deref() == Some(KNOWN_NAMES)
    }

    /// Of a canonical table, about which nothing has to be assumed.
    pub fn canonical(form: Form, header_line: u64) -> Reading {
        Reading {
            part: None,
            form,
            source: None,
            evidence: Vec::new(),
            header_line,
            lines: 0,
            quiet: 0,
            skipped: Vec::new(),
            assumptions: Vec::new(),
            cautions: Vec::new(),
            dropped: Vec::new(),
            words: Vec::new(),
        }
    }
}
