//! Attendance of meetings as coaching minutes: Microsoft Teams (also its older list of who came and left), Zoom, Google Meet. Known from many programs that read
//! these files.

use super::{Format, title};
use crate::import::header::Header;
use crate::import::plan::{By, Event, Item, Minutes, Plan, Stay, When};
use crate::import::written::duration::{self, Unit};
use crate::import::written::{date, key};
use crate::receipt::{Assumption, DateOrder, Identity, Refusal};
use crate::record::EventKind;
use crate::{n, t};

pub const FORMATS: &[Format] = &[
    Format {
        name: n!("Microsoft Teams, attendance"),
        signature: &["name", "firstjoin", "lastleave", "inmeetingduration", "role"],
        plan: teams,
    },
    // Names of columns are in the language of whoever called the meeting; only the name of the account is not.
    Format { name: n!("Microsoft Teams, attendance (another language)"), signature: &["*upn"], plan: teams_by_place },
    Format {
        name: n!("Microsoft Teams, who joined and left"),
        signature: &["fullname", "useraction", "timestamp"],
        plan: joined,
    },
    Format {
        name: n!("Zoom, attendance"),
        signature: &["jointime", "leavetime", "durationminutes|totaldurationminutes"],
        plan: zoom,
    },
    Format {
        name: n!("Google Meet, attendance"),
        signature: &["firstname", "lastname", "email", "duration", "timejoined"],
        plan: meet,
    },
];

/// Rows above the header that may say what the meeting was, as a name and a value behind it.
fn above(header: &Header<'_>, name: &str) -> Option<String> {
    let row = (0..header.at).find(|&row| key(header.sheet.cell(row, 0)) == name)?;
    Some(header.sheet.cell(row, 1).to_owned()).filter(|text| !text.is_empty())
}

fn coached(date: When, column: usize, unit: Unit, item: Item, by: By) -> Event {
    let minutes = Some(Minutes::Column { column, unit });
    Event { date, minutes, item, by, ..Event::on(EventKind::Coached, 0) }
}

/// Three sections: the meeting, its participants, what they did. The second is read, never the third too.
fn teams(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let column = |keys| header.column(keys).unwrap_or(0);
    let role = column("role");
    let organizer = (header.at + 1..header.sheet.len()).find(|&row| key(header.sheet.cell(row, role)) == "organizer");
    let email = column("email|participantidupn");
    let by = organizer.map_or(By::Nobody, |row| By::Text(header.sheet.cell(row, email).to_lowercase()));
    let item = above(header, "meetingtitle").map_or(Item::None, Item::Text);
    let date = When::Column(column("firstjoin"));
    let candidates = [("email", Identity::Email), ("participantidupn", Identity::Email), ("name", Identity::Name)];
    Ok(Some(Plan {
        person: candidates.iter().filter_map(|(key, by)| Some((*by, header.column(key)?))).collect(),
        events: vec![coached(date, column("inmeetingduration"), Unit::Minutes, item, by)],
        quiet: vec![(role, &["organizer"])],
        ends_above: Some("3."),
        known: vec![column("lastleave")],
        assumptions: vec![Assumption::MeetingIsCoaching],
        ..Plan::default()
    }))
}

