//! Exports of other systems, one invented sample each (tests/data/exports): what comes out of it, under a file name that
//! says nothing.

mod cases;

use rampline::engine::Engine;
use rampline::receipt::{Answers, DateOrder, Hint, Kind, Outcome, Question, Receipt, Refusal, Role};

use self::cases::CASES;
use crate::support::{WHOLE, take, take_answered};

const NAME: &str = "download (3).2025-02-28.dat";

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/exports/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The rows of a canonical table without its header and without empty fields at the end.
fn rows(csv: Vec<u8>) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(&csv[..]);
    let row =
        |row: csv::StringRecord| row.iter().collect::<Vec<_>>().join(" | ").trim_end_matches([' ', '|']).to_owned();
    reader.records().map(|record| row(record.unwrap())).collect()
}

struct Found {
    source: String,
    people: Vec<String>,
    events: Vec<String>,
    receipts: Vec<Receipt>,
}

fn read(bytes: &[u8], answers: Answers) -> Result<Found, Refusal> {
    let mut engine = Engine::default();
    let (outcomes, _) = take_answered(&mut engine, NAME, bytes, answers);
    let receipts: Result<Vec<Receipt>, Refusal> = outcomes
        .into_iter()
        .map(|outcome| match outcome {
            Outcome::Read(receipt) => Ok(receipt),
            Outcome::Refused { why, .. } => Err(why),
        })
        .collect();
    let receipts = receipts?;
    let source = receipts[0].reading.source.clone().unwrap_or_default();
    Ok(Found { source, people: rows(engine.people_csv()), events: rows(engine.events_csv()), receipts })
}

#[test]
fn every_export_is_recognized_and_read() {
    let mut wrong = Vec::new();
    for (file, source, people, events, aside, quiet) in CASES {
        let found = read(&sample(file), Answers::default()).unwrap_or_else(|why| panic!("{file}: {why}"));
        assert_eq!(found.source, *source, "{file}");
        assert_eq!(found.events, *events, "{file}");
        if found.people != *people {
            wrong.push(format!("{file}: {:#?}", found.people));
        }
        let last = found.receipts.iter().rfind(|r| r.kind == Kind::Events).unwrap_or(&found.receipts[0]);
        assert_eq!((last.set_aside_total(), last.reading.quiet), (*aside, *quiet), "{file}: {:?}", last.problems);
    }
    assert!(wrong.is_empty(), "other people than expected: {}", wrong.join("\n"));
}

#[test]
fn both_downloads_of_moodle_say_the_same() {
    let [plain, excel] = ["moodle-activities.csv", "moodle-activities-excel.csv"]
        .map(|file| read(&sample(file), Answers::default()).unwrap());
    assert_eq!(plain.events, excel.events);
    assert_eq!(plain.receipts[0].reading.cautions, excel.receipts[0].reading.cautions);
}

/// What a receipt says beside the counts, in the words of the page.
#[test]
fn a_receipt_says_what_was_seen_and_assumed() {
    for (file, part, expected) in [
        (
            "moodle-course.csv",
            0,
            &["Assumed: Course complete: the day comes first, because this system writes dates so"][..],
        ),
        ("bamboo-roster.csv", 0, &["Assumed: Hire Date: the day comes first, because 13-01-2025 is no date otherwise"]),
        ("cornerstone-transcript.csv", 0, &["Header: Line 4", "Above the table: Lines 1 to 2"]),
        (
            "workday-assignments.csv",
            0,
            &[
                "Words: “Frozen” is not known, set aside (1\u{a0}row); “Completed” is completed (1\u{a0}row); “In Progress” is in progress (1\u{a0}row)",
            ],
        ),
        (
            "workday-enrolments.csv",
            0,
            &[
                "Careful: Only completions are in this file. Who is still learning is missing, so it cannot say how long it takes",
            ],
        ),
        (
            "calendar.ics",
            0,
            &["Assumed: What is planned after 2025-01-25, when the calendar was last written, has not happened"],
        ),
        ("teams-attendance.csv", 0, &["Below the table: Lines 13 to 15"]),
        (
            "qualtrics.csv",
            0,
            &[
                "More of the header: Lines 2 to 3",
                "About nobody: Line 4",
                "Dropped: Internet addresses are not kept: IPAddress",
                "Dropped: Places of people are not kept: LocationLatitude, LocationLongitude",
                "Dropped: Free text is not kept: Q2",
            ],
        ),
        (
            "hr-and-learning.csv",
            1,
            &[
                "Text: windows-1252, columns between semicolons, 360\u{a0}bytes",
                "Assumed: The encoding is a guess from the letters",
                "Assumed: Punkte: a comma stands before decimals",
                "Assumed: People are known by Personalnummer",
                "Below the table: Line 7",
            ],
        ),
    ] {
        let found = read(&sample(file), Answers::default()).unwrap();
        let lines = rampline::state::words::lines(&found.receipts[part]);
        let lines: Vec<String> = lines.into_iter().map(|(what, how)| format!("{what}: {how}")).collect();
        for line in expected {
            assert!(lines.iter().any(|l| l == line), "{file}: {line}\n{lines:#?}");
        }
    }
}

