//! Analysis → sentences: a finding that can be read alone, and its caveat. Never stronger than the interval allows.

use crate::analysis::{Analysis, TtcCurve};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub headline: String,
    pub caveat: String,
}

/// When half of the learners are competent, and what that number does not say.
pub fn time_to_competency(_analysis: &Analysis) -> Finding {
    todo!()
}

/// What the chosen groups show beside each other; `chosen` are the groups in the picture.
pub fn comparison(_analysis: &Analysis, _chosen: &[&TtcCurve]) -> Finding {
    todo!()
}

/// "2 of 12 teams are not shown, to protect small groups."; `None` when nothing is hidden.
pub fn hidden_groups(_analysis: &Analysis) -> Option<String> {
    todo!()
}

/// The rule in force in one line: "3 behaviours, 3 of the last 3 in live work".
pub fn rule(_analysis: &Analysis) -> String {
    todo!()
}

/// Foot line of every picture and page: data date, small groups.
pub fn foot(_analysis: &Analysis) -> String {
    todo!()
}
