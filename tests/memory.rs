//! Monsters: files made to take more memory than there is. Each is refused with a message or read within a limit, and
//! earlier data stay. A program of its own, one case after the other, because it counts every byte that is allocated.

use std::alloc::{GlobalAlloc, Layout, System};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use flate2::Compression;
use flate2::write::GzEncoder;
use rampline::engine::Engine;
use rampline::import::Import;
use rampline::protocol::Origin;
use rampline::receipt::{Outcome, Receipt};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

fn add(bytes: usize) {
    MOST.fetch_max(NOW.fetch_add(bytes, Relaxed) + bytes, Relaxed);
}

// SAFETY: everything is done by the system's allocator; this counts.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(layout.size());
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Both are there while one is copied to the other.
        add(size);
        NOW.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.realloc(block, layout, size) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

const MB: usize = 1 << 20;
const PEOPLE: &str = "person_id,start_date\na,2025-01-06\nb,2025-01-07\n";
const EVENTS: &str = "person_id,date,event,note\n";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet, and texts that its cells share.
fn xlsx(texts: &str, rows: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let link = |n: u32, kind: &str, to: &str| {
        format!("<Relationship Id=\"rId{n}\" Type=\"{OFFICE}/{kind}\" Target=\"{to}\"/>")
    };
    let links = |links: String| format!("<Relationships xmlns=\"{PACKAGE}\">{links}</Relationships>");
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let files = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", links(link(1, "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", book),
        (
            "xl/_rels/workbook.xml.rels",
            links(link(1, "worksheet", "worksheets/sheet1.xml") + &link(2, "sharedStrings", "sharedStrings.xml")),
        ),
        ("xl/sharedStrings.xml", format!("<sst xmlns=\"{MAIN}\">{texts}</sst>")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>")),
    ];
    zip(&files.each_ref().map(|(name, text)| (*name, text.as_bytes())))
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">\
         <table:table table:name=\"A\">{rows}</table:table></office:document-content>"
    );
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

fn engine() -> Engine {
    let mut engine = Engine::default();
    take(&mut engine, "people.csv", PEOPLE.as_bytes()).unwrap();
    engine
}

/// Takes one file in as the worker does, half a megabyte at a time.
fn take(engine: &mut Engine, name: &str, bytes: &[u8]) -> Result<Receipt, String> {
    engine.begin(Origin::Own);
    let import = Import::new(name, bytes.len() as u64).and_then(|mut import| {
        for part in bytes.chunks(MB / 2) {
            import.space(part.len()).copy_from_slice(part);
            import.filled(part.len());
            import.read(engine.tables(), false)?;
        }
        import.read(engine.tables(), true).map(|()| import)
    });
    engine.finish_file(name, import);
    match engine.commit().0.remove(0) {
        Outcome::Read(receipt) => Ok(receipt),
        Outcome::Refused { why, .. } => Err(why.to_string()),
    }
}

/// Memory that reading these bytes takes beyond the bytes themselves, and what came of it.
fn measured(engine: &mut Engine, bytes: &[u8]) -> (usize, Result<Receipt, String>) {
    let before = NOW.load(Relaxed);
    MOST.store(before, Relaxed);
    let outcome = take(engine, "monster", bytes);
    (MOST.load(Relaxed) - before, outcome)
}

/// The file is refused in these words, takes no more than so many megabytes, and changes nothing.
fn refused(what: &str, bytes: &[u8], most: usize, words: &str) {
    let mut engine = engine();
    let (took, outcome) = measured(&mut engine, bytes);
    let why = outcome.map(|receipt| receipt.taken).expect_err(what);
    println!("{what}: {} MB for {} MB, refused: {why}", took / MB, bytes.len() / MB);
    assert!(why.contains(words), "{what}: {why}");
    assert!(took <= most * MB, "{what}: {} MB", took / MB);
    assert_eq!(engine.people_csv(), self::engine().people_csv(), "{what}");
}

/// The file is read, and takes no more than so many megabytes.
fn read(what: &str, bytes: &[u8], most: usize) -> (Engine, Receipt) {
    let mut engine = engine();
    let (took, outcome) = measured(&mut engine, bytes);
    let receipt = outcome.expect(what);
    println!("{what}: {} MB for {} MB, {} rows taken", took / MB, bytes.len() / MB, receipt.taken);
    assert!(took <= most * MB, "{what}: {} MB", took / MB);
    (engine, receipt)
}

/// One test, so that nothing else allocates beside it.
#[test]
fn monsters_stay_within_memory() {
    bombs();
    lies();
    workbooks();
    long_fields_and_wide_rows();
    many_ids();
}

fn bombs() {
    let zeros = vec![b'0'; MB];
    refused("gzip bomb", &gzip(&zeros).repeat(300), 1000, "unpacked it is more than 268435456 bytes");
    let inner = zip(&[("zeros.csv", &vec![b'0'; 8 * MB])]);
    let names: Vec<String> = (0..40).map(|n| format!("{n}.zip")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &inner[..])).collect();
    refused("bomb of archives in an archive", &zip(&many), 1000, "unpacked it is more than 268435456 bytes");
    let deep = (0..20).fold(inner.clone(), |inside, _| zip(&[("a.zip", &inside)]));
    refused("archives twenty deep", &deep, 50, "archives inside archives, more than 3 deep");
    let names: Vec<String> = (0..2_000).map(|n| format!("{n}.csv")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x\n"[..])).collect();
    refused("an archive of two thousand files", &zip(&many), 50, "more than 1000 files");
}

