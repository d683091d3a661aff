//! Files that are no canonical table: read as a whole, because what their values mean shows only from all of them.

use super::apply::apply;
use super::canonical::{Canonical, Look};
use super::container::{self, Content};
use super::desk::{Desk, at_once};
use super::dialect;
use super::given::{Given, Known};
use super::header::Header;
use super::ics;
use super::row::Rows;
use super::sheet::Sheet;
use super::source::{self, Match};
use super::text::{self, Text};
use crate::receipt::{Answers, Assumption, Delimiter, Encoding, Form, Kin, Question, Receipt, Refusal};

/// The largest of them, bytes: its text, its cells and the columns are in memory together.
pub const MOST_BYTES: u64 = 256 << 20;
/// What is packed goes through in pieces of so many bytes.
const PIECE: usize = 1 << 20;

/// Shares of the work: unpacking an archive, and making cells of a text.
const UNPACKING: f64 = 0.5;
const MAKING_CELLS: f64 = 0.4;

/// What a file said.
#[derive(Debug)]
pub struct Told {
    pub receipts: Vec<Receipt>,
    /// What its first table looks like, where that is no canonical one.
    pub kin: Option<Kin>,
}

impl Told {
    fn canonical(receipt: Receipt) -> Told {
        Told { receipts: vec![receipt], kin: None }
    }
}

/// Adds what the file says to the tables. `otherwise` is why it is no canonical table, for a file nobody knows.
pub async fn read(
    bytes: &[u8],
    file: &str,
    given: &Given,
    otherwise: Option<Refusal>,
    desk: &Desk,
) -> Result<Told, Refusal> {
    let whole = desk.narrow(0.0, if container::is_one(bytes) { UNPACKING } else { 0.0 });
    let parts = container::open(bytes, container::MOST_UNPACKED, desk).await?;
    desk.at(1, 1);
    desk.back_to(whole);
    let of_parts = desk.narrow(if container::is_one(bytes) { UNPACKING } else { 0.0 }, 1.0);
    let count = parts.len();
    let is_only = count == 1;
    let mut all = Told { receipts: Vec::new(), kin: None };
    let mut unread = Vec::new();
    for (at, part) in parts.into_iter().enumerate() {
        let all_parts = desk.narrow(at as f64 / count as f64, (at + 1) as f64 / count as f64);
        let before = desk.with(|tables| tables.mark());
        let name = part.name.as_deref().unwrap_or_else(|| file.strip_suffix(".gz").unwrap_or(file));
        let read = match part.content {
            Ok(Content::Bytes(bytes)) => table(&bytes, name, given, otherwise.clone(), desk).await,
            Ok(Content::Sheets(sheets)) => workbook(sheets, name, given, desk).await,
            Err(why) => Err(why),
        };
        desk.at(1, 1);
        desk.back_to(all_parts);
        match read {
            Ok(mut read) => {
                for receipt in &mut read.receipts {
                    let inside = [part.name.clone(), receipt.reading.part.take()];
                    let inside: Vec<String> = inside.into_iter().flatten().collect();
                    receipt.reading.part = (!inside.is_empty()).then(|| inside.join(", "));
                }
                all.kin = all.kin.or(read.kin);
                all.receipts.extend(read.receipts);
            }
            Err(why @ Refusal::Asks(_)) => return Err(why),
            Err(why) if is_only || why.is_too_much() => return Err(why),
            Err(why) => {
                desk.with(|tables| tables.rewind(&before));
                unread.push((name.to_owned(), why));
            }
        }
    }
    desk.back_to(of_parts);
    if all.receipts.is_empty() {
        return Err(unread.into_iter().next().map_or(Refusal::Empty, |(_, why)| why));
    }
    let unread = unread.into_iter().map(|(part, why)| Assumption::Unread { part, why: why.to_string() });
    all.receipts[0].reading.assumptions.extend(unread);
    Ok(all)
}

