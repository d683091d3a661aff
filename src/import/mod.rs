//! Bytes → rows in the tables, and a receipt. Works on bytes piece by piece, without a string for a field.

mod events;
mod people;
mod problems;
mod recognize;
mod row;
mod scan;
mod value;

#[cfg(test)]
mod tests;

use events::EventRows;
use people::PersonRows;
use recognize::Layout;
use row::Rows;

use crate::receipt::{Delimiter, Encoding, Kind, Receipt, Refusal};
use crate::table::Tables;

/// The largest file that is read, bytes: its columns and the browser still fit into memory.
pub const MOST_BYTES: u64 = 1 << 30;

/// One file on its way in. Fill `space`, tell `filled`, call `read`; the last `read` says so.
#[derive(Debug)]
pub struct Import {
    file: String,
    bytes: u64,
    rows: Rows,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Header,
    Rows(Box<Body>),
}

#[derive(Debug)]
struct Body {
    encoding: Encoding,
    delimiter: Delimiter,
    ignored_columns: Vec<String>,
    missing_columns: Vec<String>,
    /// Event rows that were here before this file.
    events_before: usize,
    sink: Sink,
    reserved: bool,
}

#[derive(Debug)]
enum Sink {
    People(PersonRows),
    Events(EventRows),
}

impl Import {
    pub fn new(file: &str, bytes: u64) -> Result<Import, Refusal> {
        match bytes {
            0 => Err(Refusal::Empty),
            _ if bytes > MOST_BYTES => Err(Refusal::TooLarge { found: bytes, most: MOST_BYTES }),
            _ => Ok(Import { file: file.to_owned(), bytes, rows: Rows::new(b','), stage: Stage::Header }),
        }
    }

    /// Room for the next `len` bytes of the file.
    pub fn space(&mut self, len: usize) -> &mut [u8] {
        self.rows.space(len)
    }

    /// Says that the first `len` bytes of the space are there now.
    pub fn filled(&mut self, len: usize) {
        self.rows.filled(len);
    }

    /// Data rows read so far.
    pub fn rows(&self) -> u64 {
        match &self.stage {
            Stage::Header => 0,
            Stage::Rows(body) => body.sink.rows(),
        }
    }

    /// Takes every complete row that is there; with `last`, the rest. After an error the tables have to be rewound.
    pub fn read(&mut self, tables: &mut Tables, last: bool) -> Result<(), Refusal> {
        if let Stage::Header = self.stage {
            match self.begin(tables, last)? {
                Some(body) => self.stage = Stage::Rows(Box::new(body)),
                None => return Ok(()),
            }
        }
        let Stage::Rows(body) = &mut self.stage else { return Ok(()) };
        match &mut body.sink {
            Sink::People(people) => self.rows.take(last, |rows| rows.iter().for_each(|row| people.take(*row, tables))),
            Sink::Events(events) => {
                self.rows.take(last, |rows| events.take(rows, tables))?;
                let taken = tables.events.len() - body.events_before;
                if !body.reserved && taken > 0 {
                    // The whole file's rows at once, so that no column is ever copied to grow. Rows set aside take none.
                    body.reserved = true;
                    let per_row = self.rows.consumed() as f64 / taken as f64;
                    let expected = (self.bytes as f64 / per_row * 1.02) as usize + 64;
                    tables.events.reserve(expected.saturating_sub(taken));
                }
                Ok(())
            }
        }
    }

    fn begin(&mut self, tables: &mut Tables, last: bool) -> Result<Option<Body>, Refusal> {
        let (encoding, mark) = row::encoding(self.rows.head())?;
        let complete = last || self.rows.head().len() > row::MOST_HEADER;
        // A header that ends under one delimiter may go on under another, behind a line break in quotes.
        let first_rows = Delimiter::ALL.map(|delimiter| self.rows.first_row(delimiter.byte(), mark, complete));
        if !complete && first_rows.contains(&None) {
            return Ok(None);
        }
        let delimiter = recognize::delimiter(&first_rows);
        let Some(names) = &first_rows[delimiter as usize] else {
            return match self.rows.open_quote(delimiter.byte(), mark) {
                Some(line) => Err(Refusal::OpenQuote { line }),
                None => Ok(None),
            };
        };
        let header = recognize::header(names)?;
        self.rows.begin(delimiter.byte(), mark)?;
        let sink = match header.layout {
            Layout::People(columns) => Sink::People(PersonRows::new(columns, tables)),
            Layout::Events(columns) => Sink::Events(EventRows::new(columns)),
        };
        Ok(Some(Body {
            encoding,
            delimiter,
            ignored_columns: header.ignored,
            missing_columns: header.missing,
            events_before: tables.events.len(),
            sink,
            reserved: false,
        }))
    }

    /// What the file was. Events are not compared with other rows yet: `duplicates` and `unknown` come from `identity`.
    pub fn finish(self, tables: &mut Tables) -> Result<Receipt, Refusal> {
        let Stage::Rows(body) = self.stage else { return Err(Refusal::Empty) };
        let body = *body;
        let mut receipt = Receipt {
            file: self.file,
            bytes: self.bytes,
            kind: Kind::People,
            encoding: body.encoding,
            delimiter: body.delimiter,
            rows: body.sink.rows(),
            taken: 0,
            duplicates: 0,
            unknown: 0,
            replaced: 0,
            set_aside: Vec::new(),
            problems: Vec::new(),
            ignored_columns: body.ignored_columns,
            missing_columns: body.missing_columns,
            with_time: 0,
            changes: Vec::new(),
            nothing_new: false,
        };
        let problems = match body.sink {
            Sink::People(people) => {
                receipt.duplicates = people.unchanged;
                receipt.replaced = people.replaced;
                receipt.changes = people.changes;
                people.problems
            }
            Sink::Events(events) => {
                receipt.kind = Kind::Events;
                receipt.with_time = events.with_time;
                tables.files.push(body.events_before as u32);
                events.problems
            }
        };
        (receipt.set_aside, receipt.problems) = problems.into_parts();
        receipt.taken = receipt.rows - receipt.set_aside_total() - receipt.duplicates;
        Ok(receipt)
    }
}

impl Sink {
    fn rows(&self) -> u64 {
        match self {
            Sink::People(people) => people.rows,
            Sink::Events(events) => events.rows,
        }
    }
}
