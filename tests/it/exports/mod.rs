//! Exports of other systems, one invented sample each (tests/data/exports): what comes out of it, under a file name that
//! says nothing.

mod cases;
mod meanings;
mod replies;
mod work;

use rampline::engine::Engine;
use rampline::import::Given;
use rampline::receipt::{Answers, DateOrder, Hint, Kind, Outcome, Question, Questions, Receipt, Refusal, Role};
use rampline::time::Day;

use self::cases::{Case, LEARNING};
use self::work::WORK;
use crate::support::{WHOLE, take, take_answered, take_given};

const NAME: &str = "download (3).2025-02-28.dat";

fn cases() -> impl Iterator<Item = &'static Case> {
    LEARNING.iter().chain(WORK)
}

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
    for (file, source, people, events, aside, quiet) in cases() {
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
            "moodle-grades.csv",
            0,
            &[
                "Assumed: Last downloaded from this course: numbers count time since 1970, taken as days of UTC",
                "Assumed: Quiz: Safety quiz (Real): a comma stands before decimals",
                "Careful: The day is that of the export: what it shows happened on that day or before",
            ],
        ),
        (
            "talentlms-report.csv",
            0,
            &["Careful: A filter on time picks people in this report and then shows all of their courses"],
        ),
        (
            "litmos-people.csv",
            0,
            &[
                "Assumed: CreatedDate, the day an account was made, is taken for the start. A list with hire dates is better",
            ],
        ),
        ("ms-forms-german.csv", 0, &["Assumed: Die Schulung lohnt sich: belief that it is worth it, by its words"]),
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
        let lines = rampline::scene::reading::lines(&found.receipts[part]);
        let lines: Vec<String> = lines.into_iter().map(|(what, how, _)| format!("{what}: {how}")).collect();
        for line in expected {
            assert!(lines.iter().any(|l| l == line), "{file}: {line}\n{lines:#?}");
        }
    }
}

#[test]
fn a_problem_names_line_and_column_of_the_file() {
    for (file, line, column, found) in [
        ("teams-joined.csv", 8, "User Action", "Joined"),
        ("workday-assignments.csv", 9, "CompletionStatus", "Frozen"),
        ("hr-and-learning.csv", 6, "Abschlussdatum", ""),
    ] {
        let read = read(&sample(file), Answers::default()).unwrap();
        let problem = &read.receipts.iter().rfind(|receipt| receipt.kind == Kind::Events).unwrap().problems[0];
        assert_eq!((problem.line, problem.column.as_str(), problem.found.as_str()), (line, column, found), "{file}");
    }
}

#[test]
fn an_export_without_dates_is_refused_with_what_to_do() {
    for (file, source, instead) in [
        ("canvas-gradebook.csv", "the Canvas grade book", "submissions or analytics"),
        ("canvas-names.csv", "the Canvas grade book", "submissions or analytics"),
        ("edx-problems.csv", "an Open edX problem report", "the grade report with its day"),
        ("edx-responses.csv", "an Open edX problem report", "the grade report with its day"),
        ("litmos-team.csv", "the SAP Litmos team report", "the report of a course"),
        ("mooc-members.csv", "the members of a team plan", "its activities"),
        ("workday-users.csv", "the Workday Learning list of users", "hire dates"),
    ] {
        let why = read(&sample(file), Answers::default()).err().unwrap().to_string();
        assert!(why.contains(&format!("an export of {source} has no dates")) && why.contains(instead), "{file}: {why}");
    }
    // The same report with its day in the name of the file is read (cases.rs).
    let mut engine = Engine::default();
    let (outcomes, _) = take(&mut engine, &[("report.csv", &sample("edx-grades.csv"))], WHOLE);
    let Outcome::Refused { why, .. } = &outcomes[0] else { panic!("{outcomes:?}") };
    assert!(why.to_string().contains("the Open edX grade report has no dates"), "{why}");
}

/// What a calendar plans has not happened: the day is in the name of the file, or told by whoever keeps it.
#[test]
fn an_appointment_in_the_future_is_planned_and_did_not_happen() {
    let bytes = sample("outlook-german.csv");
    for (name, written, expected, said) in [
        ("kalender.csv", Day::parse("2025-01-13"), 1, "What is planned after 2025-01-13"),
        ("kalender.csv", Day::parse("2025-03-14"), 2, "What is planned after 2025-03-14"),
        ("kalender 2025-01-20.csv", Day::parse("2025-03-14"), 1, "What is planned after 2025-01-20"),
        ("kalender.csv", None, 2, "Nothing says when this file was written"),
    ] {
        let mut engine = Engine::default();
        let (outcomes, _) = take_given(&mut engine, name, &bytes, Given { written, ..Given::default() });
        assert_eq!(rows(engine.events_csv()).len(), expected, "{name} {written:?}");
        let Outcome::Read(receipt) = &outcomes[0] else { panic!("{outcomes:?}") };
        let lines = rampline::scene::reading::lines(receipt);
        assert!(lines.iter().any(|(_, line, _)| line.starts_with(said)), "{lines:?}");
    }
}

