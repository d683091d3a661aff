//! Bytes → rows in the tables, and a receipt. A canonical table is read piece by piece, without a string for a field;
//! `canonical` does that.

mod canonical;
mod events;
mod people;
mod problems;
mod recognize;
mod row;
mod scan;
mod sink;
mod value;

#[cfg(test)]
mod tests;

use canonical::Canonical;
use row::Rows;

use crate::receipt::{Receipt, Refusal};
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
    Canonical(Box<Canonical>),
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
            Stage::Canonical(table) => table.rows(),
        }
    }

    /// Takes every complete row that is there; with `last`, the rest. After an error the tables have to be rewound.
    pub fn read(&mut self, tables: &mut Tables, last: bool) -> Result<(), Refusal> {
        if let Stage::Header = self.stage {
            match Canonical::begin(&mut self.rows, tables, last)? {
                Some(table) => self.stage = Stage::Canonical(Box::new(table)),
                None => return Ok(()),
            }
        }
        match &mut self.stage {
            Stage::Header => Ok(()),
            Stage::Canonical(table) => table.take(&mut self.rows, self.bytes, tables, last),
        }
    }

    /// What the file was, a receipt for each table in it. Events are not compared with other rows yet: `duplicates` and
    /// `unknown` come from `engine`.
    pub fn finish(self, tables: &mut Tables) -> Result<Vec<Receipt>, Refusal> {
        match self.stage {
            Stage::Header => Err(Refusal::Empty),
            Stage::Canonical(table) => Ok(vec![table.finish(self.file, self.bytes, tables)]),
        }
    }
}
