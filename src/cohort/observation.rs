//! The observations that count, learner after learner, each in the order of date: read once, followed under every rule.

use super::competency::Rule;
use super::scope::Member;
use crate::definition::Contexts;
use crate::record::EventKind;
use crate::table::{Code, Runs, Tables};

/// Which observations count, and which of them are positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counting {
    pub contexts: Contexts,
    pub positive_from: f64,
}

/// Observations of one item that each of them knows of, itself included.
pub const LATEST: u32 = u32::BITS;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub item: Code,
    /// Days from the learner's start, times two; the lowest bit says that it is the last one of its day.
    when: u32,
    /// Whether this one and those of the same item before it were positive, this one in the lowest bit.
    pub(super) latest: u32,
}

impl Seen {
    /// Days from the learner's start.
    #[inline]
    pub fn day(self) -> i32 {
        (self.when >> 1) as i32
    }

    #[inline]
    pub fn is_positive(self) -> bool {
        self.latest & 1 != 0
    }

    /// Nothing else that counts was observed later on the same day.
    #[inline]
    pub(super) fn ends_day(self) -> bool {
        self.when & 1 != 0
    }
}

/// Of learners, from their start to their last day, in an accepted context.
#[derive(Clone, Debug, Default)]
pub struct Observations {
    /// Where each learner's observations begin; one more at the end.
    starts: Vec<u32>,
    seen: Vec<Seen>,
}

impl Observations {
    pub fn of(runs: &Runs, learners: &[Member], counting: Counting) -> Observations {
        let live_only = counting.contexts == Contexts::Live;
        let mut found = Building::for_learners(learners.len());
        for learner in learners {
            for at in runs.run(learner.person, EventKind::Observed) {
                let day = runs.day[at];
                if day < learner.start || live_only && runs.is_simulated(at) {
                    continue;
                }
                if day > learner.last {
                    break;
                }
                let is_positive = runs.amount[at] >= counting.positive_from;
                found.observe(runs.item(at), (day - learner.start) as u32, is_positive);
            }
            found.end_learner();
        }
        found.done
    }

    /// The observations of each learner, in the order of the learners.
    pub fn by_learner(&self) -> impl Iterator<Item = &[Seen]> {
        self.starts.windows(2).map(|ends| &self.seen[ends[0] as usize..ends[1] as usize])
    }

    /// Those of one learner, in order of date.
    pub fn of_learner(&self, at: usize) -> &[Seen] {
        &self.seen[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// How many there are of each behaviour of a rule.
    pub fn by_behaviour(&self, rule: &Rule) -> Vec<u64> {
        let mut found = vec![0; rule.size];
        for seen in &self.seen {
            if let Some(count) = found.get_mut(rule.index[seen.item as usize] as usize) {
                *count += 1;
            }
        }
        found
    }

    /// Their items, by name.
    pub fn items(&self, tables: &Tables) -> Vec<String> {
        let mut seen = vec![false; tables.items.len()];
        self.seen.iter().for_each(|one| seen[one.item as usize] = true);
        let present = (0..seen.len()).filter(|&code| seen[code]);
        let mut items: Vec<String> = present.map(|code| tables.items.text(code as Code).to_owned()).collect();
        items.sort();
        items
    }
}

/// Observations on their way in: learner after learner, in order of date.
struct Building {
    done: Observations,
    /// Where this learner's begin.
    begin: usize,
    /// By item; of this learner only.
    latest: Vec<u32>,
}

impl Building {
    fn for_learners(learners: usize) -> Building {
        let mut starts = Vec::with_capacity(learners + 1);
        starts.push(0);
        Building { done: Observations { starts, seen: Vec::new() }, begin: 0, latest: Vec::new() }
    }

    #[inline]
    fn observe(&mut self, item: Code, day: u32, is_positive: bool) {
        let (seen, when) = (&mut self.done.seen, day << 1);
        if self.latest.len() <= item as usize {
            self.latest.resize(item as usize + 1, 0);
        }
        let latest = &mut self.latest[item as usize];
        *latest = *latest << 1 | u32::from(is_positive);
        match seen[self.begin..].last_mut() {
            Some(before) if before.when == when | 1 => before.when = when,
            _ => {}
        }
        seen.push(Seen { item, when: when | 1, latest: *latest });
    }

    fn end_learner(&mut self) {
        let seen = &self.done.seen;
        seen[self.begin..].iter().for_each(|one| self.latest[one.item as usize] = 0);
        self.begin = seen.len();
        self.done.starts.push(self.begin as u32);
    }
}

#[cfg(test)]
impl Observations {
    /// Item, days since the start and whether it was positive, learner after learner.
    pub(super) fn listed(learners: &[Vec<(Code, u32, bool)>]) -> Observations {
        let mut found = Building::for_learners(learners.len());
        for learner in learners {
            learner.iter().for_each(|&(item, day, is_positive)| found.observe(item, day, is_positive));
            found.end_learner();
        }
        found.done
    }
}
