//! Tables that were stored come back the same, and damaged ones are told, never used.

use rampline::definition::Definition;
use rampline::engine::{Data, Engine};
use rampline::receipt::Origin;
use rampline::saved::tables::{Column, FORM, Head, StoredError};
use xxhash_rust::xxh3::xxh3_64;

use crate::support::take;

fn engine() -> Engine {
    let mut engine = Engine::default();
    let people = include_bytes!("../data/reference/small/people.csv");
    let events = include_bytes!("../data/reference/small/events.csv");
    take(&mut engine, &[("people.csv", people), ("events.csv", events)], 1 << 20);
    engine
}

pub fn stored(engine: &Engine) -> (Head, Vec<Vec<u8>>) {
    let data = engine.data();
    let columns: Vec<Vec<u8>> = data.columns().into_iter().map(<[u8]>::to_vec).collect();
    let of = |bytes: &Vec<u8>| Column { bytes: bytes.len() as u64, checksum: xxh3_64(bytes) };
    let head = data.head(columns.iter().map(of).collect());
    (head, columns)
}

#[test]
fn stored_then_loaded_is_the_same() {
    let mut before = engine();
    let (head, columns) = stored(&before);
    let head = Head::from_bytes(&head.to_bytes()).unwrap();
    let data = Data::restored(head, columns).unwrap();
    let mut after = Engine::with(data);
    assert_eq!(after.holdings(), before.holdings());
    let definition = Definition::default();
    assert_eq!(after.report(&definition).unwrap(), before.report(&definition).unwrap());
    assert_eq!(after.events_csv(), before.events_csv());
    assert_eq!(after.people_csv(), before.people_csv());
    // What comes later is compared with what was stored.
    let events = include_bytes!("../data/reference/small/events.csv");
    assert!(!take(&mut after, &[("again.csv", events)], 4096).1);
    assert_eq!(after.data().origin, Some(Origin::Own));
}

#[test]
fn every_damaged_byte_is_noticed() {
    let engine = engine();
    let (head, columns) = stored(&engine);
    let bytes = head.to_bytes();
    for at in (0..bytes.len()).step_by(7) {
        let mut bytes = bytes.clone();
        bytes[at] ^= 1;
        assert!(Head::from_bytes(&bytes).is_err(), "byte {at} of the head");
    }
    for at in 0..columns.len() {
        let mut columns = columns.clone();
        match columns[at].first_mut() {
            Some(byte) => *byte ^= 1,
            None => columns[at].push(0),
        }
        assert!(matches!(Data::restored(head.clone(), columns), Err(StoredError::Damaged { .. })), "column {at}");
    }
    assert!(Head::from_bytes(&bytes[..20]).is_err() && Head::from_bytes(&[]).is_err());
}

#[test]
fn sound_bytes_that_point_outside_are_refused() {
    let engine = engine();
    let (head, columns) = stored(&engine);
    for at in 0..columns.len() {
        let (mut head, mut columns) = (head.clone(), columns.clone());
        columns[at].iter_mut().for_each(|byte| *byte = 0xfe);
        head.columns[at].checksum = xxh3_64(&columns[at]);
        // Numbers, names and hashes may be anything that fits; codes, days and ends may not.
        if let Ok(data) = Data::restored(head, columns) {
            assert!(Engine::with(data).report(&Definition::default()).is_ok(), "column {at}");
        }
    }
}

#[test]
fn a_newer_form_is_named() {
    let engine = engine();
    let mut bytes = stored(&engine).0.to_bytes();
    bytes[8..12].copy_from_slice(&99u32.to_le_bytes());
    assert_eq!(Head::from_bytes(&bytes), Err(StoredError::Newer { found: 99, known: FORM }));
}

#[test]
fn what_an_earlier_rampline_stored_is_still_read() {
    let mut engine = engine();
    let mut columns = stored(&engine).1;
    let head = Head::from_bytes(include_bytes!("../data/saved/form-1.head")).unwrap();
    // Rows that were set aside were not kept then.
    columns.truncate(head.columns.len());
    let mut restored = Engine::with(Data::restored(head, columns).unwrap());
    let mut expected = engine.holdings();
    expected.imports.iter_mut().for_each(|imported| imported.kept.clear());
    assert_eq!(restored.holdings(), expected);
    let definition = Definition::default();
    assert_eq!(restored.report(&definition).unwrap(), engine.report(&definition).unwrap());
}

/// The head with its length before it, then the columns one behind the other.
pub fn unpacked(file: &[u8]) -> (Head, Vec<Vec<u8>>) {
    let (len, rest) = file.split_first_chunk::<8>().unwrap();
    let (head, mut rest) = rest.split_at(u64::from_le_bytes(*len) as usize);
    let head = Head::from_bytes(head).unwrap();
    let mut columns = Vec::new();
    for column in &head.columns {
        let (bytes, more) = rest.split_at(column.bytes as usize);
        columns.push(bytes.to_vec());
        rest = more;
    }
    (head, columns)
}

#[test]
fn form_5_knew_no_day_since_when_a_row_is_so() {
    let (head, columns) = unpacked(include_bytes!("../data/saved/form-5.tables"));
    let restored = Engine::with(Data::restored(head, columns).unwrap());
    let people = b"person_id,name,team,manager_id,start_date\nm1,Mia,Sales,,2025-01-01\np1,Ada,Sales,m1,2025-01-06\np2,Ben,Sales,m1,soon\n";
    let events = b"person_id,date,event,item,value\np1,2025-02-03,applied,,1\np1,2025-02-04,observed,asks,1\n";
    let mut engine = Engine::default();
    take(&mut engine, &[("people.csv", people), ("events.csv", events)], 1 << 20);
    assert_eq!(restored.holdings(), engine.holdings());
    assert_eq!(restored.people_csv(), engine.people_csv());
    assert_eq!(stored(&restored), stored(&engine));
}
