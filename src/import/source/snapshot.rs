//! Lists that say who has completed what, and not when: what is new in a list happened since the list before. When a list
//! was made stands in a column or in the name of the file.

use super::long::Roles;
use super::title;
use crate::import::header::Header;
use crate::import::plan::{Event, Item, Plan, When};
use crate::import::written::status::Status;
use crate::import::written::{date, is_blank};
use crate::receipt::{Assumption, Role};
use crate::record::EventKind;

/// Names of columns that say when a list was made.
const MADE: &str = "reportdate|dateofreport|asof|asofdate|snapshotdate|exportdate|dateexported|exportedon|dataasof|rundate|stichtag|berichtsdatum|exportdatum|datedurapport|datedexport|fechadelinforme|fechadeexportación";

/// `None` where nothing says who is done, or when the list was made.
pub fn plan(header: &Header<'_>, roles: &Roles) -> Option<Plan> {
    let status = roles.one(Role::Status)?;
    if roles.person().is_empty() || !header.mostly(status, 0, |text| Status::of(text).is_some()) {
        return None;
    }
    dated(header, roles, status)
}

/// A list with such a column of states, if it says when it was made.
pub fn dated(header: &Header<'_>, roles: &Roles, status: usize) -> Option<Plan> {
    let is_day = |column: &usize| header.mostly(*column, 0, |text| is_blank(text) || date::read(text).is_some());
    let (when, made) = match (header.column(MADE).filter(is_day), date::in_file_name(header.file)) {
        (Some(column), _) => (When::Column(column), Assumption::ListDate { column: header.name(column) }),
        (None, Some(day)) => (When::File(day), Assumption::FileDate { day }),
        (None, None) => return None,
    };
    let mut assumptions = vec![made];
    let item = match roles.one(Role::Item) {
        Some(column) => Item::Column(column),
        None => {
            let (name, _) = title(header.file);
            let text = without_day(&name);
            assumptions.push(Assumption::Item { text: text.clone() });
            Item::Text(text)
        }
    };
    let event = Event { date: when, item, status: Some(status), ..Event::on(EventKind::Completed, 0) };
    Some(Plan {
        header_rows: 1,
        person: roles.person(),
        events: vec![event],
        seen: true,
        assumptions,
        ..Plan::default()
    })
}

/// Lists of one report differ in the day in their names only.
fn without_day(name: &str) -> String {
    let kept: String = name.chars().map(|letter| if letter.is_ascii_digit() { ' ' } else { letter }).collect();
    let words = kept.split([' ', '-', '_', '.', '(', ')']).filter(|word| !word.is_empty());
    let text = words.collect::<Vec<_>>().join(" ");
    if text.is_empty() { "Completed".to_owned() } else { text }
}
