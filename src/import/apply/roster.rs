//! Rows about people → the people table.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Table, spelled};
use crate::import::desk::Desk;
use crate::import::draft::Drafts;
use crate::import::people::{Columns, Dated, PersonRows};
use crate::import::sink::Sink;
use crate::import::written::is_blank;
use crate::receipt::{Identity, Reason};
use crate::time::Day;

/// The columns of the people table in canonical order.
pub const CANONICAL: Columns =
    Columns { person: 0, name: 1, role: 2, cohort: 3, location: 4, team: 5, manager: 6, start: 7, end: 8 };

pub async fn read(table: &Table<'_>, desk: &Desk) -> Sink {
    let mut sink = desk.with(|tables| Sink::people(PersonRows::new(CANONICAL), tables));
    let (Sink::People { rows: people, .. }, Some(plan)) = (&mut sink, &table.plan.people) else { return sink };
    people.is_drafted = true;
    people.dated = plan.since.map(|_| Dated::default());
    // A file that also tells events names a person in many rows; only what differs is a second row of theirs.
    let repeats = !table.plan.events.is_empty();
    let mut seen: HashMap<Cow<'_, str>, String> = HashMap::new();
    let by_name = manager_names(table);
    let mut drafts = Drafts::default();
    let rows = &table.body.rows;
    for (at, &row) in rows.iter().enumerate() {
        desk.did(20).await;
        desk.at(at, rows.len());
        desk.row();
        let line = table.header.sheet.line(row);
        let text = |column: Option<usize>| column.map(|column| table.cell(row, column)).filter(|text| !is_blank(text));
        let person = table.person(row);
        let mut trouble = None;
        let mut date = |column: Option<usize>, reason: Reason| {
            let Some((column, text)) = column.zip(text(column)) else { return String::new() };
            match table.dates.read(column, text) {
                Some((day, _)) => day.to_string(),
                None => {
                    trouble.get_or_insert((column, reason));
                    String::new()
                }
            }
        };
        let start = date(Some(plan.start), Reason::StartNoDate);
        let end = date(plan.end, Reason::EndNoDate);
        let since = date(plan.since, Reason::SinceNoDate);
        if let (Some(dated), Some(day)) = (&mut people.dated, Day::parse(&since)) {
            dated.since.insert(line, day.0);
        }
        if repeats && !person.is_empty() {
            let told = format!("{start} {end} {since}");
            if seen.get(&person) == Some(&told) {
                continue;
            }
            seen.insert(person.clone(), told);
        }
        if let (Some((column, reason)), false) = (trouble, person.is_empty()) {
            people.rows += 1;
            people.problems.add_line(line, &table.header.name(column), reason, table.cell(row, column).as_bytes());
            continue;
        }
        let name: Vec<&str> = plan.name.iter().filter_map(|column| text(Some(*column))).collect();
        let manager = manager(table, &by_name, row);
        let field = |column: Option<usize>| text(column).unwrap_or_default();
        drafts.push(
            line,
            [
                &person,
                &name.join(" "),
                field(plan.role),
                field(plan.cohort),
                field(plan.location),
                field(plan.team),
                &manager,
                &start,
                &end,
            ],
        );
        if drafts.is_full() {
            desk.with(|tables| drafts.take(|rows| rows.iter().for_each(|row| people.take(*row, tables))));
        }
    }
    desk.with(|tables| drafts.take(|rows| rows.iter().for_each(|row| people.take(*row, tables))));
    sink
}

/// The manager in the words in which people are named.
fn manager(table: &Table<'_>, by_name: &HashMap<String, Option<String>>, row: usize) -> String {
    let columns = table.plan.people.iter().flat_map(|people| &people.manager);
    for &(identity, column) in columns {
        let text = table.cell(row, column);
        if is_blank(text) {
            continue;
        }
        // An id of another kind stands in the manager's own row, too, or in another file.
        if identity == table.person.0 || identity != Identity::Name {
            return spelled(identity, text).into_owned();
        }
        if let (Identity::Name, Some(Some(person))) = (identity, by_name.get(text)) {
            return person.clone();
        }
    }
    String::new()
}

/// People by their name, where only one has it.
fn manager_names(table: &Table<'_>) -> HashMap<String, Option<String>> {
    let mut found: HashMap<String, Option<String>> = HashMap::new();
    let Some(plan) = &table.plan.people else { return found };
    if table.person.0 == Identity::Name || !plan.manager.iter().any(|(identity, _)| *identity == Identity::Name) {
        return found;
    }
    for &row in &table.body.rows {
        let name: Vec<&str> =
            plan.name.iter().map(|column| table.cell(row, *column)).filter(|text| !text.is_empty()).collect();
        let person = table.person(row).into_owned();
        found
            .entry(name.join(" "))
            .and_modify(|known| {
                if known.as_ref() != Some(&person) {
                    *known = None;
                }
            })
            .or_insert(Some(person.clone()));
    }
    found
}
