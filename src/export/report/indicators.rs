//! The accountable indicators, their series and their funnel: `first_application`, `coaching`, `uplift`, `run_charts`,
//! `funnel`.

use serde::Serialize;

use super::rows::{ends, month_points};
use crate::analysis::series::{MonthPoint, Series};
use crate::analysis::{Coaching, CoachingSeries, FunnelLimits, FunnelPoint, Share, Uplift};
use crate::time::Month;

#[derive(Serialize)]
pub struct ShareShape {
    group: String,
    numerator: u32,
    denominator: u32,
    rate: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    in_window: u32,
}

impl From<&Share> for ShareShape {
    fn from(share: &Share) -> ShareShape {
        let (lower, upper) = ends(share.band);
        let Share { group, numerator, denominator, rate, in_window, .. } = share.clone();
        ShareShape { group, numerator, denominator, rate, lower, upper, in_window }
    }
}

#[derive(Serialize)]
pub struct CoachingOverall {
    #[serde(flatten)]
    pub whole: CoachingShape,
    pub per_team: Option<f64>,
}

#[derive(Serialize)]
pub struct CoachingShape {
    group: String,
    #[serde(flatten)]
    whole: Coaching,
    months: Vec<CoachingMonth>,
}

#[derive(Serialize)]
struct CoachingMonth {
    month: String,
    #[serde(flatten)]
    figure: Coaching,
}

impl From<&CoachingSeries> for CoachingShape {
    fn from(series: &CoachingSeries) -> CoachingShape {
        let month =
            |(month, figure): &(Month, Coaching)| CoachingMonth { month: month.to_string(), figure: figure.clone() };
        let months = series.months.iter().map(month).collect();
        CoachingShape { group: series.group.clone(), whole: series.whole.clone(), months }
    }
}

#[derive(Serialize)]
pub struct UpliftShape {
    item: String,
    lower_is_better: bool,
    target: f64,
    n: u32,
    baseline: Option<f64>,
    post: Option<f64>,
    uplift: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
}

impl From<&Uplift> for UpliftShape {
    fn from(found: &Uplift) -> UpliftShape {
        let (lower, upper) = ends(found.band);
        let Uplift { item, lower_is_better, target, n, baseline, post, uplift, .. } = found.clone();
        UpliftShape { item, lower_is_better, target, n, baseline, post, uplift, lower, upper }
    }
}

#[derive(Serialize)]
pub struct SeriesShape {
    #[serde(serialize_with = "month_points")]
    points: Vec<MonthPoint>,
    center: Option<f64>,
    n_useful: u32,
    longest_run: u32,
    crossings: u32,
    limits: Option<Limits>,
    signals: Option<Signals>,
}

#[derive(Serialize)]
struct Limits {
    longest_run: u32,
    crossings: u32,
}

#[derive(Serialize)]
struct Signals {
    shift: bool,
    too_few_crossings: bool,
}

impl From<&Series> for SeriesShape {
    fn from(series: &Series) -> SeriesShape {
        let Series { points, chart } = series.clone();
        let judged = chart.judgment;
        SeriesShape {
            points,
            center: chart.center,
            n_useful: chart.n_useful,
            longest_run: chart.longest_run,
            crossings: chart.crossings,
            limits: judged.map(|limit| Limits { longest_run: limit.longest_run, crossings: limit.crossings }),
            signals: judged.map(|found| Signals { shift: found.shift, too_few_crossings: found.too_few_crossings }),
        }
    }
}

#[derive(Serialize)]
pub struct FunnelRow {
    group: String,
    n: u32,
    share: f64,
    #[serde(flatten)]
    limits: FunnelLimits,
}

impl From<&FunnelPoint> for FunnelRow {
    fn from(point: &FunnelPoint) -> FunnelRow {
        let FunnelPoint { group, n, share, limits } = point.clone();
        FunnelRow { group, n, share, limits }
    }
}
