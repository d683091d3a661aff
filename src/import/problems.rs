//! Rows set aside while a file is read: counted by reason, the first of them in words, and as many as there is room for
//! as the file wrote them.

use super::row::Row;
use super::sheet::Sheet;
use crate::receipt::{PROBLEMS_LISTED, Problem, Reason, Receipt};
use crate::table::{Aside, Tables, record};

/// Longest piece of a field that a problem quotes, in characters.
const QUOTED: usize = 60;
/// The most text of rows that is kept, bytes: a file of nothing but such rows takes no more than its columns would.
const MOST_KEPT: usize = 16 << 20;

#[derive(Debug, Default)]
pub struct Problems {
    counts: Vec<(Reason, u64)>,
    listed: Vec<Problem>,
    /// The rows themselves; those of a sheet get their cells at the end, when every one is at hand.
    aside: Aside,
    bytes: usize,
    is_full: bool,
}

impl Problems {
    /// A row of the file itself.
    #[cold]
    pub fn add(&mut self, row: &Row<'_>, column: &str, reason: Reason, found: &[u8]) {
        let mut cells = Vec::new();
        row.record(&mut cells);
        let cells = String::from_utf8_lossy(&cells);
        self.note(row.line, column, reason, found, cells.as_bytes());
    }

    /// A row of a sheet, on that line of the file.
    #[cold]
    pub fn add_line(&mut self, line: u64, column: &str, reason: Reason, found: &[u8]) {
        self.note(line, column, reason, found, b"");
    }

    fn note(&mut self, line: u64, column: &str, reason: Reason, found: &[u8], row: &[u8]) {
        match self.counts.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((reason, 1)),
        }
        if self.listed.len() < PROBLEMS_LISTED {
            let found = shortened(&String::from_utf8_lossy(found));
            self.listed.push(Problem { line, column: column.to_owned(), reason, found });
        }
        self.keep(line, column, reason, row);
    }

    fn keep(&mut self, line: u64, column: &str, reason: Reason, row: &[u8]) {
        self.bytes += column.len() + row.len() + size_of::<(u64, u32, u32, u32)>();
        self.is_full |= self.bytes > MOST_KEPT;
        if !self.is_full {
            self.aside.push((0, 0), line, reason as u32, column.as_bytes(), row);
        }
    }

    /// Gives the rows their cells but those of columns that are not kept, and brings them into the order of the file.
    pub fn fill(&mut self, sheet: &Sheet, dropped: &[usize], lines: impl Fn(u64) -> Option<usize>) {
        let empty = std::mem::take(&mut self.aside);
        (self.bytes, self.is_full) = (0, false);
        // What was wrong with a whole row came before what was wrong with a part of one.
        self.listed.sort_by_key(|problem| problem.line);
        let mut order: Vec<usize> = (0..empty.len()).collect();
        order.sort_by_key(|&at| empty.line[at]);
        let mut cells = Vec::new();
        for at in order {
            let Some(row) = lines(empty.line[at]) else { continue };
            cells.clear();
            let kept =
                sheet.cells(row).enumerate().map(|(column, cell)| if dropped.contains(&column) { "" } else { cell });
            record(kept.map(str::as_bytes), &mut cells);
            self.bytes += cells.len() + empty.column.get(at).len();
            self.is_full |= self.bytes > MOST_KEPT;
            if self.is_full {
                break;
            }
            self.aside.push((0, 0), empty.line[at], empty.reason[at], empty.column.get(at).as_bytes(), &cells);
        }
    }

    /// Counts in the order of `Reason`, and the first problems in the order of the file, go to the receipt; the rows go
    /// to the tables, below the lines of their header.
    pub fn finish(mut self, header: &[(u64, Vec<u8>)], receipt: &mut Receipt, tables: &mut Tables) {
        self.counts.sort_by_key(|(reason, _)| *reason);
        if !self.counts.is_empty() {
            let of = (tables.import, tables.aside.next_table(tables.import));
            for (line, row) in header {
                tables.aside.push(of, *line, Aside::HEADER, b"", row);
            }
            self.aside.import.fill(of.0);
            self.aside.table.fill(of.1);
            tables.aside.put_in(tables.aside.len(), self.aside);
        }
        (receipt.set_aside, receipt.problems) = (self.counts, self.listed);
    }
}

/// At most `QUOTED` characters, with an ellipsis where more was there.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::sheet::Sheet;

    fn sheet(rows: u64) -> Sheet {
        let mut sheet = Sheet::default();
        for line in 1..=rows {
            sheet.begin_row(line);
            for cell in ["name", "10.0.0.1", "hello"] {
                sheet.push(cell).unwrap();
            }
        }
        sheet
    }

    #[test]
    fn of_more_rows_than_there_is_room_for_the_first_are_kept_in_order_without_what_is_dropped() {
        let mut problems = Problems::default();
        for line in (1..=700_000).rev() {
            problems.add_line(line, "date", Reason::NoDate, b"?");
        }
        assert!(problems.is_full);
        problems.fill(&sheet(700_000), &[1], |line| Some(line as usize - 1));
        assert!(problems.aside.len() > 100_000);
        assert!(problems.aside.line.is_sorted());
        assert!(problems.listed.is_sorted_by_key(|problem| problem.line));
        assert_eq!(problems.aside.row.get(0), "name,,hello");
    }
}
