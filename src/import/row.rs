//! Pieces of a file → rows of fields. Holds one piece and the row that a piece cuts in two, never the whole file.

use super::scan::{MOST, Mark, Scanner};
use crate::receipt::{Encoding, Refusal};
use crate::t;
use crate::table::record;

/// One row of the file. Fields are bytes of the piece, trimmed; nothing is copied unless a field has quotes.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    bytes: &'a [u8],
    marks: &'a [Mark],
    start: usize,
    /// Line of the file on which the row begins, from 1.
    pub line: u64,
}

impl<'a> Row<'a> {
    /// Fields that end at `marks`, the first of them beginning at `start`.
    pub fn new(bytes: &'a [u8], marks: &'a [Mark], start: usize, line: u64) -> Row<'a> {
        Row { bytes, marks, start, line }
    }

    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// The field without white space around it; empty where the row is too short. Quoted ones are decoded into
    /// `scratch`.
    #[inline(always)]
    pub fn field<'b>(&self, at: usize, scratch: &'b mut Vec<u8>) -> &'b [u8]
    where
        'a: 'b,
    {
        let Some(mark) = self.marks.get(at) else { return &[] };
        let start = if at == 0 { self.start } else { self.marks[at - 1].at() + 1 };
        // Most fields of a log are empty.
        if start == mark.at() {
            return &[];
        }
        let raw = &self.bytes[start..mark.at()];
        if mark.quoted() { trim(unquote(raw, scratch)) } else { trim(raw) }
    }

    /// Its cells as one record of CSV with commas.
    pub fn record(&self, out: &mut Vec<u8>) {
        let cells: Vec<Vec<u8>> = (0..self.len()).map(|at| self.field(at, &mut Vec::new()).to_vec()).collect();
        record(cells.iter().map(Vec::as_slice), out);
    }

    /// A line with nothing on it is no row.
    fn is_blank(&self) -> bool {
        matches!(self.marks, [only] if matches!(&self.bytes[self.start..only.at()], b"" | b"\r"))
    }
}

/// White space as in Unicode, at both ends.
#[inline(always)]
fn trim(text: &[u8]) -> &[u8] {
    let plain = |byte: &u8| byte.wrapping_sub(b'!') <= b'~' - b'!';
    match (text.first(), text.last()) {
        (Some(first), Some(last)) if plain(first) && plain(last) => text,
        (None, _) => text,
        _ => trim_slowly(text),
    }
}

#[cold]
fn trim_slowly(text: &[u8]) -> &[u8] {
    std::str::from_utf8(text).map_or_else(|_| text.trim_ascii(), |text| text.trim().as_bytes())
}

/// What stands between the quotes, doubled ones single, and what follows behind the closing one.
#[cold]
fn unquote<'b>(raw: &[u8], scratch: &'b mut Vec<u8>) -> &'b [u8] {
    scratch.clear();
    let mut rest = raw.get(1..).unwrap_or_default();
    while let Some(quote) = rest.iter().position(|&byte| byte == b'"') {
        scratch.extend_from_slice(&rest[..quote]);
        rest = &rest[quote + 1..];
        match rest.first() {
            Some(b'"') => {
                scratch.push(b'"');
                rest = &rest[1..];
            }
            _ => break,
        }
    }
    scratch.extend_from_slice(rest);
    scratch
}

/// A row larger than this is not a row: a quote is open or the file is no table.
const MOST_ROW: usize = 64 << 20;
/// Rows handed over at a time, at most.
pub const TOGETHER: usize = 256;
/// A header line is looked for in the first so many bytes.
pub const MOST_HEADER: usize = 1 << 20;

/// Reads a file piece by piece. Fill `space`, tell `filled`, take the rows.
#[derive(Debug)]
pub struct Rows {
    buffer: Vec<u8>,
    filled: usize,
    scanner: Scanner,
    /// Line on which the first row of the buffer begins.
    line: u64,
    consumed: u64,
    most_row: usize,
}

impl Rows {
    pub fn new(delimiter: u8) -> Rows {
        Rows {
            buffer: Vec::new(),
            filled: 0,
            scanner: Scanner::new(delimiter),
            line: 1,
            consumed: 0,
            most_row: MOST_ROW,
        }
    }

