//! What cannot be read, as rows: bytes and the message with its place, what was found and what was expected. And bytes
//! nobody thought of: nothing makes the core panic.

use proptest::prelude::*;
use proptest::sample::select;
use rampline::analysis::Grouping;
use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::import::{Import, MOST_BYTES};
use rampline::protocol::Ask;
use rampline::receipt::{Answers, DateOrder, Encoding, Reason, Refusal};

use crate::support::{WHOLE, cases, engine_of, state, take, take_answered, take_one};

const PEOPLE: &[u8] = b"person_id,start_date\na,2025-01-06\n";

#[test]
fn a_file_that_cannot_be_taken_says_why_and_earlier_data_stay() {
    let rows: &[(&[u8], &str)] = &[
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"\n\r\n\n", "the file is empty"),
        (b"person_id,start_date", "only a header line, no rows under it"),
        (b"person_id,start_date\r\n\r\n\n", "only a header line, no rows under it"),
        (b"person_id,date,event\n", "only a header line, no rows under it"),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "found a PNG picture; expected a text file with one row a line, such as CSV",
        ),
        (b"\xff\xd8\xff\xe0", "found a JPEG picture; expected a text file with one row a line, such as CSV"),
        (b"%PDF-1.7\n", "found a PDF document; expected a text file with one row a line, such as CSV"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1",
            "found a file of an older Office program; expected a text file with one row a line, such as CSV",
        ),
        (
            b"person\0id,start_date\na,2025-01-06\n",
            "found bytes that are no text; expected a text file with one row a line, such as CSV",
        ),
        (
            b"person_id,name\na,Ada\n",
            "line 1, column start_date: not in the header; found \u{201c}person_id\u{201d}, \u{201c}name\u{201d}; expected it for people",
        ),
        (
            b"date;event\n2025-01-06;feedback\n",
            "line 1, column person_id: not in the header; found \u{201c}date\u{201d}, \u{201c}event\u{201d}; expected it for events",
        ),
        (
            b"person_id\tdate\na\t2025-01-06\n",
            "line 1, column event: not in the header; found \u{201c}person_id\u{201d}, \u{201c}date\u{201d}; expected it for events",
        ),
        (
            b"Dear all,\nplease find\n",
            "line 1: found \u{201c}Dear all\u{201d}, \u{201c}\u{201d}; expected the columns person_id and start_date (people) or person_id, date and event (events)",
        ),
        (
            b"{\"people\": []}",
            "line 1: found \u{201c}{\"people\": []}\u{201d}; expected the columns person_id and start_date (people) or person_id, date and event (events)",
        ),
        (
            b"person_id,start_date,team,team\na,2025-01-06,x,y\n",
            "line 1, column team: found the name twice; expected it once",
        ),
        (
            b"person_id,start_date,name\na,2025-01-06,x\nb,2025-01-06,\"y\nc,2025-01-06,z\n",
            "line 3: a quote opened here is never closed",
        ),
        (
            b"person_id,start_date,name,team\na,2025-01-06,\"x\ny\",\"z\nb,2025-01-06,\n",
            "line 3: a quote opened here is never closed",
        ),
    ];
    for (bytes, message) in rows {
        for piece in [1, 2, 7, WHOLE] {
            let mut engine = engine_of(&[PEOPLE]);
            let before = state(&mut engine);
            let (outcomes, changed) = take(&mut engine, &[("bad.csv", bytes)], piece);
            let shown = String::from_utf8_lossy(bytes);
            let rampline::receipt::Outcome::Refused { file, why } = &outcomes[0] else { panic!("{shown:?} was taken") };
            assert_eq!(
                (file.as_str(), why.to_string().as_str()),
                ("bad.csv", *message),
                "{shown:?} in pieces of {piece}"
            );
            assert!(!changed);
            assert_eq!(state(&mut engine), before);
        }
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let three = 3 << 30;
    assert_eq!(Import::new("large.csv", three).unwrap_err(), Refusal::TooLarge { found: three, most: MOST_BYTES });
    assert!(Import::new("largest.csv", MOST_BYTES).is_ok());
    assert_eq!(Import::new("empty.csv", 0).unwrap_err(), Refusal::Empty);
}

