//! The manager is the one of that date, where a list of people says since when its rows are so.

use rampline::definition::Definition;
use rampline::engine::{Data, Engine};
use rampline::receipt::{Outcome, Reason};
use rampline::saved::tables::Head;
use serde_json::{Value, json};

use crate::saved_tables::stored;
use crate::support::{WHOLE, report, state, take};

const DATED: &str = "Employee ID,Name,Hire Date,Team,Manager ID,Effective Date\n\
    p1,Ada,2025-01-06,South,m2,2025-03-01\n\
    p1,Ada,2025-01-06,North,m1,2025-01-06\n\
    p2,Ben,2025-01-06,North,m1,2025-02-01\n\
    m1,Mia,2024-01-01,North,,\n\
    m2,Max,2024-01-01,South,,\n";
const UNDATED: &str = "Employee ID,Name,Hire Date,Team,Manager ID\n\
    p1,Ada,2025-01-06,South,m2\n\
    p2,Ben,2025-01-06,North,m1\n\
    m1,Mia,2024-01-01,North,\n\
    m2,Max,2024-01-01,South,\n";
const EVENTS: &str = "person_id,date,event,value\np1,2025-02-28,applied,1\np2,2025-04-30,feedback,\n";

fn engine(roster: &str, events: &str) -> Engine {
    let mut engine = Engine::default();
    take(&mut engine, &[("roster.csv", roster.as_bytes()), ("events.csv", events.as_bytes())], WHOLE);
    engine
}

/// Managers who came to believe, and those who did not yet.
fn beliefs(engine: &mut Engine) -> [Value; 2] {
    let report = report(engine, &Definition::default());
    ["events", "censored"].map(|of| report["ttb"]["manager"][of].clone())
}

/// Whose team it was: m1's up to the end of February, m2's after that.
#[test]
fn an_application_is_seen_by_the_manager_of_its_day() {
    for (roster, day, first) in [
        (DATED, "2025-02-28", "m1"),
        (DATED, "2025-03-01", "m2"),
        (UNDATED, "2025-02-28", "m2"),
        (UNDATED, "2025-03-01", "m2"),
    ] {
        let events = EVENTS.replace("2025-02-28", day);
        let mut engine = engine(roster, &events);
        assert_eq!(beliefs(&mut engine), [json!(1), json!(1)], "{day}");
        // The one who saw it leaves on its day: it is theirs still; a day earlier it is not.
        let before = if day == "2025-03-01" { "2025-02-28" } else { "2025-02-27" };
        for (left, seen) in [(day, 1), (before, 0)] {
            let mut header = roster.lines().next().unwrap().to_owned() + ",Termination Date\n";
            for line in roster.lines().skip(1) {
                let end = if line.starts_with(first) { left } else { "" };
                header += &format!("{line},{end}\n");
            }
            let mut engine = self::engine(&header, &events);
            assert_eq!(beliefs(&mut engine)[0], json!(seen), "{day}, {first} left on {left}");
        }
    }
}

/// Ben has no manager before February: nobody sees what he does then.
#[test]
fn before_the_first_day_nobody_is_known_to_manage() {
    for (day, seen) in [("2025-01-31", 0), ("2025-02-01", 1)] {
        let events = format!("person_id,date,event,value\np2,{day},applied,1\np2,2025-04-30,feedback,\n");
        assert_eq!(beliefs(&mut engine(DATED, &events))[0], json!(seen), "{day}");
    }
}

/// Whoever managed anybody by the data date is a manager, and what comes after it is not known yet.
#[test]
fn a_manager_of_once_is_no_learner() {
    let of = |roster: &str, cutoff: &str| {
        let definition = Definition { cutoff: rampline::time::Day::parse(cutoff), ..Definition::default() };
        let report = report(&mut engine(roster, EVENTS), &definition);
        let managers = report["touchpoints"]["manager"].as_array().unwrap();
        managers.iter().map(|manager| manager["manager_id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let only_ada: String =
        DATED.lines().filter(|line| !line.starts_with("p2")).map(|line| format!("{line}\n")).collect();
    assert_eq!(of(&only_ada, "2025-02-28"), ["m1"]);
    assert_eq!(of(&only_ada, "2025-03-01"), ["m1", "m2"]);
}

#[test]
fn the_latest_row_says_everything_else_and_the_file_again_changes_nothing() {
    let mut engine = engine(DATED, EVENTS);
    let people = String::from_utf8(engine.people_csv()).unwrap();
    assert!(people.contains("p1,Ada,,,,South,m2,2025-01-06,\n"), "{people}");
    assert_eq!((engine.holdings().people, engine.holdings().receipts[0].taken), (4, 5));
    let before = state(&mut engine);
    assert!(!take(&mut engine, &[("again.csv", DATED.as_bytes())], WHOLE).1);
    assert_eq!(state(&mut engine), before);
    // A plain list replaces it, as any later list does, and undone the history is back.
    let (outcomes, changed) = take(&mut engine, &[("plain.csv", UNDATED.replace("North", "East").as_bytes())], WHOLE);
    let Outcome::Read(receipt) = &outcomes[0] else { panic!("{outcomes:?}") };
    assert!(changed && receipt.replaced == 2, "{receipt:?}");
    let import = receipt.import.unwrap();
    assert!(engine.undo(import));
    assert_eq!(beliefs(&mut engine), [json!(1), json!(1)]);
    assert_eq!(engine.people_csv(), people.into_bytes());
}

#[test]
fn a_list_with_dates_says_what_it_changes() {
    let mut engine = engine(UNDATED, EVENTS);
    let (outcomes, _) = take(&mut engine, &[("dated.csv", DATED.replace("South,m2", "West,m2").as_bytes())], WHOLE);
    let Outcome::Read(receipt) = &outcomes[0] else { panic!("{outcomes:?}") };
    assert_eq!((receipt.taken, receipt.duplicates, receipt.replaced), (5, 0, 1));
    assert_eq!((receipt.changes[0].column.as_str(), receipt.changes[0].after.as_str()), ("team", "West"));
    let lines = rampline::scene::reading::lines(receipt);
    assert!(lines.iter().any(|(_, line, _)| line.contains("each so since the day in Effective Date")), "{lines:?}");
}

#[test]
fn two_rows_of_one_day_are_one_too_many() {
    let twice = format!("{DATED}p1,Ada,2025-01-06,West,m1,2025-03-01\np2,Ben,2025-01-06,West,m1,some day\n");
    let mut engine = Engine::default();
    let (outcomes, _) = take(&mut engine, &[("roster.csv", twice.as_bytes())], WHOLE);
    let Outcome::Read(receipt) = &outcomes[0] else { panic!("{outcomes:?}") };
    let mut wrong: Vec<_> = receipt.problems.iter().map(|p| (p.line, p.column.as_str(), p.reason)).collect();
    wrong.sort_unstable();
    assert_eq!(wrong, [(7, "Employee ID", Reason::PersonTwice), (8, "Effective Date", Reason::SinceNoDate)]);
}

#[test]
fn what_was_since_when_is_stored() {
    let mut before = engine(DATED, EVENTS);
    let (head, columns) = stored(&before);
    let head = Head::from_bytes(&head.to_bytes()).unwrap();
    let mut after = Engine::with(Data::restored(head, columns).unwrap());
    assert_eq!(after.report(&Definition::default()).unwrap(), before.report(&Definition::default()).unwrap());
    assert_eq!(beliefs(&mut after), [json!(1), json!(1)]);
    assert!(!take(&mut after, &[("again.csv", DATED.as_bytes())], WHOLE).1);
}
