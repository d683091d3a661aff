//! What is asked about a file, what is answered, and what is kept of it for the next export of its kind.

use rampline::engine::Engine;
use rampline::receipt::{Answers, Asking, Encoding, Meaning, Outcome, Question, Refusal, Reply, Settled, Topic};
use rampline::scene::asking;

use super::{rows, sample};
use crate::containers::xlsx_of;
use crate::support::take_replied;

pub fn reply(engine: &mut Engine, name: &str, bytes: &[u8], reply: Reply) -> Vec<Outcome> {
    let (outcomes, _) = take_replied(engine, name, bytes, reply);
    outcomes.into_iter().map(asking::told).collect()
}

pub fn asked(engine: &mut Engine, name: &str, bytes: &[u8], said: Reply) -> Asking {
    match reply(engine, name, bytes, said).remove(0) {
        Outcome::Refused { why: Refusal::Asked(asking), .. } => *asking,
        other => panic!("{other:?}"),
    }
}

/// Picks the options with these words in the fields with these labels; the others stay as they are.
pub fn pick(asking: &Asking, choices: &[(&str, &str)]) -> Reply {
    let mut picks = Vec::new();
    for group in &asking.groups {
        for field in &group.fields {
            let chosen = choices.iter().find(|(label, _)| *label == field.label).map(|(_, option)| {
                let at = group.options.iter().position(|text| text.starts_with(option));
                at.unwrap_or_else(|| panic!("{option}: {:?}", group.options)) as u32
            });
            picks.push(chosen.or(field.picked));
        }
    }
    Reply::Picked { picks, keep: asking.keep.clone() }
}

