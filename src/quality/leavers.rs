//! People who are missing because they left, or because they are not done yet.

use super::{Concern, Held};
use crate::cohort::{Member, Scope};
use crate::record::EventKind;

/// In a shorter time it is no wonder that nobody left.
const LONG: i32 = 365;
/// Nor among fewer people.
const FEWEST: u64 = 30;
/// Of fewer people all may well be done.
const FEWEST_DONE: u64 = 20;

pub fn concerns(held: &Held<'_>, scope: &Scope) -> Vec<Concern> {
    [nobody_left(held, scope), everybody_completed(held, scope)].into_iter().flatten().collect()
}

fn nobody_left(held: &Held<'_>, scope: &Scope) -> Option<Concern> {
    let (cutoff, first) = (scope.cutoff?, scope.earliest_start()?);
    let (people, days) = (scope.size() as u64, cutoff.since(first));
    let nobody = scope.everybody().all(|member| !member.left);
    (nobody && days >= LONG && people >= FEWEST.max(held.limit)).then_some(Concern::NobodyLeft { people, days })
}

fn everybody_completed(held: &Held<'_>, scope: &Scope) -> Option<Concern> {
    let people = scope.learners.len() as u64;
    let has = |member: &Member, kind| !held.runs.run(member.person, kind).is_empty();
    let all = scope.learners.iter().all(|member| has(member, EventKind::Completed));
    // Who is only enrolled somewhere is on the way.
    let on_the_way = scope.learners.iter().any(|member| {
        let count = |kind| held.runs.run(member.person, kind).len();
        count(EventKind::Enrolled).max(count(EventKind::Started)).max(count(EventKind::Assigned))
            > count(EventKind::Completed)
    });
    (all && !on_the_way && people >= FEWEST_DONE.max(held.limit)).then_some(Concern::EverybodyCompleted { people })
}
