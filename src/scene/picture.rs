//! The picture of a screen, with what a pointer reads off it and the table behind it.

use super::document::Table;
use super::live::Live;
use super::reads::{Reads, Trace};
use super::view::View;
use super::{Look, Stage, document, risk};
use crate::analysis::Analysis;
use crate::chart::curve::{self, Leavers, Options, Series};
use crate::chart::{Figure, svg};
use crate::{finding, language, n, t};

/// Width of a picture saved as a file, CSS pixels.
const FILE_WIDTH: u32 = 960;
const CURVES: &str =
    n!("Steps with 95 % bands. A short upright tick is a person whose time is still open or who left. The \
    dotted guide marks the day by which half are competent.");

/// A picture in its place on a screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    pub figure: Figure,
    pub reads: Reads,
    /// How to read it, under the picture.
    pub caption: String,
    pub table: Table,
    /// The at-risk table below the axis; of a picture without one, `None`.
    pub risk: Option<Table>,
}

impl Picture {
    /// What is read off it, under its name on the screen.
    pub fn live(&self, id: &str) -> Live {
        Live { id: id.to_owned(), frame: self.figure.frame, reads: self.reads.clone() }
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
        reads: Reads::Curves(series.iter().map(|series| trace(&stage, series, look.view.leavers)).collect()),
        caption: language::text(CURVES).to_owned(),
        table: document::Table::of_picture(curve::table(&series, look.view.leavers, hidden)),
        risk: Some(risk::at_risk(&stage)),
    })
}

/// The picture as an SVG file that stands alone; `None` where there is no curve to show.
pub fn file(analysis: &Analysis, version: &str, view: &View) -> Option<String> {
    let stage = Stage::new(analysis, view);
    if stage.curves.is_empty() {
        return None;
    }
    let finding = stage.finding();
    let rule = t!("Rule: {rule}.", rule = finding::rule(analysis));
    let foot = format!("{rule} {}", super::foot(analysis, version));
    let words = svg::Words { finding: &finding.headline, caveat: &finding.caveat, foot: &foot };
    Some(svg::document(&figure(&stage, &stage.series(), FILE_WIDTH), &words))
}

fn trace(stage: &Stage<'_>, series: &Series<'_>, leavers: Leavers) -> Trace {
    Trace::of(series, series.more.map(|data| stage.of(data)), leavers)
}

fn figure(stage: &Stage<'_>, series: &[Series<'_>], width: u32) -> Figure {
    let min_group = u32::try_from(stage.analysis.in_force.definition.min_group_in_force()).unwrap_or(u32::MAX);
    let View { bands, censor_ticks, leavers, .. } = *stage.view;
    curve::figure(series, &Options { width, bands, censor_ticks, leavers, subject: curve::COMPETENCY, min_group })
}