#[test]
fn a_letter_of_another_encoding_far_down_is_read_all_the_same() {
    let rows = "a,2025-01-06,feedback,plain\n".repeat(12_000);
    let file = [b"person_id,date,event,note\n", rows.as_bytes(), b"a,2025-01-07,feedback,Ren\xe9\n"].concat();
    for piece in [1000, WHOLE] {
        let mut engine = Engine::default();
        take(&mut engine, &[("people.csv", PEOPLE), ("late.csv", &file)], piece);
        assert_eq!(engine.tables().events.note.get(12_000), "René");
        assert_eq!((engine.holdings().people, engine.holdings().receipts.len()), (1, 2));
    }
    // What somebody says holds against what the letters suggest.
    let answers = Answers { encoding: Some(Encoding::Legacy("windows-1251".to_owned())), ..Answers::default() };
    let mut engine = Engine::default();
    take_answered(&mut engine, "told.csv", &file, answers);
    assert_eq!(engine.tables().events.note.get(12_000), "Renй");
}

/// Canonical columns with dates as a spreadsheet of some country writes them are read all the same.
#[test]
fn a_canonical_table_may_write_its_dates_in_another_way() {
    let people = b"person_id;start_date;end_date\na;06.01.2025;\nb;13.01.2025;31.03.2025\n";
    let events = b"person_id,date,event,item,value\na,\"Jan 7, 2025\",observed,ask,1\n";
    let mut engine = engine_of(&[people, events]);
    let people = String::from_utf8(engine.people_csv()).unwrap();
    assert!(people.contains("a,,,,,,,2025-01-06,\n") && people.contains("b,,,,,,,2025-01-13,2025-03-31\n"), "{people}");
    assert_eq!(engine.tables().events.day, [20_095]);
}

#[test]
fn a_row_that_cannot_be_used_says_where_and_what_was_there() {
    use Reason::*;
    // The first row of each file has a quoted line break, so the second begins on line 4.
    let people = "person_id,name,start_date,end_date\nz,\"two\nlines\",2025-01-06,\n";
    let events = "person_id,date,event,item,value,minutes,context,note\nz,2025-01-06,feedback,,,,,\"two\nlines\"\n";
    for (header, row, column, reason, found) in [
        (people, ",x,2025-01-06,", "person_id", NoPersonId, ""),
        (people, "  ,x,2025-01-06,", "person_id", NoPersonId, ""),
        (people, "z,x,2025-01-06,", "person_id", PersonTwice, "z"),
        (people, "a,x,,", "start_date", NoStartDate, ""),
        (people, "a", "start_date", NoStartDate, ""),
        (people, "a,x,2025-02-29,", "start_date", StartNoDate, "2025-02-29"),
        (people, "a,x,06.01.2025,", "start_date", StartNoDate, "06.01.2025"),
        (people, "a,x,0000-01-01,", "start_date", StartNoDate, "0000-01-01"),
        (people, "a,x,2025-01-06,later", "end_date", EndNoDate, "later"),
        (people, "a,x,2025-01-06,2025-01-05", "end_date", EndBeforeStart, "2025-01-05"),
        (events, ",2025-01-06,feedback,,,,,", "person_id", NoPersonId, ""),
        (events, "a,,feedback,,,,,", "date", NoDate, ""),
        (events, "a,2025-13-01,feedback,,,,,", "date", DateNoDate, "2025-13-01"),
        (events, "a,2025-01-06x,feedback,,,,,", "date", DateNoDate, "2025-01-06x"),
        (events, "a,\"06\n01\",feedback,,,,,", "date", DateNoDate, "06\n01"),
        (events, "a,2025-01-06,Feedback,,,,,", "event", UnknownEvent, "Feedback"),
        (events, "a,2025-01-06", "event", UnknownEvent, ""),
        (events, "a,2025-01-06,observed,,1,,,", "item", NoItem, ""),
        (events, "a,2025-01-06,touchpoint,,,,,", "item", NoItem, ""),
        (events, "a,2025-01-06,observed,ask,,,,", "value", NoValue, ""),
        (events, "a,2025-01-06,feedback,,\"1,5\",,,", "value", ValueNoNumber, "1,5"),
        (events, "a,2025-01-06,surveyed,belief,NaN,,,", "value", ValueNoNumber, "NaN"),
        (events, "a,2025-01-06,measured,x,1e999,,,", "value", ValueNoNumber, "1e999"),
        (events, "a,2025-01-06,coached,,,,,", "minutes", NoMinutes, ""),
        (events, "a,2025-01-06,coached,,,half an hour,,", "minutes", MinutesNoNumber, "half an hour"),
        (events, "a,2025-01-06,feedback,,,-1,,", "minutes", MinutesNegative, "-1"),
        (events, "a,2025-01-06,observed,ask,1,,phone,", "context", UnknownContext, "phone"),
    ] {
        let mut engine = Engine::default();
        let receipt = take_one(&mut engine, format!("{header}{row}\r\n").as_bytes()).unwrap();
        let [problem] = &receipt.problems[..] else { panic!("{row}: {:?}", receipt.problems) };
        let told = (problem.line, problem.column.as_str(), problem.reason, problem.found.as_str());
        assert_eq!(told, (4, column, reason, found), "{row}");
        assert_eq!(receipt.set_aside, [(reason, 1)], "{row}");
        assert_eq!((receipt.rows, receipt.taken), (2, 1), "{row}");
    }
}

