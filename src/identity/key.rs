//! Codes in the place of what names people, and the key that says which is whose: kept by the user in a file, never
//! stored with the data.

use std::collections::HashMap;
use std::error::Error;
use std::fmt;

use crate::t;

/// The first cell of a key file.
const HEAD: &str = "rampline_code";
/// The row of the key that belongs to nobody.
const SALT: &str = "salt";

/// What a text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// An id or an address.
    Id,
    Name,
}

/// The code of each text. One text has one code wherever it stands, and no two texts have the same, so that who is who
/// follows from codes as it does from the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    codes: HashMap<String, String>,
    next: u64,
    /// Mixed into what is computed from texts, so that nobody finds a text by trying.
    pub salt: u64,
}

/// Why a key file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoKey {
    Row { line: u64, found: String },
    OfAnother,
}

impl fmt::Display for NoKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoKey::Row { line, found } => f.write_str(&t!(
                "line {line}: found “{found}”; expected a code like P-0001 and the text it stands for, as this page wrote them",
                line,
                found
            )),
            NoKey::OfAnother => f.write_str(t!(
                "it gives other codes than the key that is here; expected the key of the same sitting. Reload the page first"
            )),
        }
    }
}

impl Error for NoKey {}

impl Key {
    /// A key without any code yet. Numbers follow the ones that these texts have already.
    pub fn new<'a>(salt: u64, here: impl Iterator<Item = &'a str>) -> Key {
        let last = here.filter_map(number).max().unwrap_or(0);
        Key { codes: HashMap::new(), next: last + 1, salt }
    }

    /// The code of a text, new or known; nothing has none.
    pub fn code(&mut self, text: &str, stands: Stands) -> String {
        if text.is_empty() {
            return String::new();
        }
        // Addresses are compared without capitals.
        let text = if text.contains('@') { text.to_lowercase() } else { text.to_owned() };
        if let Some(code) = self.codes.get(&text) {
            return code.clone();
        }
        let letter = if stands == Stands::Name { 'N' } else { 'P' };
        let code = format!("{letter}-{:04}", self.next);
        self.next += 1;
        self.codes.insert(text, code.clone());
        code
    }

    pub fn len(&self) -> usize {
        self.codes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Whether a file is a key, by its beginning.
    pub fn is_one(bytes: &[u8]) -> bool {
        bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).starts_with(HEAD.as_bytes())
    }

    /// The key as a file, by code.
    pub fn to_csv(&self) -> Vec<u8> {
        let mut rows: Vec<(&String, &String)> = self.codes.iter().map(|(text, code)| (code, text)).collect();
        rows.sort_by_key(|(code, _)| number(code));
        let mut csv = csv::Writer::from_writer(Vec::new());
        // Writing to memory cannot fail.
        let _ = csv.write_record([HEAD, "stands for"]);
        let _ = csv.write_record([SALT, &format!("{:016x}", self.salt)]);
        for (code, text) in rows {
            let _ = csv.write_record([code.as_str(), &plain(text)]);
        }
        csv.into_inner().unwrap_or_default()
    }

    /// The key that such a file holds.
    pub fn from_csv(bytes: &[u8]) -> Result<Key, NoKey> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        // Spreadsheet programs of some countries write semicolons.
        let delimiter = if bytes.get(HEAD.len()) == Some(&b';') { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(bytes);
        let mut key = Key { codes: HashMap::new(), next: 1, salt: 0 };
        let mut has_salt = false;
        for (at, record) in reader.records().enumerate() {
            let wrong = |found: &str| NoKey::Row { line: at as u64 + 2, found: found.chars().take(60).collect() };
            let record = record.map_err(|e| wrong(&e.to_string()))?;
            let (code, text) = (record.get(0).unwrap_or_default(), record.get(1).unwrap_or_default());
            if code == SALT {
                key.salt = u64::from_str_radix(text, 16).map_err(|_| wrong(text))?;
                has_salt = true;
                continue;
            }
            let n = number(code).ok_or_else(|| wrong(code))?;
            key.next = key.next.max(n + 1);
            if text.is_empty() || key.codes.insert(written(text).to_owned(), code.to_owned()).is_some() {
                return Err(wrong(text));
            }
        }
        if has_salt { Ok(key) } else { Err(NoKey::Row { line: 2, found: t!("no row “salt”").to_owned() }) }
    }

    /// These codes and those of another key; `None` where the two say different things.
    pub fn with(mut self, other: &Key) -> Option<Key> {
        let theirs: HashMap<&String, &String> = other.codes.iter().map(|(text, code)| (code, text)).collect();
        let agrees = self.salt == other.salt
            && self.codes.iter().all(|(text, code)| {
                other.codes.get(text).is_none_or(|known| known == code)
                    && theirs.get(code).is_none_or(|known| *known == text)
            });
        self.codes.extend(other.codes.iter().map(|(text, code)| (text.clone(), code.clone())));
        self.next = self.next.max(other.next);
        agrees.then_some(self)
    }
}

