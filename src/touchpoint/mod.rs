//! What managers planned to do with their people around a launch, and what they did (metrics.md section 8).

mod adherence;
mod lane;
mod plan;

pub use adherence::{Adherence, ManagerAdherence, PhaseCounts, adherence};
pub use lane::{Became, Dates, Lane, Planned, dates, days_of_plan};
pub use plan::Phase;
