//! What a definition leaves to the data: data date, launch, behaviours and measured items.

use super::InForce;
use super::study::Basis;
use crate::cohort::Scope;
use crate::definition::{Definition, KpiItem};
use crate::record::EventKind;
use crate::time::Day;

pub fn in_force(definition: &Definition, scope: &Scope, observed: &[String], measured: &[KpiItem]) -> InForce {
    let mut behaviours =
        if definition.behaviours.is_empty() { observed.to_vec() } else { definition.behaviours.clone() };
    behaviours.sort();
    behaviours.dedup();
    let kpi_items = if definition.kpi_items.is_empty() { measured.to_vec() } else { definition.kpi_items.clone() };
    InForce {
        definition: definition.clone(),
        cutoff: scope.cutoff,
        launch: definition.launch.or_else(|| scope.earliest_start()),
        behaviours,
        kpi_items,
    }
}

/// Every item measured of a learner up to the data date, by name; higher is better unless somebody says otherwise.
pub fn measured_items(basis: Basis<'_>, scope: &Scope) -> Vec<KpiItem> {
    let Some(Day(cutoff)) = scope.cutoff else { return Vec::new() };
    let mut seen = vec![false; basis.tables.items.len()];
    for learner in &scope.learners {
        for at in basis.runs.run(learner.person, EventKind::Measured) {
            if basis.runs.day[at] <= cutoff {
                seen[basis.runs.item(at) as usize] = true;
            }
        }
    }
    let present = (0..seen.len()).filter(|&code| seen[code]);
    let mut names: Vec<String> = present.map(|code| basis.tables.items.text(code as u32).to_owned()).collect();
    names.sort();
    names.into_iter().map(|item| KpiItem { item, lower_is_better: false }).collect()
}
