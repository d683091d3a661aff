//! What a screen gets: the numbers of one data set under one definition, with section 10 already applied.

pub mod closer;
pub mod detail;
pub mod earlier;
pub mod filtering;
pub mod landmark;
pub mod mix;
pub mod pairs;
mod recorded;
pub mod screen;
mod selection;
pub mod series;
pub mod small_groups;
pub mod study;
mod taken;
pub mod ttc;

use serde::{Deserialize, Serialize};

pub use crate::definition::Grouping;
use crate::definition::{Definition, KpiItem};
pub use crate::funnel::{FunnelLimits, FunnelPoint};
pub use crate::kpi::coaching::{Coaching, CoachingSeries};
pub use crate::kpi::first_application::Share;
pub use crate::kpi::uplift::Uplift;
pub use crate::momentum::{Momentum, Period, Periods};
pub use crate::record::EventKind;
pub use crate::run_chart::{FEWEST_USEFUL, Judgment, RunChart};
pub use crate::survival::{Band, CoxFit, CurveRow, Effect, IncidenceRow, LogRank, Milestone, Quantile, RestrictedMean};
use crate::time::Day;
pub use crate::touchpoint::{Adherence, ManagerAdherence, Phase, PhaseCounts};
pub use recorded::Recorded;
pub use selection::{Restriction, Selection};

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
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Places in the list of the groups compared, a before b.
    pub a: u32,
    pub b: u32,
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
    /// By `a`, then by `b`; empty where there are too many groups to compare them two by two.
    pub pairs: Vec<Pair>,
}

impl Comparison<TtcCurve> {
    /// The group at a place in the list, as pairs name it.
    pub fn group(&self, place: u32) -> Option<&TtcCurve> {
        self.groups.get(place as usize)
    }

    /// The place of a group in the list.
    pub fn place(&self, group: &str) -> Option<u32> {
        self.groups.iter().position(|ttc| ttc.curve.group == group).map(|at| at as u32)
    }
}

/// A breakdown as it may be shown: hidden groups are names without numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Breakdown {
    pub by: Grouping,
    pub shown: Comparison<TtcCurve>,
    /// Names only; a group is here because it, or one it could be derived from, is small.
    pub hidden: Vec<String>,
}

/// What a screen shows beside the numbers that all of them rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    Nothing,
    /// How things stood earlier.
    Earlier,
    /// A closer look at the curve.
    Closer,
}

/// What a screen that shows more than the curve is made of, all under one definition.
#[derive(Clone, Debug)]
pub struct Whole<'a> {
    pub analysis: Analysis,
    pub detail: &'a detail::Detail,
    /// `None` where it was not asked for, and where there is nothing to compare with.
    pub earlier: Option<&'a earlier::Earlier>,
    /// `None` where it was not asked for.
    pub closer: Option<&'a closer::Closer>,
    /// Who is shown, in a sentence; `None` for everybody.
    pub shown: Option<String>,
}

/// Everything the screens show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    pub in_force: InForce,
    pub counts: Counts,
    /// Learners in scope, of whom the curve is made.
    pub learners: u32,
    /// There are enough learners, and yet the day 0 asked for leaves out so few that beside the curve by start dates one
    /// could tell how these few did: no curve is shown.
    pub leaves_out_few: bool,
    /// Every item observed in an accepted context, sorted: what the rule could be made of.
    pub observed_items: Vec<String>,
    /// Time to competency of everybody; `None` when there are fewer learners than the small-group limit, or when
    /// `leaves_out_few`.
    pub ttc: Option<TtcCurve>,
    /// The chosen breakdown; `None` without one, or when `ttc` is hidden.
    pub breakdown: Option<Breakdown>,
    /// What the files record at all.
    pub recorded: Recorded,
    /// `None` when fewer people than the small-group limit are behind it; without a figure where no application is recorded.
    pub first_application: Option<Share>,
    /// Coaching minutes a week for the average team; `None` when hidden, without learners or not recorded.
    pub coaching_per_team: Option<f64>,
}
