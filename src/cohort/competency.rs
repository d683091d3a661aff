//! From observations to the day a person was competent (metrics.md section 3).

use std::collections::VecDeque;

use super::scope::Member;
use crate::definition::{Contexts, Definition};
use crate::record::EventKind;
use crate::survival::Ending;
use crate::table::{Code, Runs, Tables};

/// The competency rule with its behaviours as item codes.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Index of the behaviour of each item code; `NO_BEHAVIOUR` for items that are none.
    index: Vec<u32>,
    /// Number of behaviours, those never observed included.
    size: usize,
    k: u32,
    n: u32,
    min_span: i32,
    positive_from: f64,
    live_only: bool,
}

const NO_BEHAVIOUR: u32 = u32::MAX;
const NO_TIME: i32 = i32::MAX;
/// Windows up to this length are bits of one number.
const BITS: u32 = 64;

impl Rule {
    /// `behaviours` are the ones in force, without doubles.
    pub fn new(definition: &Definition, behaviours: &[String], tables: &Tables) -> Rule {
        let mut index = vec![NO_BEHAVIOUR; tables.items.len()];
        for (at, behaviour) in behaviours.iter().enumerate() {
            if let Some(code) = tables.items.find(behaviour.as_bytes()) {
                index[code as usize] = at as u32;
            }
        }
        Rule {
            index,
            size: behaviours.len(),
            k: definition.k,
            n: definition.n,
            min_span: definition.min_span,
            positive_from: definition.positive_from,
            live_only: definition.contexts == Contexts::Live,
        }
    }
}

/// How each learner's time to competency ended.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spells {
    /// Days from the start to competency, or to the last day that counts.
    pub time: Vec<i32>,
    pub ending: Vec<Ending>,
    /// Competent, but some behaviour does not hold on the last day.
    pub needs_refresh: Vec<bool>,
    /// For each behaviour the same of that behaviour alone: time, or `i32::MAX` where it never held.
    alone: Vec<i32>,
    behaviours: usize,
}

impl Spells {
    /// Time and ending of one behaviour alone, for each learner.
    pub fn alone<'a>(&'a self, behaviour: usize, learners: &'a [Member]) -> impl Iterator<Item = (i32, Ending)> + 'a {
        let times = self.alone.iter().skip(behaviour).step_by(self.behaviours.max(1));
        learners.iter().zip(times).map(|(learner, &time)| match time {
            NO_TIME => unreached(learner),
            time => (time, Ending::Event),
        })
    }
}

fn unreached(learner: &Member) -> (i32, Ending) {
    (learner.last - learner.start, if learner.left { Ending::Left } else { Ending::Censored })
}

/// Items of the observations that count: of learners, from their start to their last day, in an accepted context.
/// Sorted by name.
pub fn observed_items(tables: &Tables, runs: &Runs, learners: &[Member], contexts: Contexts) -> Vec<String> {
    let mut seen = vec![false; tables.items.len()];
    for learner in learners {
        for at in runs.run(learner.person, EventKind::Observed) {
            let counts = (learner.start..=learner.last).contains(&runs.day[at])
                && (contexts == Contexts::Any || !runs.is_simulated(at));
            if counts {
                seen[runs.item(at) as usize] = true;
            }
        }
    }
    let present = (0..seen.len()).filter(|&code| seen[code]).map(|code| tables.items.text(code as Code).to_owned());
    let mut items: Vec<String> = present.collect();
    items.sort();
    items
}

/// Follows every learner's observations once.
pub fn spells(runs: &Runs, learners: &[Member], rule: &Rule) -> Spells {
    if rule.min_span == 0 && rule.n <= BITS {
        follow(runs, learners, rule, vec![Bits::default(); rule.size])
    } else {
        follow(runs, learners, rule, vec![Window::default(); rule.size])
    }
}

/// The evidence of one behaviour while its observations come in.
trait Evidence: Clone {
    fn clear(&mut self);
    /// Takes an observation; says whether the rule is met after it.
    fn observe(&mut self, day: i32, positive: bool, rule: &Rule) -> bool;
    /// Whether the rule was met after the latest observation.
    fn holds(&self) -> bool;
}

