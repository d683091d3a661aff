//! The rows that one table of a file brought, so that an import can be taken out again.

use serde::{Deserialize, Serialize};

/// A stretch of rows in the people or in the events, up to the first row of the next one. Layers of one import follow
/// each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// Its first row.
    pub first: u32,
    /// Number of the import that brought it; they ascend.
    pub import: u32,
    /// Every row that was accepted is in it. Rows of people that were here already were left out up to form 2 of the
    /// stored data.
    pub whole: bool,
    pub how: How,
}

/// How rows know what they say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    /// It stands there.
    #[default]
    Told,
    /// People of whom only an export of events is here: their first day is the first one it has of them. They hold as
    /// long as no list of people is here.
    Inferred,
    /// Events in a list that says what was so on one day: they happened then, or since the list before.
    Seen,
}

/// Place of the layer a row belongs to.
pub fn layer_of(layers: &[Layer], row: u32) -> usize {
    layers.partition_point(|layer| layer.first <= row).saturating_sub(1)
}

/// Rows of the layer at this place, of so many rows together.
pub fn rows_of(layers: &[Layer], at: usize, rows: usize) -> std::ops::Range<usize> {
    let end = layers.get(at + 1).map_or(rows, |next| next.first as usize);
    layers[at].first as usize..end
}

/// Rows of an import, which follow each other; none for one that brought none.
pub(super) fn rows_of_import(layers: &[Layer], import: u32, rows: usize) -> std::ops::Range<usize> {
    let of = places(layers, import);
    if of.is_empty() {
        return rows..rows;
    }
    layers[of.start].first as usize..rows_of(layers, of.end - 1, rows).end
}

/// Places of an import's layers.
pub(super) fn places(layers: &[Layer], import: u32) -> std::ops::Range<usize> {
    layers.partition_point(|layer| layer.import < import)..layers.partition_point(|layer| layer.import <= import)
}

/// Takes an import's layers out, whose rows are gone; the later ones move down. Where they stood, and what they were.
pub(super) fn take_out(layers: &mut Vec<Layer>, import: u32, rows: usize) -> (usize, Vec<Layer>) {
    let of = places(layers, import);
    let at = of.start;
    let taken = layers.drain(of).collect();
    layers[at..].iter_mut().for_each(|layer| layer.first -= rows as u32);
    (at, taken)
}

/// The way back.
pub(super) fn put_back(layers: &mut Vec<Layer>, at: usize, taken: Vec<Layer>, rows: usize) {
    layers[at..].iter_mut().for_each(|layer| layer.first += rows as u32);
    layers.splice(at..at, taken);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layers(rows: &[(u32, u32)]) -> Vec<Layer> {
        rows.iter().map(|&(first, import)| Layer { first, import, whole: true, how: How::Told }).collect()
    }

    #[test]
    fn an_import_is_the_rows_of_its_layers() {
        let held = layers(&[(0, 1), (4, 3), (4, 3), (9, 7)]);
        for (import, rows, at) in
            [(1, 0..4, 0..1), (3, 4..9, 1..3), (7, 9..12, 3..4), (2, 12..12, 1..1), (9, 12..12, 4..4)]
        {
            assert_eq!((rows_of_import(&held, import, 12), places(&held, import)), (rows, at), "import {import}");
        }
        assert_eq!([0, 3, 4, 8, 9, 11].map(|row| layer_of(&held, row)), [0, 0, 2, 2, 3, 3]);
    }

    #[test]
    fn out_and_back_is_as_before() {
        let held = layers(&[(0, 1), (4, 3), (4, 3), (9, 7)]);
        for (import, rows, left) in [
            (1, 4, layers(&[(0, 3), (0, 3), (5, 7)])),
            (3, 5, layers(&[(0, 1), (4, 7)])),
            (7, 3, layers(&[(0, 1), (4, 3), (4, 3)])),
            (2, 0, held.clone()),
        ] {
            let mut now = held.clone();
            let (at, taken) = take_out(&mut now, import, rows);
            assert_eq!(now, left, "import {import}");
            put_back(&mut now, at, taken, rows);
            assert_eq!(now, held, "import {import}");
        }
    }
}
