//! Where fields and rows end (RFC 4180): one pass over the bytes, 64 at a time where no quote is near.
//!
//! A quote opens a quoted field only as its first byte; anywhere else it is a letter. After the closing quote, what
//! follows up to the separator belongs to the field. Only LF ends a row; a CR before it is white space, which every
//! reader of a field drops.

/// Positions up to 2³⁰ − 1 and two flags in one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark(u32);

const ENDS_ROW: u32 = 1 << 31;
const QUOTED: u32 = 1 << 30;

impl Mark {
    /// A plain field that ends there, which must lie below `MOST`.
    pub fn new(at: usize, ends_row: bool) -> Mark {
        Mark(at as u32 | if ends_row { ENDS_ROW } else { 0 })
    }

    /// Position of the separator after the field.
    #[inline]
    pub fn at(self) -> usize {
        (self.0 & !(ENDS_ROW | QUOTED)) as usize
    }

    #[inline]
    pub fn ends_row(self) -> bool {
        self.0 & ENDS_ROW != 0
    }

    /// The field begins with a quote and has to be decoded.
    #[inline]
    pub fn quoted(self) -> bool {
        self.0 & QUOTED != 0
    }
}

/// The most bytes one scan can take.
pub const MOST: usize = 1 << 30;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    FieldStart,
    Plain,
    Quoted,
    /// A quote inside a quoted field: the end, or the first of a doubled one.
    QuoteInQuoted,
    /// Behind the closing quote.
    AfterQuote,
}

/// Scans text that arrives in pieces which begin at a row.
#[derive(Debug)]
pub struct Scanner {
    delimiter: u8,
    state: State,
    /// First byte of a piece that is not scanned yet.
    next: usize,
    pub marks: Vec<Mark>,
    /// Stretches of whole blocks with bytes beyond ASCII: what has to be checked to be UTF-8.
    pub beyond_ascii: Vec<(usize, usize)>,
    /// Line feeds inside quoted fields so far, with the position behind each: rows below them start further down.
    pub inner_lines: Vec<u32>,
}

impl Scanner {
    pub fn new(delimiter: u8) -> Scanner {
        Scanner {
            delimiter,
            state: State::FieldStart,
            next: 0,
            marks: Vec::new(),
            beyond_ascii: Vec::new(),
            inner_lines: Vec::new(),
        }
    }

    /// Forgets the piece; the next one begins at a row.
    pub fn restart(&mut self) {
        self.state = State::FieldStart;
        self.next = 0;
        self.marks.clear();
        self.beyond_ascii.clear();
        self.inner_lines.clear();
    }

    /// Whether the bytes so far end behind a complete row.
    pub fn at_row_start(&self) -> bool {
        self.state == State::FieldStart
            && self.marks.last().is_none_or(|mark| mark.ends_row() && mark.at() + 1 == self.next)
    }

    /// Whether the bytes so far end inside quotes.
    pub fn is_quoted(&self) -> bool {
        self.state == State::Quoted
    }

    /// Scans on to the end of `bytes`, which begins like the bytes of the earlier calls since `restart`.
    pub fn scan(&mut self, bytes: &[u8]) {
        debug_assert!(bytes.len() <= MOST);
        let blocks = (bytes.len() - self.next) / 64;
        // Half of the bytes being separators is the most that real tables have; more only costs a growth.
        self.marks.reserve(blocks * 12);
        for _ in 0..blocks {
            let block: &[u8; 64] = bytes[self.next..self.next + 64].try_into().unwrap_or(&[0; 64]);
            let masks = Masks::of(block, self.delimiter);
            if masks.beyond_ascii {
                self.note_beyond_ascii(self.next, self.next + 64);
            }
            match (self.state, masks.quotes) {
                (State::FieldStart | State::Plain | State::AfterQuote, 0) => self.plain_block(masks, block),
                (State::Quoted, 0) => self.quoted_block(block),
                _ => self.bytewise(bytes, self.next + 64),
            }
        }
        if bytes.len() > self.next {
            if !bytes[self.next..].is_ascii() {
                self.note_beyond_ascii(self.next, bytes.len());
            }
            self.bytewise(bytes, bytes.len());
        }
    }

    fn note_beyond_ascii(&mut self, from: usize, to: usize) {
        match self.beyond_ascii.last_mut() {
            Some(last) if last.1 == from => last.1 = to,
            _ => self.beyond_ascii.push((from, to)),
        }
    }

