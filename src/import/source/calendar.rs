//! Calendars as coaching minutes: the CSV of classic Outlook, known from programs that read it. Names of columns are
//! English; Outlook writes them in its own language.

use super::Format;
use crate::import::header::Header;
use crate::import::plan::{By, Event, Item, Many, Minutes, Plan};
use crate::receipt::{Assumption, Identity, Refusal};
use crate::record::EventKind;

pub const FORMATS: &[Format] = &[Format {
    name: "Outlook, calendar",
    signature: &["subject", "startdate", "starttime", "enddate", "endtime", "meetingorganizer", "requiredattendees"],
    plan: outlook,
}];

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
