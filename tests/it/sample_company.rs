//! The invented company of public/samples: what the README and the page say about it holds. The figures were worked out
//! by a program of another hand in another language.

use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::protocol::{Ask, Origin};
use rampline::receipt::{Outcome, Reason, Receipt};
use serde_json::{Value, json};

use crate::support::{WHOLE, report, take_as};

fn sample() -> (Engine, Vec<Receipt>, Definition) {
    let file = |name: &str| std::fs::read(format!("{}/public/samples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (people, events) = (file("people.csv"), file("events.csv"));
    let mut engine = Engine::default();
    let files = [("people.csv", &people[..]), ("events.csv", &events[..])];
    let (outcomes, changed) = take_as(&mut engine, Origin::Sample, &files, WHOLE);
    assert!(changed);
    let receipts = outcomes.into_iter().map(|outcome| match outcome {
        Outcome::Read(receipt) => receipt,
        Outcome::Refused { file, why } => panic!("{file}: {why}"),
    });
    let definition = Definition::from_json(&String::from_utf8(file("config.json")).unwrap()).unwrap();
    (engine, receipts.collect(), definition)
}

fn assert_says(report: &Value, rows: &[(&str, Value)]) {
    for (at, expected) in rows {
        assert_eq!(report.pointer(at), Some(expected), "{at}");
    }
}

#[test]
fn the_files_are_as_the_receipts_say() {
    let (_, receipts, _) = sample();
    let [people, events] = &receipts[..] else { panic!("{}", receipts.len()) };
    assert_eq!((people.rows, people.taken, people.set_aside_total()), (150, 150, 0));
    assert_eq!((events.rows, events.taken), (10_188, 10_186));
    assert_eq!((events.set_aside_total(), events.duplicates, events.unknown), (1, 1, 1));
    let [problem] = &events.problems[..] else { panic!("{:?}", events.problems) };
    assert_eq!(problem.reason, Reason::DateNoDate);
}

#[test]
fn its_curve_is_the_documented_one() {
    let (mut engine, _, definition) = sample();
    let report = report(&mut engine, &definition);
    assert_says(
        &report,
        &[
            ("/counts/people", json!(150)),
            ("/counts/in_scope", json!(149)),
            ("/counts/event_rows", json!(10_188)),
            ("/counts/events_rejected", json!(1)),
            ("/counts/duplicate_rows", json!(1)),
            ("/counts/events_unknown", json!(1)),
            ("/counts/events_after_cutoff", json!(0)),
            ("/counts/events_counted", json!(10_185)),
            ("/ttc/overall/n", json!(138)),
            ("/ttc/overall/events", json!(118)),
            ("/ttc/overall/needs_refresh", json!(8)),
            ("/ttc/overall/quantiles/1", json!({"q": 0.5, "t": 59, "lower": 51, "upper": 64})),
            ("/published/ttc/overall_hidden", json!(false)),
            ("/published/ttc/team/hidden", json!(["Evenings", "Field Support"])),
            ("/published/ttc/team/logrank/df", json!(5)),
        ],
    );
    let p = report.pointer("/published/ttc/team/logrank/p").unwrap().as_f64().unwrap();
    assert!((p - 0.0049).abs() < 0.00005, "{p}");
}

#[test]
fn the_screen_shows_six_of_its_teams() {
    let (mut engine, _, definition) = sample();
    let ask =
        Ask { definition, version: String::new(), grouping: rampline::analysis::Grouping::Team, ..Ask::default() };
    let analysis = engine.analyze(&ask).unwrap().clone();
    let breakdown = analysis.breakdown.unwrap();
    assert_eq!(breakdown.hidden, ["Evenings", "Field Support"]);
    assert_eq!((breakdown.shown.groups.len(), breakdown.shown.pairs.len()), (6, 15));
    let median = *analysis.ttc.unwrap().curve.median();
    assert_eq!((median.t, median.lower, median.upper), (Some(59), Some(51), Some(64)));
}
