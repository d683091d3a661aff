//! Exports that are read as a whole: `cargo bench --bench exports`. A course report of 1,000,000 rows as CSV, and one of
//! 100,000 rows as a workbook. Prints the median of several runs.

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use std::time::Instant;

use rampline::engine::Engine;
use rampline::import::Import;
use rampline::protocol::Origin;
use rampline::time::Day;

const RUNS: usize = 3;

fn main() {
    for (name, file) in [("CSV, 1,000,000 rows", csv(1_000_000)), ("XLSX, 100,000 rows", xlsx(100_000))] {
        let mut times: Vec<f64> = (0..RUNS).map(|_| read(&file)).collect();
        times.sort_by(f64::total_cmp);
        println!("{name:<28} {:>7.1} MB {:>9.2} ms", file.len() as f64 / 1e6, times[RUNS / 2]);
    }
}

fn read(file: &[u8]) -> f64 {
    let mut engine = Engine::default();
    engine.begin(Origin::Own);
    let begin = Instant::now();
    let mut import = Import::new("export", file.len() as u64).unwrap_or_else(|e| panic!("{e}"));
    import.space(file.len()).copy_from_slice(file);
    import.filled(file.len());
    import.read(engine.tables(), true).unwrap_or_else(|e| panic!("{e}"));
    let ms = begin.elapsed().as_secs_f64() * 1e3;
    assert!(import.rows() > 0);
    ms
}

/// Person, course, status and three days of a row.
fn row(n: usize) -> (String, String, &'static str, [Day; 3]) {
    let day = Day(20_000 + (n % 400) as i32);
    let status = ["Completed", "In Progress", "Not Started"][n % 3];
    (
        format!("person{}@example.com", n % 50_000),
        format!("Course {}", n % 40),
        status,
        [day, day.plus(3), day.plus(20)],
    )
}

fn csv(rows: usize) -> Vec<u8> {
    let mut text = String::from("Email;Course Name;Status;Date Enrolled;Date Started;Completion Date\n");
    let german = |day: Day| {
        let iso = day.to_string();
        format!("{}.{}.{}", &iso[8..], &iso[5..7], &iso[..4])
    };
    for n in 0..rows {
        let (person, course, status, days) = row(n);
        let [enrolled, started, completed] = days.map(german);
        let _ = writeln!(text, "{person};{course};{status};{enrolled};{started};{completed}");
    }
    text.into_bytes()
}

fn xlsx(rows: usize) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let mut sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData><row>");
    for name in ["Email", "Course Name", "Status", "Date Enrolled", "Date Started", "Completion Date"] {
        sheet.push_str(&text(name));
    }
    sheet.push_str("</row>");
    for n in 0..rows {
        let (person, course, status, days) = row(n);
        let _ = write!(sheet, "<row>{}{}{}", text(&person), text(&course), text(status));
        for day in days {
            let _ = write!(sheet, "<c s=\"1\"><v>{}</v></c>", day.0 + 25_569);
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap_or_else(|e| panic!("{e}"));
        zip.write_all(text.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    }
    zip.finish().unwrap_or_else(|e| panic!("{e}")).into_inner()
}
