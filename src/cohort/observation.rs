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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub item: Code,
    /// Days from the learner's start, times two; the lowest bit says that it was positive.
    when: u32,
}

impl Seen {
    /// Days from the learner's start.
    #[inline]
    pub fn day(self) -> i32 {
        (self.when >> 1) as i32
    }

    #[inline]
    pub fn is_positive(self) -> bool {
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
        let mut found = Observations { starts: Vec::with_capacity(learners.len() + 1), seen: Vec::new() };
        found.starts.push(0);
        for learner in learners {
            for at in runs.run(learner.person, EventKind::Observed) {
                let day = runs.day[at];
                if day < learner.start || live_only && runs.is_simulated(at) {
                    continue;
                }
                if day > learner.last {
                    break;
                }
                let positive = u32::from(runs.amount[at] >= counting.positive_from);
                found.seen.push(Seen { item: runs.item(at), when: ((day - learner.start) as u32) << 1 | positive });
            }
            found.starts.push(found.seen.len() as u32);
        }
        found
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
