//! Files in which other files stand: archives, workbooks, and monsters of both kinds.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use rampline::engine::Engine;
use rampline::receipt::{Answers, DateOrder, Form, Kind, Outcome, Receipt};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::support::{WHOLE, cases, take, take_answered};

const PEOPLE: &str = "person_id,start_date\na,2025-01-06\nb,2025-01-07\n";
const EVENTS: &str = "person_id,date,event\na,2025-01-08,feedback\n";

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zip(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub fn deflated(files: &[(&str, &[u8])]) -> Vec<u8> {
    zip(files, CompressionMethod::Deflated)
}

/// A workbook of the sheets given, each with the rows of its `sheetData`. Style 1 is a date, style 2 a length of time.
fn xlsx(sheets: &[(&str, &str)], method: CompressionMethod) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let numbers = 1..=sheets.len();
    let list: String = numbers
        .clone()
        .zip(sheets)
        .map(|(n, (name, _))| format!("<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"))
        .collect();
    let links: String = numbers
        .map(|n| {
            format!("<Relationship Id=\"rId{n}\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")
        })
        .collect();
    let mut files = vec![
        (
            "[Content_Types].xml".to_owned(),
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{list}</sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>"
            ),
        ),
        (
            "xl/styles.xml".to_owned(),
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]:mm:ss\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/sharedStrings.xml".to_owned(),
            format!(
                "<sst xmlns=\"{MAIN}\"><si><t>Employee ID</t></si><si><t>Hire Date</t></si><si><t>E1</t></si><si><t>E2 &amp; Co</t></si></sst>"
            ),
        ),
    ];
    for (n, (_, rows)) in sheets.iter().enumerate() {
        let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        files.push((format!("xl/worksheets/sheet{}.xml", n + 1), sheet));
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    zip(&files, method)
}

/// A workbook whose cells need no styles.
pub fn xlsx_of(sheets: &[(&str, &str)]) -> Vec<u8> {
    xlsx(sheets, CompressionMethod::Deflated)
}

const ROSTER: &str = "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c></row>\
    <row r=\"4\"><c r=\"A4\" t=\"s\"><v>2</v></c><c r=\"C4\" s=\"1\"><v>45663</v></c></row>\
    <row r=\"6\"><c r=\"A6\" t=\"s\"><v>3</v></c><c r=\"C6\" s=\"1\"><v>45664.5</v></c></row>";

pub fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
         <office:spreadsheet><table:table table:name=\"Staff\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    deflated(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

fn read(bytes: &[u8], answers: Answers) -> (Engine, Result<Vec<Receipt>, String>) {
    let mut engine = Engine::default();
    let (outcomes, _) = take_answered(&mut engine, "download", bytes, answers);
    let receipts = outcomes.into_iter().map(|outcome| match outcome {
        Outcome::Read(receipt) => Ok(receipt),
        Outcome::Refused { why, .. } => Err(why.to_string()),
    });
    let receipts = receipts.collect();
    (engine, receipts)
}

fn starts(engine: &Engine) -> Vec<String> {
    let csv = engine.people_csv();
    let mut reader = csv::Reader::from_reader(&csv[..]);
    reader.records().map(|row| row.unwrap()).map(|row| format!("{} {}", &row[0], &row[7])).collect()
}

#[test]
fn an_archive_is_read_file_by_file() {
    let both = deflated(&[
        ("export/", b""),
        ("export/people.csv", PEOPLE.as_bytes()),
        ("__MACOSX/._people.csv", b"\0\x05"),
        ("export/events.csv", EVENTS.as_bytes()),
        ("export/photo.png", b"\x89PNG\r\n\x1a\n"),
    ]);
    let (engine, receipts) = read(&both, Answers::default());
    let receipts = receipts.unwrap();
    let told: Vec<(Kind, Option<&str>, u64)> =
        receipts.iter().map(|r| (r.kind, r.reading.part.as_deref(), r.taken)).collect();
    assert_eq!(told, [(Kind::People, Some("export/people.csv"), 2), (Kind::Events, Some("export/events.csv"), 1)]);
    assert_eq!(receipts[0].reading.assumptions.len(), 1, "the picture is named");
    assert_eq!((engine.holdings().people, engine.holdings().events), (2, 1));
}

#[test]
fn an_archive_may_leave_a_question_open() {
    let roster = b"Employee #,Work Email,Hire Date\n1,ada@example.com,03-04-2025\n";
    let archive = deflated(&[("people.csv", roster), ("events.csv", EVENTS.as_bytes())]);
    assert!(read(&archive, Answers::default()).1.unwrap_err().contains("03-04-2025"));
    let answers = Answers { date_order: Some(DateOrder::DayFirst), ..Answers::default() };
    let (engine, receipts) = read(&archive, answers);
    assert_eq!(starts(&engine), ["ada@example.com 2025-04-03"]);
    assert_eq!(receipts.unwrap().len(), 2);
}

