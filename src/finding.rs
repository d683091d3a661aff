//! Analysis → sentences: a finding that can be read alone, and its caveat. Never stronger than the interval allows.

mod behaviours;
mod belief;
mod coaching;
mod comparison;
mod cox;
mod data;
mod difference;
mod filter;
mod first_application;
mod gap;
mod landmark;
mod landmark_days;
mod milestone;
mod mix;
mod momentum;
mod overall;
#[cfg(test)]
pub(crate) mod sample;
mod scope;
mod series;
mod since;
mod starters;
mod uplift;

pub use behaviours::behaviours;
pub use belief::{belief, not_recorded as belief_not_recorded};
pub use coaching::coaching;
pub use comparison::comparison;
pub use cox::cox;
pub use data::data;
pub use filter::{filter, ignored, refusal, shown};
pub use first_application::first_application;
pub use gap::gap;
pub use landmark::landmark;
pub use landmark_days::landmark_days;
pub use milestone::milestone;
pub use mix::role_mix;
pub use momentum::momentum;
pub use overall::time_to_competency;
pub use scope::{foot, hidden_groups, rule};
pub use series::{funnel, run_chart};
pub use since::{since, since_caveat, since_title};
pub use starters::starters;
pub use uplift::{uplift, uplifts};

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

/// A figure that section 10 hides; why, without saying how many people there are.
fn not_shown(why: &str) -> Finding {
    Finding::new("Not shown: small groups are never shown.", [why.to_owned()])
}

/// A figure of events that the files do not hold: it would be nought, and nobody counted.
fn not_recorded(what: &str) -> Finding {
    let caveat = "So there is no figure: nought would say that nobody did, and that is not known.";
    Finding::new(format!("Not recorded in these files: {what}."), [caveat.to_owned()])
}

/// A share or a mean of fewer people than this is said with a warning.
const FEW_PEOPLE: u32 = 10;
/// With fewer events than this, an estimate is said with a warning, and no p-value is given.
pub const FEW_EVENTS: u32 = 10;
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
