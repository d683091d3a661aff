//! Rows + definition → who is looked at, from when to when, and how each one's time to competency ended
//! (metrics.md sections 2 and 3).

mod bits;
mod check_in;
mod chosen;
mod competency;
mod group;
mod milestone;
mod observation;
mod scope;
mod window;

pub use check_in::second_check_ins;
pub use chosen::{Chosen, column, start_months, value};
pub use competency::{Rule, Spells, alone, spells};
pub use group::Groups;
pub use milestone::{first_event, first_events};
pub use observation::{Counting, Observations, Seen};
pub use scope::{Member, Scope, data_date, split_by_date};
