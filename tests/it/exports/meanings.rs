//! What a column says of the thing it is named after: guessed, asked about, answered.

use rampline::engine::Engine;
use rampline::receipt::{Assumption, Meaning, Reply};

use super::replies::{asked, pick, reply};
use super::{rows, sample};

#[test]
fn a_question_of_a_survey_becomes_belief_by_its_words_or_by_an_answer() {
    let survey = |question: &str| {
        format!(
            "ID;Start time;Completion time;Email;Name;{question};Pace\n\
            1;2/13/25 9:00;2/13/25 9:02;ada@example.com;Ada;4;2\n"
        )
    };
    let mut engine = Engine::default();
    let worth = survey("This training is worth it");
    reply(&mut engine, "a.csv", worth.as_bytes(), Reply::Nothing);
    assert_eq!(
        rows(engine.events_csv()),
        ["ada@example.com | 2025-02-13 | surveyed | belief | 4", "ada@example.com | 2025-02-13 | surveyed | Pace | 2"]
    );
    let assumed = Assumption::Meaning {
        column: "This training is worth it".to_owned(),
        meaning: Meaning::Belief,
        answered: false,
    };
    assert!(engine.data().receipts[0].reading.assumptions.contains(&assumed));

    let useful = survey("I use it");
    let mut engine = Engine::default();
    let form = asked(&mut engine, "b.csv", useful.as_bytes(), Reply::Ask);
    assert_eq!(
        form.groups[0].fields.iter().map(|field| field.label.as_str()).collect::<Vec<_>>(),
        ["I use it", "Pace"]
    );
    let said = pick(&form, &[("I use it", "Belief"), ("Pace", "Nothing")]);
    reply(&mut engine, "b.csv", useful.as_bytes(), said);
    assert_eq!(rows(engine.events_csv()), ["ada@example.com | 2025-02-13 | surveyed | belief | 4"]);
    assert_eq!(engine.profiles().all[0].name, "Microsoft Forms");
}

/// Behaviours in the columns, and nobody says who looked: it may as well be a list of something else.
#[test]
fn columns_of_yes_and_no_without_an_observer_are_asked_about() {
    let table = "E-Mail;Datum;Fragt nach;Fasst zusammen;Dauert\n\
        ada@x.org;13.01.2026;ja;nein;4\nben@x.org;14.01.2026;nein;;2\n";
    let mut engine = Engine::default();
    let form = asked(&mut engine, "a.csv", table.as_bytes(), Reply::Nothing);
    let fields: Vec<&str> = form.groups[1].fields.iter().map(|field| field.label.as_str()).collect();
    assert_eq!(fields, ["Fragt nach", "Fasst zusammen", "Dauert"]);
    let behaviour = form.groups[1].options.iter().position(|text| text == "An observed behaviour").unwrap() as u32;
    let columns = form.groups[0].fields.iter().map(|field| field.picked);
    let meanings = form.groups[1].fields.iter().map(|field| match field.label.as_str() {
        "Dauert" => field.picked,
        _ => Some(behaviour),
    });
    let said = Reply::Picked { picks: columns.chain(meanings).collect(), keep: form.keep.clone() };
    reply(&mut engine, "a.csv", table.as_bytes(), said);
    assert_eq!(
        rows(engine.events_csv()),
        [
            "ada@x.org | 2026-01-13 | observed | Fragt nach | 1",
            "ada@x.org | 2026-01-13 | observed | Fasst zusammen | 0",
            "ben@x.org | 2026-01-14 | observed | Fragt nach | 0",
        ]
    );
}

#[test]
fn an_activity_of_a_grid_can_be_an_observed_behaviour() {
    let bytes = sample("moodle-activities.csv");
    let mut engine = Engine::default();
    let form = asked(&mut engine, "a.csv", &bytes, Reply::Ask);
    let said = pick(&form, &[("Safety basics", "An observed"), ("Welcome 'tour'", "Nothing")]);
    reply(&mut engine, "a.csv", &bytes, said);
    assert_eq!(rows(engine.events_csv()), ["ada@example.com | 2025-01-20 | observed | Safety basics | 1"]);
}
