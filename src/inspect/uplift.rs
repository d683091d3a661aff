//! The change of a measured indicator.

use super::account::Account;
use super::context::Context;
use super::event_rows::{EventRows, Rests};
use super::learners::everybody;
use super::listing::people;
use super::naming::nameable;
use super::words::{data_date, sentences};
use super::{Inspection, Opened};
use crate::analysis::Uplift;
use crate::export::computed_csv::Cell;
use crate::kpi::uplift::{Measured, measured};
use crate::{format, n, t};

/// Why a learner is not in the figure.
const UNUSED: [&str; 2] = [n!("nothing completed so far"), n!("not measured both before and after")];

pub fn uplift(context: &Context<'_>, item: &str) -> Option<Opened> {
    let uplifts = context.study.uplifts(context.basis);
    let found: &Uplift = uplifts.iter().find(|found| found.item == item)?;
    let (study, basis) = (context.study, context.basis);
    let measured = measured(basis.tables, basis.runs, &study.scope.learners, study.scope.cutoff?, item);
    let counted: Vec<bool> = measured.iter().map(|measured| matches!(measured, Measured::Both { .. })).collect();
    let of = everybody();
    let members = context.members(&of, &counted)?;
    let target = format::change(found.target);
    let better = match found.lower_is_better {
        true => t!("Lower is better, the target is {target}.", target),
        false => t!("Higher is better, the target is {target}.", target),
    };
    let means = t!(
        "For each person the mean of {item} in the 90 days before the first completed module, and in the 90 days after it; \
         the mean of the second ÷ the mean of the first − 1.",
        item
    );
    let inspection = Inspection {
        title: t!("Change of {item} after the first completed module", item),
        definition: sentences([&means, &better, &data_date(&study.in_force)]),
        formula: t!("exp(ln R ± t·se) − 1, R = P/B; se² = sample variance of pᵢ/P − bᵢ/B, over n; t of n − 1 degrees")
            .to_owned(),
        assumption: t!(
            "People changed regardless of each other. It does not compare with people who were not trained, and \
                        holds no regression to the mean apart: a group chosen for a low figure rises by itself."
        )
        .to_owned(),
        unit: t!("share of the mean before").to_owned(),
        source: t!(
            "Delta method for a ratio of paired means: Casella and Berger 2002, 5.5.4; regression to the mean: \
                    Barnett, van der Pols and Dobson 2005, International Journal of Epidemiology 34:215–220"
        )
        .to_owned(),
        people: Account::of_learners(context, &of, &members, &UNUSED, |at| match measured[at] {
            Measured::NothingCompleted => 0,
            Measured::NotBoth | Measured::Both { .. } => 1,
        }),
        ..Inspection::default()
    };
    let listed = nameable(context, &counted, None);
    let table = people(context, &listed, &[n!("mean_before"), n!("mean_after")], |at| match measured[at] {
        Measured::Both { before, after } => vec![Cell::Number(Some(before)), Cell::Number(Some(after))],
        _ => vec![Cell::Number(None), Cell::Number(None)],
    });
    let event_rows = Some(EventRows { listed, rests: Rests::Measured(item.to_owned()) });
    Some(Opened { inspection, people: table, event_rows, computed: None })
}
