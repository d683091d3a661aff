//! Follows observations under any rule: the last n of a behaviour with their days, so that a span can be asked for.

use std::collections::VecDeque;

use super::competency::{NO_BEHAVIOUR, Rule, Spells};
use super::observation::Observations;
use super::scope::Member;

/// Tells `reached` of learner, behaviour and day when a behaviour alone holds at the end of a day for the first time.
pub fn follow(
    observations: &Observations,
    learners: &[Member],
    rule: &Rule,
    mut reached: impl FnMut(usize, usize, i32),
) -> Spells {
    let mut evidence = vec![Window::default(); rule.size];
    let mut spells = Spells::with_room(learners.len());
    // Behaviours that were met today for the first time, if it lasts to the end of the day.
    let mut fresh: Vec<usize> = Vec::new();
    for (at, (learner, seen)) in learners.iter().zip(observations.by_learner()).enumerate() {
        evidence.iter_mut().for_each(Window::clear);
        let (mut holding, mut today, mut competent) = (0, 0, None);
        let mut end_of_day = |today: i32,
                              holding: usize,
                              evidence: &mut [Window],
                              competent: &mut Option<i32>,
                              fresh: &mut Vec<usize>| {
            for behaviour in fresh.drain(..) {
                if evidence[behaviour].holds && !std::mem::replace(&mut evidence[behaviour].has_held, true) {
                    reached(at, behaviour, today);
                }
            }
            if holding == rule.size && rule.size > 0 && competent.is_none() {
                *competent = Some(today);
            }
        };
        for &one in seen {
            let behaviour = rule.index[one.item as usize];
            if behaviour == NO_BEHAVIOUR {
                continue;
            }
            if one.day() != today {
                end_of_day(today, holding, &mut evidence, &mut competent, &mut fresh);
                today = one.day();
            }
            let behaviour = behaviour as usize;
            let before = evidence[behaviour].holds;
            evidence[behaviour].observe(today, one.is_positive(), rule);
            match (before, evidence[behaviour].holds) {
                (false, true) => {
                    holding += 1;
                    fresh.push(behaviour);
                }
                (true, false) => holding -= 1,
                _ => {}
            }
        }
        end_of_day(today, holding, &mut evidence, &mut competent, &mut fresh);
        spells.push(learner, competent, holding == rule.size);
    }
    spells
}

/// The last n observations with their days, and since when they have been evidence without a break.
#[derive(Clone, Default)]
struct Window {
    last: VecDeque<(i32, bool)>,
    positive: u32,
    /// Days of the first and the latest positive observation of the evidence.
    evidence: Option<(i32, i32)>,
    /// Whether the rule was met after the latest observation.
    holds: bool,
    /// It was at the end of some day.
    has_held: bool,
}

impl Window {
    fn clear(&mut self) {
        self.last.clear();
        self.positive = 0;
        self.evidence = None;
        self.holds = false;
        self.has_held = false;
    }

    fn observe(&mut self, day: i32, positive: bool, rule: &Rule) {
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
    }
}
