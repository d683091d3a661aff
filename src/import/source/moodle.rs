//! Moodle: activity completion, course completion, grades, logs. Read in the code that writes these files
//! (`report/progress/index.php`, `report/completion/index.php`, `grade/export/txt`); logs are known from programs that
//! read them, the names of their events from Moodle's language files.

use super::Format;
use crate::import::header::Header;
use crate::import::plan::{Event, Item, Plan, Value};
use crate::import::written::number;
use crate::import::written::status::Status;
use crate::import::written::{date, is_blank, key};
use crate::n;
use crate::receipt::{Assumption, Caution, DateOrder, Identity, Refusal};
use crate::record::EventKind;

pub const FORMATS: &[Format] = &[
    // The first cell of the header is empty.
    Format { name: n!("Moodle, activity completion"), signature: &[""], plan: activities },
    Format { name: n!("Moodle, course completion"), signature: &["id", "name", "coursecomplete"], plan: course },
    Format {
        name: n!("Moodle, grades"),
        signature: &["lastdownloadedfromthiscourse", "emailaddress|email|idnumber|username"],
        plan: grades,
    },
    Format {
        name: n!("Moodle, logs"),
        signature: &["time", "userfullname", "affecteduser", "eventcontext", "component", "eventname"],
        plan: logs,
    },
];

/// Identity fields that a site may show, best first.
const EMAILS: &[&str] = &["emailaddress", "email", "emailadresse", "adressedecourriel", "direccióndecorreo"];
const IDS: &[&str] = &[
    "idnumber",
    "username",
    "idnummer",
    "anmeldename",
    "numérodidentification",
    "nomdutilisateur",
    "númerodeid",
    "nombredeusuario",
];

fn person(header: &Header<'_>, name: usize) -> Vec<(Identity, usize)> {
    let emails = header.columns(EMAILS).into_iter().map(|column| (Identity::Email, column));
    let ids = header.columns(IDS).into_iter().map(|column| (Identity::Id, column));
    emails.chain(ids).chain([(Identity::Name, name)]).collect()
}

/// Name, identity fields, then two cells for each activity: its state, and the last change of the record. The header has
/// the name of the activity and the date by which it is expected, or nothing.
fn activities(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    if !header.key(0).is_empty() || !header.mostly(0, 0, |_| true) {
        return Ok(None);
    }
    let is_date = |text: &str| is_blank(text) || date::read(text).is_some();
    let mut events = Vec::new();
    let mut column = 1;
    while column + 1 < header.width() {
        let expected = header.sheet.cell(header.at, column + 1);
        let pair = is_date(expected) && header.mostly(column, 0, |text| Status::of(text).is_some());
        if pair && !header.key(column).is_empty() {
            let item = Item::Text(header.sheet.cell(header.at, column).to_owned());
            let about = Some(column);
            events.push(Event { item, status: about, about, ..Event::on(EventKind::Completed, column + 1) });
            column += 2;
        } else {
            column += 1;
        }
    }
    let plan = Plan { person: person(header, 0), events, cautions: vec![Caution::LastChange], ..Plan::default() };
    Ok((!plan.events.is_empty()).then_some(plan))
}

/// `<activity>` with `<activity> - Completion date` behind it for each activity, then dates of other criteria.
fn course(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let (Some(name), Some(complete)) = (header.column("name"), header.column("coursecomplete")) else {
        return Ok(None);
    };
    let mut events = Vec::new();
    for column in 1..header.width() {
        let activity = header.sheet.cell(header.at, column - 1).to_owned();
        if header.key(column) == format!("{}completiondate", key(&activity)) {
            let item = Item::Text(activity);
            let about = Some(column - 1);
            events.push(Event { item, status: about, about, ..Event::on(EventKind::Completed, column) });
        }
    }
    let item = Item::Text("Course complete".to_owned());
    events.push(Event { item, ..Event::on(EventKind::Completed, complete) });
    let mut person = person(header, name);
    person.insert(person.len() - 1, (Identity::Id, header.column("id").unwrap_or(0)));
    // The short form of the English language pack, as others parse it.
    Ok(Some(Plan { person, events, order: Some(DateOrder::DayFirst), ..Plan::default() }))
}

/// Columns about the person, and the ones that sum others up.
const PROFILE: &[&str] = &["firstname", "lastname", "surname", "institution", "department", "suspended", "coursetotal"];

/// A column for each graded item; each row ends with the moment of the export.
fn grades(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let date = header.column("lastdownloadedfromthiscourse").unwrap_or(0);
    let person = [EMAILS, IDS].concat();
    let is_item = |column: &usize| {
        let key = header.key(*column);
        *column != date
            && !person.contains(&key)
            && !PROFILE.iter().any(|name| key.starts_with(name))
            && !["percentage", "letter", "feedback"].iter().any(|end| key.ends_with(end))
            && header.mostly(*column, 0, |text| number::read(text, true).or(number::read(text, false)).is_some())
    };
    let graded = |column: usize| {
        let name = header.name(column);
        let item = Item::Text(name.trim_end_matches("(Real)").trim_end().to_owned());
        let value = Some(Value::Number(column));
        Event { item, value, valued: true, about: Some(column), ..Event::on(EventKind::Completed, date) }
    };
    let by_email = header.columns(EMAILS).into_iter().map(|column| (Identity::Email, column));
    let by_id = header.columns(IDS).into_iter().map(|column| (Identity::Id, column));
    Ok(Some(Plan {
        person: by_email.chain(by_id).collect(),
        events: (0..header.width()).filter(is_item).map(graded).collect(),
        cautions: vec![Caution::Snapshot],
        ..Plan::default()
    }))
}

/// A row for each thing done. That an activity changed its state does not say to which, so that only courses count as
/// completed, and what was handed in. Whoever did it for somebody else is not the one it is about.
fn logs(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let column = |keys| header.column(keys).unwrap_or(0);
    let (time, what) = (column("time"), column("eventname"));
    let told = |kind, keys| Event {
        item: Item::Behind(column("eventcontext")),
        only: Some((what, keys)),
        always: true,
        ..Event::on(kind, time)
    };
    Ok(Some(Plan {
        person: vec![(Identity::Name, column("affecteduser")), (Identity::Name, column("userfullname"))],
        first_named: true,
        events: vec![
            told(EventKind::Enrolled, &["userenrolledincourse"]),
            told(EventKind::Completed, &["coursecompleted", "asubmissionhasbeensubmitted", "quizattemptsubmitted"]),
        ],
        order: Some(DateOrder::DayFirst),
        known: header.columns(&["component", "origin"]),
        assumptions: vec![Assumption::HandedIn],
        cautions: vec![Caution::Log],
        ..Plan::default()
    }))
}
