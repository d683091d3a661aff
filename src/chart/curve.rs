//! The time-to-competency curve: competent share by day, one curve a group, with the at-risk table under it.

use serde::{Deserialize, Serialize};

use super::{Figure, Table};
use crate::analysis::{Band, TtcCurve};

/// A curve and its place in the palette. The slot (0 to 5) stays with a group on all screens and under every filter.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    pub name: &'a str,
    pub slot: u8,
    pub data: &'a TtcCurve,
}

/// How leavers are treated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Leavers {
    /// 1 − S of Kaplan–Meier: leavers are censored.
    #[default]
    Censored,
    /// Cumulative incidence: leaving is a competing event.
    OfAllStarted,
}

/// What is drawn, and how wide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// CSS pixels.
    pub width: u32,
    pub bands: bool,
    pub censor_ticks: bool,
    pub leavers: Leavers,
    /// Small-group limit: no censor ticks in a group below twice of it.
    pub min_group: u32,
}

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

/// Draws the picture.
pub fn figure(_series: &[Series<'_>], _options: &Options) -> Figure {
    todo!()
}

/// The values of all curves on one day.
pub fn readings(_series: &[Series<'_>], _figure: &Figure, _leavers: Leavers, _day: i32) -> Vec<Reading> {
    todo!()
}

/// Days on which some curve steps, ascending: the stops of the arrow keys.
pub fn stops(_series: &[Series<'_>], _leavers: Leavers) -> Vec<i32> {
    todo!()
}

/// The numbers of the picture: one row a group (size, competent, median with interval, milestones with intervals).
pub fn table(_series: &[Series<'_>], _hidden: &[String]) -> Table {
    todo!()
}
