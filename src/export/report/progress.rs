//! What managers did and how their teams move: `touchpoints`, `momentum`.

use serde::Serialize;

use super::rows::ends;
use crate::analysis::{Adherence, ManagerAdherence, Momentum, Phase, PhaseCounts};

#[derive(Serialize)]
pub struct ManagerShape {
    manager_id: String,
    #[serde(flatten)]
    adherence: PhasesShape,
}

impl From<&ManagerAdherence> for ManagerShape {
    fn from(manager: &ManagerAdherence) -> ManagerShape {
        ManagerShape { manager_id: manager.manager_id.clone(), adherence: manager.phases.into() }
    }
}

#[derive(Serialize)]
pub struct PhasesShape {
    phases: Vec<PhaseShape>,
    total: AdherenceShape,
}

#[derive(Serialize)]
struct PhaseShape {
    phase: &'static str,
    #[serde(flatten)]
    adherence: AdherenceShape,
}

#[derive(Serialize)]
struct AdherenceShape {
    #[serde(flatten)]
    counts: Adherence,
    adherence: Option<f64>,
}

impl From<Adherence> for AdherenceShape {
    fn from(counts: Adherence) -> AdherenceShape {
        AdherenceShape { counts, adherence: counts.share() }
    }
}

impl From<PhaseCounts> for PhasesShape {
    fn from(counts: PhaseCounts) -> PhasesShape {
        let phases = Phase::ALL.into_iter().zip(counts.0);
        let phases = phases.map(|(phase, counts)| PhaseShape { phase: phase.name(), adherence: counts.into() });
        PhasesShape { phases: phases.collect(), total: counts.total().into() }
    }
}

#[derive(Serialize)]
pub struct MomentumShape {
    group: String,
    n_previous: u32,
    n_current: u32,
    tau: Option<i32>,
    rmst_previous: Option<f64>,
    rmst_current: Option<f64>,
    difference: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    coaching_current: Option<f64>,
    coaching_previous: Option<f64>,
    coaching_difference: Option<f64>,
}

impl From<&Momentum> for MomentumShape {
    fn from(momentum: &Momentum) -> MomentumShape {
        let (lower, upper) = ends(momentum.band);
        MomentumShape {
            group: momentum.group.clone(),
            n_previous: momentum.n_previous,
            n_current: momentum.n_current,
            tau: momentum.tau,
            rmst_previous: momentum.rmst_previous,
            rmst_current: momentum.rmst_current,
            difference: momentum.difference,
            lower,
            upper,
            coaching_current: momentum.coaching_current,
            coaching_previous: momentum.coaching_previous,
            coaching_difference: momentum.coaching_difference,
        }
    }
}
