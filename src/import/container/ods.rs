//! ODS workbooks → sheets. Rows and cells say how often they repeat; empty ones at the end are left out.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{Room, damaged};
use crate::import::desk::Desk;
use crate::import::sheet::{MOST_TEXT, Sheet};
use crate::receipt::Refusal;
use crate::t;

/// Reads the `content.xml` of a workbook.
pub async fn sheets(content: &[u8], room: &mut Room, desk: &Desk) -> Result<Vec<(String, Sheet)>, Refusal> {
    let mut reader = Reader::from_reader(content);
    let mut sheets = Vec::new();
    let mut sheet: Option<(String, Sheet)> = None;
    let mut row = Row::default();
    let mut line = 1;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        desk.at(reader.buffer_position() as usize, content.len());
        desk.did(4).await;
        match reader.read_event_into(&mut buffer).map_err(|e| damaged(&e))? {
            Event::Start(tag) => match tag.name().as_ref() {
                "table:table" => {
                    if let Some((name, sheet)) = sheet.take() {
                        room.keep(&mut sheets, name, sheet)?;
                    }
                    sheet = Some((attribute(&tag, "table:name").unwrap_or_default(), room.sheet()));
                    line = 1;
                }
                "table:table-row" => {
                    row = Row { repeats: repeats(&tag, "table:number-rows-repeated"), ..Row::default() }
                }
                "table:table-cell" | "table:covered-table-cell" => row.cell(&tag),
                // A remark at a cell is not its text.
                "office:annotation" => {
                    let end = tag.to_end().into_owned();
                    reader.read_to_end_into(end.name(), &mut Vec::new()).map_err(|e| damaged(&e))?;
                }
                "text:p" => row.paragraph(),
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                "table:table-row" => line += repeats(&tag, "table:number-rows-repeated"),
                "table:table-cell" | "table:covered-table-cell" => {
                    row.cell(&tag);
                    row.end_cell()?;
                }
                "text:p" => row.paragraph(),
                "text:s" => row.text(&" ".repeat(repeats(&tag, "text:c").min(100) as usize)),
                _ => {}
            },
            Event::Text(text) => row.text(&text.xml10_content()),
            Event::GeneralRef(reference) => row.text(&entity(&reference)),
            Event::End(tag) => match tag.name().as_ref() {
                "table:table-cell" | "table:covered-table-cell" => row.end_cell()?,
                "table:table-row" => {
                    if let Some((_, sheet)) = &mut sheet {
                        row.write(sheet, line)?;
                    }
                    line += row.repeats;
                    row = Row::default();
                }
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    if let Some((name, sheet)) = sheet {
        room.keep(&mut sheets, name, sheet)?;
    }
    if sheets.is_empty() { Err(Refusal::Empty) } else { Ok(sheets) }
}

/// The row that is being read.
#[derive(Debug, Default)]
struct Row {
    repeats: u64,
    cells: Vec<String>,
    /// Empty cells that count only when something stands behind them.
    empty: u64,
    cell: Option<Cell>,
    /// Bytes in the cells.
    bytes: usize,
}

#[derive(Debug)]
struct Cell {
    repeats: u64,
    /// The value behind the text shown, where the cell has one.
    value: Option<String>,
    text: String,
    paragraphs: u32,
}

impl Row {
    fn cell(&mut self, tag: &BytesStart<'_>) {
        let value = ["office:date-value", "office:time-value", "office:boolean-value", "office:value"]
            .iter()
            .find_map(|name| attribute(tag, name));
        let repeats = repeats(tag, "table:number-columns-repeated");
        self.cell = Some(Cell { repeats, value, text: String::new(), paragraphs: 0 });
    }

    fn paragraph(&mut self) {
        if let Some(cell) = &mut self.cell {
            if cell.paragraphs > 0 {
                cell.text.push('\n');
            }
            cell.paragraphs += 1;
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.paragraphs > 0) {
            cell.text.push_str(text);
        }
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let text = cell.value.unwrap_or(cell.text);
        if text.trim().is_empty() {
            self.empty += cell.repeats;
            return Ok(());
        }
        let wanted = self.cells.len() as u64 + self.empty + cell.repeats;
        if wanted > MOST_COLUMNS {
            return Err(damaged(&t!("a row has more cells than a sheet can have")));
        }
        // Of one long text and one number a row of any size could be made.
        self.bytes = self.bytes.saturating_add(text.len().saturating_mul(cell.repeats as usize));
        if self.bytes > MOST_TEXT {
            return Err(Refusal::TooMuchText { most: MOST_TEXT as u64 });
        }
        self.cells.extend((0..self.empty).map(|_| String::new()));
        self.empty = 0;
        self.cells.extend((0..cell.repeats).map(|_| text.clone()));
        Ok(())
    }

    fn write(&self, sheet: &mut Sheet, line: u64) -> Result<(), Refusal> {
        if self.cells.is_empty() {
            return Ok(());
        }
        for at in 0..self.repeats {
            sheet.begin_row(line + at);
            for cell in &self.cells {
                sheet.push(cell)?;
            }
        }
        Ok(())
    }
}

/// As in the programs that write them.
const MOST_COLUMNS: u64 = 16_384;

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// More than any sheet has are as many as any sheet can have, so that a sum of them is a number.
fn repeats(tag: &BytesStart<'_>, name: &str) -> u64 {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1).min(u64::from(u32::MAX))
}

/// The letter that a reference such as `&amp;` or `&#233;` stands for.
fn entity(reference: &str) -> String {
    let number = reference.strip_prefix('#').and_then(|code| match code.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => code.parse().ok(),
    });
    let letter = number.and_then(char::from_u32).or(match reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    });
    letter.map(String::from).unwrap_or_default()
}