/// The number of a code.
fn number(code: &str) -> Option<u64> {
    let digits = code.strip_prefix("P-").or(code.strip_prefix("N-"))?;
    digits.parse().ok().filter(|_| digits.len() >= 4 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// No spreadsheet takes it for a formula.
fn plain(text: &str) -> String {
    match text.as_bytes().first() {
        Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\'') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

/// What `plain` was made of.
fn written(text: &str) -> &str {
    text.strip_prefix('\'').unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_has_one_code_and_a_code_one_text() {
        let mut key = Key::new(7, ["P-0009", "North", "N-12", "x"].into_iter());
        assert_eq!(key.code("ada@example.com", Stands::Id), "P-0010");
        assert_eq!(key.code("Ada Example", Stands::Name), "N-0011");
        assert_eq!(key.code("ada@example.com", Stands::Name), "P-0010");
        assert_eq!((key.code("", Stands::Id), key.len()), (String::new(), 2));
        let text = String::from_utf8(key.to_csv()).unwrap();
        assert_eq!(
            text,
            "rampline_code,stands for\nsalt,0000000000000007\nP-0010,ada@example.com\nN-0011,Ada Example\n"
        );
    }

    #[test]
    fn what_is_no_key_says_where() {
        for (text, line) in [
            ("rampline_code,stands for\n", 2),
            ("rampline_code,stands for\nsalt,zz\n", 2),
            ("rampline_code,stands for\nsalt,1\nQ-1,a\n", 3),
            ("rampline_code,stands for\nsalt,1\nP-0001,a\nP-0002,a\n", 4),
            ("rampline_code,stands for\nsalt,1\nP-0001,\n", 3),
        ] {
            assert!(Key::is_one(text.as_bytes()));
            assert_eq!(
                Key::from_csv(text.as_bytes()).map_err(|why| matches!(why, NoKey::Row { line: l, .. } if l == line)),
                Err(true),
                "{text}"
            );
        }
        assert!(!Key::is_one(b"person_id,start_date\n"));
        assert!(Key::from_csv(b"\xef\xbb\xbframpline_code;stands for\r\nsalt;0a\r\nP-0001;ada\r\n").is_ok());
    }

    #[test]
    fn keys_that_contradict_each_other_are_not_one() {
        let of = |rows: &str| Key::from_csv(format!("rampline_code,x\nsalt,1\n{rows}").as_bytes()).unwrap();
        let both = of("P-0001,a\n").with(&of("P-0001,a\nP-0004,b\n")).unwrap();
        assert_eq!((both.len(), both.next), (2, 5));
        assert_eq!(of("P-0001,a\n").with(&of("P-0002,a\n")), None);
        assert_eq!(of("P-0001,a\n").with(&of("P-0001,b\n")), None);
    }

    proptest! {
        #[test]
        fn a_key_comes_back_from_its_file(texts in prop::collection::vec(".{1,12}", 0..20), salt: u64) {
            let mut key = Key::new(salt, std::iter::empty());
            for text in &texts {
                key.code(text, if text.len() % 2 == 0 { Stands::Id } else { Stands::Name });
            }
            prop_assert_eq!(Key::from_csv(&key.to_csv()).unwrap(), key);
        }
    }
}
