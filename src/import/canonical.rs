//! A canonical table in UTF-8: rows go from the bytes of a piece into the columns.

use super::events::EventRows;
use super::people::PersonRows;
use super::recognize::{self, Layout};
use super::row::{self, Rows};
use super::sink::Sink;
use crate::receipt::{Delimiter, Form, Reading, Receipt, Refusal};
use crate::table::Tables;

#[derive(Debug)]
pub struct Canonical {
    reading: Reading,
    ignored_columns: Vec<String>,
    missing_columns: Vec<String>,
    sink: Sink,
    reserved: bool,
}

impl Canonical {
    /// Reads the header; `None` while it is not complete and more is to come.
    pub fn begin(rows: &mut Rows, tables: &Tables, last: bool) -> Result<Option<Canonical>, Refusal> {
        let (encoding, mark) = row::encoding(rows.head())?;
        let complete = last || rows.head().len() > row::MOST_HEADER;
        // A header that ends under one delimiter may go on under another, behind a line break in quotes.
        let first_rows = Delimiter::ALL.map(|delimiter| rows.first_row(delimiter.byte(), mark, complete));
        if !complete && first_rows.contains(&None) {
            return Ok(None);
        }
        let delimiter = recognize::delimiter(&first_rows);
        let Some(names) = &first_rows[delimiter as usize] else {
            return match rows.open_quote(delimiter.byte(), mark) {
                Some(line) => Err(Refusal::OpenQuote { line }),
                None => Ok(None),
            };
        };
        let header = recognize::header(names)?;
        let header_line = rows.begin(delimiter.byte(), mark)?;
        let sink = match header.layout {
            Layout::People(columns) => Sink::people(PersonRows::new(columns, tables)),
            Layout::Events(columns) => Sink::events(EventRows::new(columns), tables),
        };
        Ok(Some(Canonical {
            reading: Reading::canonical(Form::Text { encoding, delimiter }, header_line),
            ignored_columns: header.ignored,
            missing_columns: header.missing,
            sink,
            reserved: false,
        }))
    }

    pub fn rows(&self) -> u64 {
        self.sink.rows()
    }

    /// Takes every complete row that is there; with `last`, the rest. The file has `bytes` bytes.
    pub fn take(&mut self, rows: &mut Rows, bytes: u64, tables: &mut Tables, last: bool) -> Result<(), Refusal> {
        match &mut self.sink {
            Sink::People(people) => rows.take(last, |rows| rows.iter().for_each(|row| people.take(*row, tables))),
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

    pub fn finish(mut self, file: String, bytes: u64, tables: &mut Tables) -> Receipt {
        self.reading.lines = self.sink.rows();
        let mut receipt = self.sink.finish(self.reading, tables);
        receipt.file = file;
        receipt.bytes = bytes;
        receipt.ignored_columns = self.ignored_columns;
        receipt.missing_columns = self.missing_columns;
        receipt
    }
}
