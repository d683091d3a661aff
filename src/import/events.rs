//! Rows of a canonical events file → columns.

use super::problems::Problems;
use super::row::{Row, TOGETHER};
use super::value;
use crate::receipt::Reason;
use crate::record::EventKind;
use crate::table::{Code, Dictionary, LIVE, NO_CONTEXT, SIMULATED, Tables, What, fold, word_of};
use crate::time::{Day, parse_iso};

/// Where each canonical column stands in the file; a column it lacks stands beyond every row.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    pub person: usize,
    pub date: usize,
    pub event: usize,
    pub item: usize,
    pub value: usize,
    pub minutes: usize,
    pub context: usize,
    pub by: usize,
    pub note: usize,
}

#[derive(Debug)]
pub struct EventRows {
    columns: Columns,
    scratch: Vec<u8>,
    /// Files are mostly in order of date: the text of the row before and its day.
    last_date: ([u8; 10], Day),
    pub rows: u64,
    pub with_time: u64,
    pub problems: Problems,
    /// Rows are put together from others, whose cells are at hand later.
    pub is_drafted: bool,
}

impl EventRows {
    pub fn new(columns: Columns) -> EventRows {
        EventRows {
            columns,
            scratch: Vec::new(),
            last_date: (*b"1970-01-01", Day(0)),
            rows: 0,
            with_time: 0,
            problems: Problems::default(),
            is_drafted: false,
        }
    }

    /// Adds the rows to the columns, or to the problems.
    pub fn take(&mut self, rows: &[Row<'_>], tables: &mut Tables) {
        self.rows += rows.len() as u64;
        let mut persons = [Dictionary::EMPTY; TOGETHER];
        for (person, row) in persons.iter_mut().zip(rows) {
            *person = tables.ids.glance(row.field(self.columns.person, &mut self.scratch));
        }
        for (row, person) in rows.iter().zip(persons) {
            if self.read(row, person, tables).is_none() {
                let (column, reason, at) = self.trouble(row);
                let found = row.field(at, &mut self.scratch);
                match self.is_drafted {
                    true => self.problems.add_line(row.line, column, reason, found),
                    false => self.problems.add(row, column, reason, found),
                }
            }
        }
    }

    /// `None` where anything is wrong with the row; then nothing was added. `person` is empty where a glance did not
    /// find the code.
    #[inline]
    fn read(&mut self, row: &Row<'_>, mut person: Code, tables: &mut Tables) -> Option<()> {
        let at = self.columns;
        let scratch = &mut self.scratch;
        if person == Dictionary::EMPTY {
            person = tables.ids.intern(row.field(at.person, scratch));
            if person == Dictionary::EMPTY {
                return None;
            }
        }
        let mut rest = Rest::new();
        let date = row.field(at.date, scratch);
        let (text, time) = date.split_first_chunk::<10>()?;
        if *text != self.last_date.0 {
            self.last_date = (*text, parse_iso(text)?);
        }
        if !matches!(time.first(), None | Some(b'T' | b' ')) {
            return None;
        }
        rest.text(1, time);
        let has_time = !time.is_empty();
        let day = self.last_date.1;

        let kind = EventKind::from_word(row.field(at.event, scratch))?;
        let item = tables.items.intern(row.field(at.item, scratch));
        rest.code(item);
        let text = row.field(at.value, scratch);
        let value = number_or_nan(text)?;
        let has_value = !text.is_empty();
        rest.text(2, text);
        let text = row.field(at.minutes, scratch);
        let minutes = number_or_nan(text)?;
        rest.text(3, text);
        let context = match row.field(at.context, scratch) {
            b"" => NO_CONTEXT,
            b"live" => LIVE,
            b"simulated" => SIMULATED,
            _ if kind == EventKind::Observed => return None,
            other => tables.contexts.intern(other),
        };
        rest.code(context);
        let lacks = kind.needs_item() & (item == Dictionary::EMPTY)
            | kind.needs_value() & !has_value
            | kind.needs_minutes() & minutes.is_nan()
            | (minutes < 0.0);
        if lacks {
            return None;
        }

        let events = &mut tables.events;
        let by = row.field(at.by, scratch);
        rest.text(4, by);
        events.by.push(by);
        let note = row.field(at.note, scratch);
        rest.text(5, note);
        events.note.push(note);
        events.person.push(person);
        events.day.push(day.0);
        events.what.push(What::new(kind, context).0);
        events.item.push(item);
        events.value.push(value);
        events.minutes.push(minutes);
        events.rest.push(rest.0);
        self.with_time += u64::from(has_time);
        Some(())
    }

    /// The first thing wrong with a row that could not be used: column, reason, and where the field stands.
    #[cold]
    fn trouble(&mut self, row: &Row<'_>) -> (&'static str, Reason, usize) {
        let at = self.columns;
        let scratch = &mut self.scratch;
        if row.field(at.person, scratch).is_empty() {
            return ("person_id", Reason::NoPersonId, at.person);
        }
        let date = row.field(at.date, scratch);
        if value::day(date).is_none() {
            let reason = if date.is_empty() { Reason::NoDate } else { Reason::DateNoDate };
            return ("date", reason, at.date);
        }
        let Some(kind) = EventKind::from_word(row.field(at.event, scratch)) else {
            return ("event", Reason::UnknownEvent, at.event);
        };
        if kind.needs_item() && row.field(at.item, scratch).is_empty() {
            return ("item", Reason::NoItem, at.item);
        }
        let text = row.field(at.value, scratch);
        if number_or_nan(text).is_none() {
            return ("value", Reason::ValueNoNumber, at.value);
        }
        if kind.needs_value() && text.is_empty() {
            return ("value", Reason::NoValue, at.value);
        }
        let text = row.field(at.minutes, scratch);
        match number_or_nan(text) {
            None => ("minutes", Reason::MinutesNoNumber, at.minutes),
            Some(_) if kind.needs_minutes() && text.is_empty() => ("minutes", Reason::NoMinutes, at.minutes),
            Some(minutes) if minutes < 0.0 => ("minutes", Reason::MinutesNegative, at.minutes),
            Some(_) => ("context", Reason::UnknownContext, at.context),
        }
    }
}

/// NaN for an empty field, `None` for one that holds no number.
#[inline]
fn number_or_nan(text: &[u8]) -> Option<f64> {
    if text.is_empty() { Some(f64::NAN) } else { value::number(text) }
}

/// Hash of a row's texts beyond person, day and kind. Rows are compared as text: `1` and `1.0` differ.
struct Rest(u64);

impl Rest {
    fn new() -> Rest {
        Rest(0x243f_6a88_85a3_08d3)
    }

    #[inline]
    fn text(&mut self, column: u64, text: &[u8]) {
        if !text.is_empty() {
            self.0 = fold(self.0 ^ (column | (text.len() as u64) << 8), word_of(text));
        }
    }

    #[inline]
    fn code(&mut self, code: u32) {
        self.0 = fold(self.0, u64::from(code));
    }
}
