//! Training matrices: a row for a person, a column for a module, and in the cells the day on which it was completed.

use crate::import::header::Header;
use crate::import::plan::{Event, Item};
use crate::import::written::date;
use crate::import::written::status::Status;
use crate::record::EventKind;

/// Parts of names of columns whose dates are no completions of something by that name.
const ATTRIBUTES: &[&str] = &[
    "date",
    "datum",
    "fecha",
    "due",
    "expir",
    "valid",
    "birth",
    "until",
    "start",
    "end",
    "since",
    "geburt",
    "fällig",
    "ablauf",
    "naissance",
    "échéance",
    "nacimiento",
    "vence",
    "created",
    "updated",
    "login",
    "modified",
    "erstellt",
];

/// Modules that make a matrix; one column with dates may be anything.
const FEWEST: usize = 2;

/// An event for each column that holds days and is named like a thing, and for each that says how it stands with one and
/// has the day in the column behind; `is_known` are columns that say something else.
pub fn events(header: &Header<'_>, is_known: impl Fn(usize) -> bool) -> Vec<Event> {
    let has_days = |column: usize| header.mostly(column, 0, |text| date::read(text).is_some());
    let stands = |column: usize| header.mostly(column, 0, |text| text.len() > 1 && Status::of(text).is_some());
    let is_pair = |column: &usize| {
        let (name, behind) = (header.key(*column), header.key(*column + 1));
        !name.is_empty()
            && !is_known(*column)
            && (behind.is_empty() || behind.starts_with(name))
            && stands(*column)
            && has_days(*column + 1)
    };
    let pairs: Vec<usize> = (0..header.width()).filter(is_pair).collect();
    let is_module = |column: &usize| {
        let name = header.key(*column);
        !name.is_empty()
            && !is_known(*column)
            && !column.checked_sub(1).is_some_and(|before| pairs.contains(&before))
            && !ATTRIBUTES.iter().any(|part| name.contains(part))
            && has_days(*column)
    };
    let pair = |column: usize| Event {
        item: Item::Text(header.name(column)),
        status: Some(column),
        about: Some(column),
        ..Event::on(EventKind::Completed, column + 1)
    };
    let events: Vec<Event> = (0..header.width())
        .filter(is_module)
        .map(|column| Event {
            item: Item::Text(header.name(column)),
            about: Some(column),
            ..Event::on(EventKind::Completed, column)
        })
        .chain(pairs.iter().copied().map(pair))
        .collect();
    if events.len() >= FEWEST { events } else { Vec::new() }
}
