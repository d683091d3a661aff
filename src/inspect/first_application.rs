//! The share with a first application in time.

use super::account::Account;
use super::context::Context;
use super::event_rows::{EventRows, Rests};
use super::listing::people;
use super::naming::nameable;
use super::words::{data_date, sentences, whom};
use super::{Inspection, Of, Opened};
use crate::analysis::{EventKind, Grouping};
use crate::export::computed_csv::Cell;
use crate::kpi::FIRST_APPLICATION_TARGET;
use crate::kpi::first_application::{Standing, Waiting, standings};
use crate::{format, n, t};

/// Why a learner is not in the denominator.
const UNUSED: [&str; 3] =
    [n!("nothing completed so far"), n!("left before the window was over"), n!("the window is still open")];

pub fn share(context: &Context<'_>, team: Option<&str>) -> Option<Opened> {
    let of = Of { by: Grouping::Team, group: team.map(str::to_owned) };
    let in_force = &context.study.in_force;
    let (scope, window_days) = (&context.study.scope, in_force.definition.window_days);
    let standings = standings(context.basis.runs, &scope.learners, scope.cutoff?, window_days);
    let mature: Vec<bool> = standings.iter().map(|standing| matches!(standing, Standing::Mature { .. })).collect();
    let members = context.members(&of, &mature)?;
    let window = format::days(window_days);
    let inspection = Inspection {
        title: t!("First application within {window}, {whom}", window, whom = whom(&of)),
        definition: sentences([
            &t!(
                "Of the people whose {window} after the first completed assignment or module are over, the share who applied \
                 it in real work within them. Target {target}.",
                window,
                target = format::share(FIRST_APPLICATION_TARGET)
            ),
            &data_date(in_force),
        ]),
        formula: t!("p = x/n; interval (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²))/(1 + z²/n), z = 1.96").to_owned(),
        assumption: t!(
            "Each person applies it or not regardless of the others; whoever is still in the window will do as \
                        the others did."
        )
        .to_owned(),
        unit: t!("share of 1").to_owned(),
        source: "Wilson 1927, JASA 22:209–212".to_owned(),
        people: Account::of_learners(context, &of, &members, &UNUSED, |at| match standings[at] {
            Standing::NotCounted(Waiting::NothingCompleted) => 0,
            Standing::NotCounted(Waiting::Left) => 1,
            Standing::InWindow | Standing::Mature { .. } => 2,
        }),
        ..Inspection::default()
    };
    let named = nameable(context, &mature, None);
    let listed: Vec<bool> = members.iter().zip(&named).map(|(&member, &named)| member && named).collect();
    let table = people(context, &listed, &[n!("first_completed"), n!("applied_in_time")], |at| match standings[at] {
        Standing::Mature { anchor, in_time } => {
            let in_time = if in_time { n!("yes") } else { n!("no") };
            vec![Cell::Text(anchor.to_string()), Cell::Word(in_time)]
        }
        _ => vec![Cell::Number(None), Cell::Number(None)],
    });
    let kinds = &[EventKind::Completed, EventKind::Applied];
    let event_rows = Some(EventRows { listed, rests: Rests::Happened { kinds, leavers: true } });
    Some(Opened { inspection, people: table, event_rows, computed: None })
}
