//! The Timeline screen of one manager with six invented people, by day and by week.

use crate::analysis::{Adherence, Phase, PhaseCounts};
use crate::markup::Writer;
use crate::scene::timeline::{self, View};
use crate::time::Day;
use crate::timeline::{Plan, Row, Seen, Timeline};
use crate::touchpoint::{Became, Lane, Planned};

/// A Monday.
const LAUNCH: Day = Day(20_089);
const CUTOFF: Day = Day(LAUNCH.0 + 120);
const MANAGER: &str = "M1";

pub fn screen(page: &mut Writer, width: u32) {
    let (timeline, rows) = invented();
    let view = View { manager: Some(MANAGER.to_owned()), ..View::default() };
    page.html(&timeline::document(&timeline, &view, &rows, 0, width, Some(Day(CUTOFF.0 + 5))).html);
}

pub fn weeks(page: &mut Writer, width: u32) {
    let (timeline, rows) = invented();
    page.html(&timeline::people_only(&timeline, &View { by_week: true, ..View::default() }, &rows, width));
}

fn invented() -> (Timeline, Vec<Row>) {
    let rows: Vec<Row> = (0..6).map(person).collect();
    let became = |due: i32, at: i32| match at % 4 {
        0 => Became::Done(Day(due - 2)),
        1 => Became::Late(Day(due + 4)),
        2 => Became::Missed,
        _ => Became::Open,
    };
    let touchpoints = (0..8).map(|at| {
        let due = LAUNCH.0 + 14 * (at + 1);
        Planned { nth: at as u32 + 1, phase: Phase::Activation, from: None, due: Day(due), became: became(due, at) }
    });
    let counts = Adherence { done: 2, late: 2, missed: 2, open: 2 };
    let lane = |item| Lane { item, counts, touchpoints: touchpoints.clone().collect() };
    let mut phases = PhaseCounts::default();
    phases.0[1] = Adherence { done: 4, late: 4, missed: 4, open: 4 };
    let timeline = Timeline {
        cutoff: CUTOFF,
        launch: Some(LAUNCH),
        first: Day(LAUNCH.0 - 28),
        managers: vec![(MANAGER.to_owned(), "Ada".to_owned())],
        found: rows.len(),
        listed: rows.len(),
        left_out: 0,
        plan: Plan::Own { lanes: vec![lane("weekly_check"), lane("conversation")], counts: phases },
        behaviours: ["Asks", "Listens"].map(str::to_owned).to_vec(),
    };
    (timeline, rows)
}

/// Later and later; the last one left.
fn person(at: i32) -> Row {
    let start = Day(LAUNCH.0 + 5 * at);
    let left = at == 5;
    let last = if left { Day(start.0 + 50) } else { CUTOFF };
    let day = |days: i32| Day(start.0 + days);
    let seen = (0..12).map(|turn| Seen {
        day: day(6 + 7 * (turn / 2)),
        is_positive: (turn + at) % 3 > 0,
        behaviour: Some(turn as usize % 2),
    });
    Row {
        name: ["Bo", "Cy", "Di", "Eli", "Flo", "Gus"][at as usize % 6].to_owned(),
        start,
        last,
        left,
        first: [Some(day(3)), (at > 0).then(|| day(12)), (at > 1).then(|| day(20))],
        seen: seen.filter(|seen| seen.day <= last).collect(),
        competent: (at % 2 == 0).then(|| day(45)),
    }
}
