//! A study → the numbers beyond the curve that a screen may show, with section 10 applied.

mod beside;
mod parts;

pub use parts::{InParts, detail};

use serde::{Deserialize, Serialize};

use super::landmark::Landmark;
use super::mix::RoleMix;
use super::series::Series;
use super::small_groups::Shown;
use super::{Coaching, CoxFit, Curve, FunnelLimits, FunnelPoint, Momentum, Periods, Quantile, Recorded, Share, Uplift};
use crate::record::EventKind;
use crate::survival::Band;

/// The events that are milestones of a learner (metrics.md section 8).
pub const MILESTONES: [EventKind; 3] = [EventKind::Completed, EventKind::Applied, EventKind::Feedback];

/// Everything beyond the curve. Each part hides its small groups by itself, as each has its own denominators.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Detail {
    /// What the files record at all; of what they do not, there is no figure below.
    pub recorded: Recorded,
    pub first_application: FirstApplication,
    pub coaching: CoachingMinutes,
    /// By item; the items with nobody measured before and after are here too, without figures.
    pub uplift: Shown<Uplift>,
    pub check_ins: CheckIns,
    /// The audiences learner, manager, leader; one with nobody has a curve without rows.
    pub belief: Shown<Curve>,
    /// First application of the learners whose belief is shown, from the same day; `None` where it is not shown.
    pub first_applied: Option<Curve>,
    /// In the order of `MILESTONES`.
    pub milestones: Vec<Milestones>,
    pub momentum: TeamMomentum,
    /// `None` when there is nothing to compare.
    pub role_mix: Option<RoleMix>,
}

/// The share with a first application in time (metrics.md 6.1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FirstApplication {
    /// Whether the files hold any application.
    pub recorded: bool,
    /// Days from the first completed module.
    pub window_days: i32,
    /// Share of 1.
    pub target: f64,
    /// `None` when somebody is in the denominator, but fewer than the limit, or when there are so few learners.
    pub overall: Option<Share>,
    pub team: Shown<TeamShare>,
    /// Teams without anybody in the denominator so far.
    pub no_figure: Vec<String>,
    /// The teams shown, as points of the funnel around the target.
    pub funnel: Vec<FunnelPoint>,
    /// Limits of the funnel by size, ascending; empty without a team.
    pub limits: Vec<(u32, FunnelLimits)>,
    /// By month of the first completed module.
    pub months: MonthlySeries,
}

/// A team's share. Who is still in the window is not counted by team: of a team too small for a curve it would follow by
/// subtraction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamShare {
    pub group: String,
    pub numerator: u32,
    /// At least 1.
    pub denominator: u32,
    pub rate: Option<f64>,
    pub band: Option<Band>,
}

/// A series over the months that may be shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MonthlySeries {
    pub series: Series,
    /// "YYYY-MM".
    pub hidden: Vec<String>,
}

/// Coaching minutes (metrics.md 6.2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CoachingMinutes {
    /// Whether the files hold any coaching.
    pub recorded: bool,
    /// Minutes a week and team.
    pub target: f64,
    /// All learners as one; `None` when there are fewer than the limit.
    pub overall: Option<Coaching>,
    /// Minutes a week of the average team: the figure that stands against the target.
    pub per_team: Option<f64>,
    pub team: Shown<TeamCoaching>,
    /// Minutes a week per learner, by month.
    pub months: MonthlySeries,
}

/// A team's coaching over all its days. Not by month: beside the months of everybody, those of the teams shown would
/// tell the months of the few people in the teams that are not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamCoaching {
    pub group: String,
    pub figure: Coaching,
}

/// Both answers to whether coaching helps (metrics.md section 5).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckIns {
    /// Whether the files hold any coaching.
    pub recorded: bool,
    /// Days from a person's start.
    pub day: i32,
    /// `None` when one of the two groups is small.
    pub landmark: Option<AtLandmark>,
    /// `None` when there are fewer learners than the limit.
    pub cox: Option<CoxFit>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AtLandmark {
    pub landmark: Landmark,
    pub excluded: Excluded,
}

/// Learners who are not in the landmark comparison, by how they were on the landmark day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excluded {
    pub competent: u32,
    pub left: u32,
    /// Followed no longer than the landmark day.
    pub too_recent: u32,
}

impl Excluded {
    pub fn total(&self) -> u32 {
        self.competent + self.left + self.too_recent
    }
}

/// Days from the start to a first event of a kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Milestones {
    pub kind: EventKind,
    /// Whether the files hold any event of the kind.
    pub recorded: bool,
    pub overall: Option<DaysTo>,
    pub team: Shown<DaysTo>,
}

/// A curve without its rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DaysTo {
    pub group: String,
    pub n: u32,
    pub events: u32,
    /// 25, 50 and 75 %, days.
    pub quantiles: [Quantile; 3],
}

/// Each team against itself (metrics.md section 9).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamMomentum {
    pub periods: Option<Periods>,
    pub team: Shown<Momentum>,
}
