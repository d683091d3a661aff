//! Analysis → Figure: pictures as SVG nodes with class names, drawn by plotters for the width they are shown at.
//! The page mounts the nodes; `svg` writes them as a file. Colors live in the style sheets, never here.

pub mod curve;
pub mod svg;

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

/// The table behind a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub caption: String,
    pub head: Vec<String>,
    /// The first cell of a row is its header.
    pub rows: Vec<Vec<String>>,
}
