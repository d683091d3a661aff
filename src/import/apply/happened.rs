//! Rows in which something happened → the events table.

use std::collections::BTreeMap;

use super::{Table, is_one_of};
use crate::import::draft::Drafts;
use crate::import::events::{Columns, EventRows};
use crate::import::plan::{By, Event, Item, Kind, Value, When};
use crate::import::problems::shortened;
use crate::import::sink::Sink;
use crate::import::written::status::Status;
use crate::import::written::{duration, is_blank, number, scale};
use crate::receipt::{Assumption, Caution, Reading, Reason, Word};
use crate::table::Tables;

/// The columns of the events table in canonical order.
pub const CANONICAL: Columns =
    Columns { person: 0, date: 1, event: 2, item: 3, value: 4, minutes: 5, context: 6, by: 7, note: 8 };

/// Status words listed in a receipt.
const WORDS_LISTED: usize = 100;

/// What one kind of event comes to in one row.
enum Told {
    /// It did not happen, or not yet.
    Nothing,
    Happened(Box<[String; 9]>),
    /// It should have been told, and this is wrong: column and reason.
    Wrong(usize, Reason),
}

struct Reader<'a> {
    table: &'a Table<'a>,
    /// Columns with decimal commas.
    commas: Vec<usize>,
    words: BTreeMap<String, (Option<Status>, u64)>,
}

pub fn read(table: &Table<'_>, reading: &mut Reading, tables: &mut Tables) -> Sink {
    let mut sink = Sink::events(EventRows::new(CANONICAL), tables);
    let Sink::Events { rows: events, .. } = &mut sink else { return sink };
    let mut reader = Reader { table, commas: commas(table), words: BTreeMap::new() };
    for &column in &reader.commas {
        reading.assumptions.push(Assumption::DecimalComma { column: table.header.name(column) });
    }
    let mut drafts = Drafts::default();
    for &row in &table.body.rows {
        let line = table.header.sheet.line(row);
        let mut told = 0;
        let quiet = table.plan.quiet.iter().any(|(column, keys)| is_one_of(table.cell(row, *column), keys));
        for event in table.plan.events.iter().filter(|_| !quiet) {
            match reader.read(row, event) {
                Told::Nothing => continue,
                Told::Happened(fields) => drafts.push(line, fields.each_ref().map(String::as_str)),
                Told::Wrong(column, reason) => {
                    events.rows += 1;
                    let found = table.cell(row, column).as_bytes();
                    events.problems.add(line, &table.header.name(column), reason, found);
                }
            }
            told += 1;
        }
        reading.quiet += u64::from(told == 0);
        if drafts.is_full() {
            drafts.take(|rows| events.take(rows, tables));
        }
    }
    drafts.take(|rows| events.take(rows, tables));
    reader.tell_words(reading);
    sink
}

