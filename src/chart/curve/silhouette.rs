//! The room a curve takes, pixel column by pixel column: what a label must keep clear of.

use super::steps::{Step, Steps};
use crate::chart::{Frame, place::Rect};

/// From the highest to the lowest point in a column. Invariant: `top <= bottom`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    pub top: f64,
    pub bottom: f64,
}

/// One span a pixel column, from the left end of the axis to the end of the curve.
pub struct Silhouette {
    left: f64,
    pub line: Vec<Span>,
    /// Line and band together.
    pub filled: Vec<Span>,
}

impl Silhouette {
    pub fn of(curve: &Steps<'_>, frame: &Frame, bands: bool) -> Silhouette {
        let day_width = (frame.right - frame.left) / f64::from(frame.last_day);
        let columns = (frame.x(curve.last_day().into()) - frame.left).max(0.0) as usize + 1;
        let mut silhouette = Silhouette { left: frame.left, line: Vec::new(), filled: Vec::new() };
        let mut before = curve.at(0);
        for column in 0..columns {
            let after = curve.at(((column + 1) as f64 / day_width) as i32);
            let line = Span { top: frame.y(after.share), bottom: frame.y(before.share) };
            let band = |step: &Step| step.band.filter(|_| bands);
            let upper = band(&after).map_or(line.top, |band| frame.y(band.upper));
            let lower = band(&before).map_or(line.bottom, |band| frame.y(band.lower));
            silhouette.line.push(line);
            silhouette.filled.push(Span { top: upper.min(line.top), bottom: lower.max(line.bottom) });
            before = after;
        }
        silhouette
    }

    /// X of a column.
    pub fn x(&self, column: usize) -> f64 {
        self.left + column as f64
    }

    /// Whether the curve with its band runs through a box.
    pub fn fills(&self, rect: &Rect) -> bool {
        self.over(&self.filled, rect).iter().any(|span| span.top < rect.bottom && rect.top < span.bottom)
    }

    /// Whether the line alone runs through a box.
    pub fn crosses(&self, rect: &Rect) -> bool {
        self.over(&self.line, rect).iter().any(|span| span.top < rect.bottom && rect.top < span.bottom)
    }

    /// CSS pixels from a box to the line, looking `reach` to either side; `None` when the line is further away.
    pub fn distance(&self, rect: &Rect, reach: f64) -> Option<f64> {
        let near = rect.grown(reach);
        let first = self.column(near.left);
        let gap = |low: f64, high: f64| (low - high).max(0.0);
        let squares = self.over(&self.line, &near).iter().enumerate().map(|(i, span)| {
            let x = self.x(first + i);
            let dx = gap(rect.left, x).max(gap(x, rect.right));
            let dy = gap(rect.top, span.bottom).max(gap(span.top, rect.bottom));
            dx * dx + dy * dy
        });
        squares.reduce(f64::min).map(f64::sqrt).filter(|&distance| distance <= reach)
    }

    fn column(&self, x: f64) -> usize {
        (x - self.left).max(0.0) as usize
    }

    /// The columns a box stands over.
    fn over<'s>(&self, spans: &'s [Span], rect: &Rect) -> &'s [Span] {
        let end = if rect.right < self.left { 0 } else { (self.column(rect.right) + 1).min(spans.len()) };
        &spans[self.column(rect.left).min(end)..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::curve::{Leavers, sample};

    /// 100 px for 100 days, 100 px for the whole: a day and a percent are one pixel each.
    const FRAME: Frame = Frame { left: 0.0, right: 100.0, top: 0.0, bottom: 100.0, last_day: 100 };

    fn silhouette(bands: bool) -> Silhouette {
        let data = sample::hand_checked();
        Silhouette::of(&Steps::of(&sample::series("A", 0, &data), Leavers::Censored), &FRAME, bands)
    }

    fn at(left: f64, top: f64) -> Rect {
        Rect { left, top, right: left + 4.0, bottom: top + 4.0 }
    }

    #[test]
    fn a_step_fills_its_column_and_the_band_lies_around_it() {
        let plain = silhouette(false);
        assert_eq!(plain.line.len(), 41);
        assert_eq!(plain.line[9], Span { top: 75.0, bottom: 100.0 });
        assert_eq!(plain.line[15], Span { top: 75.0, bottom: 75.0 });
        assert_eq!(plain.filled[15], plain.line[15]);
        assert_eq!(silhouette(true).filled[15], Span { top: 50.0, bottom: 87.5 });
    }

    #[test]
    fn a_box_in_the_band_is_filled_but_not_crossed() {
        let s = silhouette(true);
        for (rect, fills, crosses) in [
            (at(14.0, 60.0), true, false),
            (at(14.0, 73.0), true, true),
            (at(14.0, 20.0), false, false),
            (at(60.0, 60.0), false, false),
            (at(-9.0, 99.0), false, false),
        ] {
            assert_eq!((s.fills(&rect), s.crosses(&rect)), (fills, crosses), "{rect:?}");
        }
    }

    #[test]
    fn distance_is_to_the_nearest_point_of_the_line() {
        let s = silhouette(true);
        assert_eq!(s.distance(&at(14.0, 61.0), 20.0), Some(10.0));
        assert_eq!(s.distance(&at(45.0, 37.5), 20.0), Some(5.0));
        assert_eq!(s.distance(&at(80.0, 10.0), 20.0), None);
    }
}
