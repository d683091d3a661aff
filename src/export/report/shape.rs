//! The keys of report.json, in their order, and how the core's types become them.

use serde::Serialize;
use serde_json::Value;

use super::rows::{curve_rows, ends, incidence_rows, milestone_rows, pair_rows};
use crate::analysis::{
    Coaching, CoachingSeries, Comparison, Counts, Curve, CurveRow, InForce, IncidenceRow, LogRank, Milestone, Pair,
    Quantile, RestrictedMean, Share, TtcCurve,
};
use crate::definition::{Contexts, KpiItem};
use crate::time::Day;

#[derive(Serialize)]
pub struct Report {
    pub cutoff: Option<Day>,
    pub settings: Settings,
    pub counts: Counts,
    pub ttc: Ttc,
    pub landmark: Value,
    pub cox: Value,
    pub first_application: FirstApplication,
    pub coaching: CoachingReport,
    pub uplift: Value,
    pub ttb: Value,
    pub milestones: Value,
    pub touchpoints: Value,
    pub momentum: Value,
    pub run_charts: Value,
    pub funnel: Value,
    pub published: Published,
}

#[derive(Serialize)]
pub struct Settings {
    pub cutoff: Option<Day>,
    pub behaviours: Vec<String>,
    pub k: u32,
    pub n: u32,
    pub min_span: i32,
    pub contexts: Contexts,
    pub positive_from: f64,
    pub tau: i32,
    pub landmark_day: i32,
    pub launch: Option<Day>,
    pub kpi_items: Vec<KpiItem>,
    pub window_days: i32,
    pub min_group: i64,
    pub belief_item: String,
}

impl Settings {
    pub fn new(in_force: &InForce) -> Settings {
        let d = &in_force.definition;
        Settings {
            cutoff: in_force.cutoff,
            behaviours: in_force.behaviours.clone(),
            k: d.k,
            n: d.n,
            min_span: d.min_span,
            contexts: d.contexts,
            positive_from: d.positive_from,
            tau: d.tau,
            landmark_day: d.landmark_day,
            launch: in_force.launch,
            kpi_items: in_force.kpi_items.clone(),
            window_days: d.window_days,
            min_group: d.min_group,
            belief_item: d.belief_item.clone(),
        }
    }
}

#[derive(Serialize)]
pub struct Ttc {
    pub behaviours: Vec<String>,
    pub overall: TtcShape,
    pub behaviours_alone: Vec<CurveShape>,
    pub team: ComparisonShape,
    pub cohort: ComparisonShape,
    pub role: ComparisonShape,
}

#[derive(Serialize)]
pub struct CurveShape {
    pub group: String,
    pub n: u32,
    pub events: u32,
    pub censored: u32,
    #[serde(serialize_with = "curve_rows")]
    pub curve: Vec<CurveRow>,
    pub quantiles: [Quantile; 3],
}

impl From<Curve> for CurveShape {
    fn from(curve: Curve) -> CurveShape {
        let Curve { group, n, events, censored, rows, quantiles } = curve;
        CurveShape { group, n, events, censored, curve: rows, quantiles }
    }
}

#[derive(Serialize)]
pub struct TtcShape {
    #[serde(flatten)]
    pub curve: CurveShape,
    pub needs_refresh: u32,
    pub rmst: RestrictedMean,
    #[serde(serialize_with = "milestone_rows")]
    pub milestones: [Milestone; 3],
    pub follow_up: Option<i32>,
    pub of_all_started: OfAllStartedShape,
}

#[derive(Serialize)]
pub struct OfAllStartedShape {
    pub left: u32,
    #[serde(serialize_with = "incidence_rows")]
    pub curve: Vec<IncidenceRow>,
    #[serde(serialize_with = "milestone_rows")]
    pub milestones: [Milestone; 3],
}

