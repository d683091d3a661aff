//! The roster over several imports: replaced rows, late rosters, columns that are more or fewer than expected.

use rampline::definition::Definition;
use rampline::engine::Engine;

use crate::support::{WHOLE, engine_of, report, take, take_one};

const HEADER: &str = "person_id,name,role,cohort,location,team,manager_id,start_date,end_date\n";
const ADA: &str = "a,Ada,agent,2025-01,Oslo,Red,m,2025-01-06,\n";

fn people(rows: &str) -> Vec<u8> {
    format!("{HEADER}{rows}").into_bytes()
}

#[test]
fn a_later_row_replaces_the_earlier_one_and_says_what_changed() {
    for (row, changes) in [
        ("a,Ada,agent,2025-01,Oslo,Blue,m,2025-01-06,\n", vec![("team", "Red", "Blue")]),
        ("a,Ada,agent,2025-01,Oslo,,m,2025-01-06,\n", vec![("team", "Red", "")]),
        (
            "a,Ada,agent,2025-01,Oslo,Red,m,2025-01-07,2025-03-01\n",
            vec![("start_date", "2025-01-06", "2025-01-07"), ("end_date", "", "2025-03-01")],
        ),
        (
            "a,Ada L,lead,2025-02,Rome,Red,n,2025-01-06,\n",
            vec![
                ("name", "Ada", "Ada L"),
                ("role", "agent", "lead"),
                ("cohort", "2025-01", "2025-02"),
                ("location", "Oslo", "Rome"),
                ("manager_id", "m", "n"),
            ],
        ),
    ] {
        let mut engine = engine_of(&[&people(ADA)]);
        let receipt = take_one(&mut engine, &people(row)).unwrap();
        let found: Vec<(&str, &str, &str)> =
            receipt.changes.iter().map(|c| (c.column.as_str(), c.before.as_str(), c.after.as_str())).collect();
        assert_eq!(found, changes, "{row}");
        assert!(receipt.changes.iter().all(|change| change.person_id == "a"));
        assert_eq!((receipt.replaced, receipt.taken, receipt.duplicates), (1, 1, 0), "{row}");
        assert_eq!(engine.people_csv(), people(row), "the later row holds");
        assert_eq!(engine.holdings().people, 1);

        // Back again is a change again, and twice the same is none.
        let back = take_one(&mut engine, &people(ADA)).unwrap();
        assert_eq!((back.replaced, back.changes.len()), (1, changes.len()), "{row}");
        assert!(take_one(&mut engine, &people(ADA)).unwrap().nothing_new);
        assert_eq!(engine.people_csv(), people(ADA));
    }
}

#[test]
fn a_file_that_names_some_people_leaves_the_others() {
    let ben = "b,Ben,,,,Blue,,2025-01-06,\n";
    let mut engine = engine_of(&[&people(&format!("{ADA}{ben}"))]);
    let cleo = "c,Cleo,,,,Blue,,2025-01-06,\n";
    let moved = "b,Ben,,,,Red,,2025-01-06,\n";
    let receipt = take_one(&mut engine, &people(&format!("{cleo}{moved}{ADA}"))).unwrap();
    assert_eq!((receipt.taken, receipt.replaced, receipt.duplicates, receipt.nothing_new), (2, 1, 1, false));
    let names: Vec<String> =
        engine.people_csv().split(|&b| b == b'\n').map(|l| String::from_utf8_lossy(l).into()).collect();
    let mut rows = names[1..4].to_vec();
    rows.sort();
    assert_eq!(rows, [ADA.trim_end(), moved.trim_end(), cleo.trim_end()]);
}

#[test]
fn a_row_that_cannot_be_used_replaces_nobody() {
    let mut engine = engine_of(&[&people(ADA)]);
    let receipt = take_one(&mut engine, &people("a,Ada,agent,2025-01,Oslo,Blue,m,2025-02-30,\n")).unwrap();
    assert_eq!((receipt.taken, receipt.set_aside_total()), (0, 1));
    assert_eq!(engine.people_csv(), people(ADA));
}

