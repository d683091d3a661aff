//! Who is who: one person under several ids, whichever file comes first; names only when somebody says so.

use proptest::prelude::*;
use rampline::definition::Definition;
use rampline::engine::{Data, Engine};
use rampline::identity;
use rampline::receipt::{Assumption, Decision, Kind};
use rampline::saved::tables::{Column, Head};

use crate::support::{WHOLE, cases, report, take};

const ROSTER: &str = "Employee ID,Work Email,Full Name,Hire Date,Manager Email\n\
    7,Ada@Example.com,Ada Lovelace,2025-01-06,bo@example.com\n\
    8,bo@example.com,Bo Bell,2024-01-06,\n";
const BY_ADDRESS: &str = "Email,Course Name,Completion Date\nada@example.com,Basics,2025-01-20\n";
const BY_ID: &str = "person_id,date,event,item,value\n7,2025-02-01,observed,ask,1\n7,2025-02-02,observed,ask,1\n";
const BY_NAME: &str = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\nLovelace Ada,,02/03/2025 09:00:00 AM,02/03/2025 09:30:00 AM,30\n";

fn engine(files: &[(&str, &str)]) -> Engine {
    let mut engine = Engine::default();
    for (name, text) in files {
        take(&mut engine, &[(name, text.as_bytes())], WHOLE);
    }
    engine
}

fn unknown(engine: &Engine) -> u64 {
    engine.holdings().receipts.iter().map(|receipt| receipt.unknown).sum()
}

fn same(one: &str, other: &str) -> Decision {
    Decision { one: one.to_owned(), other: other.to_owned(), is_same: true }
}

/// The rows of a table, without their order.
fn rows(csv: Vec<u8>) -> Vec<String> {
    let mut rows: Vec<String> = String::from_utf8(csv).unwrap().lines().map(str::to_owned).collect();
    rows.sort();
    rows
}

#[test]
fn a_person_in_two_files_is_one() {
    let engine = engine(&[("a.csv", BY_ID), ("b.csv", BY_ADDRESS), ("c.csv", ROSTER)]);
    assert_eq!((engine.holdings().people, engine.holdings().events, unknown(&engine)), (2, 3, 0));
    let people = String::from_utf8(engine.people_csv()).unwrap();
    assert!(people.contains("ada@example.com,Ada Lovelace,,,,,bo@example.com,2025-01-06,\n"), "{people}");
    assert!(
        rows(engine.events_csv())
            .iter()
            .skip(1)
            .all(|row| row.starts_with("ada@example.com,") || row.starts_with("person_id"))
    );
}

#[test]
fn where_nothing_is_here_nobody_is_proposed() {
    let mut engine = Engine::default();
    assert_eq!((engine.data().proposals(), engine.data().merged()), (Vec::new(), 0));
    // Nor anybody of a file on its way in.
    engine.begin(rampline::receipt::Origin::Own);
    let import = crate::support::read(&mut engine, "zoom.csv", BY_NAME.as_bytes(), WHOLE);
    engine.finish_file("zoom.csv", import);
    assert_eq!(engine.data().proposals(), Vec::new());
}

#[test]
fn names_are_proposed_and_a_person_confirms() {
    let mut engine = engine(&[("roster.csv", ROSTER), ("zoom.csv", BY_NAME)]);
    assert_eq!(unknown(&engine), 1);
    let proposals = engine.data().proposals();
    let [proposal] = &proposals[..] else { panic!("{proposals:?}") };
    assert_eq!((proposal.one.person.as_str(), proposal.other.person.as_str()), ("ada@example.com", "Lovelace Ada"));
    assert!(proposal.one.is_listed && !proposal.other.is_listed);

    engine.decide(same("ada@example.com", "Lovelace Ada"));
    assert_eq!((unknown(&engine), engine.data().proposals().len()), (0, 0));
    // It holds for what comes later, and after the data were stored.
    let later = BY_NAME.replace("02/03/2025", "02/10/2025");
    take(&mut engine, &[("zoom 2.csv", later.as_bytes())], WHOLE);
    assert_eq!(unknown(&engine), 0);
    let columns: Vec<Vec<u8>> = engine.data().columns().iter().map(|column| column.to_vec()).collect();
    let heads =
        columns.iter().map(|c| Column { bytes: c.len() as u64, checksum: xxhash_rust::xxh3::xxh3_64(c) }).collect();
    let head = Head::from_bytes(&engine.data().head(heads).to_bytes()).unwrap();
    let mut again = Engine::with(Data::restored(head, columns).unwrap());
    assert_eq!(report(&mut again, &Definition::default()), report(&mut engine, &Definition::default()));
    assert_eq!(unknown(&again), 0);

    again.withdraw("Lovelace Ada", "ada@example.com");
    assert_eq!((unknown(&again), again.data().proposals().len()), (2, 1));
    // On the screen a decision goes by the number of the two.
    let two = identity::pair("ada@example.com", "Lovelace Ada");
    assert!(again.decide_pair(two, true) && unknown(&again) == 0);
    assert!(!again.decide_pair(two, true) && !again.withdraw_pair(two ^ 1));
    assert!(again.withdraw_pair(two) && unknown(&again) == 2);
    again.decide(Decision { is_same: false, ..same("ada@example.com", "Lovelace Ada") });
    assert_eq!((unknown(&again), again.data().proposals().len()), (2, 0));
}

