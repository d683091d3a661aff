//! What is saved from the timeline: the plan as a calendar, and the rows as a table.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::protocol::Ask;
use rampline::receipt::Outcome;
use rampline::scene::timeline::{self, View};
use rampline::time::Day;
use rampline::timeline::{Plan, Row, Timeline};

use crate::company::companies;
use crate::support::{WHOLE, cases, engine_of, report, sample, take};

type Properties = BTreeMap<String, String>;

fn ask(definition: &Definition) -> Ask {
    Ask { definition: definition.clone(), ..Ask::default() }
}

fn look(engine: &mut Engine, definition: &Definition, view: &View) -> Option<(Timeline, Vec<Row>)> {
    let days = |first, cutoff| view.days(first, cutoff);
    engine.timeline(&ask(definition), view.manager.as_deref(), &view.find, &days, 0..usize::MAX)
}

fn calendar(engine: &mut Engine, definition: &Definition, manager: Option<&str>) -> Option<String> {
    let dated = engine.dated(&ask(definition), manager)?;
    Some(String::from_utf8(timeline::calendar(&dated, manager)).unwrap())
}

/// The events of a calendar; what belongs to a reminder begins with "alarm ".
fn events(file: &str) -> Vec<Properties> {
    let mut found = Vec::new();
    let (mut event, mut within) = (Properties::new(), "");
    for line in file.replace("\r\n ", "").split_terminator("\r\n") {
        match line {
            "BEGIN:VEVENT" => event = Properties::new(),
            "BEGIN:VALARM" => within = "alarm ",
            "END:VALARM" => within = "",
            "END:VEVENT" => found.push(std::mem::take(&mut event)),
            _ => {
                let (name, value) = line.split_once(':').expect("a property");
                let before = event.insert(format!("{within}{name}"), value.to_owned());
                assert!(before.is_none() || !line.starts_with("UID"), "{line} twice");
            }
        }
    }
    found
}

fn day(written: &str) -> Day {
    Day::parse(&format!("{}-{}-{}", &written[..4], &written[4..6], &written[6..8])).expect("a date")
}

/// First and last day by id.
fn days(events: &[Properties]) -> BTreeMap<String, [Day; 2]> {
    let of = |event: &Properties| [day(&event["DTSTART;VALUE=DATE"]), day(&event["DTEND;VALUE=DATE"]).plus(-1)];
    events.iter().map(|event| (event["UID"].clone(), of(event))).collect()
}

fn assert_whole(events: &[Properties]) {
    for event in events {
        for name in ["UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "DESCRIPTION", "CATEGORIES"] {
            assert!(event.get(name).is_some_and(|value| !value.is_empty()), "{name} of {event:?}");
        }
        assert_eq!(event.contains_key("alarm TRIGGER"), event.contains_key("alarm ACTION"), "{event:?}");
    }
    let days = days(events);
    assert_eq!(days.len(), events.len(), "an id each");
    assert!(days.values().all(|[first, last]| first <= last));
}

#[test]
fn the_plan_of_the_rollout_follows_from_the_launch_and_names_nobody() {
    let (mut engine, definition) = sample();
    let (timeline, _) = look(&mut engine, &definition, &View::default()).unwrap();
    let (launch, cutoff) = (timeline.launch.unwrap(), timeline.cutoff);
    let file = calendar(&mut engine, &definition, None).unwrap();
    let events = events(&file);
    assert_whole(&events);
    let days = days(&events);
    for (item, first, last) in [
        ("briefing-1", -42, -42),
        ("pledge-1", -42, -42),
        ("learning_map-1", -14, -14),
        ("weekly_check-1", 0, 6),
        ("weekly_check-6", 35, 41),
        ("check_in_1-1", 0, 6),
        ("check_in_3-1", 14, 20),
        ("role_play-1", 0, 27),
        ("role_play-2", 0, 27),
        ("micro_coaching-1", 14, 20),
        ("micro_coaching-9", 70, 76),
        ("conversation-2", 30, 59),
        ("calibration-1", 0, 90),
    ] {
        let found = days.get(&format!("{item}-rollout@rampline"));
        assert_eq!(found, Some(&[launch.plus(first), launch.plus(last)]), "{item}");
    }
    assert!(!days.contains_key("weekly_check-7-rollout@rampline"));
    let (last, quarter) = (days.values().map(|[first, _]| *first).max().unwrap(), cutoff.plus(91));
    assert!(last <= quarter && last.since(quarter) > -7, "a quarter ahead");
    assert!(events.iter().all(|event| event.contains_key("alarm TRIGGER") == (days[&event["UID"]][1] > cutoff)));
    for (id, name) in &timeline.managers {
        assert!(!file.contains(id.as_str()) && !file.contains(name.as_str()), "{name}");
    }
}

