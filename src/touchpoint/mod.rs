//! What managers planned to do with their people around a launch, and what they did (metrics.md section 8).

mod adherence;
mod plan;

pub use adherence::{Adherence, ManagerAdherence, PhaseCounts, adherence};
pub use plan::Phase;
