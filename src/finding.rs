//! Analysis → sentences: a finding that can be read alone, and its caveat. Never stronger than the interval allows.

mod comparison;
mod difference;
mod overall;
#[cfg(test)]
mod sample;
mod scope;

pub use comparison::comparison;
pub use overall::time_to_competency;
pub use scope::{foot, hidden_groups, rule};

use serde::{Deserialize, Serialize};

use crate::analysis::TtcCurve;
use crate::format;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub headline: String,
    pub caveat: String,
}

impl Finding {
    /// The caveat is one text of several sentences.
    fn new(headline: impl Into<String>, caveat: impl IntoIterator<Item = String>) -> Finding {
        let caveat = caveat.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ");
        Finding { headline: headline.into(), caveat }
    }
}

/// With fewer events than this, an estimate is said with a warning, and no p-value is given.
const FEW_EVENTS: u32 = 10;
/// A follow-up shorter than this many days says little about competency.
const SHORT_FOLLOW_UP: i32 = 30;

/// "95 % interval: day 51 to 65." of the median; why there is none where it is not defined.
fn median_interval(ttc: &TtcCurve) -> String {
    let median = ttc.curve.median();
    match format::day_interval(median.lower, median.upper) {
        Some(interval) => format!("95\u{a0}% interval: day {interval}."),
        None => "The interval is not defined here: too few steps before half are competent.".to_owned(),
    }
}

/// Warnings about a curve that rests on little.
fn thin_ground(ttc: &TtcCurve) -> Vec<String> {
    let mut warnings = Vec::new();
    if (1..FEW_EVENTS).contains(&ttc.curve.events) {
        warnings.push(format!(
            "It rests on {} who became competent: few events, so read the interval, not the number.",
            format::people(ttc.curve.events)
        ));
    }
    if let Some(days) = ttc.follow_up.filter(|&days| days < ttc.curve.median().t.unwrap_or(0).max(SHORT_FOLLOW_UP)) {
        warnings
            .push(format!("Half were followed for {} or less, so later days rest on few people.", format::days(days)));
    }
    warnings
}
