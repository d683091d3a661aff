//! The configuration in force.

use serde::Serialize;

use crate::analysis::InForce;
use crate::definition::{Contexts, KpiItem};
use crate::time::Day;

#[derive(Serialize)]
pub struct Settings {
    cutoff: Option<Day>,
    behaviours: Vec<String>,
    k: u32,
    n: u32,
    min_span: i32,
    contexts: Contexts,
    positive_from: f64,
    tau: i32,
    landmark_day: i32,
    launch: Option<Day>,
    kpi_items: Vec<KpiItem>,
    window_days: i32,
    min_group: i64,
    belief_item: String,
}

impl From<&InForce> for Settings {
    fn from(in_force: &InForce) -> Settings {
        let d = &in_force.definition;
        Settings {
            cutoff: in_force.cutoff,
            behaviours: in_force.behaviours.clone(),
            k: d.k,
            n: d.n,
            min_span: d.min_span,
            contexts: d.contexts,
            positive_from: d.positive_from,
            tau: d.tau,
            landmark_day: d.landmark_day,
            launch: in_force.launch,
            kpi_items: in_force.kpi_items.clone(),
            window_days: d.window_days,
            min_group: d.min_group,
            belief_item: d.belief_item.clone(),
        }
    }
}
