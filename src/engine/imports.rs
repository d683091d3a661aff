//! What each import brought that no other has: what goes when it is taken out, and which one a later file corrects.

use crate::receipt::{Imported, Kept, Receipt};
use crate::table::{Aside, NONE, Runs, Tables};

/// Of each import, oldest first.
pub fn imports(tables: &Tables, runs: &Runs, receipts: &[Receipt]) -> Vec<Imported> {
    let mut imports: Vec<Imported> = Vec::new();
    for (at, receipt) in receipts.iter().enumerate() {
        let Some(number) = receipt.import else { continue };
        if imports.last().is_none_or(|last| last.number != number) {
            let same = |r: &&Receipt| r.import == Some(number);
            let read: Vec<&Receipt> = receipts[at..].iter().take_while(same).collect();
            imports.push(Imported {
                number,
                file: receipt.file.clone(),
                people: 0,
                events: 0,
                changed: 0,
                kept: kept(tables, number, &read),
                can_be_undone: can_be_taken_out(tables, number),
                replaces: corrected(&receipts[..at], &read),
            });
        }
    }
    let mut of = |number: u32, add: &dyn Fn(&mut Imported)| {
        if let Ok(at) = imports.binary_search_by_key(&number, |imported| imported.number) {
            add(&mut imports[at]);
        }
    };
    for (layer, alone) in tables.files.iter().zip(&runs.alone) {
        of(layer.import, &|imported| imported.events += alone);
    }
    let row_of = tables.row_of();
    let mut holding: Vec<u32> = tables.holding(None).into_iter().map(|at| tables.rosters[at].import).collect();
    holding.dedup();
    for import in holding {
        let without = tables.row_of_without(Some(import));
        let rows = row_of.iter().zip(&without).filter(|(row, _)| **row != NONE);
        for (&row, &other) in rows {
            if other == NONE {
                of(import, &|imported| imported.people += 1);
            } else if !tables.people.says_the_same(row as usize, other as usize) {
                of(import, &|imported| imported.changed += 1);
            }
        }
    }
    imports
}

/// Which rows that were set aside are kept, of each table that has some.
fn kept(tables: &Tables, import: u32, read: &[&Receipt]) -> Vec<Kept> {
    let counts = read.iter().map(|receipt| receipt.set_aside_total()).filter(|count| *count > 0);
    let kept = (0..).zip(counts).map_while(|(table, count)| {
        let rows = tables.aside.rows_of(import, table);
        let here = rows.clone().filter(|&row| tables.aside.reason[row] != Aside::HEADER).count() as u64;
        (!rows.is_empty()).then_some(if here == count { Kept::All } else { Kept::First })
    });
    kept.collect()
}

/// Whether the others stay as they are without this import: a later list of people that was stored without the rows it
/// repeated would lose them.
pub fn can_be_taken_out(tables: &Tables, import: u32) -> bool {
    let has_people = tables.rosters.iter().any(|layer| layer.import == import);
    !has_people || tables.rosters.iter().all(|layer| layer.import <= import || layer.whole)
}

/// The latest import before these tables that they seem to correct: a file of the same name and kind that says something
/// else. `None` for the same file once more.
pub fn corrected(held: &[Receipt], read: &[&Receipt]) -> Option<u32> {
    // What brought something new is no file that was here.
    let is_new = read.iter().any(|receipt| receipt.taken > 0);
    let mut latest = None;
    for earlier in held.chunk_by(|a, b| a.import == b.import) {
        let alike = earlier.len() == read.len() && earlier.iter().zip(read).all(|(a, b)| is_alike(a, b));
        if alike && !is_new && earlier.iter().zip(read).all(|(a, b)| says_the_same(a, b)) {
            return None;
        }
        if alike {
            latest = earlier[0].import;
        }
    }
    latest
}

fn is_alike(a: &Receipt, b: &Receipt) -> bool {
    let what = |receipt: &Receipt| (plain(&receipt.file), receipt.kind, receipt.reading.source.clone());
    what(a) == what(b)
}

/// Whether two tables look the same: rows that were set aside are not kept to be compared.
pub fn says_the_same(a: &Receipt, b: &Receipt) -> bool {
    let seen = |receipt: &Receipt| (receipt.kind, receipt.bytes, receipt.rows);
    seen(a) == seen(b) && a.set_aside == b.set_aside && a.problems == b.problems
}

/// A name without capitals and without the number that browsers add to a second download: "Events (1).csv" is
/// "events.csv".
fn plain(name: &str) -> String {
    let name = name.to_lowercase();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let numbered = stem.strip_suffix(')').and_then(|stem| stem.rsplit_once('('));
    let stem = match numbered {
        Some((stem, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => stem,
        _ => stem,
    };
    format!("{}.{ending}", stem.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_download_has_the_same_name() {
        for (name, expected) in [
            ("Events.CSV", "events.csv"),
            ("events (1).csv", "events.csv"),
            ("events(12).csv", "events.csv"),
            ("events (final).csv", "events (final).csv"),
            ("events ().csv", "events ().csv"),
            ("no ending (2)", "no ending."),
        ] {
            assert_eq!(plain(name), expected, "{name}");
        }
    }
}
