//! Monthly series over all learners, with what a run chart says about them (metrics.md section 11).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::kpi::coaching::{Coaching, CoachingSeries};
use crate::kpi::first_application::Standing;
use crate::run_chart::{RunChart, run_chart};
use crate::time::Month;

/// One month of a series: the people behind the value, and the value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthPoint {
    pub month: Month,
    pub n: u32,
    pub value: f64,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Ascending by month; months without a value are left out.
    pub points: Vec<MonthPoint>,
    pub chart: RunChart,
}

impl Series {
    pub fn of(points: Vec<MonthPoint>) -> Series {
        let values: Vec<f64> = points.iter().map(|point| point.value).collect();
        Series { chart: run_chart(&values), points }
    }
}

/// Coaching minutes a week per learner, so that growth is no signal.
pub fn coaching_points(series: &CoachingSeries) -> Vec<MonthPoint> {
    let point = |(month, figure): &(Month, Coaching)| {
        figure.per_learner.map(|value| MonthPoint { month: *month, n: figure.n, value })
    };
    series.months.iter().filter_map(point).collect()
}

/// Share with a first application in time, by the month of the first completed module.
pub fn first_application_points(standings: &[Standing]) -> Vec<MonthPoint> {
    let mut months: BTreeMap<Month, (u32, u32)> = BTreeMap::new();
    for standing in standings {
        if let Standing::Mature { anchor, in_time } = standing {
            let (people, applied) = months.entry(anchor.month()).or_default();
            *people += 1;
            *applied += u32::from(*in_time);
        }
    }
    let point = |(month, (n, applied))| MonthPoint { month, n, value: f64::from(applied) / f64::from(n) };
    months.into_iter().map(point).collect()
}