#[test]
fn without_a_list_of_people_the_first_day_of_the_export_counts_until_one_is_here() {
    let export = "Email,Name,Course Name,Date Enrolled,Completion Date\n\
        ada@example.com,Ada Lovelace,Basics,2025-01-10,2025-01-20\n\
        ada@example.com,Ada Lovelace,Pitch,2025-01-08,\n\
        cy@example.com,Cy Dent,Basics,,2025-01-21\n";
    let mut engine = engine(&[("lms.csv", export)]);
    let holdings = engine.holdings();
    let people = &holdings.receipts[1];
    assert_eq!((people.kind, people.taken, holdings.people, unknown(&engine)), (Kind::People, 1, 1, 1));
    let said = Assumption::FirstDays { columns: vec!["Date Enrolled".to_owned()], without: 1 };
    assert!(people.reading.assumptions.contains(&said), "{:?}", people.reading.assumptions);
    assert!(
        String::from_utf8(engine.people_csv()).unwrap().contains("ada@example.com,Ada Lovelace,,,,,,2025-01-08,\n")
    );

    take(&mut engine, &[("roster.csv", ROSTER.as_bytes())], WHOLE);
    let people = String::from_utf8(engine.people_csv()).unwrap();
    assert!(people.contains("2025-01-06") && !people.contains("2025-01-08") && !people.contains("cy@"), "{people}");
    let roster = engine.holdings().imports[1].number;
    assert!(engine.undo(roster));
    assert!(String::from_utf8(engine.people_csv()).unwrap().contains("2025-01-08"));
}

#[test]
fn several_lists_of_one_day_become_a_history() {
    let list = |done: &[&str]| {
        let row = |who: &&str| {
            format!("{who}@example.com,{}\n", if done.contains(who) { "Completed" } else { "In progress" })
        };
        format!("Email,Status\n{}", ["ada", "bo", "cy"].iter().map(row).collect::<String>())
    };
    let files = [
        ("safety 2025-01-31.csv", list(&["ada"])),
        ("safety 2025-02-28.csv", list(&["ada", "bo"])),
        ("safety 2025-03-31.csv", list(&["ada", "bo", "cy"])),
    ];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let engine = engine(&order.map(|at| (files[at].0, files[at].1.as_str())));
        let events: Vec<String> =
            rows(engine.events_csv()).into_iter().filter(|row| !row.starts_with("person_id")).collect();
        let mark = "completed,safety,,,,,first seen in a list of this day";
        assert_eq!(
            events,
            [
                format!("ada@example.com,2025-01-31,{mark}"),
                format!("bo@example.com,2025-02-28,{mark}"),
                format!("cy@example.com,2025-03-31,{mark}")
            ],
            "{order:?}"
        );
        let mut told: Vec<(String, Assumption)> = engine
            .holdings()
            .receipts
            .iter()
            .map(|receipt| (receipt.file.clone(), receipt.reading.assumptions.last().unwrap().clone()))
            .collect();
        told.sort_by(|a, b| a.0.cmp(&b.0));
        let counts: Vec<&Assumption> = told.iter().map(|(_, assumption)| assumption).collect();
        let seen = |between, at_first| Assumption::Seen { between, at_first };
        assert_eq!(counts, [&seen(0, 1), &seen(1, 0), &seen(1, 0)], "{order:?}");
    }
    // A column may say when the list was made.
    let dated =
        "Email,Course,Status,Report date\na@x.org,Basics,Completed,2025-01-31\nb@x.org,Basics,Not started,2025-01-31\n";
    assert_eq!(engine(&[("list.csv", dated)]).holdings().events, 1);
}

