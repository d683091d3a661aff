//! Everything that is tested natively and from outside, in one program: one module per topic.

mod awkward;
mod bad_input;
mod batch;
mod boundaries;
mod clock;
mod company;
mod competency;
mod containers;
mod detail;
mod exports;
mod hostile;
mod import_laws;
mod inspect;
mod log_rank_laws;
mod overlap;
mod published;
mod recompute;
mod reference;
mod roster;
mod sample_company;
mod saved_tables;
mod start_page;
mod support;
mod suppression;
mod survival_laws;
mod undo;
