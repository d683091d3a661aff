//! The order of day and month, once for each column with dates.

use std::collections::BTreeMap;

use super::body::Body;
use crate::import::desk::Desk;
use crate::import::given::Known;
use crate::import::header::Header;
use crate::import::plan::Plan;
use crate::import::problems::shortened;
use crate::import::written::date::{self, Written};
use crate::import::written::order::{Evidence, Verdict};
use crate::receipt::{Assumption, Because, DateOrder, Question, Refusal};
use crate::time::Day;

#[derive(Debug, Default)]
pub struct Dates {
    order: BTreeMap<usize, DateOrder>,
}

impl Dates {
    /// Decides from all values of a column, else from its neighbors, else by what is known of the source; asks where
    /// nothing tells. The question is one that an answer could change.
    pub async fn decide(
        header: &Header<'_>,
        plan: &Plan,
        body: &Body,
        known: Known<'_>,
        source: Option<&str>,
        desk: &Desk,
    ) -> Result<(Dates, Vec<Assumption>, Option<Question>), Refusal> {
        let mut dates = Dates::default();
        let mut question = None;
        let mut assumptions = Vec::new();
        let mut open = Vec::new();
        let mut shown = None;
        let columns = plan.dates();
        for (at, &column) in columns.iter().enumerate() {
            desk.at(at, columns.len());
            let evidence = evidence(header, body, column, desk).await;
            let name = header.name(column);
            for (holds, assumption) in [
                (evidence.two_digit_years, Assumption::TwoDigitYears { column: name.clone() }),
                (evidence.serials, Assumption::Serials { column: name.clone() }),
                (evidence.unix, Assumption::UnixTime { column: name.clone() }),
            ] {
                if holds {
                    assumptions.push(assumption);
                }
            }
            match evidence.verdict() {
                Verdict::NoMatter => {}
                Verdict::Open(example) => open.push((column, example)),
                Verdict::Shown(order, value) => {
                    shown.get_or_insert((order, name.clone()));
                    let because = Because::Value(shortened(&value));
                    dates.order.insert(column, order);
                    assumptions.push(Assumption::Order { column: name, order, because });
                }
            }
        }
        for (column, example) in open {
            let name = header.name(column);
            let decided = match (known.answers.date_order, &shown, plan.order) {
                (Some(order), _, _) => Some((order, Because::Answer)),
                (None, Some((order, neighbor)), _) => Some((*order, Because::Neighbor(neighbor.clone()))),
                (None, None, Some(order)) => Some((order, Because::Source)),
                (None, None, None) => None,
            };
            let read = decided.as_ref().map(|(order, _)| *order);
            let asked = Question::DateOrder { column: name.clone(), example: shortened(&example), read };
            let Some((order, because)) = decided else {
                if known.ask {
                    question.get_or_insert(asked);
                    continue;
                }
                return Err(known.asks(vec![asked], source, header.file));
            };
            question.get_or_insert(asked);
            dates.order.insert(column, order);
            assumptions.push(Assumption::Order { column: name, order, because });
        }
        Ok((dates, assumptions, question))
    }

    /// The day a cell of this column means, and the time of day behind it.
    pub fn read<'t>(&self, column: usize, text: &'t str) -> Option<(Day, &'t str)> {
        let written: Written<'t> = date::read(text)?;
        Some((written.day(self.order.get(&column).copied())?, written.time))
    }
}

async fn evidence(header: &Header<'_>, body: &Body, column: usize, desk: &Desk) -> Evidence {
    let mut evidence = Evidence::default();
    for &row in &body.rows {
        desk.did(2).await;
        let text = header.sheet.cell(row, column);
        if let Some(written) = date::read(text) {
            evidence.see(text, &written);
        }
    }
    evidence
}
