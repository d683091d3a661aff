//! Which rows of a sheet belong to the table: not the ones above the header, not totals and remarks below.

use super::is_one_of;
use crate::import::desk::Desk;
use crate::import::header::Header;
use crate::import::plan::Plan;
use crate::import::written::key;
use crate::receipt::{Skip, Skipped};

#[derive(Debug)]
pub struct Body {
    /// Rows of the sheet.
    pub rows: Vec<usize>,
    pub skipped: Vec<Skipped>,
}

/// Rows at the end that may be remarks.
const MOST_FOOTER: usize = 12;

/// How a remark or a total below a table begins, as a key.
const FOOTERS: &[&str] = &[
    "confidential",
    "copyright",
    "grandtotal",
    "total",
    "subtotal",
    "generated",
    "exported",
    "reportgenerated",
    "source:",
    "rowcount",
    "recordcount",
    "endofreport",
    "filters",
    "filteredby",
    "asof",
    "gesamt",
    "summe",
    "erstelltam",
    "somme",
    "généré",
    "generado",
    "suma",
];

impl Body {
    pub async fn of(header: &Header<'_>, plan: &Plan, desk: &Desk) -> Body {
        let sheet = header.sheet;
        let mut body = Body { rows: Vec::new(), skipped: Vec::new() };
        let first = (header.at + plan.header_rows.max(1)).min(sheet.len());
        for row in (0..first).filter(|row| *row != header.at) {
            body.skip(sheet.line(row), if row < header.at { Skip::Preamble } else { Skip::Header });
        }
        let ends = |row: usize| plan.ends_above.is_some_and(|end| sheet.cell(row, 0).starts_with(end));
        let end = (first..sheet.len()).find(|&row| ends(row)).unwrap_or(sheet.len());
        let mut last = end;
        while last > first && last + MOST_FOOTER > end && is_footer(header, last - 1) {
            last -= 1;
        }
        for row in first..last {
            desk.did(1 + sheet.width(row) / 4).await;
            let pseudo = plan.skip.iter().find(|(column, keys, _)| is_one_of(sheet.cell(row, *column), keys));
            match pseudo {
                Some((_, _, why)) => body.skip(sheet.line(row), *why),
                None if sheet.filled(row) == 0 => {}
                None => body.rows.push(row),
            }
        }
        for row in last..sheet.len() {
            body.skip(sheet.line(row), Skip::Footer);
        }
        body
    }

    fn skip(&mut self, line: u64, why: Skip) {
        match self.skipped.last_mut() {
            // Blank lines between belong to it.
            Some(last) if last.why == why && line.saturating_sub(last.to) <= 2 => last.to = line,
            _ => self.skipped.push(Skipped { from: line, to: line, why }),
        }
    }
}

/// A row far emptier than the header that begins like a remark.
fn is_footer(header: &Header<'_>, row: usize) -> bool {
    let filled = header.sheet.filled(row);
    if filled == 0 {
        return true;
    }
    let first = header.sheet.cells(row).find(|cell| !cell.is_empty()).map(key).unwrap_or_default();
    filled <= 2 && filled * 3 <= header.width() && FOOTERS.iter().any(|begin| first.starts_with(begin))
}