impl From<TtcCurve> for TtcShape {
    fn from(ttc: TtcCurve) -> TtcShape {
        let started = ttc.of_all_started;
        TtcShape {
            curve: ttc.curve.into(),
            needs_refresh: ttc.needs_refresh,
            rmst: ttc.rmst,
            milestones: ttc.milestones,
            follow_up: ttc.follow_up,
            of_all_started: OfAllStartedShape {
                left: started.left,
                curve: started.rows,
                milestones: started.milestones,
            },
        }
    }
}

#[derive(Serialize)]
pub struct ComparisonShape {
    pub tau: Option<i32>,
    pub groups: Vec<TtcShape>,
    pub logrank: LogRank,
    #[serde(serialize_with = "pair_rows")]
    pub pairwise: Vec<Pair>,
}

impl From<Comparison<TtcCurve>> for ComparisonShape {
    fn from(comparison: Comparison<TtcCurve>) -> ComparisonShape {
        let groups = comparison.groups.into_iter().map(TtcShape::from).collect();
        ComparisonShape { tau: comparison.tau, groups, logrank: comparison.logrank, pairwise: comparison.pairs }
    }
}

#[derive(Serialize)]
pub struct FirstApplication {
    pub window_days: i32,
    pub target: f64,
    pub overall: ShareShape,
    pub team: Vec<ShareShape>,
}

#[derive(Serialize)]
pub struct ShareShape {
    pub group: String,
    pub numerator: u32,
    pub denominator: u32,
    pub rate: Option<f64>,
    pub lower: Option<f64>,
    pub upper: Option<f64>,
    pub in_window: u32,
}

impl From<Share> for ShareShape {
    fn from(share: Share) -> ShareShape {
        let (lower, upper) = ends(share.band);
        let Share { group, numerator, denominator, rate, in_window, .. } = share;
        ShareShape { group, numerator, denominator, rate, lower, upper, in_window }
    }
}

#[derive(Serialize)]
pub struct CoachingReport {
    pub target: f64,
    pub overall: CoachingOverall,
    pub team: Vec<CoachingShape>,
}

#[derive(Serialize)]
pub struct CoachingOverall {
    #[serde(flatten)]
    pub whole: CoachingShape,
    pub per_team: Option<f64>,
}

#[derive(Serialize)]
pub struct CoachingShape {
    pub group: String,
    #[serde(flatten)]
    pub whole: Coaching,
    pub months: Vec<CoachingMonth>,
}

#[derive(Serialize)]
pub struct CoachingMonth {
    pub month: String,
    #[serde(flatten)]
    pub figure: Coaching,
}

impl From<CoachingSeries> for CoachingShape {
    fn from(series: CoachingSeries) -> CoachingShape {
        let months = series.months.into_iter().map(|(month, figure)| CoachingMonth { month, figure }).collect();
        CoachingShape { group: series.group, whole: series.whole, months }
    }
}

#[derive(Serialize)]
pub struct Published {
    pub min_group: u64,
    pub ttc: PublishedTtc,
    pub landmark: Value,
    pub first_application: Hidden,
    pub coaching: Hidden,
    pub uplift: Value,
    pub ttb: Value,
    pub milestones: Value,
    pub touchpoints: Value,
    pub momentum: Value,
    pub run_charts: Value,
}

#[derive(Serialize)]
pub struct Hidden {
    pub overall_hidden: bool,
    pub hidden: Vec<String>,
}

#[derive(Serialize)]
pub struct PublishedTtc {
    pub overall_hidden: bool,
    pub team: PublishedComparison,
    pub cohort: PublishedComparison,
    pub role: PublishedComparison,
}

#[derive(Serialize)]
pub struct PublishedComparison {
    pub hidden: Vec<String>,
    pub tau: Option<i32>,
    pub rmst: Vec<GroupRmst>,
    pub logrank: LogRank,
    #[serde(serialize_with = "pair_rows")]
    pub pairwise: Vec<Pair>,
}

#[derive(Serialize)]
pub struct GroupRmst {
    pub group: String,
    #[serde(flatten)]
    pub rmst: RestrictedMean,
}