#[test]
fn the_plan_of_a_manager_is_the_one_that_is_counted_and_goes_on() {
    let (mut engine, definition) = sample();
    let (timeline, _) = look(&mut engine, &definition, &View::default()).unwrap();
    let rollout = days(&events(&calendar(&mut engine, &definition, None).unwrap()));
    let mut ids = BTreeSet::new();
    for (id, name) in &timeline.managers {
        let view = View { manager: Some(id.clone()), ..View::default() };
        let Plan::Own { counts, .. } = look(&mut engine, &definition, &view).unwrap().0.plan else { panic!("{name}") };
        let events = events(&calendar(&mut engine, &definition, Some(id)).unwrap());
        assert_whole(&events);
        let of_plan = days(&events);
        let goes_on = |uid: &str| ["micro", "conv", "cal"].iter().any(|item| uid.starts_with(item));
        let ahead = of_plan.iter().filter(|(uid, days)| goes_on(uid) && days[0] > timeline.cutoff).count() as u64;
        let total = counts.total();
        assert_eq!(of_plan.len() as u64 - ahead, total.due() + total.open, "{name}");
        let reminders = events.iter().filter(|event| event.contains_key("alarm TRIGGER")).count() as u64;
        assert_eq!(reminders, total.open + ahead, "{name}");
        for (uid, days) in &of_plan {
            let (touchpoint, _) = uid.rsplit_once('-').unwrap();
            assert_eq!(rollout.get(&format!("{touchpoint}-rollout@rampline")), Some(days), "{uid}");
            assert!(ids.insert(uid.clone()), "{uid} is of two managers");
        }
    }
    assert_eq!(calendar(&mut engine, &definition, Some("nobody")), None);
    assert_eq!(calendar(&mut Engine::default(), &definition, None), None);
}

#[test]
fn saved_later_it_is_news_of_the_same_events() {
    let (mut engine, definition) = sample();
    let manager = look(&mut engine, &definition, &View::default()).unwrap().0.managers[0].0.clone();
    let text = String::from_utf8(engine.events_csv()).unwrap();
    let is_before = |line: &&str| line.starts_with("person_id") || line.split(',').nth(1) < Some("2026-06-01");
    let before: Vec<&str> = text.lines().filter(is_before).collect();
    assert!(before.len() > 1_000 && before.len() < text.lines().count());
    let mut earlier = engine_of(&[&engine.people_csv(), before.join("\n").as_bytes()]);
    for manager in [None, Some(manager.as_str())] {
        let [old, new] = [&mut earlier, &mut engine].map(|one| events(&calendar(one, &definition, manager).unwrap()));
        let (old_days, new_days) = (days(&old), days(&new));
        assert!(old_days.iter().all(|(uid, days)| new_days.get(uid) == Some(days)) && old_days.len() < new_days.len());
        let sequence = |events: &[Properties]| events[0]["SEQUENCE"].parse::<i32>().unwrap();
        assert!(sequence(&old) < sequence(&new));
        assert_eq!(events(&calendar(&mut engine, &definition, manager).unwrap()), new, "the same file again");
    }
}

