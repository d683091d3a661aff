//! Files that are no canonical table: read as a whole, because what their values mean shows only from all of them.

use super::apply::apply;
use super::canonical::{Canonical, Look};
use super::container::{self, Content};
use super::dialect;
use super::ics;
use super::row::Rows;
use super::sheet::Sheet;
use super::source;
use super::text;
use crate::receipt::{Answers, Assumption, Delimiter, Form, Receipt, Refusal};
use crate::table::Tables;

/// The largest of them, bytes: its text, its cells and the columns are in memory together.
pub const MOST_BYTES: u64 = 256 << 20;

/// Adds what the file says to the tables. `otherwise` is why it is no canonical table, for a file nobody knows.
pub fn read(
    bytes: &[u8],
    file: &str,
    answers: &Answers,
    otherwise: Option<Refusal>,
    tables: &mut Tables,
) -> Result<Vec<Receipt>, Refusal> {
    let parts = container::open(bytes, container::MOST_UNPACKED)?;
    let is_only = parts.len() == 1;
    let mut receipts: Vec<Receipt> = Vec::new();
    let mut unread = Vec::new();
    for part in parts {
        let before = tables.mark();
        let name = part.name.as_deref().unwrap_or_else(|| file.strip_suffix(".gz").unwrap_or(file));
        let read = part.content.and_then(|content| match content {
            Content::Bytes(bytes) => table(&bytes, name, answers, otherwise.clone(), tables),
            Content::Sheets(sheets) => workbook(sheets, name, answers, tables),
        });
        match read {
            Ok(mut read) => {
                for receipt in &mut read {
                    let inside = [part.name.clone(), receipt.reading.part.take()];
                    let inside: Vec<String> = inside.into_iter().flatten().collect();
                    receipt.reading.part = (!inside.is_empty()).then(|| inside.join(", "));
                }
                receipts.extend(read);
            }
            Err(why @ Refusal::Asks(_)) => return Err(why),
            Err(why) if is_only || why.is_too_much() => return Err(why),
            Err(why) => {
                tables.rewind(&before);
                unread.push((name.to_owned(), why));
            }
        }
    }
    if receipts.is_empty() {
        return Err(unread.into_iter().next().map_or(Refusal::Empty, |(_, why)| why));
    }
    let unread = unread.into_iter().map(|(part, why)| Assumption::Unread { part, why: why.to_string() });
    receipts[0].reading.assumptions.extend(unread);
    Ok(receipts)
}

/// A text file: a canonical table after all, if it was packed, or an export.
fn table(
    bytes: &[u8],
    file: &str,
    answers: &Answers,
    otherwise: Option<Refusal>,
    tables: &mut Tables,
) -> Result<Vec<Receipt>, Refusal> {
    if *answers == Answers::default() && otherwise.is_none() && std::str::from_utf8(bytes).is_ok() {
        let mut rows = Rows::new(b',');
        rows.space(bytes.len()).copy_from_slice(bytes);
        rows.filled(bytes.len());
        if let Look::Canonical(mut table) = Canonical::begin(&mut rows, tables, true)? {
            table.take(&mut rows, bytes.len() as u64, tables, true)?;
            return Ok(vec![table.finish(tables)]);
        }
    }
    let text = text::decode(bytes, answers.encoding.as_ref())?;
    let (encoding, is_guess) = (text.encoding, text.is_guess);
    let text = dialect::lines(text.text);
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let (sheet, form, assumptions) = if ics::is_calendar(&text) {
        let (sheet, assumptions) = ics::sheet(&text)?;
        (sheet, Form::Calendar { encoding }, assumptions)
    } else {
        let delimiter = delimiter(&text, file, answers)?;
        (dialect::sheet(&text, delimiter)?, Form::Text { encoding, delimiter }, Vec::new())
    };
    drop(text);
    let Some(found) = source::recognize(&sheet, file, answers)? else {
        return Err(unknown(&sheet, file, otherwise));
    };
    let mut receipts = apply(found, &sheet, file, form, answers, tables)?;
    for receipt in &mut receipts {
        let first = is_guess.then_some(Assumption::Encoding).into_iter().chain(assumptions.iter().cloned());
        receipt.reading.assumptions.splice(0..0, first);
    }
    Ok(receipts)
}

/// The sheet that was asked for, else the first that is recognized.
fn workbook(
    sheets: Vec<(String, Sheet)>,
    file: &str,
    answers: &Answers,
    tables: &mut Tables,
) -> Result<Vec<Receipt>, Refusal> {
    let names: Vec<String> = sheets.iter().map(|(name, _)| name.clone()).collect();
    let mut why = None;
    for (name, sheet) in &sheets {
        if answers.sheet.as_ref().is_some_and(|wanted| wanted != name) {
            continue;
        }
        let Some(found) = source::recognize(sheet, file, answers)? else {
            if why.is_none() && sheet.len() > 0 {
                why = Some(unknown(sheet, file, None));
            }
            continue;
        };
        let mut receipts = apply(found, sheet, file, Form::Workbook, answers, tables)?;
        let others: Vec<String> = names.iter().filter(|other| *other != name).cloned().collect();
        for receipt in &mut receipts {
            receipt.reading.part = Some(name.clone());
            if !others.is_empty() && answers.sheet.is_none() {
                let assumption = Assumption::Sheet { sheet: name.clone(), others: others.clone() };
                receipt.reading.assumptions.insert(0, assumption);
            }
        }
        return Ok(receipts);
    }
    Err(why.unwrap_or(Refusal::Empty))
}

/// The one that the file names, else the one under which it is recognized best, else the one that makes the most
/// regular table.
fn delimiter(text: &str, file: &str, answers: &Answers) -> Result<Delimiter, Refusal> {
    if let Some(said) = dialect::said(text) {
        return Ok(said);
    }
    let mut best = (Delimiter::Comma, 0, 0.0);
    for (delimiter, sample) in dialect::samples(text) {
        // An export that is refused was recognized too.
        let score =
            source::recognize(&sample, file, answers).map_or(usize::MAX, |found| found.map_or(0, |found| found.score));
        let regularity = dialect::regularity(&sample);
        if (score, regularity) > (best.1, best.2) {
            best = (delimiter, score, regularity);
        }
    }
    Ok(best.0)
}

fn unknown(sheet: &Sheet, file: &str, otherwise: Option<Refusal>) -> Refusal {
    match otherwise {
        Some(why @ (Refusal::MissingColumn { .. } | Refusal::ColumnTwice { .. })) => why,
        otherwise => match (source::question(sheet, file), otherwise) {
            (Some(question), _) => Refusal::Asks(question),
            (None, Some(why)) => why,
            (None, None) => Refusal::UnknownHeader { found: super::problems::shortened(sheet.cell(0, 0)) },
        },
    }
}
