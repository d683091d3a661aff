//! Groups against each other: the difference of two restricted means, the test of all groups shown.

use super::account::Account;
use super::competency::{CENSORING, MEAN_SOURCE, mean_formula};
use super::context::Context;
use super::event_rows::{EventRows, Rests};
use super::learners::{shown_tables, story};
use super::listing::risk_tables;
use super::naming::nameable;
use super::words::{rule, sentences};
use super::{Inspection, Of, Opened};
use crate::analysis::Grouping;
use crate::survival::{RiskRow, largest_time};
use crate::{format, language, t};

pub fn difference(context: &Context<'_>, by: Grouping, a: &str, b: &str) -> Option<Opened> {
    let learners = context.learners();
    let tables = shown_tables(context, context.split(by)?, &learners);
    let at = |name: &str| tables.iter().position(|(group, _)| *group == name);
    let (at_a, at_b) = (at(a)?, at(b)?);
    if at_a == at_b {
        return None;
    }
    // The horizon is that of all groups shown, not of these two.
    let tau = tables.iter().filter_map(|(_, table)| largest_time(table)).min()?;
    let tau = tau.min(context.study.in_force.definition.tau);
    let [name_a, name_b] = [a, b].map(format::group);
    let inspection = Inspection {
        title: t!("Difference in mean days to competency, {a} and {b}", a = name_a, b = name_b),
        definition: t!(
            "Mean days to competency within the first {days} in {a}, minus those in {b}: negative when {a} is earlier.",
            days = format::days(tau),
            a = name_a,
            b = name_b
        ),
        formula: t!(
            "RMST({a}) − RMST({b}) ± 1.96·√(se² + se²); {mean}",
            a = name_a,
            b = name_b,
            mean = mean_formula(tau)
        ),
        assumption: sentences([
            language::text(CENSORING),
            t!("People were not assigned to groups by lot: the difference is an association."),
        ]),
        unit: t!("days").to_owned(),
        source: MEAN_SOURCE.to_owned(),
        ..Inspection::default()
    };
    Some(open(context, by, &[a, b], inspection, vec![tables[at_a].clone(), tables[at_b].clone()]))
}

pub fn log_rank(context: &Context<'_>, by: Grouping) -> Option<Opened> {
    let learners = context.learners();
    let tables = shown_tables(context, context.split(by)?, &learners);
    if tables.len() < 2 {
        return None;
    }
    let names: Vec<&str> = tables.iter().map(|(name, _)| *name).collect();
    let inspection = Inspection {
        title: t!("Log-rank test of {n} groups", n = names.len()),
        definition: t!(
            "Whether the curves of the groups shown could come from one and the same curve. A p-value is said from \
                        10 people who became competent in each group."
        )
        .to_owned(),
        formula: t!(
            "χ² = (O − E)ᵀ V⁻¹ (O − E), Eᵢ = Σ d·nᵢ/n over the days on which somebody becomes competent; groups − 1 \
                     degrees of freedom"
        )
        .to_owned(),
        assumption: sentences([
            language::text(CENSORING),
            t!(
                "The test sees a difference in pace that lasts; curves that cross may escape it. Groups with nobody at risk \
                on the first such day take no part."
            ),
        ]),
        unit: t!("χ² and p").to_owned(),
        source: t!("Mantel 1966, Cancer Chemotherapy Reports 50:163–170; pairs: Holm 1979, Scandinavian Journal of \
                    Statistics 6:65–70")
        .to_owned(),
        ..Inspection::default()
    };
    Some(open(context, by, &names, inspection, tables.clone()))
}

fn open(
    context: &Context<'_>,
    by: Grouping,
    names: &[&str],
    inspection: Inspection,
    tables: Vec<(&str, Vec<RiskRow>)>,
) -> Opened {
    let learners = context.learners();
    let mut members = vec![false; learners.len()];
    for name in names {
        let of = Of { by, group: Some((*name).to_owned()) };
        let group = context.members(&of, &learners).unwrap_or_default();
        members.iter_mut().zip(group).for_each(|(member, inside)| *member |= inside);
    }
    let named = nameable(context, &learners, None);
    let listed: Vec<bool> = members.iter().zip(&named).map(|(&member, &named)| member && named).collect();
    Opened {
        inspection: Inspection {
            definition: sentences([&inspection.definition, &rule(&context.study.in_force)]),
            people: Account::of_groups(context, &members),
            ..inspection
        },
        people: story(context, &listed),
        event_rows: Some(EventRows { listed, rests: Rests::Observed }),
        computed: Some(risk_tables(tables.iter().map(|(name, table)| (*name, &table[..])))),
    }
}
