//! The median guide: one dotted line at 50 %, a drop for every median, its dot and its day above the axis.

use super::{silhouette::Silhouette, steps::Steps};
use crate::chart::Frame;
use crate::chart::canvas::{Canvas, Drawn};
use crate::chart::place::{Anchor, Label, Rect};
use crate::chart::role::Role;
use crate::format;

/// From a drop to its label, from the axis to the lowest base line, and from one possible base line to the next.
const BESIDE: f64 = 5.0;
const ABOVE_AXIS: f64 = 7.0;
const LINE: f64 = 15.0;
/// Between two labels.
const APART: f64 = 6.0;
/// Base lines tried above the axis.
const LINES: usize = 4;

pub struct Guide {
    /// (day, slot), ascending by day.
    medians: Vec<(i32, u8)>,
    labels: Vec<Label>,
    frame: Frame,
}

impl Guide {
    /// Finds room for the days: the earliest left of its drop, the others right of theirs, higher up where they would
    /// meet. A day without room is left out; the table has it.
    pub fn plan(curves: &[Steps<'_>], silhouettes: &[Silhouette], frame: &Frame) -> Guide {
        let mut medians: Vec<_> =
            curves.iter().filter_map(|curve| Some((curve.median()?, curve.series.slot))).collect();
        medians.sort_unstable();
        let mut guide = Guide { medians, labels: Vec::new(), frame: *frame };
        let mut days: Vec<i32> = guide.medians.iter().map(|&(day, _)| day).collect();
        days.dedup();
        for (i, &day) in days.iter().enumerate() {
            // With more than two, the unit is said once, at the last one.
            let long = (days.len() < 3 || i + 1 == days.len()).then(|| format::days(day));
            let texts = long.into_iter().chain([format::count(day.unsigned_abs().into())]);
            let sides = if i == 0 { [Anchor::End, Anchor::Start] } else { [Anchor::Start, Anchor::End] };
            let candidates: Vec<Label> = texts.flat_map(|text| guide.places(day, &text, sides)).collect();
            let free = |label: &&Label| guide.is_free(label, day);
            let clear = |label: &&Label| free(label) && !silhouettes.iter().any(|s| s.crosses(&label.rect()));
            if let Some(label) = candidates.iter().find(clear).or_else(|| candidates.iter().find(free)) {
                let label = label.clone();
                guide.labels.push(label);
            }
        }
        guide
    }

    fn places(&self, day: i32, text: &str, sides: [Anchor; 2]) -> Vec<Label> {
        let x = self.frame.x(day.into());
        let lines = (0..LINES).map(|line| self.frame.bottom - ABOVE_AXIS - LINE * line as f64);
        lines
            .flat_map(|baseline| {
                sides.map(|side| {
                    let x = if side == Anchor::End { x - BESIDE } else { x + BESIDE };
                    Label::new(Role::MedianDay, side, x, baseline, text)
                })
            })
            .collect()
    }

    /// Inside the frame and clear of the other days and drops.
    fn is_free(&self, label: &Label, day: i32) -> bool {
        let rect = label.rect();
        let inside = rect.left > self.frame.left + 2.0 && rect.right <= self.frame.right;
        let mut drops = self.medians.iter().filter(|&&(other, _)| other != day).map(|&(other, _)| self.drop(other));
        let apart = rect.grown(APART);
        inside && !drops.any(|drop| drop.meets(&rect)) && !self.labels.iter().any(|label| label.rect().meets(&apart))
    }

    fn drop(&self, day: i32) -> Rect {
        let x = self.frame.x(day.into());
        Rect { left: x - 2.0, right: x + 2.0, top: self.frame.y(0.5), bottom: self.frame.bottom }
    }

    /// What names of curves must keep clear of.
    pub fn taken(&self) -> Vec<Rect> {
        let across = self.medians.last().map(|&(day, _)| {
            let y = self.frame.y(0.5);
            Rect { left: self.frame.left, right: self.frame.x(day.into()), top: y - 2.0, bottom: y + 2.0 }
        });
        let drops = self.medians.iter().map(|&(day, _)| self.drop(day));
        self.labels.iter().map(Label::rect).chain(across).chain(drops).collect()
    }

    pub fn draw_lines(&self, canvas: &Canvas<'_>) -> Drawn {
        if let Some(&(last, _)) = self.medians.last() {
            canvas.line(Role::Guide, vec![(0.0, 0.5), (last.into(), 0.5)])?;
        }
        for &(day, _) in &self.medians {
            canvas.line(Role::Guide, vec![(day.into(), 0.5), (day.into(), 0.0)])?;
        }
        Ok(())
    }

    pub fn draw_days(&self, canvas: &Canvas<'_>) -> Drawn {
        for &(day, slot) in &self.medians {
            canvas.dot(Role::MedianDot(slot), (day.into(), 0.5))?;
        }
        self.labels.iter().try_for_each(|label| canvas.write(label))
    }
}
