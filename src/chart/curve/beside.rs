//! Names beside their curves: the upper curve in the empty space to its upper left, the lower one to its lower right,
//! outside the bands.

use super::{silhouette::Silhouette, steps::Steps};
use crate::chart::place::{Anchor, Label, Rect};
use crate::chart::{Frame, role::Role, text};
use crate::format;

/// More curves than this cannot be told apart by names between them.
pub const MOST: usize = 3;
/// From the name's base line to that of the size below it.
pub const TO_SIZE: f64 = 15.0;
/// A name and a size, from top to bottom.
pub const HEIGHT: f64 = 29.0;
/// The top of a name above its base line.
pub const ASCENT: f64 = 11.0;
/// Kept clear of bands, and of everything else.
const CLEAR: f64 = 8.0;
/// A name further away than this does not belong to its curve.
const REACH: f64 = 120.0;
/// Columns between two tries.
const STRIDE: usize = 3;

#[derive(Clone, Copy, PartialEq)]
enum Side {
    UpperLeft,
    LowerRight,
}

impl Side {
    /// Part of the curve's last share where the eye looks for a name: late in the rise for the upper curve, earlier for
    /// the lower one.
    fn wish(self) -> f64 {
        match self {
            Side::UpperLeft => 0.64,
            Side::LowerRight => 0.42,
        }
    }
}

/// A name and the size of the group below it.
struct Block {
    name: String,
    size: String,
    width: f64,
}

/// Finds room for the names of all curves; `None` when one has no room.
pub fn plan(
    curves: &[Steps<'_>],
    silhouettes: &[Silhouette],
    frame: &Frame,
    mut taken: Vec<Rect>,
) -> Option<Vec<Label>> {
    if curves.len() > MOST {
        return None;
    }
    let mut labels = Vec::new();
    for (i, sides) in order(curves, frame) {
        let block = Block::of(&curves[i], (frame.right - frame.left) / 2.0);
        let candidates = sides.iter().flat_map(|&side| places(&silhouettes[i], side, block.width));
        let (_, side, rect) = candidates
            .filter(|(_, rect)| is_free(rect, frame, silhouettes, &taken))
            .filter_map(|(side, rect)| {
                let own = silhouettes[i].distance(&rect, REACH)?;
                let others = silhouettes.iter().enumerate().filter(|&(other, _)| other != i);
                let nearer_to_another = others.filter_map(|(_, s)| s.distance(&rect, own)).next().is_some();
                let off = ((rect.top + rect.bottom) / 2.0 - frame.y(curves[i].last_share() * side.wish())).abs();
                let second_choice = if side == sides[0] { 0.0 } else { REACH };
                (!nearer_to_another).then_some((own + 0.3 * off + second_choice, side, rect))
            })
            .min_by(|a, b| a.0.total_cmp(&b.0))?;
        taken.push(rect);
        labels.extend(block.labels(side, &rect));
    }
    Some(labels)
}

/// The outer curves first, each on its own side; then the one between them, on either side.
fn order(curves: &[Steps<'_>], frame: &Frame) -> Vec<(usize, Vec<Side>)> {
    const SAMPLES: i32 = 24;
    let mean_share = |curve: &Steps<'_>| -> f64 {
        let days = (1..=SAMPLES).map(|i| (f64::from(frame.last_day) * f64::from(i) / f64::from(SAMPLES)) as i32);
        days.map(|day| curve.at(day).share).sum()
    };
    let mut by_height: Vec<(usize, f64)> = curves.iter().map(mean_share).enumerate().collect();
    by_height.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let both = [Side::UpperLeft, Side::LowerRight];
    match by_height.as_slice() {
        [] => vec![],
        [(only, _)] => vec![(*only, both.to_vec())],
        [(upper, _), between @ .., (lower, _)] => {
            let outer = [(*upper, vec![Side::UpperLeft]), (*lower, vec![Side::LowerRight])];
            outer.into_iter().chain(between.iter().map(|&(i, _)| (i, both.to_vec()))).collect()
        }
    }
}

/// Boxes that touch the band with the corner that points to it; on the lower right also the box after the curve's end.
fn places(silhouette: &Silhouette, side: Side, width: f64) -> Vec<(Side, Rect)> {
    let spans = silhouette.filled.iter().enumerate().step_by(STRIDE);
    let touching = spans.map(|(column, span)| {
        let x = silhouette.x(column);
        match side {
            Side::UpperLeft => Rect { left: x - width, right: x, ..above(span.top - CLEAR) },
            Side::LowerRight => Rect { left: x, right: x + width, ..above(span.bottom + CLEAR + HEIGHT) },
        }
    });
    let end = silhouette.line.last().filter(|_| side == Side::LowerRight).map(|span| {
        let left = silhouette.x(silhouette.line.len()) + CLEAR;
        Rect { left, right: left + width, ..above(span.top + HEIGHT) }
    });
    touching.chain(end).map(|rect| (side, rect)).collect()
}

/// A box of the height of a name and a size, of no width.
fn above(bottom: f64) -> Rect {
    Rect { left: 0.0, right: 0.0, top: bottom - HEIGHT, bottom }
}

fn is_free(rect: &Rect, frame: &Frame, silhouettes: &[Silhouette], taken: &[Rect]) -> bool {
    let data = Rect { left: frame.left + 4.0, right: frame.right, top: frame.top - 4.0, bottom: frame.bottom - 4.0 };
    let near = rect.grown(CLEAR / 2.0);
    rect.lies_in(&data)
        && !taken.iter().any(|other| other.meets(&near))
        && !silhouettes.iter().any(|silhouette| silhouette.fills(&near))
}

impl Block {
    fn of(curve: &Steps<'_>, room: f64) -> Block {
        let name = text::shorten(curve.name(), Role::Name.font_size(), room);
        let size = format::people(curve.size());
        let width = text::width(&name, Role::Name.font_size()).max(text::width(&size, Role::Size.font_size()));
        Block { name, size, width }
    }

    /// Set against the curve: at the right of a box on its upper left, at the left of one on its lower right.
    fn labels(self, side: Side, rect: &Rect) -> [Label; 2] {
        let (anchor, x) = match side {
            Side::UpperLeft => (Anchor::End, rect.right),
            Side::LowerRight => (Anchor::Start, rect.left),
        };
        let baseline = rect.top + ASCENT;
        [
            Label::new(Role::Name, anchor, x, baseline, self.name),
            Label::new(Role::Size, anchor, x, baseline + TO_SIZE, self.size),
        ]
    }
}
