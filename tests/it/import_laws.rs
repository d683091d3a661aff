//! What must not matter to an import: pieces, spelling of the file, order of the files. And what a receipt must add up to.

use proptest::prelude::*;
use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::receipt::{Form, Kind, Outcome, Receipt};
use rampline::record::{EVENT_COLUMNS, PEOPLE_COLUMNS};
use serde_json::Value;

use crate::company::{companies, styles};
use crate::support::{WHOLE, cases, engine_of, report, state, tables, take, take_one};

fn read(outcomes: &[Outcome]) -> Vec<&Receipt> {
    outcomes.iter().filter_map(|o| if let Outcome::Read(receipt) = o { Some(receipt) } else { None }).collect()
}

/// What rows of a file went wrong, in words.
fn problems(engine: &Engine) -> String {
    engine.holdings().receipts.iter().map(|r| format!("{:?} {:?}\n", r.set_aside, r.problems)).collect()
}

/// Lists of rows that are in order of the files, sorted, so that only their content counts.
fn sorted_lines(csv: Vec<u8>) -> Vec<String> {
    let mut lines: Vec<String> =
        csv::Reader::from_reader(&csv[..]).records().map(|row| format!("{:?}", row.unwrap())).collect();
    lines.sort();
    lines
}

fn number(report: &Value, key: &str) -> u64 {
    report["counts"][key].as_u64().unwrap()
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn pieces_of_any_size_give_the_same(company in companies(), style in styles(), pieces in prop::collection::vec(1usize..300, 3)) {
        let (people, events) = (style.write(&PEOPLE_COLUMNS, &company.people), style.write(&EVENT_COLUMNS, &company.events));
        let files = [("people.csv", &people[..]), ("events.csv", &events[..])];
        let mut whole = Engine::default();
        let expected = take(&mut whole, &files, WHOLE);
        for piece in pieces {
            let mut engine = Engine::default();
            prop_assert_eq!(&take(&mut engine, &files, piece), &expected, "pieces of {}", piece);
            prop_assert_eq!(state(&mut engine), state(&mut whole), "pieces of {}", piece);
        }
    }

    #[test]
    fn the_way_a_table_is_written_does_not_matter(company in companies(), style in styles()) {
        let files = [
            [company.people_csv(), company.events_csv()],
            [style.write(&PEOPLE_COLUMNS, &company.people), style.write(&EVENT_COLUMNS, &company.events)],
        ];
        let [(plain, mut one), (styled, mut other)] = files.map(|[people, events]| {
            let mut engine = Engine::default();
            let outcomes = take(&mut engine, &[("people.csv", &people), ("events.csv", &events)], WHOLE).0;
            (outcomes, engine)
        });
        prop_assert_eq!(tables(&mut other), tables(&mut one));
        prop_assert_eq!(report(&mut other, &Definition::default()), report(&mut one, &Definition::default()));
        prop_assert_eq!(problems(&other), problems(&one));
        for (receipt, plain) in read(&styled).iter().zip(read(&plain)) {
            let Form::Text { delimiter, .. } = receipt.reading.form else { panic!() };
            prop_assert_eq!(delimiter.byte(), style.delimiter);
            prop_assert_eq!(receipt.ignored_columns.len(), 2);
            prop_assert!(plain.ignored_columns.is_empty() && plain.missing_columns.is_empty());
        }
    }

    #[test]
    fn people_and_events_may_come_in_either_order_together_or_one_after_the_other(company in companies()) {
        let (people, events) = (company.people_csv(), company.events_csv());
        let files = [("people.csv", &people[..]), ("events.csv", &events[..])];
        let mut expected = None;
        for order in [vec![vec![0, 1]], vec![vec![1, 0]], vec![vec![0], vec![1]], vec![vec![1], vec![0]]] {
            let mut engine = Engine::default();
            for batch in &order {
                let files: Vec<(&str, &[u8])> = batch.iter().map(|&at| files[at]).collect();
                take(&mut engine, &files, WHOLE);
            }
            let mut receipts = engine.holdings().receipts;
            receipts.sort_by_key(|receipt| receipt.kind == Kind::Events);
            receipts.iter_mut().for_each(|receipt| receipt.import = None);
            let people = sorted_lines(engine.people_csv());
            let found = (report(&mut engine, &Definition::default()), receipts, people, engine.events_csv());
            prop_assert_eq!(&found, expected.get_or_insert_with(|| found.clone()), "{:?}", order);
        }
    }

    #[test]
    fn the_same_file_again_changes_nothing_and_says_so(company in companies(), style in styles()) {
        let mut engine = Engine::default();
        for (columns, rows) in [(&PEOPLE_COLUMNS, &company.people), (&EVENT_COLUMNS, &company.events)] {
            let bytes = style.write(columns, rows);
            let first = take_one(&mut engine, &bytes);
            let before = state(&mut engine);
            let (outcomes, changed) = take(&mut engine, &[("again.csv", &bytes)], WHOLE);
            prop_assert!(!changed);
            prop_assert_eq!(state(&mut engine), before);
            match (first, read(&outcomes).first()) {
                (Ok(first), Some(again)) => {
                    prop_assert!(again.nothing_new && !first.nothing_new);
                    prop_assert_eq!((again.rows, again.taken), (first.rows, 0));
                    prop_assert_eq!(&again.set_aside, &first.set_aside);
                }
                (first, again) => prop_assert!(first.is_err() && again.is_none()),
            }
        }
    }

    /// A time of day is not kept and a formula is made a text; neither changes a number.
    #[test]
    fn what_is_handed_out_can_be_taken_in_again(company in companies()) {
        let mut engine = engine_of(&[&company.people_csv(), &company.events_csv()]);
        let mut again = engine_of(&[&engine.people_csv(), &engine.events_csv()]);
        let [found, expected] = [&mut again, &mut engine].map(|engine| report(engine, &Definition::default()));
        for key in ["cutoff", "ttc", "first_application", "coaching", "published"] {
            prop_assert_eq!(&found[key], &expected[key], "{}", key);
        }
        prop_assert!(again.holdings().receipts.iter().all(|receipt| receipt.set_aside_total() == 0));
    }

    #[test]
    fn every_row_is_counted_once(company in companies(), more in companies()) {
        let mut engine = Engine::default();
        for bytes in [company.people_csv(), company.events_csv(), more.events_csv(), more.people_csv()] {
            let _ = take_one(&mut engine, &bytes);
        }
        let holdings = engine.holdings();
        for receipt in &holdings.receipts {
            prop_assert_eq!(receipt.rows, receipt.taken + receipt.duplicates + receipt.set_aside_total());
            prop_assert!(receipt.unknown <= receipt.taken && receipt.replaced <= receipt.taken);
            prop_assert_eq!(receipt.problems.len() as u64, receipt.set_aside_total());
            prop_assert!(receipt.set_aside.is_sorted(), "in the order of the reasons: {:?}", receipt.set_aside);
        }
        let sum = |kind, of: fn(&Receipt) -> u64| -> u64 {
            holdings.receipts.iter().filter(|receipt| receipt.kind == kind).map(of).sum()
        };
        let report = report(&mut engine, &Definition { cutoff: Some(crate::company::JANUARY.plus(150)), ..Definition::default() });
        let parts = ["events_rejected", "duplicate_rows", "events_unknown", "events_after_cutoff", "events_counted"];
        prop_assert_eq!(number(&report, "event_rows"), parts.map(|part| number(&report, part)).iter().sum::<u64>());
        for (key, expected) in [
            ("event_rows", sum(Kind::Events, |receipt| receipt.rows)),
            ("events_rejected", sum(Kind::Events, Receipt::set_aside_total)),
            ("duplicate_rows", sum(Kind::Events, |receipt| receipt.duplicates)),
            ("events_unknown", sum(Kind::Events, |receipt| receipt.unknown)),
            ("people_rejected", sum(Kind::People, Receipt::set_aside_total)),
            ("people", sum(Kind::People, |receipt| receipt.taken - receipt.replaced)),
        ] {
            prop_assert_eq!(number(&report, key), expected, "{}", key);
        }
        prop_assert_eq!(holdings.people, number(&report, "people"));
        prop_assert_eq!(holdings.events, sum(Kind::Events, |receipt| receipt.taken));
    }
}

#[test]
fn a_header_is_read_the_same_however_much_of_it_is_at_hand() {
    for (file, taken) in [
        ("person_id,start_date\na,2025-01-06\n", 1),
        ("\r\n\n\u{feff}person_id,start_date\na,2025-01-06\n", 1),
        ("\u{feff}\r\n\nperson_id,start_date\na,2025-01-06\n", 1),
        ("x;\"two\nlines\";person_id;start_date\n1;2;a;2025-01-06\n", 1),
        ("\"start_date\"\t\"two\r\n\r\nlines\"\tperson_id\r\n2025-01-06\t2\ta", 1),
        ("person_id,start_date,name\na,2025-01-06,nul\0\nb,2025-01-06,x\n", 2),
        ("person_id,start_date,a;b\ta,2025-01-06,\n", 0),
    ] {
        let mut expected = None;
        for piece in 1..=file.len() {
            let mut engine = Engine::default();
            let outcomes = take(&mut engine, &[("file.csv", file.as_bytes())], piece).0;
            assert_eq!(engine.holdings().people, taken, "{file:?} in pieces of {piece}");
            assert_eq!(&outcomes, expected.get_or_insert_with(|| outcomes.clone()), "{file:?} in pieces of {piece}");
        }
    }
}