/// A text file: a canonical table after all, if it was packed, or an export.
async fn table(
    bytes: &[u8],
    file: &str,
    given: &Given,
    otherwise: Option<Refusal>,
    desk: &Desk,
) -> Result<Told, Refusal> {
    if given.answers.is_empty()
        && !given.ask
        && otherwise.is_none()
        && let Some(receipt) = canonical(bytes, desk).await?
    {
        return Ok(Told::canonical(receipt));
    }
    let answer = given.answers.encoding.clone().or_else(|| encoding_of_kin(bytes, given));
    let whole = desk.narrow(0.0, MAKING_CELLS);
    let text = text::decode(bytes, answer.as_ref(), desk).await?;
    let encodings = text::candidates(bytes, &text);
    let Text { text, encoding, is_guess } = text;
    if is_guess
        && !given.ask
        && let Some(question) = text::doubt(bytes, &encodings)
    {
        return Err(given.said().asks(vec![question], None, file));
    }
    let text = dialect::lines(text);
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let (sheet, form, assumptions) = if ics::is_calendar(&text) {
        let (sheet, assumptions) = ics::sheet(&text, given.written, desk).await?;
        (sheet, Form::Calendar { encoding }, assumptions)
    } else {
        let delimiter = delimiter(&text, file, &given.answers)?;
        (dialect::sheet(&text, delimiter, desk).await?, Form::Text { encoding, delimiter }, Vec::new())
    };
    drop(text);
    desk.at(1, 1);
    desk.back_to(whole);
    let whole = desk.narrow(MAKING_CELLS, 1.0);
    let read = match recognized(&sheet, file, given, desk).await {
        Ok((Some(found), known)) => told(found, &sheet, file, form, known, desk).await,
        Ok((None, _)) => Err(unknown(&sheet, file, given, otherwise)),
        Err(why) => Err(why),
    };
    desk.back_to(whole);
    let mut told = read.map_err(|why| why.asking_first(encodings.filter(|_| given.ask)))?;
    for receipt in &mut told.receipts {
        let first = is_guess.then_some(Assumption::Encoding).into_iter().chain(assumptions.iter().cloned());
        receipt.reading.assumptions.splice(0..0, first);
    }
    Ok(told)
}

/// The receipt of a canonical table; `None` where it is none. The bytes go through in pieces, as those of a file do.
async fn canonical(bytes: &[u8], desk: &Desk) -> Result<Option<Receipt>, Refusal> {
    if std::str::from_utf8(bytes).is_err() {
        return Ok(None);
    }
    let mut rows = Rows::new(b',');
    let mut rest = bytes;
    let mut table: Option<Box<Canonical>> = None;
    loop {
        let (piece, behind) = rest.split_at(rest.len().min(PIECE));
        rows.space(piece.len())[..piece.len()].copy_from_slice(piece);
        rows.filled(piece.len());
        rest = behind;
        let last = rest.is_empty();
        if table.is_none() {
            match desk.with(|tables| Canonical::begin(&mut rows, tables, last))? {
                Look::Canonical(found) => table = Some(found),
                Look::More if !last => continue,
                _ => return Ok(None),
            }
        }
        if let Some(table) = &mut table {
            desk.with(|tables| table.take(&mut rows, bytes.len() as u64, tables, last))?;
            desk.at(bytes.len() - rest.len(), bytes.len());
            desk.did(PIECE / 20).await;
        }
        if last {
            return Ok(table.map(|table| desk.with(|tables| table.finish(tables))));
        }
    }
}

/// The best that is known of a sheet, and what holds for it: what was said of the file, else what is kept for its kind.
async fn recognized<'a>(
    sheet: &Sheet,
    file: &str,
    given: &'a Given,
    desk: &Desk,
) -> Result<(Option<Match>, Known<'a>), Refusal> {
    let found = source::recognize(sheet, file, &given.answers, desk).await?;
    let profile = match found.as_ref().filter(|found| !found.is_guess) {
        Some(found) => given.profile(&found.kin(sheet, file)),
        None => given.profile_of_unknown(sheet, file),
    };
    let Some(profile) = profile else { return Ok((found, given.said())) };
    Ok((source::recognize(sheet, file, &profile.answers, desk).await?, given.kept(profile)))
}

async fn told(
    found: Match,
    sheet: &Sheet,
    file: &str,
    form: Form,
    known: Known<'_>,
    desk: &Desk,
) -> Result<Told, Refusal> {
    let kin = Some(found.kin(sheet, file));
    Ok(Told { receipts: apply(found, sheet, file, form, known, desk).await?, kin })
}

