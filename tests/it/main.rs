//! Everything that is tested natively and from outside, in one program: one module per topic.

mod boundaries;
mod published;
mod reference;
mod support;
