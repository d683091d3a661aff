//! A figure's shapes as SVG, and a picture with what is read off it. It is drawn for the width of its column and is
//! never scaled.

use super::data_table;
use crate::chart::svg::tenths;
use crate::chart::{Figure, Frame, Node};
use crate::markup::Writer;
use crate::scene::picture::Picture;
use crate::t;

/// `many`: more bands than the eye can keep apart at their usual strength.
pub fn drawing(page: &mut Writer, figure: &Figure, many: bool) {
    let Figure { width, height, nodes, alt, .. } = figure;
    let attributes = [
        ("class", if many { "chart many" } else { "chart" }),
        ("viewBox", &format!("0 0 {width} {height}")),
        ("width", &width.to_string()),
        ("height", &height.to_string()),
        ("role", "img"),
        ("aria-label", alt),
    ];
    page.with("svg", &attributes, |page| {
        nodes.iter().for_each(|one| node(page, one));
        page.with("g", &[("class", "cursor")], |_| {});
    });
}

fn node(page: &mut Writer, node: &Node) {
    match node {
        Node::Path { class, d } => page.with("path", &[("class", class), ("d", d)], |_| {}),
        Node::Circle { class, x, y, r } => circle(page, class, [*x, *y], *r),
        Node::Text { class, x, y, text } => {
            page.element("text", &[("class", class), ("x", &tenths(*x)), ("y", &tenths(*y))], text);
        }
    }
}

pub fn circle(page: &mut Writer, class: &str, [x, y]: [f64; 2], r: f64) {
    page.with("circle", &[("class", class), ("cx", &tenths(x)), ("cy", &tenths(y)), ("r", &tenths(r))], |_| {});
}

/// Picture, how to read it, what is read, and its table. Over the data area lies a slider that takes pointer and keys;
/// the page puts it in its place, as the policy of the page allows no style in the text.
pub fn picture(page: &mut Writer, picture: &Picture, id: &str) {
    let live = picture.live(id);
    let now = live.at(live.first());
    let Frame { left, right, top, bottom, .. } = picture.figure.frame;
    let place = [left, top, right - left, bottom - top].map(|px| px.round().to_string()).join(" ");
    let slider = [
        ("class", "reader"),
        ("role", "slider"),
        ("tabindex", "0"),
        ("aria-label", picture.reads.label()),
        ("aria-valuemin", "0"),
        ("aria-valuemax", &picture.reads.last(&picture.figure.frame).to_string()),
        ("aria-valuenow", &now.stop.to_string()),
        ("aria-valuetext", &now.sentence),
        ("data-reads", id),
        ("data-place", &place),
    ];
    page.with("figure", &[], |page| {
        page.with("div", &[("class", "plot")], |page| {
            drawing(page, &picture.figure, picture.reads.is_many());
            page.with("div", &slider, |_| {});
        });
        page.element("figcaption", &[], &picture.caption);
        page.with("div", &[("class", "readout")], |page| page.html(&now.readout));
    });
    page.with("details", &[], |page| {
        page.element("summary", &[], t!("Show as a table"));
        page.with("div", &[("class", "in")], |page| {
            data_table(page, &picture.table);
            picture.risk.iter().for_each(|risk| data_table(page, risk));
        });
    });
}
