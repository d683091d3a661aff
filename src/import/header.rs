//! A row that may be the header of a table, seen by the names in it.

use std::collections::HashMap;

use super::sheet::Sheet;
use super::written::{is_blank, key};
use crate::receipt::Kin;

/// Values of a column that are looked at to see what it holds, and rows in which they are looked for.
const SAMPLE: usize = 200;
const ROWS: usize = 5_000;

/// Names of columns that make a kind of export; more of them are a grid whose first ones suffice.
const MOST_KIN: usize = 500;

/// One row of a sheet taken as its header. Names are compared by `written::key`.
#[derive(Debug)]
pub struct Header<'a> {
    pub sheet: &'a Sheet,
    /// Row of the sheet.
    pub at: usize,
    pub file: &'a str,
    keys: Vec<String>,
    /// The first column of each name.
    by_key: HashMap<String, usize>,
}

impl<'a> Header<'a> {
    pub fn new(sheet: &'a Sheet, at: usize, file: &'a str) -> Header<'a> {
        let keys: Vec<String> = sheet.cells(at).map(key).collect();
        let mut by_key = HashMap::with_capacity(keys.len());
        for (column, key) in keys.iter().enumerate() {
            by_key.entry(key.clone()).or_insert(column);
        }
        Header { sheet, at, file, keys, by_key }
    }

    pub fn width(&self) -> usize {
        self.keys.len()
    }

    pub fn key(&self, column: usize) -> &str {
        self.keys.get(column).map_or("", String::as_str)
    }

    /// The name as written; of a column without one, its number.
    pub fn name(&self, column: usize) -> String {
        match self.sheet.cell(self.at, column) {
            "" => format!("(column {})", column + 1),
            name => name.to_owned(),
        }
    }

    /// The column with this name, as `name` gives it.
    pub fn named(&self, name: &str) -> Option<usize> {
        self.column(&key(name)).or_else(|| (0..self.width()).find(|&column| self.name(column) == name))
    }

    /// The first column with one of these keys, separated by `|`; an earlier key goes first. A key behind `*` is the end
    /// of one.
    pub fn column(&self, keys: &str) -> Option<usize> {
        keys.split('|').find_map(|key| match key.strip_prefix('*') {
            Some(end) => self.keys.iter().position(|key| key.ends_with(end)),
            None => self.by_key.get(key).copied(),
        })
    }

    /// Every column with one of these keys, in the order of the keys.
    pub fn columns(&self, keys: &[&str]) -> Vec<usize> {
        keys.iter().filter_map(|key| self.by_key.get(*key).copied()).collect()
    }

    /// What an export with this header looks like.
    pub fn kin(&self, source: Option<String>) -> Kin {
        Kin { source, columns: self.keys.iter().take(MOST_KIN).cloned().collect() }
    }

    /// The first values of a column below `skip` rows under the header, blanks left out.
    pub fn values(&self, column: usize, skip: usize) -> impl Iterator<Item = &'a str> {
        let (sheet, first) = (self.sheet, self.at + 1 + skip);
        let rows = first..sheet.len().min(first + ROWS);
        rows.map(move |row| sheet.cell(row, column)).filter(|cell| !is_blank(cell)).take(SAMPLE)
    }

    /// Whether there are values in the column and most of them are such.
    pub fn mostly(&self, column: usize, skip: usize, is: impl Fn(&str) -> bool) -> bool {
        let (mut all, mut such) = (0, 0);
        for value in self.values(column, skip) {
            all += 1;
            such += usize::from(is(value));
        }
        such * 5 >= all * 4 && all > 0
    }
}
