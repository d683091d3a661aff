//! What the files record at all: where they hold no event of a kind, a figure of such events would be a nought that nobody
//! counted.

use serde::{Deserialize, Serialize};

use super::study::Basis;
use crate::record::EventKind;
use crate::table::{Code, NONE};

/// The kinds of events that the files hold about people who are listed, whenever they happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// A bit for each kind, in the order of `EventKind::ALL`.
    kinds: u16,
    /// Answers to the question about belief.
    pub belief_answers: bool,
}

impl Recorded {
    pub fn of(basis: Basis<'_>, belief_item: &str) -> Recorded {
        let Basis { tables, runs, row_of } = basis;
        let item = tables.items.find(belief_item.as_bytes());
        let mut recorded = Recorded::default();
        for (person, _) in row_of.iter().enumerate().filter(|(_, row)| **row != NONE) {
            for (at, kind) in EventKind::ALL.into_iter().enumerate() {
                if !recorded.has(kind) && !runs.run(person as Code, kind).is_empty() {
                    recorded.kinds |= 1 << at;
                }
            }
            recorded.belief_answers = recorded.belief_answers
                || item.is_some()
                    && runs.run(person as Code, EventKind::Surveyed).any(|at| Some(runs.item(at)) == item);
        }
        recorded
    }

    /// Files that record all of these.
    pub fn all() -> Recorded {
        Recorded { kinds: u16::MAX, belief_answers: true }
    }

    pub fn has(self, kind: EventKind) -> bool {
        self.kinds & 1 << kind as u16 != 0
    }

    /// Without a kind.
    pub fn but(self, kind: EventKind) -> Recorded {
        Recorded { kinds: self.kinds & !(1 << kind as u16), ..self }
    }

    /// Whether anything is here by which it shows that an audience saw the value (metrics.md section 7).
    pub fn shows_belief(self, audience: &str) -> bool {
        self.belief_answers || audience != "leader" && self.has(EventKind::Applied)
    }
}
