//! Analysis → Figure: pictures as SVG nodes with class names, drawn by plotters for the width they are shown at.
//! The page mounts the nodes; `svg` writes them as a file. Colors live in the style sheets, never here.

mod backend;
mod canvas;
pub mod curve;
pub mod funnel;
pub mod interval;
mod place;
mod role;
pub mod run;
pub mod scale;
pub mod svg;
pub mod text;

use serde::{Deserialize, Serialize};

/// One drawn shape. Coordinates are CSS pixels of the figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Node {
    Path { class: String, d: String },
    Circle { class: String, x: f64, y: f64, r: f64 },
    Text { class: String, x: f64, y: f64, text: String },
}

/// Where the data area of a curve lies, to read values back from a pointer.
/// Invariant: `left < right`, `top < bottom`, `last_day > 0`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    /// Day at the right end of the axis.
    pub last_day: i32,
}

impl Frame {
    /// Where a day lies.
    pub fn x(&self, day: f64) -> f64 {
        self.left + (self.right - self.left) * day / f64::from(self.last_day)
    }

    /// Where a share lies.
    pub fn y(&self, share: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * share
    }

    /// The day under a point of the figure, held inside the axis.
    pub fn day(&self, x: f64) -> i32 {
        let part = (x - self.left) / (self.right - self.left);
        (part.clamp(0.0, 1.0) * f64::from(self.last_day)).round() as i32
    }
}

/// A picture with its text alternative.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    pub width: u32,
    pub height: u32,
    pub nodes: Vec<Node>,
    /// Says the finding and points to the table.
    pub alt: String,
    pub frame: Frame,
}

/// A picture, and where in it each of its values stands, in the order of the values: (x, y), CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    pub figure: Figure,
    pub places: Vec<(f64, f64)>,
}

/// The table behind a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub caption: String,
    pub head: Vec<String>,
    /// The first cell of a row is its header.
    pub rows: Vec<Vec<String>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_reads_back_the_day_it_was_drawn_at() {
        let frame = Frame { left: 96.0, right: 1_012.0, top: 26.0, bottom: 370.0, last_day: 126 };
        for day in 0..=126 {
            assert_eq!(frame.day(frame.x(day.into())), day);
        }
        assert_eq!((frame.day(0.0), frame.day(2_000.0)), (0, 126));
        assert_eq!((frame.y(0.0), frame.y(0.5), frame.y(1.0)), (370.0, 198.0, 26.0));
    }
}
