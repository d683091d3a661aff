//! Data nobody hopes for go through the whole report: every key is there, every number is one, nothing panics.

use rampline::definition::{Definition, Grouping};
use rampline::engine::Engine;
use rampline::protocol::Ask;
use serde_json::{Value, json};

use crate::support::{WHOLE, report, take};

/// A report with a list filled for every shape there is.
fn full_report() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/reference/small/report.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The keys of a report are those of another; where that has a number, a text or a list, so has this, or null.
fn same_shape(found: &Value, full: &Value, at: &str) {
    match (found, full) {
        (Value::Null, _) => {}
        (Value::Object(found), Value::Object(full)) => {
            let keys = |object: &serde_json::Map<String, Value>| object.keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys(found), keys(full), "{at}");
            found.iter().for_each(|(key, value)| same_shape(value, &full[key], &format!("{at}/{key}")));
        }
        (Value::Array(found), Value::Array(full)) => {
            if let Some(row) = full.iter().find(|row| !row.is_null()) {
                found.iter().for_each(|value| same_shape(value, row, &format!("{at}/…")));
            }
        }
        (Value::Number(_), Value::Number(_) | Value::Null) => {}
        (Value::String(_), Value::String(_) | Value::Null) | (Value::Bool(_), Value::Bool(_)) => {}
        (found, full) => panic!("{at}: {found}, expected something like {full}"),
    }
}

const K1: &str = r#"{"k": 1, "n": 1}"#;

/// Rows have a space between them: `person_id,start_date,end_date,team,role,manager_id` and
/// `person_id,date,event,item,value,minutes`. `expected` is what the report says at a few places.
fn check(people: &str, events: &str, config: &str, expected: &[(&str, Value)]) {
    let file = |header: &str, rows: &str| format!("{header}\n{}", rows.trim().replace(' ', "\n"));
    let people = file("person_id,start_date,end_date,team,role,manager_id", people);
    let events = file("person_id,date,event,item,value,minutes", events);
    let definition = Definition::from_json(config).unwrap();
    let mut engine = Engine::default();
    take(&mut engine, &[("people.csv", people.as_bytes()), ("events.csv", events.as_bytes())], WHOLE);
    let report = report(&mut engine, &definition);
    same_shape(&report, &full_report(), "");
    for grouping in Grouping::SPLITS {
        let ask = Ask { definition: definition.clone(), version: String::new(), grouping, ..Ask::default() };
        engine.analyze(&ask);
        engine.curve_csv(&ask);
    }
    for (at, value) in expected {
        assert_eq!(report.pointer(at), Some(value), "{at} of {people}\n{events}");
    }
}

/// So many people of the same start, or events of the same day.
fn alike(n: usize, rest: &str) -> String {
    (0..n).map(|i| format!("p{i},{rest} ")).collect()
}

#[test]
fn nobody_and_nothing() {
    let nobody = [("/cutoff", json!(null)), ("/ttc/overall/n", json!(0)), ("/ttc/overall/curve", json!([]))];
    let no_groups = [("/ttc/team/groups", json!([])), ("/published/ttc/overall_hidden", json!(true))];
    check("", "", "{}", &nobody);
    check("", "", "{}", &no_groups);
    check("a,2025-01-06,,,,", "", "{}", &nobody);
    check("a,2025-01-06,,,,", "", "{}", &[("/counts/in_scope", json!(0)), ("/settings/launch", json!(null))]);
    check("", "a,2025-01-06,observed,ask,1,", "{}", &nobody);
    check("", "a,2025-01-06,observed,ask,1,", "{}", &[("/counts/events_unknown", json!(1))]);
    // A data date that is set brings people without events into scope.
    let set = r#"{"cutoff": "2025-02-05"}"#;
    check("a,2025-01-06,,,,", "", set, &[("/counts/in_scope", json!(1)), ("/ttc/overall/censored", json!(1))]);
    // And one before everything leaves nobody there.
    let early = r#"{"cutoff": "1999-12-31"}"#;
    let expected = [("/counts/in_scope", json!(0)), ("/counts/events_after_cutoff", json!(1))];
    check("a,2025-01-06,,,,", "a,2025-01-16,observed,ask,1,", early, &expected);
    check("a,2025-01-06,,,,", "a,2025-01-16,observed,ask,1,", early, &[("/coaching/overall/months", json!([]))]);
}

