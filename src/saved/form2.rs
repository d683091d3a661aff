//! The stored head of forms 1 and 2, which did not say which rows an import brought, and a receipt of form 2.

use serde::Deserialize;

use super::tables::{Column, Head};
use crate::receipt::{Change, Kind, Origin, Problem, Reading, Reason, Receipt};
use crate::table::{How, Layer};

#[derive(Deserialize)]
pub struct HeadBefore<R> {
    origin: Option<Origin>,
    receipts: Vec<R>,
    files: Vec<u32>,
    columns: Vec<Column>,
}

#[derive(Deserialize)]
pub struct ReceiptOfForm2 {
    file: String,
    bytes: u64,
    kind: Kind,
    reading: Box<Reading>,
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

impl<R> From<HeadBefore<R>> for Head
where
    Receipt: From<R>,
{
    /// A table follows the other in the receipts as in the rows. Tables of one file came in together; of the people only
    /// rows that were taken are here.
    fn from(head: HeadBefore<R>) -> Head {
        let HeadBefore { origin, receipts, files, columns } = head;
        let mut receipts: Vec<Receipt> = receipts.into_iter().map(Receipt::from).collect();
        let (mut import, mut begun) = (0, 0);
        for at in 0..receipts.len() {
            let [file, table] = [&receipts[begun], &receipts[at]];
            let is_of = (&file.file, file.bytes) == (&table.file, table.bytes);
            let is = |receipt: &Receipt| (receipt.kind, &receipt.reading.part) == (table.kind, &table.reading.part);
            // A file has each of its tables once.
            if !is_of || receipts[begun..at].iter().any(is) {
                (import, begun) = (import + 1, at);
            }
            receipts[at].import = Some(import);
        }
        let of = |kind| receipts.iter().filter(move |receipt| receipt.kind == kind);
        let mut first = 0;
        let rosters = of(Kind::People).map(|receipt| {
            let layer =
                Layer { first, import: receipt.import.unwrap_or(0), whole: receipt.duplicates == 0, how: How::Told };
            first += receipt.taken as u32;
            layer
        });
        let rosters = rosters.collect();
        let files = of(Kind::Events).zip(files);
        let files = files.map(|(receipt, first)| Layer {
            first,
            import: receipt.import.unwrap_or(0),
            whole: true,
            how: How::Told,
        });
        let files = files.collect();
        Head { origin, receipts, rosters, files, said: Vec::new(), decisions: Vec::new(), columns }
    }
}

impl From<ReceiptOfForm2> for Receipt {
    fn from(old: ReceiptOfForm2) -> Receipt {
        Receipt {
            file: old.file,
            bytes: old.bytes,
            import: None,
            kind: old.kind,
            reading: old.reading,
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
