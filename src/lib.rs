//! Rampline's pure core.
pub mod analysis;
pub mod chart;
pub mod cohort;
pub mod definition;
pub mod engine;
pub mod export;
pub mod finding;
pub mod format;
pub mod import;
pub mod kpi;
pub mod privacy;
pub mod protocol;
pub mod receipt;
pub mod record;
pub mod survival;
pub mod table;
pub mod time;
