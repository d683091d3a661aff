//! Text → a table: which sign stands between columns, where lines end.

use std::borrow::Cow;

use super::desk::{Desk, at_once};
use super::row::Rows;
use super::sheet::Sheet;
use crate::receipt::{Delimiter, Refusal};

/// Bytes at the beginning that are looked at to find the delimiter.
pub const SAMPLE: usize = 64 << 10;
const PIECE: usize = 256 << 10;

/// Lines end with LF, also where a file knows only CR.
pub fn lines(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') && !text.contains('\n') { Cow::Owned(text.replace('\r', "\n")) } else { text }
}

/// The delimiter that the first line says, as in `sep=;`.
pub fn said(text: &str) -> Option<Delimiter> {
    let line = text.lines().next()?.trim_matches('"');
    let sign = line.strip_prefix("sep=").or(line.strip_prefix("SEP="))?;
    Delimiter::ALL.into_iter().find(|delimiter| sign.as_bytes().first() == Some(&delimiter.byte()))
}

/// The first rows under each delimiter that makes more than one column of them.
pub fn samples(text: &str) -> Vec<(Delimiter, Sheet)> {
    let end = if text.len() <= SAMPLE {
        text.len()
    } else {
        (0..=SAMPLE).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
    };
    let sample = |delimiter: Delimiter| {
        let sheet = at_once(read(&text[..end], delimiter, end == text.len(), &Desk::new())).ok()?;
        (0..sheet.len()).any(|row| sheet.width(row) > 1).then_some((delimiter, sheet))
    };
    Delimiter::ALL.into_iter().filter_map(sample).collect()
}

/// How much a sheet looks like a table: rows of the same width, the wider the better.
pub fn regularity(sheet: &Sheet) -> f64 {
    let mut widths: Vec<usize> = (0..sheet.len()).map(|row| sheet.width(row)).filter(|&width| width > 1).collect();
    widths.sort_unstable();
    let best = widths.chunk_by(|a, b| a == b).map(|same| same.len() as f64 * (same[0] as f64).ln()).fold(0.0, f64::max);
    // Names of columns hold no decimal commas: where the first wide row has the width of the others, it is a header.
    let first = (0..sheet.len()).map(|row| sheet.width(row)).find(|&width| width > 1);
    let agrees = first.is_some_and(|first| widths.iter().filter(|&&width| width == first).count() * 2 > widths.len());
    if agrees { best * 2.0 } else { best }
}

/// The whole text as a sheet.
pub async fn sheet(text: &str, delimiter: Delimiter, desk: &Desk) -> Result<Sheet, Refusal> {
    read(text, delimiter, true, desk).await
}

/// With `whole`, the unfinished row at the end counts too.
async fn read(text: &str, delimiter: Delimiter, whole: bool, desk: &Desk) -> Result<Sheet, Refusal> {
    let mut rows = Rows::new(delimiter.byte());
    let mut sheet = Sheet::default();
    let mut scratch = Vec::new();
    let mut trouble = Ok(());
    let mut pieces = text.as_bytes().chunks(PIECE).peekable();
    while let Some(piece) = pieces.next() {
        rows.space(piece.len())[..piece.len()].copy_from_slice(piece);
        rows.filled(piece.len());
        rows.take(whole && pieces.peek().is_none(), |rows| {
            for row in rows {
                sheet.begin_row(row.line);
                for at in 0..row.len() {
                    let field = std::str::from_utf8(row.field(at, &mut scratch)).unwrap_or_default();
                    if let Err(e) = sheet.push(field) {
                        trouble = Err(e);
                        return;
                    }
                }
            }
        })?;
        trouble.clone()?;
        desk.at(rows.consumed() as usize, text.len());
        desk.did(piece.len() / 5).await;
    }
    Ok(sheet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_regular_table_wins() {
        for (text, delimiter) in [
            ("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", Delimiter::Semicolon),
            ("a\tb\n\"1,2\"\t3, 4\n5, 6\t7, 8\n", Delimiter::Tab),
            ("a|b\n1|2\n", Delimiter::Pipe),
            ("Report of May, all teams\n\na,b,c\n1,2,3\n1,2,3\n", Delimiter::Comma),
        ] {
            let all = samples(text);
            let best = all.iter().max_by(|a, b| regularity(&a.1).total_cmp(&regularity(&b.1)));
            assert_eq!(best.map(|(delimiter, _)| *delimiter), Some(delimiter), "{text}");
        }
        assert!(samples("one column\nonly\n").is_empty());
    }

    #[test]
    fn a_line_may_say_the_delimiter() {
        for (text, delimiter) in [
            ("sep=;\na;b", Some(Delimiter::Semicolon)),
            ("\"sep=,\"\r\na,b", Some(Delimiter::Comma)),
            ("sep=\t\n", Some(Delimiter::Tab)),
            ("sep=x\n", None),
            ("a;b\n", None),
        ] {
            assert_eq!(said(text), delimiter, "{text}");
        }
    }

    #[test]
    fn lines_may_end_with_a_carriage_return_alone() {
        let text = lines(Cow::Borrowed("a,b\r1,2\r\"x\ry\",2"));
        let sheet = at_once(sheet(&text, Delimiter::Comma, &Desk::new())).unwrap();
        assert_eq!((sheet.len(), sheet.line(2), sheet.cell(2, 0)), (3, 3, "x\ny"));
        assert_eq!(lines(Cow::Borrowed("a\r\nb")), "a\r\nb");
    }
}