#[test]
fn a_plan_read_back_is_no_refusal_and_nothing_that_happened() {
    let (mut engine, definition) = sample();
    let manager = look(&mut engine, &definition, &View::default()).unwrap().0.managers[0].0.clone();
    for manager in [None, Some(manager.as_str())] {
        let file = calendar(&mut engine, &definition, manager).unwrap();
        let before = engine.events_csv();
        let (outcomes, _) = take(&mut engine, &[("plan.ics", file.as_bytes())], WHOLE);
        let [Outcome::Read(receipt)] = &outcomes[..] else { panic!("{outcomes:?}") };
        assert_eq!((receipt.taken, receipt.set_aside_total()), (0, 0));
        assert!(engine.events_csv() == before);
    }
}

#[derive(Debug, PartialEq)]
struct Line {
    row: String,
    kind: String,
    item: String,
    days: [String; 3],
    state: String,
    count: u64,
}

fn lines(engine: &mut Engine, definition: &Definition, view: &View) -> (Timeline, Vec<Row>, Vec<Line>) {
    let (timeline, rows) = look(engine, definition, view).unwrap();
    let file = timeline::csv(&timeline, view, &rows, "Standard");
    let mut reader = csv::Reader::from_reader(&file[..]);
    let head = "row,kind,item,from,to,happened,state,count,data_date,definition";
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>().join(","), head);
    let read = reader.records().map(Result::unwrap).map(|cells| {
        assert_eq!((&cells[8], &cells[9]), (timeline.cutoff.to_string().as_str(), "Standard"));
        Line {
            row: cells[0].to_owned(),
            kind: cells[1].to_owned(),
            item: cells[2].to_owned(),
            days: [3, 4, 5].map(|at| cells[at].to_owned()),
            state: cells[6].to_owned(),
            count: cells[7].parse().unwrap(),
        }
    });
    let read = read.collect();
    (timeline, rows, read)
}

fn counted(lines: &[Line], kind: &str, state: &str) -> u64 {
    lines.iter().filter(|line| line.kind == kind && line.state == state).map(|line| line.count).sum()
}

#[test]
fn the_rows_of_the_screen_are_in_the_file_and_no_others() {
    let (mut engine, definition) = sample();
    let (timeline, rows, all) = lines(&mut engine, &definition, &View::default());
    let people: Vec<&str> = all.iter().filter(|line| line.kind == "person").map(|line| line.row.as_str()).collect();
    assert_eq!(people, rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>());
    let seen = |is_positive| {
        rows.iter().flat_map(|row| &row.seen).filter(|seen| seen.is_positive == is_positive).count() as u64
    };
    assert_eq!(counted(&all, "observation", "positive"), seen(true));
    assert_eq!(counted(&all, "observation", "not positive"), seen(false));
    let milestones = rows.iter().flat_map(|row| row.first).flatten().count() as u64;
    assert_eq!(counted(&all, "milestone", "reached"), milestones);
    assert_eq!(counted(&all, "competent", "reached"), rows.iter().filter_map(|row| row.competent).count() as u64);
    assert_eq!(counted(&all, "person", "left"), rows.iter().filter(|row| row.left).count() as u64);
    let Plan::ByPhase { phases, .. } = &timeline.plan else { panic!("managers together") };
    let shown = phases.iter().flatten();
    assert_eq!(counted(&all, "phase", "missed"), shown.map(|counts| counts.missed).sum::<u64>());
    assert_eq!(all.iter().filter(|line| line.kind == "phase").count(), 4 * phases.iter().flatten().count());
    assert!(all.iter().all(|line| line.kind != "touchpoint"), "the plan of one manager is shown to that manager only");

    let weeks = View { by_week: true, ..View::default() };
    let (_, _, by_week) = lines(&mut engine, &definition, &weeks);
    let of_rule = |is_positive| {
        let seen = rows.iter().flat_map(|row| &row.seen).filter(|seen| seen.behaviour.is_some_and(|at| at < 6));
        seen.filter(|seen| seen.is_positive == is_positive).count() as u64
    };
    assert_eq!(counted(&by_week, "observations", "positive"), of_rule(true));
    assert_eq!(counted(&by_week, "observations", "not positive"), of_rule(false));
    for line in by_week.iter().filter(|line| line.kind == "observations") {
        let [from, to] = [0, 1].map(|at| Day::parse(&line.days[at]).unwrap());
        assert_eq!((to.since(from), (from.0 + 3).rem_euclid(7)), (6, 0), "a week from Monday on");
        assert!(timeline.behaviours.contains(&line.item));
    }
}

