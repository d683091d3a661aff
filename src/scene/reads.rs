//! What pointer, touch and arrow keys read off a picture, one stop after another.

use serde::{Deserialize, Serialize};

use crate::analysis::Band;
use crate::chart::Frame;
use crate::chart::curve::{Leavers, Series, Step, readable};
use crate::inspect::{Key, Number, Of};
use crate::{format, t};

/// Day of the first reading of a curve, before anybody asks.
const FIRST_DAY: i32 = 60;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reads {
    /// Curves by day, by name: every day is a stop, and the keys go from step to step.
    Curves(Vec<Trace>),
    /// Values one by one; `first` is the one that is read before anybody asks.
    Stops { stops: Vec<Stop>, first: i32 },
}

/// A value at its place in the figure, CSS pixels.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    pub x: f64,
    pub y: f64,
    /// Whose value it is: a month, a team.
    pub name: String,
    /// The value with its denominator.
    pub says: String,
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
    /// Opens the share of day 0; `None` where a share of this curve does not open.
    pub opens: Option<Key>,
}

/// What one curve says on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Share who reached it by the end of that day; `None` beyond the end of the curve.
    pub share: Option<f64>,
    pub band: Option<Band>,
    pub at_risk: u32,
}

/// What a stop says: a title, and its value in words or a row for each curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub title: String,
    pub words: String,
    pub rows: Vec<SaidRow>,
}

/// Class of its line; name, share, interval and people at risk; what the share opens to.
pub type SaidRow = (String, [String; 4], Option<Key>);

impl Trace {
    /// `of`: whose time to competency it is; `None` for a curve of anything else.
    pub fn of(series: &Series<'_>, of: Option<Of>, leavers: Leavers) -> Trace {
        let (name, slot, steps, at_risk) = readable(series, leavers);
        let opens = of.map(|of| match leavers {
            Leavers::Censored => Number::CompetentShare { of, day: 0 }.key(),
            Leavers::OfAllStarted => Number::ShareOfAll { of, day: 0 }.key(),
        });
        Trace { name, slot, steps, at_risk, opens }
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

    fn row(&self, day: i32) -> SaidRow {
        let reading = self.reading(day);
        let share = reading.share.map_or_else(|| t!("ended" in "curve").to_owned(), format::share);
        let band = reading.band.map(format::share_interval).unwrap_or_default();
        let cells = [self.name.clone(), share, band, format::count(reading.at_risk.into())];
        let opens = self.opens.as_ref().filter(|_| reading.share.is_some()).map(|key| key.on(day));
        (format!("ln k{}", self.slot + 1), cells, opens)
    }
}

impl Reads {
    /// More bands than the eye can keep apart at their usual strength.
    pub fn is_many(&self) -> bool {
        matches!(self, Reads::Curves(traces) if traces.len() > 3)
    }

    /// What the slider over the picture is called.
    pub fn label(&self) -> &'static str {
        match self {
            Reads::Curves(_) => t!("Day to read, arrow keys go from step to step"),
            Reads::Stops { .. } => t!("Value to read, arrow keys go from one to the next"),
        }
    }

    /// Last stop; the first is 0.
    pub fn last(&self, frame: &Frame) -> i32 {
        match self {
            Reads::Curves(_) => frame.last_day,
            Reads::Stops { stops, .. } => (stops.len() as i32 - 1).max(0),
        }
    }

    /// The stop that is read before anybody asks.
    pub fn first(&self, frame: &Frame) -> i32 {
        match self {
            Reads::Curves(_) => FIRST_DAY.min(frame.last_day),
            Reads::Stops { first, .. } => *first,
        }
    }

    /// The stop nearest to a point of the figure.
    pub fn nearest(&self, frame: &Frame, x: f64, y: f64) -> i32 {
        match self {
            Reads::Curves(_) => frame.day(x),
            Reads::Stops { stops, .. } => {
                let far = |stop: &Stop| (stop.x - x).powi(2) + (stop.y - y).powi(2);
                let near = (0..stops.len()).min_by(|&a, &b| far(&stops[a]).total_cmp(&far(&stops[b])));
                near.unwrap_or_default() as i32
            }
        }
    }

    /// The stop after this one, or before it; of curves, where one steps.
    pub fn step(&self, frame: &Frame, at: i32, forward: bool) -> i32 {
        let last = self.last(frame);
        match self {
            Reads::Stops { .. } => (if forward { at + 1 } else { at - 1 }).clamp(0, last),
            Reads::Curves(traces) => {
                let days = traces.iter().flat_map(|trace| trace.steps.iter().map(|step| step.day));
                match forward {
                    true => days.filter(|day| *day > at).min().unwrap_or(last),
                    false => days.filter(|day| *day < at).max().unwrap_or(0),
                }
            }
        }
    }

