//! The columnar store of people and events: dictionary codes, days as `i32`, one entry a row in every column.

mod dictionary;
mod events;
mod layer;
mod part;
mod people;
mod runs;
mod texts;

pub use dictionary::{Code, Dictionary};
pub(crate) use dictionary::{fold, word_of};
pub use events::{Events, LIVE, NO_CONTEXT, SIMULATED, What};
pub use layer::{Layer, layer_of, rows_of};
pub use part::Part;
pub use people::{NO_DAY, NONE, People};
pub use runs::Runs;
pub use texts::Texts;

/// Both tables and the dictionaries they share. Rows only ever come at the end, in layers, and a code keeps its text, so
/// that an import can be taken back while it runs and taken out later.
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
    /// Where the rows of the people came from, in their order.
    pub rosters: Vec<Layer>,
    /// Where those of the events did.
    pub files: Vec<Layer>,
    /// Number of the import whose rows come in now.
    pub import: u32,
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
            rosters: Vec::new(),
            files: Vec::new(),
            import: 0,
        }
    }
}

/// How long everything was at some moment; `Tables::rewind` goes back to it.
#[derive(Clone, Debug)]
pub struct Mark {
    dictionaries: [usize; 7],
    people: usize,
    events: usize,
    rosters: usize,
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

    /// Says that the people from this row on are one table of the import that comes in.
    pub fn end_roster(&mut self, first: usize) {
        self.rosters.push(Layer { first: first as u32, import: self.import, whole: true });
    }

    /// The same of events.
    pub fn end_file(&mut self, first: usize) {
        self.files.push(Layer { first: first as u32, import: self.import, whole: true });
    }

    pub fn mark(&mut self) -> Mark {
        Mark {
            dictionaries: self.dictionaries().map(|d| d.len()),
            people: self.people.len(),
            events: self.events.len(),
            rosters: self.rosters.len(),
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
        self.rosters.truncate(mark.rosters);
        self.files.truncate(mark.files);
    }
}
