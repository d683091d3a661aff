//! Rows in which something happened → the events table.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::stay::Stays;
use super::{Table, is_one_of, words};
use crate::import::desk::Desk;
use crate::import::draft::Drafts;
use crate::import::events::{Columns, EventRows};
use crate::import::plan::{By, Event, Item, Kind, Minutes, Value, When};
use crate::import::problems::shortened;
use crate::import::sink::Sink;
use crate::import::written::status::Status;
use crate::import::written::{clock, context, duration, is_blank, number, scale};
use crate::receipt::{Assumption, Caution, Reading, Reason, Settled, Word};
use crate::record::EventKind;
use crate::time::Day;

/// The columns of the events table in canonical order.
pub const CANONICAL: Columns =
    Columns { person: 0, date: 1, event: 2, item: 3, value: 4, minutes: 5, context: 6, by: 7, note: 8 };

/// The mark of an event that is only known to have happened by its day.
pub const SEEN: &str = "first seen in a list of this day";

/// Status words listed in a receipt.
const WORDS_LISTED: usize = 100;

/// What one kind of event comes to in one row: the fields of a canonical row, whose person is still to be named; nothing
/// where it did not happen, or not yet; or the column in which something is wrong.
type Told<'t> = Result<Option<[Cow<'t, str>; 9]>, (usize, Reason)>;

struct Reader<'a> {
    table: &'a Table<'a>,
    /// Columns with decimal commas.
    commas: Vec<usize>,
    words: BTreeMap<&'a str, (Option<Status>, u64)>,
    /// Days as canonical text: a file has far more rows than days.
    days: HashMap<Day, String>,
    stays: Stays,
}

pub async fn read(table: &Table<'_>, reading: &mut Reading, desk: &Desk) -> Sink {
    let mut sink = desk.with(|tables| Sink::events(EventRows::new(CANONICAL), tables));
    let Sink::Events { rows: events, .. } = &mut sink else { return sink };
    events.is_drafted = true;
    let mut reader =
        Reader { table, commas: commas(table), words: BTreeMap::new(), days: HashMap::new(), stays: Stays::of(table) };
    for &column in &reader.commas {
        reading.assumptions.push(Assumption::DecimalComma { column: table.header.name(column) });
    }
    let mut drafts = Drafts::default();
    let rows = &table.body.rows;
    for (at, &row) in rows.iter().enumerate() {
        desk.did(10).await;
        desk.at(at, rows.len());
        desk.row();
        let line = table.header.sheet.line(row);
        let mut told = 0;
        let quiet = table.plan.quiet.iter().any(|(column, keys)| is_one_of(table.cell(row, *column), keys))
            || reader.is_ignored(row);
        for event in table.plan.events.iter().filter(|_| !quiet) {
            desk.did(10).await;
            told += match reader.read(row, event) {
                Ok(None) => 0,
                Ok(Some(mut fields)) => {
                    let persons = table.persons(row);
                    let count = persons.len();
                    for person in persons {
                        fields[CANONICAL.person] = person;
                        drafts.push(line, fields.each_ref().map(|field| field.as_ref()));
                    }
                    count
                }
                Err((column, reason)) => {
                    events.rows += 1;
                    let found = table.cell(row, column).as_bytes();
                    events.problems.add_line(line, &table.header.name(column), reason, found);
                    1
                }
            };
        }
        reading.quiet += u64::from(told == 0 && !reader.stays.is_part(row));
        if drafts.is_full() {
            desk.with(|tables| drafts.take(|rows| events.take(rows, tables)));
        }
    }
    desk.with(|tables| drafts.take(|rows| events.take(rows, tables)));
    reader.tell_words(reading);
    sink
}

impl<'a> Reader<'a> {
    /// Somebody said that rows with a word of this one tell nothing.
    fn is_ignored(&self, row: usize) -> bool {
        let ignored = |word: &str| words::settled(self.table.words, word) == Some(Settled::Ignored);
        !self.table.words.is_empty()
            && self
                .table
                .plan
                .events
                .iter()
                .filter_map(|event| event.status)
                .any(|at| ignored(self.table.cell(row, at)))
    }

