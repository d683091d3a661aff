//! How a table was read, a line for each thing that was seen or taken for granted.

use super::assumed::{assumed, topic};
use crate::format::rows;
use crate::receipt::{Caution, Delimiter, Encoding, Form, Kind, Private, Reading, Receipt, Skip, Topic, Word};
use crate::{format, language, n, t};

/// What it is, the words for it, and the question by which somebody can change it.
pub type Line = (&'static str, String, Option<Topic>);

/// Only what holds.
pub fn lines(receipt: &Receipt) -> Vec<Line> {
    let reading = &receipt.reading;
    let is_guess = reading.is_guess();
    let mut lines: Vec<Line> = vec![(t!("Read as"), recognized(receipt), is_guess.then_some(Topic::Columns))];
    let mut say = |what, how| lines.push((what, how, None));
    say(t!("Text"), text(receipt));
    reading.part.iter().for_each(|part| say(t!("Part"), part.clone()));
    if reading.header_line > 1 {
        say(t!("Header"), t!("Line {line}", line = format::count(reading.header_line)));
    }
    for assumption in &reading.assumptions {
        lines.push((t!("Assumed"), assumed(assumption), topic(assumption, is_guess)));
    }
    if receipt.with_time > 0 {
        let text = t!(
            "{rows} had a time of day. The date as written is used, the time is not.",
            rows = rows(receipt.with_time)
        );
        lines.push((t!("Dates"), text, None));
    }
    lines.extend(reading.cautions.iter().map(|caution| (t!("Careful"), cautioned(*caution).to_owned(), None)));
    if !reading.words.is_empty() {
        let words = reading.words.iter().map(word).collect::<Vec<_>>().join("; ");
        lines.push((t!("Words"), words, Some(Topic::Words)));
    }
    lines.extend(unused(receipt).into_iter().map(|(what, how)| (what, how, None)));
    lines
}

/// Rows and columns that come to nothing, and why.
fn unused(receipt: &Receipt) -> Vec<(&'static str, String)> {
    let reading = &receipt.reading;
    let mut lines = Vec::new();
    if reading.quiet > 0 {
        lines.push((t!("Nothing yet"), t!("In {rows} nothing happened that counts", rows = rows(reading.quiet))));
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
            lines.push((
                t!("Dropped"),
                format!("{}: {}", language::text(words), listed(columns.len(), columns.into_iter())),
            ));
        }
    }
    if !receipt.ignored_columns.is_empty() {
        let columns = listed(receipt.ignored_columns.len(), receipt.ignored_columns.iter().map(String::as_str));
        let text = match receipt.ignored_columns.len() {
            1 => t!("The column {columns}", columns),
            _ => t!("The columns {columns}", columns),
        };
        lines.push((t!("Not used"), text));
    }
    for column in &receipt.missing_columns {
        lines.push((t!("Not there"), t!("The column {column}: {follows}", column, follows = without_column(column))));
    }
    lines
}

const PRIVATE: [(Private, &str); 3] = [
    (Private::IpAddress, n!("Internet addresses are not kept")),
    (Private::Place, n!("Places of people are not kept")),
    (Private::FreeText, n!("Free text is not kept")),
];

/// Names of columns; of very many the first.
pub fn listed<'a>(count: usize, names: impl Iterator<Item = &'a str>) -> String {
    const MOST: usize = 60;
    let names = names.take(MOST).collect::<Vec<_>>().join(", ");
    match count.checked_sub(MOST) {
        None | Some(0) => names,
        Some(more) => t!("{names} and {more} more", names, more = format::count(more as u64)),
    }
}

fn recognized(receipt: &Receipt) -> String {
    let evidence = &receipt.reading.evidence;
    let columns = || listed(evidence.len(), evidence.iter().map(String::as_str));
    match (receipt.reading.source.as_deref().map(language::kept), receipt.kind) {
        (None, Kind::People) => t!("A list of people, by its header line").to_owned(),
        (None, Kind::Events) => t!("A list of events, by its header line").to_owned(),
        (Some(source), Kind::People) => {
            t!("{source}: a list of people, by the columns {columns}", source, columns = columns())
        }
        (Some(source), Kind::Events) => {
            t!("{source}: a list of events, by the columns {columns}", source, columns = columns())
        }
    }
}

fn text(receipt: &Receipt) -> String {
    let size = format::bytes(receipt.bytes);
    match &receipt.reading.form {
        Form::Text { encoding: code, delimiter: between } => {
            t!(
                "{encoding}, columns between {delimiters}, {size}",
                encoding = encoding(code),
                delimiters = delimiter(*between),
                size
            )
        }
        Form::Calendar { encoding: code } => t!("{encoding}, a calendar, {size}", encoding = encoding(code), size),
        Form::Workbook => t!("Cells of a workbook, {size}", size),
    }
}