/// The same in any language, by the order of its columns: name, first join, last leave, duration, e-mail, account, role.
fn teams_by_place(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let upn = header.column("*upn").unwrap_or(0);
    let Some(name) = upn.checked_sub(5) else { return Ok(None) };
    let (join, leave, duration, email, role) = (name + 1, name + 2, name + 3, name + 4, upn + 1);
    let first = |column: usize| header.sheet.cell(header.at + 1, column);
    let fits = date::read(first(join)).is_some() && duration::minutes(first(duration), Unit::Minutes, false).is_some();
    let is_second = header.at.checked_sub(1).is_some_and(|above| header.sheet.cell(above, 0).starts_with("2."));
    let summary = (0..header.at).find(|&row| header.sheet.cell(row, 0).starts_with("1."));
    let (Some(summary), true) = (summary, fits && is_second) else { return Ok(None) };
    let called = |row: &usize| ORGANIZERS.contains(&key(header.sheet.cell(*row, role)).as_str());
    let organizer = (header.at + 1..header.sheet.len()).find(called);
    let by = organizer.map_or(By::Nobody, |row| By::Text(header.sheet.cell(row, email).to_lowercase()));
    // The title is the first line below the heading of the summary.
    let item = Some(header.sheet.cell(summary + 1, 1).to_owned()).filter(|text| !text.is_empty());
    Ok(Some(Plan {
        person: vec![(Identity::Email, email), (Identity::Email, upn), (Identity::Name, name)],
        events: vec![coached(When::Column(join), duration, Unit::Minutes, item.map_or(Item::None, Item::Text), by)],
        quiet: vec![(role, ORGANIZERS)],
        ends_above: Some("3."),
        known: vec![leave],
        assumptions: vec![Assumption::MeetingIsCoaching],
        ..Plan::default()
    }))
}

/// Who called the meeting, in the languages seen.
const ORGANIZERS: &[&str] = &["organizer", "organiser", "organisator", "organisateur", "organizador"];

/// What somebody did, in the older list: a row for coming and one for leaving. Nobody in it is said to have called the
/// meeting.
fn joined(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let column = |keys| header.column(keys).unwrap_or(0);
    let (what, when) = (column("useraction"), column("timestamp"));
    let stay = Stay { what, when, came: &["joined", "joinedbefore"], left: &["left"] };
    let minutes = Some(Minutes::Stay(stay));
    let coached = Event { minutes, only: Some((what, stay.came)), ..Event::on(EventKind::Coached, when) };
    Ok(Some(Plan {
        person: vec![(Identity::Name, column("fullname"))],
        events: vec![coached],
        assumptions: vec![Assumption::MeetingOfEverybody],
        ..Plan::default()
    }))
}

/// One row for each time somebody joined; a block about the meeting may stand above.
fn zoom(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let column = |keys| header.column(keys).unwrap_or(0);
    let duration = column("durationminutes|totaldurationminutes");
    let block = (0..header.at).find(|&row| header.sheet.cells(row).any(|cell| key(cell) == "topic"));
    let of_meeting = |name: &str| {
        let at = header.sheet.cells(block?).position(|cell| key(cell) == name)?;
        Some(header.sheet.cell(block? + 1, at).to_owned()).filter(|text| !text.is_empty())
    };
    let item = of_meeting("topic").map_or(Item::None, Item::Text);
    let by = of_meeting("useremail").map_or(By::Nobody, |host| By::Text(host.to_lowercase()));
    let name = column("nameoriginalname|name");
    let mut person = vec![(Identity::Name, name)];
    if let Some(email) = header.column("useremail|email") {
        person.insert(0, (Identity::Email, email));
    }
    Ok(Some(Plan {
        person,
        events: vec![coached(When::Column(column("jointime")), duration, Unit::Minutes, item, by)],
        known: vec![column("leavetime")],
        order: Some(DateOrder::MonthFirst),
        assumptions: vec![Assumption::MeetingIsCoaching],
        ..Plan::default()
    }))
}

/// Times of day without a date: the name of the file has to tell it.
fn meet(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let column = |keys| header.column(keys).unwrap_or(0);
    let Some(day) = date::in_file_name(header.file) else {
        let instead = t!("one with the day in the name of the file, as in meeting 2026-03-31.csv").to_owned();
        return Err(Refusal::NoDates { source_name: t!("Google Meet attendance").to_owned(), instead });
    };
    let (item, _) = title(header.file);
    Ok(Some(Plan {
        person: vec![(Identity::Email, column("email"))],
        events: vec![coached(When::File(day), column("duration"), Unit::Minutes, Item::Text(item), By::Nobody)],
        known: vec![column("timejoined"), column("timeexited")],
        assumptions: vec![Assumption::FileDate { day }, Assumption::MeetingIsCoaching],
        ..Plan::default()
    }))
}
