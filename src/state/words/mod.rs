//! Human sentences for the words of a receipt and for what an import did.

mod imports;

pub use crate::format::{events, people, rows};
pub use imports::{changed, replacing, undoing};

use super::notice::Tone;
use crate::protocol::{Holdings, Origin, Store};
use crate::scene::receipt::{Heard, Read};
use crate::t;

/// Where the data are kept.
pub fn store(store: &Store) -> String {
    match store {
        Store::Opfs => t!("In this browser, in the private file space of this site.").to_owned(),
        Store::IndexedDb => t!("In this browser, in the database of this site.").to_owned(),
        Store::Nowhere { why } => {
            t!("Nowhere: they are gone when this tab is closed. The browser gave no room: {why}", why)
        }
        Store::OtherTab => {
            t!("Nothing from this tab: Rampline is open in another tab, which keeps its own.").to_owned()
        }
    }
}

/// What an import did, one message a thing. A clean sample needs no words.
pub fn import_notices(outcomes: &[Heard], holdings: &Holdings<Read>, changed: bool) -> Vec<(Tone, String, String)> {
    let mut notices = Vec::new();
    let mut read: Vec<&Read> = Vec::new();
    for outcome in outcomes {
        match outcome {
            Heard::Read(one) => read.push(one),
            Heard::Asked { file, .. } => notices.push((
                Tone::Caution,
                t!("{file} leaves a question open.", file),
                t!("It is read as soon as the question is answered on the Import screen. Nothing was changed.")
                    .to_owned(),
            )),
            Heard::Key { file } => notices.push((
                Tone::Done,
                t!("{file} is a key.", file),
                t!("Its codes stand for the same people again. The key is not stored.").to_owned(),
            )),
            Heard::Refused { file, why } => notices.push((
                Tone::Error,
                t!("{file} was not read.", file),
                t!("{why}. Nothing was changed by it.", why = sentence(why)),
            )),
        }
    }
    if read.is_empty() || (holdings.origin == Some(Origin::Sample) && notices.is_empty()) {
        return notices;
    }
    let mut names: Vec<&str> = read.iter().map(|r| r.file.as_str()).collect();
    names.dedup();
    let names = listed(&names);
    if !changed {
        if read.iter().all(|read| read.tells_nothing) {
            let text = t!("Nothing in {names} has happened yet, or nothing that counts. Nothing was changed.", names);
            notices.push((Tone::Caution, t!("Nothing to count.").to_owned(), text));
            return notices;
        }
        notices.push((
            Tone::Done,
            t!("Nothing new.").to_owned(),
            t!("Every row of {names} was here already. Nothing was changed.", names),
        ));
        return notices;
    }
    let total = |count: fn(&Read) -> u64| read.iter().map(|r| count(r)).sum::<u64>();
    let (aside, unknown) = (total(|r| r.set_aside), total(|r| r.unknown));
    let mut text =
        t!("Here now: {people} and {events}.", people = people(holdings.people), events = events(holdings.events));
    if aside > 0 {
        text.push_str(&t!(" {rows} set aside.", rows = rows(aside)));
    }
    if unknown > 0 {
        text.push_str(&t!(" {events} kept apart, about people no list names.", events = events(unknown)));
    }
    let tone = if aside + unknown > 0 { Tone::Caution } else { Tone::Done };
    notices.push((tone, t!("Read {names}.", names), text));
    notices
}

/// "a", "a and b", "a, b and c".
fn listed(names: &[&str]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => t!("{first} and {last}", first = first.join(", "), last),
        _ => names.concat(),
    }
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
    fn a_sentence_begins_with_a_capital_letter() {
        for (text, expected) in [("the file is empty", "The file is empty"), ("a.", "A"), ("", "")] {
            assert_eq!(sentence(text), expected);
        }
    }
}
