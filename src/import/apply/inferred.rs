//! People of whom only their events are here: the first day that the export itself has of each is taken for day 0. Nothing
//! is invented: whoever has no such day is left out.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Table;
use super::roster::CANONICAL;
use crate::import::desk::Desk;
use crate::import::draft::Drafts;
use crate::import::people::PersonRows;
use crate::import::plan::{Kind, When};
use crate::import::sink::Sink;
use crate::import::written::is_blank;
use crate::receipt::{Assumption, Identity};
use crate::record::EventKind;
use crate::time::Day;

/// What an export says of one person.
struct First<'t> {
    line: u64,
    name: &'t str,
    day: Option<Day>,
}

/// `None` where no column says when somebody was enrolled, got the course or began it.
pub async fn read(table: &Table<'_>, desk: &Desk) -> Option<(Sink, Assumption)> {
    if table.plan.people.is_some() || table.plan.many.is_some() {
        return None;
    }
    // Columns, and what else a row has to say for its day to be one.
    let columns: Vec<_> = table
        .plan
        .events
        .iter()
        .filter_map(|event| match (event.kind, event.date) {
            (Kind::Of(EventKind::Enrolled | EventKind::Assigned | EventKind::Started), When::Column(column)) => {
                Some((column, event.only))
            }
            _ => None,
        })
        .collect();
    let named = table.plan.person.iter().find(|(identity, _)| *identity == Identity::Name).map(|(_, column)| *column);
    let mut places: HashMap<Cow<'_, str>, usize> = HashMap::new();
    let mut people: Vec<(Cow<'_, str>, First<'_>)> = Vec::new();
    for &row in &table.body.rows {
        desk.did(5).await;
        let person = table.person(row);
        if columns.is_empty() || person.is_empty() {
            continue;
        }
        let said = columns.iter().filter(|(_, only)| table.plan.begun || table.is_told(row, *only));
        let days = said.filter_map(|&(column, _)| table.dates.read(column, table.cell(row, column)));
        let day = days.map(|(day, _)| day).min();
        let at = *places.entry(person.clone()).or_insert_with(|| {
            let name = named.map(|column| table.cell(row, column)).filter(|name| !is_blank(name)).unwrap_or_default();
            people.push((person, First { line: table.header.sheet.line(row), name, day }));
            people.len() - 1
        });
        let known = &mut people[at].1.day;
        *known = (*known).into_iter().chain(day).min();
    }
    let without = people.iter().filter(|(_, first)| first.day.is_none()).count() as u64;
    if people.len() as u64 == without {
        return None;
    }
    let mut sink = desk.with(|tables| Sink::people(PersonRows::new(CANONICAL), tables));
    let Sink::People { rows, .. } = &mut sink else { return None };
    rows.is_drafted = true;
    let mut drafts = Drafts::default();
    for (person, first) in &people {
        desk.did(10).await;
        let Some(day) = first.day.map(|day| day.to_string()) else { continue };
        drafts.push(first.line, [person, first.name, "", "", "", "", "", &day, ""]);
        if drafts.is_full() {
            desk.with(|tables| drafts.take(|drafts| drafts.iter().for_each(|draft| rows.take(*draft, tables))));
        }
    }
    desk.with(|tables| drafts.take(|drafts| drafts.iter().for_each(|draft| rows.take(*draft, tables))));
    let columns = columns.into_iter().map(|(column, _)| table.header.name(column)).collect();
    Some((sink, Assumption::FirstDays { columns, without }))
}
