//! What a row can say: the kinds of event and the columns of the two canonical tables (metrics.md section 1).

use serde::{Deserialize, Serialize};

/// The word in the `event` column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum EventKind {
    Enrolled,
    Started,
    Completed,
    Assigned,
    Observed,
    Applied,
    Feedback,
    Coached,
    Surveyed,
    Measured,
    Touchpoint,
}

impl EventKind {
    pub const ALL: [EventKind; 11] = [
        EventKind::Enrolled,
        EventKind::Started,
        EventKind::Completed,
        EventKind::Assigned,
        EventKind::Observed,
        EventKind::Applied,
        EventKind::Feedback,
        EventKind::Coached,
        EventKind::Surveyed,
        EventKind::Measured,
        EventKind::Touchpoint,
    ];

    pub fn word(self) -> &'static str {
        match self {
            EventKind::Enrolled => "enrolled",
            EventKind::Started => "started",
            EventKind::Completed => "completed",
            EventKind::Assigned => "assigned",
            EventKind::Observed => "observed",
            EventKind::Applied => "applied",
            EventKind::Feedback => "feedback",
            EventKind::Coached => "coached",
            EventKind::Surveyed => "surveyed",
            EventKind::Measured => "measured",
            EventKind::Touchpoint => "touchpoint",
        }
    }

    pub fn from_word(word: &[u8]) -> Option<EventKind> {
        Some(match word {
            b"observed" => EventKind::Observed,
            b"coached" => EventKind::Coached,
            b"completed" => EventKind::Completed,
            b"applied" => EventKind::Applied,
            b"feedback" => EventKind::Feedback,
            b"measured" => EventKind::Measured,
            b"surveyed" => EventKind::Surveyed,
            b"touchpoint" => EventKind::Touchpoint,
            b"enrolled" => EventKind::Enrolled,
            b"started" => EventKind::Started,
            b"assigned" => EventKind::Assigned,
            _ => return None,
        })
    }

    pub fn needs_item(self) -> bool {
        matches!(self, EventKind::Observed | EventKind::Surveyed | EventKind::Measured | EventKind::Touchpoint)
    }

    pub fn needs_value(self) -> bool {
        matches!(self, EventKind::Observed | EventKind::Surveyed | EventKind::Measured)
    }

    pub fn needs_minutes(self) -> bool {
        self == EventKind::Coached
    }

    /// Whether two equal rows of one file are two events.
    pub fn repeats(self) -> bool {
        matches!(self, EventKind::Coached | EventKind::Observed | EventKind::Measured | EventKind::Applied)
    }
}

/// Columns of the people table, in canonical order.
pub const PEOPLE_COLUMNS: [&str; 9] =
    ["person_id", "name", "role", "cohort", "location", "team", "manager_id", "start_date", "end_date"];

/// Columns of the events table, in canonical order.
pub const EVENT_COLUMNS: [&str; 9] =
    ["person_id", "date", "event", "item", "value", "minutes", "context", "by", "note"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back() {
        for kind in EventKind::ALL {
            assert_eq!(EventKind::from_word(kind.word().as_bytes()), Some(kind));
        }
        for (at, kind) in EventKind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, at);
        }
        for word in ["", "Observed", "observe", " observed", "observed "] {
            assert_eq!(EventKind::from_word(word.as_bytes()), None, "{word:?}");
        }
    }
}
