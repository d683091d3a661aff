//! Distributions of whole numbers of trials and of people, to the last digits that a comparison needs.

mod binomial;
mod student;

pub use binomial::probabilities;
pub use student::student_quantile;
