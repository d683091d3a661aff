//! Finding room for labels: boxes that must not meet.

use super::{role::Role, text};

/// Which end of a text its point is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A box in CSS pixels. Invariant: `left <= right`, `top <= bottom`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    /// The room a text takes at its base line.
    pub fn of_text(text: &str, size: f64, anchor: Anchor, x: f64, baseline: f64) -> Rect {
        let width = text::width(text, size);
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        // Capitals and figures rise 0.8 of the size, the lowest letters hang 0.25 below the line.
        Rect { left, right: left + width, top: baseline - 0.8 * size, bottom: baseline + 0.25 * size }
    }

    pub fn meets(&self, other: &Rect) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    pub fn lies_in(&self, outer: &Rect) -> bool {
        self.left >= outer.left && self.right <= outer.right && self.top >= outer.top && self.bottom <= outer.bottom
    }

    pub fn grown(&self, by: f64) -> Rect {
        Rect { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }
}

/// A text and its place in the figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub role: Role,
    pub anchor: Anchor,
    pub x: f64,
    pub baseline: f64,
    pub text: String,
}

impl Label {
    pub fn new(role: Role, anchor: Anchor, x: f64, baseline: f64, text: impl Into<String>) -> Label {
        Label { role, anchor, x, baseline, text: text.into() }
    }

    pub fn rect(&self) -> Rect {
        Rect::of_text(&self.text, self.role.font_size(), self.anchor, self.x, self.baseline)
    }
}

/// Centers for labels of one height in a column: each as near to its wish as the others allow, in order of wish.
/// Where there is no room for all, they are closer than asked but still evenly spread.
pub fn spread(wishes: &[f64], height: f64, top: f64, bottom: f64) -> Vec<f64> {
    let step = height.min((bottom - top) / wishes.len().max(1) as f64);
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_unstable_by(|&a, &b| wishes[a].total_cmp(&wishes[b]).then(a.cmp(&b)));
    let mut centers = vec![0.0; wishes.len()];
    let mut free_from = top + step / 2.0;
    for &i in &order {
        centers[i] = wishes[i].max(free_from);
        free_from = centers[i] + step;
    }
    let mut free_to = bottom - step / 2.0;
    for &i in order.iter().rev() {
        centers[i] = f64::min(centers[i], free_to);
        free_to = centers[i] - step;
    }
    centers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_the_room_beside_its_anchor() {
        let rect = |anchor| Rect::of_text("ab", 10.0, anchor, 50.0, 20.0);
        assert_eq!(rect(Anchor::Start), Rect { left: 50.0, right: 62.4, top: 12.0, bottom: 22.5 });
        assert_eq!(rect(Anchor::Middle).left, 43.8);
        assert_eq!(rect(Anchor::End).right, 50.0);
    }

    #[test]
    fn boxes_that_touch_do_not_meet() {
        let a = Rect { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        let beside = Rect { left: 10.0, right: 20.0, ..a };
        assert!(!a.meets(&beside));
        assert!(a.grown(0.1).meets(&beside));
        assert!(a.lies_in(&a.grown(0.1)) && !a.grown(0.1).lies_in(&a));
    }

    #[test]
    fn labels_in_a_column_keep_their_order_and_their_distance() {
        for (wishes, expected) in [
            (vec![50.0], vec![50.0]),
            (vec![50.0, 20.0], vec![50.0, 20.0]),
            (vec![52.0, 50.0], vec![60.0, 50.0]),
            (vec![0.0, 0.0], vec![5.0, 15.0]),
            (vec![100.0, 99.0, 98.0], vec![95.0, 85.0, 75.0]),
        ] {
            assert_eq!(spread(&wishes, 10.0, 0.0, 100.0), expected);
        }
        assert_eq!(spread(&[0.0, 0.0, 0.0, 0.0], 50.0, 0.0, 100.0), [12.5, 37.5, 62.5, 87.5]);
        assert!(spread(&[], 10.0, 0.0, 100.0).is_empty());
    }
}
