//! One import taken out of the tables: its rows, and the texts that no other row has.

use super::aside::Aside;
use super::dictionary::Code;
use super::events::{Events, SIMULATED};
use super::layer::{self, Layer};
use super::people::People;
use super::said::Said;
use super::{Dictionary, Tables, What};

/// What an import brought, and where it stood. Good for the tables it was taken out of, as long as nothing comes in.
#[derive(Debug)]
pub struct Part {
    people: (usize, People),
    events: (usize, Events),
    rosters: (usize, Vec<Layer>),
    files: (usize, Vec<Layer>),
    aside: (usize, Aside),
    said: (usize, Vec<Said>),
    /// Of each dictionary.
    texts: [Vec<(Code, Box<str>)>; 7],
}

impl Tables {
    /// Takes an import out. What is left is what the other imports brought, row by row; of texts that no row has any more
    /// nothing stays.
    pub fn take_out(&mut self, import: u32) -> Part {
        let people = layer::rows_of_import(&self.rosters, import, self.people.len());
        let events = layer::rows_of_import(&self.files, import, self.events.len());
        let rosters = layer::take_out(&mut self.rosters, import, people.len());
        let files = layer::take_out(&mut self.files, import, events.len());
        let aside = self.aside.rows_of_import(import);
        let aside = (aside.start, self.aside.take_out(aside));
        let of = self.said.partition_point(|said| said.import < import)
            ..self.said.partition_point(|said| said.import <= import);
        let said = (of.start, self.said.drain(of).collect());
        let people = (people.start, self.people.take_out(people));
        let events = (events.start, self.events.take_out(events));
        Part { people, events, rosters, files, aside, said, texts: self.forget() }
    }

    /// Puts it back where it was.
    pub fn put_back(&mut self, part: Part) {
        for (dictionary, texts) in self.dictionaries().into_iter().zip(&part.texts) {
            dictionary.recall(texts);
        }
        let Part { people, events, rosters, files, aside, said, .. } = part;
        layer::put_back(&mut self.rosters, rosters.0, rosters.1, people.1.len());
        layer::put_back(&mut self.files, files.0, files.1, events.1.len());
        self.aside.put_in(aside.0, aside.1);
        self.said.splice(said.0..said.0, said.1);
        self.people.put_in(people.0, people.1);
        self.events.put_in(events.0, events.1);
    }

    /// Forgets the texts that no row has.
    fn forget(&mut self) -> [Vec<(Code, Box<str>)>; 7] {
        let Tables { people, events, .. } = self;
        let contexts: Vec<Code> = events.what.iter().map(|&what| What(what).context()).collect();
        let rows: [&[&[Code]]; 7] = [
            &[&people.person, &people.manager, &events.person],
            &[&people.role],
            &[&people.cohort],
            &[&people.location],
            &[&people.team],
            &[&events.item],
            // Every table has these.
            &[&contexts, &[SIMULATED, SIMULATED - 1]],
        ];
        let of = |dictionary: &Dictionary, columns: &[&[Code]]| {
            let mut used = vec![false; dictionary.len()];
            used[Dictionary::EMPTY as usize] = true;
            columns.iter().flat_map(|column| column.iter()).for_each(|&code| used[code as usize] = true);
            used
        };
        let [ids, roles, cohorts, locations, teams, items, with] = rows;
        let used = [
            of(&self.ids, ids),
            of(&self.roles, roles),
            of(&self.cohorts, cohorts),
            of(&self.locations, locations),
            of(&self.teams, teams),
            of(&self.items, items),
            of(&self.contexts, with),
        ];
        let mut used = used.iter();
        self.dictionaries().map(|dictionary| used.next().map_or(Vec::new(), |used| dictionary.forget(used)))
    }
}
