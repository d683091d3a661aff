//! Rampline's pure core.
pub mod analysis;
pub mod chart;
pub mod definition;
pub mod finding;
pub mod format;
pub mod protocol;
pub mod receipt;
pub mod saved;
pub mod state;
pub mod survival;
pub mod time;