/// Plans only: nothing has happened, which is read and said, and nothing is kept of it.
#[test]
fn a_file_of_plans_only_is_read_and_changes_nothing() {
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20250101T090000Z\r\n\
                    DTSTART:20250301T090000Z\r\nDTEND:20250301T093000Z\r\nSUMMARY:Check-in\r\n\
                    ORGANIZER:mailto:mia@example.com\r\nATTENDEE:mailto:ada@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let outlook = sample("outlook-german.csv");
    let quiet = "User,Course,Status,Completion Date\nada,Basics,Not started,\nben,Basics,In progress,\n";
    for (file, said) in [
        (calendar.as_bytes(), "What is planned after 2025-01-01, when the calendar was last written, has not happened"),
        (&outlook, "What is planned after 2024-12-31"),
        (quiet.as_bytes(), "In 2\u{a0}rows nothing happened that counts"),
    ] {
        let mut engine = Engine::default();
        take(&mut engine, &[("people.csv", b"person_id,start_date\nada,2025-01-01\n")], WHOLE);
        let before = engine.holdings();
        let given = Given { written: Day::parse("2024-12-31"), ..Given::default() };
        let (outcomes, changed) = take_given(&mut engine, "plans", file, given);
        let Outcome::Read(receipt) = &outcomes[0] else { panic!("{outcomes:?}") };
        assert_eq!((changed, receipt.import, receipt.rows, receipt.nothing_new), (false, None, 0, true));
        assert_eq!(engine.holdings(), before);
        let lines = rampline::scene::reading::lines(receipt);
        assert!(lines.iter().any(|(_, line, _)| line.starts_with(said)), "{lines:?}");
    }
    // Where there is not even a plan, the file holds nothing.
    let mut engine = Engine::default();
    let (outcomes, _) = take(&mut engine, &[("x.csv", b"User,Course,Status,Completion Date\n")], WHOLE);
    assert!(matches!(&outcomes[0], Outcome::Refused { why: Refusal::HeaderOnly, .. }), "{outcomes:?}");
}

/// Internet addresses, places and words of people's own are in no table, whatever the export; the receipt names their
/// columns.
#[test]
fn what_is_private_is_dropped_from_every_export_and_said() {
    let secrets = [
        "192.0.2.",
        "59.9",
        "10.7",
        "just a test",
        "More time",
        "Mehr Zeit",
        "What we said",
        "Was wir sagten",
        "Ce que nous avons dit",
        "Lo que dijimos",
        "Room 1",
        "Raum 1",
        "Salle 1",
        "Sala 1",
        "The user with id",
        "well done",
        "Vertraulich",
    ];
    let mut seen = 0;
    for (file, ..) in cases() {
        let bytes = sample(file);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let found = read(&bytes, Answers::default()).unwrap();
        let kept = [found.people, found.events].concat().join("\n");
        for secret in secrets {
            assert!(!kept.contains(secret), "{file}: {secret}");
            seen += usize::from(text.contains(secret));
        }
    }
    assert!(seen > 15, "the samples have such things in them: {seen}");
    for (file, dropped) in [
        ("qualtrics.csv", "IPAddress, LocationLatitude, LocationLongitude, Q2"),
        ("surveymonkey.csv", "IP Address, What would help?"),
        ("ms-forms.csv", "What would help?"),
        ("google-forms.csv", "Anything else?"),
        ("outlook-calendar.csv", "Billing Information, Description, Location"),
        ("outlook-german.csv", "Beschreibung, Ort"),
        ("outlook-french.csv", "Description, Emplacement"),
        ("outlook-spanish.csv", "Descripción, Ubicación"),
        ("successfactors-history.csv", "Comments"),
        ("moodle-logs.csv", "Description, IP address"),
    ] {
        let found = read(&sample(file), Answers::default()).unwrap();
        let reading = &found.receipts[0].reading;
        let mut columns: Vec<&str> = reading.dropped.iter().map(|dropped| dropped.column.as_str()).collect();
        columns.sort_unstable();
        assert_eq!(columns.join(", "), dropped, "{file}");
    }
}

