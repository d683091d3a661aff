//! What counts: the competency rule, windows, targets and the small-group limit (metrics.md, report.md "Configuration").

use std::error::Error;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::time::Day;
use crate::{language, n, t};

/// Which observations count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Contexts {
    /// Live work only; an empty context counts as live.
    #[default]
    Live,
    /// Simulated observations too.
    Any,
}

/// What day 0 of a learner is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Clock {
    /// The start date of the roster (metrics.md section 1).
    #[default]
    Start,
    /// The first `enrolled` event, before or after it; who has none has not begun.
    Enrolled,
    /// The first `started` event, before or after it.
    Started,
}

/// How the curve is split.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Grouping {
    #[default]
    None,
    Team,
    Cohort,
    Role,
}

impl Grouping {
    pub const SPLITS: [Grouping; 3] = [Grouping::Team, Grouping::Cohort, Grouping::Role];

    /// Name of the group of people without an entry; empty for no grouping.
    pub fn without(self) -> &'static str {
        match self {
            Grouping::None => "",
            Grouping::Team => "No team",
            Grouping::Cohort => "No cohort",
            Grouping::Role => "No role",
        }
    }
}

/// A measured indicator whose uplift is followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KpiItem {
    pub item: String,
    #[serde(default)]
    pub lower_is_better: bool,
}

/// The definition a user asks for. `None` and an empty list stand for "as the data say".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Definition {
    /// Data date: nothing after it counts.
    pub cutoff: Option<Day>,
    /// Behaviours that must hold together; empty = every item of an observation that counts.
    pub behaviours: Vec<String>,
    /// At least `k` of the last `n` observations of a behaviour are positive.
    pub k: u32,
    pub n: u32,
    /// Days the evidence must cover.
    pub min_span: i32,
    pub contexts: Contexts,
    /// An observation is positive from this value.
    pub positive_from: f64,
    /// Horizon of the restricted mean, days.
    pub tau: i32,
    pub landmark_day: i32,
    /// Launch of the rollout; `None` = the earliest start in scope.
    pub launch: Option<Day>,
    pub kpi_items: Vec<KpiItem>,
    /// Window of the first application, days.
    pub window_days: i32,
    /// Small-group limit as set; `min_group_in_force` is what holds.
    pub min_group: i64,
    pub belief_item: String,
    /// Departs from metrics.md unless it is `Start`; no configuration file can set it.
    pub clock: Clock,
}

impl Default for Definition {
    fn default() -> Self {
        Definition {
            cutoff: None,
            behaviours: Vec::new(),
            k: 3,
            n: 3,
            min_span: 0,
            contexts: Contexts::Live,
            positive_from: 1.0,
            tau: 90,
            landmark_day: 21,
            launch: None,
            kpi_items: Vec::new(),
            window_days: 14,
            min_group: 5,
            belief_item: "belief".to_owned(),
            clock: Clock::Start,
        }
    }
}

/// A definition that cannot be used: the setting, what was found, what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DefinitionError {
    Unreadable(String),
    Out { setting: &'static str, found: String, expected: &'static str },
}

impl fmt::Display for DefinitionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            DefinitionError::Unreadable(why) => t!("the configuration cannot be read: {why}", why),
            DefinitionError::Out { setting, found, expected } => {
                t!("{setting} is {found}; expected {expected}", setting, found, expected = language::text(expected))
            }
        };
        f.write_str(&text)
    }
}

impl Error for DefinitionError {}

impl Definition {
    /// Smallest number of people a shown figure may stand for. Never below 3.
    pub fn min_group_in_force(&self) -> u64 {
        self.min_group.max(3) as u64
    }

    /// Reads a configuration of report.md: every key optional, `null` and an empty list are the default, an unknown
    /// key or a wrong type is an error.
    pub fn from_json(text: &str) -> Result<Definition, DefinitionError> {
        let file: File = serde_json::from_str(text).map_err(|e| DefinitionError::Unreadable(e.to_string()))?;
        let base = Definition::default();
        let definition = Definition {
            cutoff: file.cutoff,
            behaviours: file.behaviours.unwrap_or_default(),
            k: file.k.map_or(Ok(base.k), |k| count("k", k))?,
            n: file.n.map_or(Ok(base.n), |n| count("n", n))?,
            min_span: file.min_span.map_or(Ok(base.min_span), |d| days("min_span", d))?,
            contexts: file.contexts.unwrap_or(base.contexts),
            positive_from: file.positive_from.unwrap_or(base.positive_from),
            tau: file.tau.map_or(Ok(base.tau), |d| days("tau", d))?,
            landmark_day: file.landmark_day.map_or(Ok(base.landmark_day), |d| days("landmark_day", d))?,
            launch: file.launch,
            kpi_items: file.kpi_items.unwrap_or_default(),
            window_days: file.window_days.map_or(Ok(base.window_days), |d| days("window_days", d))?,
            min_group: file.min_group.unwrap_or(base.min_group),
            belief_item: file.belief_item.unwrap_or(base.belief_item),
            clock: base.clock,
        };
        definition.check()?;
        Ok(definition)
    }