/// The encoding of the kind of export that this is, where its names show only when it is read so.
fn encoding_of_kin(bytes: &[u8], given: &Given) -> Option<Encoding> {
    if !given.answers.is_empty() || std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let head = &bytes[..bytes.len().min(dialect::SAMPLE)];
    let known = given.profiles.iter().filter_map(|profile| Some((profile, profile.answers.encoding.as_ref()?)));
    let fits = |columns: &[String], sheet: &Sheet| {
        (0..sheet.len().min(source::MOST_HEADER_ROW)).any(|row| {
            let kin = |columns: &[String]| Kin { source: None, columns: columns.to_vec() };
            kin(columns).shared(&Header::new(sheet, row, "").kin(None)).is_some()
        })
    };
    let (_, encoding) = known.into_iter().find(|(profile, encoding)| {
        at_once(text::decode(head, Some(encoding), &Desk::new())).is_ok_and(|text| {
            let sheets = dialect::samples(&dialect::lines(text.text));
            sheets.iter().any(|(_, sheet)| fits(&profile.kin.columns, sheet))
        })
    })?;
    Some(encoding.clone())
}

/// The sheet that was asked for, else the first that is recognized.
async fn workbook(sheets: Vec<(String, Sheet)>, file: &str, given: &Given, desk: &Desk) -> Result<Told, Refusal> {
    let names: Vec<String> = sheets.iter().map(|(name, _)| name.clone()).collect();
    let which = |read: usize| {
        let rows = sheets.iter().map(|(name, sheet)| (name.clone(), sheet.len() as u64)).collect();
        (sheets.len() > 1).then_some(Question::Sheet { sheets: rows, read })
    };
    // What is kept for one of the sheets says which one is read.
    let mut kept = None;
    for (_, sheet) in &sheets {
        if let (None, Ok((_, known))) = (kept, recognized(sheet, file, given, desk).await)
            && known.profile.is_some()
        {
            kept = known.answers.sheet.as_ref();
        }
    }
    let wanted = given.answers.sheet.as_ref().or(kept).filter(|wanted| names.contains(wanted));
    let mut why = None;
    for (at, (name, sheet)) in sheets.iter().enumerate() {
        if wanted.is_some_and(|wanted| wanted != name) {
            continue;
        }
        let (Some(found), known) = recognized(sheet, file, given, desk).await? else {
            if why.is_none() && sheet.len() > 0 {
                why = Some(unknown(sheet, file, given, None).asking_first(which(at)));
            }
            continue;
        };
        let read = told(found, sheet, file, Form::Workbook, known, desk).await;
        let mut told = read.map_err(|why| why.asking_first(which(at).filter(|_| given.ask)))?;
        let others: Vec<String> = names.iter().filter(|other| *other != name).cloned().collect();
        for receipt in &mut told.receipts {
            receipt.reading.part = Some(name.clone());
            if !others.is_empty() && wanted.is_none() {
                let assumption = Assumption::Sheet { sheet: name.clone(), others: others.clone() };
                receipt.reading.assumptions.insert(0, assumption);
            }
        }
        return Ok(told);
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
        let score = at_once(source::recognize(&sample, file, answers, &Desk::new()))
            .map_or(usize::MAX, |found| found.map_or(0, |found| found.score));
        let regularity = dialect::regularity(&sample);
        if (score, regularity) > (best.1, best.2) {
            best = (delimiter, score, regularity);
        }
    }
    Ok(best.0)
}

fn unknown(sheet: &Sheet, file: &str, given: &Given, otherwise: Option<Refusal>) -> Refusal {
    match otherwise {
        Some(why @ (Refusal::MissingColumn { .. } | Refusal::ColumnTwice { .. })) => why,
        otherwise => match (source::generic::question(sheet, file, &given.answers), otherwise) {
            (Some((question, lacks)), _) => given.said().asks_for(lacks, vec![question], None, file),
            (None, Some(why)) => why,
            (None, None) => Refusal::UnknownHeader { found: super::problems::shortened(sheet.cell(0, 0)) },
        },
    }
}
