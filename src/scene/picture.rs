//! The picture of a screen, with what a pointer reads off it and the table behind it.

use serde::{Deserialize, Serialize};

use super::document::Table;
use super::view::View;
use super::{Look, Stage, document};
use crate::analysis::{Analysis, Band};
use crate::chart::curve::{self, Leavers, Options, Series, Step, readable};
use crate::chart::{Figure, svg};
use crate::finding;
use crate::inspect::{Number, Of};

/// Width of a picture saved as a file, CSS pixels.
const FILE_WIDTH: u32 = 960;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    pub figure: Figure,
    /// One for each curve, by name.
    pub traces: Vec<Trace>,
    pub table: Table,
}

/// A curve as a pointer reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trace {
    pub name: String,
    pub slot: u8,
    /// Days on which the share changes, ascending.
    pub steps: Vec<Step>,
    /// Days on which somebody's time ended, ascending, and how many were at risk on them.
    pub at_risk: Vec<(i32, u32)>,
    /// Whose curve it is.
    pub of: Of,
    pub leavers: Leavers,
}

/// What one curve says on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Share competent by the end of that day; `None` beyond the end of the curve.
    pub share: Option<f64>,
    pub band: Option<Band>,
    pub at_risk: u32,
}

impl Trace {
    fn of(series: &Series<'_>, of: Of, leavers: Leavers) -> Trace {
        let (name, slot, steps, at_risk) = readable(series, leavers);
        Trace { name, slot, steps, at_risk, of, leavers }
    }

    /// The share on a day as a number that opens.
    pub fn number(&self, day: i32) -> Number {
        let of = self.of.clone();
        match self.leavers {
            Leavers::Censored => Number::CompetentShare { of, day },
            Leavers::OfAllStarted => Number::ShareOfAll { of, day },
        }
    }

    pub fn reading(&self, day: i32) -> Reading {
        let at_risk = self.at_risk.partition_point(|(t, _)| *t < day);
        let at_risk = self.at_risk.get(at_risk).map_or(0, |(_, n)| *n);
        if self.at_risk.last().is_none_or(|(last, _)| day > *last) {
            return Reading { share: None, band: None, at_risk };
        }
        match self.steps.partition_point(|step| step.day <= day).checked_sub(1) {
            Some(at) => Reading { share: Some(self.steps[at].share), band: self.steps[at].band, at_risk },
            None => Reading { share: Some(0.0), band: None, at_risk },
        }
    }
}

impl Picture {
    /// Days on which some curve steps, ascending: the stops of the arrow keys.
    pub fn stops(&self) -> Vec<i32> {
        let mut days: Vec<i32> = self.traces.iter().flat_map(|trace| trace.steps.iter().map(|step| step.day)).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// `None` where there is no curve to show, or no width to draw it for.
pub fn picture(analysis: &Analysis, look: &Look) -> Option<Picture> {
    let stage = Stage::new(analysis, &look.view);
    if stage.curves.is_empty() || look.width == 0 {
        return None;
    }
    let hidden = analysis.breakdown.as_ref().map_or(&[][..], |breakdown| &breakdown.hidden);
    let series = stage.series();
    Some(Picture {
        figure: figure(&stage, &series, look.width),
        traces: series.iter().map(|series| Trace::of(series, stage.of(series.data), look.view.leavers)).collect(),
        table: document::Table::of_picture(curve::table(&series, look.view.leavers, hidden)),
    })
}

/// The picture as an SVG file that stands alone; `None` where there is no curve to show.
pub fn file(analysis: &Analysis, version: &str, view: &View) -> Option<String> {
    let stage = Stage::new(analysis, view);
    if stage.curves.is_empty() {
        return None;
    }
    let finding = stage.finding();
    let foot = format!("Rule: {}. {}", finding::rule(analysis), super::foot(analysis, version));
    let words = svg::Words { finding: &finding.headline, caveat: &finding.caveat, foot: &foot };
    Some(svg::document(&figure(&stage, &stage.series(), FILE_WIDTH), &words))
}

fn figure(stage: &Stage<'_>, series: &[Series<'_>], width: u32) -> Figure {
    let min_group = u32::try_from(stage.analysis.in_force.definition.min_group_in_force()).unwrap_or(u32::MAX);
    let View { bands, censor_ticks, leavers, .. } = *stage.view;
    curve::figure(series, &Options { width, bands, censor_ticks, leavers, min_group })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::Grouping;

    fn trace(steps: &[(i32, f64)], at_risk: &[(i32, u32)]) -> Trace {
        let steps = steps.iter().map(|&(day, share)| Step { day, share, band: None }).collect();
        let of = Of { by: Grouping::Team, group: Some("A".to_owned()) };
        Trace { name: "A".to_owned(), slot: 3, steps, at_risk: at_risk.to_vec(), of, leavers: Leavers::Censored }
    }

    #[test]
    fn a_reading_is_the_curve_at_the_end_of_the_day() {
        // Four people: competent on day 10 and 30, censored on day 20, followed to day 40.
        let trace = trace(&[(10, 0.25), (30, 0.625)], &[(10, 4), (20, 3), (30, 2), (40, 1)]);
        for (day, share, at_risk) in
            [(0, Some(0.0), 4), (10, Some(0.25), 4), (11, Some(0.25), 3), (40, Some(0.625), 1), (41, None, 0)]
        {
            let reading = trace.reading(day);
            assert_eq!((reading.share, reading.at_risk), (share, at_risk), "{day}");
        }
        assert!(matches!(trace.number(11), Number::CompetentShare { day: 11, of: Of { group: Some(_), .. } }));
    }
}