#[test]
fn a_huge_field_is_a_field() {
    let huge = "tall \"\"tales\"\"\n".repeat(100_000);
    let file = format!("person_id,date,event,note\na,2025-01-06,feedback,\"{huge}\"\na,2025-01-07,feedback,x\na,x\n");
    for piece in [4093, WHOLE] {
        let mut engine = Engine::default();
        let receipt = {
            let (mut outcomes, _) = take(&mut engine, &[("huge.csv", file.as_bytes())], piece);
            let rampline::receipt::Outcome::Read(receipt) = outcomes.remove(0) else { panic!() };
            receipt
        };
        assert_eq!((receipt.taken, receipt.problems[0].line), (2, 100_004));
        let note = engine.tables().events.note.get(0).to_owned();
        assert_eq!(note, huge.replace("\"\"", "\"").trim());
    }
    // What a message quotes of it is short.
    let receipt =
        take_one(&mut Engine::default(), format!("person_id,start_date\na,{}\n", "é".repeat(9999)).as_bytes());
    assert_eq!(receipt.unwrap().problems[0].found.chars().count(), 61);
}

#[test]
fn blank_lines_without_end_are_an_empty_file() {
    let lines = vec![b'\n'; 2 << 20];
    let found = take(&mut Engine::default(), &[("blank.csv", &lines)], 1 << 18).0.remove(0);
    let rampline::receipt::Outcome::Refused { why, .. } = found else { panic!() };
    assert_eq!(why, Refusal::Empty);
}

#[test]
fn rows_set_aside_do_not_make_room_for_themselves() {
    // A gigabyte of empty rows is told by its size; memory is for rows that are taken.
    let mut engine = Engine::default();
    engine.begin(rampline::protocol::Origin::Own);
    let mut import = Import::new("separators.csv", MOST_BYTES).unwrap();
    let piece = ["person_id,date,event\n", &",,\n".repeat(100_000)].concat();
    import.space(piece.len()).copy_from_slice(piece.as_bytes());
    import.filled(piece.len());
    import.read(engine.tables(), false).unwrap();
    assert_eq!(import.rows(), 100_000);
    assert!(engine.tables().events.person.capacity() < 1 << 20, "{}", engine.tables().events.person.capacity());
    engine.cancel();
}

/// Everything that can be asked of an engine.
fn ask_everything(engine: &mut Engine) {
    let rules = [Definition::default(), Definition { k: 2, n: 70, min_span: 3, ..Definition::default() }];
    for definition in rules {
        serde_json::from_slice::<serde_json::Value>(&engine.report(&definition).unwrap()).unwrap();
        for grouping in Grouping::SPLITS.into_iter().chain([Grouping::None]) {
            let ask = Ask { definition: definition.clone(), version: String::new(), grouping, ..Ask::default() };
            engine.analyze(&ask);
            engine.curve_csv(&ask);
        }
    }
    engine.people_csv();
    engine.events_csv();
}

