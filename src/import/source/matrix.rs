//! Training matrices: a row for a person, a column for a module, and in the cells the day on which it was completed.

use crate::import::header::Header;
use crate::import::plan::{Event, Item};
use crate::import::written::date;
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

/// An event for each column that holds days and is named like a thing; `is_known` are columns that say something else.
pub fn events(header: &Header<'_>, is_known: impl Fn(usize) -> bool) -> Vec<Event> {
    let is_module = |column: &usize| {
        let name = header.key(*column);
        !name.is_empty()
            && !is_known(*column)
            && !ATTRIBUTES.iter().any(|part| name.contains(part))
            && header.mostly(*column, 0, |text| date::read(text).is_some())
    };
    let events: Vec<Event> = (0..header.width())
        .filter(is_module)
        .map(|column| Event { item: Item::Text(header.name(column)), ..Event::on(EventKind::Completed, column) })
        .collect();
    if events.len() >= FEWEST { events } else { Vec::new() }
}
