//! What the timeline shows as a table: a line for each thing that lies in the days in sight, in the order of the screen.
//! Columns and words for kinds and states are English, as in every file that is read by programs.

use super::View;
use super::axis::title;
use super::grid::{MONDAY, MOST};
use super::plan::name;
use crate::export::computed_csv::{Cell, Table, computed_csv};
use crate::time::Day;
use crate::timeline::{MILESTONES, Plan, Row, Timeline};
use crate::touchpoint::{Adherence, Became, Lane, Phase, Planned};

const HEAD: [&str; 10] = ["row", "kind", "item", "from", "to", "happened", "state", "count", "data_date", "definition"];

/// One of them. Days that there are not are empty.
struct Line {
    row: String,
    kind: &'static str,
    item: String,
    from: Option<Day>,
    to: Option<Day>,
    happened: Option<Day>,
    state: &'static str,
    count: u64,
}

/// The file of all rows; `definition` says what counts and who is shown.
pub fn file(timeline: &Timeline, view: &View, rows: &[Row], definition: &str) -> Vec<u8> {
    let days = view.days(timeline.first, timeline.cutoff);
    let mut lines = planned(timeline);
    for row in rows {
        lines.push(person(row));
        match view.by_week && !timeline.behaviours.is_empty() {
            true => weeks(&mut lines, row, &timeline.behaviours, days),
            false => happened(&mut lines, row, &timeline.behaviours, days),
        }
    }
    let day = |day: Option<Day>| Cell::Text(day.map(|day| day.to_string()).unwrap_or_default());
    let cells = |line: Line| {
        vec![
            Cell::Text(line.row),
            Cell::Word(line.kind),
            Cell::Text(line.item),
            day(line.from),
            day(line.to),
            day(line.happened),
            Cell::Word(line.state),
            Cell::Count(line.count as i64),
            day(Some(timeline.cutoff)),
            Cell::Text(definition.to_owned()),
        ]
    };
    computed_csv(&Table { head: HEAD.to_vec(), rows: lines.into_iter().map(cells).collect() })
}

/// How the plan was kept, as it is shown: managers together by phase, or the own one of a manager.
fn planned(timeline: &Timeline) -> Vec<Line> {
    match (&timeline.plan, timeline.launch) {
        (Plan::Own { lanes, .. }, _) => {
            let of_lane = |lane: &Lane| -> Vec<Line> {
                lane.touchpoints.iter().map(|planned| touchpoint(lane.item, planned)).collect()
            };
            lanes.iter().flat_map(of_lane).collect()
        }
        (Plan::ByPhase { phases, managers }, Some(launch)) if *managers > 0 => {
            let shown = Phase::ALL.into_iter().zip(phases).filter_map(|(phase, counts)| Some((phase, (*counts)?)));
            shown.flat_map(|(phase, counts)| by_state(phase, counts, launch)).collect()
        }
        _ => Vec::new(),
    }
}

fn by_state(phase: Phase, counts: Adherence, launch: Day) -> [Line; 4] {
    let (from, before) = phase.days();
    let states = [("done", counts.done), ("late", counts.late), ("missed", counts.missed), ("open", counts.open)];
    states.map(|(state, count)| Line {
        row: title(phase).to_owned(),
        kind: "phase",
        item: phase.name().to_owned(),
        from: Some(launch.plus(from)),
        to: before.map(|before| launch.plus(before - 1)),
        happened: None,
        state,
        count,
    })
}

fn touchpoint(item: &str, planned: &Planned) -> Line {
    let (state, happened) = match planned.became {
        Became::Done(day) => ("done", Some(day)),
        Became::Late(day) => ("late", Some(day)),
        Became::Missed => ("missed", None),
        Became::Open => ("open", None),
    };
    Line {
        row: name(item).to_owned(),
        kind: "touchpoint",
        item: item.to_owned(),
        from: planned.from,
        to: Some(planned.due),
        happened,
        state,
        count: 1,
    }
}

/// From the start to the end of what is known, whatever is in sight, as the row is there.
fn person(row: &Row) -> Line {
    Line {
        row: row.name.clone(),
        kind: "person",
        item: String::new(),
        from: Some(row.start),
        to: Some(row.last),
        happened: None,
        state: if row.left { "left" } else { "followed" },
        count: 1,
    }
}

fn happened(lines: &mut Vec<Line>, row: &Row, behaviours: &[String], [from, to]: [Day; 2]) {
    let in_sight = |day: &Day| (from..=to).contains(day);
    let mut on = |kind, item: &str, day: Day, state| {
        lines.push(Line {
            row: row.name.clone(),
            kind,
            item: item.to_owned(),
            from: Some(day),
            to: Some(day),
            happened: Some(day),
            state,
            count: 1,
        });
    };
    for (kind, day) in MILESTONES.iter().zip(row.first) {
        if let Some(day) = day.filter(in_sight) {
            on("milestone", kind.word(), day, "reached");
        }
    }
    for seen in row.seen.iter().filter(|seen| in_sight(&seen.day)) {
        let behaviour = seen.behaviour.and_then(|at| behaviours.get(at)).map_or("", String::as_str);
        on("observation", behaviour, seen.day, if seen.is_positive { "positive" } else { "not positive" });
    }
    if let Some(day) = row.competent.filter(in_sight) {
        on("competent", "", day, "reached");
    }
}

/// Observations counted by behaviour, week from Monday on, and whether it was seen. The screen has wider cells where a week
/// has no room; a file has room.
fn weeks(lines: &mut Vec<Line>, row: &Row, behaviours: &[String], [from, to]: [Day; 2]) {
    let monday = |day: Day| Day((day.0 - MONDAY).div_euclid(7) * 7 + MONDAY);
    let in_sight = monday(from)..=monday(to);
    for (at, behaviour) in behaviours.iter().enumerate().take(MOST) {
        let looked = row.seen.iter().filter(|seen| seen.behaviour == Some(at));
        let looked: Vec<_> = looked.filter(|seen| in_sight.contains(&monday(seen.day))).collect();
        for week in looked.chunk_by(|a, b| monday(a.day) == monday(b.day)) {
            let first = monday(week[0].day);
            for (state, is_positive) in [("positive", true), ("not positive", false)] {
                let count = week.iter().filter(|seen| seen.is_positive == is_positive).count() as u64;
                if count > 0 {
                    lines.push(Line {
                        row: row.name.clone(),
                        kind: "observations",
                        item: behaviour.clone(),
                        from: Some(first),
                        to: Some(first.plus(6)),
                        happened: None,
                        state,
                        count,
                    });
                }
            }
        }
    }
}
