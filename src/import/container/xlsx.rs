//! XLSX workbooks → sheets, cell by cell: a stray cell far out costs a row, not a rectangle.

use std::io::{Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};

use super::{Room, damaged};
use crate::import::desk::Desk;
use crate::import::sheet::Sheet;
use crate::receipt::Refusal;
use crate::t;

/// Tags in the table of shared texts: its reader makes a text of each, however short it is written.
const MOST_TEXT_TAGS: u64 = 30_000_000;

/// Whether the table of shared texts is one that its reader can hold.
pub fn check_texts(mut texts: impl Read) -> Result<(), Refusal> {
    let mut buffer = vec![0; 64 << 10];
    let mut tags = 0;
    loop {
        match texts.read(&mut buffer).map_err(|e| damaged(&e))? {
            0 => return Ok(()),
            read => tags += buffer[..read].iter().filter(|&&byte| byte == b'<').count() as u64,
        }
        if tags > MOST_TEXT_TAGS {
            return Err(Refusal::TooManyCells { most: MOST_TEXT_TAGS });
        }
    }
}

pub async fn sheets(bytes: &[u8], room: &mut Room, desk: &Desk) -> Result<Vec<(String, Sheet)>, Refusal> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        // A chart has a sheet too, without cells.
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { continue };
        let mut sheet = room.sheet();
        let mut row = None;
        let mut width = 0;
        let rows = cells.dimensions().end.0 as usize + 1;
        while let Some(cell) = cells.next_cell().map_err(|e| damaged(&e))? {
            desk.did(8).await;
            let (at, column) = cell.get_position();
            let text = text(cell.get_value());
            if text.is_empty() {
                continue;
            }
            if row != Some(at) {
                sheet.begin_row(u64::from(at) + 1);
                desk.at(at as usize, rows);
                (row, width) = (Some(at), 0);
            }
            if column < width {
                return Err(damaged(&t!("its cells are in no order")));
            }
            for _ in width..column {
                sheet.push("")?;
            }
            sheet.push(&text)?;
            width = column + 1;
        }
        room.keep(&mut sheets, name, sheet)?;
    }
    if sheets.is_empty() { Err(Refusal::Empty) } else { Ok(sheets) }
}

/// Dates and times in the forms of ISO 8601, so that nothing about them is left to guess.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(holds) => if *holds { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) => moment_text(*moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn moment_text(moment: ExcelDateTime) -> String {
    let days = moment.as_f64();
    if moment.is_duration() || (0.0..1.0).contains(&days) {
        let seconds = (days * 86_400.0).round().max(0.0) as u64;
        return format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    match (hour, minute, second) {
        (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
    }
}
