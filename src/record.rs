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

    pub const fn word(self) -> &'static str {
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

    /// Length and first letter tell the words apart, so that one look-up finds the only candidate.
    #[inline]
    pub fn from_word(word: &[u8]) -> Option<EventKind> {
        let kind = KIND_BY_SHAPE[shape(word)?]?;
        // The candidate has the same length, and 7 to 10 bytes are two stretches of 7 or 8.
        let expected = kind.word().as_bytes();
        let equal = match word.len() {
            7 => word.first_chunk::<7>() == expected.first_chunk(),
            _ => word.first_chunk::<8>() == expected.first_chunk() && word.last_chunk::<8>() == expected.last_chunk(),
        };
        equal.then_some(kind)
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

/// Lengths 7 to 10 and the lower five bits of the first letter.
const SHAPES: usize = 4 * 32;

const fn shape(word: &[u8]) -> Option<usize> {
    match word.len() {
        7..=10 => Some((word.len() - 7) * 32 + (word[0] & 31) as usize),
        _ => None,
    }
}

static KIND_BY_SHAPE: [Option<EventKind>; SHAPES] = {
    let mut table = [None; SHAPES];
    let mut at = 0;
    while at < EventKind::ALL.len() {
        let kind = EventKind::ALL[at];
        if let Some(shape) = shape(kind.word().as_bytes()) {
            table[shape] = Some(kind);
        }
        at += 1;
    }
    table
};

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
