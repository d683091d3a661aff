//! Follows observations under a usual rule: the last n of a behaviour are bits of one number, known since the
//! observations were read, and the behaviours that hold are bits of another.

use super::competency::{NO_BEHAVIOUR, Rule, Spells};
use super::observation::{LATEST, Observations, Seen};
use super::scope::Member;

/// Enough when no span is asked for and neither window nor behaviours are more than a number has bits.
pub fn fit(rule: &Rule) -> bool {
    rule.min_span == 0 && (1..=LATEST).contains(&rule.n) && (1..=u64::BITS as usize).contains(&rule.size)
}

/// Where it `TELLS`, `reached` hears of learner, behaviour and day when a behaviour alone holds at the end of a day for
/// the first time. Invariant: `fit(rule)`.
pub fn follow<const TELLS: bool>(
    observations: &Observations,
    learners: &[Member],
    rule: &Rule,
    mut reached: impl FnMut(usize, usize, i32),
) -> Spells {
    let window = u32::MAX >> (LATEST - rule.n);
    let all = u64::MAX >> (u64::BITS - rule.size as u32);
    let bit = |&behaviour: &u32| if behaviour == NO_BEHAVIOUR { 0 } else { 1 << behaviour };
    let bits: Vec<u64> = rule.index.iter().map(bit).collect();
    let after = |held: u64, one: &Seen| {
        let bit = bits[one.item as usize];
        let holds = (one.latest & window).count_ones() >= rule.k;
        held & !bit | if holds { bit } else { 0 }
    };
    let mut spells = Spells::with_room(learners.len());
    for (at, (learner, seen)) in learners.iter().zip(observations.by_learner()).enumerate() {
        let (mut held, mut ever, mut competent) = (0u64, 0u64, None);
        let mut seen = seen.iter();
        for one in seen.by_ref() {
            held = after(held, one);
            if TELLS && one.ends_day() {
                let mut fresh = held & !ever;
                ever |= held;
                while fresh != 0 {
                    reached(at, fresh.trailing_zeros() as usize, one.day());
                    fresh &= fresh - 1;
                }
            }
            // One branch that is hardly ever taken: the day ends for most observations, and nobody can foresee which.
            if (held == all) & one.ends_day() {
                competent = Some(one.day());
                break;
            }
        }
        // By now every behaviour has held: what is left to know is whether all of them still do.
        held = seen.fold(held, after);
        spells.push(learner, competent, held == all);
    }
    spells
}
