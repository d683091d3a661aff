//! Analysis → what a screen says and draws: sentences, tables and pictures, ready to be shown. Made in the worker, so
//! that the page neither computes nor draws, and no curve of a thousand steps crosses to it in full.

pub mod asking;
mod assumed;
mod behaviours;
mod behind;
mod belief;
mod beyond;
mod closer;
mod columns;
mod components;
mod definitions;
pub mod document;
mod figures;
pub mod file;
pub mod filter;
mod kpis;
mod landmark_days;
pub mod live;
mod milestones;
mod overview;
mod pairs;
mod people;
pub mod picture;
pub mod plate;
mod quality;
pub mod reading;
pub mod reads;
pub mod receipt;
mod risk;
mod sample;
pub mod screen;
pub mod slots;
mod starters;
pub mod timeline;
pub mod view;
mod what_if;
pub mod written;

use serde::{Deserialize, Serialize};

use crate::analysis::filtering::Told;
use crate::analysis::{Analysis, Breakdown, TtcCurve};
use crate::chart::curve::{self, Series};
use crate::definition::{Grouping, KpiItem};
use crate::finding::{self, Finding};
use crate::inspect::{Number, Of};
use crate::markup::Html;
use crate::time::Day;
use crate::{format, t};
pub use beyond::beyond;
pub use components::components;
pub use definitions::{Definitions, definitions};
use document::Section;
pub use people::people;
pub use quality::{Checked, checked};
pub use sample::glance;
use view::View;
pub use what_if::what_if;

/// How the numbers are looked at; changes none of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Look {
    pub view: View,
    /// Width of the picture's column, CSS pixels; 0 while there is none to draw for.
    pub width: u32,
}

/// The Curves screen, all but its picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// The rule in force in one line.
    pub rule: String,
    /// Data date and small-group limit, under everything that is shown.
    pub foot: String,
    /// The finding, its caveat and what is not shown.
    pub heading: Html,
    /// Curves in the picture; without one there is no picture.
    pub curves: u32,
    /// What stands below the picture.
    pub sections: Html,
    pub offered: Offered,
}

/// What the controls of the screen offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Offered {
    pub cutoff: Option<Day>,
    pub launch: Option<Day>,
    /// Measured items whose uplift is followed.
    pub kpi_items: Vec<KpiItem>,
    /// Every item the rule could be made of, sorted.
    pub observed_items: Vec<String>,
    pub groups: Option<Groups>,
}

/// The groups of a split, by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Groups {
    pub by: Grouping,
    pub shown: Vec<String>,
    pub hidden: Vec<String>,
}

impl Groups {
    pub fn of(breakdown: &Breakdown) -> Groups {
        let shown = breakdown.shown.groups.iter().map(|ttc| ttc.curve.group.clone()).collect();
        Groups { by: breakdown.by, shown, hidden: breakdown.hidden.clone() }
    }
}

/// The screen of an analysis under a view. `version` names the definition it was made with, and who is shown (`named`).
pub fn scene(analysis: &Analysis, version: &str, view: &View) -> Scene {
    let stage = Stage::new(analysis, view);
    let opens = stage.only().map(|data| Number::Quantile { of: stage.of(data), percent: 50 });
    Scene {
        rule: t!("Time to competency, {rule}", rule = finding::rule(analysis)),
        foot: foot(analysis, version),
        heading: written::heading(&stage.finding(), finding::hidden_groups(analysis).as_deref(), opens.as_ref()),
        curves: stage.curves.len() as u32,
        sections: written::sections(&below(&stage)),
        offered: Offered {
            cutoff: analysis.in_force.cutoff,
            launch: analysis.in_force.launch,
            kpi_items: analysis.in_force.kpi_items.clone(),
            observed_items: analysis.observed_items.clone(),
            groups: analysis.breakdown.as_ref().map(Groups::of),
        },
    }
}

/// The screen where a filter shows nobody; `everybody` is the analysis without it.
pub fn refused(everybody: &Analysis, version: &str, view: &View) -> Scene {
    let scene = scene(everybody, version, view);
    let heading = written::heading(&filter::nothing(), None, None);
    let offered = Offered { groups: None, ..scene.offered };
    Scene { heading, curves: 0, sections: Html::default(), offered, ..scene }
}

/// What stands on everything made: the name of the definition, and who is shown where it is not everybody.
pub fn named(version: &str, told: &Told) -> String {
    match told.filter.is_everybody() {
        true => version.to_owned(),
        false => t!("{version}. Shown: {shown}", version, shown = finding::shown(told)),
    }
}

/// What stands below the picture of the curves.
fn below(stage: &Stage<'_>) -> Vec<Section> {
    let figures = figures::figures(stage.analysis);
    if stage.curves.is_empty() {
        return vec![figures];
    }
    let sections =
        [Some(milestones::milestones(stage)), pairs::pairs(stage), Some(behind::behind(stage)), Some(figures)];
    sections.into_iter().flatten().collect()
}

/// Under everything that is shown or saved.
fn foot(analysis: &Analysis, version: &str) -> String {
    t!("{foot} Definition: {version}.", foot = finding::foot(analysis), version)
}

/// An analysis under a view: which curves are on the screen, and what they are called.
struct Stage<'a> {
    analysis: &'a Analysis,
    view: &'a View,
    /// By name; everybody where there is no group to show. Each with its place in the palette.
    curves: Vec<(u8, &'a TtcCurve)>,
}

impl<'a> Stage<'a> {
    fn new(analysis: &'a Analysis, view: &'a View) -> Stage<'a> {
        let curves = match grouped(analysis) {
            // Nobody observed anything: a curve at nought would say that nobody can do the job.
            _ if analysis.observed_items.is_empty() => Vec::new(),
            Some(breakdown) => slots::chosen(breakdown, view),
            None => analysis.ttc.iter().map(|everybody| (0, everybody)).collect(),
        };
        Stage { analysis, view, curves }
    }

    /// The breakdown, when it has a group to show.
    fn breakdown(&self) -> Option<&'a Breakdown> {
        grouped(self.analysis)
    }

    /// Name of a curve on the screen.
    fn name(&self, data: &'a TtcCurve) -> &'a str {
        if self.breakdown().is_some() { format::group(&data.curve.group) } else { curve::everybody() }
    }

    /// The only curve, if there is one.
    fn only(&self) -> Option<&'a TtcCurve> {
        match self.curves[..] {
            [(_, only)] => Some(only),
            _ => None,
        }
    }

    /// Whose numbers a curve's are.
    fn of(&self, data: &TtcCurve) -> Of {
        match self.breakdown() {
            Some(breakdown) => Of { by: breakdown.by, group: Some(data.curve.group.clone()) },
            None => Of::default(),
        }
    }

    fn series(&self) -> Vec<Series<'a>> {
        self.curves.iter().map(|&(slot, data)| Series::of_competency(self.name(data), slot, data)).collect()
    }

    fn finding(&self) -> Finding {
        match self.breakdown() {
            Some(_) if !self.curves.is_empty() => {
                let chosen: Vec<&TtcCurve> = self.curves.iter().map(|(_, data)| *data).collect();
                finding::comparison(self.analysis, &chosen)
            }
            _ => finding::time_to_competency(self.analysis),
        }
    }
}

fn grouped(analysis: &Analysis) -> Option<&Breakdown> {
    analysis.breakdown.as_ref().filter(|breakdown| !breakdown.shown.groups.is_empty())
}
