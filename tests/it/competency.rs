//! The competency rule against metrics.md section 3 read word by word, on random histories of observations.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rampline::definition::{Contexts, Definition};
use rampline::record::{EVENT_COLUMNS, PEOPLE_COLUMNS};
use serde_json::Value;

use crate::company::{JANUARY, Row, Style, date};
use crate::support::{cases, engine_of, report};

/// What a rule may be made of; nobody is ever observed at the last one.
const ITEMS: [&str; 4] = ["ask", "close", "probe", "yodel"];

/// Days count from 2025-01-01.
#[derive(Clone, Debug)]
struct Observation {
    day: i32,
    item: usize,
    value: &'static str,
    context: &'static str,
}

#[derive(Clone, Debug)]
struct Learner {
    start: i32,
    end: Option<i32>,
    observations: Vec<Observation>,
}

/// How a learner's story ends.
#[derive(Debug, PartialEq)]
struct Story {
    time: i32,
    competent: bool,
    left: bool,
    needs_refresh: bool,
}

/// The reading of section 3.
struct Reading<'a> {
    learner: &'a Learner,
    rule: &'a Definition,
    last: i32,
}

impl<'a> Reading<'a> {
    fn new(learner: &'a Learner, rule: &'a Definition) -> Reading<'a> {
        let cutoff = rule.cutoff.unwrap().since(JANUARY);
        Reading { learner, rule, last: learner.end.map_or(cutoff, |end| end.min(cutoff)) }
    }

    /// "Only observations with start(p) ≤ date ≤ last(p) and an accepted context count."
    fn counting(&self) -> Vec<&'a Observation> {
        let counts = |observation: &&Observation| {
            (self.learner.start..=self.last).contains(&observation.day)
                && (self.rule.contexts == Contexts::Any || observation.context != "simulated")
        };
        let mut found: Vec<&Observation> = self.learner.observations.iter().filter(counts).collect();
        found.sort_by_key(|observation| observation.day);
        found
    }

    /// Whether a behaviour holds at the end of a day.
    fn holds(&self, item: &str, day: i32) -> bool {
        let (k, n) = (self.rule.k as usize, self.rule.n as usize);
        let seen: Vec<(i32, bool)> = self
            .counting()
            .iter()
            .filter(|observation| ITEMS[observation.item] == item && observation.day <= day)
            .map(|observation| (observation.day, observation.value.parse::<f64>().unwrap() >= self.rule.positive_from))
            .collect();
        let window = |at: usize| &seen[(at + 1).saturating_sub(n)..=at];
        let enough = |at: usize| window(at).iter().filter(|(_, positive)| *positive).count() >= k;
        // "… lasts as long as each further observation keeps at least k of the last n positive."
        let Some(latest) = seen.len().checked_sub(1).filter(|&at| enough(at)) else { return false };
        let mut since = latest;
        while since > 0 && enough(since - 1) {
            since -= 1;
        }
        // "… the evidence begins at the first positive observation of that window …"
        let (first, _) = window(since).iter().find(|(_, positive)| *positive).unwrap();
        let (last, _) = seen.iter().rfind(|(_, positive)| *positive).unwrap();
        last - first >= self.rule.min_span
    }

    /// First day at whose end all of them hold. Nothing changes on a day without an observation.
    fn competent(&self, behaviours: &[String]) -> Option<i32> {
        let all_hold = |day: &i32| behaviours.iter().all(|item| self.holds(item, *day));
        let days = self.counting().into_iter().map(|observation| observation.day);
        days.filter(|_| !behaviours.is_empty()).find(all_hold)
    }

    fn story(&self, behaviours: &[String]) -> Story {
        let day = self.competent(behaviours);
        let left = self.learner.end == Some(self.last);
        Story {
            time: day.unwrap_or(self.last) - self.learner.start,
            competent: day.is_some(),
            left: left && day.is_none(),
            needs_refresh: day.is_some() && !behaviours.iter().all(|item| self.holds(item, self.last)),
        }
    }
}

fn observation(days: i32, items: usize) -> impl Strategy<Value = Observation> {
    let value = select(vec!["1", "1", "1", "1", "2", "0", "0.5"]);
    let context = select(vec!["", "live", "", "simulated"]);
    (-2..days, 0..items, value, context).prop_map(|(day, item, value, context)| Observation {
        day,
        item,
        value,
        context,
    })
}

fn learners(days: i32, items: usize, most: usize) -> impl Strategy<Value = Vec<Learner>> {
    let observations = prop::collection::vec(observation(days, items), 0..most);
    let learner = (0..6, prop::option::weighted(0.3, 0..40), observations).prop_map(|(start, stays, observations)| {
        Learner { start, end: stays.map(|stays| start + stays), observations }
    });
    prop::collection::vec(learner, 1..5)
}

