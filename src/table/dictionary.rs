//! Texts to small numbers: every distinct text once, in order of first sight.

/// A text's number; texts of one dictionary are equal exactly when their codes are.
pub type Code = u32;

/// Distinct texts and their codes. Looked up by bytes, without a string per field.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    /// Open addressing; the length is a power of two, at most half of it taken.
    slots: Vec<Slot>,
    bytes: Vec<u8>,
    /// End of each text in `bytes`.
    ends: Vec<u32>,
}

/// Code 0 marks a free slot: the empty text has a code of its own and no slot.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// The spread word. Up to 8 bytes it and the length are the text; beyond that the text decides.
    key: u64,
    len: u32,
    code: Code,
}

impl Dictionary {
    /// The code of the empty text.
    pub const EMPTY: Code = 0;

    pub fn new() -> Dictionary {
        Dictionary { slots: vec![Slot::default(); 64], bytes: Vec::new(), ends: vec![0] }
    }

    /// From stored parts: all texts in order, and where each ends. `None` when they do not fit together. A code whose
    /// text was forgotten has none.
    pub fn from_parts(bytes: Vec<u8>, ends: Vec<u32>) -> Option<Dictionary> {
        let sound = ends.first() == Some(&0)
            && ends.windows(2).all(|pair| pair[0] <= pair[1])
            && ends.last().is_some_and(|&end| end as usize == bytes.len())
            && std::str::from_utf8(&bytes)
                .is_ok_and(|text| ends.iter().all(|&end| text.is_char_boundary(end as usize)));
        if !sound {
            return None;
        }
        let mut dictionary = Dictionary { slots: Vec::new(), bytes, ends };
        dictionary.rebuild(dictionary.ends.len() * 2);
        Some(dictionary)
    }

    /// All texts in order, and where each ends.
    pub fn parts(&self) -> (&[u8], &[u32]) {
        (&self.bytes, &self.ends)
    }

