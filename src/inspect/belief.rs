//! Time to belief of an audience.

use super::account::Account;
use super::competency::{CENSORING, KAPLAN_MEIER};
use super::context::Context;
use super::learners::everybody;
use super::listing::{SPELL, people, risk_tables, spell};
use super::naming::nameable;
use super::{Audience, Inspection, Opened};
use crate::belief::beliefs;
use crate::survival::{Ending, risk_table};
use crate::{format, language, n, t};

const TOO_EARLY: &str = n!("their last day is before the launch");

impl Audience {
    fn name(self) -> &'static str {
        match self {
            Audience::Learner => "learner",
            Audience::Manager => "manager",
            Audience::Leader => "leader",
        }
    }

    fn people(self) -> &'static str {
        match self {
            Audience::Learner => t!("learners"),
            Audience::Manager => t!("managers"),
            Audience::Leader => t!("leaders"),
        }
    }

    /// When it shows belief, from the launch on; `item` is the question.
    fn definition(self, launch: &str, item: &str) -> String {
        let definition = match self {
            Audience::Learner => n!(
                "Days from {launch} or from the start of whoever came later, until a learner shows belief: an application \
                 whose outcome was confirmed, or an answer of 4 or 5 to the belief question. The question is the survey \
                 item {item}."
            ),
            Audience::Manager => n!(
                "Days from {launch} or from the start of whoever came later, until a manager shows belief: their own \
                 answer of 4 or 5 to the belief question, or a confirmed application of anybody they manage. The question \
                 is the survey item {item}."
            ),
            Audience::Leader => n!(
                "Days from {launch} or from the start of whoever came later, until a leader shows belief: their own answer \
                 of 4 or 5 to the belief question. The question is the survey item {item}."
            ),
        };
        language::fill(definition, &[("launch", &launch), ("item", &item)])
    }
}

pub fn belief(context: &Context<'_>, audience: Audience) -> Option<Opened> {
    let (study, basis) = (context.study, context.basis);
    let in_force = &study.in_force;
    let found = beliefs(basis.tables, basis.runs, &study.scope, in_force.launch, &in_force.definition.belief_item);
    let (members, spells) = match audience {
        Audience::Learner => (&study.scope.learners, &found.learners),
        Audience::Manager => (&study.scope.managers, &found.managers),
        Audience::Leader => (&study.scope.leaders, &found.leaders),
    };
    if !context.small.allow(spells.len() as u64) {
        return None;
    }
    let launch = in_force
        .launch
        .map_or_else(|| t!("the launch").to_owned(), |day| t!("the launch, {date},", date = format::date(day)));
    let name = audience.name();
    let table = risk_table(spells.iter().copied());
    let inspection = Inspection {
        title: t!("Time to belief, {people}", people = audience.people()),
        definition: audience.definition(&launch, &in_force.definition.belief_item),
        formula: t!("smallest t with S(t) ≤ 0.5; S(t) = ∏ (1 − dᵢ/nᵢ) over the days tᵢ ≤ t").to_owned(),
        assumption: language::text(CENSORING).to_owned(),
        unit: t!("days").to_owned(),
        source: language::text(KAPLAN_MEIER).to_owned(),
        ..Inspection::default()
    };
    let computed = Some(risk_tables([(name, &table[..])]));
    if audience != Audience::Learner {
        // Nobody is named: adherence and belief of one manager are that manager's own (section 10). Nor is it said how
        // many are left out when the other of the two audiences is hidden: both together are known, so it would follow.
        let others = if audience == Audience::Manager { found.leaders.len() } else { found.managers.len() };
        let other_shown = others == 0 || context.small.allow(others as u64);
        let left_out = other_shown.then_some((language::text(TOO_EARLY), members.len() - spells.len()));
        let people = Account::of_audience(spells.len(), audience.people(), left_out);
        return Some(Opened { inspection: Inspection { people, ..inspection }, computed, ..Opened::default() });
    }
    // The spells are of those whose last day is not before the origin, in the order of the learners.
    let origin = |at: usize| in_force.launch.map_or(members[at].start, |launch| launch.0.max(members[at].start));
    let counted: Vec<bool> = (0..members.len()).map(|at| origin(at) <= members[at].last).collect();
    let mut spells = spells.iter();
    let each: Vec<Option<(i32, Ending)>> =
        counted.iter().map(|counted| counted.then(|| spells.next().copied()).flatten()).collect();
    let listed = nameable(context, &counted, None);
    let rows = people(context, &listed, &SPELL, |at| match each[at] {
        Some(of) => spell(context, at, of, n!("shows belief")),
        None => Vec::new(),
    });
    let people = Account::of_learners(context, &everybody(), &counted, &[TOO_EARLY], |_| 0);
    // What somebody answered is not listed: the list of people says when they showed belief, and no more.
    Some(Opened { inspection: Inspection { people, ..inspection }, people: rows, computed, ..Opened::default() })
}
