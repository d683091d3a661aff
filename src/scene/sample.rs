//! The curve of the sample company, before anybody opens it: what the page is about, at a glance.

use super::{Look, picture};
use crate::analysis::Analysis;
use crate::chart::Figure;
use crate::finding::{self, Finding};

/// The sample's analysis under the usual rule; tests/it/start_page.rs holds it to the sample and renews it.
const SAMPLE: &[u8] = include_bytes!("sample.postcard");

#[derive(Clone, Debug, PartialEq)]
pub struct Glance {
    pub finding: Finding,
    pub figure: Figure,
}

pub(super) fn analysis() -> Option<Analysis> {
    postcard::from_bytes(SAMPLE).ok()
}

/// Drawn for a width in CSS pixels. `None` where it cannot be read: it was made by this very program.
pub fn glance(width: u32) -> Option<Glance> {
    let analysis = analysis()?;
    let picture = picture::picture(&analysis, &Look { width, ..Look::default() })?;
    Some(Glance { finding: finding::time_to_competency(&analysis), figure: picture.figure })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_can_be_seen_at_any_width() {
        for width in [288, 360, 560, 1_200] {
            let glance = glance(width).expect("the sample is read");
            assert_eq!(glance.figure.width, width);
            assert!(glance.finding.headline.ends_with('.'));
        }
    }
}