fn lies() {
    let rows: String = (0..100).map(|n| format!("c{n},2025-01-06\n")).collect();
    let honest = zip(&[("people.csv", format!("person_id,start_date\n{rows}").as_bytes())]);
    // Where the sizes stand in the header in front of the file and in the list at the end.
    let list = honest.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    for (places, claimed, is_read) in [
        ([18, list + 20], 1u32, false),
        ([18, list + 20], u32::MAX - 1, true),
        ([22, list + 24], 1, false),
        ([22, list + 24], u32::MAX - 1, true),
    ] {
        let mut lying = honest.clone();
        for at in places {
            lying[at..at + 4].copy_from_slice(&claimed.to_le_bytes());
        }
        // A size that is too large hides nothing: what comes out is held against its checksum.
        match is_read {
            true => assert_eq!(read("a lying size", &lying, 50).1.taken, 100),
            false => refused("a lying size", &lying, 50, "could not be unpacked"),
        }
    }
    let mut damaged = honest.clone();
    damaged[14] ^= 1;
    damaged[list + 16] ^= 1;
    refused("a wrong checksum", &damaged, 50, "could not be unpacked");
    for cut in [honest.len() / 3, honest.len() - 1] {
        refused("half an archive", &honest[..cut], 50, "could not be unpacked");
    }
    let packed = gzip("person_id,start_date\nc,2025-01-06\n".repeat(1_000).as_bytes());
    refused("half a gzip file", &packed[..packed.len() / 2], 50, "could not be unpacked");
}

fn workbooks() {
    let header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Employee ID</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Hire Date</t></is></c></row>";
    let good = "<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>2025-01-06</t></is></c></row>";
    let stray = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let (engine, receipt) = read("a stray cell at XFD1048576", &xlsx("", &format!("{header}{good}{stray}")), 20);
    assert_eq!((engine.holdings().people, receipt.set_aside_total()), (3, 1));
    let rows: String = (1..4_000).map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>")).collect();
    refused("stray cells in every row", &xlsx("", &rows), 600, "more than 40000000 cells");
    let text = format!("<si><t>{}</t></si>", "x".repeat(MB));
    let cells: String =
        (1..600).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>")).collect();
    refused("one long text in many cells", &xlsx(&text, &cells), 1000, "bytes of text in its cells");
    let cell = |text: &str, times: u32| {
        format!(
            "<table:table-row><table:table-cell table:number-columns-repeated=\"{times}\"><text:p>{text}</text:p></table:table-cell></table:table-row>"
        )
    };
    refused("one long text repeated in a row", &ods(&cell(&"x".repeat(MB), 16_000)), 50, "bytes of text in its cells");
}

fn long_fields_and_wide_rows() {
    let long = "x".repeat(50 * MB);
    let (engine, receipt) =
        read("a field of 50 MB", format!("{EVENTS}a,2025-01-08,feedback,\"{long}\"\n").as_bytes(), 300);
    assert_eq!((receipt.taken, engine.holdings().events), (1, 1));
    let endless = "x".repeat(90 * MB);
    refused(
        "a field without an end",
        format!("{EVENTS}a,2025-01-08,feedback,{endless}").as_bytes(),
        500,
        "line 2: more than 67108864 bytes in one row",
    );
    let export = format!("Employee ID;Hire Date;Remarks\nE1;2025-01-06;{long}\n");
    let (engine, _) = read("an export with a field of 50 MB", export.as_bytes(), 500);
    assert_eq!(engine.holdings().people, 3);
    let wide = format!("Employee ID,Hire Date{0}\nE1,2025-01-06{0}\n", ",".repeat(100_000));
    let (_, receipt) = read("100,000 columns", wide.as_bytes(), 200);
    assert_eq!((receipt.taken, receipt.ignored_columns.len()), (1, 100_000));
    let wide = format!("Employee ID,Hire Date{0}\nE1,2025-01-06{0}\n", ",x".repeat(2_000_000));
    refused("two million columns", wide.as_bytes(), 500, "line 1: more than 200000 columns; expected a table");
    let zeros = format!("{EVENTS}a,2025-01-08,feedback,nul\0nul\n\0,2025-01-08,feedback,\na\0,\0,\0,\0\n");
    let (_, receipt) = read("bytes of zero", zeros.as_bytes(), 20);
    assert_eq!((receipt.taken, receipt.set_aside_total(), receipt.unknown), (2, 1, 1));
}

fn many_ids() {
    let mut people = String::from("person_id,start_date,team\n");
    for n in 0..1_000_000u32 {
        // Spread, so that no two neighbors are alike.
        writeln!(people, "{:08x},2025-01-06,{:x}", n.wrapping_mul(0x9e37_79b9), n % 50_000).unwrap();
    }
    let (engine, receipt) = read("a million people", people.as_bytes(), 400);
    assert_eq!((receipt.taken, engine.holdings().people), (1_000_000, 1_000_002));
}
