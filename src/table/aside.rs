//! Rows that were set aside, as their file wrote them, so that they can be corrected and dropped again.

use std::ops::Range;

use super::texts::Texts;

/// Of each table of a file first its header, then the rows in the order of the file. Imports and tables ascend.
#[derive(Clone, Debug, Default)]
pub struct Aside {
    /// Number of the import.
    pub import: Vec<u32>,
    /// Number of the table among those of the import that have such rows.
    pub table: Vec<u32>,
    /// Line of the file, from 1.
    pub line: Vec<u64>,
    /// Number of the reason, or `HEADER`.
    pub reason: Vec<u32>,
    /// The column that is wrong, by its name.
    pub column: Texts,
    /// The cells as one record of CSV, with commas.
    pub row: Texts,
}

impl Aside {
    /// In the place of a reason: the row is part of the header.
    pub const HEADER: u32 = u32::MAX;

    pub fn len(&self) -> usize {
        self.line.len()
    }

    pub fn is_empty(&self) -> bool {
        self.line.is_empty()
    }

    /// The number of the table that comes next.
    pub fn next_table(&self, import: u32) -> u32 {
        match (self.import.last(), self.table.last()) {
            (Some(&last), Some(&table)) if last == import => table + 1,
            _ => 0,
        }
    }

    /// Rows of an import.
    pub fn rows_of_import(&self, import: u32) -> Range<usize> {
        self.import.partition_point(|&of| of < import)..self.import.partition_point(|&of| of <= import)
    }

    /// Rows of one of its tables.
    pub fn rows_of(&self, import: u32, table: u32) -> Range<usize> {
        let of = self.rows_of_import(import);
        let tables = &self.table[of.clone()];
        of.start + tables.partition_point(|&of| of < table)..of.start + tables.partition_point(|&of| of <= table)
    }

    /// Adds a row of a table; texts are UTF-8.
    pub fn push(&mut self, (import, table): (u32, u32), line: u64, reason: u32, column: &[u8], row: &[u8]) {
        self.import.push(import);
        self.table.push(table);
        self.line.push(line);
        self.reason.push(reason);
        self.column.push(column);
        self.row.push(row);
    }

    pub fn truncate(&mut self, len: usize) {
        self.import.truncate(len);
        self.table.truncate(len);
        self.line.truncate(len);
        self.reason.truncate(len);
        self.column.truncate(len);
        self.row.truncate(len);
    }

    /// Takes these rows out; the ones behind them move up.
    pub fn take_out(&mut self, rows: Range<usize>) -> Aside {
        Aside {
            import: self.import.drain(rows.clone()).collect(),
            table: self.table.drain(rows.clone()).collect(),
            line: self.line.drain(rows.clone()).collect(),
            reason: self.reason.drain(rows.clone()).collect(),
            column: self.column.take_out(rows.clone()),
            row: self.row.take_out(rows),
        }
    }

    /// Puts rows in before this one.
    pub fn put_in(&mut self, row: usize, rows: Aside) {
        self.import.splice(row..row, rows.import);
        self.table.splice(row..row, rows.table);
        self.line.splice(row..row, rows.line);
        self.reason.splice(row..row, rows.reason);
        self.column.put_in(row, rows.column);
        self.row.put_in(row, rows.row);
    }
}

/// Cells as one record of CSV: the fields with commas between them, in quotes where they need them.
pub fn record<'a>(cells: impl Iterator<Item = &'a [u8]>, out: &mut Vec<u8>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        if cell.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
            out.push(b'"');
            for &byte in cell {
                out.push(byte);
                if byte == b'"' {
                    out.push(b'"');
                }
            }
            out.push(b'"');
        } else {
            out.extend_from_slice(cell);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_back_by_anybody() {
        for cells in [&["a", "b"][..], &["", "x,y", "say \"yes\""], &["two\nlines", "\r", "\""], &["", ""]] {
            let mut out = Vec::new();
            record(cells.iter().map(|cell| cell.as_bytes()), &mut out);
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&out[..]);
            let found = reader.records().next().unwrap().unwrap();
            assert_eq!(found.iter().collect::<Vec<_>>(), cells);
        }
    }
}
