//! A picture with everything that belongs to it: finding, caveat, picture, table, and its files.

use super::document::{self, Section};
use super::picture::Picture;
use super::reads::{Reads, Stop};
use crate::chart::curve::Series;
use crate::chart::{Placed, svg};
use crate::export::computed_csv::{self, Cell, computed_csv};
use crate::finding::Finding;
use crate::inspect::Number;
use crate::{language, t};

/// Shown in this order.
#[derive(Clone, Debug, PartialEq)]
pub struct Plate {
    /// Unique on its screen, and part of the names of its files.
    pub id: String,
    pub finding: Finding,
    pub opens: Option<Number>,
    pub picture: Picture,
    /// The numbers of the picture, unrounded.
    pub data: computed_csv::Table,
}

/// A value of a picture: its name, its words for whoever points at it, its row of the table and of the file.
pub struct Value {
    pub name: String,
    pub says: String,
    pub row: Vec<document::Cell>,
    pub data: Vec<Cell>,
}

/// The words around a picture of values: how to read it, the caption and the heads of its table, the heads of its file.
pub struct Words {
    pub how: &'static str,
    pub caption: String,
    /// Marked texts.
    pub table: &'static [&'static str],
    pub data: &'static [&'static str],
    /// Of a series, the last value is the one to read first.
    pub is_series: bool,
}

impl Plate {
    /// A picture of values that stand at their places; there are as many of both. `more` are rows of the table for what
    /// is not in the picture.
    pub fn of_values(
        id: &str,
        finding: Finding,
        placed: Placed,
        words: Words,
        values: Vec<Value>,
        more: Vec<Vec<document::Cell>>,
    ) -> Plate {
        let (mut stops, mut rows, mut data) = (Vec::new(), Vec::new(), Vec::new());
        for (value, (x, y)) in values.into_iter().zip(placed.places) {
            stops.push(Stop { x, y, name: value.name, says: value.says });
            rows.push(value.row);
            data.push(value.data);
        }
        rows.extend(more);
        let head: Vec<&str> = words.table.iter().map(|head| language::text(head)).collect();
        let table = document::Table::new(t!("The picture in numbers, table"), words.caption, &head, rows);
        let first = if words.is_series { stops.len() as i32 - 1 } else { 0 };
        let reads = Reads::Stops { stops, first };
        let picture = Picture { figure: placed.figure, reads, caption: words.how.to_owned(), table, risk: None };
        let data = computed_csv::Table { head: words.data.to_vec(), rows: data };
        Plate { id: id.to_owned(), finding, opens: None, picture, data }
    }

    pub fn opening(self, number: Number) -> Plate {
        Plate { opens: Some(number), ..self }
    }

    /// As an SVG file that stands alone; `foot` is what stands under everything that is shown.
    pub fn svg(&self, foot: &str) -> String {
        let words = svg::Words { finding: &self.finding.headline, caveat: &self.finding.caveat, foot };
        svg::document(&self.picture.figure, &words)
    }

    /// The same saying in its file who is shown.
    pub fn of(mut self, shown: &str) -> Plate {
        self.data.head.push("shown");
        self.data.rows.iter_mut().for_each(|row| row.push(Cell::Text(shown.to_owned())));
        self
    }

    pub fn csv(&self) -> Vec<u8> {
        computed_csv(&self.data)
    }
}

/// The curves with everything they are drawn from; `name` says what the file calls the curve at a place.
pub fn of_curves(series: &[Series<'_>], name: impl Fn(usize) -> Cell) -> computed_csv::Table {
    let head = ["group", "day", "at_risk", "events", "censored", "share", "lower", "upper"];
    let rows = series.iter().enumerate().flat_map(|(at, series)| {
        let name = name(at);
        series.curve.rows.iter().map(move |row| {
            let counts = [i64::from(row.t), row.n.into(), row.d.into(), row.c.into()].map(Cell::Count);
            let band = row.band;
            let shares = [Some(1.0 - row.s), band.map(|band| 1.0 - band.upper), band.map(|band| 1.0 - band.lower)];
            [name.clone()].into_iter().chain(counts).chain(shares.map(Cell::Number)).collect()
        })
    });
    computed_csv::Table { head: head.to_vec(), rows: rows.collect() }
}

/// Width at which the plates of a screen are drawn for a file, CSS pixels: narrower than a screen with two columns, so
/// that each of them fills it.
pub const WIDTH: u32 = 840;

/// The picture of that id among the blocks of a screen.
pub fn find(sections: &[Section], id: &str) -> Option<Plate> {
    sections
        .iter()
        .flat_map(|section| &section.blocks)
        .flat_map(document::Block::plates)
        .find(|plate| plate.id == id)
        .cloned()
}
