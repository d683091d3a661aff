//! Values read off the curves: what a pointer or the arrow keys say on a day.

use super::{Leavers, Series, curves, steps::Steps};
use crate::analysis::Band;
use crate::chart::Figure;

/// What one curve says on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    pub name: String,
    pub slot: u8,
    /// Share competent by the end of that day; `None` beyond the end of the curve.
    pub share: Option<f64>,
    pub band: Option<Band>,
    pub at_risk: u32,
    /// Height of the curve in the figure, CSS pixels; `None` beyond its end.
    pub y: Option<f64>,
}

/// The values of all curves on one day.
pub fn readings(series: &[Series<'_>], figure: &Figure, leavers: Leavers, day: i32) -> Vec<Reading> {
    curves(series, leavers).iter().map(|curve| reading(curve, figure, day)).collect()
}

fn reading(curve: &Steps<'_>, figure: &Figure, day: i32) -> Reading {
    let step = (day <= curve.last_day()).then(|| curve.at(day));
    Reading {
        name: curve.name().to_owned(),
        slot: curve.series.slot,
        share: step.map(|step| step.share),
        band: step.and_then(|step| step.band),
        at_risk: curve.at_risk(day).at_risk,
        y: step.map(|step| figure.frame.y(step.share)),
    }
}

/// Days on which some curve steps, ascending: the stops of the arrow keys.
pub fn stops(series: &[Series<'_>], leavers: Leavers) -> Vec<i32> {
    let mut days: Vec<i32> = Vec::new();
    for curve in curves(series, leavers) {
        for step in curve.rises() {
            if let Err(place) = days.binary_search(&step.day) {
                days.insert(place, step.day);
            }
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::curve::{Options, figure, sample};

    const OPTIONS: Options =
        Options { width: 560, bands: true, censor_ticks: true, leavers: Leavers::Censored, min_group: 1 };

    #[test]
    fn a_reading_is_the_curve_at_the_end_of_the_day() {
        let data = sample::hand_checked();
        let series = [sample::series("A", 3, &data)];
        let figure = figure(&series, &OPTIONS);
        for (day, share, at_risk) in
            [(0, Some(0.0), 4), (10, Some(0.25), 4), (11, Some(0.25), 3), (40, Some(0.625), 1), (41, None, 0)]
        {
            let reading = readings(&series, &figure, Leavers::Censored, day).remove(0);
            assert_eq!((reading.share, reading.at_risk, reading.slot), (share, at_risk, 3), "{day}");
            assert_eq!(reading.y, share.map(|share| figure.frame.y(share)));
        }
    }

    #[test]
    fn the_arrow_keys_stop_where_some_curve_steps() {
        let (a, b) = (sample::hand_checked(), sample::of_people(&[(5, true), (10, true), (12, false)]));
        let series = [sample::series("A", 0, &a), sample::series("B", 1, &b)];
        assert_eq!(stops(&series, Leavers::Censored), [5, 10, 30]);
        assert!(stops(&[], Leavers::Censored).is_empty());
    }
}
