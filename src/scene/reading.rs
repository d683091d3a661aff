//! How a table was read, a line for each thing that was seen or taken for granted.

use crate::format;
use crate::receipt::{
    Assumption, Because, Caution, DateOrder, Delimiter, Encoding, Form, Identity, Kind, Meaning, Private, Reading,
    Receipt, Skip, Topic, Word,
};

use crate::format::{events, people, rows};

/// What it is, the words for it, and the question by which somebody can change it.
pub type Line = (&'static str, String, Option<Topic>);

/// Only what holds.
pub fn lines(receipt: &Receipt) -> Vec<Line> {
    let reading = &receipt.reading;
    let is_guess = reading.is_guess();
    let mut lines: Vec<Line> = vec![("Read as", recognized(receipt), is_guess.then_some(Topic::Columns))];
    let mut say = |what, how| lines.push((what, how, None));
    say("Text", text(receipt));
    reading.part.iter().for_each(|part| say("Part", part.clone()));
    if reading.header_line > 1 {
        say("Header", format!("Line {}", format::count(reading.header_line)));
    }
    for assumption in &reading.assumptions {
        lines.push(("Assumed", assumed(assumption), topic(assumption, is_guess)));
    }
    if receipt.with_time > 0 {
        let text =
            format!("{} had a time of day. The date as written is used, the time is not.", rows(receipt.with_time));
        lines.push(("Dates", text, None));
    }
    lines.extend(reading.cautions.iter().map(|caution| ("Careful", cautioned(*caution).to_owned(), None)));
    if !reading.words.is_empty() {
        let words = reading.words.iter().map(word).collect::<Vec<_>>().join("; ");
        lines.push(("Words", words, Some(Topic::Words)));
    }
    lines.extend(unused(receipt).into_iter().map(|(what, how)| (what, how, None)));
    lines
}

/// Rows and columns that come to nothing, and why.
fn unused(receipt: &Receipt) -> Vec<(&'static str, String)> {
    let reading = &receipt.reading;
    let mut lines = Vec::new();
    if reading.quiet > 0 {
        lines.push(("Nothing yet", format!("In {} nothing happened that counts", rows(reading.quiet))));
    }
    lines.extend(skipped(reading));
    for (why, words) in PRIVATE {
        let columns: Vec<&str> = reading
            .dropped
            .iter()
            .filter(|dropped| dropped.why == why)
            .map(|dropped| dropped.column.as_str())
            .collect();
        if !columns.is_empty() {
            lines.push(("Dropped", format!("{words}: {}", listed(columns.len(), columns.into_iter()))));
        }
    }
    if !receipt.ignored_columns.is_empty() {
        let columns = if receipt.ignored_columns.len() == 1 { "column" } else { "columns" };
        lines.push((
            "Not used",
            format!(
                "The {columns} {}",
                listed(receipt.ignored_columns.len(), receipt.ignored_columns.iter().map(String::as_str))
            ),
        ));
    }
    for column in &receipt.missing_columns {
        lines.push(("Not there", format!("The column {column}: {}", without_column(column))));
    }
    lines
}

const PRIVATE: [(Private, &str); 3] = [
    (Private::IpAddress, "Internet addresses are not kept"),
    (Private::Place, "Places of people are not kept"),
    (Private::FreeText, "Free text is not kept"),
];

/// Names of columns; of very many the first.
fn listed<'a>(count: usize, names: impl Iterator<Item = &'a str>) -> String {
    const MOST: usize = 60;
    let mut text = names.take(MOST).collect::<Vec<_>>().join(", ");
    if count > MOST {
        text += &format!(" and {} more", format::count((count - MOST) as u64));
    }
    text
}

fn recognized(receipt: &Receipt) -> String {
    let list = format!("a list of {}", kind(receipt.kind));
    match &receipt.reading.source {
        None => format!("A list of {}, by its header line", kind(receipt.kind)),
        Some(source) => {
            let evidence = &receipt.reading.evidence;
            let evidence = listed(evidence.len(), evidence.iter().map(String::as_str));
            format!("{source}: {list}, by the columns {evidence}")
        }
    }
}

fn text(receipt: &Receipt) -> String {
    let size = format::bytes(receipt.bytes);
    match &receipt.reading.form {
        Form::Text { encoding: code, delimiter: between } => {
            format!("{}, columns between {}, {size}", encoding(code), delimiter(*between))
        }
        Form::Calendar { encoding: code } => format!("{}, a calendar, {size}", encoding(code)),
        Form::Workbook => format!("Cells of a workbook, {size}"),
    }
}

pub fn encoding(encoding: &Encoding) -> String {
    match encoding {
        Encoding::Utf8 => "UTF-8".to_owned(),
        Encoding::Utf8WithMark => "UTF-8 with a byte order mark".to_owned(),
        Encoding::Utf16Le => "UTF-16, little-endian".to_owned(),
        Encoding::Utf16Be => "UTF-16, big-endian".to_owned(),
        Encoding::Legacy(name) => name.clone(),
    }
}

