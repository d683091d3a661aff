//! Stored forms. Each has a version and a checksum, and is a type of its own.

pub mod settings;
pub mod tables;
