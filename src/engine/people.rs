//! Who is who: what follows from the files, and what somebody decided.

use std::collections::{HashMap, HashSet};

use super::{Data, Engine};
use crate::identity::{self, Named, Proposal};
use crate::receipt::{Assumption, Decision, Kind, Receipt};
use crate::table::{Code, How, Known, NONE, Runs, Tables, layer_of, rows_of};

impl Data {
    /// Works out who is who; `true` where that changed, and the events have to be sorted anew.
    pub(super) fn identify(&mut self) -> bool {
        let mut listed = vec![false; self.tables.ids.len()];
        self.tables.people.person.iter().for_each(|&person| listed[person as usize] = true);
        let who = identity::resolve(&self.tables.ids, self.known(), &self.decisions, |code| listed[code as usize]);
        let changed = who != self.tables.who;
        self.tables.who = who;
        changed
    }

    /// What the files that are here say, each entry with the place of its table among all that say something.
    fn known(&self) -> impl Iterator<Item = (usize, &Known)> + Clone {
        let said = self.tables.said.iter().enumerate();
        said.flat_map(|(at, said)| said.known.iter().map(move |known| (at, known)))
    }

    /// People of whom only the names agree.
    pub fn proposals(&self) -> Vec<Proposal> {
        let tables = &self.tables;
        let (people, rosters) = (&tables.people, &tables.rosters);
        let of_lists = people.person.iter().enumerate().map(|(row, &person)| Named {
            person,
            name: people.name.get(row),
            source: layer_of(rosters, row as u32),
        });
        let of_files = self.known().filter_map(|(at, known)| {
            let person = tables.ids.find(known.person.as_bytes())?;
            Some(Named { person, name: &known.name, source: rosters.len() + at })
        });
        // Where a file has nothing but names, they stand for the people.
        let is_listed = |code: Code| self.row_of.get(code as usize).is_some_and(|&row| row != NONE);
        let alone = (0..self.row_of.len() as Code)
            .filter(|&code| tables.who.of(code) == code && !is_listed(code) && !self.runs.person(code).is_empty());
        let of_names = alone.clone().map(|person| Named {
            person,
            name: tables.ids.text(person),
            source: usize::MAX - person as usize,
        });
        let mut sources = rosters.len() + self.known().map(|(at, _)| at).collect::<HashSet<_>>().len();
        sources += alone.clone().filter(|&code| tables.ids.text(code).contains(' ')).take(2).count();
        // Two of one name in one file are two people.
        if sources < 2 {
            return Vec::new();
        }
        let named = of_lists.chain(of_files).chain(of_names);
        identity::proposals(named, &tables.who, &self.decisions, &tables.ids, is_listed)
    }

    /// How many texts stand for people beside their first.
    pub fn merged(&self) -> u64 {
        self.tables.who.merged().count() as u64
    }
}

/// Counts the events that lie between two lists of one day, and those that the first list had already.
pub(super) fn tell_seen(tables: &Tables, runs: &Runs, receipts: &mut [Receipt]) {
    let is_seen: Vec<bool> = tables.files.iter().map(|layer| layer.how == How::Seen).collect();
    if !is_seen.contains(&true) {
        return;
    }
    // The day of the first list that has a thing at all.
    let mut first: HashMap<Code, i32> = HashMap::new();
    for at in (0..is_seen.len()).filter(|&at| is_seen[at]) {
        for row in rows_of(&tables.files, at, tables.events.len()) {
            let day = tables.events.day[row];
            first.entry(tables.events.item[row]).and_modify(|known| *known = day.min(*known)).or_insert(day);
        }
    }
    let mut counts = vec![(0, 0); is_seen.len()];
    for &row in &runs.row {
        let at = layer_of(&tables.files, row);
        if is_seen[at] {
            let is_first = first.get(&tables.events.item[row as usize]) == Some(&tables.events.day[row as usize]);
            *(if is_first { &mut counts[at].1 } else { &mut counts[at].0 }) += 1;
        }
    }
    let events = receipts.iter_mut().filter(|receipt| receipt.kind == Kind::Events);
    for (receipt, count) in events.zip(counts) {
        for assumption in &mut receipt.reading.assumptions {
            if let Assumption::Seen { between, at_first } = assumption {
                (*between, *at_first) = count;
            }
        }
    }
}

impl Engine {
    /// Keeps a decision about two people, instead of an earlier one about the same two.
    pub fn decide(&mut self, decision: Decision) {
        self.revoke(&decision.one, &decision.other);
        self.data.decisions.push(decision);
        self.identified();
    }

    /// Decides about a proposal, by the number of the two; `false` where it is none any more.
    pub fn decide_pair(&mut self, pair: u64, is_same: bool) -> bool {
        let found = self.data.proposals().into_iter().find(|p| identity::pair(&p.one.person, &p.other.person) == pair);
        let Some(Proposal { one, other, .. }) = found else { return false };
        self.decide(Decision { one: one.person, other: other.person, is_same });
        true
    }

    /// Takes a decision back, by the number of the two; `false` where there is none.
    pub fn withdraw_pair(&mut self, pair: u64) -> bool {
        let found = self.data.decisions.iter().find(|d| identity::pair(&d.one, &d.other) == pair).cloned();
        let Some(Decision { one, other, .. }) = found else { return false };
        self.withdraw(&one, &other);
        true
    }

    /// Takes a decision back.
    pub fn withdraw(&mut self, one: &str, other: &str) {
        self.revoke(one, other);
        self.identified();
    }

    fn revoke(&mut self, one: &str, other: &str) {
        self.cancel();
        self.data.decisions.retain(|decision| !decision.is_about(one, other));
    }

    fn identified(&mut self) {
        if self.data.identify() {
            self.data.sort();
            self.data.settle();
        }
        self.forget();
    }
}
