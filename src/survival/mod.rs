//! Spells in, numbers out: survival statistics on plain slices (metrics.md section 4). Knows no people, no files.
//!
//! Units: times are whole days since a person's own day 0; shares are fractions of 1; a `None` is "not defined here".

mod at_events;
mod cox;
mod holm;
mod incidence;
mod kaplan_meier;
mod log_rank;
mod pairwise;
mod restricted_mean;
mod risk_table;

pub use cox::{CoxFit, Effect, Exposure, cox};
pub use holm::holm;
pub use incidence::{cumulative_incidence, incidence_milestones};
pub use kaplan_meier::{complement, curve, follow_up, milestones, quantiles};
pub use log_rank::log_rank;
pub use pairwise::{PairTest, PairTests};
pub use restricted_mean::{difference, restricted_mean};
pub use risk_table::{RiskRow, RiskTables, counted, largest_time, pack, risk_table};

use serde::{Deserialize, Serialize};

/// Standard normal quantile of a two-sided 95 % interval.
pub const Z95: f64 = 1.959963984540054;

/// Two survival values closer than this are the same level.
pub const LEVEL_TOLERANCE: f64 = 1e-12;

/// How one person's time ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The event of interest.
    Event,
    /// Left for good before the event: a competing event where leaving is one, censored elsewhere.
    Left,
    /// Still under way when the data end.
    Censored,
}

/// A 95 % interval; both ends are fractions of 1 for a share, days for a mean.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    pub lower: f64,
    pub upper: f64,
}

/// One distinct time of a curve: `n` at risk (T ≥ t), `d` events and `c` censored at t, survival after t.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurveRow {
    pub t: i32,
    pub n: u32,
    pub d: u32,
    pub c: u32,
    /// Share without the event after day t.
    pub s: f64,
    /// Band of `s`; `None` where s = 0.
    pub band: Option<Band>,
}

/// A quantile of the time to the event, days; `None` where the curve or its band never gets there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantile {
    pub q: f64,
    pub t: Option<i32>,
    pub lower: Option<i32>,
    pub upper: Option<i32>,
}

/// Share with the event by a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    pub t: i32,
    pub share: Option<f64>,
    pub band: Option<Band>,
}

/// Cumulative incidence after day t.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct IncidenceRow {
    pub t: i32,
    pub i: f64,
    /// `None` while i = 0 and where i = 1.
    pub band: Option<Band>,
}

/// Restricted mean time: days without the event within the first `tau` days, with its standard error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RestrictedMean {
    pub tau: Option<i32>,
    pub value: Option<f64>,
    pub se: Option<f64>,
}

/// A test of equal curves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LogRank {
    pub chi2: Option<f64>,
    pub df: Option<u32>,
    pub p: Option<f64>,
}

/// The days a screen and a report name.
pub const MILESTONE_DAYS: [i32; 3] = [30, 60, 90];
/// The quantiles of a curve.
pub const QUANTILES: [f64; 3] = [0.25, 0.5, 0.75];
