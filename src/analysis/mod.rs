//! What a screen gets: the numbers of one data set under one definition, with section 10 already applied.

pub mod study;
pub mod ttc;

use serde::{Deserialize, Serialize};

use crate::definition::{Definition, KpiItem};
pub use crate::survival::{Band, CurveRow, IncidenceRow, LogRank, Milestone, Quantile, RestrictedMean};
use crate::time::Day;

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

/// Where every row of the imported files went (report.md, `counts`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub people: u64,
    pub people_rejected: u64,
    pub in_scope: u64,
    pub event_rows: u64,
    pub events_rejected: u64,
    pub duplicate_rows: u64,
    pub events_unknown: u64,
    pub events_after_cutoff: u64,
    pub events_counted: u64,
}

/// The definition as used: what was left to the data is filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InForce {
    pub definition: Definition,
    /// Data date; `None` without any event of a known person.
    pub cutoff: Option<Day>,
    pub launch: Option<Day>,
    /// Behaviours that must hold together, sorted.
    pub behaviours: Vec<String>,
    pub kpi_items: Vec<KpiItem>,
}

/// A Kaplan–Meier curve of one group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    pub group: String,
    pub n: u32,
    pub events: u32,
    pub censored: u32,
    pub rows: Vec<CurveRow>,
    /// 25, 50 and 75 %.
    pub quantiles: [Quantile; 3],
}

impl Curve {
    pub fn median(&self) -> &Quantile {
        &self.quantiles[1]
    }
}

/// Competency "of all who started", with leaving as a competing event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfAllStarted {
    pub left: u32,
    pub rows: Vec<IncidenceRow>,
    pub milestones: [Milestone; 3],
}

/// Time to competency of one group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TtcCurve {
    pub curve: Curve,
    /// Competent people of whom some behaviour no longer holds.
    pub needs_refresh: u32,
    pub rmst: RestrictedMean,
    /// Share competent by day 30, 60, 90.
    pub milestones: [Milestone; 3],
    /// Median follow-up, days (reverse Kaplan–Meier).
    pub follow_up: Option<i32>,
    pub of_all_started: OfAllStarted,
}

/// Two groups against each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    pub a: String,
    pub b: String,
    pub chi2: Option<f64>,
    pub p: Option<f64>,
    pub p_holm: Option<f64>,
    /// Restricted mean of a minus that of b, days, with its interval.
    pub rmst_difference: Option<f64>,
    pub band: Option<Band>,
}

/// Several groups side by side, in order of name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison<C> {
    /// Horizon used for every restricted mean here, days.
    pub tau: Option<i32>,
    pub groups: Vec<C>,
    pub logrank: LogRank,
    pub pairs: Vec<Pair>,
}

/// A breakdown as it may be shown: hidden groups are names without numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Breakdown {
    pub by: Grouping,
    pub shown: Comparison<TtcCurve>,
    /// Names only; a group is here because it, or one it could be derived from, is small.
    pub hidden: Vec<String>,
}

/// A share of people against a target, with its Wilson interval (metrics.md 6.1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    pub group: String,
    pub numerator: u32,
    pub denominator: u32,
    pub rate: Option<f64>,
    pub band: Option<Band>,
    /// People whose window is still open.
    pub in_window: u32,
}

/// Coaching minutes over a stretch of days (metrics.md 6.2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coaching {
    /// Learners present on at least one of the days.
    pub n: u32,
    pub minutes: f64,
    pub days: i64,
    pub minutes_per_week: Option<f64>,
    pub learner_days: i64,
    pub per_learner: Option<f64>,
}

/// Coaching of a group: all its days, and month by month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CoachingSeries {
    pub group: String,
    pub whole: Coaching,
    /// (`YYYY-MM`, figure), ascending.
    pub months: Vec<(String, Coaching)>,
}

/// Everything the screens show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    pub in_force: InForce,
    pub counts: Counts,
    /// Learners in scope.
    pub learners: u32,
    /// Every item observed in an accepted context, sorted: what the rule could be made of.
    pub observed_items: Vec<String>,
    /// Time to competency of everybody; `None` when there are fewer learners than the small-group limit.
    pub ttc: Option<TtcCurve>,
    /// The chosen breakdown; `None` without one, or when `ttc` is hidden.
    pub breakdown: Option<Breakdown>,
    /// `None` when fewer people than the small-group limit are behind it.
    pub first_application: Option<Share>,
    /// Coaching minutes a week for the average team; `None` when hidden or without learners.
    pub coaching_per_team: Option<f64>,
}
