//! Files that are no canonical table: read as a whole, because what their values mean shows only from all of them.

use super::apply::apply;
use super::dialect;
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
    let text = text::decode(bytes, answers.encoding.as_ref())?;
    let (encoding, is_guess) = (text.encoding, text.is_guess);
    let text = dialect::lines(text.text);
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let delimiter = delimiter(&text, file, answers)?;
    let sheet = dialect::sheet(&text, delimiter)?;
    drop(text);
    let Some(found) = source::recognize(&sheet, file, answers)? else {
        return Err(unknown(&sheet, file, otherwise));
    };
    let form = Form::Text { encoding, delimiter };
    let mut receipts = apply(found, &sheet, file, form, answers, tables)?;
    if is_guess {
        receipts.iter_mut().for_each(|receipt| receipt.reading.assumptions.insert(0, Assumption::Encoding));
    }
    Ok(receipts)
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
