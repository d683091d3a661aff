//! A table of text cells, each row with its line in the file: what every text, workbook and archive becomes.

use crate::receipt::Refusal;

/// The most cells of one sheet, empty ones between others included.
pub const MOST_CELLS: usize = 40_000_000;

/// Cells in one run of text, so that a million of them cost no million strings.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    text: String,
    /// End of each cell in `text`.
    ends: Vec<u32>,
    rows: Vec<Start>,
}

#[derive(Clone, Copy, Debug)]
struct Start {
    line: u64,
    /// First cell of the row.
    cell: u32,
}

impl Sheet {
    /// Begins a row, which stands on this line of the file.
    pub fn begin_row(&mut self, line: u64) {
        self.rows.push(Start { line, cell: self.ends.len() as u32 });
    }

    /// Adds a cell to the last row.
    pub fn push(&mut self, cell: &str) -> Result<(), Refusal> {
        if self.ends.len() >= MOST_CELLS || self.text.len() + cell.len() > u32::MAX as usize {
            return Err(Refusal::TooManyCells { most: MOST_CELLS as u64 });
        }
        self.text.push_str(cell);
        self.ends.push(self.text.len() as u32);
        Ok(())
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Line of the file on which a row stands, from 1.
    pub fn line(&self, row: usize) -> u64 {
        self.rows[row].line
    }

    /// Number of cells of a row.
    pub fn width(&self, row: usize) -> usize {
        let end = self.rows.get(row + 1).map_or(self.ends.len(), |next| next.cell as usize);
        end - self.rows[row].cell as usize
    }

    /// A cell without white space around it; empty where the row is too short.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        if column >= self.width(row) {
            return "";
        }
        let at = self.rows[row].cell as usize + column;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        self.text[start..self.ends[at] as usize].trim()
    }

    pub fn cells(&self, row: usize) -> impl Iterator<Item = &str> {
        (0..self.width(row)).map(move |column| self.cell(row, column))
    }

    /// Number of cells of a row with something in them.
    pub fn filled(&self, row: usize) -> usize {
        self.cells(row).filter(|cell| !cell.is_empty()).count()
    }
}
