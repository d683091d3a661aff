//! Rows + definition → who is looked at, from when to when, and how each one's time to competency ended
//! (metrics.md sections 2 and 3).

mod competency;
mod group;
mod scope;

pub use competency::{Rule, Spells, observed_items, spells};
pub use group::Groups;
pub use scope::{Member, Scope, data_date, split_by_date};
