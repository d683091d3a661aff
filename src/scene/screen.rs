//! The screens that are documents.

use serde::{Deserialize, Serialize};

use super::document::{Block, Section};
use super::plate::{self, Plate};
use super::{belief, closer, foot, kpis, overview};
use crate::analysis::{Beside, Whole};
use crate::finding;
use crate::t;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Screen {
    Overview,
    Kpis,
    Belief,
    Timeline,
    /// What stands below the curve of the Curves screen.
    Curves,
    /// Every component in every state; of no data (`scene::components`).
    Components,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Beside the title, in one line.
    pub lead: String,
    pub sections: Vec<Section>,
}

impl Document {
    /// The same with links that keep a filter.
    pub fn keeping(mut self, filter: &str) -> Document {
        if !filter.is_empty() {
            self.sections.iter_mut().flat_map(|section| &mut section.blocks).for_each(|block| keep(block, filter));
        }
        self
    }
}

fn keep(block: &mut Block, filter: &str) {
    match block {
        Block::Link { address, .. } => *address = format!("{address}?{filter}"),
        Block::Columns(columns) => columns.iter_mut().flatten().for_each(|block| keep(block, filter)),
        _ => {}
    }
}

impl Screen {
    /// What it shows beside the numbers that all of them rest on.
    pub fn beside(self) -> Beside {
        match self {
            Screen::Overview => Beside::Earlier,
            Screen::Curves => Beside::Closer,
            Screen::Kpis | Screen::Belief | Screen::Timeline | Screen::Components => Beside::Nothing,
        }
    }
}

/// A screen for a width of the content, CSS pixels.
/// Two are none of them: the timeline is written from rows (`scene::timeline`), the components from nothing that is held.
pub fn document(screen: Screen, whole: &Whole<'_>, width: u32) -> Document {
    let Whole { analysis, detail, .. } = whole;
    let (lead, sections) = match screen {
        Screen::Overview => (t!("Rule: {rule}", rule = finding::rule(analysis)), overview::sections(whole, width)),
        Screen::Kpis => (t!("By month and by team, nobody ranked").to_owned(), kpis::sections(analysis, detail, width)),
        Screen::Timeline | Screen::Components => (String::new(), Vec::new()),
        Screen::Curves => (String::new(), closer::sections(whole, width)),
        Screen::Belief => (
            t!("When learners, managers and leaders see that it works").to_owned(),
            belief::sections(analysis, detail, width),
        ),
    };
    Document { lead, sections }
}

/// A picture of a screen with what stands under it in a file; `None` where it is not shown. `version` names the
/// definition.
pub fn plate(screen: Screen, id: &str, whole: &Whole<'_>, version: &str) -> Option<(Plate, String)> {
    let sections = document(screen, whole, plate::WIDTH).sections;
    let foot = t!("Rule: {rule}. {foot}", rule = finding::rule(&whole.analysis), foot = foot(&whole.analysis, version));
    let plate = plate::find(&sections, id)?;
    let plate = match &whole.shown {
        Some(shown) => plate.of(shown),
        None => plate,
    };
    Some((plate, foot))
}