    /// Room for the next `len` bytes of the file.
    pub fn space(&mut self, len: usize) -> &mut [u8] {
        let end = self.filled + len;
        if self.buffer.len() < end {
            self.buffer.resize(end, 0);
        }
        &mut self.buffer[self.filled..end]
    }

    /// Makes room for a file of so many bytes, all of which are kept.
    pub fn reserve(&mut self, bytes: usize) {
        self.buffer.reserve_exact(bytes.saturating_sub(self.buffer.len()));
    }

    /// Says that the first `len` bytes of the space are there now.
    pub fn filled(&mut self, len: usize) {
        self.filled += len;
    }

    /// The bytes at hand that no row was taken from.
    pub fn head(&self) -> &[u8] {
        &self.buffer[..self.filled]
    }

    /// Bytes of the file whose rows were taken.
    pub fn consumed(&self) -> u64 {
        self.consumed
    }

    /// The fields of the first row behind a mark of `mark` bytes, read with that delimiter. `None` while the row is not
    /// complete and more is to come, and where there is no row.
    pub fn first_row(&self, delimiter: u8, mark: usize, last: bool) -> Option<Vec<String>> {
        let start = mark + self.blank_lines(mark);
        let bytes = self.head().get(start..).unwrap_or_default();
        let mut scanner = Scanner::new(delimiter);
        scanner.scan(&bytes[..bytes.len().min(MOST_HEADER)]);
        if last {
            scanner.finish(&bytes[..bytes.len().min(MOST_HEADER)]);
        }
        let end = scanner.marks.iter().position(|mark| mark.ends_row())?;
        let row = Row { bytes, marks: &scanner.marks[..=end], start: 0, line: 1 };
        let mut scratch = Vec::new();
        Some((0..row.len()).map(|at| String::from_utf8_lossy(row.field(at, &mut scratch)).into_owned()).collect())
    }

