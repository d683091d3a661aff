//! Canonical rows that are put together from other exports, so that they pass through the same checks into the same
//! columns as the rows of a canonical file.

use super::row::Row;
use super::scan::Mark;

/// Rows together, at most; and bytes, beyond which they are handed over earlier.
const ROWS: usize = 256;
const BYTES: usize = 1 << 20;

#[derive(Debug, Default)]
pub struct Drafts {
    bytes: Vec<u8>,
    marks: Vec<Mark>,
    /// First byte, first mark and line of each row.
    rows: Vec<(usize, usize, u64)>,
}

impl Drafts {
    /// Adds a row of nine fields in canonical order, made of that line of the file.
    pub fn push(&mut self, line: u64, fields: [&str; 9]) {
        self.rows.push((self.bytes.len(), self.marks.len(), line));
        for (at, field) in fields.iter().enumerate() {
            self.bytes.extend_from_slice(field.as_bytes());
            self.marks.push(Mark::new(self.bytes.len(), at == fields.len() - 1));
            // A place for the separator.
            self.bytes.push(0);
        }
    }

    pub fn is_full(&self) -> bool {
        self.rows.len() >= ROWS || self.bytes.len() >= BYTES
    }

    /// Hands the rows over and forgets them.
    pub fn take(&mut self, take: impl FnOnce(&[Row<'_>])) {
        let row = |&(start, mark, line): &(usize, usize, u64)| {
            Row::new(&self.bytes, &self.marks[mark..mark + 9], start, line)
        };
        take(&self.rows.iter().map(row).collect::<Vec<_>>());
        self.bytes.clear();
        self.marks.clear();
        self.rows.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_comes_out() {
        let mut drafts = Drafts::default();
        drafts.push(3, ["a", "", "x\ny", "\"", ",", "", "", "", " z "]);
        drafts.push(9, ["", "b", "", "", "", "", "", "", ""]);
        drafts.take(|rows| {
            let mut scratch = Vec::new();
            let mut field =
                |row: usize, at: usize| String::from_utf8(rows[row].field(at, &mut scratch).to_vec()).unwrap();
            let first: Vec<String> = (0..9).map(|at| field(0, at)).collect();
            assert_eq!(first, ["a", "", "x\ny", "\"", ",", "", "", "", "z"]);
            assert_eq!((field(1, 0), field(1, 1), rows[0].line, rows[1].line), (String::new(), "b".to_owned(), 3, 9));
        });
        drafts.take(|rows| assert!(rows.is_empty()));
    }
}