#[test]
fn dates_that_can_be_read_both_ways_are_asked_about_once() {
    let roster = b"Employee #,Work Email,Hire Date\n1,ada@example.com,03-04-2025\n";
    let why = read(roster, Answers::default()).err();
    let expected = Question::DateOrder { column: "Hire Date".to_owned(), example: "03-04-2025".to_owned(), read: None };
    let name = "List of people, as BambooHR writes it".to_owned();
    assert_eq!(why, Some(Refusal::Asks(Questions { all: vec![expected], name, ..Questions::default() })));
    for (order, day) in [(DateOrder::DayFirst, "2025-04-03"), (DateOrder::MonthFirst, "2025-03-04")] {
        let answers = Answers { date_order: Some(order), ..Answers::default() };
        assert!(read(roster, answers).unwrap().people[0].ends_with(day));
    }
}

#[test]
fn a_table_nobody_knows_is_asked_about_and_read_by_the_answers() {
    let file = b"Wer;Wann;Was\nada;2025-01-06;Fragen\nben;2025-01-07;Fragen\n";
    let Some(Refusal::Asks(asked)) = read(file, Answers::default()).err() else { panic!() };
    let [Question::Columns { line: 1, guesses }] = &asked.all[..] else { panic!("{asked:?}") };
    assert_eq!(asked.name, "download (3).2025-02-28.dat".split(' ').next().unwrap());
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
    for (file, ..) in cases() {
        let bytes = sample(file);
        let mut engine = Engine::default();
        assert!(take(&mut engine, &[(NAME, &bytes)], WHOLE).1, "{file}");
        let before = engine.holdings();
        assert!(!take(&mut engine, &[(NAME, &bytes)], 100).1, "{file}");
        assert_eq!(engine.holdings(), before, "{file}");
    }
}

/// A Teams list of a meeting nobody joined twice ends with the names of its third section.
#[test]
fn names_of_columns_may_be_the_last_line_of_a_file() {
    let text = "1. Summary\nMeeting title\tTalk\n\n2. Participants\n\
                Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n\
                Mia\t6/24/25, 1:44:00 PM\t6/24/25, 2:45:00 PM\t1h 1m\tmia@example.com\tmia@example.com\tOrganizer\n\
                Ada\t6/24/25, 1:47:45 PM\t6/24/25, 2:40:00 PM\t52m 15s\tada@example.com\tada@example.com\tAttendee\n\n\
                3. In-Meeting Activities\n\
                Name\tJoin Time\tLeave Time\tDuration\tEmail\tParticipant ID (UPN)\tRole\n";
    let found = read(text.as_bytes(), Answers::default()).unwrap();
    assert_eq!(found.receipts.iter().map(|receipt| receipt.taken).sum::<u64>(), 1);
}

#[test]
fn a_manager_may_be_an_address_under_a_name() {
    let text = "Matricule;Nom;Prénom;E-mail;Date d'entrée;Équipe;Responsable\n\
                M1;Petit;Léa;lea@x.fr;16/02/2025;Nord;hugo@x.fr\nM2;Blanc;Hugo;hugo@x.fr;03/01/2025;Nord;\n";
    let found = read(text.as_bytes(), Answers::default()).unwrap();
    assert_eq!(found.people[0], "lea@x.fr | Léa Petit |  |  |  | Nord | hugo@x.fr | 2025-02-16");
    assert!(!found.receipts[0].missing_columns.contains(&"manager_id".to_owned()));
    for (manager, expected) in [("Hugo Blanc", "hugo@x.fr"), ("Ada Noir", "")] {
        let text = text.replace("Nord;hugo@x.fr", &format!("Nord;{manager}"));
        let named = read(text.as_bytes(), Answers::default()).unwrap();
        assert_eq!(named.people[0], format!("lea@x.fr | Léa Petit |  |  |  | Nord | {expected} | 2025-02-16"));
    }
}

#[test]
fn a_series_without_a_stamp_lasts_until_the_file_was_written() {
    let series = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Talk\nDTSTART:20250303T090000\nDTEND:20250303T093000\n\
                  RRULE:FREQ=WEEKLY;COUNT=5\nORGANIZER:mailto:bo@x.fr\nATTENDEE:mailto:lea@x.fr\nEND:VEVENT\nEND:VCALENDAR\n";
    for (stamp, written, expected) in [
        ("", Some("2025-03-20"), 3),
        ("", Some("2026-01-01"), 5),
        ("", None, 1),
        ("DTSTAMP:20250312T000000Z\n", Some("2026-01-01"), 2),
    ] {
        let text = series.replace("UID:1\n", &format!("UID:1\n{stamp}"));
        let mut engine = Engine::default();
        let given = Given { written: written.and_then(Day::parse), ..Given::default() };
        take_given(&mut engine, "calendar.ics", text.as_bytes(), given);
        assert_eq!(rows(engine.events_csv()).len(), expected, "{stamp} {written:?}");
    }
}
