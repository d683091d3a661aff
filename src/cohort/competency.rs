//! From observations to the day a person was competent (metrics.md section 3).

use super::bits;
use super::observation::Observations;
use super::scope::Member;
use super::window;
use crate::definition::Definition;
use crate::survival::{Ending, pack};
use crate::table::Tables;

/// The competency rule with its behaviours as item codes.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Index of the behaviour of each item code; `NO_BEHAVIOUR` for items that are none.
    pub(super) index: Vec<u32>,
    /// Number of behaviours, those never observed included.
    pub(super) size: usize,
    pub(super) k: u32,
    pub(super) n: u32,
    pub(super) min_span: i32,
}

pub(super) const NO_BEHAVIOUR: u32 = u32::MAX;

impl Rule {
    /// `behaviours` are the ones in force, without doubles.
    pub fn new(definition: &Definition, behaviours: &[String], tables: &Tables) -> Rule {
        let mut index = vec![NO_BEHAVIOUR; tables.items.len()];
        for (at, behaviour) in behaviours.iter().enumerate() {
            if let Some(code) = tables.items.find(behaviour.as_bytes()) {
                index[code as usize] = at as u32;
            }
        }
        Rule { index, size: behaviours.len(), k: definition.k, n: definition.n, min_span: definition.min_span }
    }
}

/// How each learner's time to competency ended.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spells {
    /// Days from the start to competency, or to the last day that counts.
    pub time: Vec<i32>,
    pub ending: Vec<Ending>,
    /// Both in one number, for counting.
    pub packed: Vec<u32>,
    /// The largest time.
    pub largest: i32,
    /// Competent, but some behaviour does not hold on the last day.
    pub needs_refresh: Vec<bool>,
}

impl Spells {
    pub(super) fn with_room(learners: usize) -> Spells {
        Spells {
            time: Vec::with_capacity(learners),
            ending: Vec::with_capacity(learners),
            packed: Vec::with_capacity(learners),
            largest: 0,
            needs_refresh: Vec::with_capacity(learners),
        }
    }

    /// The next learner: competent after so many days or not, and whether every behaviour holds on the last day.
    #[inline]
    pub(super) fn push(&mut self, learner: &Member, competent: Option<i32>, holds: bool) {
        let (time, ending) = competent.map_or_else(|| unreached(learner), |time| (time, Ending::Event));
        self.time.push(time);
        self.ending.push(ending);
        self.packed.push(pack(time, ending));
        self.largest = self.largest.max(time);
        self.needs_refresh.push(competent.is_some() && !holds);
    }
}

fn unreached(learner: &Member) -> (i32, Ending) {
    (learner.last - learner.start, if learner.left { Ending::Left } else { Ending::Censored })
}

/// Follows every learner's observations once.
pub fn spells(observations: &Observations, learners: &[Member], rule: &Rule) -> Spells {
    follow::<false>(observations, learners, rule, |_, _, _| {})
}

/// Of each behaviour alone, how each learner's time to it ended: by behaviour, then by learner.
pub fn alone(observations: &Observations, learners: &[Member], rule: &Rule) -> Vec<Vec<(i32, Ending)>> {
    let mut alone = vec![learners.iter().map(unreached).collect::<Vec<_>>(); rule.size];
    follow::<true>(observations, learners, rule, |at, behaviour, day| alone[behaviour][at] = (day, Ending::Event));
    alone
}

fn follow<const TELLS: bool>(
    observations: &Observations,
    learners: &[Member],
    rule: &Rule,
    reached: impl FnMut(usize, usize, i32),
) -> Spells {
    if bits::fit(rule) {
        bits::follow::<TELLS>(observations, learners, rule, reached)
    } else {
        window::follow(observations, learners, rule, reached)
    }
}
