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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::cohort::window;

    /// Item, days since the one before, whether it was positive.
    fn seen() -> impl Strategy<Value = Vec<(u32, u32, bool)>> {
        proptest::collection::vec((0u32..4, prop_oneof![3 => Just(0u32), 2 => 1u32..9], any::<bool>()), 0..60)
    }

    fn dated(seen: Vec<(u32, u32, bool)>) -> Vec<(u32, u32, bool)> {
        let mut day = 0;
        let on = |(item, later, is_positive)| {
            day += later;
            (item, day, is_positive)
        };
        seen.into_iter().map(on).collect()
    }

    proptest! {
        /// The quick way says what the slow one says, of everybody together and of each behaviour alone.
        #[test]
        fn bits_and_windows_tell_the_same(
            learners in proptest::collection::vec(seen(), 1..8),
            k in 1u32..5,
            n in 1..=LATEST,
        ) {
            let dated: Vec<Vec<_>> = learners.into_iter().map(dated).collect();
            let observations = Observations::listed(&dated);
            let member = |at| Member { person: at, row: at, start: 0, last: 600, left: at % 3 == 2 };
            let members: Vec<Member> = (0..dated.len() as u32).map(member).collect();
            // The last item is of no behaviour, and in the last rule there is a behaviour that is never seen.
            let none = NO_BEHAVIOUR;
            for (index, size) in [([0, 1, none, none], 2), ([1, 0, 2, none], 3), ([0, 1, none, none], 3)] {
                let rule = Rule { index: index.to_vec(), size, k, n, min_span: 0 };
                prop_assert!(fit(&rule));
                let (mut quick, mut slow) = (Vec::new(), Vec::new());
                let told = follow::<true>(&observations, &members, &rule, |at, what, day| quick.push((at, day, what)));
                let of_windows = window::follow(&observations, &members, &rule, |at, what, day| slow.push((at, day, what)));
                let untold = follow::<false>(&observations, &members, &rule, |_, _, _| {});
                prop_assert_eq!(&told, &of_windows);
                prop_assert_eq!(&untold, &of_windows);
                // Which one was first on the same day is told in no order.
                quick.sort_unstable();
                slow.sort_unstable();
                prop_assert_eq!(quick, slow);
            }
        }
    }
}
