//! iCalendar files (RFC 5545) → a sheet with a row for each time an event took place.

mod recurrence;

use std::collections::HashMap;

use recurrence::Rule;

use super::desk::Desk;
use super::sheet::Sheet;
use super::written::duration::{self, Unit};
use crate::receipt::{Assumption, Refusal};
use crate::time::Day;

/// The names of the columns, those of the properties.
pub const COLUMNS: [&str; 5] = ["SUMMARY", "DTSTART", "DURATION (minutes)", "ORGANIZER", "ATTENDEE"];

pub fn is_calendar(text: &str) -> bool {
    text.trim_start().get(..15).is_some_and(|begin| begin.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

/// An event of the file, as far as it matters.
#[derive(Debug, Default)]
struct Event {
    line: u64,
    uid: String,
    summary: String,
    /// Day and minute; `None` of a whole day.
    start: Option<(Day, i32)>,
    end: Option<(Day, i32)>,
    minutes: Option<f64>,
    rule: Option<String>,
    except: Vec<Day>,
    /// The day of a series that this event stands for.
    instead_of: Option<Day>,
    organizer: String,
    attendees: Vec<String>,
    cancelled: bool,
}

/// Rows up to the day on which the calendar was last written: what is planned behind it has not happened. `written` is
/// when the file was, where nothing in it says so.
pub async fn sheet(text: &str, written: Option<Day>, desk: &Desk) -> Result<(Sheet, Vec<Assumption>), Refusal> {
    let whole = desk.narrow(0.0, 0.7);
    let (events, stamped) = events(text, desk).await;
    desk.back_to(whole);
    let whole = desk.narrow(0.7, 1.0);
    let mut assumptions = Vec::new();
    let mut sheet = Sheet::default();
    sheet.begin_row(1);
    for name in COLUMNS {
        sheet.push(name)?;
    }
    // Without a day of its own the file knows nothing behind the last begin.
    let begins = events.iter().filter_map(|event| event.start).map(|(day, _)| day);
    let last = stamped.or(written).or(begins.max());
    if let Some(day) = last {
        assumptions.push(Assumption::CalendarUntil { day });
    }
    let last = last.unwrap_or(Day::LATEST);
    let mut moved: HashMap<&str, Vec<Day>> = HashMap::new();
    for event in &events {
        if let Some(day) = event.instead_of {
            moved.entry(&event.uid).or_default().push(day);
        }
    }
    for (at, event) in events.iter().enumerate().filter(|(_, event)| !event.cancelled) {
        desk.at(at, events.len());
        let Some((start, from)) = event.start else { continue };
        let between = event.end.map(|(day, to)| f64::from(day.since(start)) * 1440.0 + f64::from(to - from));
        let Some(minutes) = event.minutes.or(between) else { continue };
        let rule = event.rule.as_deref().map(|text| (text, Rule::parse(text)));
        let days = match rule {
            Some((_, Some(rule))) if event.instead_of.is_none() => rule.days(start, last),
            Some((text, None)) => {
                assumptions.push(Assumption::Repetition { item: event.summary.clone(), rule: text.to_owned() });
                vec![start]
            }
            _ => vec![start],
        };
        let moved = moved.get(event.uid.as_str()).map_or(&[][..], Vec::as_slice);
        let is_series = event.instead_of.is_none();
        for day in days {
            if day > last || event.except.contains(&day) || (is_series && moved.contains(&day)) {
                continue;
            }
            desk.did(20).await;
            sheet.begin_row(event.line);
            for cell in
                [&event.summary, &day.to_string(), &minutes.to_string(), &event.organizer, &event.attendees.join(";")]
            {
                sheet.push(cell)?;
            }
        }
    }
    desk.back_to(whole);
    Ok((sheet, assumptions))
}

/// The events, and the latest day on which anything in the file was written.
async fn events(text: &str, desk: &Desk) -> (Vec<Event>, Option<Day>) {
    let (mut events, mut written) = (Vec::new(), None);
    let mut event: Option<Event> = None;
    // Alarms inside of an event have properties of the same names.
    let mut depth = 0;
    let lines = unfolded(text);
    let count = lines.len();
    for (at, (line, content)) in lines.into_iter().enumerate() {
        desk.at(at, count);
        desk.did(10).await;
        let Some((head, value)) = split(&content) else { continue };
        let name = head.split(';').next().unwrap_or_default().to_ascii_uppercase();
        match (name.as_str(), &mut event) {
            ("BEGIN", None) if value.eq_ignore_ascii_case("VEVENT") => event = Some(Event { line, ..Event::default() }),
            ("BEGIN", Some(_)) => depth += 1,
            ("END", Some(_)) if depth > 0 => depth -= 1,
            ("END", Some(_)) => events.extend(event.take()),
            ("DTSTAMP" | "LAST-MODIFIED", Some(_)) if depth == 0 => written = written.max(day(value)),
            (_, Some(event)) if depth == 0 => event.property(&name, head, value),
            _ => {}
        }
    }
    (events, written)
}

impl Event {
    fn property(&mut self, name: &str, head: &str, value: &str) {
        match name {
            "UID" => value.clone_into(&mut self.uid),
            "SUMMARY" => self.summary = unescaped(value),
            "DTSTART" => self.start = moment(value),
            "DTEND" => self.end = moment(value),
            "DURATION" => self.minutes = duration::minutes(value, Unit::Minutes, false),
            "RRULE" => self.rule = Some(value.to_owned()),
            "EXDATE" => self.except.extend(value.split(',').filter_map(day)),
            "RECURRENCE-ID" => self.instead_of = day(value),
            "STATUS" => self.cancelled = value.eq_ignore_ascii_case("CANCELLED"),
            "ORGANIZER" => self.organizer = person(head, value),
            "ATTENDEE" if !head.to_ascii_uppercase().contains("PARTSTAT=DECLINED") => {
                self.attendees.push(person(head, value));
            }
            _ => {}
        }
    }
}

/// Lines with their number, put together where one goes on behind a line break and a space.
fn unfolded(text: &str) -> Vec<(u64, String)> {
    let mut lines: Vec<(u64, String)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, last))) => last.push_str(rest),
            _ => lines.push((at as u64 + 1, line.to_owned())),
        }
    }
    lines
}

/// Name with parameters, and value: at the first colon outside of quotes.
fn split(line: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let at = line.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == ':' && !quoted
    })?;
    Some((&line[..at.0], line[at.0 + 1..].trim()))
}

/// `20250106` or `20250106T090000Z`, as the day it is written with.
fn day(text: &str) -> Option<Day> {
    let digits = text.trim().get(..8).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    Day::from_ymd(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..].parse().ok()?)
}

/// Day and minute of the day; `None` where no time is written.
fn moment(text: &str) -> Option<(Day, i32)> {
    let time = text.trim().get(8..)?.strip_prefix('T')?;
    let number = |from: usize| time.get(from..from + 2)?.parse::<i32>().ok();
    let (hour, minute) = (number(0)?, number(2)?);
    Some((day(text)?, hour * 60 + minute))
}

/// The address, else the name.
fn person(head: &str, value: &str) -> String {
    let address = value.get(..7).filter(|begin| begin.eq_ignore_ascii_case("mailto:")).and(value.get(7..));
    let name = head.split(';').find_map(|parameter| parameter.strip_prefix("CN=")).map(|name| name.trim_matches('"'));
    address.or(name).unwrap_or(value).replace(';', ",")
}

fn unescaped(text: &str) -> String {
    text.replace("\\n", " ").replace("\\N", " ").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
}