fn follow<E: Evidence>(runs: &Runs, learners: &[Member], rule: &Rule, mut evidence: Vec<E>) -> Spells {
    let mut spells = Spells {
        time: Vec::with_capacity(learners.len()),
        ending: Vec::with_capacity(learners.len()),
        needs_refresh: Vec::with_capacity(learners.len()),
        alone: vec![NO_TIME; learners.len() * rule.size],
        behaviours: rule.size,
    };
    // Behaviours that were met today for the first time, if it lasts to the end of the day.
    let mut fresh: Vec<usize> = Vec::new();
    for (learner, alone) in
        learners.iter().zip(spells.alone.chunks_mut(rule.size.max(1)).chain(std::iter::repeat_with(|| &mut [][..])))
    {
        evidence.iter_mut().for_each(E::clear);
        let mut holding = 0;
        let mut today = learner.start;
        let mut competent = None;
        let mut end_of_day =
            |today: i32, holding: usize, evidence: &[E], competent: &mut Option<i32>, fresh: &mut Vec<usize>| {
                let time = today - learner.start;
                for behaviour in fresh.drain(..) {
                    if evidence[behaviour].holds() && alone[behaviour] == NO_TIME {
                        alone[behaviour] = time;
                    }
                }
                if holding == rule.size && competent.is_none() && rule.size > 0 {
                    *competent = Some(time);
                }
            };
        for at in runs.run(learner.person, EventKind::Observed) {
            let day = runs.day[at];
            if day < learner.start || rule.live_only && runs.is_simulated(at) {
                continue;
            }
            if day > learner.last {
                break;
            }
            let behaviour = rule.index[runs.item(at) as usize];
            if behaviour == NO_BEHAVIOUR {
                continue;
            }
            if day != today {
                end_of_day(today, holding, &evidence, &mut competent, &mut fresh);
                today = day;
            }
            let behaviour = behaviour as usize;
            let evidence = &mut evidence[behaviour];
            let before = evidence.holds();
            let after = evidence.observe(day, runs.amount[at] >= rule.positive_from, rule);
            if after != before {
                holding = if after { holding + 1 } else { holding - 1 };
                if after {
                    fresh.push(behaviour);
                }
            }
        }
        end_of_day(today, holding, &evidence, &mut competent, &mut fresh);
        let (time, ending) = competent.map_or_else(|| unreached(learner), |time| (time, Ending::Event));
        spells.time.push(time);
        spells.ending.push(ending);
        spells.needs_refresh.push(competent.is_some() && holding < rule.size);
    }
    spells
}

/// The last n observations as bits; enough when no span is asked for.
#[derive(Clone, Copy, Default)]
struct Bits {
    bits: u64,
    holds: bool,
}

impl Evidence for Bits {
    #[inline]
    fn clear(&mut self) {
        *self = Bits::default();
    }

    #[inline]
    fn observe(&mut self, _day: i32, positive: bool, rule: &Rule) -> bool {
        self.bits = (self.bits << 1 | u64::from(positive)) & (u64::MAX >> (BITS - rule.n));
        self.holds = self.bits.count_ones() >= rule.k;
        self.holds
    }

    #[inline]
    fn holds(&self) -> bool {
        self.holds
    }
}

/// The last n observations with their days, and since when they have been evidence without a break.
#[derive(Clone, Default)]
struct Window {
    last: VecDeque<(i32, bool)>,
    positive: u32,
    /// Days of the first and the latest positive observation of the evidence.
    evidence: Option<(i32, i32)>,
    holds: bool,
}

impl Evidence for Window {
    fn clear(&mut self) {
        self.last.clear();
        self.positive = 0;
        self.evidence = None;
        self.holds = false;
    }

    fn observe(&mut self, day: i32, positive: bool, rule: &Rule) -> bool {
        self.last.push_back((day, positive));
        self.positive += u32::from(positive);
        if self.last.len() > rule.n as usize
            && let Some((_, true)) = self.last.pop_front()
        {
            self.positive -= 1;
        }
        self.evidence = if self.positive >= rule.k {
            let first_positive = || self.last.iter().find(|(_, positive)| *positive).map_or(day, |(day, _)| *day);
            let (begun, latest) = self.evidence.unwrap_or_else(|| (first_positive(), day));
            Some((begun, if positive { day } else { latest }))
        } else {
            None
        };
        self.holds = self.evidence.is_some_and(|(begun, latest)| latest - begun >= rule.min_span);
        self.holds
    }

    fn holds(&self) -> bool {
        self.holds
    }
}
