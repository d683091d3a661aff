//! What files say of who is who, in their own words: a text of one file may stand in another one as well, or in none.

use serde::{Deserialize, Serialize};

/// One person as a file knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// What stands for the person in the tables.
    pub person: String,
    /// What else stands for them: further ids and addresses.
    pub others: Vec<String>,
    /// Empty where the file has none.
    pub name: String,
}

/// Everybody of one file of whom it says more than one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Number of the import that brought it.
    pub import: u32,
    pub known: Vec<Known>,
}