impl Reader<'_> {
    fn read(&mut self, row: usize, event: &Event) -> Told {
        let table = self.table;
        if let Some(column) = event.status {
            match self.status(table.cell(row, column)) {
                Err(()) => return Told::Wrong(column, Reason::UnknownStatus),
                Ok(status) if !status.is_some_and(Status::is_done) => return Told::Nothing,
                Ok(_) => {}
            }
        }
        let date = match event.date {
            When::File(day) => day.to_string(),
            When::Column(column) => {
                let text = table.cell(row, column);
                match table.dates.read(column, text) {
                    Some((day, "")) => day.to_string(),
                    Some((day, time)) => format!("{day} {time}"),
                    None if !is_blank(text) => return Told::Wrong(column, Reason::DateNoDate),
                    None if event.always || event.status.is_some() => return Told::Wrong(column, Reason::NoDate),
                    None => return Told::Nothing,
                }
            }
        };
        let text = |column: Option<usize>| column.map_or("", |column| table.cell(row, column)).to_owned();
        let kind = match event.kind {
            Kind::Of(kind) => kind.word().to_owned(),
            Kind::Word(column) => text(Some(column)).to_lowercase(),
        };
        let item = match &event.item {
            Item::None => String::new(),
            Item::Column(column) => text(Some(*column)),
            Item::Text(fixed) => fixed.clone(),
        };
        let by = match &event.by {
            By::Nobody => String::new(),
            By::Column(column) => text(Some(*column)),
            By::Text(fixed) => fixed.clone(),
        };
        let value = match event.value.map(|value| self.value(row, value)) {
            None | Some(Ok(None)) if matches!(event.kind, Kind::Of(kind) if kind.needs_value()) => {
                return Told::Nothing;
            }
            None | Some(Ok(None)) => String::new(),
            Some(Ok(Some(value))) => value.to_string(),
            Some(Err(column)) => return Told::Wrong(column, Reason::ValueNoNumber),
        };
        let minutes = match event.minutes {
            None => String::new(),
            Some(minutes) => {
                let cell = table.cell(row, minutes.column);
                match duration::minutes(cell, minutes.unit, self.commas.contains(&minutes.column)) {
                    Some(minutes) => minutes.to_string(),
                    None if is_blank(cell) => String::new(),
                    None => return Told::Wrong(minutes.column, Reason::MinutesNoNumber),
                }
            }
        };
        let context = text(event.context).to_lowercase();
        Told::Happened(Box::new([table.person(row), date, kind, item, value, minutes, context, by, text(event.note)]))
    }

    /// `None` for nothing there, `Err` with the column for something that is no number.
    fn value(&self, row: usize, value: Value) -> Result<Option<f64>, usize> {
        let column = value.column();
        let cell = self.table.cell(row, column);
        let read = match value {
            Value::Number(_) => number::read(cell, self.commas.contains(&column)),
            Value::Scale(_) => scale::point(cell),
        };
        match read {
            None if is_blank(cell) => Ok(None),
            None => Err(column),
            found => Ok(found),
        }
    }

    /// `Ok(None)` for nothing there, `Err` for a word nobody knows.
    fn status(&mut self, cell: &str) -> Result<Option<Status>, ()> {
        if is_blank(cell) {
            return Ok(None);
        }
        let known = self.words.get_mut(cell);
        let status = match known {
            Some((status, rows)) => {
                *rows += 1;
                *status
            }
            None => {
                let status = Status::of(cell);
                self.words.insert(cell.to_owned(), (status, 1));
                status
            }
        };
        status.map(Some).ok_or(())
    }

    /// Unknown words first, then the most frequent ones.
    fn tell_words(self, reading: &mut Reading) {
        let done = self.words.values().all(|(status, _)| status.is_some_and(Status::is_done));
        if done && !self.words.is_empty() && reading.quiet == 0 && !reading.cautions.contains(&Caution::OnlyCompleted) {
            reading.cautions.push(Caution::OnlyCompleted);
        }
        let mut words: Vec<Word> = self
            .words
            .into_iter()
            .map(|(word, (status, rows))| Word {
                word: shortened(&word),
                meaning: status.map(|status| status.word().to_owned()),
                rows,
            })
            .collect();
        words.sort_by_key(|word| (word.meaning.is_some(), std::cmp::Reverse(word.rows)));
        words.truncate(WORDS_LISTED);
        reading.words = words;
    }
}

/// Columns of numbers whose decimals stand behind a comma.
fn commas(table: &Table<'_>) -> Vec<usize> {
    let numbers = table.plan.events.iter().flat_map(|event| {
        let value = event.value.and_then(|value| match value {
            Value::Number(column) => Some(column),
            Value::Scale(_) => None,
        });
        [value, event.minutes.map(|minutes| minutes.column)].into_iter().flatten()
    });
    let mut columns: Vec<usize> = numbers.collect();
    columns.sort_unstable();
    columns.dedup();
    columns.retain(|&column| {
        let values = table.body.rows.iter().map(|&row| table.cell(row, column)).filter(|text| !is_blank(text));
        number::has_decimal_comma(values)
    });
    columns
}
