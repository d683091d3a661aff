//! Stored forms. Each has a version and a checksum, and is a type of its own.

mod form1;
mod form2;
mod form3;
pub mod profiles;
pub mod sealed;
pub mod settings;
pub mod tables;
