//! Analysis and view → what this screen draws and says. One memo for the whole screen.

use std::sync::Arc;

use rampline::analysis::{Analysis, Breakdown, TtcCurve};
use rampline::chart::curve::{self, Leavers, Options, Series};
use rampline::chart::{Figure, Table, svg};
use rampline::finding::{self, Finding};
use rampline::saved::settings::Settings;
use rampline::state::{State, slots};

/// Width of a picture saved as a file, CSS pixels.
const FILE_WIDTH: u32 = 960;

#[derive(Clone, PartialEq)]
pub struct Scene {
    analysis: Arc<Analysis>,
    settings: Settings,
}

impl Scene {
    pub fn new(analysis: Arc<Analysis>, settings: Settings) -> Scene {
        Scene { analysis, settings }
    }

    /// `None` while there are no numbers.
    pub fn of(state: &State) -> Option<Scene> {
        let analysis = state.analysis.clone()?;
        Some(Scene::new(analysis, state.settings.clone()))
    }

    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    pub fn leavers(&self) -> Leavers {
        self.settings.view.leavers
    }

    /// The breakdown, when it has a group to show.
    pub fn breakdown(&self) -> Option<&Breakdown> {
        self.analysis.breakdown.as_ref().filter(|b| !b.shown.groups.is_empty())
    }

    /// Curves in the picture, by name; everybody where there is no group to show.
    pub fn curves(&self) -> Vec<(u8, &TtcCurve)> {
        match self.breakdown() {
            Some(breakdown) => slots::chosen(breakdown, &self.settings),
            None => self.analysis.ttc.iter().map(|everybody| (0, everybody)).collect(),
        }
    }

    /// Name of a curve on the screen.
    pub fn name<'a>(&self, data: &'a TtcCurve) -> &'a str {
        if self.breakdown().is_some() { &data.curve.group } else { curve::EVERYBODY }
    }

    pub fn series(&self) -> Vec<Series<'_>> {
        self.curves().into_iter().map(|(slot, data)| Series { name: self.name(data), slot, data }).collect()
    }

    pub fn finding(&self) -> Finding {
        match self.breakdown() {
            Some(_) => {
                let chosen: Vec<&TtcCurve> = self.curves().into_iter().map(|(_, data)| data).collect();
                finding::comparison(&self.analysis, &chosen)
            }
            None => finding::time_to_competency(&self.analysis),
        }
    }

    pub fn figure(&self, width: u32) -> Figure {
        let view = &self.settings.view;
        let min_group = u32::try_from(self.analysis.in_force.definition.min_group_in_force()).unwrap_or(u32::MAX);
        let (bands, censor_ticks, leavers) = (view.bands, view.censor_ticks, view.leavers);
        curve::figure(&self.series(), &Options { width, bands, censor_ticks, leavers, min_group })
    }

    pub fn table(&self) -> Table {
        let hidden = self.analysis.breakdown.as_ref().map_or(&[][..], |b| &b.hidden);
        curve::table(&self.series(), self.leavers(), hidden)
    }

    /// The picture as a file that stands alone.
    pub fn svg(&self) -> String {
        let finding = self.finding();
        let foot = format!("Rule: {}. {}", finding::rule(&self.analysis), finding::foot(&self.analysis));
        let words = svg::Words { finding: &finding.headline, caveat: &finding.caveat, foot: &foot };
        svg::document(&self.figure(FILE_WIDTH), &words)
    }
}
