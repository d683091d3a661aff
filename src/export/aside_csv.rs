//! Rows that were set aside as CSV: their own header and cells, and what is wrong in a last column. Corrected, the file can
//! be dropped again; the last column is then not used.

use std::ops::Range;

use super::safe::text;
use crate::receipt::Reason;
use crate::t;
use crate::table::Aside;

/// Name of the last column.
pub const PROBLEM: &str = "Problem (not read when dropped again)";

/// The rows of one table; several things wrong in one row stand together.
pub fn aside(aside: &Aside, rows: Range<usize>) -> Vec<u8> {
    let read = |row: usize| -> Vec<String> {
        let record = aside.row.get(row).as_bytes();
        let mut csv = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(record);
        let record = csv.records().next().and_then(Result::ok);
        record.map_or_else(Vec::new, |record| record.iter().map(str::to_owned).collect())
    };
    // Rows may be longer than their header.
    let width = rows.clone().map(|row| read(row).len()).max().unwrap_or(0);
    let mut csv = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let mut headed = false;
    let places: Vec<usize> = rows.collect();
    for same in places.chunk_by(|&a, &b| aside.line[a] == aside.line[b]) {
        let is_header = aside.reason[same[0]] == Aside::HEADER;
        let mut cells = read(same[0]);
        cells.resize(width, String::new());
        cells.push(match is_header {
            true if headed => String::new(),
            true => PROBLEM.to_owned(),
            false => same.iter().map(|&row| problem(aside, row)).collect::<Vec<_>>().join("; "),
        });
        headed |= is_header;
        // Writing to memory cannot fail.
        let _ = csv.write_record(cells.iter().map(|cell| guarded(cell).into_owned()));
    }
    csv.into_inner().unwrap_or_default()
}

/// Numbers are no formulas.
fn guarded(cell: &str) -> std::borrow::Cow<'_, str> {
    if cell.parse::<f64>().is_ok() { cell.into() } else { text(cell) }
}

fn problem(aside: &Aside, row: usize) -> String {
    let column = aside.column.get(row);
    match Reason::from_number(aside.reason[row]) {
        Some(reason) => {
            t!("{column}: {wrong}; expected {expected}", column, wrong = reason.wrong(), expected = reason.expected())
        }
        None => column.to_owned(),
    }
}