pub fn delimiter(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => "commas",
        Delimiter::Semicolon => "semicolons",
        Delimiter::Tab => "tabs",
        Delimiter::Pipe => "vertical bars",
    }
}

pub fn order(order: DateOrder) -> &'static str {
    match order {
        DateOrder::DayFirst => "the day comes first",
        DateOrder::MonthFirst => "the month comes first",
    }
}

/// The question behind an assumption; `None` where the values leave no choice.
fn topic(assumption: &Assumption, is_guess: bool) -> Option<Topic> {
    match assumption {
        Assumption::Encoding => Some(Topic::Letters),
        Assumption::Order { because: Because::Value(_), .. } => None,
        Assumption::Order { .. } => Some(Topic::DateOrder),
        Assumption::Sheet { .. } => Some(Topic::Sheet),
        Assumption::Meaning { .. } | Assumption::Matrix { .. } => Some(Topic::Meanings),
        Assumption::Person { .. } | Assumption::Since { .. } if is_guess => Some(Topic::Columns),
        _ => None,
    }
}

fn assumed(assumption: &Assumption) -> String {
    match assumption {
        Assumption::Encoding => "The encoding is a guess from the letters".to_owned(),
        Assumption::Order { column, order: first, because } => {
            let why = match because {
                Because::Value(value) => format!("because {value} is no date otherwise"),
                Because::Neighbor(column) => format!("as in {column}"),
                Because::Source => "because this system writes dates so".to_owned(),
                Because::Answer => "as you said".to_owned(),
            };
            format!("{column}: {}, {why}", order(*first))
        }
        Assumption::TwoDigitYears { column } => format!("{column}: years 00 to 68 are 2000 to 2068, others 19xx"),
        Assumption::Serials { column } => format!("{column}: numbers count days as spreadsheets do"),
        Assumption::UnixTime { column } => format!("{column}: numbers count time since 1970, taken as days of UTC"),
        Assumption::FileDate { day } => format!("No row has a date; {day} is from the name of the file"),
        Assumption::DecimalComma { column } => format!("{column}: a comma stands before decimals"),
        Assumption::Person { column, by } => match by {
            Identity::Email => format!("People are known by the e-mail address in {column}, capitals or not"),
            Identity::Id => format!("People are known by {column}"),
            Identity::Name => {
                format!("People are known only by the name in {column}: two of one name would be taken for one")
            }
        },
        Assumption::Item { text } => format!("The rows do not say what they are about; “{text}” is used"),
        Assumption::Sheet { sheet, others } => {
            format!("The sheet {sheet} was read, not {}", others.join(", "))
        }
        Assumption::Unread { part, why } => format!("{part} was left out: {why}"),
        Assumption::CalendarUntil { day } => {
            format!("What is planned after {day}, when the calendar was last written, has not happened")
        }
        Assumption::Repetition { item, rule } => {
            format!("“{item}” repeats by a rule that is not understood ({rule}); only its first day is used")
        }
        Assumption::Matrix { columns } => {
            format!("A day in {} is the day on which it was completed", columns.join(", "))
        }
        Assumption::MeetingIsCoaching => {
            "Time in the meeting counts as coaching of everybody but the one who called it".to_owned()
        }
        Assumption::MeetingOfEverybody => {
            "Time in the meeting counts as coaching of everybody in the list, which does not say who called it"
                .to_owned()
        }
        Assumption::Since { column } => format!(
            "A person may have several rows, each so since the day in {column}: the manager of a day is the one of that day, all else is from the latest row"
        ),
        Assumption::Codes => "Codes stand in the place of names, addresses and ids. Notes, what appointments are called and rows that were set aside are not kept".to_owned(),
        Assumption::HandedIn => "A task that was handed in and an attempt at a quiz count as completed".to_owned(),
        Assumption::FirstDays { columns, without } => {
            let left_out = match without {
                0 => String::new(),
                _ => format!(". {} without one are left out", people(*without)),
            };
            let columns = listed(columns.len(), columns.iter().map(String::as_str));
            format!("Day 0 of each person is their earliest day in {columns}, until a list of people is here{left_out}")
        }
        Assumption::Seen { between, at_first } => {
            let known = format!("{} lie between two lists; the day of the later one is used", events(*between));
            match at_first {
                0 => known,
                _ => format!("{known}. {} were in the first list already, and may be much older", events(*at_first)),
            }
        }
        Assumption::ListDate { column } => {
            format!("No row has a date of its own; {column} says when the list was made")
        }
        Assumption::AccountStart { column } => {
            format!("{column}, the day an account was made, is taken for the start. A list with hire dates is better")
        }
        Assumption::Profile { name } => format!("Read with the answers kept as “{name}”"),
        Assumption::Meaning { column, meaning: what, answered } => {
            let why = if *answered { "as you said" } else { "by its words" };
            format!("{column}: {}, {why}", meaning(*what))
        }
    }
}

