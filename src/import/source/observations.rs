//! Sheets that are kept by hand: a row for a visit, a column for a behaviour, and in the cells whether it was seen.

use super::long::Roles;
use crate::import::header::Header;
use crate::import::plan::{By, Event, Item, Plan, Value};
use crate::import::written::number;
use crate::import::written::status::Status;
use crate::receipt::Role;
use crate::record::EventKind;

/// The largest point of a scale on which something is observed.
const MOST_POINTS: f64 = 10.0;

/// An event for each column that says whether something was seen. Without an observer or a context the columns may as
/// well be about anything else, and are asked about.
pub fn plan(header: &Header<'_>, roles: &Roles, is_known: impl Fn(usize) -> bool) -> Option<Plan> {
    let date = roles.one(Role::Date)?;
    let person = roles.person();
    let is_told = roles.has(Role::Item) || roles.has(Role::Event) || roles.has(Role::Status);
    if person.is_empty() || is_told {
        return None;
    }
    let is_open = !roles.has(Role::By) && !roles.has(Role::Context);
    let event = |column: usize| Event {
        item: Item::Text(header.name(column)),
        value: Some(Value::Mark(column)),
        valued: true,
        about: Some(column),
        context: roles.one(Role::Context),
        by: roles.one(Role::By).map_or(By::Nobody, By::Column),
        note: roles.one(Role::Note),
        open: is_open,
        ..Event::on(EventKind::Observed, date)
    };
    let is_behaviour =
        |column: &usize| !header.key(*column).is_empty() && !is_known(*column) && is_marked(header, *column);
    let events: Vec<Event> = (0..header.width()).filter(is_behaviour).map(event).collect();
    (!events.is_empty()).then(|| Plan { header_rows: 1, person, events, ..Plan::default() })
}

/// Whether the cells say yes or no, or give points.
pub fn is_marked(header: &Header<'_>, column: usize) -> bool {
    let is_point = |text: &str| {
        let point = number::read(text, false).or_else(|| number::read(text, true));
        point.is_some_and(|point| (0.0..=MOST_POINTS).contains(&point))
    };
    let is_word =
        |text: &str| Status::of(text).is_some_and(|status| status.is_done() || status == Status::NotCompleted);
    header.mostly(column, 0, |text| is_point(text) || is_word(text))
}
