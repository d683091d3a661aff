//! Why a row was set aside, and what would have been right.

use serde::{Deserialize, Serialize};

use crate::{language, n};

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

    /// In a few words.
    pub fn wrong(self) -> &'static str {
        language::text(self.words().0)
    }

    /// The same at the beginning of a line.
    pub fn title(self) -> String {
        let mut letters = self.wrong().chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// What would have been right.
    pub fn expected(self) -> &'static str {
        language::text(self.words().1)
    }

    fn words(self) -> (&'static str, &'static str) {
        const DATE: &str = n!("a date like 2026-03-31");
        const TIMED: &str = n!("a date like 2026-03-31, with or without a time after it");
        match self {
            Reason::NoPersonId => (n!("no person id"), n!("an id in every row")),
            Reason::PersonTwice => (n!("person named again"), n!("one row a person; the first one counts")),
            Reason::NoStartDate => (n!("no start date"), DATE),
            Reason::StartNoDate => (n!("start is no date"), DATE),
            Reason::EndNoDate => (n!("end is no date"), n!("a date like 2026-03-31, or nothing")),
            Reason::EndBeforeStart => (n!("end before start"), n!("the start date or a later day, or nothing")),
            Reason::NoDate => (n!("no date"), TIMED),
            Reason::DateNoDate => (n!("not a date"), TIMED),
            Reason::UnknownEvent => (
                n!("unknown event"),
                n!(
                    "enrolled, started, completed, assigned, observed, applied, feedback, coached, surveyed, measured or touchpoint"
                ),
            ),
            Reason::NoItem => (n!("no item"), n!("the behaviour, question, indicator or touchpoint it is about")),
            Reason::NoValue => (n!("no value"), n!("a number")),
            Reason::ValueNoNumber => (n!("value is no number"), n!("a number like 4 or 3.5")),
            Reason::NoMinutes => (n!("no minutes"), n!("a number of minutes, 0 or more")),
            Reason::MinutesNoNumber => (n!("minutes are no number"), n!("a number of minutes, 0 or more")),
            Reason::MinutesNegative => (n!("minutes below 0"), n!("a number of minutes, 0 or more")),
            Reason::UnknownContext => (n!("unknown context"), n!("live, simulated or nothing")),
            Reason::NotUtf8 => (n!("text is not UTF-8"), n!("a file saved as CSV UTF-8")),
            Reason::SinceNoDate => (n!("day of the change is no date"), n!("a date like 2026-03-31, or nothing")),
            Reason::UnknownStatus => {
                (n!("status not known"), n!("a word such as completed, in progress or not started"))
            }
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
            assert!(reason.title().starts_with(char::is_uppercase), "{reason:?}");
        }
        assert_eq!(Reason::from_number(u32::MAX), None);
    }

    #[test]
    fn a_reason_is_said_in_another_language() {
        crate::language::german::spoken(|| {
            let reason = Reason::NoStartDate;
            let said = [reason.wrong(), &reason.title(), reason.expected()];
            assert_eq!(said, ["kein Startdatum", "Kein Startdatum", "ein Datum wie 2026-03-31"]);
        });
    }
}
