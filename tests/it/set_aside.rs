//! Rows that were set aside come out as the file wrote them, and in again once they are right.

use rampline::engine::{Data, Engine};
use rampline::receipt::{Kept, Outcome, Receipt};
use rampline::saved::tables::Head;

use crate::saved_tables::stored;
use crate::support::{WHOLE, take};

fn records(csv: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn kept(engine: &Engine) -> Vec<Vec<Kept>> {
    engine.holdings().imports.into_iter().map(|imported| imported.kept).collect()
}

fn read(engine: &mut Engine, name: &str, bytes: &[u8]) -> Receipt {
    match take(engine, &[(name, bytes)], WHOLE).0.remove(0) {
        Outcome::Read(receipt) => receipt,
        refused => panic!("{refused:?}"),
    }
}

const EVENTS: &[u8] = b"shoe;person_id;date;event;item;value;note\n\
    1;a;2025-01-07;observed;ask;1;\n\
    2;a;2025-02-30;observed;ask;1;\"one; \"\"two\"\"\nlines\"\n\
    3;b;2025-01-08;observed;;1;\n\
    4;b;2025-01-08;coached;;;;more;cells\n\
    5;=b;2025-01-08;observed;ask;much;\n";

#[test]
fn rows_come_out_with_their_header_and_what_is_wrong() {
    let mut engine = Engine::default();
    let receipt = read(&mut engine, "events.csv", EVENTS);
    assert_eq!((receipt.set_aside_total(), kept(&engine)), (4, vec![vec![Kept::All]]));
    let csv = engine.set_aside_csv(0, 0).unwrap();
    let rows = records(&csv);
    assert_eq!(rows[0][..7], ["shoe", "person_id", "date", "event", "item", "value", "note"]);
    assert!(rows[0][9].starts_with("Problem"));
    assert_eq!(rows[1][..7], ["2", "a", "2025-02-30", "observed", "ask", "1", "one; \"two\"\nlines"]);
    assert_eq!(rows[1][9], "date: not a date; expected a date like 2026-03-31, with or without a time after it");
    assert_eq!(rows[3][7..9], ["more", "cells"]);
    // No spreadsheet runs what a file brings.
    assert_eq!(rows[4][1], "'=b");
    assert_eq!(rows.len(), 5);
    assert_eq!(engine.set_aside_csv(0, 1), None);
}

#[test]
fn corrected_they_come_in_again_and_the_last_column_is_said_not_to_be_read() {
    let mut engine = Engine::default();
    read(&mut engine, "events.csv", EVENTS);
    let csv = String::from_utf8(engine.set_aside_csv(0, 0).unwrap()).unwrap();
    let fixed = csv.replace("2025-02-30", "2025-02-28").replace("observed,,1", "observed,ask,1").replace("much", "0");
    let receipt = read(&mut engine, "set-aside.csv", fixed.as_bytes());
    assert_eq!((receipt.rows, receipt.taken, receipt.set_aside_total()), (4, 3, 1));
    assert!(receipt.ignored_columns.iter().any(|column| column.starts_with("Problem")), "{receipt:?}");
    // What is still wrong comes out again, with one last column more.
    let again = records(&engine.set_aside_csv(1, 0).unwrap());
    assert_eq!(again[1][0], "4");
}

#[test]
fn rows_of_an_export_come_out_with_all_lines_of_their_header() {
    let mut engine = Engine::default();
    let file = "Report of January\n\nUser,Course,Status,Completed on,Extra\n\
        a@x.org,Basics,Completed,2026-01-07,x\nb@x.org,\"Basics, part 2\",Completed,soon,y\nc@x.org,Basics,Praised,2026-01-09,\n\
        d@x.org,Basics,In progress,,\n";
    let receipt = read(&mut engine, "report.csv", file.as_bytes());
    assert_eq!((receipt.set_aside_total(), kept(&engine)), (2, vec![vec![Kept::All]]), "{receipt:?}");
    let rows = records(&engine.set_aside_csv(0, 0).unwrap());
    assert_eq!(rows[0][..5], ["User", "Course", "Status", "Completed on", "Extra"]);
    assert_eq!(rows[1][..4], ["b@x.org", "Basics, part 2", "Completed", "soon"]);
    assert!(rows[1][5].starts_with("Completed on: not a date"), "{rows:?}");
    assert!(rows[2][5].starts_with("Status: status not known"), "{rows:?}");
}

#[test]
fn they_are_stored_undone_and_put_back_with_their_import() {
    let mut engine = Engine::default();
    read(&mut engine, "events.csv", EVENTS);
    read(&mut engine, "people.csv", b"person_id,start_date\na,2025-01-06\nb,soon\n");
    let expected = [0, 1].map(|import| engine.set_aside_csv(import, 0).unwrap());
    let (head, columns) = stored(&engine);
    let mut engine = Engine::with(Data::restored(Head::from_bytes(&head.to_bytes()).unwrap(), columns).unwrap());
    assert_eq!([0, 1].map(|import| engine.set_aside_csv(import, 0).unwrap()), expected);
    engine.undo(0);
    assert_eq!(engine.set_aside_csv(0, 0), None);
    assert_eq!(engine.set_aside_csv(1, 0).as_ref(), Some(&expected[1]));
    let (_, columns) = stored(&engine);
    assert!(!columns.concat().windows(4).any(|part| part == b"much"));
    engine.put_back();
    assert_eq!([0, 1].map(|import| engine.set_aside_csv(import, 0).unwrap()), expected);
}

#[test]
fn where_there_is_no_room_for_all_of_them_it_is_said() {
    let mut file = b"person_id,date,event,note\n".to_vec();
    let long = "x".repeat(1 << 20);
    for n in 0..40 {
        file.extend_from_slice(format!("p{n},never,feedback,{long}\n").as_bytes());
    }
    let mut engine = Engine::default();
    let receipt = read(&mut engine, "events.csv", &file);
    assert_eq!((receipt.set_aside_total(), kept(&engine)), (40, vec![vec![Kept::First]]));
    let rows = records(&engine.set_aside_csv(0, 0).unwrap()).len() as u64 - 1;
    assert!((10..40).contains(&rows), "{rows}");
}