fn rules(n: std::ops::RangeInclusive<u32>) -> impl Strategy<Value = Definition> {
    let behaviours = prop_oneof![2 => Just(Vec::new()), 1 => subsequence(ITEMS.to_vec(), 1..4)];
    let contexts = select(vec![Contexts::Live, Contexts::Any]);
    let min_span = prop_oneof![1 => Just(0), 1 => 1..25];
    let positive_from = select(vec![1.0, 0.5, 2.0]);
    (n, any::<prop::sample::Index>(), behaviours, contexts, min_span, positive_from, 6..60).prop_map(
        |(n, k, behaviours, contexts, min_span, positive_from, cutoff)| Definition {
            k: k.index(n as usize) as u32 + 1,
            n,
            behaviours: behaviours.into_iter().map(str::to_owned).collect(),
            contexts,
            min_span,
            positive_from,
            cutoff: Some(JANUARY.plus(cutoff)),
            ..Definition::default()
        },
    )
}

/// Every learner is a team of one, so that the report tells each story by itself.
fn told(learners: &[Learner], rule: &Definition) -> Value {
    let mut people: Vec<Row> = Vec::new();
    let mut events: Vec<Row> = Vec::new();
    for (at, learner) in learners.iter().enumerate() {
        let mut person = Row::default();
        person[0] = format!("p{at}");
        person[5] = format!("team {at}");
        person[7] = date(learner.start);
        person[8] = learner.end.map(date).unwrap_or_default();
        people.push(person);
        // The place in the file makes every row another, and orders those of one day.
        events.extend(learner.observations.iter().enumerate().map(|(place, observation)| {
            let Observation { day, item, value, context } = observation;
            let cells =
                [date(*day), "observed".into(), ITEMS[*item].into(), value.to_string(), "".into(), context.to_string()];
            let [date, event, item, value, minutes, context] = cells;
            [format!("p{at}"), date, event, item, value, minutes, context, String::new(), place.to_string()]
        }));
    }
    let files = [Style::default().write(&PEOPLE_COLUMNS, &people), Style::default().write(&EVENT_COLUMNS, &events)];
    report(&mut engine_of(&[&files[0], &files[1]]), rule)
}

fn check(learners: &[Learner], rule: &Definition) {
    let report = told(learners, rule);
    let ttc = &report["ttc"];
    let readings: Vec<Reading> = learners.iter().map(|learner| Reading::new(learner, rule)).collect();
    let mut behaviours: Vec<String> = rule.behaviours.clone();
    if behaviours.is_empty() {
        behaviours = readings.iter().flat_map(Reading::counting).map(|o| ITEMS[o.item].to_owned()).collect();
    }
    behaviours.sort();
    behaviours.dedup();
    assert_eq!(ttc["behaviours"], Value::from(behaviours.clone()));

    for (reading, group) in readings.iter().zip(ttc["team"]["groups"].as_array().unwrap()) {
        let row = &group["curve"][0];
        let found = Story {
            time: row["t"].as_i64().unwrap() as i32,
            competent: row["d"] == 1,
            left: group["of_all_started"]["left"] == 1,
            needs_refresh: group["needs_refresh"] == 1,
        };
        assert_eq!(found, reading.story(&behaviours), "{:?} under {rule:?}", reading.learner);
    }
    for (behaviour, curve) in behaviours.iter().zip(ttc["behaviours_alone"].as_array().unwrap()) {
        let mut expected: Vec<(i64, bool)> = readings
            .iter()
            .map(|reading| reading.story(std::slice::from_ref(behaviour)))
            .map(|story| (i64::from(story.time), story.competent))
            .collect();
        expected.sort_by_key(|&(time, event)| (time, !event));
        let found = curve["curve"].as_array().unwrap().iter().flat_map(|row| {
            let of = |key: &str, event| vec![(row["t"].as_i64().unwrap(), event); row[key].as_u64().unwrap() as usize];
            [of("d", true), of("c", false)].concat()
        });
        assert_eq!(found.collect::<Vec<_>>(), expected, "{behaviour} of {learners:?} under {rule:?}");
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn short_windows(learners in learners(50, 3, 40), rule in rules(1..=5)) {
        check(&learners, &rule);
    }
}

proptest! {
    #![proptest_config(cases(40))]

    /// Windows of up to 64 observations are kept in another way than longer ones.
    #[test]
    fn long_windows(learners in learners(40, 1, 120), rule in rules(58..=70)) {
        check(&learners, &rule);
    }
}
