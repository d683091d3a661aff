//! What the marks mean, under the picture.

use super::person::{MILESTONES, circle, competent, milestone, path};
use crate::markup::Writer;
use crate::{language, t};

/// Of people's lines.
pub fn people(page: &mut Writer) {
    page.with("ul", &[("class", "tl-key plain-list")], |page| {
        entry(page, t!("start"), |page| path(page, "med-l", "M9 5V15"));
        for (kind, what) in MILESTONES.iter().enumerate() {
            entry(page, language::text(what), |page| milestone(page, kind, 9.0, 10.0));
        }
        entry(page, t!("observation, positive"), |page| circle(page, "tl-yes", 9.0, 10.0, 2.0));
        entry(page, t!("observation, not positive"), |page| circle(page, "tl-no", 9.0, 10.0, 2.0));
        entry(page, t!("competent"), |page| competent(page, 9.0, 10.0));
        lines(page);
    });
}

/// Of a plan's lanes.
pub fn plan(page: &mut Writer) {
    page.with("ul", &[("class", "tl-key plain-list")], |page| {
        entry(page, t!("done"), |page| circle(page, "tl-done", 9.0, 10.0, 4.5));
        entry(page, t!("up to a week late"), |page| {
            path(page, "med-l", "M0 10H6");
            circle(page, "tl-late", 11.0, 10.0, 4.5);
        });
        entry(page, t!("missed"), |page| path(page, "med-l", "M5 6L13 14M13 6L5 14"));
        entry(page, t!("open" in "touchpoint"), |page| circle(page, "tl-open", 9.0, 10.0, 4.5));
        lines(page);
    });
}

fn lines(page: &mut Writer) {
    entry(page, t!("launch"), |page| path(page, "guide", "M9 2V18"));
    entry(page, t!("today"), |page| path(page, "today-l", "M9 2V18"));
    entry(page, t!("end of the data"), |page| path(page, "lead-l", "M9 2V18"));
}

fn entry(page: &mut Writer, text: &str, mark: impl FnOnce(&mut Writer)) {
    let svg = [("class", "chart"), ("width", "18"), ("height", "20"), ("aria-hidden", "true")];
    page.with("li", &[], |page| {
        page.with("svg", &svg, mark);
        page.text(text);
    });
}
