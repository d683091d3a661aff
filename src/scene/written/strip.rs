//! The line of a key figure: its ends written, a dot, its interval, the target as a dashed tick. No good or bad color.

use crate::markup::Writer;
use crate::scene::document::Strip;

pub fn strip(page: &mut Writer, strip: &Strip) {
    let svg = [
        ("class", "chart strip"),
        ("width", "100%"),
        ("height", "48"),
        ("role", "img"),
        ("aria-label", strip.alt.as_str()),
    ];
    let (value, target) = (at(strip.value), at(strip.target));
    page.with("svg", &svg, |page| {
        line(page, "axis-l", ["0", "100%"], ["30", "30"]);
        page.element("text", &[("class", "tk"), ("x", "0"), ("y", "45")], &strip.least_text);
        page.element("text", &[("class", "tk e"), ("x", "100%"), ("y", "45")], &strip.most_text);
        line(page, "target-l", [&target, &target], ["15", "30"]);
        page.element("text", &[("class", "tk m"), ("x", &target), ("y", "11")], &strip.target_text);
        if let Some((lower, upper)) = strip.interval {
            let (from, to) = (at(lower), at(upper));
            line(page, "ink2-s", [&from, &to], ["24", "24"]);
            line(page, "ink2-s", [&from, &from], ["19", "29"]);
            line(page, "ink2-s", [&to, &to], ["19", "29"]);
        }
        page.with("circle", &[("class", "f1 dot-ring"), ("cx", &value), ("cy", "24"), ("r", "5.5")], |_| {});
    });
}

fn line(page: &mut Writer, class: &str, [x1, x2]: [&str; 2], [y1, y2]: [&str; 2]) {
    page.with("line", &[("class", class), ("x1", x1), ("x2", x2), ("y1", y1), ("y2", y2)], |_| {});
}

/// A part of the line, to a hundredth of a percent.
fn at(part: f64) -> String {
    format!("{}%", (10_000.0 * part.clamp(0.0, 1.0)).round() / 100.0)
}
