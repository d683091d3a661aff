//! What a person decided about who is who.

use serde::{Deserialize, Serialize};

/// Two texts that stand for people, as in the files. Kept by text, so that it holds for files that come later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub one: String,
    pub other: String,
    /// Both stand for one person, or for two.
    pub is_same: bool,
}

impl Decision {
    /// Whether it is about these two, whichever comes first.
    pub fn is_about(&self, one: &str, other: &str) -> bool {
        (self.one == one && self.other == other) || (self.one == other && self.other == one)
    }
}
