//! Everything that is tested natively and from outside, in one program: one module per topic.

mod boundaries;
mod reference;
mod saved_tables;
mod start_page;
mod support;