    /// Number of distinct texts, the empty one included.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() <= 1
    }

    pub fn text(&self, code: Code) -> &str {
        std::str::from_utf8(self.raw(code)).unwrap_or_default()
    }

    fn raw(&self, code: Code) -> &[u8] {
        let code = code as usize;
        let start = if code == 0 { 0 } else { self.ends[code - 1] as usize };
        &self.bytes[start..self.ends[code] as usize]
    }

    /// The code of a text that is here already.
    pub fn find(&self, text: &[u8]) -> Option<Code> {
        if text.is_empty() {
            return Some(Dictionary::EMPTY);
        }
        self.look_up(text).ok()
    }

    /// The code of a text, new or known. The text must be UTF-8.
    #[inline]
    pub fn intern(&mut self, text: &[u8]) -> Code {
        if text.is_empty() {
            return Dictionary::EMPTY;
        }
        match self.look_up(text) {
            Ok(code) => code,
            Err(free) => self.add(text, free),
        }
    }

    /// The code of a known text of up to 8 bytes, if it stands in one of its first two places; else `EMPTY`. Such looks
    /// do not wait for each other, so that many in a row cost little more than one.
    #[inline]
    pub fn glance(&self, text: &[u8]) -> Code {
        let key = key_of(text);
        let mask = self.slots.len() - 1;
        let at = key as usize & mask;
        let code =
            |slot: Slot| if slot.key == key && slot.len as usize == text.len() { slot.code } else { Dictionary::EMPTY };
        if text.len() > 8 {
            return Dictionary::EMPTY;
        }
        match code(self.slots[at]) {
            Dictionary::EMPTY => code(self.slots[(at + 1) & mask]),
            found => found,
        }
    }

    /// The code, or the free slot where it would be, with its key.
    #[inline]
    fn look_up(&self, text: &[u8]) -> Result<Code, (usize, u64)> {
        let key = key_of(text);
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot.code == 0 {
                return Err((at, key));
            }
            if slot.key == key
                && slot.len as usize == text.len()
                && (text.len() <= 8 || same(self.raw(slot.code), text))
            {
                return Ok(slot.code);
            }
            at = (at + 1) & mask;
        }
    }

    #[cold]
    fn add(&mut self, text: &[u8], (at, key): (usize, u64)) -> Code {
        let code = self.ends.len() as Code;
        self.bytes.extend_from_slice(text);
        self.ends.push(self.bytes.len() as u32);
        self.slots[at] = Slot { key, len: text.len() as u32, code };
        if self.ends.len() * 2 > self.slots.len() {
            self.rebuild(self.slots.len() * 2);
        }
        code
    }

    /// Forgets every text from `len` on: an import that was given up leaves nothing behind.
    pub fn truncate(&mut self, len: usize) {
        if len < self.ends.len() {
            self.ends.truncate(len.max(1));
            self.bytes.truncate(self.ends.last().map_or(0, |&end| end as usize));
            self.rebuild(self.slots.len());
        }
    }

    /// Forgets the texts of the codes that are not used, of which there is one flag each. The other texts keep their
    /// codes, a text that comes again gets a new one. What was forgotten.
    pub fn forget(&mut self, used: &[bool]) -> Vec<(Code, Box<str>)> {
        let unused = |code: &Code| !used[*code as usize] && !self.raw(*code).is_empty();
        let forgotten: Vec<(Code, Box<str>)> =
            (1..self.len() as Code).filter(unused).map(|code| (code, self.text(code).into())).collect();
        if !forgotten.is_empty() {
            let of = |code| if used[code as usize] { self.raw(code) } else { &[] };
            let (bytes, ends) = written((0..self.len() as Code).map(of));
            (self.bytes, self.ends) = (bytes, ends);
            self.rebuild(self.slots.len());
        }
        forgotten
    }

    /// Takes back what was forgotten, none of which may have come again meanwhile.
    pub fn recall(&mut self, forgotten: &[(Code, Box<str>)]) {
        if !forgotten.is_empty() {
            let of = |code| match forgotten.binary_search_by_key(&code, |(code, _)| *code) {
                Ok(at) => forgotten[at].1.as_bytes(),
                Err(_) => self.raw(code),
            };
            let (bytes, ends) = written((0..self.len() as Code).map(of));
            (self.bytes, self.ends) = (bytes, ends);
            self.rebuild(self.slots.len());
        }
    }

    fn rebuild(&mut self, size: usize) {
        let mut slots = vec![Slot::default(); size.next_power_of_two().max(64)];
        let mask = slots.len() - 1;
        for code in 1..self.ends.len() as Code {
            let text = self.raw(code);
            if text.is_empty() {
                continue;
            }
            let key = key_of(text);
            let mut at = key as usize & mask;
            while slots[at].code != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = Slot { key, len: text.len() as u32, code };
        }
        self.slots = slots;
    }
}

/// Texts one after the other, and where each ends.
fn written<'a>(texts: impl Iterator<Item = &'a [u8]>) -> (Vec<u8>, Vec<u32>) {
    let (mut bytes, mut ends) = (Vec::new(), Vec::new());
    for text in texts {
        bytes.extend_from_slice(text);
        ends.push(bytes.len() as u32);
    }
    (bytes, ends)
}

/// Up to 8 bytes: the bytes themselves (with the length they tell texts apart). Longer: a 64-bit hash.
#[inline]
pub(crate) fn word_of(text: &[u8]) -> u64 {
    let four = |part: Option<&[u8; 4]>| part.map_or(0, |part| u64::from(u32::from_le_bytes(*part)));
    let eight = |part: Option<&[u8; 8]>| part.map_or(0, |part| u64::from_le_bytes(*part));
    match text {
        [] => 0,
        [a] => u64::from(*a),
        [a, b] => u64::from(*a) | u64::from(*b) << 8,
        [a, b, c] => u64::from(*a) | u64::from(*b) << 8 | u64::from(*c) << 16,
        _ if text.len() < 8 => four(text.first_chunk()) | four(text.last_chunk()) << 32,
        _ => {
            let whole = text.as_chunks::<8>().0;
            let first = eight(whole.first());
            if text.len() == 8 {
                return first;
            }
            let hash =
                whole[1..].iter().fold(first ^ text.len() as u64, |hash, part| fold(hash, u64::from_le_bytes(*part)));
            fold(hash, eight(text.last_chunk()))
        }
    }
}

