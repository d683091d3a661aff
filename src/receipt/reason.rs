//! Why a row was set aside, and what would have been right.

use serde::{Deserialize, Serialize};

/// Why a row was set aside. The order is the order of report.md: a row counts at the first that applies. Stored by number:
/// new ones come at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    NoPersonId,
    PersonTwice,
    NoStartDate,
    StartNoDate,
    EndNoDate,
    EndBeforeStart,
    NoDate,
    DateNoDate,
    UnknownEvent,
    NoItem,
    NoValue,
    ValueNoNumber,
    NoMinutes,
    MinutesNoNumber,
    MinutesNegative,
    UnknownContext,
    NotUtf8,
    UnknownStatus,
    SinceNoDate,
}

impl Reason {
    /// In the order of their numbers.
    pub const ALL: [Reason; 19] = [
        Reason::NoPersonId,
        Reason::PersonTwice,
        Reason::NoStartDate,
        Reason::StartNoDate,
        Reason::EndNoDate,
        Reason::EndBeforeStart,
        Reason::NoDate,
        Reason::DateNoDate,
        Reason::UnknownEvent,
        Reason::NoItem,
        Reason::NoValue,
        Reason::ValueNoNumber,
        Reason::NoMinutes,
        Reason::MinutesNoNumber,
        Reason::MinutesNegative,
        Reason::UnknownContext,
        Reason::NotUtf8,
        Reason::UnknownStatus,
        Reason::SinceNoDate,
    ];

    pub fn from_number(number: u32) -> Option<Reason> {
        Reason::ALL.get(number as usize).copied()
    }

    /// In a few words, with a capital letter.
    pub fn wrong(self) -> &'static str {
        self.words().0
    }

    /// What would have been right.
    pub fn expected(self) -> &'static str {
        self.words().1
    }

    fn words(self) -> (&'static str, &'static str) {
        const DATE: &str = "a date like 2026-03-31";
        const TIMED: &str = "a date like 2026-03-31, with or without a time after it";
        match self {
            Reason::NoPersonId => ("No person id", "an id in every row"),
            Reason::PersonTwice => ("Person named again", "one row a person; the first one counts"),
            Reason::NoStartDate => ("No start date", DATE),
            Reason::StartNoDate => ("Start is no date", DATE),
            Reason::EndNoDate => ("End is no date", "a date like 2026-03-31, or nothing"),
            Reason::EndBeforeStart => ("End before start", "the start date or a later day, or nothing"),
            Reason::NoDate => ("No date", TIMED),
            Reason::DateNoDate => ("Not a date", TIMED),
            Reason::UnknownEvent => (
                "Unknown event",
                "enrolled, started, completed, assigned, observed, applied, feedback, coached, surveyed, measured or touchpoint",
            ),
            Reason::NoItem => ("No item", "the behaviour, question, indicator or touchpoint it is about"),
            Reason::NoValue => ("No value", "a number"),
            Reason::ValueNoNumber => ("Value is no number", "a number like 4 or 3.5"),
            Reason::NoMinutes => ("No minutes", "a number of minutes, 0 or more"),
            Reason::MinutesNoNumber => ("Minutes are no number", "a number of minutes, 0 or more"),
            Reason::MinutesNegative => ("Minutes below 0", "a number of minutes, 0 or more"),
            Reason::UnknownContext => ("Unknown context", "live, simulated or nothing"),
            Reason::NotUtf8 => ("Text is not UTF-8", "a file saved as CSV UTF-8"),
            Reason::SinceNoDate => ("Day of the change is no date", "a date like 2026-03-31, or nothing"),
            Reason::UnknownStatus => ("Status not known", "a word such as completed, in progress or not started"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_its_number_and_its_own_words() {
        let mut wrongs: Vec<&str> = Reason::ALL.iter().map(|reason| reason.wrong()).collect();
        wrongs.sort_unstable();
        wrongs.dedup();
        assert_eq!(wrongs.len(), Reason::ALL.len());
        for (number, reason) in (0..).zip(Reason::ALL) {
            assert_eq!((reason as u32, Reason::from_number(number)), (number, Some(reason)));
            assert!(!reason.expected().is_empty() && !reason.expected().ends_with('.'), "{reason:?}");
            assert!(reason.wrong().starts_with(char::is_uppercase), "{reason:?}");
        }
        assert_eq!(Reason::from_number(u32::MAX), None);
    }
}
