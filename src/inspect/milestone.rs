//! Days to a learner's first event of a kind.

use super::account::Account;
use super::competency::{CENSORING, KAPLAN_MEIER};
use super::context::Context;
use super::event_rows::{EventRows, Rests};
use super::listing::{SPELL, people, risk_tables, spell};
use super::naming::nameable;
use super::words::{data_date, happened, sentences, whom};
use super::{Inspection, Of, Opened};
use crate::analysis::detail::MILESTONES;
use crate::analysis::{EventKind, Grouping};
use crate::cohort::first_events;
use crate::survival::{Ending, risk_table};
use crate::{language, n, t};

pub fn days(context: &Context<'_>, kind: EventKind, team: Option<&str>) -> Option<Opened> {
    let (title, definition, kinds): (_, _, &[EventKind]) = match kind {
        _ if !MILESTONES.contains(&kind) => return None,
        EventKind::Completed => (
            n!("Days to the first completed assignment or module, {whom}"),
            t!(
                "Half of those who started have had their first completed assignment or module by this day after the start, \
                from the start to the last day of each."
            ),
            &[EventKind::Completed],
        ),
        EventKind::Applied => (
            n!("Days to the first application in real work, {whom}"),
            t!(
                "Half of those who started have had their first application in real work by this day after the start, from \
                the start to the last day of each."
            ),
            &[EventKind::Applied],
        ),
        _ => (
            n!("Days to the first feedback, {whom}"),
            t!(
                "Half of those who started have had their first feedback by this day after the start, from the start to the \
                last day of each."
            ),
            &[EventKind::Feedback],
        ),
    };
    let of = Of { by: Grouping::Team, group: team.map(str::to_owned) };
    let learners = context.learners();
    let members = context.members(&of, &learners)?;
    let spells: Vec<(i32, Ending)> = first_events(context.basis.runs, &context.study.scope.learners, kind).collect();
    let inside = (0..members.len()).filter(|&at| members[at]).map(|at| spells[at]);
    let table = risk_table(inside);
    let inspection = Inspection {
        title: language::fill(title, &[("whom", &whom(&of))]),
        definition: sentences([definition, &data_date(&context.study.in_force)]),
        formula: t!("smallest t with S(t) ≤ 0.5; S(t) = ∏ (1 − dᵢ/nᵢ) over the days tᵢ ≤ t").to_owned(),
        assumption: language::text(CENSORING).to_owned(),
        unit: t!("days from the start").to_owned(),
        source: language::text(KAPLAN_MEIER).to_owned(),
        people: Account::of_learners(context, &of, &members, &[], |_| 0),
        ..Inspection::default()
    };
    let named = nameable(context, &learners, None);
    let listed: Vec<bool> = members.iter().zip(&named).map(|(&member, &named)| member && named).collect();
    let rows = people(context, &listed, &SPELL, |at| spell(context, at, spells[at], happened(kind)));
    let computed = risk_tables([(team.unwrap_or("all"), &table[..])]);
    let event_rows = Some(EventRows { listed, rests: Rests::Happened { kinds, leavers: false } });
    Some(Opened { inspection, people: rows, event_rows, computed: Some(computed) })
}
