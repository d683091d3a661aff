//! What leaves the page as a file.

pub mod aside_csv;
pub mod calendar;
pub mod computed_csv;
pub mod curve_csv;
pub mod report;
mod safe;
pub mod table_csv;
