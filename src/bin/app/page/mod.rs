//! The screens.

pub mod curves;
pub mod data;
pub mod import;
pub mod start;
