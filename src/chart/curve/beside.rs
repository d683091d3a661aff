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
        let curve = &curves[i];
        let block = Block::of(curve, (frame.right - frame.left) / 2.0);
        let candidates = sides.iter().flat_map(|&side| {
            let columns = (0..silhouettes[i].filled.len()).step_by(STRIDE);
            columns.map(move |column| (side, place(&silhouettes[i], side, column, block.width)))
        });
        let wish = |side| {
            // Where the eye looks for it: past the middle of the rise for the upper curve, before it for the lower one.
            frame.y(curve.last_share() * if side == Side::UpperLeft { 0.64 } else { 0.42 })
        };
        let best = candidates
            .filter(|(_, rect)| is_free(rect, frame, silhouettes, &taken))
            .filter_map(|(side, rect)| {
                let own = silhouettes[i].distance(&rect, REACH)?;
                let others = silhouettes.iter().enumerate().filter(|&(other, _)| other != i);
                let nearest = others.filter_map(|(_, s)| s.distance(&rect, own)).reduce(f64::min);
                let off = ((rect.top + rect.bottom) / 2.0 - wish(side)).abs();
                let second_choice = if side == sides[0] { 0.0 } else { REACH };
                let nearer_to_another = if nearest.is_some() { REACH / 2.0 } else { 0.0 };
                Some((own + 0.3 * off + second_choice + nearer_to_another, side, rect))
            })
            .min_by(|a, b| a.0.total_cmp(&b.0));
        let (_, side, rect) = best?;
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
    by_height.sort_by(|a, b| b.1.total_cmp(&a.1));
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

/// A box whose corner touches the band in a column.
fn place(silhouette: &Silhouette, side: Side, column: usize, width: f64) -> Rect {
    let (x, span) = (silhouette.x(column), silhouette.filled[column]);
    match side {
        Side::UpperLeft => {
            let bottom = span.top - CLEAR;
            Rect { left: x - width, right: x, top: bottom - HEIGHT, bottom }
        }
        Side::LowerRight => {
            let top = span.bottom + CLEAR;
            Rect { left: x, right: x + width, top, bottom: top + HEIGHT }
        }
    }
}

fn is_free(rect: &Rect, frame: &Frame, silhouettes: &[Silhouette], taken: &[Rect]) -> bool {
    let data = Rect { left: frame.left + 4.0, right: frame.right, top: frame.top + 2.0, bottom: frame.bottom - 4.0 };
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