    fn read(&mut self, row: usize, event: &'a Event) -> Told<'a> {
        let table = self.table;
        let covered = matches!(event.minutes, Some(Minutes::Stay(_))) && self.stays.is_part(row);
        if covered || !table.is_told(row, event.only) {
            return Ok(None);
        }
        if let Some(column) = event.status {
            match self.status(table.cell(row, column)) {
                Err(()) => return Err((column, Reason::UnknownStatus)),
                Ok(status) if !status.is_some_and(Status::is_done) => return Ok(None),
                Ok(_) => {}
            }
        }
        let date = match event.date {
            When::File(day) => self.day(day),
            When::Column(column) => {
                let text = table.cell(row, column);
                match table.dates.read(column, text) {
                    Some((day, _)) if table.until.is_some_and(|until| day > until) => return Ok(None),
                    Some((day, "")) => self.day(day),
                    Some((day, time)) => format!("{} {time}", self.day(day)),
                    None if !is_blank(text) => return Err((column, Reason::DateNoDate)),
                    None if event.always || event.status.is_some() => return Err((column, Reason::NoDate)),
                    None => return Ok(None),
                }
            }
        };
        let text = |column: Option<usize>| Cow::Borrowed(column.map_or("", |column| table.cell(row, column)));
        let kind = match event.kind {
            Kind::Of(kind) => Cow::Borrowed(kind.word()),
            Kind::Word(column) => lower(table.cell(row, column)),
        };
        let item = match &event.item {
            Item::None => Cow::Borrowed(""),
            Item::Column(column) => text(Some(*column)),
            Item::Behind(column) => {
                let cell = table.cell(row, *column);
                Cow::Borrowed(cell.split_once(':').map_or(cell, |(_, behind)| behind.trim_start()))
            }
            Item::Text(fixed) => Cow::Borrowed(fixed.as_str()),
        };
        let by = match &event.by {
            By::Nobody => Cow::Borrowed(""),
            By::Column(column) => text(Some(*column)),
            By::Text(fixed) => Cow::Borrowed(fixed.as_str()),
        };
        let value = match event.value.map(|value| self.value(row, value)) {
            None | Some(Ok(None)) if event.valued || matches!(event.kind, Kind::Of(kind) if kind.needs_value()) => {
                return Ok(None);
            }
            None | Some(Ok(None)) => String::new(),
            Some(Ok(Some(value))) => value.to_string(),
            Some(Err(column)) => return Err((column, Reason::ValueNoNumber)),
        };
        let minutes = match event.minutes {
            None => String::new(),
            Some(Minutes::Column { column, unit }) => {
                let cell = table.cell(row, column);
                match duration::minutes(cell, unit, self.commas.contains(&column)) {
                    Some(minutes) => minutes.to_string(),
                    None if is_blank(cell) => String::new(),
                    None => return Err((column, Reason::MinutesNoNumber)),
                }
            }
            Some(Minutes::Between { from, to }) => match (self.moment(row, from), self.moment(row, to)) {
                (Ok(from), Ok(to)) => (to - from).to_string(),
                (Err(column), _) | (_, Err(column)) => return Err((column, Reason::MinutesNoNumber)),
            },
            Some(Minutes::Stay(stay)) => self.stays.minutes(row).ok_or((stay.what, Reason::NoMinutes))?.to_string(),
        };
        // Who was not there was not coached.
        if event.kind == Kind::Of(EventKind::Coached) && minutes == "0" {
            return Ok(None);
        }
        let context = event.context.map_or("", |column| table.cell(row, column));
        let is_observed = kind == EventKind::Observed.word();
        let context = lower(if is_observed { context::canonical(context) } else { context });
        let (value, minutes) = (Cow::Owned(value), Cow::Owned(minutes));
        let note = if table.plan.seen { Cow::Borrowed(SEEN) } else { text(event.note) };
        Ok(Some([Cow::Borrowed(""), Cow::Owned(date), kind, item, value, minutes, context, by, note]))
    }

    fn day(&mut self, day: Day) -> String {
        self.days.entry(day).or_insert_with(|| day.to_string()).clone()
    }

    /// Minutes since 1970-01-01, or the column that holds no date or time.
    fn moment(&self, row: usize, [date, time]: [usize; 2]) -> Result<f64, usize> {
        let (day, _) = self.table.dates.read(date, self.table.cell(row, date)).ok_or(date)?;
        let minutes = clock::minutes(self.table.cell(row, time)).ok_or(time)?;
        Ok(f64::from(day.0) * 1440.0 + minutes)
    }

    /// `None` for nothing there, `Err` with the column for something that is no number.
    fn value(&self, row: usize, value: Value) -> Result<Option<f64>, usize> {
        let Some(column) = value.column() else { return Ok(Some(1.0)) };
        let cell = self.table.cell(row, column);
        let read = match value {
            Value::Scale(_) => scale::point(cell),
            Value::Mark(column) => self.number(column, cell).or_else(|| self.seen(cell)),
            _ => self.number(column, cell),
        };
        match read {
            // Nothing to be valued yet.
            None if is_blank(cell) || is_one_of(cell, &["notattempted", "notavailable"]) => Ok(None),
            None => Err(column),
            found => Ok(found),
        }
    }

    fn number(&self, column: usize, cell: &str) -> Option<f64> {
        number::read(cell, self.commas.contains(&column))
    }

    /// 1 or 0 for a word that says whether something was seen.
    fn seen(&self, word: &str) -> Option<f64> {
        let seen = match words::settled(self.table.words, word) {
            Some(settled) => settled == Settled::Done,
            None => Status::of(word)?.is_done(),
        };
        Some(f64::from(u8::from(seen)))
    }

    /// `Ok(None)` for nothing there, `Err` for a word nobody knows.
    fn status(&mut self, cell: &'a str) -> Result<Option<Status>, ()> {
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
                let status = match words::settled(self.table.words, cell) {
                    Some(Settled::Done) => Some(Status::Completed),
                    Some(Settled::NotDone | Settled::Ignored) => Some(Status::NotCompleted),
                    None => Status::of(cell),
                };
                self.words.insert(cell, (status, 1));
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
                word: shortened(word),
                meaning: status.map(|status| status.word().to_owned()),
                rows,
            })
            .collect();
        words.sort_by_key(|word| (word.meaning.is_some(), std::cmp::Reverse(word.rows)));
        words.truncate(WORDS_LISTED);
        reading.words = words;
    }
}

fn lower(text: &str) -> Cow<'_, str> {
    match text.bytes().all(|byte| byte.is_ascii_lowercase()) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.to_lowercase()),
    }
}

/// Columns of numbers whose decimals stand behind a comma.
fn commas(table: &Table<'_>) -> Vec<usize> {
    let numbers = table.plan.events.iter().flat_map(|event| {
        let value = event.value.and_then(|value| match value {
            Value::Number(column) | Value::Mark(column) => Some(column),
            Value::Scale(_) | Value::One => None,
        });
        let minutes = event.minutes.and_then(|minutes| match minutes {
            Minutes::Column { column, .. } => Some(column),
            Minutes::Between { .. } | Minutes::Stay(_) => None,
        });
        [value, minutes].into_iter().flatten()
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
