//! Run charts: has a series shifted, by rules whose limits depend on its length (metrics.md section 11).
//!
//! Anhøj and Olesen 2014 (PLoS ONE 9(11): e113825): a shift when the longest run on one side of the median is longer
//! than round(log₂ n) + 3, too few crossings below the 5 % quantile of Binomial(n − 1, ½). Assumes that neighboring
//! points are independent while nothing changes.

use serde::{Deserialize, Serialize};

use crate::distribution::probabilities;

/// Fewer useful points than this say nothing.
pub const FEWEST_USEFUL: u32 = 10;

/// What a run chart says about a series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunChart {
    /// Median of all points; `None` without points.
    pub center: Option<f64>,
    /// Points that are not on the center line.
    pub n_useful: u32,
    /// Most useful points in a row on one side.
    pub longest_run: u32,
    /// Changes of side between consecutive useful points.
    pub crossings: u32,
    /// `None` below `FEWEST_USEFUL`.
    pub judgment: Option<Judgment>,
}

/// Limits for the number of useful points, and whether they are broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgment {
    /// A longer run is a shift.
    pub longest_run: u32,
    /// Fewer crossings are too few.
    pub crossings: u32,
    pub shift: bool,
    pub too_few_crossings: bool,
}

/// Works a series out, points in order of time.
pub fn run_chart(points: &[f64]) -> RunChart {
    let Some(center) = median(points) else { return RunChart::default() };
    let tolerance = 1e-12 * center.abs().max(1.0);
    let sides = points.iter().filter(|point| (**point - center).abs() > tolerance).map(|&point| point > center);
    let mut chart = RunChart { center: Some(center), ..RunChart::default() };
    let (mut side, mut run) = (None, 0);
    for above in sides {
        chart.n_useful += 1;
        if side == Some(above) {
            run += 1;
        } else {
            chart.crossings += u32::from(side.is_some());
            (side, run) = (Some(above), 1);
        }
        chart.longest_run = chart.longest_run.max(run);
    }
    chart.judgment = (chart.n_useful >= FEWEST_USEFUL).then(|| judge(&chart));
    chart
}

fn judge(chart: &RunChart) -> Judgment {
    let longest_run = f64::from(chart.n_useful).log2().round() as u32 + 3;
    let crossings = fewest_crossings(chart.n_useful - 1);
    Judgment {
        longest_run,
        crossings,
        shift: chart.longest_run > longest_run,
        too_few_crossings: chart.crossings < crossings,
    }
}

/// Smallest x with P(X ≤ x) ≥ 5 % for a fair coin tossed `tosses` times.
fn fewest_crossings(tosses: u32) -> u32 {
    let mut below = 0.0;
    let reaches = |p: &f64| {
        below += p;
        below >= 0.05
    };
    probabilities(tosses, 0.5).iter().position(reaches).unwrap_or(0) as u32
}

fn median(points: &[f64]) -> Option<f64> {
    let mut sorted = points.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() % 2 {
        1 => Some(sorted[middle]),
        _ => Some((sorted.get(middle.checked_sub(1)?)? + sorted[middle]) / 2.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_runs_and_crossings() {
        for (points, center, useful, longest, crossings) in [
            (vec![], None, 0, 0, 0),
            (vec![3.0], Some(3.0), 0, 0, 0),
            (vec![2.0, 2.0, 2.0], Some(2.0), 0, 0, 0),
            (vec![1.0, 3.0], Some(2.0), 2, 1, 1),
            // Points on the median neither break nor lengthen a run.
            (vec![1.0, 2.0, 1.0, 3.0, 2.0, 4.0, 2.0], Some(2.0), 4, 2, 1),
            (vec![5.0, 1.0, 6.0, 2.0], Some(3.5), 4, 1, 3),
        ] {
            let found = run_chart(&points);
            let expected = RunChart { center, n_useful: useful, longest_run: longest, crossings, judgment: None };
            assert_eq!(found, expected, "{points:?}");
        }
    }

    #[test]
    fn limits_as_published() {
        // Anhøj and Olesen 2014, table 1: useful points, longest run, fewest crossings.
        for (n, longest, crossings) in
            [(10, 6, 2), (12, 7, 3), (15, 7, 4), (16, 7, 4), (20, 7, 6), (24, 8, 8), (50, 9, 19), (100, 10, 41)]
        {
            let judged = judge(&RunChart { n_useful: n, ..RunChart::default() });
            assert_eq!((judged.longest_run, judged.crossings), (longest, crossings), "{n}");
        }
    }

    #[test]
    fn a_step_is_a_shift_and_a_saw_is_not() {
        let step: Vec<f64> = (0..20).map(|x| f64::from(u8::from(x >= 10))).collect();
        let judged = run_chart(&step).judgment.unwrap();
        assert!(judged.shift && judged.too_few_crossings);
        let saw: Vec<f64> = (0..20).map(|x| f64::from(x % 2)).collect();
        let judged = run_chart(&saw).judgment.unwrap();
        assert!(!judged.shift && !judged.too_few_crossings);
    }
}