#[test]
fn a_problem_names_line_and_column_of_the_file() {
    for (file, line, column, found) in
        [("workday-assignments.csv", 9, "CompletionStatus", "Frozen"), ("hr-and-learning.csv", 6, "Abschlussdatum", "")]
    {
        let read = read(&sample(file), Answers::default()).unwrap();
        let problem = &read.receipts.iter().rfind(|receipt| receipt.kind == Kind::Events).unwrap().problems[0];
        assert_eq!((problem.line, problem.column.as_str(), problem.found.as_str()), (line, column, found), "{file}");
    }
}

#[test]
fn an_export_without_dates_is_refused_with_what_to_do() {
    let why = read(&sample("canvas-gradebook.csv"), Answers::default()).err().unwrap().to_string();
    assert!(why.contains("the Canvas grade book has no dates"), "{why}");
}

#[test]
fn dates_that_can_be_read_both_ways_are_asked_about_once() {
    let roster = b"Employee #,Work Email,Hire Date\n1,ada@example.com,03-04-2025\n";
    let why = read(roster, Answers::default()).err();
    let expected = Question::DateOrder { column: "Hire Date".to_owned(), example: "03-04-2025".to_owned() };
    assert_eq!(why, Some(Refusal::Asks(expected)));
    for (order, day) in [(DateOrder::DayFirst, "2025-04-03"), (DateOrder::MonthFirst, "2025-03-04")] {
        let answers = Answers { date_order: Some(order), ..Answers::default() };
        assert!(read(roster, answers).unwrap().people[0].ends_with(day));
    }
}

#[test]
fn a_table_nobody_knows_is_asked_about_and_read_by_the_answers() {
    let file = b"Wer;Wann;Was\nada;2025-01-06;Fragen\nben;2025-01-07;Fragen\n";
    let Some(Refusal::Asks(Question::Columns { line, guesses })) = read(file, Answers::default()).err() else {
        panic!()
    };
    assert_eq!(line, 1);
    assert_eq!(guesses.iter().map(|g| g.column.as_str()).collect::<Vec<_>>(), ["Wer", "Wann", "Was"]);
    assert_eq!(guesses[0].examples, ["ada", "ben"]);
    let guessed: Vec<(Option<Role>, Hint)> = guesses.iter().map(|guess| (guess.role, guess.because)).collect();
    assert_eq!(guessed, [(None, Hint::Nothing), (Some(Role::Date), Hint::Values), (None, Hint::Nothing)]);
    let roles = [("Wer", Role::Id), ("Wann", Role::Completed), ("Was", Role::Item)];
    let roles = roles.map(|(column, role)| (column.to_owned(), role)).to_vec();
    let found = read(file, Answers { roles, ..Answers::default() }).unwrap();
    assert_eq!(found.events, ["ada | 2025-01-06 | completed | Fragen", "ben | 2025-01-07 | completed | Fragen"]);
}

#[test]
fn the_same_export_again_changes_nothing() {
    for (file, ..) in CASES {
        let bytes = sample(file);
        let mut engine = Engine::default();
        assert!(take(&mut engine, &[(NAME, &bytes)], WHOLE).1, "{file}");
        let before = engine.holdings();
        assert!(!take(&mut engine, &[(NAME, &bytes)], 100).1, "{file}");
        assert_eq!(engine.holdings(), before, "{file}");
    }
}
