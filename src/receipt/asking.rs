//! Questions as the page shows them: fields with a choice each. The page knows nothing of what is asked.

use serde::{Deserialize, Serialize};

/// Everything that is asked about one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    pub title: String,
    pub words: String,
    pub groups: Vec<Group>,
    /// Number of the group that is to be changed; where there is none the form is read from its beginning.
    pub at: Option<u32>,
    /// The name offered for what is answered, kept for the next export of this kind; empty where nothing is to be kept.
    pub keep: String,
}

impl Asking {
    /// Id of what is to be filled in first: of the heading, or of the first field of the group that is to be changed.
    pub fn place(&self, file: &str) -> String {
        match self.at {
            Some(at) => {
                let before: usize = self.groups.iter().take(at as usize).map(|group| group.fields.len()).sum();
                format!("{file}-{before}")
            }
            None => format!("asks-{file}"),
        }
    }
}

/// Fields with the same options.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub title: String,
    pub words: String,
    /// Above label, what was seen, and the choice.
    pub head: [String; 3],
    pub options: Vec<String>,
    /// What it means to pick none of them; empty where one has to be picked.
    pub nothing: String,
    pub fields: Vec<Field>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    pub label: String,
    /// What the file has there.
    pub seen: String,
    /// What the choice made rests on; empty where nothing has to be said.
    pub hint: String,
    pub picked: Option<u32>,
}
