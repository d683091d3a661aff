//! How many stand behind a curve, how long they were followed, and who needs a refresh.

use super::Stage;
use super::document::{Block, Cell, Section, Table};
use crate::analysis::TtcCurve;
use crate::inspect::Number;
use crate::{format, language, n, t};

const HEAD: [&str; 7] = [
    n!("Group"),
    n!("Competent"),
    n!("Censored"),
    n!("of them left"),
    n!("Needs a refresh"),
    n!("Mean days until competent"),
    n!("Follow-up, days"),
];
const CAPTION: &str = n!("Censored: still learning on the cut-off date, or left before. Needs a refresh: competent \
    once, and a behaviour no longer holds. Follow-up: half were watched at least that long (reverse Kaplan–Meier).");

pub fn behind(stage: &Stage<'_>) -> Section {
    let rows = stage.curves.iter().map(|(_, data)| row(stage, data)).collect();
    let table = Table::new(t!("Behind the curve, table"), language::text(CAPTION), &HEAD.map(language::text), rows);
    Section::new("behind", t!("Behind the curve"), [Block::Table(table)])
}

fn row(stage: &Stage<'_>, data: &TtcCurve) -> Vec<Cell> {
    let of = || stage.of(data);
    let last = data.curve.rows.last().map_or(0, |row| row.t);
    let count = |n: u32| Cell::from(format::count(n.into()));
    let mean = match (data.rmst.value, data.rmst.tau) {
        (Some(value), Some(tau)) => t!("{value} of the first {tau}", value = format::decimal(value), tau),
        _ => format::NOT_DEFINED.to_owned(),
    };
    let follow_up = data.follow_up.map_or_else(|| t!("not reached").to_owned(), |days| days.to_string());
    vec![
        stage.name(data).into(),
        count(data.curve.events).opening(Number::CompetentShare { of: of(), day: last }),
        count(data.curve.censored).opening(Number::Censored { of: of() }),
        count(data.of_all_started.left).opening(Number::Left { of: of() }),
        count(data.needs_refresh).opening(Number::NeedsRefresh { of: of() }),
        Cell::from(mean).opening(Number::RestrictedMean { of: of() }),
        Cell::from(follow_up).opening(Number::FollowUp { of: of() }),
    ]
}
