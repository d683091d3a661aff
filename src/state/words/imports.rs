//! What taking an import out does, in a sentence.

use super::{events, people};
use crate::protocol::{Change, Holdings};
use crate::receipt::Imported;
use crate::scene::document::Act;
use crate::scene::receipt::Read;
use crate::t;

/// Beside the button.
pub fn undoing(imported: &Imported) -> String {
    match imported.can_be_undone {
        true => t!("{what} You can put it back right after.", what = goes(imported)),
        false => t!(
            "This import cannot be taken out by itself: an earlier version of this page stored a later list of people \
             without the rows that this one has too. Undo the later lists first, or erase everything."
        )
        .to_owned(),
    }
}

/// Beside the offer to let it stand in for an earlier file.
pub fn replacing(earlier: &Imported) -> String {
    t!(
        "A file of this name and kind was read before with other content. Both count now. Replacing takes the earlier \
         one out. {what}",
        what = goes(earlier)
    )
}

fn goes(imported: &Imported) -> String {
    let gone: Vec<String> = [(imported.people, people(imported.people)), (imported.events, events(imported.events))]
        .into_iter()
        .filter_map(|(n, words)| (n > 0).then_some(words))
        .collect();
    let gone = match gone.as_slice() {
        [people, events] => t!("{first} and {last}", first = people, last = events),
        _ => gone.concat(),
    };
    let back = match imported.changed {
        0 => None,
        1 => Some(t!("{people} goes back to what an earlier file says of them", people = people(1u64))),
        n => Some(t!("{people} go back to what an earlier file says of them", people = people(n))),
    };
    match (gone.is_empty(), back) {
        (true, None) => t!("No number changes: other files say the same.").to_owned(),
        (true, Some(back)) => format!("{back}."),
        (false, None) => t!("Takes out {gone} that no other file has.", gone),
        (false, Some(back)) => t!("Takes out {gone} that no other file has; {back}.", gone, back),
    }
}

/// What happened, and what is here now.
pub fn changed(change: Change, before: &Holdings<Read>, now: &Holdings<Read>) -> (String, String) {
    let here = t!("Here now: {people} and {events}.", people = people(now.people), events = events(now.events));
    let said = |title: &str| (title.to_owned(), here.clone());
    let file = match change {
        Change::People(Act::Same(_)) => return said(t!("They are one person now.")),
        Change::People(Act::Apart(_)) => return said(t!("They stay two people.")),
        Change::People(Act::Withdraw(_)) => return said(t!("What you decided is taken back.")),
        // The screens themselves say it.
        Change::Names { .. } | Change::Language => return Default::default(),
        Change::Undo { .. } => now.undone.as_deref(),
        Change::PutBack => before.undone.as_deref(),
    };
    let file = file.unwrap_or(t!("The file"));
    let title = match change {
        Change::PutBack => t!("{file} is back.", file),
        _ => t!("{file} was taken out.", file),
    };
    (title, here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_is_said_in_one_sentence() {
        for (people, changed, events, expected) in [
            (0, 0, 0, "No number changes: other files say the same."),
            (1, 0, 0, "Takes out 1\u{a0}person that no other file has."),
            (12, 0, 3_400, "Takes out 12\u{a0}people and 3,400\u{a0}events that no other file has."),
            (0, 1, 0, "1\u{a0}person goes back to what an earlier file says of them."),
            (
                0,
                5,
                1,
                "Takes out 1\u{a0}event that no other file has; 5\u{a0}people go back to what an earlier file says of them.",
            ),
        ] {
            let file = "events.csv".to_owned();
            let imported = Imported {
                number: 3,
                file,
                people,
                changed,
                events,
                can_be_undone: true,
                replaces: None,
                kept: Vec::new(),
            };
            assert_eq!(goes(&imported), expected);
            let whole = Imported { can_be_undone: false, ..imported.clone() };
            assert!(undoing(&whole).contains("cannot") && undoing(&imported).ends_with("right after."));
            assert!(replacing(&imported).ends_with(expected));
        }
    }
}
