//! Files in which other files stand: gzip and zip archives, and workbooks, which are zip archives too.
//!
//! What is packed is never trusted: it is unpacked up to a limit, whatever sizes the archive claims.

mod ods;
mod xlsx;

use std::borrow::Cow;
use std::io::{Cursor, Read};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;

use super::sheet::Sheet;
use crate::receipt::Refusal;

/// All that is unpacked of one file, bytes.
pub const MOST_UNPACKED: u64 = 256 << 20;
/// Files of an archive that are looked at.
const MOST_FILES: usize = 1_000;

#[derive(Debug)]
pub enum Content<'a> {
    /// A text file, or what may be one.
    Bytes(Cow<'a, [u8]>),
    /// A workbook, with the name of each sheet.
    Sheets(Vec<(String, Sheet)>),
}

/// A file inside a file.
#[derive(Debug)]
pub struct Part<'a> {
    /// `None` where there is only one and it has no name of its own.
    pub name: Option<String>,
    pub content: Result<Content<'a>, Refusal>,
}

fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1f, 0x8b])
}

fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// What stands in the file; the file itself where it is no container.
pub fn open(bytes: &[u8]) -> Result<Vec<Part<'_>>, Refusal> {
    let mut room = MOST_UNPACKED;
    let only = |content| vec![Part { name: None, content: Ok(content) }];
    if is_gzip(bytes) {
        let inside = unpack(MultiGzDecoder::new(bytes), &mut room)?;
        return match is_zip(&inside) {
            true => Ok(only(Content::Sheets(workbook(&inside, &mut room)?.ok_or_else(nested)?))),
            false => Ok(only(Content::Bytes(Cow::Owned(inside)))),
        };
    }
    if !is_zip(bytes) {
        return Ok(only(Content::Bytes(Cow::Borrowed(bytes))));
    }
    match workbook(bytes, &mut room)? {
        Some(sheets) => Ok(only(Content::Sheets(sheets))),
        None => archive(bytes, &mut room),
    }
}

fn nested() -> Refusal {
    Refusal::NotText { found: "an archive inside an archive".to_owned() }
}

fn damaged(why: &dyn ToString) -> Refusal {
    Refusal::Unpacked { why: why.to_string() }
}

/// Everything of it, unless that is more than there is room for.
fn unpack(packed: impl Read, room: &mut u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    packed.take(*room + 1).read_to_end(&mut bytes).map_err(|e| damaged(&e))?;
    *room = room.checked_sub(bytes.len() as u64).ok_or(Refusal::Bomb { most: MOST_UNPACKED })?;
    Ok(bytes)
}

fn names(archive: &ZipArchive<Cursor<&[u8]>>) -> Vec<String> {
    archive.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned()).collect()
}

/// The sheets of a workbook; `None` for any other archive.
fn workbook(bytes: &[u8], room: &mut u64) -> Result<Option<Vec<(String, Sheet)>>, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
    let names = names(&archive);
    let has = |name: &str| names.iter().any(|known| known == name);
    let other = |found: &str| Err(Refusal::NotText { found: found.to_owned() });
    if has("xl/workbook.bin") {
        return other("a binary workbook (.xlsb)");
    }
    if has("word/document.xml") {
        return other("a Word document");
    }
    if has("ppt/presentation.xml") {
        return other("a presentation");
    }
    if has("[Content_Types].xml") && names.iter().any(|name| name.ends_with("workbook.xml")) {
        // Its reader unpacks without a limit of its own.
        for at in 0..archive.len() {
            let mut entry = archive.by_index(at).map_err(|e| damaged(&e))?;
            let length =
                std::io::copy(&mut entry.by_ref().take(*room + 1), &mut std::io::sink()).map_err(|e| damaged(&e))?;
            *room = room.checked_sub(length).ok_or(Refusal::Bomb { most: MOST_UNPACKED })?;
        }
        return xlsx::sheets(bytes).map(Some);
    }
    match names.iter().position(|name| name == "content.xml") {
        Some(at) if has("mimetype") => {
            let content = unpack(archive.by_index(at).map_err(|e| damaged(&e))?, room)?;
            ods::sheets(&content).map(Some)
        }
        _ => Ok(None),
    }
}

/// Every file of an archive but the ones that systems leave behind.
fn archive<'a>(bytes: &[u8], room: &mut u64) -> Result<Vec<Part<'a>>, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
    let mut parts = Vec::new();
    for (at, name) in names(&archive).into_iter().enumerate().take(MOST_FILES) {
        let last = name.rsplit('/').next().unwrap_or_default();
        if last.is_empty() || last.starts_with('.') || name.starts_with("__MACOSX/") {
            continue;
        }
        let inside = match archive.by_index(at) {
            Ok(entry) => unpack(entry, room),
            Err(e) => Err(damaged(&e)),
        };
        let content = match inside {
            Err(why @ Refusal::Bomb { .. }) => return Err(why),
            Ok(inside) if is_zip(&inside) => match workbook(&inside, room) {
                Ok(sheets) => sheets.map(Content::Sheets).ok_or_else(nested),
                Err(why) => Err(why),
            },
            Ok(inside) if is_gzip(&inside) => Err(nested()),
            Ok(inside) => Ok(Content::Bytes(Cow::Owned(inside))),
            Err(why) => Err(why),
        };
        parts.push(Part { name: Some(name), content });
    }
    if parts.is_empty() { Err(Refusal::Empty) } else { Ok(parts) }
}