    #[inline]
    fn plain_block(&mut self, masks: Masks, block: &[u8; 64]) {
        let base = self.next as u32;
        let mut ends = masks.delimiters | masks.line_feeds;
        if self.state == State::AfterQuote && ends != 0 {
            let bit = ends.trailing_zeros();
            self.push(base + bit, masks.line_feeds >> bit & 1 != 0, true);
            ends &= ends - 1;
        }
        if self.state != State::AfterQuote || masks.delimiters | masks.line_feeds != 0 {
            let last = block[63];
            self.state = if last == self.delimiter || last == b'\n' { State::FieldStart } else { State::Plain };
        }
        while ends != 0 {
            let bit = ends.trailing_zeros();
            let row = (masks.line_feeds >> bit) as u32 & 1;
            self.marks.push(Mark((base + bit) | (row << 31)));
            ends &= ends - 1;
        }
        self.next += 64;
    }

    fn quoted_block(&mut self, block: &[u8; 64]) {
        for (at, &byte) in block.iter().enumerate() {
            if byte == b'\n' {
                self.inner_lines.push((self.next + at) as u32);
            }
        }
        self.next += 64;
    }

    fn push(&mut self, at: u32, ends_row: bool, quoted: bool) {
        let row = if ends_row { ENDS_ROW } else { 0 };
        self.marks.push(Mark(at | row | if quoted { QUOTED } else { 0 }));
    }

    fn bytewise(&mut self, bytes: &[u8], to: usize) {
        let mut state = self.state;
        for (at, &byte) in bytes.iter().enumerate().take(to).skip(self.next) {
            let separates = byte == self.delimiter || byte == b'\n';
            state = match state {
                State::Quoted if byte == b'"' => State::QuoteInQuoted,
                State::Quoted => {
                    if byte == b'\n' {
                        self.inner_lines.push(at as u32);
                    }
                    State::Quoted
                }
                State::QuoteInQuoted if byte == b'"' => State::Quoted,
                State::QuoteInQuoted | State::AfterQuote if separates => {
                    self.push(at as u32, byte == b'\n', true);
                    State::FieldStart
                }
                State::QuoteInQuoted | State::AfterQuote => State::AfterQuote,
                State::FieldStart if byte == b'"' => State::Quoted,
                State::FieldStart | State::Plain if separates => {
                    self.push(at as u32, byte == b'\n', false);
                    State::FieldStart
                }
                State::FieldStart | State::Plain => State::Plain,
            };
        }
        self.state = state;
        self.next = to;
    }

    /// Ends the last row of a file that has no line feed behind it. `false` when a quote is still open.
    pub fn finish(&mut self, bytes: &[u8]) -> bool {
        if self.state == State::Quoted {
            return false;
        }
        if !self.at_row_start() {
            let quoted = matches!(self.state, State::QuoteInQuoted | State::AfterQuote);
            self.push(bytes.len() as u32, true, quoted);
            self.state = State::FieldStart;
            self.next = bytes.len() + 1;
        }
        true
    }
}

/// One bit a byte of a block.
#[derive(Clone, Copy)]
struct Masks {
    delimiters: u64,
    line_feeds: u64,
    quotes: u64,
    beyond_ascii: bool,
}

#[cfg(not(target_feature = "simd128"))]
impl Masks {
    #[inline]
    fn of(block: &[u8; 64], delimiter: u8) -> Masks {
        let mut masks = Masks { delimiters: 0, line_feeds: 0, quotes: 0, beyond_ascii: !block.is_ascii() };
        for (at, chunk) in block.as_chunks::<8>().0.iter().enumerate() {
            let word = u64::from_le_bytes(*chunk);
            masks.delimiters |= equal_bytes(word, delimiter) << (at * 8);
            masks.line_feeds |= equal_bytes(word, b'\n') << (at * 8);
            masks.quotes |= equal_bytes(word, b'"') << (at * 8);
        }
        masks
    }
}

/// One bit for each of the eight bytes that equals `byte` (Hacker's Delight 6-1, exact for every byte).
#[cfg(not(target_feature = "simd128"))]
#[inline]
fn equal_bytes(word: u64, byte: u8) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let difference = word ^ (u64::from(byte) * 0x0101_0101_0101_0101);
    let equal = !(((difference & LOW) + LOW) | difference | LOW);
    (equal >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(target_feature = "simd128")]
