//! A table of text cells, each row with its line in the file: what every text, workbook and archive becomes.

use crate::receipt::Refusal;

/// The most cells of one file, empty ones between others included.
pub const MOST_CELLS: usize = 40_000_000;
/// The most text in them, bytes.
pub const MOST_TEXT: usize = 256 << 20;
/// The most cells of one row.
pub const MOST_COLUMNS: usize = 200_000;

/// How much a sheet may still hold.
#[derive(Clone, Copy, Debug)]
pub struct Allowance {
    cells: usize,
    text: usize,
}

impl Default for Allowance {
    fn default() -> Self {
        Allowance { cells: MOST_CELLS, text: MOST_TEXT }
    }
}

/// Cells in one run of text, so that a million of them cost no million strings.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    text: String,
    /// End of each cell in `text`.
    ends: Vec<u32>,
    rows: Vec<Start>,
    allowance: Allowance,
}

#[derive(Clone, Copy, Debug)]
struct Start {
    line: u64,
    /// First cell of the row.
    cell: u32,
}

impl Sheet {
    pub fn within(allowance: Allowance) -> Sheet {
        Sheet { allowance, ..Sheet::default() }
    }

    /// What it left of its allowance.
    pub fn left(&self) -> Allowance {
        Allowance { cells: self.allowance.cells - self.ends.len(), text: self.allowance.text - self.text.len() }
    }

    /// Begins a row, which stands on this line of the file.
    pub fn begin_row(&mut self, line: u64) {
        self.rows.push(Start { line, cell: self.ends.len() as u32 });
    }

    /// Adds a cell to the last row.
    pub fn push(&mut self, cell: &str) -> Result<(), Refusal> {
        if self.ends.len() >= self.allowance.cells {
            return Err(Refusal::TooManyCells { most: MOST_CELLS as u64 });
        }
        if self.text.len() + cell.len() > self.allowance.text {
            return Err(Refusal::TooMuchText { most: MOST_TEXT as u64 });
        }
        if let Some(row) = self.rows.last()
            && self.ends.len() - row.cell as usize >= MOST_COLUMNS
        {
            return Err(Refusal::TooManyColumns { line: row.line, most: MOST_COLUMNS as u64 });
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

    /// Number of cells of a row; 0 below the last one.
    pub fn width(&self, row: usize) -> usize {
        let Some(first) = self.rows.get(row) else { return 0 };
        let end = self.rows.get(row + 1).map_or(self.ends.len(), |next| next.cell as usize);
        end - first.cell as usize
    }

    /// A cell without white space around it; empty where there is none.
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
