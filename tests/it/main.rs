//! Everything that is tested natively and from outside, in one program: one module per topic.

mod batch;
mod boundaries;
mod company;
mod import_laws;
mod overlap;
mod reference;
mod support;