#[test]
fn the_days_in_sight_and_the_name_looked_for_hold_in_the_file() {
    let (mut engine, definition) = sample();
    let (_, rows, all) = lines(&mut engine, &definition, &View::default());
    let month = View { span: 28, find: rows[3].name[..3].to_owned(), ..View::default() };
    let (timeline, found, some) = lines(&mut engine, &definition, &month);
    assert!(found.len() < rows.len() && some.len() < all.len());
    let [from, to] = month.days(timeline.first, timeline.cutoff).map(|day| day.to_string());
    for line in some.iter().filter(|line| !["person", "phase"].contains(&line.kind.as_str())) {
        assert!(line.days[2] >= from && line.days[2] <= to, "{line:?}");
        assert!(all.contains(line), "{line:?}");
    }
    let manager = View { manager: Some(timeline.managers[0].0.clone()), ..View::default() };
    let (own, team, lines) = lines(&mut engine, &definition, &manager);
    let Plan::Own { counts, .. } = own.plan else { panic!("a plan") };
    let total = counts.total();
    for (state, n) in [("done", total.done), ("late", total.late), ("missed", total.missed)] {
        assert_eq!(counted(&lines, "touchpoint", state), n, "{state}");
    }
    assert_eq!(lines.iter().filter(|line| line.kind == "person").count(), team.len());
    assert!(lines.iter().all(|line| line.kind != "phase"));
}

#[test]
fn a_name_is_no_formula_and_buttons_save_what_is_looked_at() {
    let people = "person_id,start_date,name\n".to_owned()
        + &(0..9).map(|at| format!("p{at},2026-01-05,=cmd{at}\n")).collect::<String>();
    let events = "person_id,date,event,item,value\np1,2026-02-02,observed,+ask,1\n";
    let mut engine = engine_of(&[people.as_bytes(), events.as_bytes()]);
    let (timeline, rows, lines) = lines(&mut engine, &Definition::default(), &View::default());
    assert!(lines.iter().filter(|line| line.kind == "person").all(|line| line.row.starts_with("'=cmd")));
    assert!(lines.iter().any(|line| line.item == "'+ask"));
    let html = timeline::document(&timeline, &View::default(), &rows, 0, 900, None).html;
    assert_eq!(html.as_str().matches("data-saves=").count(), 2);
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn every_plan_is_whole_events_with_an_id_each(company in companies()) {
        let mut engine = engine_of(&[&company.people_csv(), &company.events_csv()]);
        let definition = Definition::default();
        let Some((timeline, _)) = look(&mut engine, &definition, &View::default()) else { return Ok(()) };
        let managers = timeline.managers.iter().map(|(id, _)| Some(id.as_str()));
        for manager in managers.chain([None]) {
            let Some(file) = calendar(&mut engine, &definition, manager) else { continue };
            prop_assert!(file.split_terminator("\r\n").all(|line| line.len() <= 75));
            assert_whole(&events(&file));
        }
        let full = report(&mut engine, &definition);
        prop_assert_eq!(timeline.launch.is_some(), calendar(&mut engine, &definition, None).is_some(), "{}", full["counts"]);
    }
}
