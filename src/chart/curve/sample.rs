//! Curves for the tests of the picture.

use super::Series;
use crate::analysis::{
    Band, Curve, CurveRow, IncidenceRow, Milestone, OfAllStarted, Quantile, RestrictedMean, TtcCurve,
};

/// Four people: competent on day 10, left on day 20, competent on day 30, still open on day 40.
/// S = 3/4 after day 10 and 3/4 · 1/2 after day 30. Bands are invented, with ends that binary fractions hit.
pub fn hand_checked() -> TtcCurve {
    let row = |t, n, d, c, s, lower, upper| CurveRow { t, n, d, c, s, band: Some(Band { lower, upper }) };
    let rows = vec![
        row(10, 4, 1, 0, 0.75, 0.5, 0.875),
        row(20, 3, 0, 1, 0.75, 0.5, 0.875),
        row(30, 2, 1, 0, 0.375, 0.125, 0.75),
        row(40, 1, 0, 1, 0.375, 0.125, 0.75),
    ];
    let incidence = |t, i, lower, upper| IncidenceRow { t, i, band: Some(Band { lower, upper }) };
    let mut data = of_rows(rows);
    data.of_all_started.rows =
        vec![incidence(10, 0.25, 0.125, 0.5), incidence(20, 0.25, 0.125, 0.5), incidence(30, 0.5, 0.25, 0.75)];
    data
}

/// A curve of people who end on the given days, competent where told. The band is plain, ± 0.1 within 0 and 1.
pub fn of_people(people: &[(i32, bool)]) -> TtcCurve {
    let mut people = people.to_vec();
    people.sort_unstable();
    let (mut rows, mut s) = (Vec::new(), 1.0);
    let mut rest = people.as_slice();
    while let Some(&(t, _)) = rest.first() {
        let here = rest.partition_point(|&(day, _)| day == t);
        let d = rest[..here].iter().filter(|&&(_, competent)| competent).count() as u32;
        s *= 1.0 - f64::from(d) / rest.len() as f64;
        let band = (s > 0.0).then(|| Band { lower: f64::max(s - 0.1, 0.0), upper: f64::min(s + 0.1, 1.0) });
        rows.push(CurveRow { t, n: rest.len() as u32, d, c: here as u32 - d, s, band });
        rest = &rest[here..];
    }
    of_rows(rows)
}

/// People with times spread by a fixed rule, from day `first` to `last`; every third is censored.
pub fn spread_out(n: i32, first: i32, last: i32) -> TtcCurve {
    let day = |i: i32| first + (last - first) * (i * 7 % n) / n.max(1);
    of_people(&(0..n).map(|i| (day(i), i % 3 != 0)).collect::<Vec<_>>())
}

fn of_rows(rows: Vec<CurveRow>) -> TtcCurve {
    let reached = |q: f64| rows.iter().find(|row| row.s <= 1.0 - q + 1e-12).map(|row| row.t);
    let quantile = |q| Quantile { q, t: reached(q), lower: reached(q), upper: reached(q) };
    let share_at = |t: i32| {
        let row = rows.iter().rev().find(|row| row.t <= t);
        rows.last().filter(|last| last.t >= t).map(|_| row.map_or(0.0, |row| 1.0 - row.s))
    };
    let milestone =
        |t| Milestone { t, share: share_at(t), band: share_at(t).map(|s| Band { lower: s / 2.0, upper: s }) };
    let events = rows.iter().map(|row| row.d).sum();
    let censored = rows.iter().map(|row| row.c).sum();
    TtcCurve {
        needs_refresh: 0,
        rmst: RestrictedMean::default(),
        milestones: [30, 60, 90].map(milestone),
        follow_up: rows.last().map(|row| row.t),
        of_all_started: OfAllStarted {
            left: 0,
            rows: rows.iter().map(|row| IncidenceRow { t: row.t, i: 1.0 - row.s, band: None }).collect(),
            milestones: [30, 60, 90].map(milestone),
        },
        curve: Curve {
            group: String::new(),
            n: events + censored,
            events,
            censored,
            quantiles: [0.25, 0.5, 0.75].map(quantile),
            rows,
        },
    }
}

pub fn series<'a>(name: &'a str, slot: u8, data: &'a TtcCurve) -> Series<'a> {
    Series::of_competency(name, slot, data)
}
