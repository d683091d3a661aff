//! Random companies as canonical tables, and the many ways one table can be written as text.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use proptest::prelude::*;
use proptest::sample::select;
use rampline::record::{EVENT_COLUMNS, EventKind, PEOPLE_COLUMNS};
use rampline::time::Day;

/// One row in canonical order.
pub type Row = [String; 9];

#[derive(Clone, Debug)]
pub struct Company {
    pub people: Vec<Row>,
    pub events: Vec<Row>,
}

impl Company {
    pub fn people_csv(&self) -> Vec<u8> {
        Style::default().write(&PEOPLE_COLUMNS, &self.people)
    }

    pub fn events_csv(&self) -> Vec<u8> {
        Style::default().write(&EVENT_COLUMNS, &self.events)
    }
}

/// How a table is written.
#[derive(Clone, Debug)]
pub struct Style {
    pub delimiter: u8,
    pub crlf: bool,
    pub mark: bool,
    pub quote_all: bool,
    /// Order of the columns; a number from 9 on is a column the reader does not know.
    pub order: Vec<usize>,
}

impl Default for Style {
    fn default() -> Style {
        Style { delimiter: b',', crlf: false, mark: false, quote_all: false, order: (0..9).collect() }
    }
}

impl Style {
    pub fn write(&self, columns: &[&str; 9], rows: &[Row]) -> Vec<u8> {
        let mark: &[u8] = if self.mark { b"\xef\xbb\xbf" } else { b"" };
        let mut csv = WriterBuilder::new()
            .delimiter(self.delimiter)
            .terminator(if self.crlf { Terminator::CRLF } else { Terminator::Any(b'\n') })
            .quote_style(if self.quote_all { QuoteStyle::Always } else { QuoteStyle::Necessary })
            .from_writer(mark.to_vec());
        let unknown = |column: &usize| format!("shoe size {column}");
        csv.write_record(self.order.iter().map(|at| columns.get(*at).map_or_else(|| unknown(at), |c| c.to_string())))
            .unwrap();
        for row in rows {
            csv.write_record(self.order.iter().map(|at| row.get(*at).map_or("42; \"or, so\"", |cell| cell))).unwrap();
        }
        csv.into_inner().unwrap()
    }
}

pub fn styles() -> impl Strategy<Value = Style> {
    let order = Just((0..11).collect::<Vec<usize>>()).prop_shuffle();
    (select(vec![b',', b';', b'\t']), any::<[bool; 3]>(), order)
        .prop_map(|(delimiter, [crlf, mark, quote_all], order)| Style { delimiter, crlf, mark, quote_all, order })
}

/// Day 0 of most people.
pub const JANUARY: Day = Day(20_089);

pub fn date(after: i32) -> String {
    JANUARY.plus(after).to_string()
}

const TEXTS: [&str; 9] = [
    "",
    "plain",
    "a,b;c\td",
    "two\nlines",
    "say \"yes\"",
    "=1+1",
    "Đorđe Ilić",
    "\"",
    "a rather long text, really\r\n",
];
const TEAMS: [&str; 6] = ["", "Red", "Blue", "No team", "Ærø; Süd", "x\ny"];

fn text(pool: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(pool).prop_map(str::to_owned)
}

fn id(most: u32) -> impl Strategy<Value = String> {
    (0..most).prop_map(|number| format!("p{number}"))
}

fn person() -> impl Strategy<Value = Row> {
    let manager = prop_oneof![3 => Just(String::new()), 1 => id(12)];
    let start = prop_oneof![12 => (0..120).prop_map(date), 1 => text(&["", "soon", "2025-02-30"])];
    let end = prop_oneof![3 => Just(String::new()), 1 => (60..300).prop_map(date)];
    let role = text(&["", "agent", "teller", "leader"]);
    let cohort = text(&["", "2025-01", "2025-02"]);
    (id(12), text(&TEXTS), role, cohort, text(&TEXTS), text(&TEAMS), manager, start, end).prop_map(
        |(id, name, role, cohort, location, team, manager, start, end)| {
            [id, name, role, cohort, location, team, manager, start, end]
        },
    )
}

/// An event row, now and then one that has to be set aside or is about nobody known.
pub fn event() -> impl Strategy<Value = Row> {
    let day = (-5..280).prop_map(date);
    let date =
        prop_oneof![8 => day.clone(), 2 => day.prop_map(|day| day + "T10:30:00+02:00"), 1 => text(&["", "31.12.2025"])];
    let kind = prop_oneof![
        6 => Just("observed".to_owned()),
        6 => select(&EventKind::ALL[..]).prop_map(|kind| kind.word().to_owned()),
        1 => text(&["", "Observed", "fired"]),
    ];
    let item = prop_oneof![8 => text(&["ask", "close"]), 1 => text(&["", "belief"])];
    let value = prop_oneof![8 => text(&["0", "1", "2"]), 1 => text(&["", "1e0", "-3.25", "much", "1e999"])];
    let minutes = text(&["", "15", "30", "30.5", "-1"]);
    let context = prop_oneof![6 => text(&["", "live", "simulated"]), 1 => text(&["phone"])];
    (id(14), date, kind, item, value, minutes, context, text(&TEXTS), text(&TEXTS)).prop_map(
        |(person, date, kind, item, value, minutes, context, by, note)| {
            [person, date, kind, item, value, minutes, context, by, note]
        },
    )
}

pub fn companies() -> impl Strategy<Value = Company> {
    let people = prop::collection::vec(person(), 0..14);
    let events = prop::collection::vec(event(), 0..80);
    (people, events).prop_map(|(people, events)| Company { people, events })
}