impl Masks {
    #[inline]
    fn of(block: &[u8; 64], delimiter: u8) -> Masks {
        use core::arch::wasm32::{i8x16_bitmask, u8x16_eq, u8x16_splat, v128_any_true, v128_load, v128_or};
        let mut masks = Masks { delimiters: 0, line_feeds: 0, quotes: 0, beyond_ascii: false };
        let mut quotes = u8x16_splat(0);
        let mut high = u8x16_splat(0);
        for (at, lane) in block.as_chunks::<16>().0.iter().enumerate() {
            // SAFETY: 16 readable bytes; the load needs no alignment.
            let lane = unsafe { v128_load(lane.as_ptr().cast()) };
            let bits = |byte| u64::from(i8x16_bitmask(u8x16_eq(lane, u8x16_splat(byte)))) << (at * 16);
            masks.delimiters |= bits(delimiter);
            masks.line_feeds |= bits(b'\n');
            quotes = v128_or(quotes, u8x16_eq(lane, u8x16_splat(b'"')));
            high = v128_or(high, lane);
        }
        masks.quotes = u64::from(v128_any_true(quotes));
        masks.beyond_ascii = i8x16_bitmask(high) != 0;
        masks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ends of fields as `position`, with `|` before an end of row and `q` before a quoted field.
    fn marks(text: &str, piece: usize) -> Vec<String> {
        let mut scanner = Scanner::new(b',');
        let bytes = text.as_bytes();
        let mut to = 0;
        while to < bytes.len() {
            to = (to + piece).min(bytes.len());
            scanner.scan(&bytes[..to]);
        }
        assert!(scanner.finish(bytes));
        let show = |m: &Mark| {
            format!("{}{}{}", if m.ends_row() { "|" } else { "" }, if m.quoted() { "q" } else { "" }, m.at())
        };
        scanner.marks.iter().map(show).collect()
    }

    #[test]
    fn fields_end_where_rfc_4180_says() {
        for (text, expected) in [
            ("a,b\n", vec!["1", "|3"]),
            ("a,b", vec!["1", "|3"]),
            ("", vec![]),
            ("\n", vec!["|0"]),
            (",\n", vec!["0", "|1"]),
            ("\"a,b\",c\n", vec!["q5", "|7"]),
            ("\"a\"\"b\nc\",d\n", vec!["q8", "|10"]),
            ("a\"b,c\n", vec!["3", "|5"]),
            ("\"a\"b,c\n", vec!["q4", "|6"]),
            ("\"a\"b\"c,d\n", vec!["q6", "|8"]),
            ("\"\"", vec!["|q2"]),
            ("a\n\"\"", vec!["|1", "|q4"]),
        ] {
            for piece in 1..=text.len().max(1) {
                assert_eq!(marks(text, piece), expected, "{text:?} in pieces of {piece}");
            }
        }
    }

    #[test]
    fn blocks_and_bytes_agree() {
        let mut text = String::new();
        for i in 0..400 {
            let quoted = ["plain", "\"x, y\"", "\"two\nlines\"", "\"a\"\"b\"tail", "é", ""][i % 6];
            text.push_str(&format!("P{i:0width$},{quoted},{i}\r\n", width = i % 70));
        }
        let bytewise = marks(&text, 1);
        for piece in [63, 64, 65, 127, 1000, text.len()] {
            assert_eq!(marks(&text, piece), bytewise, "pieces of {piece}");
        }
    }

    #[test]
    fn an_open_quote_is_told() {
        let mut scanner = Scanner::new(b',');
        scanner.scan(b"a,\"b\nc");
        assert!(!scanner.finish(b"a,\"b\nc"));
        assert_eq!(scanner.inner_lines, [4]);
    }

    #[test]
    fn bytes_beyond_ascii_are_noted_in_whole_blocks() {
        let mut bytes = vec![b'a'; 300];
        bytes[70] = 0xc3;
        bytes[130] = 0xff;
        bytes[299] = 0xff;
        let mut scanner = Scanner::new(b',');
        scanner.scan(&bytes);
        assert_eq!(scanner.beyond_ascii, [(64, 192), (256, 300)]);
    }
}
