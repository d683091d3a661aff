//! What was read from a file, as the page shows it: what was assumed, what came in, what was set aside and why.

use serde::{Deserialize, Serialize};

use super::document::{Block, Cell, Table};
use super::{reading, written};
use crate::finding::Finding;
use crate::format::{self, events, rows};
use crate::markup::Html;
use crate::receipt::{Assumption, Change, Kind, Outcome, Problem, Reason, Receipt, Refusal};
use crate::t;

/// Problems that are listed one by one; all of them can be downloaded.
const LISTED: usize = 100;

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Heard {
    Read(Read),
    /// `place` is the id of what is to be filled in first.
    Asked {
        file: String,
        html: Html,
        place: String,
    },
    Refused {
        file: String,
        why: String,
    },
    /// A key, whose codes stand for the same people again.
    Key {
        file: String,
    },
}

impl Heard {
    pub fn file(&self) -> &str {
        match self {
            Heard::Read(read) => &read.file,
            Heard::Asked { file, .. } | Heard::Refused { file, .. } | Heard::Key { file, .. } => file,
        }
    }
}

/// The receipt of one table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Read {
    pub file: String,
    /// Number of the import that brought it; `None` for a file of which nothing was kept.
    pub import: Option<u32>,
    /// What it holds, and how much.
    pub what: String,
    pub nothing_new: bool,
    /// Nothing in it has happened yet, or nothing that counts.
    pub tells_nothing: bool,
    pub set_aside: u64,
    pub unknown: u64,
    /// Name of the answers it was read with, where they were kept from another file.
    pub profile: Option<String>,
    /// What was seen or taken for granted, what was counted, what changed, and what was set aside.
    pub html: Html,
}

pub fn heard(outcome: Outcome) -> Heard {
    match outcome {
        Outcome::Read(receipt) => Heard::Read(read(&receipt, true)),
        Outcome::Refused { file, why: Refusal::Asked(asking) } => {
            let (html, place) = (written::asking(&file, &asking), asking.place(&file));
            Heard::Asked { file, html, place }
        }
        Outcome::Refused { file, why } => Heard::Refused { file, why: why.to_string() },
    }
}

/// What was assumed can be changed as long as the file is here.
pub fn read(receipt: &Receipt, is_here: bool) -> Read {
    let counts: Vec<_> = counts(receipt).into_iter().map(|(what, n)| (what.to_owned(), format::count(n))).collect();
    Read {
        file: receipt.file.clone(),
        import: receipt.import,
        what: format!("{}, {}", reading::kind(receipt.kind), rows(receipt.rows)),
        nothing_new: receipt.nothing_new,
        tells_nothing: receipt.tells_nothing(),
        set_aside: receipt.set_aside_total(),
        unknown: receipt.unknown,
        profile: receipt.profile().map(str::to_owned),
        html: written::read(&receipt.file, is_here, &reading::lines(receipt), &counts, &below(receipt)),
    }
}

fn below(receipt: &Receipt) -> Vec<Block> {
    unknown(receipt).into_iter().chain(changes(receipt)).chain(problems(receipt)).collect()
}

fn counts(receipt: &Receipt) -> Vec<(&'static str, u64)> {
    let mut rows = vec![(t!("Rows in the file"), receipt.reading.lines)];
    if receipt.rows != receipt.reading.lines {
        let what = match receipt.kind {
            Kind::People => t!("People they name"),
            Kind::Events => t!("Events they tell of"),
        };
        rows.push((what, receipt.rows));
    }
    rows.push((t!("Taken in"), receipt.taken));
    // Where a list of people is here, nobody is taken from their events.
    let is_inferred = receipt.reading.assumptions.iter().any(|a| matches!(a, Assumption::FirstDays { .. }));
    let known = is_inferred && receipt.kind == Kind::People;
    rows.push((
        if known { t!("Known, or on no list of people") } else { t!("Already here, not added twice") },
        receipt.duplicates,
    ));
    if receipt.unknown > 0 {
        rows.push((t!("About people no list names"), receipt.unknown));
    }
    if receipt.replaced > 0 {
        rows.push((t!("People whose row was replaced"), receipt.replaced));
    }
    rows.push((t!("Set aside, to look at"), receipt.set_aside_total()));
    rows
}

fn unknown(receipt: &Receipt) -> Option<Block> {
    (receipt.unknown > 0).then(|| {
        let kept = events(receipt.unknown);
        Block::words(t!("{kept} kept apart: no list names these people. They count as soon as one does.", kept))
    })
}

fn said(headline: String, caveat: &str) -> Block {
    Block::Finding { finding: Finding { headline, caveat: caveat.to_owned() }, opens: None }
}

fn changes(receipt: &Receipt) -> Vec<Block> {
    if receipt.replaced == 0 {
        return Vec::new();
    }
    let row = |change: &Change| {
        [&change.person_id, &change.column, &change.before, &change.after].map(|text| or_nothing(text)).to_vec()
    };
    let caption = t!("The first changes");
    let head = [t!("Person"), t!("Column"), t!("Before"), t!("Now")];
    vec![
        said(t!("{people} changed", people = format::people(receipt.replaced)), t!("The later file holds.")),
        Block::Table(Table::new(t!("Changes"), caption, &head, receipt.changes.iter().map(row).collect())),
    ]
}

fn problems(receipt: &Receipt) -> Vec<Block> {
    let total = receipt.set_aside_total();
    if total == 0 {
        return Vec::new();
    }
    let why = |(reason, n): &(Reason, u64)| {
        Block::words(t!(
            "{wrong}: {rows}. Expected: {expected}.",
            wrong = reason.title(),
            rows = rows(*n),
            expected = reason.expected()
        ))
    };
    let row = |problem: &Problem| {
        let line = Cell::from(t!("Line {line}", line = problem.line));
        vec![line, problem.column.as_str().into(), or_nothing(&problem.found), problem.reason.title().into()]
    };
    let listed: Vec<Vec<Cell>> = receipt.problems.iter().take(LISTED).map(row).collect();
    let caption = match total - listed.len() as u64 {
        0 => t!("Row by row").to_owned(),
        more => t!("The first of them; {rows} more are counted, not listed", rows = rows(more)),
    };
    let head = [t!("Line"), t!("Column"), t!("What is there"), t!("What is wrong")];
    let download = t!(
        "They count nowhere. Download them, correct them and drop that file: its last column says what is wrong and is not read."
    );
    let mut blocks = vec![said(t!("{rows} set aside", rows = rows(total)), download)];
    blocks.extend(receipt.set_aside.iter().map(why));
    blocks.push(Block::Table(Table::new(t!("Rows set aside"), caption, &head, listed)));
    blocks
}

fn or_nothing(text: &str) -> Cell {
    if text.is_empty() { t!("nothing").into() } else { text.into() }
}
