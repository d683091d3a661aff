//! A file that is read as a whole gives way between steps; given up at any of them it leaves everything as it was.

use rampline::engine::Engine;
use rampline::import::Import;
use rampline::receipt::Origin;

use crate::containers::{deflated, gzip, ods, xlsx_of};
use crate::support::{WHOLE, state, take};

const ROWS: usize = 6_000;

fn table() -> String {
    let row = |n: usize| format!("p{}@example.com;Course {};{}.05.2026\n", n % 900, n % 7, n % 19 + 10);
    "Email;Course Name;Completion Date\n".to_owned() + &(0..ROWS).map(row).collect::<String>()
}

/// Columns of the modules of many people.
fn wide() -> String {
    let head: String = (0..2_000).map(|n| format!(";Module {n}")).collect();
    let row = |n: usize| format!("p{n}@example.com;Person {n}{}\n", ";2026-05-20".repeat(2_000));
    format!("Email;Name{head}\n{}", (0..40).map(row).collect::<String>())
}

fn calendar() -> String {
    let event = |n: usize| {
        format!(
            "BEGIN:VEVENT\nUID:u{n}\nDTSTAMP:20260101T090000Z\nDTSTART:202501{:02}T090000Z\nDTEND:202501{:02}T093000Z\n\
             SUMMARY:Talk\nORGANIZER:mailto:mia@example.com\nATTENDEE:mailto:p{n}@example.com\nEND:VEVENT\n",
            n % 28 + 1,
            n % 28 + 1
        )
    };
    format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", (0..ROWS).map(event).collect::<String>())
}

/// Rows of cells, each between these two.
fn cells(row: [&str; 2], cell: [&str; 2]) -> String {
    let of = |line: &str| line.split(';').map(|text| cell.join(text)).collect::<String>();
    table().lines().map(|line| row.join(&of(line))).collect()
}

fn files() -> Vec<(&'static str, Vec<u8>)> {
    let text = table();
    let rows = cells(["<row>", "</row>"], ["<c t=\"inlineStr\"><is><t>", "</t></is></c>"]);
    let of_ods = cells(
        ["<table:table-row>", "</table:table-row>"],
        ["<table:table-cell><text:p>", "</text:p></table:table-cell>"],
    );
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    vec![
        ("text", text.clone().into_bytes()),
        ("workbook", xlsx_of(&[("Report", &rows)])),
        ("ODS", ods(&of_ods)),
        ("gz", gzip(text.as_bytes())),
        ("zip", deflated(&[("a.csv", text.as_bytes()), ("b.csv", text.as_bytes())])),
        ("UTF-16", utf16),
        ("calendar", calendar().into_bytes()),
        ("wide table", wide().into_bytes()),
    ]
}

fn begun(engine: &mut Engine, bytes: &[u8]) -> Import {
    engine.begin(Origin::Own);
    let mut import = Import::new("x", bytes.len() as u64).unwrap();
    import.space(bytes.len()).copy_from_slice(bytes);
    import.filled(bytes.len());
    import.read(engine.tables(), false).unwrap();
    import
}

#[test]
fn a_file_given_up_at_any_step_leaves_everything_as_it_was() {
    let mut engine = Engine::default();
    let people = "person_id,start_date\np1@example.com,2026-05-01\n";
    let events = "person_id,date,event\np1@example.com,2026-05-02,feedback\n";
    take(&mut engine, &[("people.csv", people.as_bytes()), ("events.csv", events.as_bytes())], WHOLE);
    let before = state(&mut engine);
    for (what, bytes) in files() {
        let mut steps = 0;
        let mut import = begun(&mut engine, &bytes);
        let mut shares = vec![import.share()];
        while import.step(engine.tables()).unwrap() {
            steps += 1;
            shares.push(import.share());
        }
        assert!(steps > 3, "{what}: {steps} steps");
        assert!(shares.is_sorted() && shares.iter().all(|share| *share <= 1.0), "{what}: {shares:?}");
        assert!(shares[shares.len() / 2] > shares[0], "{what}: {shares:?}");
        assert!(import.rows() > 0, "{what}");
        engine.cancel();
        assert_eq!(state(&mut engine), before, "{what}, read to its end");
        for given_up_after in [1, steps / 2, steps] {
            let mut import = begun(&mut engine, &bytes);
            for _ in 0..given_up_after {
                assert!(import.step(engine.tables()).unwrap(), "{what}");
            }
            drop(import);
            engine.cancel();
            assert_eq!(state(&mut engine), before, "{what}, given up after {given_up_after} of {steps} steps");
        }
    }
}
