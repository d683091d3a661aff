//! What leaves the page as a file.

pub mod curve_csv;
pub mod report;
mod safe;
pub mod table_csv;
