//! The columnar store of people and events: dictionary codes, days as `i32`, one entry a row in every column.

mod dictionary;
mod events;
mod people;
mod runs;
mod texts;

pub use dictionary::{Code, Dictionary};
pub(crate) use dictionary::{fold, word_of};
pub use events::{Events, LIVE, NO_CONTEXT, SIMULATED, What};
pub use people::{NO_DAY, NONE, People};
pub use runs::{Runs, file_of};
pub use texts::Texts;

/// Both tables and the dictionaries they share. Rows only ever come at the end, so that an import can be taken back.
#[derive(Clone, Debug)]
pub struct Tables {
    /// Texts of `person_id` and `manager_id`.
    pub ids: Dictionary,
    pub roles: Dictionary,
    pub cohorts: Dictionary,
    pub locations: Dictionary,
    pub teams: Dictionary,
    pub items: Dictionary,
    pub contexts: Dictionary,
    pub people: People,
    pub events: Events,
    /// First row of each imported events file, ascending.
    pub files: Vec<u32>,
}

impl Default for Tables {
    fn default() -> Self {
        let mut contexts = Dictionary::new();
        contexts.intern(b"live");
        contexts.intern(b"simulated");
        Tables {
            ids: Dictionary::new(),
            roles: Dictionary::new(),
            cohorts: Dictionary::new(),
            locations: Dictionary::new(),
            teams: Dictionary::new(),
            items: Dictionary::new(),
            contexts,
            people: People::default(),
            events: Events::default(),
            files: Vec::new(),
        }
    }
}

/// How long everything was at some moment; `Tables::rewind` goes back to it.
#[derive(Clone, Debug)]
pub struct Mark {
    dictionaries: [usize; 7],
    people: usize,
    events: usize,
    files: usize,
}

impl Tables {
    fn dictionaries(&mut self) -> [&mut Dictionary; 7] {
        [
            &mut self.ids,
            &mut self.roles,
            &mut self.cohorts,
            &mut self.locations,
            &mut self.teams,
            &mut self.items,
            &mut self.contexts,
        ]
    }

    pub fn mark(&mut self) -> Mark {
        Mark {
            dictionaries: self.dictionaries().map(|d| d.len()),
            people: self.people.len(),
            events: self.events.len(),
            files: self.files.len(),
        }
    }

    /// Takes back every row and text since the mark.
    pub fn rewind(&mut self, mark: &Mark) {
        for (dictionary, len) in self.dictionaries().into_iter().zip(mark.dictionaries) {
            dictionary.truncate(len);
        }
        self.people.truncate(mark.people);
        self.events.truncate(mark.events);
        self.files.truncate(mark.files);
    }
}