    /// Shows every complete row below the header among the first `most` bytes.
    pub fn sample(&self, delimiter: u8, mark: usize, most: usize, mut show: impl FnMut(Row<'_>)) {
        let start = mark + self.blank_lines(mark);
        let bytes = self.head().get(start..self.filled.min(most)).unwrap_or_default();
        let mut scanner = Scanner::new(delimiter);
        scanner.scan(bytes);
        if self.filled <= most {
            scanner.finish(bytes);
        }
        let (mut from, mut first) = (0, 0);
        for (at, end) in scanner.marks.iter().enumerate().filter(|(_, mark)| mark.ends_row()) {
            if first > 0 {
                show(Row { bytes, marks: &scanner.marks[first..=at], start: from, line: 1 });
            }
            (from, first) = (end.at() + 1, at + 1);
        }
    }

    /// Bytes of the lines with nothing on them behind the first `mark` bytes.
    fn blank_lines(&self, mark: usize) -> usize {
        let mut rest = self.head().get(mark..).unwrap_or_default();
        let all = rest.len();
        while let Some(behind) = rest.strip_prefix(b"\n").or(rest.strip_prefix(b"\r\n")) {
            rest = behind;
        }
        all - rest.len()
    }

    /// Sets the delimiter and drops the encoding's mark and the header row, whose line it returns.
    pub fn begin(&mut self, delimiter: u8, mark: usize) -> Result<u64, Refusal> {
        let mut scanner = Scanner::new(delimiter);
        let start = mark + self.blank_lines(mark);
        let line = 1 + line_feeds(&self.buffer[..start]);
        let bytes = &self.buffer[start..self.filled];
        let header = &bytes[..bytes.len().min(MOST_HEADER)];
        scanner.scan(header);
        let end = scanner.marks.iter().find(|mark| mark.ends_row()).map_or(header.len(), |mark| mark.at() + 1);
        check_utf8(bytes, &scanner.beyond_ascii, end, line)?;
        self.line = line + line_feeds(&bytes[..end]);
        self.buffer.copy_within(start + end..self.filled, 0);
        self.filled -= start + end;
        self.consumed += (start + end) as u64;
        self.scanner = Scanner::new(delimiter);
        Ok(line)
    }

    /// Hands every complete row to `take`, some at a time; with `last`, the unfinished one too.
    pub fn take(&mut self, last: bool, mut take: impl FnMut(&[Row<'_>])) -> Result<(), Refusal> {
        let bytes = &self.buffer[..self.filled];
        if bytes.len() >= MOST {
            return Err(Refusal::OpenQuote { line: self.line });
        }
        self.scanner.scan(bytes);
        if last && !self.scanner.finish(bytes) {
            return Err(Refusal::OpenQuote { line: line_of_open_quote(bytes, &self.scanner, self.line) });
        }
        let Some(complete) = self.scanner.marks.iter().rposition(|mark| mark.ends_row()) else {
            return match bytes.len() > self.most_row {
                true if self.scanner.is_quoted() => Err(Refusal::OpenQuote { line: self.line }),
                true => Err(Refusal::LongRow { line: self.line, most: self.most_row as u64 }),
                false => Ok(()),
            };
        };
        let marks = &self.scanner.marks[..=complete];
        let consumed = (marks[complete].at() + 1).min(bytes.len());
        check_utf8(bytes, &self.scanner.beyond_ascii, consumed, self.line)?;

        let mut rows = Vec::with_capacity(TOGETHER);
        let mut inner = self.scanner.inner_lines.iter().peekable();
        let (mut start, mut first) = (0, 0);
        for (at, mark) in marks.iter().enumerate() {
            if mark.ends_row() {
                let row = Row { bytes, marks: &marks[first..=at], start, line: self.line };
                if !row.is_blank() {
                    rows.push(row);
                    if rows.len() == TOGETHER {
                        take(&rows);
                        rows.clear();
                    }
                }
                self.line += 1;
                while inner.next_if(|&&line_feed| (line_feed as usize) < mark.at()).is_some() {
                    self.line += 1;
                }
                (start, first) = (mark.at() + 1, at + 1);
            }
        }
        if !rows.is_empty() {
            take(&rows);
        }
        self.buffer.copy_within(consumed..self.filled, 0);
        self.filled -= consumed;
        self.consumed += consumed as u64;
        self.scanner.restart();
        Ok(())
    }

    /// Line of the quote that keeps the header from ever ending; `None` where no quote is open.
    pub fn open_quote(&self, delimiter: u8, mark: usize) -> Option<u64> {
        let start = mark + self.blank_lines(mark);
        let line = 1 + line_feeds(&self.head()[..start]);
        let bytes = &self.head()[start..];
        let header = &bytes[..bytes.len().min(MOST_HEADER)];
        let mut scanner = Scanner::new(delimiter);
        scanner.scan(header);
        (!scanner.finish(header)).then(|| line_of_open_quote(header, &scanner, line))
    }
}

/// Bytes below `line`, scanned up to a quote that stays open: the field behind the last separator begins with it.
fn line_of_open_quote(bytes: &[u8], scanner: &Scanner, line: u64) -> u64 {
    line + line_feeds(&bytes[..scanner.marks.last().map_or(0, |mark| mark.at() + 1)])
}

fn line_feeds(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|&&byte| byte == b'\n').count() as u64
}

/// Only stretches with bytes beyond ASCII can be wrong. A stretch begins behind ASCII or behind a row, so it never
/// begins inside a letter.
fn check_utf8(bytes: &[u8], stretches: &[(usize, usize)], end: usize, line: u64) -> Result<(), Refusal> {
    for &(from, to) in stretches {
        let stretch = &bytes[from.min(end)..to.min(end)];
        if let Err(wrong) = std::str::from_utf8(stretch) {
            let at = from + wrong.valid_up_to();
            let line = line + line_feeds(&bytes[..at]);
            let byte = format!("{:02X}", bytes[at]);
            return Err(Refusal::Encoding { found: t!("not UTF-8 (byte {byte} on line {line})", byte, line) });
        }
    }
    Ok(())
}

/// The encoding and how many bytes its mark takes, from the first bytes of a file; `None` where it is not UTF-8, and an
/// error where it is nothing to read.
pub fn encoding(head: &[u8]) -> Result<Option<(Encoding, usize)>, Refusal> {
    let not_text = |found: &str| Err(Refusal::NotText { found: found.to_owned() });
    match head {
        [0xef, 0xbb, 0xbf, ..] => return Ok(Some((Encoding::Utf8WithMark, 3))),
        // UTF-16, gzip, zip.
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0x1f, 0x8b, ..] | [b'P', b'K', 3 | 5, 4 | 6, ..] => return Ok(None),
        [0x89, b'P', b'N', b'G', ..] => return not_text(t!("a PNG picture")),
        [0xff, 0xd8, 0xff, ..] => return not_text(t!("a JPEG picture")),
        [b'G', b'I', b'F', b'8', ..] => return not_text(t!("a GIF picture")),
        [b'%', b'P', b'D', b'F', ..] => return not_text(t!("a PDF document")),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return not_text(t!("a file of an older Office program")),
        _ => {}
    }
    // Up to the first line feed only, so that it does not depend on how much is at hand.
    if head.iter().take_while(|&&byte| byte != b'\n').any(|&byte| byte == 0) {
        return Ok(None);
    }
    Ok(Some((Encoding::Utf8, 0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &[u8], piece: usize) -> Result<Vec<(u64, Vec<String>)>, Refusal> {
        let mut rows = Rows::new(b',');
        let mut all = Vec::new();
        let mut scratch = Vec::new();
        let mut pieces = text.chunks(piece).peekable();
        while let Some(piece) = pieces.next() {
            rows.space(piece.len()).copy_from_slice(piece);
            rows.filled(piece.len());
            rows.take(pieces.peek().is_none(), |rows| {
                for row in rows {
                    let fields =
                        (0..row.len()).map(|at| String::from_utf8_lossy(row.field(at, &mut scratch)).into_owned());
                    all.push((row.line, fields.collect()));
                }
            })?;
        }
        Ok(all)
    }

    #[test]
    fn rows_know_their_line_and_fields_lose_their_white_space() {
        let text = "a, b ,c\r\n\r\n\"x\ny\",\"say \"\"yes\"\"\", \u{a0}z\u{2003}\n1\n,,\n";
        let expected = vec![
            (1, vec!["a", "b", "c"]),
            (3, vec!["x\ny", "say \"yes\"", "z"]),
            (5, vec!["1"]),
            (6, vec!["", "", ""]),
        ];
        for piece in 1..=text.len() {
            let found = rows(text.as_bytes(), piece).unwrap();
            let found: Vec<(u64, Vec<&str>)> =
                found.iter().map(|(line, row)| (*line, row.iter().map(String::as_str).collect())).collect();
            assert_eq!(found, expected, "pieces of {piece}");
        }
    }

    #[test]
    fn what_cannot_be_read_names_its_line() {
        for (text, expected) in [
            (b"a\nb\n\"c\nd".as_slice(), Refusal::OpenQuote { line: 3 }),
            (b"a\nb\nc\xe9d\n", Refusal::Encoding { found: "not UTF-8 (byte E9 on line 3)".to_owned() }),
        ] {
            for piece in 1..=text.len() {
                assert_eq!(rows(text, piece), Err(expected.clone()), "pieces of {piece}");
            }
        }
    }

    #[test]
    fn a_row_without_an_end_is_told() {
        for (text, expected) in [
            ("a\n,,,,,,,,,,,,", Refusal::LongRow { line: 2, most: 10 }),
            ("a\n\"xxxxxxxxxxx", Refusal::OpenQuote { line: 2 }),
        ] {
            let mut rows = Rows { most_row: 10, ..Rows::new(b',') };
            rows.space(text.len()).copy_from_slice(text.as_bytes());
            rows.filled(text.len());
            let found = rows.take(false, |_| {}).and_then(|()| rows.take(false, |_| {}));
            assert_eq!(found, Err(expected));
        }
    }

    #[test]
    fn what_is_no_text_is_named() {
        for (head, found) in [(b"\x89PNG\r\n".as_slice(), "a PNG picture"), (b"%PDF-1.7", "a PDF document")] {
            assert_eq!(encoding(head), Err(Refusal::NotText { found: found.to_owned() }));
        }
        assert_eq!(encoding(b"\xef\xbb\xbfa"), Ok(Some((Encoding::Utf8WithMark, 3))));
        assert_eq!(encoding(b"a"), Ok(Some((Encoding::Utf8, 0))));
        assert_eq!(encoding(b"\xff\xfea\0"), Ok(None));
        assert_eq!(encoding(b"a,b\0c"), Ok(None));
    }
}
