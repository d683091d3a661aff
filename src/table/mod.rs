//! The columnar store of people and events: dictionary codes, days as `i32`, one entry a row in every column.

mod aside;
mod dictionary;
mod events;
mod labels;
mod layer;
mod managers;
mod part;
mod people;
mod renamed;
mod runs;
mod said;
mod seen;
mod texts;
mod who;

pub use aside::{Aside, record};
pub use dictionary::{Code, Dictionary};
pub(crate) use dictionary::{fold, word_of};
pub use events::{Events, LIVE, NO_CONTEXT, SIMULATED, What};
pub use labels::Labels;
pub use layer::{How, Layer, layer_of, rows_of};
pub use managers::{Managers, Managing};
pub use part::Part;
pub use people::{ALWAYS, NO_DAY, NONE, People};
pub use renamed::Renaming;
pub use runs::Runs;
pub use said::{Known, Said};
pub use texts::Texts;
pub use who::Who;

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
    /// What files say of who is who, in their order.
    pub said: Vec<Said>,
    /// What follows from it and from what was decided: worked out when every file is in.
    pub who: Who,
    /// Who managed whom when: the same.
    pub managers: Managers,
    /// What people and teams are called while names are hidden.
    pub labels: Option<Box<Labels>>,
    /// Rows that were set aside.
    pub aside: Aside,
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
            said: Vec::new(),
            who: Who::default(),
            managers: Managers::default(),
            labels: None,
            aside: Aside::default(),
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
    said: usize,
    aside: usize,
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
        self.rosters.push(Layer { first: first as u32, import: self.import, whole: true, how: How::Told });
    }

    /// The same of events.
    pub fn end_file(&mut self, first: usize) {
        self.files.push(Layer { first: first as u32, import: self.import, whole: true, how: How::Told });
    }

    /// Says how the rows of the last list of people know what they say.
    pub fn roster_is(&mut self, how: How) {
        self.rosters.last_mut().into_iter().for_each(|layer| layer.how = how);
    }

    /// The same of the last events.
    pub fn file_is(&mut self, how: How) {
        self.files.last_mut().into_iter().for_each(|layer| layer.how = how);
    }

    /// Places of the lists of people that hold, without those of one import: where any list is here, nobody is inferred
    /// from events.
    pub fn holding(&self, without: Option<u32>) -> Vec<usize> {
        let has_rows = |at: &usize| !rows_of(&self.rosters, *at, self.people.len()).is_empty();
        let here = (0..self.rosters.len()).filter(|&at| Some(self.rosters[at].import) != without).filter(has_rows);
        let is_told = |at: &usize| self.rosters[*at].how != How::Inferred;
        let has_roster = here.clone().any(|at| is_told(&at));
        here.filter(|at| is_told(at) || !has_roster).collect()
    }

    /// Whether a people row of a layer holds instead of another row of the same person that came before it. Within a list
    /// the later day holds.
    pub fn holds_over(&self, row: u32, earlier: u32, layer: &Layer) -> bool {
        let people = &self.people;
        let said = |row: u32| (people.start[row as usize], people.name.get(row as usize));
        match layer.how {
            // The earliest day, whichever file came first.
            How::Inferred => said(row) < said(earlier),
            How::Told | How::Seen => {
                earlier < layer.first || people.since[row as usize] >= people.since[earlier as usize]
            }
        }
    }

    /// The people row that holds for each person, of all their ids; `NONE` where no roster names them, and for a code
    /// that another one stands for.
    pub fn row_of(&self) -> Vec<u32> {
        self.row_of_without(None)
    }

    /// The same without the rows of an import.
    pub fn row_of_without(&self, import: Option<u32>) -> Vec<u32> {
        let mut row_of = vec![NONE; self.ids.len()];
        for at in self.holding(import) {
            let layer = &self.rosters[at];
            for row in rows_of(&self.rosters, at, self.people.len()) {
                let held = &mut row_of[self.who.of(self.people.person[row]) as usize];
                if *held == NONE || self.holds_over(row as u32, *held, layer) {
                    *held = row as u32;
                }
            }
        }
        row_of
    }

    /// The manager that a people row names, or `Dictionary::EMPTY`; on another day it may have been somebody else.
    pub fn manager(&self, row: u32) -> Code {
        self.who.of(self.people.manager[row as usize])
    }

    pub fn mark(&mut self) -> Mark {
        Mark {
            dictionaries: self.dictionaries().map(|d| d.len()),
            people: self.people.len(),
            events: self.events.len(),
            rosters: self.rosters.len(),
            files: self.files.len(),
            said: self.said.len(),
            aside: self.aside.len(),
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
        self.said.truncate(mark.said);
        self.aside.truncate(mark.aside);
    }
}
