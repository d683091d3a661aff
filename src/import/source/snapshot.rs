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

/// Lists of one report differ in the day in their names only, and in the number of a second download.
fn without_day(name: &str) -> String {
    let without =
        date::place_in_file_name(name).map(|(_, at)| [&name[..at.start], after_time(&name[at.end..])].join(" "));
    let without = without.as_deref().unwrap_or(name);
    let in_brackets = |word: &str| word.strip_prefix('(').and_then(|word| word.strip_suffix(')')).map(str::to_owned);
    let is_number = |word: &str| in_brackets(word).is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let words = without.split([' ', '-', '_', '.']).filter(|word| !word.is_empty() && !is_number(word));
    let text = words.collect::<Vec<_>>().join(" ");
    if text.is_empty() { "Completed".to_owned() } else { text }
}

/// What follows a time of day: four digits or six, with or without signs between them.
fn after_time(text: &str) -> &str {
    let is_of_time = |c: char| c.is_ascii_digit() || matches!(c, '-' | '_' | '.' | ':' | ' ' | 'T');
    let rest = text.trim_start_matches(is_of_time);
    let digits = text[..text.len() - rest.len()].bytes().filter(u8::is_ascii_digit).count();
    if digits == 4 || digits == 6 { rest } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_keeps_its_name_from_list_to_list() {
        for (name, expected) in [
            ("Safety 101 2026-03-01", "Safety 101"),
            ("Safety-201_20260401", "Safety 201"),
            ("report 2026_04_01 (2)", "report"),
            ("2026-04-01", "Completed"),
            ("grades_2025-01-06-1430", "grades"),
            ("grades_2025-01-06T14.30.05 final", "grades final"),
            ("list 2026-04-01 101", "list 101"),
            ("Course (basics)", "Course (basics)"),
        ] {
            assert_eq!(without_day(name), expected, "{name}");
        }
    }
}