#[test]
fn of_two_rows_in_one_file_the_first_valid_one_holds() {
    let rows = format!("a,Ada,,,,Blue,,soon,\n{ADA}a,Ada,,,,Green,,2025-01-06,\n");
    let mut engine = Engine::default();
    let receipt = take_one(&mut engine, &people(&rows)).unwrap();
    assert_eq!((receipt.rows, receipt.taken, receipt.set_aside_total()), (3, 1, 2));
    assert_eq!(receipt.problems[1].line, 4);
    assert_eq!(engine.people_csv(), people(ADA));
}

#[test]
fn unknown_people_come_alive_when_the_roster_arrives() {
    let events = b"person_id,date,event,item,value\na,2025-01-07,observed,ask,1\nb,2025-01-08,observed,ask,1\n";
    let mut engine = engine_of(&[events]);
    let counts = |engine: &mut Engine| {
        let counts = report(engine, &Definition::default())["counts"].clone();
        ["people", "events_unknown", "events_counted"].map(|key| counts[key].as_u64().unwrap())
    };
    assert_eq!(counts(&mut engine), [0, 2, 0]);
    assert_eq!(engine.holdings().receipts[0].unknown, 2);
    // Being named as a manager is not enough.
    take_one(&mut engine, b"person_id,start_date,manager_id\na,2025-01-06,b\n").unwrap();
    assert_eq!(counts(&mut engine), [1, 1, 1]);
    assert_eq!(engine.holdings().receipts[0].unknown, 1);
    take_one(&mut engine, b"person_id,start_date\nb,2025-01-06\n").unwrap();
    assert_eq!(counts(&mut engine), [2, 0, 2]);
    assert_eq!(engine.holdings().receipts[0].unknown, 0);
}

#[test]
fn columns_nobody_knows_are_named_and_ignored() {
    for (file, ignored, missing) in [
        (
            "person_id,start_date\na,2025-01-06\n",
            vec![],
            vec!["name", "role", "cohort", "location", "team", "manager_id", "end_date"],
        ),
        (
            "Team,start_date,,person_id,shoe size\nRed,2025-01-06,x,a,42\n",
            vec!["Team", "", "shoe size"],
            vec!["name", "role", "cohort", "location", "team", "manager_id", "end_date"],
        ),
        (
            "event,start_date,person_id\nparty,2025-01-06,a\n",
            vec!["event"],
            vec!["name", "role", "cohort", "location", "team", "manager_id", "end_date"],
        ),
        (
            "start_date,person_id,date,event\n2025-01-06,a,2025-01-07,feedback\n",
            vec!["start_date"],
            vec!["item", "value", "minutes", "context", "by", "note"],
        ),
    ] {
        let receipt = take_one(&mut Engine::default(), file.as_bytes()).unwrap();
        assert_eq!(receipt.ignored_columns, ignored, "{file}");
        assert_eq!(receipt.missing_columns, missing, "{file}");
        assert_eq!((receipt.taken, receipt.problems.len()), (1, 0), "{file}");
    }
}

#[test]
fn rows_longer_and_shorter_than_the_header() {
    let file = b"person_id,start_date,team\na,2025-01-06\nb,2025-01-06,Red,more,\"and, more\"\nc\n\n\r\n,,\n";
    let mut engine = Engine::default();
    let receipt = take_one(&mut engine, file).unwrap();
    assert_eq!((receipt.rows, receipt.taken), (4, 2));
    let lines: Vec<u64> = receipt.problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [4, 7]);
    assert_eq!(engine.people_csv(), people("a,,,,,,,2025-01-06,\nb,,,,,Red,,2025-01-06,\n"));
}

#[test]
fn one_batch_can_bring_the_same_roster_twice() {
    let mut engine = Engine::default();
    let (outcomes, changed) = take(&mut engine, &[("a.csv", &people(ADA)), ("b.csv", &people(ADA))], WHOLE);
    assert!(changed);
    assert_eq!(outcomes.len(), 2);
    assert_eq!(engine.holdings().receipts.len(), 1);
}