#[test]
fn everybody_alike() {
    // One person, competent on day 0.
    check(
        "a,2025-01-06,,,,",
        "a,2025-01-06,observed,ask,1,",
        K1,
        &[
            ("/ttc/overall/curve/0", json!({"t": 0, "n": 1, "d": 1, "c": 0, "S": 0.0, "lower": null, "upper": null})),
            ("/ttc/overall/rmst", json!({"tau": 0, "value": 0.0, "se": 0.0})),
            ("/ttc/overall/milestones/2/share", json!(1.0)),
            ("/ttc/overall/of_all_started/curve/0", json!({"t": 0, "I": 1.0, "lower": null, "upper": null})),
            ("/ttc/overall/follow_up", json!(null)),
        ],
    );
    // All censored.
    check(
        &alike(6, "2025-01-06,,Red,,"),
        &alike(6, "2025-01-26,observed,ask,1,"),
        "{}",
        &[
            ("/ttc/overall/events", json!(0)),
            ("/ttc/overall/curve/0", json!({"t": 20, "n": 6, "d": 0, "c": 6, "S": 1.0, "lower": 1.0, "upper": 1.0})),
            ("/ttc/overall/quantiles/1/t", json!(null)),
            ("/ttc/overall/rmst", json!({"tau": 20, "value": 20.0, "se": 0.0})),
            ("/ttc/overall/follow_up", json!(20)),
            ("/ttc/team/logrank/p", json!(null)),
        ],
    );
    // All on one day, in two teams.
    let people = alike(6, "2025-01-06,,Red,,") + "q,2025-01-06,,Blue,,";
    let events = alike(6, "2025-01-16,observed,ask,1,") + "q,2025-01-16,observed,ask,1,";
    check(
        &people,
        &events,
        K1,
        &[
            ("/ttc/overall/curve/0/S", json!(0.0)),
            ("/ttc/overall/quantiles/0", json!({"q": 0.25, "t": 10, "lower": null, "upper": null})),
            ("/ttc/team/logrank", json!({"chi2": null, "df": null, "p": null})),
            ("/ttc/team/pairwise/0/rmst_difference", json!(0.0)),
            ("/ttc/team/pairwise/0/p_holm", json!(null)),
        ],
    );
    // A group without events.
    let people = "a,2025-01-06,,Red,, b,2025-01-06,,Red,, c,2025-01-06,,Blue,,";
    check(
        people,
        "a,2025-01-16,observed,ask,1, b,2025-01-20,observed,ask,1, c,2025-01-26,observed,ask,0,",
        K1,
        &[
            ("/ttc/team/groups/0/events", json!(0)),
            ("/ttc/team/logrank/df", json!(1)),
            ("/ttc/team/tau", json!(14)),
            ("/published/ttc/team/hidden", json!(["Blue", "Red"])),
            ("/published/ttc/team/tau", json!(null)),
        ],
    );
}

#[test]
fn who_leaves_at_once() {
    check(
        "a,2025-01-06,2025-01-06,,, b,2025-01-06,,,,",
        "b,2025-01-16,observed,ask,1,",
        K1,
        &[
            ("/ttc/overall/curve/0", json!({"t": 0, "n": 2, "d": 0, "c": 1, "S": 1.0, "lower": 1.0, "upper": 1.0})),
            ("/ttc/overall/of_all_started/left", json!(1)),
            ("/ttc/overall/of_all_started/milestones/2/share", json!(0.5)),
            ("/coaching/overall/learner_days", json!(12)),
        ],
    );
    // Competent on the day of leaving is competent.
    let expected = [("/ttc/overall/events", json!(1)), ("/ttc/overall/of_all_started/left", json!(0))];
    check("a,2025-01-06,2025-01-08,,,", "a,2025-01-08,observed,ask,1,", K1, &expected);
    // The day after it is too late; leaving after the data date is not known yet.
    check("a,2025-01-06,2025-01-07,,,", "a,2025-01-08,observed,ask,1,", K1, &[("/ttc/behaviours", json!([]))]);
    check("a,2025-01-06,2025-01-09,,,", "a,2025-01-08,observed,ask,0,", K1, &[expected[1].clone()]);
}

#[test]
fn behaviours_that_are_not_there() {
    let (people, events) = ("a,2025-01-06,,,,", "a,2025-01-16,observed,ask,1,");
    check(
        people,
        events,
        r#"{"k": 1, "n": 1, "behaviours": ["ask", "yodel"]}"#,
        &[
            ("/ttc/overall/events", json!(0)),
            ("/ttc/behaviours", json!(["ask", "yodel"])),
            ("/ttc/behaviours_alone/0/events", json!(1)),
            ("/ttc/behaviours_alone/1/censored", json!(1)),
        ],
    );
    let twice = r#"{"k": 1, "n": 1, "behaviours": ["ask", "ask"]}"#;
    check(people, events, twice, &[("/ttc/behaviours", json!(["ask"])), ("/ttc/overall/events", json!(1))]);
}

