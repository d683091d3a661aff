//! The timeline: who is listed and who is not, by what order, and how the plan was kept.

use std::ops::Range;

use proptest::prelude::*;
use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::markup::escape;
use rampline::protocol::Ask;
use rampline::scene::timeline::{self, View};
use rampline::timeline::{Plan, Row, Timeline};
use serde_json::Value;

use crate::company::companies;
use crate::support::{cases, engine_of, report, sample};

fn look(engine: &mut Engine, definition: &Definition, view: &View, rows: Range<usize>) -> Option<(Timeline, Vec<Row>)> {
    let days = |first, cutoff| view.days(first, cutoff);
    engine.timeline(
        &Ask { definition: definition.clone(), ..Ask::default() },
        view.manager.as_deref(),
        &view.find,
        &days,
        rows,
    )
}

fn everybody(engine: &mut Engine, definition: &Definition) -> (Timeline, Vec<Row>) {
    look(engine, definition, &View::default(), 0..100_000).expect("there are people and events")
}

#[test]
fn people_are_listed_by_name_with_what_happened_in_order() {
    let (mut engine, definition) = sample();
    let (timeline, rows) = everybody(&mut engine, &definition);
    assert_eq!((rows.len(), timeline.listed), (timeline.found, timeline.found));
    assert!(timeline.left_out >= 5, "two teams of the sample are too small: {}", timeline.left_out);
    assert!(rows.windows(2).all(|pair| pair[0].name.to_lowercase() <= pair[1].name.to_lowercase()));
    for row in &rows {
        let days = row.first.iter().flatten().chain(row.seen.iter().map(|seen| &seen.day)).chain(&row.competent);
        assert!(days.clone().all(|day| (row.start..=row.last).contains(day)), "{row:?}");
        assert!(row.seen.windows(2).all(|pair| pair[0].day <= pair[1].day), "{row:?}");
    }
    assert!(rows.iter().any(|row| row.competent.is_some()) && rows.iter().any(|row| row.left));
    let find = View { find: rows[3].name[..3].to_uppercase(), ..View::default() };
    let (found, some) = look(&mut engine, &definition, &find, 0..9).unwrap();
    assert!(found.found < timeline.found && some.iter().any(|row| row.name == rows[3].name));
    let (_, part) = look(&mut engine, &definition, &View::default(), 10..20).unwrap();
    assert_eq!(part, rows[10..20]);
    assert_eq!(look(&mut engine, &definition, &View::default(), 99_999..100_000).unwrap().1, []);
}

#[test]
fn a_manager_sees_the_own_team_and_plan_and_nobody_else() {
    let (mut engine, definition) = sample();
    let (timeline, _) = everybody(&mut engine, &definition);
    let full = report(&mut engine, &definition);
    for (id, name) in &timeline.managers {
        let view = View { manager: Some(id.clone()), ..View::default() };
        let (own, rows) = look(&mut engine, &definition, &view, 0..1_000).unwrap();
        assert!(!rows.is_empty() && own.left_out == 0 && rows.len() < timeline.listed, "{name}");
        let Plan::Own { lanes, counts } = own.plan else { panic!("{name} has a plan") };
        let managers = full["touchpoints"]["manager"].as_array().unwrap();
        let published = managers.iter().find(|manager| manager["manager_id"] == id.as_str()).unwrap();
        let total = counts.total();
        let sum =
            |of: fn(&rampline::analysis::Adherence) -> u64| lanes.iter().map(|lane| of(&lane.counts)).sum::<u64>();
        for (key, n, lanes) in [
            ("done", total.done, sum(|counts| counts.done)),
            ("late", total.late, sum(|counts| counts.late)),
            ("missed", total.missed, sum(|counts| counts.missed)),
            ("open", total.open, sum(|counts| counts.open)),
        ] {
            assert_eq!((Value::from(n), n), (published["total"][key].clone(), lanes), "{name} {key}");
        }
    }
    let nobody = View { manager: Some("nobody".to_owned()), ..View::default() };
    assert_eq!(look(&mut engine, &definition, &nobody, 0..9).unwrap().1, []);
}

