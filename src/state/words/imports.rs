//! What taking an import out does, in a sentence.

use super::{events, people};
use crate::protocol::{Change, Holdings};
use crate::receipt::Imported;
use crate::scene::document::Act;
use crate::scene::receipt::Read;

/// Beside the button.
pub fn undoing(imported: &Imported) -> String {
    if !imported.can_be_undone {
        return "This import cannot be taken out by itself: an earlier version of this page stored a later list of people \
                without the rows that this one has too. Undo the later lists first, or erase everything."
            .to_owned();
    }
    format!("{} You can put it back right after.", goes(imported))
}

/// Beside the offer to let it stand in for an earlier file.
pub fn replacing(earlier: &Imported) -> String {
    let before = "A file of this name and kind was read before with other content. Both count now.";
    format!("{before} Replacing takes the earlier one out. {}", goes(earlier))
}

fn goes(imported: &Imported) -> String {
    let gone: Vec<String> = [(imported.people, people(imported.people)), (imported.events, events(imported.events))]
        .into_iter()
        .filter_map(|(n, words)| (n > 0).then_some(words))
        .collect();
    let back = match imported.changed {
        0 => None,
        n => Some(format!("{} back to what an earlier file says of them", counted(n))),
    };
    match (gone.join(" and "), back) {
        (gone, None) if gone.is_empty() => "No number changes: other files say the same.".to_owned(),
        (gone, Some(back)) if gone.is_empty() => format!("{back}."),
        (gone, None) => format!("Takes out {gone} that no other file has."),
        (gone, Some(back)) => format!("Takes out {gone} that no other file has; {back}."),
    }
}

fn counted(n: u64) -> String {
    format!("{} {}", people(n), if n == 1 { "goes" } else { "go" })
}

/// What happened, and what is here now.
pub fn changed(change: Change, before: &Holdings<Read>, now: &Holdings<Read>) -> (String, String) {
    let here = format!("Here now: {} and {}.", people(now.people), events(now.events));
    let file = match change {
        Change::People(Act::Same(_)) => return ("They are one person now.".to_owned(), here),
        Change::People(Act::Apart(_)) => return ("They stay two people.".to_owned(), here),
        Change::People(Act::Withdraw(_)) => return ("What you decided is taken back.".to_owned(), here),
        Change::Names { hidden: true } => return ("Names are hidden.".to_owned(), here),
        Change::Names { hidden: false } => return ("Names are shown.".to_owned(), here),
        Change::Undo { .. } => now.undone.as_deref(),
        Change::PutBack => before.undone.as_deref(),
    };
    let file = file.unwrap_or("The file");
    let what = if change == Change::PutBack { "is back" } else { "was taken out" };
    (format!("{file} {what}."), here)
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