/// What a column named after a thing counts as.
pub fn meaning(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Belief => "belief that it is worth it",
        Meaning::Question => "another question",
        Meaning::Behaviour => "an observed behaviour",
        Meaning::Module => "a completed module",
        Meaning::Indicator => "an indicator",
        Meaning::Nothing => "not used",
    }
}

fn cautioned(caution: Caution) -> &'static str {
    match caution {
        Caution::OnlyCompleted => {
            "Only completions are in this file. Who is still learning is missing, so it cannot say how long it takes"
        }
        Caution::LastChange => "The date of a completion is the last change of its record, so it may be late",
        Caution::NoLeavers => "This system leaves people out who left. How long it took them is not known",
        Caution::PlansCounted => {
            "Nothing says when this file was written: what is planned counts as if it had happened"
        }
        Caution::Snapshot => "The day is that of the export: what it shows happened on that day or before",
        Caution::Log => {
            "A log does not say which activities count as completed. The report of activity completion does"
        }
        Caution::FilteredPeople => "A filter on time picks people in this report and then shows all of their courses",
    }
}

fn word(word: &Word) -> String {
    let meaning = word.meaning.as_deref().unwrap_or("not known, set aside");
    format!("“{}” is {meaning} ({})", word.word, rows(word.rows))
}

fn skipped(reading: &Reading) -> Vec<(&'static str, String)> {
    let words = |why| match why {
        Skip::Preamble => "Above the table",
        Skip::Header => "More of the header",
        Skip::Footer => "Below the table",
        Skip::Pseudo => "About nobody",
    };
    let lines = |from: u64, to: u64| match from == to {
        true => format!("Line {}", format::count(from)),
        false => format!("Lines {} to {}", format::count(from), format::count(to)),
    };
    reading.skipped.iter().map(|skipped| (words(skipped.why), lines(skipped.from, skipped.to))).collect()
}

/// What follows from an optional column that a file lacks.
pub fn without_column(column: &str) -> &'static str {
    match column {
        "name" => "people are known by their id",
        "role" => "no grouping by role, and nobody is a leader",
        "team" => "everybody is in “No team”",
        "cohort" => "no grouping by cohort",
        "location" => "no location is known",
        "manager_id" => "managers are counted as learners",
        "end_date" => "nobody is known to have left",
        "item" => "events that need an item are set aside",
        "value" => "events that need a value are set aside",
        "minutes" => "coaching is set aside",
        "context" => "every observation counts as live work",
        "by" => "no observer or coach is known",
        "note" => "no notes",
        _ => "left empty",
    }
}

pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::People => "people",
        Kind::Events => "events",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::receipt::Dropped;

    #[test]
    fn a_reading_is_told_in_lines() {
        let mut reading = Reading::canonical(Form::Text { encoding: Encoding::Utf16Le, delimiter: Delimiter::Tab }, 9);
        reading.source = Some("Some system".to_owned());
        reading.evidence = vec!["User".to_owned(), "Due".to_owned()];
        let order = DateOrder::DayFirst;
        let because = Because::Value("13.01.2025".to_owned());
        reading.assumptions = vec![Assumption::Order { column: "Due".to_owned(), order, because }];
        reading.words = vec![Word { word: "Weird".to_owned(), meaning: None, rows: 1 }];
        reading.dropped = vec![Dropped { column: "IP".to_owned(), why: Private::IpAddress }];
        let mut receipt = Receipt::new(reading, 10);
        (receipt.bytes, receipt.taken) = (1, 10);
        let found: Vec<String> = lines(&receipt).into_iter().map(|(what, how, _)| format!("{what}: {how}")).collect();
        assert_eq!(
            found,
            [
                "Read as: Some system: a list of people, by the columns User, Due",
                "Text: UTF-16, little-endian, columns between tabs, 1\u{a0}byte",
                "Header: Line 9",
                "Assumed: Due: the day comes first, because 13.01.2025 is no date otherwise",
                "Words: “Weird” is not known, set aside (1\u{a0}row)",
                "Dropped: Internet addresses are not kept: IP",
            ]
        );
    }

    #[test]
    fn every_optional_column_says_what_follows_without_it() {
        let optional = [
            "name",
            "role",
            "team",
            "cohort",
            "location",
            "manager_id",
            "end_date",
            "item",
            "value",
            "minutes",
            "context",
            "by",
            "note",
        ];
        for column in optional {
            assert_ne!(without_column(column), without_column("?"), "{column}");
        }
    }
}
