//! Follows observations under a usual rule: the last n of a behaviour are bits of one number, and so are the behaviours
//! that hold.

use super::competency::{NO_BEHAVIOUR, Rule, Spells};
use super::observation::{Observations, Seen};
use super::scope::Member;

const BITS: u32 = u64::BITS;

/// Enough when no span is asked for and neither window nor behaviours are more than a number has bits.
pub fn fit(rule: &Rule) -> bool {
    rule.min_span == 0 && (1..=BITS).contains(&rule.n) && (1..=BITS as usize).contains(&rule.size)
}

/// Invariant: `fit(rule)`.
pub fn follow(observations: &Observations, learners: &[Member], rule: &Rule) -> Spells {
    let window = u64::MAX >> (BITS - rule.n);
    let all = u64::MAX >> (BITS - rule.size as u32);
    let mut latest = vec![0u64; rule.size];
    let mut spells = Spells::with_room(learners.len(), rule.size);
    for (learner, seen) in learners.iter().zip(observations.by_learner()) {
        latest.fill(0);
        let mut state = State { held: 0, reached: 0, competent: None, alone: spells.alone_of_next() };
        let mut today = 0;
        for &one in seen {
            let behaviour = rule.index[one.item as usize];
            if behaviour == NO_BEHAVIOUR {
                continue;
            }
            if one.day() != today {
                state.end_of_day(today, all);
                today = one.day();
            }
            state.observe(one, behaviour, &mut latest[behaviour as usize], window, rule.k);
        }
        state.end_of_day(today, all);
        let (competent, holds) = (state.competent, state.held == all);
        spells.push(learner, competent, holds);
    }
    spells
}

/// Behaviours as bits.
struct State<'a> {
    /// Those that hold now.
    held: u64,
    /// Those that have held at the end of some day.
    reached: u64,
    competent: Option<i32>,
    alone: &'a mut [i32],
}

impl State<'_> {
    #[inline]
    fn observe(&mut self, one: Seen, behaviour: u32, latest: &mut u64, window: u64, k: u32) {
        *latest = (*latest << 1 | u64::from(one.is_positive())) & window;
        let holds = u64::from(latest.count_ones() >= k);
        self.held = self.held & !(1 << behaviour) | holds << behaviour;
    }

    #[inline]
    fn end_of_day(&mut self, day: i32, all: u64) {
        let mut fresh = self.held & !self.reached;
        self.reached |= fresh;
        while fresh != 0 {
            self.alone[fresh.trailing_zeros() as usize] = day;
            fresh &= fresh - 1;
        }
        if self.held == all && self.competent.is_none() {
            self.competent = Some(day);
        }
    }
}
