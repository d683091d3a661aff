//! One person's line: start, milestones, observations, competent, and the end of what is known.

use super::axis::{Axis, dated};
use crate::chart::svg::tenths;
use crate::chart::text;
use crate::markup::Writer;
use crate::timeline::Row;
use crate::{format, language, n, t};

/// Height of a row, CSS pixels: name beside the line, or above it.
pub const HEIGHT: u32 = 28;
pub const HEIGHT_NARROW: u32 = 44;
/// What each of the milestones is called, in their order: marked texts.
pub const MILESTONES: [&str; 3] = [n!("first module completed"), n!("first application"), n!("first feedback")];

const SIZE: f64 = 12.0;

pub fn height(axis: &Axis) -> u32 {
    if axis.is_narrow { HEIGHT_NARROW } else { HEIGHT }
}

/// `at` is its place among `of` rows.
pub fn row(page: &mut Writer, axis: &Axis, row: &Row, at: usize, of: usize) {
    listed(page, [at, of], [axis.width, height(axis)], &said(row), |page| drawn(page, axis, row));
}

/// A row of the list, at its place among so many, of a width and height, with words for who cannot see it.
pub fn listed(
    page: &mut Writer,
    [at, of]: [usize; 2],
    [width, tall]: [u32; 2],
    said: &str,
    drawn: impl FnOnce(&mut Writer),
) {
    let (place, of) = ((at + 1).to_string(), of.to_string());
    let item =
        [("role", "listitem"), ("class", "tl-row"), ("aria-posinset", place.as_str()), ("aria-setsize", of.as_str())];
    let (width, tall) = (width.to_string(), tall.to_string());
    let svg = [
        ("class", "chart"),
        ("width", width.as_str()),
        ("height", tall.as_str()),
        ("role", "img"),
        ("aria-label", said),
    ];
    page.with("div", &item, |page| page.with("svg", &svg, drawn));
}

fn drawn(page: &mut Writer, axis: &Axis, row: &Row) {
    let (name_y, y) = if axis.is_narrow { (15.0, 30.0) } else { (18.0, 14.0) };
    let room = if axis.is_narrow { axis.right - axis.left } else { axis.left - 12.0 };
    let name = text::shorten(&row.name, SIZE, room);
    page.element("text", &[("x", if axis.is_narrow { "4" } else { "0" }), ("y", &tenths(name_y))], &name);
    let [from, to] = axis.days;
    if row.start <= to && row.last >= from {
        let ends = [axis.edge(row.start.0), axis.edge(row.last.0.saturating_add(1))];
        path(page, "lead-l", &format!("M{} {}H{}", tenths(ends[0]), tenths(y), tenths(ends[1])));
    }
    if axis.holds(row.start) {
        path(page, "med-l", &format!("M{} {}V{}", tenths(axis.edge(row.start.0)), tenths(y - 5.0), tenths(y + 5.0)));
    }
    if row.left && axis.holds(row.last) {
        let x = axis.edge(row.last.0 + 1);
        path(page, "med-l", &format!("M{} {}V{}", tenths(x), tenths(y - 5.0), tenths(y + 5.0)));
    }
    // Several of a day lie above each other, as far as there is room.
    let mut before = (None, 0);
    for seen in row.seen.iter().filter(|seen| axis.holds(seen.day)) {
        before = if before.0 == Some(seen.day) { (before.0, before.1 + 1) } else { (Some(seen.day), 0) };
        let up = f64::from(before.1.min(2)) * 3.5;
        let class = if seen.is_positive { "tl-yes" } else { "tl-no" };
        circle(page, class, axis.x(seen.day), y + 6.5 - up, 2.0);
    }
    for (kind, day) in row.first.iter().enumerate() {
        if let Some(day) = day.filter(|day| axis.holds(*day)) {
            milestone(page, kind, axis.x(day), y);
        }
    }
    if let Some(day) = row.competent.filter(|day| axis.holds(*day)) {
        competent(page, axis.x(day), y);
    }
}

/// Square, triangle and diamond, as they are told apart without color.
pub fn milestone(page: &mut Writer, kind: usize, x: f64, y: f64) {
    let [left, right, top, bottom] = [x - 4.5, x + 4.5, y - 4.5, y + 4.5].map(tenths);
    let (x, y) = (tenths(x), tenths(y));
    let d = match kind {
        0 => format!("M{left} {top}H{right}V{bottom}H{left}Z"),
        1 => format!("M{x} {top}L{right} {bottom}H{left}Z"),
        _ => format!("M{x} {top}L{right} {y}L{x} {bottom}L{left} {y}Z"),
    };
    path(page, "tl-mark dot-ring", &d);
}

pub fn competent(page: &mut Writer, x: f64, y: f64) {
    circle(page, "tl-goal", x, y, 6.0);
    circle(page, "tl-yes", x, y, 2.0);
}

pub fn path(page: &mut Writer, class: &str, d: &str) {
    page.with("path", &[("class", class), ("d", d)], |_| {});
}

pub fn circle(page: &mut Writer, class: &str, x: f64, y: f64, r: f64) {
    page.with("circle", &[("class", class), ("cx", &tenths(x)), ("cy", &tenths(y)), ("r", &tenths(r))], |_| {});
}

/// The line in words: every date of it, whatever is in sight.
fn said(row: &Row) -> String {
    let mut parts = vec![t!("{name}: started {date}", name = row.name, date = format::date(row.start))];
    let milestones = MILESTONES.iter().zip(row.first);
    parts
        .extend(milestones.filter_map(|(what, day)| day.map(|day| format!("{} {}", language::text(what), dated(day)))));
    let positive = row.seen.iter().filter(|seen| seen.is_positive).count() as u64;
    parts.push(match row.seen.len() as u64 {
        0 => t!("not observed").to_owned(),
        all => t!(
            "{observations}, {positive} positive",
            observations = format::number_of(all, t!("observation"), t!("observations")),
            positive
        ),
    });
    parts.extend(row.competent.map(|day| t!("competent {date}", date = dated(day))));
    parts.extend(row.left.then(|| t!("left {date}", date = dated(row.last))));
    parts.join("; ")
}
