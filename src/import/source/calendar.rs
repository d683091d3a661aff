//! Calendars as coaching minutes: files by RFC 5545, and the CSV of classic Outlook, known from programs that read it. Names of columns are
//! English; Outlook writes them in its own language.

use super::Format;
use crate::import::header::Header;
use crate::import::plan::{By, Event, Item, Many, Minutes, Plan};
use crate::import::written::duration::Unit;
use crate::receipt::{Assumption, Identity, Refusal};
use crate::record::EventKind;

pub const FORMATS: &[Format] = &[
    Format {
        name: "Outlook, calendar",
        signature: &[
            "subject",
            "startdate",
            "starttime",
            "enddate",
            "endtime",
            "meetingorganizer",
            "requiredattendees",
        ],
        plan: outlook,
    },
    // The names that `ics` gives the columns.
    Format {
        name: "Calendar file (.ics)",
        signature: &["summary", "dtstart", "durationminutes", "organizer", "attendee"],
        plan: icalendar,
    },
];

/// Everybody who did not decline; the organizer is the coach.
fn icalendar(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let column = |keys| header.column(keys).unwrap_or(0);
    let (organizer, attendee) = (column("organizer"), column("attendee"));
    let minutes = Minutes::Column { column: column("durationminutes"), unit: Unit::Minutes };
    Ok(Some(Plan {
        person: vec![(Identity::Email, attendee)],
        many: Some(Many { columns: vec![attendee], but: organizer }),
        events: vec![Event {
            item: Item::Column(column("summary")),
            by: By::Column(organizer),
            minutes: Some(minutes),
            ..Event::on(EventKind::Coached, column("dtstart"))
        }],
        assumptions: vec![Assumption::MeetingIsCoaching],
        ..Plan::default()
    }))
}

/// Everybody who was invited, by the name or address in the lists of attendees; the organizer is the coach.
fn outlook(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let column = |keys| header.column(keys).unwrap_or(0);
    let (organizer, required) = (column("meetingorganizer"), column("requiredattendees"));
    let mut columns = vec![required];
    columns.extend(header.column("optionalattendees"));
    let minutes = Minutes::Between {
        from: [column("startdate"), column("starttime")],
        to: [column("enddate"), column("endtime")],
    };
    Ok(Some(Plan {
        person: vec![(Identity::Name, required)],
        many: Some(Many { columns, but: organizer }),
        events: vec![Event {
            item: Item::Column(column("subject")),
            by: By::Column(organizer),
            minutes: Some(minutes),
            ..Event::on(EventKind::Coached, column("startdate"))
        }],
        quiet: header.column("alldayevent").map(|all_day| (all_day, &["true", "yes"][..])).into_iter().collect(),
        assumptions: vec![Assumption::MeetingIsCoaching],
        ..Plan::default()
    }))
}
