//! What screens are made of: sections of words, tables, pictures and key figures. `written` makes HTML of them.

use serde::{Deserialize, Serialize};

use super::plate::Plate;
use crate::chart;
use crate::finding::Finding;
use crate::inspect::Number;
use crate::t;

/// A block of a screen under its heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Of the heading, unique on the screen.
    pub id: String,
    pub title: String,
    pub blocks: Vec<Block>,
}

impl Section {
    pub fn new(id: &str, title: &str, blocks: impl IntoIterator<Item = Block>) -> Section {
        Section { id: id.to_owned(), title: title.to_owned(), blocks: blocks.into_iter().collect() }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// What the numbers do not say, or what the part is for.
    Words {
        text: String,
        opens: Option<Number>,
    },
    /// A result in a sentence, and its caveat.
    Finding {
        finding: Finding,
        opens: Option<Number>,
    },
    Table(Table),
    /// Opened by its summary.
    Folded {
        summary: String,
        table: Table,
    },
    Figures(Vec<KeyFigure>),
    /// Numbers by name, to be opened.
    Numbers(Vec<(String, Number)>),
    /// What somebody can decide.
    Choices(Vec<Choice>),
    Plate(Box<Plate>),
    /// Sentences side by side with nothing between them but their order.
    List(Vec<String>),
    /// Two columns, the second a consequence of the first; one below the other where there is no room.
    Columns([Vec<Block>; 2]),
    /// The way to a screen.
    Link {
        text: String,
        address: String,
    },
}

/// Something to decide, and what can be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub text: String,
    pub under: String,
    /// Label of a button, and what it does.
    pub acts: Vec<(String, Act)>,
}

/// What can be said of two people, whose texts have this number (`identity::pair`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// They are one person.
    Same(u64),
    Apart(u64),
    /// What was said of them is taken back.
    Withdraw(u64),
}

impl Block {
    pub fn words(text: impl Into<String>) -> Block {
        Block::Words { text: text.into(), opens: None }
    }

    pub fn link(text: &str, address: &str) -> Block {
        Block::Link { text: text.to_owned(), address: address.to_owned() }
    }

    /// The pictures in it.
    pub fn plates(&self) -> Vec<&Plate> {
        match self {
            Block::Plate(plate) => vec![plate],
            Block::Columns(columns) => columns.iter().flatten().flat_map(Block::plates).collect(),
            _ => Vec::new(),
        }
    }
}

/// A table in its own region: where it is too wide, it scrolls and the page does not.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Name of the region.
    pub label: String,
    pub caption: String,
    pub head: Vec<String>,
    /// The first cell of a row is its header; the others are numbers and stand right.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    pub fn new(label: &str, caption: impl Into<String>, head: &[&str], rows: Vec<Vec<Cell>>) -> Table {
        let head = head.iter().map(|cell| (*cell).to_owned()).collect();
        Table { label: label.to_owned(), caption: caption.into(), head, rows }
    }

    /// The table behind a picture.
    pub fn of_picture(table: chart::Table) -> Table {
        let rows = table.rows.into_iter().map(|row| row.into_iter().map(Cell::from).collect()).collect();
        let label = t!("The picture in numbers, table").to_owned();
        Table { label, caption: table.caption, head: table.head, rows }
    }
}

/// A value, and what stands under it: its interval.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    pub value: String,
    pub under: String,
    /// The number it opens to; `None` where it is no number, or not shown.
    pub opens: Option<Number>,
}

impl Cell {
    pub fn opening(self, number: Number) -> Cell {
        Cell { opens: Some(number), ..self }
    }
}

impl From<String> for Cell {
    fn from(value: String) -> Cell {
        Cell { value, ..Cell::default() }
    }
}

impl From<&str> for Cell {
    fn from(value: &str) -> Cell {
        value.to_owned().into()
    }
}

/// An accountable figure: the number large, its place against the target, the people behind it in words.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFigure {
    pub title: String,
    pub figure: String,
    /// `None` where the figure is not defined; the words say why.
    pub strip: Option<Strip>,
    pub words: String,
    pub opens: Option<Number>,
}

/// The line of a key figure. Places are parts of the line, 0 at its left end and 1 at its right.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    pub value: f64,
    pub interval: Option<(f64, f64)>,
    pub target: f64,
    pub target_text: String,
    /// What stands at the left end.
    pub least_text: String,
    /// What stands at the right end.
    pub most_text: String,
    pub alt: String,
}