#[test]
fn what_is_packed_is_read_as_if_it_were_not() {
    let plain = read(PEOPLE.as_bytes(), Answers::default()).0;
    for packed in [
        gzip(PEOPLE.as_bytes()),
        deflated(&[("people.csv", PEOPLE.as_bytes())]),
        zip(&[("people.csv", PEOPLE.as_bytes())], CompressionMethod::Stored),
        gzip(&gzip(PEOPLE.as_bytes())),
        gzip(&deflated(&[("people.csv", PEOPLE.as_bytes())])),
        deflated(&[("people.csv.gz", &gzip(PEOPLE.as_bytes()))]),
        deflated(&[("inner.zip", &deflated(&[("people.csv", PEOPLE.as_bytes())]))]),
        gzip(&PEOPLE.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
    ] {
        assert_eq!(read(&packed, Answers::default()).0.people_csv(), plain.people_csv());
    }
}

#[test]
fn a_workbook_is_read_by_its_values() {
    let other = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Notes</t></is></c></row>";
    let workbook = xlsx(&[("Cover", other), ("Staff", ROSTER)], CompressionMethod::Deflated);
    for bytes in [workbook.clone(), gzip(&workbook), deflated(&[("a.xlsx", &workbook)])] {
        let (engine, receipts) = read(&bytes, Answers::default());
        let receipts = receipts.unwrap();
        assert_eq!(starts(&engine), ["E1 2025-01-06", "E2 & Co 2025-01-07"]);
        assert_eq!((&receipts[0].reading.form, receipts[0].reading.header_line), (&Form::Workbook, 3));
        assert!(receipts[0].reading.part.as_deref().unwrap().ends_with("Staff"));
    }
    let wanted = Answers { sheet: Some("Cover".to_owned()), ..Answers::default() };
    assert!(read(&workbook, wanted).1.is_err());

    let rows = "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>\
        <table:table-row><table:table-cell office:value-type=\"string\"><text:p>Employee ID</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell office:value-type=\"string\"><text:p>Hire Date</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:table-cell office:value-type=\"string\"><text:p>E&amp;1</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell office:value-type=\"date\" office:date-value=\"2025-01-06\"><text:p>06.01.25</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048572\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let (engine, receipts) = read(&ods(rows), Answers::default());
    let receipts = receipts.unwrap();
    assert_eq!(starts(&engine), ["E&1 2025-01-06"]);
    assert_eq!((receipts[0].reading.header_line, receipts[0].reading.part.as_deref()), (3, Some("Staff")));
}

#[test]
fn a_stray_cell_far_out_costs_nothing() {
    let stray = format!("{ROSTER}<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>");
    let (engine, receipts) = read(&xlsx(&[("Staff", &stray)], CompressionMethod::Deflated), Answers::default());
    assert_eq!(starts(&engine).len(), 2);
    assert_eq!(receipts.unwrap()[0].problems[0].line, 1_048_576);
}

#[test]
fn monsters_are_refused_with_a_message() {
    let wide = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row>";
    let inner = deflated(&[("people.csv", PEOPLE.as_bytes())]);
    let deep = (0..3).fold(inner.clone(), |inside, _| deflated(&[("inner.zip", &inside)]));
    for (bytes, message) in [
        (ods(wide), "more than 40000000 cells; this page takes up to that many of a sheet or an export"),
        (
            deep,
            "found archives inside archives, more than 3 deep; expected a text file with one row a line, such as CSV",
        ),
        (
            deflated(&[("word/document.xml", b"<w/>")]),
            "found a Word document; expected a text file with one row a line, such as CSV",
        ),
        (deflated(&[]), "the file is empty"),
    ] {
        assert_eq!(read(&bytes, Answers::default()).1.unwrap_err(), message);
    }
    for bytes in [&b"PK\x03\x04\x14\0"[..], b"\x1f\x8b\x08", &inner[..inner.len() / 2], &gzip(PEOPLE.as_bytes())[..20]]
    {
        let why = read(bytes, Answers::default()).1.unwrap_err();
        assert!(why.starts_with("it could not be unpacked: "), "{why}");
    }
}

#[test]
fn a_hundred_thousand_columns_are_only_columns() {
    let many: String = (0..100_000).map(|n| format!(",c{n}")).collect();
    let commas = ",".repeat(100_000);
    let file = format!("Employee ID,Hire Date{many}\nE1,2025-01-06{commas}\nE2,2025-01-07{commas}\n");
    let (engine, receipts) = read(file.as_bytes(), Answers::default());
    assert_eq!(starts(&engine).len(), 2);
    assert_eq!(receipts.unwrap()[0].ignored_columns.len(), 100_000);
}

#[test]
fn a_packed_file_again_changes_nothing() {
    let both = deflated(&[("people.csv", PEOPLE.as_bytes()), ("events.csv", EVENTS.as_bytes())]);
    let mut engine = Engine::default();
    assert!(take(&mut engine, &[("a.zip", &both)], WHOLE).1);
    assert!(!take(&mut engine, &[("b.zip", &both)], 10).1);
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn no_damaged_container_makes_it_panic(
        which in 0usize..4,
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        cut in any::<Option<prop::sample::Index>>(),
    ) {
        let mut bytes = match which {
            0 => xlsx(&[("Staff", ROSTER)], CompressionMethod::Stored),
            1 => xlsx(&[("Staff", ROSTER)], CompressionMethod::Deflated),
            2 => ods("<table:table-row><table:table-cell office:value=\"1\"><text:p>1</text:p></table:table-cell></table:table-row>"),
            _ => gzip(PEOPLE.as_bytes()),
        };
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()).max(1));
        }
        let _ = read(&bytes, Answers::default());
    }
}
