//! Human sentences for the words of a receipt and for what an import did.

mod imports;
mod reading;

pub use imports::{changed, replacing, undoing};
pub use reading::lines;

use super::notice::Tone;
use crate::format;
use crate::protocol::{Holdings, Origin, Store};
use crate::receipt::{Kind, Outcome, Receipt, Refusal};

/// What follows from an optional column that a file lacks.
pub fn without_column(column: &str) -> &'static str {
    match column {
        "name" => "people are known by their id",
        "role" => "no grouping by role, and nobody is a leader",
        "team" => "everybody is in “No team”",
        "cohort" => "no grouping by cohort",
        "location" => "no location is known",
        "manager_id" => "managers are counted as learners",
        "end_date" => "nobody is known to have left",
        "item" => "events that need an item are set aside",
        "value" => "events that need a value are set aside",
        "minutes" => "coaching is set aside",
        "context" => "every observation counts as live work",
        "by" => "no observer or coach is known",
        "note" => "no notes",
        _ => "left empty",
    }
}

pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::People => "people",
        Kind::Events => "events",
    }
}

/// Where the data are kept.
pub fn store(store: &Store) -> String {
    match store {
        Store::Opfs => "In this browser, in the private file space of this site.".to_owned(),
        Store::IndexedDb => "In this browser, in the database of this site.".to_owned(),
        Store::Nowhere { why } => {
            format!("Nowhere: they are gone when this tab is closed. The browser gave no room: {why}")
        }
        Store::OtherTab => "Nothing from this tab: Rampline is open in another tab, which keeps its own.".to_owned(),
    }
}

/// What an import did, one message a thing. A clean sample needs no words.
pub fn import_notices(outcomes: &[Outcome], holdings: &Holdings, changed: bool) -> Vec<(Tone, String, String)> {
    let mut notices = Vec::new();
    let mut read: Vec<&Receipt> = Vec::new();
    for outcome in outcomes {
        match outcome {
            Outcome::Read(receipt) => read.push(receipt),
            Outcome::Refused { file, why: Refusal::Asked(_) } => notices.push((
                Tone::Caution,
                format!("{file} leaves a question open."),
                "It is read as soon as the question is answered on the Import screen. Nothing was changed.".to_owned(),
            )),
            Outcome::Refused { file, why } => notices.push((
                Tone::Error,
                format!("{file} was not read."),
                format!("{}. Nothing was changed by it.", sentence(&why.to_string())),
            )),
        }
    }
    if read.is_empty() || (holdings.origin == Some(Origin::Sample) && notices.is_empty()) {
        return notices;
    }
    let mut names: Vec<&str> = read.iter().map(|r| r.file.as_str()).collect();
    names.dedup();
    let names = names.join(" and ");
    if !changed {
        notices.push((
            Tone::Done,
            "Nothing new.".to_owned(),
            format!("Every row of {names} was here already. Nothing was changed."),
        ));
        return notices;
    }
    let total = |count: fn(&Receipt) -> u64| read.iter().map(|r| count(r)).sum::<u64>();
    let (aside, unknown) = (total(Receipt::set_aside_total), total(|r| r.unknown));
    let mut text = format!("Here now: {} and {}.", people(holdings.people), events(holdings.events));
    if aside > 0 {
        text.push_str(&format!(" {} set aside.", rows(aside)));
    }
    if unknown > 0 {
        text.push_str(&format!(" {} kept apart, about people no list names.", events(unknown)));
    }
    let tone = if aside + unknown > 0 { Tone::Caution } else { Tone::Done };
    notices.push((tone, format!("Read {names}."), text));
    notices
}

pub fn people(n: u64) -> String {
    counted(n, "person", "people")
}

pub fn events(n: u64) -> String {
    counted(n, "event", "events")
}

pub fn rows(n: u64) -> String {
    counted(n, "row", "rows")
}

fn counted(n: u64, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", format::count(n), if n == 1 { one } else { many })
}

/// With a capital letter, without a full stop.
pub fn sentence(text: &str) -> String {
    let text = text.trim_end_matches('.');
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| [first.to_ascii_uppercase()].into_iter().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_optional_column_says_what_follows_without_it() {
        let optional = [
            "name",
            "role",
            "team",
            "cohort",
            "location",
            "manager_id",
            "end_date",
            "item",
            "value",
            "minutes",
            "context",
            "by",
            "note",
        ];
        for column in optional {
            assert_ne!(without_column(column), without_column("?"), "{column}");
        }
    }

    #[test]
    fn a_sentence_begins_with_a_capital_letter() {
        for (text, expected) in [("the file is empty", "The file is empty"), ("a.", "A"), ("", "")] {
            assert_eq!(sentence(text), expected);
        }
    }
}
