//! Groups beside each other: one test over all of them, then pair by pair. No p-value on few events, no pairs of many
//! groups (metrics.md, section 4).

use super::document::{Block, Cell, Section, Table};
use super::{Stage, slots};
use crate::analysis::{Breakdown, Pair};
use crate::finding::FEW_EVENTS;
use crate::inspect::Number;
use crate::{format, t};

/// Longer lists of pairs are folded.
const PAIRS_IN_SIGHT: usize = 3;

/// `None` without two groups to compare.
pub fn pairs(stage: &Stage<'_>) -> Option<Section> {
    let breakdown = stage.breakdown().filter(|b| b.shown.groups.len() > 1)?;
    let pairs = match breakdown.shown.pairs.len() {
        _ if breakdown.shown.groups.len() > slots::MOST => Block::words(t!(
            "More than six groups make too many pairs to compare: differences by chance alone would show."
        )),
        n if n > PAIRS_IN_SIGHT => Block::Folded { summary: t!("All {n} pairs", n), table: table(breakdown) },
        _ => Block::Table(table(breakdown)),
    };
    Some(Section::new("pairs", t!("Do the groups differ?"), [log_rank(breakdown), pairs]))
}

fn log_rank(breakdown: &Breakdown) -> Block {
    Block::Words { text: test(breakdown), opens: Some(Number::LogRank { by: breakdown.by }) }
}

fn test(breakdown: &Breakdown) -> String {
    let test = &breakdown.shown.logrank;
    let few: Vec<&str> = breakdown
        .shown
        .groups
        .iter()
        .filter(|g| g.curve.events < FEW_EVENTS)
        .map(|g| format::group(&g.curve.group))
        .collect();
    match (test.chi2, test.p) {
        (Some(chi2), Some(p)) if few.is_empty() => t!(
            "Log-rank test over the groups shown: {chi2}, {p}. It asks whether the curves could come from one, not how far \
             apart they are.",
            chi2 = format::chi_square(chi2),
            p = format::p_value(p)
        ),
        (Some(_), Some(_)) if few.len() == 1 => t!(
            "No p-value: it needs {n} competent people in each group, and {names} has fewer. The intervals still hold.",
            n = FEW_EVENTS,
            names = few.join(", ")
        ),
        (Some(_), Some(_)) => t!(
            "No p-value: it needs {n} competent people in each group, and {names} have fewer. The intervals still hold.",
            n = FEW_EVENTS,
            names = few.join(", ")
        ),
        _ => t!("No test: it needs two groups with people at risk and somebody who became competent.").to_owned(),
    }
}

fn table(breakdown: &Breakdown) -> Table {
    let tau = breakdown.shown.tau.map_or_else(String::new, format::days);
    let caption = t!(
        "Difference of the mean days until competent, within the first {tau} (restricted mean), first group minus second; p \
         by log-rank, adjusted after Holm",
        tau
    );
    let rows = breakdown.shown.pairs.iter().map(|pair| row(breakdown, pair)).collect();
    Table::new(
        t!("Pairs of groups, table"),
        caption,
        &[t!("Groups"), t!("Difference, days"), t!("95 % interval"), "p"],
        rows,
    )
}

fn row(breakdown: &Breakdown, pair: &Pair) -> Vec<Cell> {
    let difference = pair.rmst_difference.map_or_else(|| format::NOT_DEFINED.to_owned(), format::decimal);
    let band = pair.band.map(|b| format::span(format::decimal(b.lower), format::decimal(b.upper)));
    let groups = [pair.a, pair.b].map(|place| breakdown.shown.group(place));
    let enough = groups.iter().flatten().all(|ttc| ttc.curve.events >= FEW_EVENTS);
    let [a, b] = groups.map(|ttc| ttc.map_or("", |ttc| ttc.curve.group.as_str()));
    let p = match pair.p_holm {
        Some(p) if enough => format::p_value(p),
        _ if !enough => t!("too few events").to_owned(),
        _ => format::NOT_DEFINED.to_owned(),
    };
    let number = Number::Difference { by: breakdown.by, a: a.to_owned(), b: b.to_owned() };
    vec![
        format::all_of(&[a, b].map(format::group)).into(),
        Cell::from(difference).opening(number.clone()),
        band.unwrap_or_default().into(),
        Cell::from(p).opening(number),
    ]
}
