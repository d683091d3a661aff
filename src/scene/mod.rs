//! Analysis → what a screen says and draws: sentences, tables and pictures, ready to be shown. Made in the worker, so
//! that the page neither computes nor draws, and no curve of a thousand steps crosses to it in full.

mod behind;
pub mod document;
mod figures;
mod milestones;
mod pairs;
pub mod picture;
mod sample;
pub mod slots;
pub mod view;

use serde::{Deserialize, Serialize};

use crate::analysis::{Analysis, Breakdown, TtcCurve};
use crate::chart::curve::{EVERYBODY, Series};
use crate::definition::Grouping;
use crate::finding::{self, Finding};
use crate::time::Day;
use document::Section;
pub use picture::Picture;
pub use sample::{Glance, glance};
use view::View;

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
    pub finding: Finding,
    /// What is not shown, and why.
    pub hidden: Option<String>,
    /// Curves in the picture; without one there is no picture.
    pub curves: u32,
    pub sections: Vec<Section>,
    pub offered: Offered,
}

/// What the controls of the screen offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Offered {
    pub cutoff: Option<Day>,
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

/// The screen of an analysis under a view.
pub fn scene(analysis: &Analysis, view: &View) -> Scene {
    let stage = Stage::new(analysis, view);
    let sections = match stage.curves.is_empty() {
        true => vec![figures::figures(analysis)],
        false => [Some(milestones::milestones(&stage)), pairs::pairs(&stage), Some(behind::behind(&stage))]
            .into_iter()
            .flatten()
            .chain([figures::figures(analysis)])
            .collect(),
    };
    Scene {
        rule: format!("Time to competency, {}", finding::rule(analysis)),
        foot: finding::foot(analysis),
        finding: stage.finding(),
        hidden: finding::hidden_groups(analysis),
        curves: stage.curves.len() as u32,
        sections,
        offered: Offered {
            cutoff: analysis.in_force.cutoff,
            observed_items: analysis.observed_items.clone(),
            groups: analysis.breakdown.as_ref().map(Groups::of),
        },
    }
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
        if self.breakdown().is_some() { &data.curve.group } else { EVERYBODY }
    }

    fn series(&self) -> Vec<Series<'a>> {
        self.curves.iter().map(|&(slot, data)| Series { name: self.name(data), slot, data }).collect()
    }

    fn finding(&self) -> Finding {
        match self.breakdown() {
            Some(_) => {
                let chosen: Vec<&TtcCurve> = self.curves.iter().map(|(_, data)| *data).collect();
                finding::comparison(self.analysis, &chosen)
            }
            None => finding::time_to_competency(self.analysis),
        }
    }
}

fn grouped(analysis: &Analysis) -> Option<&Breakdown> {
    analysis.breakdown.as_ref().filter(|breakdown| !breakdown.shown.groups.is_empty())
}
