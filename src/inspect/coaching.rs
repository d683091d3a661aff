//! Coaching minutes a week.

use super::account::Account;
use super::context::Context;
use super::learners::everybody;
use super::words::{data_date, sentences, whom};
use super::{Inspection, Of, Opened};
use crate::analysis::series::coaching_points;
use crate::analysis::{Coaching, CoachingSeries, EventKind, Grouping};
use crate::cohort::Groups;
use crate::export::computed_csv::{Cell, Table};
use crate::kpi::COACHING_TARGET;
use crate::{format, n, t};

pub fn minutes(context: &Context<'_>, team: Option<&str>) -> Option<Opened> {
    let of = team.map_or_else(everybody, |team| Of { by: Grouping::Team, group: Some(team.to_owned()) });
    let learners = context.learners();
    let members = context.members(&of, &learners)?;
    let [teams, _, _] = &context.splits;
    let logged =
        t!("Minutes of coaching that were logged about the learners of a team, from its earliest start to the data \
                     date, for each week of these days.");
    let of_all = match team {
        None => t!("Minutes of all teams ÷ weeks of all teams, so that it stands for the average team."),
        Some(_) => "",
    };
    let target = t!("Target {target} a week. Weeks without coaching count.", target = format::plain(COACHING_TARGET));
    let inspection = Inspection {
        title: t!("Coaching minutes a week, {whom}", whom = whom(&of)),
        definition: sentences([logged, of_all, &target, &data_date(&context.study.in_force)]),
        formula: t!("Σ minutes ÷ (Σ days ÷ 7); per learner Σ minutes ÷ (Σ days each learner was there ÷ 7)").to_owned(),
        assumption: t!("What happened was logged, with its length.").to_owned(),
        unit: t!("minutes a week").to_owned(),
        source: t!("A sum of what was logged; no interval, as it is no sample").to_owned(),
        people: Account::of_learners(context, &of, &members, &[], |_| 0),
        events: team.is_none().then(|| check_ins(context, teams)),
        ..Inspection::default()
    };
    // A team's months would, beside those of everybody, tell the months of teams that are not shown (`detail`).
    let computed = match team {
        Some(name) => {
            let series = context.study.coaching(context.basis, teams);
            table(series.iter().filter(|series| series.group == name).map(|series| (name.to_owned(), &series.whole)))
        }
        None => months(context)?,
    };
    // Nobody is named: coaching is a figure of a team, and minutes by person would be one of a single person.
    Some(Opened { inspection, computed: Some(computed), ..Opened::default() })
}

/// The months of everybody that may be shown, and all of them together.
fn months(context: &Context<'_>) -> Option<Table> {
    let learners = context.learners().len();
    let all = Groups::new(vec!["all".to_owned()], vec![0; learners]);
    let CoachingSeries { whole, months, group } = context.study.coaching(context.basis, &all).pop()?;
    let series = CoachingSeries { group, whole, months };
    if context.study.is_filtered() {
        // Beside those of everybody they could tell of the few in a month whom the filter leaves out.
        return Some(table([("all".to_owned(), &series.whole)].into_iter()));
    }
    let (shown, _) = context.small.series(&coaching_points(&series), learners as u64);
    let figure = |month| series.months.iter().find(|(of, _)| *of == month).map(|(_, figure)| figure);
    let months = shown.points.iter().filter_map(|point| Some((point.month.to_string(), figure(point.month)?)));
    Some(table(months.chain([("all".to_owned(), &series.whole)])))
}

fn table<'a>(rows: impl Iterator<Item = (String, &'a Coaching)>) -> Table {
    let row = |(name, figure): (String, &Coaching)| {
        vec![
            Cell::Text(name),
            Cell::Count(figure.n.into()),
            Cell::Number(Some(figure.minutes)),
            Cell::Count(figure.days),
            Cell::Number(figure.minutes_per_week),
            Cell::Count(figure.learner_days),
            Cell::Number(figure.per_learner),
        ]
    };
    Table {
        head: vec!["of", "learners", "minutes", "days", "minutes_per_week", "learner_days", "minutes_per_learner_week"],
        rows: rows.map(row).collect(),
    }
}

/// Where the `coached` rows went: of each team those from its earliest start on count.
fn check_ins(context: &Context<'_>, teams: &Groups) -> Account {
    let study = context.study;
    let mut first = vec![i32::MAX; teams.names.len()];
    for (learner, &team) in study.scope.learners.iter().zip(&teams.of) {
        first[team as usize] = first[team as usize].min(learner.start);
    }
    let early = [n!("before the first start of the team")];
    Account::of_events(context, EventKind::Coached, t!("coaching rows"), &early, |at, event| {
        (context.basis.runs.day[event] < first[teams.of[at] as usize]).then_some(0)
    })
}
