//! A receipt of form 1, which knew nothing of how a table was read but encoding and delimiter.

use serde::Deserialize;

use crate::receipt::{Change, Delimiter, Encoding, Form, Kind, Problem, Reading, Reason, Receipt};

#[derive(Deserialize)]
pub struct ReceiptOfForm1 {
    file: String,
    bytes: u64,
    kind: Kind,
    encoding: Encoding,
    delimiter: Delimiter,
    rows: u64,
    taken: u64,
    duplicates: u64,
    unknown: u64,
    replaced: u64,
    set_aside: Vec<(Reason, u64)>,
    problems: Vec<Problem>,
    ignored_columns: Vec<String>,
    missing_columns: Vec<String>,
    with_time: u64,
    changes: Vec<Change>,
    nothing_new: bool,
}

impl From<ReceiptOfForm1> for Receipt {
    /// Only canonical tables with the header in the first line were read then, blank lines above it aside.
    fn from(old: ReceiptOfForm1) -> Receipt {
        let mut reading = Reading::canonical(Form::Text { encoding: old.encoding, delimiter: old.delimiter }, 1);
        reading.lines = old.rows;
        Receipt {
            file: old.file,
            bytes: old.bytes,
            import: None,
            kind: old.kind,
            reading: Box::new(reading),
            rows: old.rows,
            taken: old.taken,
            duplicates: old.duplicates,
            unknown: old.unknown,
            replaced: old.replaced,
            set_aside: old.set_aside,
            problems: old.problems,
            ignored_columns: old.ignored_columns,
            missing_columns: old.missing_columns,
            with_time: old.with_time,
            changes: old.changes,
            nothing_new: old.nothing_new,
        }
    }
}
