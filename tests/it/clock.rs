//! Another day 0: the same numbers as a roster that names those days as start dates.

use std::collections::{HashMap, HashSet};
use std::fs;

use rampline::analysis::Analysis;
use rampline::definition::{Clock, Definition};
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
            (analysis.ttc.clone(), analysis.learners, analysis.first_application.clone())
        };
        let standard = numbers(found.analyze(&ask(Clock::Start)));
        let changed = numbers(found.analyze(&ask(clock)));
        assert_ne!(changed, standard, "{kind}");
        assert_eq!(changed, numbers(expected.analyze(&ask(Clock::Start))), "{kind}");
        assert_eq!(numbers(found.analyze(&ask(Clock::Start))), standard, "back again");

        let opened =
            found.inspect(&ask(clock), &Number::Quantile { of: Of::default(), percent: 50 }).expect("it is shown");
        assert_eq!(opened.people.considered(), found.holdings().people, "{:?}", opened.people);
    }
}
