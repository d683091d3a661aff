//! A canonical table in UTF-8: rows go from the bytes of a piece into the columns.

use super::events::EventRows;
use super::people::PersonRows;
use super::recognize::{self, Layout};
use super::row::{self, Rows};
use super::sink::Sink;
use super::value;
use super::written::date;
use crate::receipt::{Delimiter, Form, Reading, Receipt, Refusal};
use crate::table::{Tables, record};

/// Bytes at the beginning of a file that decide how it is read. They are waited for, so that the outcome does not depend
/// on the pieces in which a file arrives.
pub const LOOK: usize = 256 << 10;

#[derive(Debug)]
pub struct Canonical {
    reading: Reading,
    ignored_columns: Vec<String>,
    missing_columns: Vec<String>,
    sink: Sink,
    /// The names of the columns as one record.
    header: Vec<u8>,
    reserved: bool,
}

/// What a look at the beginning of a file says.
#[derive(Debug)]
pub enum Look {
    Canonical(Box<Canonical>),
    /// The header is not complete and more is to come.
    More,
    /// Anything else, and why it is no canonical table where that is worth telling.
    Otherwise(Option<Refusal>),
}

impl Canonical {
    /// Looks at the first bytes, which are enough to decide, and takes the header.
    pub fn begin(rows: &mut Rows, tables: &Tables, last: bool) -> Result<Look, Refusal> {
        let head = &rows.head()[..rows.head().len().min(LOOK)];
        let (encoding, mark) = match row::encoding(head)? {
            Some(found) if is_utf8(head, last) => found,
            _ => return Ok(Look::Otherwise(None)),
        };
        // Blank lines as far as one can see: whatever comes behind them is looked for once, not with every piece.
        if head.len() == LOOK && head[mark..].iter().all(u8::is_ascii_whitespace) {
            return Ok(Look::Otherwise(None));
        }
        let complete = last || rows.head().len() > row::MOST_HEADER;
        // A header that ends under one delimiter may go on under another, behind a line break in quotes.
        let first_rows = Delimiter::ALL.map(|delimiter| rows.first_row(delimiter.byte(), mark, complete));
        if !complete && first_rows.contains(&None) {
            return Ok(Look::More);
        }
        let delimiter = recognize::delimiter(&first_rows);
        let Some(names) = &first_rows[delimiter as usize] else {
            return match rows.open_quote(delimiter.byte(), mark) {
                Some(line) => Err(Refusal::OpenQuote { line }),
                None => Ok(Look::More),
            };
        };
        let header = match recognize::header(names) {
            Ok(header) => header,
            Err(why @ Refusal::ColumnTwice { .. }) => return Err(why),
            Err(why) => return Ok(Look::Otherwise(Some(why))),
        };
        if !writes_iso(rows, delimiter.byte(), mark, header.layout.dates()) {
            return Ok(Look::Otherwise(None));
        }
        let mut names_as_record = Vec::new();
        record(names.iter().map(String::as_bytes), &mut names_as_record);
        let header_line = rows.begin(delimiter.byte(), mark)?;
        let sink = match header.layout {
            Layout::People(columns) => Sink::people(PersonRows::new(columns), tables),
            Layout::Events(columns) => Sink::events(EventRows::new(columns), tables),
        };
        Ok(Look::Canonical(Box::new(Canonical {
            reading: Reading::canonical(Form::Text { encoding, delimiter }, header_line),
            ignored_columns: header.ignored,
            missing_columns: header.missing,
            sink,
            header: names_as_record,
            reserved: false,
        })))
    }

    pub fn rows(&self) -> u64 {
        self.sink.rows()
    }

    /// Takes every complete row that is there; with `last`, the rest. The file has `bytes` bytes.
    pub fn take(&mut self, rows: &mut Rows, bytes: u64, tables: &mut Tables, last: bool) -> Result<(), Refusal> {
        match &mut self.sink {
            Sink::People { rows: people, .. } => {
                rows.take(last, |rows| rows.iter().for_each(|row| people.take(*row, tables)))
            }
            Sink::Events { rows: events, before } => {
                rows.take(last, |rows| events.take(rows, tables))?;
                let taken = tables.events.len() - *before;
                if !self.reserved && taken > 0 {
                    // The whole file's rows at once, so that no column is ever copied to grow. Rows set aside take none.
                    self.reserved = true;
                    let per_row = rows.consumed() as f64 / taken as f64;
                    let expected = (bytes as f64 / per_row * 1.02) as usize + 64;
                    tables.events.reserve(expected.saturating_sub(taken));
                }
                Ok(())
            }
        }
    }

    /// The receipt; the file is still to be named.
    pub fn finish(mut self, tables: &mut Tables) -> Receipt {
        self.reading.lines = self.sink.rows();
        let header = [(self.reading.header_line, self.header)];
        let mut receipt = self.sink.finish(self.reading, &header, tables);
        receipt.ignored_columns = self.ignored_columns;
        receipt.missing_columns = self.missing_columns;
        receipt
    }
}

/// Whether the text is UTF-8 as far as it goes; with `whole`, to its last byte.
fn is_utf8(text: &[u8], whole: bool) -> bool {
    match std::str::from_utf8(text) {
        Ok(_) => true,
        // A letter that is cut in two.
        Err(wrong) => wrong.error_len().is_none() && !(whole && text.len() < LOOK),
    }
}

/// Whether these columns hold canonical dates, as far as they hold dates at all.
fn writes_iso(rows: &Rows, delimiter: u8, mark: usize, columns: [usize; 2]) -> bool {
    let (mut iso, mut other) = (false, false);
    let mut scratch = Vec::new();
    rows.sample(delimiter, mark, LOOK, |row| {
        for at in columns {
            let text = row.field(at, &mut scratch);
            if value::day(text).is_some() {
                iso = true;
            } else if !other && !text.is_empty() {
                other = std::str::from_utf8(text).is_ok_and(|text| date::read(text).is_some());
            }
        }
    });
    iso || !other
}