#[test]
fn the_ends_of_the_calendar() {
    let people = "a,0001-01-01,,Old,, b,0099-12-31,,New,,";
    check(
        people,
        "a,0001-01-02,coached,,,5 b,0099-12-31,coached,,,7",
        "{}",
        &[
            ("/cutoff", json!("0099-12-31")),
            ("/ttc/overall/curve/1/t", json!(36_158)),
            ("/coaching/overall/days", json!(36_159)),
            ("/coaching/team/0/months/0/month", json!("0099-12")),
            ("/coaching/team/1/months/0/month", json!("0001-01")),
        ],
    );
    let events = "a,9999-12-31,coached,,,7 a,9999-12-31,completed,,,";
    check(
        "a,9999-12-01,,,,",
        events,
        r#"{"tau": 3652059}"#,
        &[
            ("/cutoff", json!("9999-12-31")),
            ("/coaching/overall/months/0/minutes", json!(7.0)),
            ("/coaching/overall/days", json!(31)),
            ("/first_application/overall/in_window", json!(1)),
        ],
    );
}

#[test]
fn managers_of_all_sorts() {
    for (people, learners) in [
        ("m,2025-01-06,,,,m l,2025-01-06,,,leader,m", 0),
        // Who manages oneself is a manager, and so is everybody in a circle.
        ("a,2025-01-06,,,,a b,2025-01-06,,,,", 1),
        ("a,2025-01-06,,,,b b,2025-01-06,,,,a", 0),
        // A manager the roster lacks; one whose people are not in scope yet.
        ("a,2025-01-06,,,,x b,2025-01-06,,,,c c,2026-01-06,,,,a", 2),
        ("a,2025-01-06,,,Leader, b,2025-01-06,,,leader,", 1),
    ] {
        check(
            people,
            "a,2025-01-16,observed,ask,1, m,2025-01-16,feedback,,,",
            K1,
            &[("/ttc/overall/n", json!(learners))],
        );
    }
}

#[test]
fn numbers_beyond_reason() {
    let one = "a,2025-01-06,,,,";
    let rule = r#"{"k": 1000000, "n": 1000000, "min_span": 9999999999, "tau": 9999999999}"#;
    let expected = [("/ttc/overall/events", json!(0)), ("/ttc/overall/rmst/tau", json!(10))];
    check(one, "a,2025-01-16,observed,ask,1,", rule, &expected);
    let events = "a,2025-01-16,observed,ask,-1e308, a,2025-01-17,coached,,,1e300 a,2025-01-18,measured,x,1e308, a,2025-01-18,measured,x,-1e308,";
    let expected = [("/ttc/overall/events", json!(1)), ("/coaching/overall/minutes", json!(1e300))];
    check(one, events, r#"{"k": 1, "n": 1, "positive_from": -1e308}"#, &expected);
    let window = r#"{"window_days": 9999999999, "landmark_day": 9999999999}"#;
    let expected =
        [("/first_application/overall/in_window", json!(1)), ("/first_application/overall/rate", json!(null))];
    check(one, "a,2025-01-16,completed,,,", window, &expected);
}

#[test]
fn texts_with_formulas_stay_texts() {
    let people = "=1+1,2025-01-06,,@SUM(A1),+lead,-m\n";
    let mut engine = Engine::default();
    let file = format!("person_id,start_date,end_date,team,role,manager_id\n{people}");
    let events = "person_id,date,event,item,value,by,note\n=1+1,2025-01-16,observed,-x,-2.5,+y,=HYPERLINK()\n";
    take(&mut engine, &[("people.csv", file.as_bytes()), ("events.csv", events.as_bytes())], WHOLE);
    let report = report(&mut engine, &Definition::default());
    assert_eq!(report.pointer("/ttc/team/groups/0/group"), Some(&json!("@SUM(A1)")), "a report is no spreadsheet");
    let lines = |csv: Vec<u8>| String::from_utf8(csv).unwrap().lines().nth(1).unwrap().to_owned();
    assert_eq!(lines(engine.people_csv()), "'=1+1,,'+lead,,,'@SUM(A1),'-m,2025-01-06,");
    assert_eq!(lines(engine.events_csv()), "'=1+1,2025-01-16,observed,'-x,-2.5,,,'+y,'=HYPERLINK()");
}
