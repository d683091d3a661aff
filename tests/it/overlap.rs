//! Files that overlap: of equal rows the largest count found in any one file holds, or one of a kind that does not repeat
//! (metrics.md section 1). Against counting by hand.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rampline::engine::Engine;
use rampline::receipt::{Outcome, Receipt};
use rampline::record::{EVENT_COLUMNS, EventKind};

use crate::company::{Row, Style};
use crate::support::{WHOLE, cases, engine_of, state, take};

fn row(cells: &str) -> Row {
    let cells: Vec<String> = cells.split(',').map(str::to_owned).collect();
    cells.try_into().unwrap()
}

/// Rows that differ in one cell only, of kinds that repeat and kinds that do not, known people and unknown ones.
const POOL: [&str; 16] = [
    "p1,2025-01-07,observed,ask,1,,,b1,",
    "p1,2025-01-07,observed,ask,1,,live,b1,",
    "p1,2025-01-07,observed,ask,1.0,,,b1,",
    "p1,2025-01-07T09:00,observed,ask,1,,,b1,",
    "p1,2025-01-08,observed,ask,1,,,b1,",
    "p2,2025-01-07,observed,ask,1,,,b1,",
    "nobody,2025-01-07,observed,ask,1,,,b1,",
    "p1,2025-01-07,coached,,,15,,,",
    "p1,2025-01-07,measured,calls,15,,,,",
    "p1,2025-01-07,applied,,1,,,,",
    "p1,2025-01-07,applied,,,1,,,",
    "p1,2025-01-07,completed,,,,,,note",
    "p1,2025-01-07,completed,,,,,note,",
    "p1,2025-01-07,feedback,,,,,,",
    "nobody,2025-01-07,feedback,,,,,,",
    "p1,2025-01-07,surveyed,belief,4,,,,",
];

const PEOPLE: &[u8] = b"person_id,start_date\np1,2025-01-06\np2,2025-01-06\n";

fn repeats(at: usize) -> bool {
    EventKind::from_word(POOL[at].split(',').nth(2).unwrap().as_bytes()).unwrap().repeats()
}

fn file(rows: &[usize]) -> Vec<u8> {
    let rows: Vec<Row> = rows.iter().map(|&at| row(POOL[at])).collect();
    Style::default().write(&EVENT_COLUMNS, &rows)
}

/// How often each row of the pool holds, and how many rows of each file add nothing.
fn by_hand(files: &[Vec<usize>]) -> (BTreeMap<usize, usize>, Vec<u64>) {
    let mut held: BTreeMap<usize, usize> = BTreeMap::new();
    let mut duplicates = Vec::new();
    for file in files {
        let mut added = 0;
        for at in 0..POOL.len() {
            let copies = file.iter().filter(|&&row| row == at).count();
            let counts = if repeats(at) { copies } else { copies.min(1) };
            let before = held.get(&at).copied().unwrap_or(0);
            added += counts.saturating_sub(before);
            if copies > 0 {
                held.insert(at, before.max(counts));
            }
        }
        duplicates.push((file.len() - added) as u64);
    }
    (held, duplicates)
}

fn receipts(outcomes: Vec<Outcome>) -> Vec<Receipt> {
    outcomes.into_iter().map(|outcome| if let Outcome::Read(receipt) = outcome { receipt } else { panic!() }).collect()
}

/// Events as the engine hands them out, each text with its number of copies.
fn exported(engine: &Engine) -> BTreeMap<Vec<String>, usize> {
    let csv = engine.events_csv();
    let mut counts = BTreeMap::new();
    for row in csv::Reader::from_reader(&csv[..]).records() {
        *counts.entry(row.unwrap().iter().map(str::to_owned).collect()).or_insert(0) += 1;
    }
    counts
}

