//! Which column stands for the person: the first that is mostly filled in. Others in its row are further ids of the same
//! person (`known`), so that it does not matter which one another file has.

use super::body::Body;
use crate::import::header::Header;
use crate::import::plan::Plan;
use crate::import::written::is_blank;
use crate::receipt::Identity;

/// Rows that are looked at.
const SAMPLE: usize = 2_000;

pub fn choose(header: &Header<'_>, plan: &Plan, body: &Body) -> (Identity, usize) {
    if let (true, Some(first)) = (plan.first_named, plan.person.first()) {
        return *first;
    }
    let rows = &body.rows[..body.rows.len().min(SAMPLE)];
    let filled = |column: usize| rows.iter().filter(|row| !is_blank(header.sheet.cell(**row, column))).count();
    // A column that is mostly empty stands for nobody while another is filled.
    let first = plan.person.iter().find(|(_, column)| filled(*column) * 2 > rows.len());
    let most = || plan.person.iter().rev().max_by_key(|(_, column)| filled(*column));
    // A plan always names a column.
    first.or_else(most).copied().unwrap_or((Identity::Name, 0))
}
