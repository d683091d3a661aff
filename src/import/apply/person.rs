//! Which column stands for the person: the one whose values are known already, else the first that is filled in.

use super::body::Body;
use super::spelled;
use crate::import::header::Header;
use crate::import::plan::Plan;
use crate::import::written::is_blank;
use crate::receipt::Identity;
use crate::table::Tables;

/// Rows that are looked at.
const SAMPLE: usize = 2_000;

pub fn choose(header: &Header<'_>, plan: &Plan, body: &Body, tables: &Tables) -> (Identity, usize) {
    let rows = &body.rows[..body.rows.len().min(SAMPLE)];
    let count = |column: usize, is: &dyn Fn(&str) -> bool| {
        rows.iter().filter(|row| is(header.sheet.cell(**row, column))).count()
    };
    let known = |&&(identity, column): &&(Identity, usize)| {
        count(column, &|text| !is_blank(text) && tables.ids.find(spelled(identity, text).as_bytes()).is_some())
    };
    // Of equals the first.
    let best_known = plan.person.iter().rev().max_by_key(known).filter(|candidate| known(candidate) > 0);
    let filled = |column| count(column, &|text| !is_blank(text));
    // A column that is mostly empty stands for nobody while another is filled.
    let best_filled = plan.person.iter().find(|(_, column)| filled(*column) * 2 > rows.len()).or(plan
        .person
        .iter()
        .rev()
        .max_by_key(|(_, column)| filled(*column)));
    // A plan always names a column.
    best_known.or(best_filled).copied().unwrap_or((Identity::Name, 0))
}
