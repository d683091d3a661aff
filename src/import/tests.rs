//! The reader of rows against the `csv` crate, on text that nobody would write and exports contain all the same.
//!
//! Deliberate differences, undone before comparing: only LF ends a row, white space around a field is dropped, and a
//! quote that is never closed is an error instead of one long field.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed};

use super::row::Rows;
use crate::receipt::Refusal;

type Found = Result<Vec<(u64, Vec<String>)>, Refusal>;

/// Rows with the lines they begin on, read in pieces whose sizes come round and round.
fn ours(text: &str, delimiter: u8, pieces: &[usize]) -> Found {
    let mut rows = Rows::new(delimiter);
    let mut found = Vec::new();
    let mut scratch = Vec::new();
    let mut rest = text.as_bytes();
    let mut sizes = pieces.iter().cycle();
    loop {
        let (piece, behind) = rest.split_at(sizes.next().map_or(rest.len(), |&size| size.min(rest.len())));
        // More room than bytes, as when a file is read.
        rows.space(piece.len() + 7)[..piece.len()].copy_from_slice(piece);
        rows.filled(piece.len());
        rest = behind;
        rows.take(rest.is_empty(), |rows| {
            for row in rows {
                let fields = (0..row.len()).map(|at| String::from_utf8(row.field(at, &mut scratch).to_vec()).unwrap());
                found.push((row.line, fields.collect()));
            }
        })?;
        if rest.is_empty() {
            return Ok(found);
        }
    }
}

/// The same by the `csv` crate; `None` where a quote is never closed.
fn theirs(text: &str, delimiter: u8) -> Option<Vec<(u64, Vec<String>)>> {
    let records = |text: &str| {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .terminator(csv::Terminator::Any(b'\n'))
            .from_reader(text.as_bytes());
        let mut records = Vec::new();
        let mut record = csv::ByteRecord::new();
        let mut start = 0;
        while reader.read_byte_record(&mut record).unwrap() {
            // Blank lines in front belong to no row.
            start += text[start..].len() - text[start..].trim_start_matches('\n').len();
            let line = 1 + text[..start].matches('\n').count() as u64;
            // A line with only a CR on it is blank too.
            if text[start..] != *"\r" && !text[start..].starts_with("\r\n") {
                let fields = record.iter().map(|field| String::from_utf8(field.to_vec()).unwrap().trim().to_owned());
                records.push((line, fields.collect::<Vec<String>>()));
            }
            start = reader.position().byte() as usize;
        }
        records
    };
    // A row added behind the text vanishes in a field that is still open.
    let sentinel = format!("{text}\n{}END", char::from(delimiter));
    let closed = records(&sentinel).last().is_some_and(|(_, fields)| fields == &["", "END"]);
    closed.then(|| records(text))
}

fn compare(text: &str, delimiter: u8, pieces: &[usize]) {
    match (ours(text, delimiter, pieces), theirs(text, delimiter)) {
        (Ok(ours), Some(theirs)) => assert_eq!(ours, theirs, "{text:?} in pieces of {pieces:?}"),
        (Err(Refusal::OpenQuote { .. }), None) => {}
        (ours, theirs) => panic!("{text:?} in pieces of {pieces:?}: {ours:?}, expected {theirs:?}"),
    }
}

/// Quotes, separators and line ends in any order, with stretches long enough to fill blocks of 64 bytes.
fn texts() -> impl Strategy<Value = String> {
    let scraps = vec![
        "\"", "\"", "\"", "\"\"", ",", ",", ";", "\n", "\n", "\r\n", "\r", " ", "a", "bc", "é", "\u{2003}", "€uro",
        "\"a\"", "\"a\"b", "a\"b", "\",\"", "\"\n\"", "\n\n", "\r\n\r\n",
    ];
    let long = (50usize..140).prop_map(|n| "x".repeat(n));
    let scrap = prop_oneof![12 => select(scraps).prop_map(str::to_owned), 1 => long];
    prop::collection::vec(scrap, 0..60).prop_map(|scraps| scraps.concat())
}

/// Well-formed tables with fields of all lengths, so that quotes stand anywhere in a block.
fn tables() -> impl Strategy<Value = String> {
    let field = ("[a-z,;\"\n é]{0,70}", any::<bool>()).prop_map(|(text, quoted)| {
        let needs = text.contains([',', ';', '"', '\n']);
        if needs || quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
    });
    let row = prop::collection::vec(field, 1..6).prop_map(|fields| fields.join(","));
    let end = select(vec!["\n", "\r\n"]);
    (prop::collection::vec(row, 0..12), end).prop_map(|(rows, end)| rows.join(end))
}

proptest! {
    #![proptest_config(Config { cases: 500, failure_persistence: None, rng_seed: RngSeed::Fixed(4180), ..Config::default() })]

    #[test]
    fn any_text_is_read_as_the_csv_crate_reads_it(
        text in prop_oneof![texts(), tables()],
        delimiter in select(vec![b',', b';']),
        pieces in prop::collection::vec(1usize..200, 1..4),
    ) {
        compare(&text, delimiter, &pieces);
        compare(&text, delimiter, &[text.len().max(1)]);
    }
}

#[test]
fn a_quote_at_any_place_of_a_block_is_read_alike() {
    for before in 0..130 {
        for tail in [
            "\"q,\n\"\"z\"\r\nlast,row",
            "\"q\"tail\"x\",y\n",
            "mid\"dle,\"\"\n\n\"\"",
            "\"\"\"\"\"\",\"\"",
            "\"open\n,",
        ] {
            let text = format!("{},{tail}", "x".repeat(before));
            for piece in [1, 63, 65, 1000] {
                compare(&text, b',', &[piece]);
            }
        }
    }
}
