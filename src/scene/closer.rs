//! The Curves screen below its curve: what a closer look at it shows, and the numbers beyond it.

use super::document::{Block, Section};
use super::{behaviours, beyond, landmark_days, starters};
use crate::analysis::Whole;
use crate::{language, n};

/// The section of the landmark comparison, and the block that follows its finding.
const CHECK_INS: (&str, usize) = ("check-ins", 1);
/// Each has its own denominators, which beside those of everybody could tell of a few.
const OF_EVERYBODY: &str =
    n!("Other landmark days, and cohorts by when they started, are shown without a filter only: \
    beside those of everybody they could tell of a few people.");

pub fn sections(whole: &Whole<'_>, width: u32) -> Vec<Section> {
    let Whole { analysis, detail, closer, shown, .. } = whole;
    let mut sections = beyond(detail);
    let Some(closer) = closer else { return sections };
    let days = match shown {
        Some(_) => Some(Block::words(language::text(OF_EVERYBODY))),
        None => closer.landmark_days.as_ref().and_then(|days| landmark_days::block(analysis, days, width)),
    };
    let (id, place) = CHECK_INS;
    if let (Some(days), Some(check_ins)) = (days, sections.iter_mut().find(|section| section.id == id)) {
        check_ins.blocks.insert(place.min(check_ins.blocks.len()), days);
    }
    let behaviours = closer.behaviours.as_ref().and_then(|found| behaviours::section(analysis, found, width));
    let starters = closer.starters.as_ref().and_then(|found| starters::section(analysis, found, width));
    behaviours.into_iter().chain(starters).chain(sections).collect()
}
