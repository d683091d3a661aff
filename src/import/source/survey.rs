//! Surveys: every question answered on a scale becomes an event, text is dropped. Qualtrics, SurveyMonkey, Microsoft Forms
//! and Google Forms, known from many programs that read them.

use super::Format;
use crate::import::header::Header;
use crate::import::plan::{Event, Item, Plan, Value};
use crate::import::written::{key, scale};
use crate::n;
use crate::receipt::{Identity, Refusal, Skip};
use crate::record::EventKind;

pub const FORMATS: &[Format] = &[
    Format {
        name: n!("Qualtrics"),
        signature: &["startdate", "enddate", "responseid", "distributionchannel", "userlanguage"],
        plan: qualtrics,
    },
    Format {
        name: n!("SurveyMonkey"),
        signature: &["respondentid", "collectorid", "startdate", "enddate"],
        plan: monkey,
    },
    Format { name: n!("Microsoft Forms"), signature: &["id", STARTED, DONE, EMAIL, NAME], plan: forms },
    Format { name: n!("Google Forms"), signature: &["timestamp", "emailaddress|email"], plan: google },
];

/// Names of the first columns of Microsoft Forms in English, German, French and Spanish.
const STARTED: &str = "starttime|startzeit|heurededébut|horadeinicio";
const DONE: &str = "completiontime|fertigstellungszeit|heuredefin|horadefinalización";
const EMAIL: &str = "email|adressedemessagerie|correoelectrónico";
const NAME: &str = "name|nom|nombre";

/// The columns from `first` on are questions, except the ones named `beside`. `names` are the rows of the header.
fn questions(
    header: &Header<'_>,
    names: usize,
    first: usize,
    date: usize,
    beside: &[&str],
) -> (Vec<Event>, Vec<usize>) {
    let (mut events, mut text) = (Vec::new(), Vec::new());
    let mut question = String::new();
    for column in first..header.width() {
        // The words of the question stand in the second line where there are more; its number does for a name else.
        let cell = |row: usize| header.sheet.cell(header.at + row, column);
        if !cell(0).is_empty() {
            cell(0).clone_into(&mut question);
        }
        let is_beside = beside.iter().any(|begin| header.key(column).starts_with(begin));
        let values = header.mostly(column, names - 1, |text| scale::point(text).is_some());
        if is_beside {
            continue;
        }
        if values {
            let item = Item::Text(question.clone());
            let value = Some(Value::Scale(column));
            events.push(Event { item, value, about: Some(column), ..Event::on(EventKind::Surveyed, date) });
        } else {
            text.push(column);
        }
    }
    (events, text)
}

/// Three lines of header: names, questions, and what looks like a program's own notation.
fn qualtrics(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let column = |keys| header.column(keys).unwrap_or(0);
    let notation =
        header.sheet.len() > header.at + 2 && header.sheet.cells(header.at + 2).any(|cell| cell.contains("ImportId"));
    let header_rows = if notation { 3 } else { 1 };
    let last = column("userlanguage");
    let (events, free_text) = questions(header, header_rows, last + 1, column("recordeddate|enddate"), &[]);
    let person =
        [("recipientemail", Identity::Email), ("externalreference", Identity::Id), ("responseid", Identity::Id)];
    Ok(Some(Plan {
        header_rows,
        person: person.iter().filter_map(|(keys, by)| Some((*by, header.column(keys)?))).collect(),
        events,
        skip: vec![(column("status"), &["surveypreview", "1"], Skip::Pseudo)],
        free_text,
        ..Plan::default()
    }))
}

/// Two lines of header: questions, which span the columns behind them, and options.
fn monkey(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let column = |keys| header.column(keys).unwrap_or(0);
    let beside = [
        "respondentid",
        "collectorid",
        "startdate",
        "enddate",
        "ipaddress",
        "emailaddress",
        "firstname",
        "lastname",
        "customdata",
    ];
    let first =
        (0..header.width()).rfind(|&at| beside.iter().any(|name| header.key(at).starts_with(name))).unwrap_or(0);
    let (events, free_text) = questions(header, 2, first + 1, column("enddate"), &[]);
    let person = [("emailaddress", Identity::Email), ("respondentid", Identity::Id)];
    Ok(Some(Plan {
        header_rows: 2,
        person: person.iter().filter_map(|(keys, by)| Some((*by, header.column(keys)?))).collect(),
        events,
        free_text,
        ..Plan::default()
    }))
}

fn forms(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let column = |keys| header.column(keys).unwrap_or(0);
    let beside = ["totalpoints", "quizfeedback", "lastmodifiedtime", "points", "feedback"];
    let (events, free_text) = questions(header, 1, column(NAME) + 1, column(DONE), &beside);
    Ok(Some(Plan {
        header_rows: 1,
        person: vec![(Identity::Email, column(EMAIL)), (Identity::Name, column(NAME))],
        // Somebody who did not want to be known.
        quiet: vec![(column(EMAIL), &["anonymous", "anonym", "anonyme", "anónimo"])],
        events,
        free_text,
        ..Plan::default()
    }))
}

fn google(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let (time, email) = (header.column("timestamp").unwrap_or(0), header.column("emailaddress|email").unwrap_or(0));
    // The first two columns; a log may have such names too, further behind.
    let is_log = header.column("event|eventtype|status|item|course|coursename|minutes|duration").is_some();
    if is_log || time != 0 || email != 1 || key(header.sheet.cell(header.at, 2)).is_empty() {
        return Ok(None);
    }
    let (events, free_text) = questions(header, 1, 2, time, &["score"]);
    let plan = Plan { header_rows: 1, person: vec![(Identity::Email, email)], events, free_text, ..Plan::default() };
    Ok((!plan.events.is_empty()).then_some(plan))
}
