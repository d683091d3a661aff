//! What every number of time to competency rests on: spells of learners, risk tables, observations.

use super::Of;
use super::account::Account;
use super::context::Context;
use super::listing::{SPELL, people, spell};
use crate::analysis::{EventKind, Grouping};
use crate::cohort::Groups;
use crate::definition::Contexts;
use crate::export::computed_csv::{Cell, Table};
use crate::survival::{Ending, RiskRow, risk_table};
use crate::table::Code;
use crate::{n, t};

/// Why an observation of a learner does not count.
const UNUSED: [&str; 4] =
    [n!("before the start"), n!("after leaving"), n!("simulated"), n!("of another item than the behaviours")];

/// Each learner's time to competency, by id.
pub fn story(context: &Context<'_>, listed: &[bool]) -> Table {
    let spells = &context.study.spells;
    let head: Vec<&'static str> = SPELL.into_iter().chain([n!("needs_refresh")]).collect();
    people(context, listed, &head, |at| {
        let mut cells = spell(context, at, (spells.time[at], spells.ending[at]), n!("competent"));
        cells.push(Cell::Word(if spells.needs_refresh[at] { n!("yes") } else { "" }));
        cells
    })
}

/// Risk table of time to competency of some learners.
pub fn table(context: &Context<'_>, members: &[bool]) -> Vec<RiskRow> {
    let spells = &context.study.spells;
    let spell = |at: usize| -> (i32, Ending) { (spells.time[at], spells.ending[at]) };
    risk_table((0..members.len()).filter(|&at| members[at]).map(spell))
}

/// Name and risk table of each group that is shown.
pub fn shown_tables<'a>(context: &Context<'_>, split: &'a Groups, learners: &[bool]) -> Vec<(&'a str, Vec<RiskRow>)> {
    let shown = context.shown(split, learners);
    let groups = context.study.ttc_groups(split).into_iter().zip(&split.names).zip(shown);
    groups.filter(|(_, shown)| *shown).map(|((group, name), _)| (name.as_str(), group.table)).collect()
}

/// Where the observations went, of everybody.
pub fn observations(context: &Context<'_>) -> Account {
    let tables = context.basis.tables;
    let mut counts = vec![false; tables.items.len()];
    for code in context.study.in_force.behaviours.iter().filter_map(|name| tables.items.find(name.as_bytes())) {
        counts[code as usize] = true;
    }
    let counts = |item: Code| counts[item as usize];
    Account::of_events(context, EventKind::Observed, t!("observations"), &UNUSED, |at, event| {
        unused(context, at, event, counts)
    })
}

/// Why an observation of a learner up to the data date does not count; `None` when it does.
pub fn unused_observation(context: &Context<'_>, at: usize, event: usize) -> Option<&'static str> {
    let behaviours = &context.study.in_force.behaviours;
    let name = |item: Code| context.basis.tables.items.text(item);
    let counts = |item: Code| behaviours.binary_search_by(|behaviour| behaviour.as_str().cmp(name(item))).is_ok();
    unused(context, at, event, counts).map(|reason| UNUSED[reason])
}

/// The reason by its place in `UNUSED`; `counts` says which items are behaviours of the rule.
fn unused(context: &Context<'_>, at: usize, event: usize, counts: impl Fn(Code) -> bool) -> Option<usize> {
    let (learner, runs) = (&context.study.scope.learners[at], context.basis.runs);
    let day = runs.day[event];
    let live = context.study.in_force.definition.contexts == Contexts::Live;
    let reasons =
        [day < learner.start, day > learner.last, live && runs.is_simulated(event), !counts(runs.item(event))];
    reasons.iter().position(|reason| *reason)
}

/// The number of everybody, whatever the split.
pub fn everybody() -> Of {
    Of { by: Grouping::None, group: None }
}
