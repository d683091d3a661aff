//! The accountable indicators (metrics.md section 6).

pub mod coaching;
pub mod first_application;
pub mod uplift;

/// Targets of section 6: share with a first application in time, coaching minutes a week.
pub const FIRST_APPLICATION_TARGET: f64 = 0.7;
pub const COACHING_TARGET: f64 = 30.0;
