//! A curve as it is drawn: the competent share from each of its days on, whatever is done with leavers.

use serde::{Deserialize, Serialize};

use super::{Leavers, Series};
use crate::analysis::{Band, CurveRow};
use crate::survival::LEVEL_TOLERANCE;

/// The share from `day` until the next step.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub day: i32,
    pub share: f64,
    /// `None` where it is not defined, and where nothing has happened yet.
    pub band: Option<Band>,
}

/// Where everybody of a group is on a day; the three add up to the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtRisk {
    /// Followed until that day or longer, and not competent before it.
    pub at_risk: u32,
    pub competent: u32,
    pub censored: u32,
}

/// Invariant: days of `steps` and of `rows` ascend and are not negative.
pub struct Steps<'a> {
    pub series: Series<'a>,
    pub steps: Vec<Step>,
    rows: &'a [CurveRow],
}

impl<'a> Steps<'a> {
    pub fn of(series: &Series<'a>, leavers: Leavers) -> Self {
        let curve = series.curve;
        let steps = match leavers {
            Leavers::Censored => curve.rows.iter().map(competent).collect(),
            Leavers::OfAllStarted => {
                let rows = series.more.map_or(&[][..], |data| &data.of_all_started.rows);
                rows.iter().map(|row| Step { day: row.t, share: row.i, band: row.band }).collect()
            }
        };
        Steps { series: *series, steps, rows: &curve.rows }
    }

    /// Largest time of the group: its curve goes no further.
    pub fn last_day(&self) -> i32 {
        self.rows.last().map_or(0, |row| row.t)
    }

    /// Share and band by the end of a day, also beyond the curve's end.
    pub fn at(&self, day: i32) -> Step {
        let passed = self.steps.partition_point(|step| step.day <= day);
        match passed.checked_sub(1) {
            Some(i) => self.steps[i],
            None => Step { day: 0, share: 0.0, band: None },
        }
    }

    /// Share at the curve's end.
    pub fn last_share(&self) -> f64 {
        self.steps.last().map_or(0.0, |step| step.share)
    }

    /// First day by which half are competent.
    pub fn median(&self) -> Option<i32> {
        self.steps.iter().find(|step| step.share >= 0.5 - LEVEL_TOLERANCE).map(|step| step.day)
    }

    /// The steps that change the share.
    pub fn rises(&self) -> impl Iterator<Item = &Step> {
        let before = std::iter::once(0.0).chain(self.steps.iter().map(|step| step.share));
        self.steps.iter().zip(before).filter(|(step, before)| step.share != *before).map(|(step, _)| step)
    }

    /// Days on which somebody's time ended without competency.
    pub fn censored_days(&self) -> impl Iterator<Item = i32> {
        self.rows.iter().filter(|row| row.c > 0).map(|row| row.t)
    }

    pub fn at_risk(&self, day: i32) -> AtRisk {
        let before = self.rows.partition_point(|row| row.t < day);
        AtRisk {
            at_risk: self.rows.get(before).map_or(0, |row| row.n),
            competent: self.rows[..before].iter().map(|row| row.d).sum(),
            censored: self.rows[..before].iter().map(|row| row.c).sum(),
        }
    }

    /// The name a reader sees.
    pub fn name(&self) -> &'a str {
        if self.series.name.is_empty() { super::everybody() } else { self.series.name }
    }

    pub fn size(&self) -> u32 {
        self.series.curve.n
    }
}

/// The files carry S and its band; the picture shows 1 − S, so the band's ends change places.
fn competent(row: &CurveRow) -> Step {
    let band = row.band.filter(|_| row.s < 1.0);
    let band = band.map(|band| Band { lower: 1.0 - band.upper, upper: 1.0 - band.lower });
    Step { day: row.t, share: 1.0 - row.s, band }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::curve::sample;

    #[test]
    fn a_step_holds_from_its_day_to_the_next() {
        let data = sample::hand_checked();
        let steps = Steps::of(&sample::series("A", 0, &data), Leavers::Censored);
        for (day, share) in [(-1, 0.0), (9, 0.0), (10, 0.25), (29, 0.25), (30, 0.625), (40, 0.625), (99, 0.625)] {
            assert_eq!(steps.at(day).share, share, "{day}");
        }
        assert_eq!(steps.last_day(), 40);
        assert_eq!(steps.median(), Some(30));
        assert_eq!(steps.rises().map(|step| step.day).collect::<Vec<_>>(), [10, 30]);
        assert_eq!(steps.censored_days().collect::<Vec<_>>(), [20, 40]);
    }

    #[test]
    fn the_band_is_turned_over_with_the_curve() {
        let data = sample::hand_checked();
        let steps = Steps::of(&sample::series("A", 0, &data), Leavers::Censored);
        assert_eq!(steps.at(10).band, Some(Band { lower: 0.125, upper: 0.5 }));
        assert_eq!(steps.at(0).band, None);
    }

    #[test]
    fn of_all_started_takes_share_and_band_as_they_are() {
        let data = sample::hand_checked();
        let steps = Steps::of(&sample::series("A", 0, &data), Leavers::OfAllStarted);
        assert_eq!(steps.at(30).share, 0.5);
        assert_eq!(steps.at(30).band, Some(Band { lower: 0.25, upper: 0.75 }));
        assert_eq!(steps.median(), Some(30));
    }

    #[test]
    fn the_three_columns_add_up_on_every_day() {
        let data = sample::hand_checked();
        let steps = Steps::of(&sample::series("A", 0, &data), Leavers::Censored);
        for (day, expected) in [(0, (4, 0, 0)), (10, (4, 0, 0)), (11, (3, 1, 0)), (30, (2, 1, 1)), (41, (0, 2, 2))] {
            let AtRisk { at_risk, competent, censored } = steps.at_risk(day);
            assert_eq!((at_risk, competent, censored), expected, "{day}");
            assert_eq!(at_risk + competent + censored, steps.size());
        }
    }
}
