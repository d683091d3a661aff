//! Another day 0: the same numbers as a roster that names those days as start dates.

use std::collections::{HashMap, HashSet};
use std::fs;

use rampline::analysis::{Analysis, Breakdown};
use rampline::definition::{Clock, Definition, Grouping};
use rampline::engine::Engine;
use rampline::inspect::{Number, Of};
use rampline::protocol::Ask;

use crate::support;

type Rows = Vec<HashMap<String, String>>;

fn rows(name: &str) -> Rows {
    let mut file = csv::Reader::from_path(format!("public/samples/{name}")).expect("the sample is in public/samples");
    file.deserialize().map(|row| row.expect("the sample is a table")).collect()
}

fn ask(clock: Clock) -> Ask {
    Ask { definition: Definition { clock, cutoff: None, ..Definition::default() }, ..Ask::default() }
}

fn engine(people: &[u8]) -> Engine {
    let events = fs::read("public/samples/events.csv").expect("the sample is in public/samples");
    let mut engine = Engine::default();
    support::take(&mut engine, &[("people.csv", people), ("events.csv", &events)], 1 << 20);
    engine
}

/// The roster with the first event of a kind as start date; learners without one are left out.
fn roster(kind: &str) -> String {
    let (people, events) = (rows("people.csv"), rows("events.csv"));
    let managers: HashSet<&str> = people.iter().map(|p| p["manager_id"].as_str()).collect();
    let mut text = "person_id,role,cohort,team,manager_id,start_date,end_date\n".to_owned();
    for person in &people {
        let is_learner = person["role"] != "leader" && !managers.contains(person["person_id"].as_str());
        let days = events
            .iter()
            .filter(|e| e["person_id"] == person["person_id"] && e["event"] == kind)
            .map(|e| &e["date"][..10]);
        let within = |day: &&str| person["end_date"].is_empty() || *day <= person["end_date"].as_str();
        // Who is to start after the data date is not in scope, whatever happened before.
        let is_learner = is_learner && person["start_date"].as_str() <= "2026-09-30";
        let start = if is_learner { days.filter(within).min() } else { Some(person["start_date"].as_str()) };
        let Some(start) = start else { continue };
        let [id, role, cohort, team, manager, end] =
            ["person_id", "role", "cohort", "team", "manager_id", "end_date"].map(|column| &person[column]);
        text += &format!("{id},{role},{cohort},{team},{manager},{start},{end}\n");
    }
    text
}

#[test]
fn another_day_0_is_another_start_date() {
    let original = fs::read("public/samples/people.csv").expect("the sample is in public/samples");
    for (clock, kind) in [(Clock::Enrolled, "enrolled"), (Clock::Started, "started")] {
        let (mut found, mut expected) = (engine(&original), engine(roster(kind).as_bytes()));
        let numbers = |analysis: Option<&Analysis>| {
            let analysis = analysis.expect("the sample has people and events");
            (analysis.ttc.clone(), analysis.learners)
        };
        let share = |engine: &mut Engine, clock| engine.analyze(&ask(clock)).and_then(|a| a.first_application.clone());
        let standard = numbers(found.analyze(&ask(Clock::Start)));
        let changed = numbers(found.analyze(&ask(clock)));
        assert_ne!(changed, standard, "{kind}");
        assert_eq!(changed, numbers(expected.analyze(&ask(Clock::Start))), "{kind}");
        assert_eq!(numbers(found.analyze(&ask(Clock::Start))), standard, "back again");
        // What is not a curve stays with the start date.
        assert_eq!(share(&mut found, clock), share(&mut found, Clock::Start));
        let detail = found.detail(&ask(clock).definition).cloned();
        assert_eq!(detail.as_ref(), found.detail(&ask(Clock::Start).definition));

        let opened =
            found.inspect(&ask(clock), &Number::Quantile { of: Of::default(), percent: 50 }).expect("it is shown");
        assert_eq!(opened.people.considered(), found.holdings().people, "{:?}", opened.people);
    }
}

/// Teams A, B, ... of so many people, of whom so many were never enrolled. Everybody is observed once.
fn teams(sizes: &[(usize, usize)]) -> Engine {
    let mut people = "person_id,name,team,start_date\n".to_owned();
    let mut events = "person_id,date,event,item,value\n".to_owned();
    for (team, &(size, missing)) in ('A'..).zip(sizes) {
        for at in 0..size {
            people += &format!("{team}{at},Name,{team},2026-01-01\n");
            events += &format!("{team}{at},2026-01-{:02},observed,greets,1\n", 3 + at % 20);
            if at >= missing {
                events += &format!("{team}{at},2026-01-02,enrolled,,\n");
            }
        }
    }
    let mut engine = Engine::default();
    support::take(&mut engine, &[("people.csv", people.as_bytes()), ("events.csv", events.as_bytes())], 1 << 20);
    engine
}

#[test]
fn nothing_follows_about_the_few_whom_a_clock_leaves_out() {
    // Teams with people and, of them, people never enrolled; the teams shown from the first enrollment on.
    for (sizes, shown) in [
        (&[(12, 0), (12, 0)][..], Some("AB")),
        (&[(12, 6), (12, 0)], Some("AB")),
        (&[(12, 2), (12, 0)], None),
        (&[(12, 1), (14, 6)], Some("")),
        (&[(12, 3), (12, 3)], Some("")),
        (&[(12, 0), (4, 0)], Some("")),
        (&[(12, 9), (12, 0)], Some("")),
        (&[(12, 9), (9, 9)], None),
        (&[(20, 0), (4, 0), (5, 0)], Some("A")),
        (&[(4, 0), (20, 0), (5, 0), (19, 0)], Some("BD")),
        (&[(20, 0), (6, 6), (4, 0), (8, 0)], Some("A")),
    ] {
        let mut engine = teams(sizes);
        let ask = Ask { grouping: Grouping::Team, ..ask(Clock::Enrolled) };
        let analysis = engine.analyze(&ask).expect("there are people and events").clone();
        let names = |b: &Breakdown| b.shown.groups.iter().map(|ttc| ttc.curve.group.as_str()).collect::<String>();
        assert_eq!(analysis.ttc.is_some(), shown.is_some(), "{sizes:?}");
        assert_eq!(analysis.breakdown.as_ref().map(names).as_deref(), shown, "{sizes:?}");

        // What is not shown does not open, and nobody is named beside the lists by start dates.
        let median = |group: Option<&str>| Number::Quantile {
            of: Of { by: Grouping::Team, group: group.map(str::to_owned) },
            percent: 50,
        };
        let opened = engine.inspect(&ask, &median(None));
        assert_eq!(opened.is_some(), shown.is_some());
        if let Some(opened) = opened.filter(|_| sizes.iter().any(|(_, missing)| *missing > 0)) {
            assert_eq!(opened.rows.listed, 0);
        }
        for team in ('A'..).take(sizes.len()) {
            let is_shown = shown.is_some_and(|shown| shown.contains(team));
            let opened = engine.inspect(&ask, &median(Some(&team.to_string())));
            assert_eq!(opened.is_some(), is_shown, "{team} {sizes:?}");
        }
    }
}
