//! Names hidden: a neutral label in the place of each person and each team, for screens that others look at.
//!
//! The same data always give the same labels. The numbers of people follow the order of a hash of what they stand for,
//! which says nothing of names, rows or results; those of teams the order of their names, so that of equally small groups
//! the same one is hidden whether names are or not.

use xxhash_rust::xxh3::xxh3_64;

use super::{Code, NONE, Tables};
use crate::{language, n, t};

/// What a team may be called, the first word first: never as some team of the data is.
const TEAMS: [&str; 4] = [n!("Team"), n!("Group"), n!("Unit"), n!("Crew")];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// By person code.
    people: Vec<String>,
    /// By team code; that of no team is empty.
    teams: Vec<String>,
}

impl Labels {
    /// `row_of` is the people row that holds for each person code; who is who is settled.
    pub fn of(tables: &Tables, row_of: &[u32]) -> Labels {
        let mut manages = vec![false; tables.ids.len()];
        for &row in row_of.iter().filter(|row| **row != NONE) {
            tables.managing(row).for_each(|managing| manages[managing.manager as usize] = true);
        }
        let leader = tables.roles.find(b"leader");
        let kind = |code: Code| match row_of.get(code as usize) {
            Some(&row) if row != NONE && Some(tables.people.role[row as usize]) == leader => t!("Leader"),
            _ if manages[code as usize] => t!("Manager"),
            Some(&row) if row != NONE => t!("Learner"),
            _ => t!("Person"),
        };
        let codes = || 1..tables.ids.len() as Code;
        let is_one = |code: Code| tables.who.of(code) == code;
        let hash = |code: Code| xxh3_64(tables.ids.text(code).as_bytes());
        let mut people = numbered(tables.ids.len(), codes().filter(|&code| is_one(code)), kind, hash);
        // Another id of somebody is called like them.
        for code in codes().filter(|&code| !is_one(code)) {
            people[code as usize] = people[tables.who.of(code) as usize].clone();
        }
        let all = || 1..tables.teams.len() as Code;
        let name = |code: Code| tables.teams.text(code);
        let labels = TEAMS.map(|word| numbered(tables.teams.len(), all(), |_| language::text(word), name));
        let is_free = |labels: &&Vec<String>| !labels.iter().skip(1).any(|l| tables.teams.find(l.as_bytes()).is_some());
        let teams = labels.iter().find(is_free).unwrap_or(&labels[0]).clone();
        Labels { people, teams }
    }

    pub fn person(&self, code: Code) -> &str {
        self.people.get(code as usize).map_or("", String::as_str)
    }

    pub fn team(&self, code: Code) -> &str {
        self.teams.get(code as usize).map_or("", String::as_str)
    }

    pub fn find_person(&self, label: &str) -> Option<Code> {
        find(&self.people, label)
    }

    pub fn find_team(&self, label: &str) -> Option<Code> {
        find(&self.teams, label)
    }
}

fn find(labels: &[String], label: &str) -> Option<Code> {
    labels.iter().position(|one| one == label).map(|at| at as Code)
}

/// "Learner 007": numbers of one length, so that labels in order of text are in order of number. By kind and `place`.
fn numbered<'a, T: Ord>(
    codes: usize,
    named: impl Iterator<Item = Code>,
    kind: impl Fn(Code) -> &'a str,
    place: impl Fn(Code) -> T,
) -> Vec<String> {
    let mut order: Vec<(&str, T, Code)> = named.map(|code| (kind(code), place(code), code)).collect();
    order.sort_unstable();
    let mut labels = vec![String::new(); codes];
    for of_kind in order.chunk_by(|a, b| a.0 == b.0) {
        let width = of_kind.len().to_string().len();
        for (at, (kind, _, code)) in of_kind.iter().enumerate() {
            labels[*code as usize] = format!("{kind} {:0width$}", at + 1);
        }
    }
    labels
}

/// What people and teams are called wherever somebody reads it: the one place where their codes become text.
impl Tables {
    /// The id of a person.
    pub fn person_id(&self, code: Code) -> &str {
        self.labels.as_ref().map_or_else(|| self.ids.text(code), |labels| labels.person(code))
    }

    /// The name in a people row; empty where there is none.
    pub fn person_name(&self, row: u32) -> &str {
        if self.labels.is_some() { "" } else { self.people.name.get(row as usize) }
    }

    pub fn find_person(&self, id: &str) -> Option<Code> {
        self.labels.as_ref().map_or_else(|| self.ids.find(id.as_bytes()), |labels| labels.find_person(id))
    }

    pub fn team(&self, code: Code) -> &str {
        self.labels.as_ref().map_or_else(|| self.teams.text(code), |labels| labels.team(code))
    }

    /// Whoever recorded an event.
    pub fn observer(&self, row: usize) -> &str {
        if self.labels.is_some() { "" } else { self.events.by.get(row) }
    }

    /// What was noted with an event.
    pub fn note(&self, row: usize) -> &str {
        if self.labels.is_some() { "" } else { self.events.note.get(row) }
    }

    /// What a team is called now that was called otherwise when names were shown, or hidden.
    pub fn renamed_team(&self, row_of: &[u32], name: &str) -> Option<String> {
        match &self.labels {
            Some(labels) => self.teams.find(name.as_bytes()).map(|code| labels.team(code).to_owned()),
            None => Labels::of(self, row_of).find_team(name).map(|code| self.teams.text(code).to_owned()),
        }
        .filter(|name| !name.is_empty())
    }
}
