//! The canonical tables as CSV: what was imported can be got out again.

use super::safe::text;
use crate::record::{EVENT_COLUMNS, PEOPLE_COLUMNS};
use crate::table::{NO_DAY, NONE, Runs, Tables};
use crate::time::Day;

/// One row a person, the one that holds.
pub fn people(tables: &Tables, row_of: &[u32]) -> Vec<u8> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    let people = &tables.people;
    let rows = row_of.iter().filter(|&&row| row != NONE).map(|&row| {
        let row = row as usize;
        [
            text(tables.person_id(tables.who.of(people.person[row]))),
            text(tables.person_name(row as u32)),
            text(tables.roles.text(people.role[row])),
            text(tables.cohorts.text(people.cohort[row])),
            text(tables.locations.text(people.location[row])),
            text(tables.team(people.team[row])),
            text(tables.person_id(tables.manager(row as u32))),
            Day(people.start[row]).to_string().into(),
            if people.end[row] == NO_DAY { String::new().into() } else { Day(people.end[row]).to_string().into() },
        ]
    });
    write(&mut csv, PEOPLE_COLUMNS, rows);
    csv.into_inner().unwrap_or_default()
}

/// Every event once, in the order of the files; a time of day is not kept.
pub fn events(tables: &Tables, runs: &Runs) -> Vec<u8> {
    let mut kept = runs.row.clone();
    kept.sort_unstable();
    let mut csv = csv::Writer::from_writer(Vec::with_capacity(kept.len() * 64));
    let events = &tables.events;
    let number = |value: f64| if value.is_nan() { String::new().into() } else { value.to_string().into() };
    let rows = kept.iter().map(|&row| {
        let row = row as usize;
        [
            text(tables.person_id(tables.who.of(events.person[row]))),
            Day(events.day[row]).to_string().into(),
            events.kind(row).word().into(),
            text(tables.items.text(events.item[row])),
            number(events.value[row]),
            number(events.minutes[row]),
            text(tables.contexts.text(events.what(row).context())),
            text(tables.observer(row)),
            text(tables.note(row)),
        ]
    });
    write(&mut csv, EVENT_COLUMNS, rows);
    csv.into_inner().unwrap_or_default()
}

type Cell<'a> = std::borrow::Cow<'a, str>;

fn write<'a>(csv: &mut csv::Writer<Vec<u8>>, head: [&str; 9], rows: impl Iterator<Item = [Cell<'a>; 9]>) {
    // Writing to memory cannot fail, and every row has nine fields.
    let _ = csv.write_record(head);
    for row in rows {
        let _ = csv.write_record(row.iter().map(|cell| cell.as_bytes()));
    }
}
