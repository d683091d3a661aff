//! What the reader of a file took for granted, in words, and by which question somebody can change it.

use super::reading::listed;
use crate::format::{events, people};
use crate::receipt::{Assumption, Because, DateOrder, Identity, Meaning, Topic};
use crate::t;

/// The question behind an assumption; `None` where the values leave no choice.
pub fn topic(assumption: &Assumption, is_guess: bool) -> Option<Topic> {
    match assumption {
        Assumption::Encoding => Some(Topic::Letters),
        Assumption::Order { because: Because::Value(_), .. } => None,
        Assumption::Order { .. } => Some(Topic::DateOrder),
        Assumption::Sheet { .. } => Some(Topic::Sheet),
        Assumption::Meaning { .. } | Assumption::Matrix { .. } => Some(Topic::Meanings),
        Assumption::Person { .. } | Assumption::Since { .. } if is_guess => Some(Topic::Columns),
        _ => None,
    }
}

pub fn assumed(assumption: &Assumption) -> String {
    match assumption {
        Assumption::Encoding => t!("The encoding is a guess from the letters").to_owned(),
        Assumption::Order { column, order: first, because } => {
            let order = order(*first);
            match because {
                Because::Value(value) => {
                    t!("{column}: {order}, because {value} is no date otherwise", column, order, value)
                }
                Because::Neighbor(other) => t!("{column}: {order}, as in {other}", column, order, other),
                Because::Source => t!("{column}: {order}, because this system writes dates so", column, order),
                Because::Answer => t!("{column}: {order}, as you said", column, order),
            }
        }
        Assumption::TwoDigitYears { column } => t!("{column}: years 00 to 68 are 2000 to 2068, others 19xx", column),
        Assumption::Serials { column } => t!("{column}: numbers count days as spreadsheets do", column),
        Assumption::UnixTime { column } => t!("{column}: numbers count time since 1970, taken as days of UTC", column),
        Assumption::FileDate { day } => t!("No row has a date; {day} is from the name of the file", day),
        Assumption::DecimalComma { column } => t!("{column}: a comma stands before decimals", column),
        Assumption::Person { column, by } => match by {
            Identity::Email => t!("People are known by the e-mail address in {column}, capitals or not", column),
            Identity::Id => t!("People are known by {column}", column),
            Identity::Name => {
                t!("People are known only by the name in {column}: two of one name would be taken for one", column)
            }
        },
        Assumption::Item { text } => t!("The rows do not say what they are about; “{text}” is used", text),
        Assumption::Sheet { sheet, others } => {
            t!("The sheet {sheet} was read, not {others}", sheet, others = others.join(", "))
        }
        Assumption::Unread { part, why } => t!("{part} was left out: {why}", part, why),
        Assumption::CalendarUntil { day } => {
            t!("What is planned after {day}, when the calendar was last written, has not happened", day)
        }
        Assumption::Repetition { item, rule } => {
            t!("“{item}” repeats by a rule that is not understood ({rule}); only its first day is used", item, rule)
        }
        Assumption::Matrix { columns } => {
            t!("A day in {columns} is the day on which it was completed", columns = columns.join(", "))
        }
        Assumption::MeetingIsCoaching => {
            t!("Time in the meeting counts as coaching of everybody but the one who called it").to_owned()
        }
        Assumption::MeetingOfEverybody => {
            t!("Time in the meeting counts as coaching of everybody in the list, which does not say who called it")
                .to_owned()
        }
        Assumption::Since { column } => t!("A person may have several rows, each so since the day in {column}: the manager of a day is the one of that day, all else is from the latest row", column
        ),
        Assumption::Codes => t!("Codes stand in the place of names, addresses and ids. Notes, what appointments are called and rows that were set aside are not kept").to_owned(),
        Assumption::HandedIn => t!("A task that was handed in and an attempt at a quiz count as completed").to_owned(),
        Assumption::FirstDays { columns, without } => {
            let columns = listed(columns.len(), columns.iter().map(String::as_str));
            match without {
                0 => t!(
                    "Day 0 of each person is their earliest day in {columns}, until a list of people is here",
                    columns
                ),
                _ => t!(
                    "Day 0 of each person is their earliest day in {columns}, until a list of people is here. {people} without one are left out",
                    columns,
                    people = people(*without)
                ),
            }
        }
        Assumption::Seen { between, at_first: 0 } => {
            t!("{events} lie between two lists; the day of the later one is used", events = events(*between))
        }
        Assumption::Seen { between, at_first } => t!(
            "{events} lie between two lists; the day of the later one is used. {known} were in the first list already, and may be much older",
            events = events(*between),
            known = events(*at_first)
        ),
        Assumption::ListDate { column } => {
            t!("No row has a date of its own; {column} says when the list was made", column)
        }
        Assumption::AccountStart { column } => {
            t!("{column}, the day an account was made, is taken for the start. A list with hire dates is better", column)
        }
        Assumption::Profile { name } => t!("Read with the answers kept as “{name}”", name),
        Assumption::Meaning { column, meaning: what, answered } => {
            let meaning = meaning(*what);
            match answered {
                true => t!("{column}: {meaning}, as you said", column, meaning),
                false => t!("{column}: {meaning}, by its words", column, meaning),
            }
        }
    }
}

fn order(order: DateOrder) -> &'static str {
    match order {
        DateOrder::DayFirst => t!("the day comes first"),
        DateOrder::MonthFirst => t!("the month comes first"),
    }
}

/// What a column named after a thing counts as.
fn meaning(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Belief => t!("belief that it is worth it"),
        Meaning::Question => t!("another question"),
        Meaning::Behaviour => t!("an observed behaviour"),
        Meaning::Module => t!("a completed module"),
        Meaning::Indicator => t!("an indicator"),
        Meaning::Nothing => t!("not used"),
    }
}