    /// Whether the values make sense together; used on a configuration file, on what a screen sends and on
    /// what was stored. No value is so large that days added to a date could leave the numbers there are.
    pub fn check(&self) -> Result<(), DefinitionError> {
        let wrong = |setting, found: String, expected| Err(DefinitionError::Out { setting, found, expected });
        if self.k < 1 {
            return wrong("k", self.k.to_string(), n!("a whole number from 1"));
        }
        if i64::from(self.n) > MOST_OBSERVATIONS {
            return wrong("n", self.n.to_string(), n!("at most 1,000,000 observations"));
        }
        if self.k > self.n {
            return wrong("k", self.k.to_string(), n!("at most n, the number of observations looked at"));
        }
        if self.tau < 1 {
            return wrong("tau", self.tau.to_string(), n!("a whole number of days from 1"));
        }
        for (setting, value) in [
            ("tau", self.tau),
            ("min_span", self.min_span),
            ("landmark_day", self.landmark_day),
            ("window_days", self.window_days),
        ] {
            if value < 0 {
                return wrong(setting, value.to_string(), n!("a whole number of days, 0 or more"));
            }
            if i64::from(value) > MOST_DAYS {
                return wrong(setting, value.to_string(), n!("no more days than the calendar has"));
            }
        }
        if !self.positive_from.is_finite() {
            return wrong("positive_from", self.positive_from.to_string(), n!("a finite number"));
        }
        Ok(())
    }
}

/// Longest span of days a definition may name: the calendar's own length.
const MOST_DAYS: i64 = 3_652_059;
/// Most observations a rule may look at.
const MOST_OBSERVATIONS: i64 = 1_000_000;

fn count(setting: &'static str, found: i64) -> Result<u32, DefinitionError> {
    match found {
        0..=MOST_OBSERVATIONS => Ok(found as u32),
        _ => Err(DefinitionError::Out {
            setting,
            found: found.to_string(),
            expected: n!("a whole number from 1 to 1,000,000"),
        }),
    }
}

/// A number of days beyond the calendar's length means the same as that length.
fn days(setting: &'static str, found: i64) -> Result<i32, DefinitionError> {
    match found {
        ..0 => Err(DefinitionError::Out {
            setting,
            found: found.to_string(),
            expected: n!("a whole number of days, 0 or more"),
        }),
        _ => Ok(found.min(MOST_DAYS) as i32),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    cutoff: Option<Day>,
    behaviours: Option<Vec<String>>,
    k: Option<i64>,
    n: Option<i64>,
    min_span: Option<i64>,
    contexts: Option<Contexts>,
    positive_from: Option<f64>,
    tau: Option<i64>,
    landmark_day: Option<i64>,
    launch: Option<Day>,
    kpi_items: Option<Vec<KpiItem>>,
    window_days: Option<i64>,
    min_group: Option<i64>,
    belief_item: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_null_or_empty_is_the_default() {
        for text in ["{}", r#"{"cutoff": null, "behaviours": [], "k": null, "kpi_items": []}"#] {
            assert_eq!(Definition::from_json(text), Ok(Definition::default()), "{text}");
        }
    }

    #[test]
    fn what_a_configuration_may_not_say_is_refused() {
        for text in [
            "",
            "[]",
            "{",
            r#"{"colour": 1}"#,
            r#"{"k": 0}"#,
            r#"{"k": 4}"#,
            r#"{"k": -1}"#,
            r#"{"k": 2.0}"#,
            r#"{"k": "2"}"#,
            r#"{"min_span": -1}"#,
            r#"{"tau": 0}"#,
            r#"{"landmark_day": -3}"#,
            r#"{"window_days": -1}"#,
            r#"{"contexts": "both"}"#,
            r#"{"cutoff": "2025-02-30"}"#,
            r#"{"cutoff": 5}"#,
            r#"{"behaviours": "x"}"#,
            r#"{"kpi_items": [{"item": "x", "better": true}]}"#,
            r#"{"kpi_items": ["x"]}"#,
            r#"{"positive_from": "1"}"#,
            r#"{"min_group": true}"#,
            r#"{"k": true}"#,
        ] {
            assert!(Definition::from_json(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_small_group_limit_never_falls_below_three() {
        for (set, in_force) in [(-4, 3), (0, 3), (3, 3), (5, 5), (12, 12)] {
            let definition = Definition { min_group: set, ..Definition::default() };
            assert_eq!(definition.min_group_in_force(), in_force);
        }
    }
}