    /// Left end of the cursor line, if there is one, and the dots on what is read: class, x and y.
    pub fn marks(&self, frame: &Frame, at: i32) -> (Option<f64>, Vec<(String, f64, f64)>) {
        match self {
            Reads::Curves(traces) => {
                let x = frame.x(f64::from(at));
                let dot = |trace: &Trace| {
                    Some((format!("f{} dot-ring", trace.slot + 1), x, frame.y(trace.reading(at).share?)))
                };
                (Some(x), traces.iter().filter_map(dot).collect())
            }
            Reads::Stops { stops, .. } => {
                let dot = |stop: &Stop| ("cursor-o".to_owned(), stop.x, stop.y);
                (None, stops.get(at as usize).map(dot).into_iter().collect())
            }
        }
    }

    pub fn said(&self, at: i32) -> Said {
        match self {
            Reads::Curves(traces) => {
                let rows = traces.iter().map(|trace| trace.row(at)).collect();
                Said { title: t!("Day {day}", day = at), words: String::new(), rows }
            }
            Reads::Stops { stops, .. } => {
                let (title, words) =
                    stops.get(at as usize).map(|stop| (stop.name.clone(), stop.says.clone())).unwrap_or_default();
                Said { title, words, rows: Vec::new() }
            }
        }
    }
}

impl Said {
    /// In one breath, for a screen reader.
    pub fn sentence(&self) -> String {
        let row = |(_, [name, share, _, at_risk], _): &SaidRow| {
            t!("{name}: {share}, {at_risk} at risk", name, share, at_risk)
        };
        let rows: Vec<String> = self.rows.iter().map(row).collect();
        format!("{}. {}{}", self.title, self.words, rows.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::Grouping;

    fn trace(steps: &[(i32, f64)], at_risk: &[(i32, u32)]) -> Trace {
        let steps = steps.iter().map(|&(day, share)| Step { day, share, band: None }).collect();
        let of = Of { by: Grouping::Team, group: Some("A".to_owned()) };
        let opens = Some(Number::CompetentShare { of, day: 0 }.key());
        Trace { name: "A".to_owned(), slot: 3, steps, at_risk: at_risk.to_vec(), opens }
    }

    const FRAME: Frame = Frame { left: 0.0, right: 400.0, top: 0.0, bottom: 100.0, last_day: 40 };

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
        let (_, _, opens) = trace.row(11);
        let opens = opens.and_then(|key| key.number());
        assert!(matches!(opens, Some(Number::CompetentShare { day: 11, of: Of { group: Some(_), .. } })), "{opens:?}");
    }

    #[test]
    fn the_keys_go_from_step_to_step_of_a_curve() {
        let reads = Reads::Curves(vec![trace(&[(10, 0.25), (30, 0.625)], &[(40, 1)])]);
        for (at, forward, expected) in
            [(0, true, 10), (10, true, 30), (30, true, 40), (40, false, 30), (10, false, 0), (0, false, 0)]
        {
            assert_eq!(reads.step(&FRAME, at, forward), expected, "{at} {forward}");
        }
        assert_eq!((reads.first(&FRAME), reads.nearest(&FRAME, 95.0, 0.0)), (40, 10));
        assert_eq!(reads.said(10).sentence(), "Day 10. A: 25\u{a0}%, 1 at risk");
    }

    #[test]
    fn values_are_read_one_by_one_and_the_pointer_finds_the_nearest() {
        let stop = |x, name: &str| Stop { x, y: 10.0, name: name.to_owned(), says: "1 of 2".to_owned() };
        let reads = Reads::Stops { stops: vec![stop(10.0, "May"), stop(90.0, "June")], first: 1 };
        assert_eq!((reads.first(&FRAME), reads.last(&FRAME)), (1, 1));
        assert_eq!((reads.step(&FRAME, 1, true), reads.step(&FRAME, 1, false)), (1, 0));
        assert_eq!((reads.nearest(&FRAME, 30.0, 99.0), reads.nearest(&FRAME, 60.0, 0.0)), (0, 1));
        assert_eq!(reads.said(0).sentence(), "May. 1 of 2");
        assert_eq!(Reads::Stops { stops: Vec::new(), first: 0 }.said(0).title, "");
    }
}