/// People with an id, an address and a name, and what files tell of them under any of these.
#[derive(Clone, Debug)]
struct Files {
    roster: String,
    by_address: String,
    by_id: String,
    both: String,
    by_name: String,
    decided: Vec<usize>,
}

fn files() -> impl Strategy<Value = Files> {
    let event = (0usize..8, 0u32..200, 0u32..4);
    (prop::collection::vec(event, 1..30), prop::collection::vec(0usize..8, 0..4), any::<bool>()).prop_map(
        |(events, decided, capitals)| {
            let address = |p: usize| {
                if capitals && p.is_multiple_of(2) { format!("P{p}@Example.com") } else { format!("p{p}@example.com") }
            };
            let mut files = Files {
                roster: "Employee ID,Work Email,Full Name,Hire Date\n".to_owned(),
                by_address: "Email,Course Name,Completion Date\n".to_owned(),
                by_id: "person_id,date,event,item,value\n".to_owned(),
                both: "Email,Employee ID,Course Name,Completion Date\n".to_owned(),
                by_name: "Name,Course Name,Completion Date\n".to_owned(),
                decided,
            };
            for p in 0..6 {
                files.roster += &format!("{},p{p}@example.com,Person Number{p},2025-01-0{}\n", 100 + p, p + 1);
            }
            for (p, day, way) in events {
                let day = rampline::time::Day(20_100 + day as i32);
                match way {
                    0 => files.by_address += &format!("{},Basics,{day}\n", address(p)),
                    1 => files.by_id += &format!("{},{day},observed,ask,1\n", 100 + p),
                    2 => files.both += &format!("{},{},Pitch,{day}\n", address(p), 100 + p),
                    _ => files.by_name += &format!("Person Number{p},Basics,{day}\n"),
                }
            }
            files
        },
    )
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn the_order_of_the_files_does_not_matter(files in files(), keys in prop::collection::vec(any::<u32>(), 5), when in 0usize..6) {
        let all = [&files.roster, &files.by_address, &files.by_id, &files.both, &files.by_name];
        let mut order: Vec<usize> = (0..all.len()).collect();
        order.sort_by_key(|&at| keys[at]);
        let mut found = [(0..all.len()).collect(), order].map(|order: Vec<usize>| {
            let mut engine = Engine::default();
            for step in 0..=all.len() {
                // The decisions come at any time.
                if step == when {
                    for p in &files.decided {
                        engine.decide(same(&format!("Person Number{p}"), &format!("p{p}@example.com")));
                    }
                }
                if let Some(&at) = order.get(step) {
                    take(&mut engine, &[("file.csv", all[at].as_bytes())], WHOLE);
                }
            }
            engine
        });
        let [one, other] = found.each_mut().map(|engine| {
            let told = report(engine, &Definition::default());
            (told, rows(engine.people_csv()), rows(engine.events_csv()), engine.data().proposals())
        });
        prop_assert_eq!(one, other);
    }
}

/// The list of people has both: the number by which managers keep their observations, and the address by which the
/// learning platform and the attendance of meetings know the same people.
#[test]
fn a_list_with_number_and_address_links_files_that_have_one_of_them() {
    let roster = "Employee #;First Name;Last Name;Job Title;Department;Hire Date;Work Email;Reports To;Reports To Email\n\
        E0001;Ada;Example;Agent;Service;13/01/2025;Ada.Example1@Example.COM;Boss M00;m00@example.com\n\
        E0002;Ben;Example;Agent;Service;14/01/2025;Ben.Example2@Example.COM;Boss M00;m00@example.com\n";
    let seen = "Mitarbeiter-Nr.;Datum;Verhalten;Ergebnis;Beobachtet von;Kontext\n\
        E0001;20.01.2025;Fragen;ja;M00;live\nE0002;21.01.2025;Fragen;nein;M00;live\n";
    let progress = ",Email address,Intro,\nAda Example,ada.example1@example.com,Completed,2025-01-22 10:00:00\n\
        Ben Example,ben.example2@example.com,Completed,2025-01-23 10:00:00\n";
    let files = [("roster.csv", roster), ("obs.csv", seen), ("progress.csv", progress)];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let engine = engine(&order.map(|at| files[at]));
        assert_eq!((engine.holdings().people, engine.holdings().events, unknown(&engine)), (2, 4, 0), "{order:?}");
        for person in ["ada.example1@example.com,", "ben.example2@example.com,"] {
            let of_person = rows(engine.events_csv()).iter().filter(|row| row.starts_with(person)).count();
            assert_eq!(of_person, 2, "{order:?}: {person}");
        }
    }
}
