//! Observations that say more about how they were entered than about the work.

use std::collections::HashMap;

use super::{Concern, HardlyObserved, Held};
use crate::cohort::{Groups, Scope};
use crate::definition::Grouping;
use crate::privacy::{Total, suppress};
use crate::record::EventKind;
use crate::table::{Code, NONE};
use crate::time::Day;

/// A day with at least so many observations, and so large a part of all, is a day of entering.
const CROWD: u64 = 20;
const CROWD_SHARE: f64 = 0.2;
/// Days with observations there must be, so that a part of all says something.
const FEWEST_DAYS: usize = 10;
/// An observer with so many observations, all positive, is looked at.
const MANY: u64 = 20;
/// While of those of the others at most this part is.
const OTHERS_SHARE: f64 = 0.9;
/// A team with a smaller part of its learners observed, where at least half of all are.
const HARDLY: f64 = 0.25;

pub fn concerns(held: &Held<'_>, scope: &Scope) -> Vec<Concern> {
    let seen = Seen::of(held);
    [seen.crowded_day(held), seen.one_approver(held), teams(held, scope)].into_iter().flatten().collect()
}

/// The observations of known people: person, day, observer, whether positive.
struct Seen<'a> {
    all: Vec<(Code, i32, &'a str, bool)>,
}

impl<'a> Seen<'a> {
    fn of(held: &Held<'a>) -> Seen<'a> {
        let mut all = Vec::new();
        for (person, _) in held.row_of.iter().enumerate().filter(|(_, row)| **row != NONE) {
            for at in held.runs.run(person as Code, EventKind::Observed) {
                let by = held.tables.events.by.get(held.runs.row[at] as usize);
                all.push((person as Code, held.runs.day[at], by, held.runs.amount[at] >= held.positive_from));
            }
        }
        Seen { all }
    }

    fn crowded_day(&self, held: &Held<'_>) -> Option<Concern> {
        let mut days: HashMap<i32, u64> = HashMap::new();
        self.all.iter().for_each(|(_, day, ..)| *days.entry(*day).or_default() += 1);
        let (&day, &observations) = days.iter().max_by_key(|(day, count)| (**count, std::cmp::Reverse(**day)))?;
        let of = self.all.len() as u64;
        let crowded = observations >= CROWD && observations as f64 >= CROWD_SHARE * of as f64;
        let people = distinct(self.all.iter().filter(|seen| seen.1 == day).map(|seen| seen.0));
        (crowded && days.len() >= FEWEST_DAYS && people >= held.limit).then_some(Concern::CrowdedDay {
            day: Day(day),
            observations,
            of,
        })
    }

    /// Nobody is named: it is for whoever knows the observers to look.
    fn one_approver(&self, held: &Held<'_>) -> Option<Concern> {
        let mut observers: HashMap<&str, [u64; 2]> = HashMap::new();
        let mut all = [0, 0];
        for (_, _, by, positive) in self.all.iter().filter(|seen| !seen.2.is_empty()) {
            for counts in [observers.entry(by).or_default(), &mut all] {
                counts[0] += 1;
                counts[1] += u64::from(*positive);
            }
        }
        let yes = |[count, positive]: &[u64; 2]| *count >= MANY && count == positive;
        let of = observers.iter().filter(|(_, counts)| yes(counts));
        let (by, [count, _]) = of.max_by_key(|(by, [count, _])| (*count, **by))?;
        let (others, positive) = (all[0] - count, all[1] - count);
        let people = distinct(self.all.iter().filter(|seen| seen.2 == *by).map(|seen| seen.0));
        (others >= MANY && positive as f64 <= OTHERS_SHARE * others as f64 && people >= held.limit)
            .then_some(Concern::OneApprover { observations: *count, positive, others })
    }
}

fn distinct(people: impl Iterator<Item = Code>) -> u64 {
    people.collect::<std::collections::HashSet<Code>>().len() as u64
}

fn teams(held: &Held<'_>, scope: &Scope) -> Option<Concern> {
    let groups = Groups::of(held.tables, &scope.learners, Grouping::Team);
    let mut seen = vec![0; groups.names.len()];
    for (learner, &group) in scope.learners.iter().zip(&groups.of) {
        seen[group as usize] += u64::from(!held.runs.run(learner.person, EventKind::Observed).is_empty());
    }
    let sizes = groups.sizes();
    let (learners, observed) = (sizes.iter().sum::<u64>(), seen.iter().sum::<u64>());
    let suppression = suppress(sizes, held.limit, Total::Shown(learners));
    if suppression.overall_hidden || observed * 2 < learners {
        return None;
    }
    let hardly: Vec<HardlyObserved> = (0..sizes.len())
        .filter(|&at| !suppression.hidden[at] && (seen[at] as f64) < HARDLY * sizes[at] as f64)
        .map(|at| HardlyObserved { team: groups.names[at].clone(), observed: seen[at], learners: sizes[at] })
        .collect();
    (!hardly.is_empty()).then_some(Concern::TeamsHardlyObserved { teams: hardly, observed, learners })
}