/// Headers of other systems' exports, each with what stands above it.
const HEADERS: [&[u8]; 10] = [
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20250106T100000\nDTEND:20250106T110000\nRRULE:FREQ=WEEKLY\nATTENDEE:mailto:a@b\n",
    b",Email address,Module A,,Module B,\n",
    b"ID,Name,Email,A,A - Completion date,Course complete\n",
    b"sep=;\nName;Email;Hire Date;Course;Completion Date;Status;Score\n",
    b"1. Summary\nMeeting title,x\nName,First Join,Last Leave,In-Meeting Duration,Email,Role\n",
    b"Topic,User Email\nx,m\nName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n",
    b"StartDate,EndDate,ResponseId,DistributionChannel,UserLanguage,Q1,Q2\n",
    b"Respondent ID,Collector ID,Start Date,End Date,Q1,,\n",
    b"ID,Start time,Completion time,Email,Name,Q1,Q2\n",
    b"a,b,c\n",
];

/// Bytes that come near to a table: the pieces tables are made of, in any order.
fn scraps() -> impl Strategy<Value = Vec<u8>> {
    let scraps: Vec<&[u8]> = vec![
        b",",
        b",",
        b";",
        b"\t",
        b"\n",
        b"\n",
        b"\r\n",
        b"\r",
        b"\"",
        b"\"\"",
        b"a",
        b"b",
        b"2025-01-06",
        b"0001-01-01",
        b"9999-12-31",
        b"observed",
        b"coached",
        b"completed",
        b"applied",
        b"1",
        b"1e308",
        b"-0",
        b" ",
        b"\xc3\xa9",
        b"\xe9",
        b"\0",
        b"\xef\xbb\xbf",
        b"Completed",
        b"In Progress",
        b"1/2/25, 9:00 AM",
        b"13.01.2025",
        b"45663.5",
        b"1h 5m",
        b"4 - Agree",
        b"3,5",
        b"ada@example.com",
        b"organizer",
        b"Total",
        b"Name",
        b"ImportId",
    ];
    prop::collection::vec(select(scraps), 0..200).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn no_export_makes_it_panic(header in select(&HEADERS[..]), scraps in scraps(), wide: bool, order: Option<bool>) {
        let mut file = [header, &scraps].concat();
        if wide {
            file = String::from_utf8_lossy(&file).encode_utf16().flat_map(u16::to_le_bytes).collect();
        }
        let date_order = order.map(|day| if day { DateOrder::DayFirst } else { DateOrder::MonthFirst });
        let mut engine = Engine::default();
        take_answered(&mut engine, "2025-01-06.csv", &file, Answers { date_order, ..Answers::default() });
        for receipt in engine.holdings().receipts {
            prop_assert_eq!(receipt.rows, receipt.taken + receipt.duplicates + receipt.set_aside_total());
        }
        ask_everything(&mut engine);
    }

    #[test]
    fn no_bytes_make_it_panic(
        garbage in prop::collection::vec(any::<u8>(), 0..300),
        scraps in prop::collection::vec(scraps(), 3),
        piece in 1usize..200,
    ) {
        let table = |header: &[u8], rows: &[u8]| [header, rows].concat();
        let files = [
            garbage,
            scraps[0].clone(),
            table(b"person_id,start_date,end_date,team,manager_id\n", &scraps[1]),
            table(b"person_id,date,event,item,value,minutes,context,by,note\n", &scraps[2]),
        ];
        let mut engine = Engine::default();
        for batch in [&[0, 1, 2][..], &[3], &[3, 2, 1, 0]] {
            let files: Vec<(&str, &[u8])> = batch.iter().map(|&at: &usize| ("file.csv", &files[at][..])).collect();
            take(&mut engine, &files, piece);
            ask_everything(&mut engine);
        }
    }
}