#[test]
fn a_screen_holds_the_rows_asked_for_at_every_width_and_span() {
    let (mut engine, definition) = sample();
    let (everybody, _) = everybody(&mut engine, &definition);
    let manager = Some(everybody.managers[0].0.clone());
    for (span, _) in timeline::SPANS {
        for (manager, by_week) in [(None, false), (None, true), (manager.clone(), false), (manager.clone(), true)] {
            let view = View { span, manager, by_week, ..View::default() };
            let (found, rows) = look(&mut engine, &definition, &view, 2..9).unwrap();
            for width in [280, 700, 1_600] {
                let written = timeline::document(&found, &view, &rows, 2, width, Some(found.cutoff));
                let html = written.html.as_str();
                assert_eq!(html.matches("role=\"listitem\"").count(), rows.len());
                assert!(html.contains("data-first=\"2\"") && html.contains("aria-posinset=\"3\""));
                assert!(!html.contains("style=") && !html.contains("NaN") && !html.contains("\"inf"), "{html}");
                let more = timeline::rows(&found, &view, &rows, 2, width);
                assert!(html.contains(more.as_str()), "rows are the same later");
            }
        }
    }
}

#[test]
fn every_observation_of_a_behaviour_is_in_a_week_and_of_those_who_are_listed_only() {
    let (mut engine, definition) = sample();
    let view = View { by_week: true, ..View::default() };
    let (found, rows) = look(&mut engine, &definition, &view, 0..100_000).unwrap();
    assert_eq!(rows, everybody(&mut engine, &definition).1, "the same people in the same order");
    let html = timeline::document(&found, &view, &rows, 0, 1_032, None).html;
    let labels: Vec<&str> =
        html.as_str().split("aria-label=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    for row in &rows {
        let label = labels
            .iter()
            .find(|label| label.starts_with(&format!("{}: started", escape(&row.name))))
            .expect("a row each");
        let count = |part: &str| part.rsplit(" of ").next().unwrap().parse::<usize>().unwrap();
        for (at, name) in found.behaviours.iter().enumerate() {
            let lane = label
                .split("; ")
                .find_map(|part| part.strip_prefix(&format!("{}: ", escape(name))))
                .expect("a lane each");
            let said: usize = if lane == "not observed" { 0 } else { lane.split(", ").map(count).sum() };
            assert_eq!(said, row.seen.iter().filter(|seen| seen.behaviour == Some(at)).count(), "{label}");
        }
    }
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn a_list_of_everybody_lacks_nobody_or_as_many_as_the_limit(company in companies(), min_group in 3i64..6) {
        let mut engine = engine_of(&[&company.people_csv(), &company.events_csv()]);
        let definition = Definition { min_group, ..Definition::default() };
        let limit = definition.min_group_in_force() as usize;
        let Some((timeline, rows)) = look(&mut engine, &definition, &View::default(), 0..10_000) else { return Ok(()) };
        prop_assert_eq!(rows.len(), timeline.listed);
        prop_assert!(rows.is_empty() || timeline.left_out == 0 || timeline.left_out >= limit, "{}", timeline.left_out);
        let published = report(&mut engine, &definition);
        let hidden = published["published"]["touchpoints"]["hidden"].as_array().cloned().unwrap_or_default();
        if let Plan::ByPhase { phases, managers } = &timeline.plan {
            prop_assert!(*managers == 0 || *managers as usize >= limit);
            for (phase, shown) in ["pre-launch", "activation", "consolidation", "reinforcement"].iter().zip(phases) {
                prop_assert!(shown.is_none() || !hidden.contains(&Value::from(*phase)), "{phase}");
            }
        }
    }
}
