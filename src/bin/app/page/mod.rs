//! The screens.

pub mod curves;
pub mod data;
pub mod definitions;
pub mod import;
pub mod screen;
pub mod start;