/// The profile that the receipt names, and what was set aside.
fn read(outcomes: &[Outcome]) -> (Option<&str>, u64) {
    match &outcomes[0] {
        Outcome::Read(receipt) => (receipt.profile(), receipt.set_aside_total()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_columns_mean_is_kept_for_the_next_file_of_the_kind_under_another_name() {
    let may = "Wer;Wann;Was\nada;2025-01-06;Fragen\nben;2025-01-07;Fragen\n";
    let june = "Wer;Wann;Was;Neu\ncleo;2025-02-06;Fragen;1\n";
    let mut engine = Engine::default();
    let form = asked(&mut engine, "Liste 05.csv", may.as_bytes(), Reply::Nothing);
    assert_eq!(form.keep, "Liste");
    let said = pick(&form, &[("Wer", "Id of"), ("Wann", "Date completed"), ("Was", "Course")]);
    assert_eq!(read(&reply(&mut engine, "Liste 05.csv", may.as_bytes(), said)), (None, 0));
    let text = engine.profiles().text().unwrap();

    // The next visit, another name, another delimiter, a column more.
    let mut engine = Engine::default();
    assert_eq!(engine.remember(&text), None);
    let june = june.replace(';', ",");
    assert_eq!(read(&reply(&mut engine, "x.csv", june.as_bytes(), Reply::Nothing)), (Some("Liste"), 0));
    assert_eq!(rows(engine.events_csv()), ["cleo | 2025-02-06 | completed | Fragen"]);

    // Asked how it is read, the form shows what is kept; nothing changes meanwhile.
    let before = engine.holdings();
    let form = asked(&mut engine, "x.csv", june.as_bytes(), Reply::Ask);
    let picked: Vec<Option<&str>> = form.groups[0]
        .fields
        .iter()
        .map(|field| field.picked.map(|at| form.groups[0].options[at as usize].as_str()))
        .collect();
    let expected =
        [Some("Id of the person"), Some("Date completed"), Some("Course, module, behaviour or question"), None];
    assert_eq!((picked, form.keep.as_str()), (expected.to_vec(), "Liste"));
    assert_eq!(engine.holdings(), before);

    engine.forget_profile("Liste");
    asked(&mut engine, "y.csv", june.as_bytes(), Reply::Nothing);
}

#[test]
fn an_order_of_dates_is_asked_about_once_for_a_kind_of_export() {
    let roster = |day: &str| format!("Employee #,Work Email,Hire Date\n1,{day}@example.com,{day}\n");
    let mut engine = Engine::default();
    let form = asked(&mut engine, "a.csv", roster("03-04-2025").as_bytes(), Reply::Nothing);
    let said = pick(&form, &[("Order of dates", "The month")]);
    reply(&mut engine, "a.csv", roster("03-04-2025").as_bytes(), said);
    let outcomes = reply(&mut engine, "b.csv", roster("05-06-2025").as_bytes(), Reply::Nothing);
    assert_eq!(read(&outcomes).0, Some("List of people, as BambooHR writes it"));
    assert!(rows(engine.people_csv())[1].ends_with("2025-05-06"), "{:?}", rows(engine.people_csv()));
    // Values that can be read only one way go first.
    reply(&mut engine, "c.csv", roster("13-06-2025").as_bytes(), Reply::Nothing);
    assert!(rows(engine.people_csv())[2].ends_with("2025-06-13"));
}

#[test]
fn a_status_word_nobody_knows_is_settled_and_stays_so() {
    let bytes = sample("workday-assignments.csv");
    let mut engine = Engine::default();
    assert_eq!(read(&reply(&mut engine, "a.csv", &bytes, Reply::Nothing)), (None, 1));
    let form = asked(&mut engine, "a.csv", &bytes, Reply::Ask);
    let words: Vec<(&str, &str, Option<u32>)> =
        form.groups[0].fields.iter().map(|field| (field.label.as_str(), field.seen.as_str(), field.picked)).collect();
    assert_eq!(words[0], ("Frozen", "1", None), "unknown words first");
    for (option, aside, completed) in [("Not done", 0, 1), ("Leave", 0, 1), ("Done", 1, 1)] {
        let mut engine = Engine::default();
        let form = asked(&mut engine, "a.csv", &bytes, Reply::Ask);
        let said = pick(&form, &[("Frozen", option)]);
        let outcomes = reply(&mut engine, "a.csv", &bytes, said);
        let count = rows(engine.events_csv()).iter().filter(|row| row.contains("completed")).count();
        // The row that is done has no day, which is another thing to look at.
        assert_eq!((read(&outcomes), count), ((None, aside), completed), "{option}");
        assert_eq!(
            engine.profiles().all[0].answers.words[0].1,
            Settled::ALL[[1, 2, 0][["Not done", "Leave", "Done"].iter().position(|o| *o == option).unwrap()]]
        );
        // Next month the word is known.
        assert_eq!(read(&reply(&mut engine, "b.csv", &[&bytes[..], b"\n"].concat(), Reply::Nothing)).1, aside);
    }
}

#[test]
fn rows_with_a_word_that_is_left_out_tell_nothing_at_all() {
    let table = "Email,Course,Assigned date,Completion status,Completion date\n\
        ada@x.org,A,2025-01-06,Test account,\nben@x.org,A,2025-01-07,Completed,2025-01-09\n";
    let mut engine = Engine::default();
    let form = asked(&mut engine, "a.csv", table.as_bytes(), Reply::Ask);
    let said = pick(&form, &[("Test account", "Leave")]);
    reply(&mut engine, "a.csv", table.as_bytes(), said);
    assert_eq!(
        rows(engine.events_csv()),
        ["ben@x.org | 2025-01-07 | assigned | A", "ben@x.org | 2025-01-09 | completed | A"]
    );
}

/// As the worker does it: what was read before goes, and stays where nothing takes its place.
#[test]
fn a_file_that_is_read_in_another_way_replaces_what_was_read_of_it() {
    let bytes = sample("google-forms.csv");
    let mut engine = Engine::default();
    reply(&mut engine, "a.csv", &bytes, Reply::Nothing);
    let first = rows(engine.events_csv());
    let form = asked(&mut engine, "a.csv", &bytes, Reply::Ask);
    let said = pick(&form, &[("I know what to do next", "Belief")]);
    assert_eq!(engine.replaces("a.csv", &Reply::Ask), None);
    let import = engine.replaces("a.csv", &said).unwrap();
    assert!(engine.undo(import));
    reply(&mut engine, "a.csv", &bytes, said);
    let second = rows(engine.events_csv());
    assert_eq!((first.len(), second.len()), (2, 2));
    assert!(second.iter().all(|row| row.contains("| belief |")), "{second:?}");
    // Another file of that name replaces nothing by itself.
    reply(&mut engine, "a.csv", &bytes, Reply::Nothing);
    assert_eq!(engine.replaces("a.csv", &Reply::Picked { picks: Vec::new(), keep: String::new() }), None);
}

#[test]
fn the_sheet_of_a_workbook_is_picked_and_asked_about_anew() {
    let row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|cell| format!("<c t=\"inlineStr\"><is><t>{cell}</t></is></c>")).collect();
        format!("<row>{cells}</row>")
    };
    let sheet = |start: &str| format!("{}{}", row(&["Employee ID", "Hire Date"]), row(&["E1", start]));
    let notes = format!("{}{}", row(&["Thing", "Remark"]), row(&["a", "b"]));
    let bytes = xlsx_of(&[("Notes", &notes), ("May", &sheet("2025-05-01")), ("June", &sheet("2025-06-01"))]);
    let mut engine = Engine::default();
    reply(&mut engine, "a.xlsx", &bytes, Reply::Nothing);
    assert!(rows(engine.people_csv())[0].ends_with("2025-05-01"), "the first that is recognized");
    let form = asked(&mut engine, "a.xlsx", &bytes, Reply::Ask);
    assert_eq!(form.groups[0].options, ["Notes (2 rows)", "May (2 rows)", "June (2 rows)"]);
    assert_eq!(form.groups[0].fields[0].picked, Some(1));
    // Of another sheet the columns are asked about first.
    let form = asked(&mut engine, "a.xlsx", &bytes, pick(&form, &[("Sheet", "June")]));
    assert_eq!(form.groups[0].fields[0].picked, Some(2));
    reply(&mut engine, "a.xlsx", &bytes, pick(&form, &[]));
    assert!(rows(engine.people_csv())[0].ends_with("2025-06-01"));
    // Next month the same sheet is read.
    let next = xlsx_of(&[("May", &sheet("2025-05-01")), ("June", &sheet("2025-06-09"))]);
    reply(&mut engine, "b.xlsx", &next, Reply::Nothing);
    assert!(rows(engine.people_csv())[0].ends_with("2025-06-09"));
}

#[test]
fn letters_in_doubt_are_asked_about_and_the_encoding_is_kept() {
    let mac = |name: &[u8]| [b"Employee ID,Stra\xa7e,Name,Hire Date\nE1,x,", name, b",2025-01-06\n"].concat();
    let mut engine = Engine::default();
    let may = mac(b"J\x9arg M\x9fller");
    let form = asked(&mut engine, "a.csv", &may, Reply::Nothing);
    let options = &form.groups[0].options;
    let right = options.iter().find(|option| option.ends_with("(macintosh)")).unwrap_or_else(|| panic!("{options:?}"));
    assert!(right.contains("Jörg Müller"), "{right}");
    let right = right.clone();
    let said = pick(&form, &[("Letters", &right)]);
    reply(&mut engine, "a.csv", &may, said);
    assert!(rows(engine.people_csv())[0].contains("Jörg Müller"));
    assert_eq!(engine.profiles().all[0].answers.encoding, Some(Encoding::Legacy("macintosh".to_owned())));
    // The header shows the kind only when it is read so.
    reply(&mut engine, "b.csv", &mac(b"Bj\x9arn"), Reply::Nothing);
    assert!(rows(engine.people_csv())[0].contains("Björn"), "{:?}", rows(engine.people_csv()));
}

#[test]
fn a_file_without_a_choice_says_so() {
    let table = "person_id,start_date\na,2025-01-06\n";
    let mut engine = Engine::default();
    let form = asked(&mut engine, "people.csv", table.as_bytes(), Reply::Ask);
    assert!(!form.groups.is_empty(), "its columns can mean something else");
    let bytes = sample("viva-person-query.csv");
    let form = asked(&mut engine, "viva.csv", &bytes, Reply::Ask);
    assert!(form.groups.is_empty() && form.keep.is_empty() && form.words.contains("leaves a choice"), "{form:?}");
}

#[test]
fn answers_without_a_name_hold_for_one_file() {
    let mut engine = Engine::default();
    let table = b"Wer;Wann\nada;2025-01-06\n";
    let form = asked(&mut engine, "a.csv", table, Reply::Nothing);
    let Reply::Picked { picks, .. } = pick(&form, &[("Wer", "Id of"), ("Wann", "Start date")]) else { panic!() };
    reply(&mut engine, "a.csv", table, Reply::Picked { picks, keep: " ".to_owned() });
    assert_eq!((rows(engine.people_csv()).len(), engine.profiles().all.len()), (1, 0));
    // Picks about a file of which nothing was asked change nothing.
    let nothing = Reply::Picked { picks: vec![Some(3)], keep: "x".to_owned() };
    asked(&mut engine, "b.csv", table, nothing);
    assert_eq!(engine.profiles().all.len(), 0);
}

#[test]
fn a_question_names_what_was_found_and_expected() {
    for (question, begin) in [
        (Question::Sheet { sheets: vec![("A".to_owned(), 1)], read: 0 }, "found the sheets A; expected"),
        (Question::Words { words: vec![("Odd".to_owned(), 1, None)] }, "found the words “Odd”; expected"),
        (Question::Meanings { choices: Vec::new(), offered: Meaning::OF_MARKS }, "found the columns ; expected"),
        (Question::Encoding { candidates: Vec::new(), read: 0 }, "found letters that can be read in several ways"),
    ] {
        assert!(question.to_string().starts_with(begin), "{question}");
    }
    assert!(Answers::default().is_empty());
}

#[test]
fn what_the_rows_of_a_table_tell_is_asked_where_nothing_says_it() {
    let table = "Wer,Datum,Was,Ergebnis\nada,2025-01-16,Fragen,ja\nben,2025-01-17,Fragen,jein\n".as_bytes();
    let mut engine = Engine::default();
    let form = asked(&mut engine, "x.csv", table, Reply::Nothing);
    let columns = pick(&form, &[("Wer", "Id of"), ("Was", "Course")]);

    // Who and when is said; whether a row tells of a module, a behaviour or a question is not.
    let form = asked(&mut engine, "x.csv", table, columns);
    let labels: Vec<Vec<&str>> =
        form.groups.iter().map(|group| group.fields.iter().map(|field| field.label.as_str()).collect()).collect();
    assert_eq!(labels[..2], [vec!["Wer", "Datum", "Was", "Ergebnis"], vec!["Was"]]);
    let seen = pick(&form, &[]);
    let Reply::Picked { mut picks, keep } = seen else { panic!("{seen:?}") };
    let behaviour = form.groups[1].options.iter().position(|text| text.contains("ehaviour")).unwrap();
    picks[4] = Some(behaviour as u32);
    assert_eq!(read(&reply(&mut engine, "x.csv", table, Reply::Picked { picks, keep })), (None, 1));
    assert_eq!(rows(engine.events_csv()), ["ada | 2025-01-16 | observed | Fragen | 1"]);
}

/// What was answered stays in the form, and what is missing is said until the file can be read.
#[test]
fn an_answer_that_is_not_enough_asks_for_the_rest() {
    let table = "Wer;Wann;Was\nada;2025-01-06;Fragen\nben;2025-01-07;Fragen\n".as_bytes();
    let mut engine = Engine::default();
    let form = asked(&mut engine, "x.csv", table, Reply::Nothing);
    assert!(form.words.starts_with("No known export"), "{}", form.words);
    let nothing = Reply::Picked { picks: vec![None; 3], keep: String::new() };
    let form = asked(&mut engine, "x.csv", table, nothing);
    assert_eq!(
        form.words,
        "That is not enough to read the file. Still missing: which column stands for the person; and which column holds a \
         date: the first day of each person, or the day of what happened."
    );
    for (label, option, missing) in [
        ("Wer", "Id of", "Still missing: which column holds a date"),
        ("Wann", "Date of the event", "Still missing: what happened on that date"),
    ] {
        let mut said = pick(&asked(&mut engine, "x.csv", table, Reply::Ask), &[(label, option)]);
        if let Reply::Picked { picks, .. } = &mut said
            && label == "Wer"
        {
            picks[1] = None;
        }
        let form = asked(&mut engine, "x.csv", table, said);
        assert!(form.words.contains(missing), "{label}: {}", form.words);
        assert!(form.groups[0].fields.iter().any(|field| field.label == label && field.picked.is_some()));
    }
    let said = pick(&asked(&mut engine, "x.csv", table, Reply::Ask), &[("Was", "Course")]);
    let form = asked(&mut engine, "x.csv", table, said);
    // The kind of event is all that is open now, and it is another question.
    assert!(form.groups.iter().any(|group| group.title.starts_with("What do")), "{form:?}");
}

/// "change" beside an assumption opens the form at that question.
#[test]
fn a_form_opens_at_what_is_to_be_changed() {
    let bytes = sample("grid-with-pairs.csv");
    let mut engine = Engine::default();
    let Outcome::Read(receipt) = &reply(&mut engine, "a.csv", &bytes, Reply::Nothing)[0] else { panic!() };
    let topics: Vec<Topic> =
        rampline::scene::reading::lines(receipt).into_iter().filter_map(|(_, _, topic)| topic).collect();
    assert!(!topics.is_empty());
    for topic in topics {
        let form = asked(&mut engine, "a.csv", &bytes, Reply::AskAbout(topic));
        let at = form.at.unwrap_or_else(|| panic!("{topic:?} leads nowhere"));
        assert!(!form.groups[at as usize].fields.is_empty());
        let before: usize = form.groups[..at as usize].iter().map(|group| group.fields.len()).sum();
        assert_eq!(form.place("a.csv"), format!("a.csv-{before}"));
    }
    assert_eq!(asked(&mut engine, "a.csv", &bytes, Reply::Ask).place("a.csv"), "asks-a.csv");
}

/// No button leads nowhere: whatever a receipt offers to change is asked about, in every sample.
#[test]
fn what_a_receipt_offers_to_change_can_be_changed() {
    for (file, ..) in super::cases() {
        let bytes = sample(file);
        let mut engine = Engine::default();
        let outcomes = reply(&mut engine, super::NAME, &bytes, Reply::Nothing);
        for outcome in &outcomes {
            let Outcome::Read(receipt) = outcome else { panic!("{file}") };
            for (what, how, topic) in rampline::scene::reading::lines(receipt) {
                let Some(topic) = topic else { continue };
                let form = asked(&mut engine, super::NAME, &bytes, Reply::AskAbout(topic));
                assert!(form.at.is_some(), "{file}: {what}: {how}: {topic:?}");
            }
        }
    }
}
