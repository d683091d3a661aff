//! The Curves screen below its curve: what a closer look at it shows, and the numbers beyond it.

use super::document::Section;
use super::{behaviours, beyond};
use crate::analysis::Whole;

pub fn sections(whole: &Whole<'_>, width: u32) -> Vec<Section> {
    let Whole { analysis, detail, closer, .. } = whole;
    let behaviours = closer.and_then(|closer| behaviours::section(analysis, closer.behaviours.as_ref()?, width));
    behaviours.into_iter().chain(beyond(detail)).collect()
}
