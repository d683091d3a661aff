//! Files that nobody would write: those kept for the fuzzer and the invented exports, each changed in many ways. The same
//! changes on every run; the fuzzer looks for others (`fuzz/`).

mod law;

use std::fs;
use std::path::Path;

/// Changed copies of each file.
const COPIES: usize = 8;

/// What exports are made of, put where it does not belong.
const SCRAPS: &[&[u8]] = &[
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r\n",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xc3",
    b"sep=;\n",
    b"=1+1",
    b"9999-12-31",
    b"0000-00-00",
    b"31/12/2025",
    b"1e309",
    b"-1",
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"\x1f\x8b\x08\0",
    b"BEGIN:VEVENT\n",
    b"RRULE:FREQ=DAILY;COUNT=4000000000\n",
    b"<row r=\"1048576\">",
    b"</c>",
    b"&#x110000;",
];

/// Numbers that look random and are the same every time (xorshift64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

fn files() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let of = |folder: &str| {
        let mut paths: Vec<_> = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
            .into_iter()
            .filter(|path| path.is_file())
            .map(|path| (path.display().to_string(), fs::read(&path).unwrap()))
    };
    of("fuzz/corpus/import").chain(of("tests/data/exports")).collect()
}

/// A few changes of any kind.
fn changed(bytes: &[u8], other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..1 + numbers.below(4) {
        let at = numbers.below(bytes.len() + 1);
        let end = (at + numbers.below(40)).min(bytes.len());
        match numbers.below(6) {
            0 if at < bytes.len() => bytes[at] = numbers.below(256) as u8,
            1 => drop(bytes.drain(at..end)),
            2 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            3 => bytes.truncate(at),
            4 => {
                let from = numbers.below(other.len());
                bytes.splice(at..end, other[from..(from + 60).min(other.len())].iter().copied());
            }
            _ => drop(bytes.splice(at..at, SCRAPS[numbers.below(SCRAPS.len())].iter().copied())),
        }
    }
    bytes
}

#[test]
fn no_file_makes_the_page_stumble() {
    let files = files();
    assert!(files.len() > 40, "the kept files are there");
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    for (at, (name, bytes)) in files.iter().enumerate() {
        law::hold(bytes);
        for copy in 0..COPIES {
            let other = &files[(at + 1 + numbers.below(files.len() - 1)) % files.len()].1;
            let changed = changed(bytes, other, &mut numbers);
            let held = std::panic::catch_unwind(|| law::hold(&changed));
            assert!(held.is_ok(), "copy {copy} of {name}: {:?}", String::from_utf8_lossy(&changed));
        }
    }
}

/// What cutting a file short, sorting it or deleting rows in a sheet program leaves: it ends after any of its lines,
/// begins at any, and misses any one.
#[test]
fn any_line_may_be_the_last_or_missing() {
    for (name, bytes) in files() {
        let ends: Vec<usize> = (0..bytes.len()).filter(|&at| bytes[at] == b'\n').map(|at| at + 1).take(60).collect();
        for (&from, &end) in [0].iter().chain(&ends).zip(&ends) {
            let without = [&bytes[..from], &bytes[end..]].concat();
            for part in [&bytes[..end], &bytes[end..], &without] {
                let held = std::panic::catch_unwind(|| law::hold(part));
                assert!(held.is_ok(), "bytes {from} to {end} of {name}: {:?}", String::from_utf8_lossy(part));
            }
        }
    }
}
