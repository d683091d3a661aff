//! Who is in scope on the data date, in three audiences that share nobody (metrics.md section 2).

use crate::record::EventKind;
use crate::table::{Code, NO_DAY, NONE, Runs, Tables};
use crate::time::Day;

/// A person in scope. Days are days from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    pub person: Code,
    /// Row in the people table.
    pub row: u32,
    pub start: i32,
    /// Last day that can count: the data date, or the day of leaving before it.
    pub last: i32,
    pub left: bool,
}

/// Everybody in scope, each list in the order of first mention in the files.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// `None` when no event of a known person gives a data date and none was set: then nobody is in scope.
    pub cutoff: Option<Day>,
    pub learners: Vec<Member>,
    pub managers: Vec<Member>,
    pub leaders: Vec<Member>,
    /// People who would be learners and have no day 0 under the clock asked for.
    pub not_begun: usize,
}

/// The latest date of an event of a person the roster names.
pub fn data_date(runs: &Runs, row_of: &[u32]) -> Option<Day> {
    let known = row_of.iter().enumerate().filter(|(_, row)| **row != NONE);
    let days = known.flat_map(|(person, _)| &runs.day[runs.person(person as Code)]);
    days.max().map(|&day| Day(day))
}

impl Scope {
    /// `row_of` is the people row that holds for each person code.
    pub fn of(tables: &Tables, row_of: &[u32], cutoff: Option<Day>) -> Scope {
        let Some(Day(last_day)) = cutoff else { return Scope::default() };
        let people = &tables.people;
        let in_scope = |row: &&u32| **row != NONE && people.start[**row as usize] <= last_day;
        let mut manages = vec![false; row_of.len()];
        for &row in row_of.iter().filter(in_scope) {
            for managing in tables.managing(row).filter(|managing| managing.from <= last_day) {
                manages[managing.manager as usize] = true;
            }
        }
        let leader = tables.roles.find(b"leader");

        let mut scope = Scope { cutoff, ..Scope::default() };
        for (person, &row) in row_of.iter().enumerate().filter(|(_, row)| in_scope(row)) {
            let at = row as usize;
            let end = people.end[at];
            let left = end != NO_DAY && end <= last_day;
            let last = if left { end } else { last_day };
            let member = Member { person: person as Code, row, start: people.start[at], last, left };
            if Some(people.role[at]) == leader {
                scope.leaders.push(member);
            } else if manages[person] {
                scope.managers.push(member);
            } else {
                scope.learners.push(member);
            }
        }
        scope
    }

    /// Sets the clocks of the learners to their first event of a kind, up to the last day. Who has none is no
    /// learner yet.
    pub fn begin_with(mut self, kind: EventKind, runs: &Runs) -> Scope {
        let before = self.learners.len();
        self.learners.retain_mut(|learner| {
            let days = &runs.day[runs.run(learner.person, kind)];
            let first = days.first().copied().filter(|day| *day <= learner.last);
            learner.start = first.unwrap_or(learner.start);
            first.is_some()
        });
        self.not_begun = before - self.learners.len();
        self
    }

    /// People in scope, all audiences.
    pub fn size(&self) -> usize {
        self.learners.len() + self.managers.len() + self.leaders.len()
    }

    /// All audiences, one after another.
    pub fn everybody(&self) -> impl Iterator<Item = &Member> {
        self.learners.iter().chain(&self.managers).chain(&self.leaders)
    }

    /// Earliest start in scope: the launch unless one is set.
    pub fn earliest_start(&self) -> Option<Day> {
        self.everybody().map(|member| Day(member.start)).min()
    }
}

/// Where the events went: those of known people up to the data date and after it, and those of unknown people.
pub fn split_by_date(runs: &Runs, row_of: &[u32], cutoff: Option<Day>) -> (u64, u64, u64) {
    let (mut counted, mut after, mut unknown) = (0, 0, 0);
    for (person, &row) in row_of.iter().enumerate() {
        let places = runs.person(person as Code);
        if row == NONE {
            unknown += places.len() as u64;
            continue;
        }
        let late = cutoff.map_or(0, |cutoff| runs.day[places.clone()].iter().filter(|&&day| day > cutoff.0).count());
        after += late as u64;
        counted += (places.len() - late) as u64;
    }
    (counted, after, unknown)
}
