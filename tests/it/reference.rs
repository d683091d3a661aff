//! The report equals the reference data sets, key by key and number by number (tests/data/reference/README.md).

use std::path::{Path, PathBuf};

use rampline::definition::Definition;
use rampline::engine::Engine;
use serde_json::Value;

use crate::support::take;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reference")
}

fn check(name: &str) {
    let folder = folder().join(name);
    let bytes = |file: &str| std::fs::read(folder.join(file)).unwrap();
    let text = |file: &str| String::from_utf8(bytes(file)).unwrap();
    let definition = Definition::from_json(&text("config.json")).unwrap();
    let expected: Value = serde_json::from_str(&text("report.json")).unwrap();
    let (people, events) = (bytes("people.csv"), bytes("events.csv"));
    for (order, piece) in [([0, 1], 1 << 20), ([1, 0], 977)] {
        let files = [("people.csv", &people[..]), ("events.csv", &events[..])];
        let mut engine = Engine::default();
        take(&mut engine, &order.map(|at| files[at]), piece);
        let found: Value = serde_json::from_slice(&engine.report(&definition).unwrap()).unwrap();
        let mut differences = Vec::new();
        compare(&expected, &found, "", &mut differences);
        assert!(differences.is_empty(), "{name}:\n{}", differences.join("\n"));
    }
}

/// Equal texts, integers, order and keys; numbers to 1e-9, relative or absolute, those of an iterative fit to 1e-6.
fn compare(expected: &Value, found: &Value, at: &str, differences: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys().filter(|key| !a.contains_key(*key))) {
                match (a.get(key), b.get(key)) {
                    (Some(a), Some(b)) => compare(a, b, &format!("{at}/{key}"), differences),
                    (a, _) => differences
                        .push(format!("{at}/{key}: {}", if a.is_some() { "missing" } else { "not expected" })),
                }
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (i, (a, b)) in a.iter().zip(b).enumerate() {
                compare(a, b, &format!("{at}/{i}"), differences);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            let tolerance = if at.starts_with("/cox/") { 1e-6 } else { 1e-9 };
            if (a - b).abs() > tolerance * a.abs().max(1.0) {
                differences.push(format!("{at}: {b}, expected {a}"));
            }
        }
        (a, b) if a == b => {}
        (a, b) => differences.push(format!("{at}: {b}, expected {a}")),
    }
}

#[test]
fn tiny() {
    check("tiny");
}

#[test]
fn rules() {
    check("rules");
}

#[test]
fn small() {
    check("small");
}

#[test]
fn classic() {
    check("classic");
}
