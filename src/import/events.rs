//! Rows of a canonical events file → columns.

use super::problems::Problems;
use super::row::Row;
use super::value;
use crate::receipt::Reason;
use crate::record::EventKind;
use crate::table::{Events, LIVE, NO_CONTEXT, SIMULATED, Tables, What, fold, word_of};
use crate::time::Day;

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
        }
    }

    /// Adds the row to the columns, or to the problems.
    #[inline]
    pub fn take(&mut self, row: Row<'_>, tables: &mut Tables) {
        self.rows += 1;
        if let Err((column, reason, at)) = self.read(row, tables) {
            let found = row.field(at, &mut self.scratch);
            self.problems.add(row.line, column, reason, found);
        }
    }

    /// The column, the reason and the field's place where the row cannot be used.
    #[inline]
    fn read(&mut self, row: Row<'_>, tables: &mut Tables) -> Result<(), (&'static str, Reason, usize)> {
        let at = self.columns;
        let scratch = &mut self.scratch;

        let id = row.field(at.person, scratch);
        if id.is_empty() {
            return Err(("person_id", Reason::NoPersonId, at.person));
        }
        let person = tables.ids.intern(id);

        let date = row.field(at.date, scratch);
        let (day, time) = match date.split_first_chunk::<10>() {
            Some((text, rest)) if rest.is_empty() && *text == self.last_date.0 => (self.last_date.1, rest),
            _ => match value::day(date) {
                Some((day, _)) => {
                    self.last_date.0.copy_from_slice(&date[..10]);
                    self.last_date.1 = day;
                    (day, &date[10..])
                }
                None if date.is_empty() => return Err(("date", Reason::NoDate, at.date)),
                None => return Err(("date", Reason::DateNoDate, at.date)),
            },
        };
        let mut rest = Rest::new();
        rest.text(1, time);
        let has_time = !time.is_empty();

        let Some(kind) = EventKind::from_word(row.field(at.event, scratch)) else {
            return Err(("event", Reason::UnknownEvent, at.event));
        };

        let item = row.field(at.item, scratch);
        if item.is_empty() && kind.needs_item() {
            return Err(("item", Reason::NoItem, at.item));
        }
        let item = tables.items.intern(item);
        rest.code(item);

        let text = row.field(at.value, scratch);
        let value = number_or_none(text).ok_or(("value", Reason::ValueNoNumber, at.value))?;
        if text.is_empty() && kind.needs_value() {
            return Err(("value", Reason::NoValue, at.value));
        }
        rest.text(2, text);

        let text = row.field(at.minutes, scratch);
        let minutes = number_or_none(text).ok_or(("minutes", Reason::MinutesNoNumber, at.minutes))?;
        if text.is_empty() && kind.needs_minutes() {
            return Err(("minutes", Reason::NoMinutes, at.minutes));
        }
        if minutes < 0.0 {
            return Err(("minutes", Reason::MinutesNegative, at.minutes));
        }
        rest.text(3, text);

        let context = match row.field(at.context, scratch) {
            b"" => NO_CONTEXT,
            b"live" => LIVE,
            b"simulated" => SIMULATED,
            _ if kind == EventKind::Observed => return Err(("context", Reason::UnknownContext, at.context)),
            other => tables.contexts.intern(other),
        };
        rest.code(context);

        let events: &mut Events = &mut tables.events;
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
        Ok(())
    }
}

/// NaN for an empty field, `None` for one that holds no number.
#[inline]
fn number_or_none(text: &[u8]) -> Option<f64> {
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
