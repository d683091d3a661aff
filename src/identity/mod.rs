//! The same person across files. Addresses are compared without capitals; ids that stand in one row stand for one person;
//! names alone are never enough, they only make a proposal. What comes of it depends on what the files say and what was
//! decided, never on their order.

mod key;
mod links;
mod names;
mod sets;

pub use key::{Key, NoKey, Stands};
pub use links::resolve;
pub use names::{Named, Proposal, Side, proposals};

/// A number for two texts that stand for people, whichever comes first.
pub fn pair(one: &str, other: &str) -> u64 {
    let (first, second) = if one <= other { (one, other) } else { (other, one) };
    xxhash_rust::xxh3::xxh3_64(format!("{first}\0{second}").as_bytes())
}

/// Whether a text is an e-mail address, as far as it matters here.
fn is_address(text: &str) -> bool {
    text.contains('@')
}