/// Equality of texts of 8 bytes or more, eight at a time: they are short and mostly equal.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len()
        && a.as_chunks::<8>()
            .0
            .iter()
            .zip(b.as_chunks::<8>().0)
            .all(|(a, b)| u64::from_le_bytes(*a) == u64::from_le_bytes(*b))
        && a.last_chunk().map(|part: &[u8; 8]| u64::from_le_bytes(*part))
            == b.last_chunk().map(|part: &[u8; 8]| u64::from_le_bytes(*part))
}

/// One step of a multiplicative hash.
#[inline]
pub(crate) fn fold(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The word spread over all bits: ids that differ in their last digits only must not crowd. Different words have
/// different keys.
#[inline]
fn key_of(text: &[u8]) -> u64 {
    let x = word_of(text);
    let x = (x ^ (x >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    x ^ (x >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_has_the_same_code_and_another_another() {
        let mut dictionary = Dictionary::new();
        let texts: Vec<String> = (0..20_000).map(|i| format!("{:0width$}", i, width = 1 + i % 20)).collect();
        let codes: Vec<Code> = texts.iter().map(|t| dictionary.intern(t.as_bytes())).collect();
        for (text, code) in texts.iter().zip(&codes) {
            assert_eq!(dictionary.text(*code), text);
            assert_eq!(dictionary.find(text.as_bytes()), Some(*code));
            assert_eq!(dictionary.intern(text.as_bytes()), *code);
        }
        let distinct: std::collections::BTreeSet<&String> = texts.iter().collect();
        assert_eq!(dictionary.len(), distinct.len() + 1);
        assert_eq!(dictionary.find(b"not there"), None);
        assert_eq!(dictionary.intern(b""), Dictionary::EMPTY);
    }

    #[test]
    fn short_texts_that_share_their_bytes_stay_apart() {
        let mut dictionary = Dictionary::new();
        let texts: [&[u8]; 8] = [b"a", b"aa", b"aaa", b"aaaa", b"aaaaa", b"aaaaaaaa", b"aaaaaaaaa", b"ab"];
        let codes: Vec<Code> = texts.iter().map(|t| dictionary.intern(t)).collect();
        assert_eq!(codes, (1..=8).collect::<Vec<Code>>());
    }

    #[test]
    fn truncated_is_as_if_never_seen() {
        let mut dictionary = Dictionary::new();
        let first = dictionary.intern("früh".as_bytes());
        let len = dictionary.len();
        for i in 0..500 {
            dictionary.intern(format!("later {i}").as_bytes());
        }
        dictionary.truncate(len);
        assert_eq!(dictionary.len(), len);
        assert_eq!(dictionary.find(b"later 7"), None);
        assert_eq!(dictionary.find("früh".as_bytes()), Some(first));
        let (bytes, ends) = dictionary.parts();
        let again = Dictionary::from_parts(bytes.to_vec(), ends.to_vec()).unwrap();
        assert_eq!(again.text(first), "früh");
        assert!(Dictionary::from_parts(b"ab".to_vec(), vec![0, 3]).is_none());
    }

    #[test]
    fn what_is_forgotten_leaves_no_byte_and_comes_back_under_its_code() {
        let mut dictionary = Dictionary::new();
        let texts = ["Ada", "a rather long name", "Bo", "Cleo"];
        let codes = texts.map(|text| dictionary.intern(text.as_bytes()));
        let used = [true, true, false, false, true];
        let forgotten = dictionary.forget(&used);
        assert_eq!(forgotten, [(codes[1], texts[1].into()), (codes[2], texts[2].into())]);
        assert_eq!(dictionary.parts().0, b"AdaCleo");
        assert_eq!(texts.map(|text| dictionary.find(text.as_bytes())), [Some(1), None, None, Some(4)]);
        assert_eq!((dictionary.len(), dictionary.text(codes[2])), (5, ""));
        // Stored and read back, and forgotten once more: nothing.
        let (bytes, ends) = dictionary.parts();
        let mut again = Dictionary::from_parts(bytes.to_vec(), ends.to_vec()).unwrap();
        assert!(again.forget(&used).is_empty());
        assert_eq!(again.intern(b"Bo"), 5);
        dictionary.recall(&forgotten);
        assert_eq!(texts.map(|text| dictionary.find(text.as_bytes())), codes.map(Some));
    }
}
