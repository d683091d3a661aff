//! Dates that cannot be, or that say something else than when it happened.

use super::{Against, Concern, Held};
use crate::receipt::Reason;
use crate::record::EventKind;
use crate::table::{Code, NONE};
use crate::time::Day;

/// Behind the day by which 99 of 100 events lie, a gap of so many days is no late log any more.
const GAP: i32 = 90;
/// The same behind the day by which 9 of 10 lie: where there are few events, 1 of 100 is none.
const GREAT_GAP: i32 = 366;
/// Fewer events than this have no pattern.
const FEWEST: usize = 10;
/// No system of today recorded an event before 1995; nobody at work started before 1950.
const FIRST_EVENT: (i32, u32, u32) = (1995, 1, 1);
const FIRST_START: (i32, u32, u32) = (1950, 1, 1);
/// Days that systems write for "none": where their calendars begin.
const NO_DAYS: [(i32, u32, u32); 4] = [(1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1970, 1, 1)];
/// Of so many events one before the start is worth a word.
const EARLY: u64 = 20;

pub fn concerns(held: &Held<'_>) -> Vec<Concern> {
    [ahead(held), long_ago(held), unreadable(held), before_start(held)].into_iter().flatten().collect()
}

fn ahead(held: &Held<'_>) -> Option<Concern> {
    let today = held.today.and_then(|today| behind(held, today.0, Against::Today(today)));
    today.or_else(|| {
        let days = &held.runs.day;
        if days.len() < FEWEST {
            return None;
        }
        let mut sorted = days.clone();
        let mut by = |part: usize| *sorted.select_nth_unstable((days.len() - 1) * part / 100).1;
        let limit = (by(99) + GAP).min(by(90) + GREAT_GAP);
        let others = days.iter().copied().filter(|day| *day <= limit).max()?;
        behind(held, limit, Against::Others(Day(others)))
    })
}

fn behind(held: &Held<'_>, limit: i32, against: Against) -> Option<Concern> {
    let days = || held.runs.day.iter().copied().filter(|day| *day > limit);
    let latest = Day(days().max()?);
    Some(Concern::DatesAhead { events: days().count() as u64, of: held.runs.len() as u64, latest, against })
}

fn long_ago(held: &Held<'_>) -> Option<Concern> {
    let day = |(year, month, day)| Day::from_ymd(year, month, day).map_or(i32::MIN, |day| day.0);
    let (first_event, first_start) = (day(FIRST_EVENT), day(FIRST_START));
    let none = NO_DAYS.map(day);
    let starts = held.row_of.iter().filter(|row| **row != NONE).map(|row| held.tables.people.start[*row as usize]);
    let starts: Vec<i32> = starts.collect();
    let early_starts = starts.iter().copied().filter(|start| *start < first_start || none.contains(start));
    let early_events = held.runs.day.iter().copied().filter(|day| *day < first_event);
    let (mut rows, mut earliest) = (0, i32::MAX);
    for day in early_starts.chain(early_events) {
        (rows, earliest) = (rows + 1, earliest.min(day));
    }
    let of = (starts.len() + held.runs.len()) as u64;
    (rows > 0).then_some(Concern::DatesLongAgo { rows, of, earliest: Day(earliest) })
}

fn unreadable(held: &Held<'_>) -> Option<Concern> {
    use Reason::{DateNoDate, EndNoDate, NoDate, NoStartDate, SinceNoDate, StartNoDate};
    let is_of_dates =
        |reason: &Reason| matches!(reason, NoDate | DateNoDate | NoStartDate | StartNoDate | EndNoDate | SinceNoDate);
    let set_aside = held.receipts.iter().flat_map(|receipt| &receipt.set_aside);
    let of_dates = set_aside.filter(|(reason, _)| is_of_dates(reason));
    let rows = of_dates.map(|(_, rows)| rows).sum();
    let of = held.receipts.iter().map(|receipt| receipt.rows).sum();
    (rows > 0).then_some(Concern::DatesUnreadable { rows, of })
}

/// Of what people do and what is seen of them; an enrollment may well come first.
fn before_start(held: &Held<'_>) -> Option<Concern> {
    let kinds =
        [EventKind::Completed, EventKind::Observed, EventKind::Applied, EventKind::Feedback, EventKind::Coached];
    let (mut events, mut of) = (0, 0);
    for (person, &row) in held.row_of.iter().enumerate().filter(|(_, row)| **row != NONE) {
        let start = held.tables.people.start[row as usize];
        for kind in kinds {
            let days = &held.runs.day[held.runs.run(person as Code, kind)];
            of += days.len() as u64;
            // They are in order.
            events += days.partition_point(|day| *day < start) as u64;
        }
    }
    (events >= EARLY && events * 50 >= of).then_some(Concern::BeforeStart { events, of })
}