fn encoding(encoding: &Encoding) -> String {
    match encoding {
        Encoding::Utf8 => "UTF-8".to_owned(),
        Encoding::Utf8WithMark => t!("UTF-8 with a byte order mark").to_owned(),
        Encoding::Utf16Le => "UTF-16, little-endian".to_owned(),
        Encoding::Utf16Be => "UTF-16, big-endian".to_owned(),
        Encoding::Legacy(name) => name.clone(),
    }
}

fn delimiter(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => t!("commas"),
        Delimiter::Semicolon => t!("semicolons"),
        Delimiter::Tab => t!("tabs"),
        Delimiter::Pipe => t!("vertical bars"),
    }
}

fn cautioned(caution: Caution) -> &'static str {
    match caution {
        Caution::OnlyCompleted => {
            t!(
                "Only completions are in this file. Who is still learning is missing, so it cannot say how long it takes"
            )
        }
        Caution::LastChange => t!("The date of a completion is the last change of its record, so it may be late"),
        Caution::NoLeavers => t!("This system leaves people out who left. How long it took them is not known"),
        Caution::PlansCounted => {
            t!("Nothing says when this file was written: what is planned counts as if it had happened")
        }
        Caution::Snapshot => t!("The day is that of the export: what it shows happened on that day or before"),
        Caution::Log => {
            t!("A log does not say which activities count as completed. The report of activity completion does")
        }
        Caution::FilteredPeople => {
            t!("A filter on time picks people in this report and then shows all of their courses")
        }
    }
}

fn word(word: &Word) -> String {
    let rows = rows(word.rows);
    match word.meaning.as_deref().map(status) {
        Some(meaning) => t!("“{word}” is {meaning} ({rows})", word = word.word, meaning, rows),
        None => t!("“{word}” is not known, set aside ({rows})", word = word.word, rows),
    }
}

/// A canonical word for where somebody stands.
fn status(word: &str) -> &str {
    match word {
        "assigned" => t!("assigned" in "status"),
        "not started" => t!("not started" in "status"),
        "in progress" => t!("in progress" in "status"),
        "completed" => t!("completed" in "status"),
        "passed" => t!("passed" in "status"),
        "failed" => t!("failed" in "status"),
        "not completed" => t!("not completed" in "status"),
        "withdrawn" => t!("withdrawn" in "status"),
        "expired" => t!("expired" in "status"),
        "overdue" => t!("overdue" in "status"),
        "no show" => t!("no show" in "status"),
        "exempt" => t!("exempt" in "status"),
        other => other,
    }
}

fn skipped(reading: &Reading) -> Vec<(&'static str, String)> {
    let words = |why| match why {
        Skip::Preamble => t!("Above the table"),
        Skip::Header => t!("More of the header"),
        Skip::Footer => t!("Below the table"),
        Skip::Pseudo => t!("About nobody"),
    };
    let lines = |from: u64, to: u64| match from == to {
        true => t!("Line {line}", line = format::count(from)),
        false => t!("Lines {lines}", lines = format::span(format::count(from), format::count(to))),
    };
    reading.skipped.iter().map(|skipped| (words(skipped.why), lines(skipped.from, skipped.to))).collect()
}

/// What follows from an optional column that a file lacks.
fn without_column(column: &str) -> &'static str {
    match column {
        "name" => t!("people are known by their id"),
        "role" => t!("no grouping by role, and nobody is a leader"),
        "team" => t!("everybody is in “No team”"),
        "cohort" => t!("no grouping by cohort"),
        "location" => t!("no location is known"),
        "manager_id" => t!("managers are counted as learners"),
        "end_date" => t!("nobody is known to have left"),
        "item" => t!("events that need an item are set aside"),
        "value" => t!("events that need a value are set aside"),
        "minutes" => t!("coaching is set aside"),
        "context" => t!("every observation counts as live work"),
        "by" => t!("no observer or coach is known"),
        "note" => t!("no notes"),
        _ => t!("left empty"),
    }
}

pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::People => t!("people"),
        Kind::Events => t!("events"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::receipt::{Assumption, Because, DateOrder, Dropped};

    fn told() -> Vec<String> {
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
        lines(&receipt).into_iter().map(|(what, how, _)| format!("{what}: {how}")).collect()
    }

    #[test]
    fn a_reading_is_told_in_lines() {
        assert_eq!(
            told(),
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
    fn a_reading_is_told_in_another_language() {
        crate::language::german::spoken(|| {
            let found = told();
            assert_eq!(
                [&found[0], &found[3], &found[4]],
                [
                    "Gelesen als: Some system: eine Personenliste, nach den Spalten User, Due",
                    "Angenommen: Due: der Tag kommt zuerst, weil 13.01.2025 sonst kein Datum ist",
                    "Statuswörter: „Weird“ ist nicht bekannt, beiseitegelegt (1\u{a0}Zeile)",
                ]
            );
        });
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
