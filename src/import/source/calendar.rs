//! Calendars as coaching minutes: files by RFC 5545, and the CSV of classic Outlook, known from programs that read and
//! write it. Outlook names the columns in its own language.

use super::Format;
use crate::import::header::Header;
use crate::import::plan::{By, Event, Item, Many, Minutes, Plan};
use crate::import::written::duration::Unit;
use crate::n;
use crate::receipt::{Assumption, Identity, Refusal};
use crate::record::EventKind;

pub const FORMATS: &[Format] = &[
    Format {
        name: n!("Outlook, calendar"),
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
    Format {
        name: n!("Outlook, calendar (German)"),
        signature: &[
            "betreff",
            "beginntam",
            "beginntum",
            "endetam",
            "endetum",
            "besprechungsplanung",
            "erforderlicheteilnehmer",
        ],
        plan: outlook,
    },
    Format {
        name: n!("Outlook, calendar (French)"),
        signature: &["objet", "début", "fin", "journéeentière", "organisateurduneréunion", "participantsobligatoires"],
        plan: outlook,
    },
    Format {
        name: n!("Outlook, calendar (Spanish)"),
        signature: &[
            "asunto",
            "fechadecomienzo",
            "comienzo",
            "fechadefinalización",
            "finalización",
            "organizadordelareunión",
            "asistentesnecesarios|asistentesrequeridos",
        ],
        plan: outlook,
    },
    // The names that `ics` gives the columns.
    Format {
        name: n!("Calendar file (.ics)"),
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

/// Names of columns in four languages, English, German, French and Spanish.
const ORGANIZER: &str = "meetingorganizer|besprechungsplanung|organisateurduneréunion|organizadordelareunión";
const REQUIRED: &str =
    "requiredattendees|erforderlicheteilnehmer|participantsobligatoires|asistentesnecesarios|asistentesrequeridos";
const OPTIONAL: &str = "optionalattendees|optionaleteilnehmer|participantsfacultatifs|asistentesopcionales";
const SUBJECT: &str = "subject|betreff|objet|asunto";
const ALL_DAY: &str = "alldayevent|ganztägigesereignis|journéeentière|todoeldía";
const PRIVATE: &str = "private|privat|privé|privado";
const HOLDS: &[&str] = &["true", "yes", "wahr", "ein", "vrai", "verdadero"];

/// Everybody who was invited, by the name or address in the lists of attendees; the organizer is the coach. What is
/// marked as private stays so.
fn outlook(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let column = |keys| header.column(keys).unwrap_or(0);
    let (organizer, required) = (column(ORGANIZER), column(REQUIRED));
    let mut columns = vec![required];
    columns.extend(header.column(OPTIONAL));
    // In French day and time of day have the same name, one behind the other.
    let moment = |days: &'static str, times: &'static str, both: &str| match header.column(both) {
        Some(day) => [day, day + 1],
        None => [column(days), column(times)],
    };
    let from = moment("startdate|beginntam|fechadecomienzo", "starttime|beginntum|comienzo", "début");
    let to = moment("enddate|endetam|fechadefinalización", "endtime|endetum|finalización", "fin");
    let minutes = Minutes::Between { from, to };
    let quiet = [ALL_DAY, PRIVATE].iter().filter_map(|keys| Some((header.column(keys)?, HOLDS)));
    Ok(Some(Plan {
        person: vec![(Identity::Name, required)],
        many: Some(Many { columns, but: organizer }),
        events: vec![Event {
            item: Item::Column(column(SUBJECT)),
            by: By::Column(organizer),
            minutes: Some(minutes),
            ..Event::on(EventKind::Coached, from[0])
        }],
        quiet: quiet.collect(),
        plans: true,
        assumptions: vec![Assumption::MeetingIsCoaching],
        ..Plan::default()
    }))
}
