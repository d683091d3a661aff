//! The exports that are known, a file for each family. A source says by which column names it is recognized and what the
//! columns mean; nothing here reads a value.

mod calendar;
mod cornerstone;
pub mod generic;
mod gradebook;
mod learnupon;
mod litmos;
mod long;
mod matrix;
mod meeting;
mod mooc;
mod moodle;
mod observations;
mod reports;
mod roster;
mod snapshot;
mod survey;
mod viva;
mod workday;
mod xapi;

use crate::receipt::{Answers, Assumption, Kin, Refusal};

use super::desk::Desk;
use super::header::Header;
use super::plan::Plan;
use super::sheet::Sheet;

/// Rows from the top among which a header is looked for.
pub const MOST_HEADER_ROW: usize = 60;

/// One export of one system.
#[derive(Debug)]
pub struct Format {
    pub name: &'static str,
    /// Keys of column names that are all in its header; alternatives are separated by `|`.
    pub signature: &'static [&'static str],
    /// What the columns mean; `None` where it is another export after all.
    pub plan: fn(&Header<'_>) -> Result<Option<Plan>, Refusal>,
}

/// In no order: the longest signature wins.
const FAMILIES: &[&[Format]] = &[
    calendar::FORMATS,
    cornerstone::FORMATS,
    gradebook::FORMATS,
    learnupon::FORMATS,
    litmos::FORMATS,
    meeting::FORMATS,
    mooc::FORMATS,
    moodle::FORMATS,
    reports::FORMATS,
    roster::FORMATS,
    survey::FORMATS,
    viva::FORMATS,
    workday::FORMATS,
    xapi::FORMATS,
];

/// A table that was recognized.
#[derive(Debug)]
pub struct Match {
    /// Row of the header.
    pub at: usize,
    pub source: String,
    /// Columns by which it was recognized.
    pub evidence: Vec<usize>,
    pub plan: Plan,
    /// No known system: its columns are understood by their names, or as somebody said.
    pub is_guess: bool,
    /// How sure: to be compared with other ways to read the same file.
    pub score: usize,
}

impl Match {
    /// What such an export looks like. Tables of no known system are of one kind by their columns alone.
    pub fn kin(&self, sheet: &Sheet, file: &str) -> Kin {
        Header::new(sheet, self.at, file).kin((!self.is_guess).then(|| self.source.clone()))
    }
}

/// The best that is known of a sheet; `None` where nobody knows it.
pub async fn recognize(sheet: &Sheet, file: &str, answers: &Answers, desk: &Desk) -> Result<Option<Match>, Refusal> {
    let mut best: Option<Match> = None;
    for at in 0..sheet.len().min(MOST_HEADER_ROW) {
        let header = Header::new(sheet, at, file);
        desk.did(header.width() * 8).await;
        if header.width() < 2 {
            continue;
        }
        let found = match generic::answered(&header, answers) {
            Some(found) => Some(found),
            None => known(&header)?.or_else(|| generic::recognize(&header)),
        };
        if let Some(found) = found
            && best.as_ref().is_none_or(|best| best.score < found.score)
        {
            best = Some(found);
        }
    }
    Ok(best)
}

fn known(header: &Header<'_>) -> Result<Option<Match>, Refusal> {
    let mut best: Option<Match> = None;
    for format in FAMILIES.iter().copied().flatten() {
        let evidence: Option<Vec<usize>> = format.signature.iter().map(|keys| header.column(keys)).collect();
        let Some(evidence) = evidence else { continue };
        // Above whatever names alone suggest.
        let score = 100 + evidence.len();
        if best.as_ref().is_some_and(|best| best.score >= score) {
            continue;
        }
        if let Some(plan) = (format.plan)(header)? {
            best =
                Some(Match { at: header.at, source: format.name.to_owned(), evidence, plan, is_guess: false, score });
        }
    }
    Ok(best)
}

/// What the events are about where no row says so: the name of the file without its ending.
fn title(file: &str) -> (String, Assumption) {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let text = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
    (text.clone(), Assumption::Item { text })
}