/// The same of the rows by hand: a time of day is not kept, and a number is written in its plainest form.
fn expected(held: &BTreeMap<usize, usize>) -> BTreeMap<Vec<String>, usize> {
    let mut counts = BTreeMap::new();
    for (&at, &copies) in held {
        let mut cells = row(POOL[at]).to_vec();
        cells[1].truncate(10);
        cells[4] = cells[4].replace("1.0", "1");
        *counts.entry(cells).or_insert(0) += copies;
    }
    counts
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn the_largest_count_in_any_one_file_holds(
        files in prop::collection::vec(prop::collection::vec(0..POOL.len(), 1..30), 1..5),
        together: bool,
        people_at in 0usize..5,
    ) {
        let (held, duplicates) = by_hand(&files);
        let mut texts: Vec<Vec<u8>> = files.iter().map(|rows| file(rows)).collect();
        let people_at = people_at.min(texts.len());
        texts.insert(people_at, PEOPLE.to_vec());
        let mut engine = Engine::default();
        let mut read = Vec::new();
        let named: Vec<(&str, &[u8])> = texts.iter().map(|text| ("file.csv", &text[..])).collect();
        for batch in named.chunks(if together { named.len() } else { 1 }) {
            read.extend(receipts(take(&mut engine, batch, WHOLE).0));
        }
        read.remove(people_at);
        prop_assert_eq!(read.iter().map(|receipt| receipt.duplicates).collect::<Vec<_>>(), duplicates);
        for (receipt, rows) in read.iter().zip(&files) {
            prop_assert_eq!(receipt.nothing_new, receipt.duplicates == rows.len() as u64);
        }
        prop_assert_eq!(engine.holdings().events, held.values().sum::<usize>() as u64);
        prop_assert_eq!(exported(&engine), expected(&held));
    }
}

#[test]
fn rows_that_differ_anywhere_are_two() {
    // Equal lengths and letters in other columns must not look alike.
    for (a, b) in [
        ("p1,2025-01-07,applied,,12345678,,,,", "p1,2025-01-07,applied,,,,,12375678,"),
        ("p1,2025-01-07,feedback,,,,,note,", "p1,2025-01-07,feedback,,,,,,note"),
        ("p1,2025-01-07,feedback,,,,,ab,c", "p1,2025-01-07,feedback,,,,,a,bc"),
        ("p1,2025-01-07,feedback,x,,,,,", "p1,2025-01-07,feedback,,,,,,x"),
        ("p1,2025-01-07,feedback,,,,live,,", "p1,2025-01-07,feedback,,,,,,"),
        ("p1,2025-01-07T08:00,feedback,,,,,,", "p1,2025-01-07 08:00,feedback,,,,,,"),
    ] {
        let write = |rows: &[&str]| {
            Style::default().write(&EVENT_COLUMNS, &rows.iter().map(|text| row(text)).collect::<Vec<_>>())
        };
        for files in [vec![write(&[a]), write(&[b])], vec![write(&[a, b])]] {
            let files: Vec<&[u8]> = files.iter().map(|file| &file[..]).collect();
            assert_eq!(engine_of(&files).holdings().events, 2, "{a} and {b}");
        }
    }
}

#[test]
fn a_row_that_was_set_aside_is_nobodys_double() {
    let header = "person_id,date,event,item,value\n";
    let bad = "p1,2025-01-07,observed,ask,\n";
    let files = [format!("{header}{bad}{bad}"), format!("{header}{bad}p1,2025-01-07,observed,ask,1\n")];
    let mut engine = engine_of(&[PEOPLE, files[0].as_bytes(), files[1].as_bytes()]);
    let receipts = engine.holdings().receipts;
    assert_eq!(receipts.iter().map(|receipt| receipt.duplicates).collect::<Vec<_>>(), [0, 0, 0]);
    assert_eq!(receipts.iter().map(|receipt| receipt.set_aside_total()).collect::<Vec<_>>(), [0, 2, 1]);
    let before = state(&mut engine);
    assert!(!take(&mut engine, &[("again.csv", files[0].as_bytes())], WHOLE).1);
    assert_eq!(state(&mut engine), before);
}
