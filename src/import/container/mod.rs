//! Files in which other files stand: gzip and zip archives, and workbooks, which are zip archives too.
//!
//! What is packed is never trusted: it is unpacked up to a limit, whatever sizes the archive claims, and all sheets of all
//! workbooks in it share one allowance of cells and text.

mod ods;
mod xlsx;

use std::borrow::Cow;
use std::io::{Cursor, Read};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;

use super::desk::Desk;
use super::sheet::{Allowance, Sheet};
use crate::receipt::Refusal;
use crate::t;

/// All that is unpacked of one file, bytes.
pub const MOST_UNPACKED: u64 = 256 << 20;
/// Files of an archive, those of archives in it included.
const MOST_FILES: usize = 1_000;
/// Archives inside one another.
const MOST_DEEP: usize = 3;
/// Sheets of a workbook.
const MOST_SHEETS: usize = 200;

/// How much may still be taken out of one file.
#[derive(Debug)]
struct Room {
    left: u64,
    most: u64,
    files: usize,
    cells: Allowance,
}

impl Room {
    fn new(most: u64) -> Room {
        Room { left: most, most, files: MOST_FILES, cells: Allowance::default() }
    }

    fn take(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.left = self.left.checked_sub(bytes).ok_or(Refusal::Bomb { most: self.most })?;
        Ok(())
    }

    fn take_file(&mut self) -> Result<(), Refusal> {
        self.files = self
            .files
            .checked_sub(1)
            .ok_or_else(|| damaged(&t!("it holds more than {most} files", most = MOST_FILES)))?;
        Ok(())
    }

    /// A sheet that may be as large as all of them together.
    fn sheet(&self) -> Sheet {
        Sheet::within(self.cells)
    }

    /// Keeps a sheet that is complete.
    fn keep(&mut self, sheets: &mut Vec<(String, Sheet)>, name: String, sheet: Sheet) -> Result<(), Refusal> {
        if sheets.len() == MOST_SHEETS {
            return Err(damaged(&t!("it has more than {most} sheets", most = MOST_SHEETS)));
        }
        self.cells = sheet.left();
        sheets.push((name, sheet));
        Ok(())
    }
}

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

/// Whether the file is a container.
pub fn is_one(bytes: &[u8]) -> bool {
    is_gzip(bytes) || is_zip(bytes)
}

/// What stands in the file, up to `most` bytes of it; the file itself where it is no container.
pub async fn open<'a>(bytes: &'a [u8], most: u64, desk: &Desk) -> Result<Vec<Part<'a>>, Refusal> {
    if !is_one(bytes) {
        return Ok(vec![Part { name: None, content: Ok(Content::Bytes(Cow::Borrowed(bytes))) }]);
    }
    let mut parts = Vec::new();
    take_apart(bytes, None, 0, &mut Room::new(most), &mut parts, desk).await?;
    if parts.is_empty() { Err(Refusal::Empty) } else { Ok(parts) }
}

/// Takes a container apart that stands inside so many others.
async fn take_apart(
    bytes: &[u8],
    name: Option<String>,
    depth: usize,
    room: &mut Room,
    parts: &mut Vec<Part<'_>>,
    desk: &Desk,
) -> Result<(), Refusal> {
    if depth == MOST_DEEP {
        return Err(Refusal::NotText {
            found: t!("archives inside archives, more than {most} deep", most = MOST_DEEP),
        });
    }
    if is_gzip(bytes) {
        // Of the last stream in it, which mostly is the only one.
        let claimed = bytes.last_chunk().map_or(0, |size| u32::from_le_bytes(*size));
        let inside = unpack(MultiGzDecoder::new(bytes), u64::from(claimed), bytes, room, desk).await?;
        let name = name.map(|name| name.strip_suffix(".gz").map(str::to_owned).unwrap_or(name));
        return take(inside, name, depth, room, parts, desk).await;
    }
    match workbook(bytes, room, desk).await? {
        Some(sheets) => parts.push(Part { name, content: Ok(Content::Sheets(sheets)) }),
        None => archive(bytes, name.as_deref(), depth, room, parts, desk).await?,
    }
    Ok(())
}

/// What came out of a container: a file, or the next container.
async fn take(
    inside: Vec<u8>,
    name: Option<String>,
    depth: usize,
    room: &mut Room,
    parts: &mut Vec<Part<'_>>,
    desk: &Desk,
) -> Result<(), Refusal> {
    if is_one(&inside) {
        // A future that holds itself needs a place of its own.
        return Box::pin(take_apart(&inside, name, depth + 1, room, parts, desk)).await;
    }
    parts.push(Part { name, content: Ok(Content::Bytes(Cow::Owned(inside))) });
    Ok(())
}

fn damaged(why: &dyn ToString) -> Refusal {
    Refusal::Unpacked { why: why.to_string() }
}

/// Bytes unpacked at a time.
const PIECE: u64 = 256 << 10;

/// Packed to less than a thousandth nothing can be.
const MOST_RATIO: u64 = 1_040;

/// Everything of it, unless that is more than there is room for. The size it claims only saves growing; `packed_in` is
/// the container that it stands in.
async fn unpack(
    packed: impl Read,
    claimed: u64,
    packed_in: &[u8],
    room: &mut Room,
    desk: &Desk,
) -> Result<Vec<u8>, Refusal> {
    let claimed = claimed.min(packed_in.len() as u64 * MOST_RATIO);
    let mut bytes = Vec::with_capacity(claimed.saturating_add(1).min(room.left) as usize);
    let mut packed = packed.take(room.left + 1);
    while packed.by_ref().take(PIECE).read_to_end(&mut bytes).map_err(|e| damaged(&e))? > 0 {
        desk.at(bytes.len(), claimed as usize);
        desk.did(PIECE as usize / 10).await;
    }
    room.take(bytes.len() as u64)?;
    Ok(bytes)
}

fn names(archive: &ZipArchive<Cursor<&[u8]>>) -> Vec<String> {
    archive.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned()).collect()
}

/// The sheets of a workbook; `None` for any other archive.
async fn workbook(bytes: &[u8], room: &mut Room, desk: &Desk) -> Result<Option<Vec<(String, Sheet)>>, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
    let names = names(&archive);
    let has = |name: &str| names.iter().any(|known| known == name);
    let other = |found: &str| Err(Refusal::NotText { found: found.to_owned() });
    if has("xl/workbook.bin") {
        return other(t!("a binary workbook (.xlsb)"));
    }
    if has("word/document.xml") {
        return other(t!("a Word document"));
    }
    if has("ppt/presentation.xml") {
        return other(t!("a presentation"));
    }
    if has("[Content_Types].xml") && names.iter().any(|name| name.ends_with("workbook.xml")) {
        // Its reader unpacks without a limit of its own.
        for at in 0..archive.len() {
            let mut entry = archive.by_index(at).map_err(|e| damaged(&e))?;
            loop {
                let piece = entry.by_ref().take(PIECE);
                let length = std::io::copy(&mut { piece }, &mut std::io::sink()).map_err(|e| damaged(&e))?;
                room.take(length)?;
                if length == 0 {
                    break;
                }
                desk.did(PIECE as usize / 10).await;
            }
        }
        if let Some(at) = names.iter().position(|name| name == "xl/sharedStrings.xml") {
            xlsx::check_texts(archive.by_index(at).map_err(|e| damaged(&e))?)?;
        }
        return xlsx::sheets(bytes, room, desk).await.map(Some);
    }
    match names.iter().position(|name| name == "content.xml") {
        Some(at) if has("mimetype") => {
            let entry = archive.by_index(at).map_err(|e| damaged(&e))?;
            let claimed = entry.size();
            let content = unpack(entry, claimed, bytes, room, desk).await?;
            ods::sheets(&content, room, desk).await.map(Some)
        }
        _ => Ok(None),
    }
}

/// Every file of an archive but the ones that systems leave behind. One that is damaged does not spoil the others; one
/// that is too large does.
async fn archive(
    bytes: &[u8],
    within: Option<&str>,
    depth: usize,
    room: &mut Room,
    parts: &mut Vec<Part<'_>>,
    desk: &Desk,
) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
    for (at, name) in names(&archive).into_iter().enumerate() {
        let last = name.rsplit('/').next().unwrap_or_default();
        if last.is_empty() || last.starts_with('.') || name.starts_with("__MACOSX/") {
            continue;
        }
        room.take_file()?;
        let name = within.map(|within| format!("{within}, {name}")).unwrap_or(name);
        let taken = match archive.by_index(at) {
            Ok(entry) => {
                let claimed = entry.size();
                match unpack(entry, claimed, bytes, room, desk).await {
                    Ok(inside) => take(inside, Some(name.clone()), depth, room, parts, desk).await,
                    Err(why) => Err(why),
                }
            }
            Err(e) => Err(damaged(&e)),
        };
        match taken {
            Ok(()) => {}
            Err(why) if why.is_too_much() => return Err(why),
            Err(why) => parts.push(Part { name: Some(name), content: Err(why) }),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::import::desk::at_once;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn zip(names: &[&str], bytes: &[u8]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn no_more_is_unpacked_than_there_is_room_for() {
        let text = [b'0'; 1000];
        for (bytes, size) in [
            (gzip(&text), 1000),
            (zip(&["a.csv"], &text), 1000),
            (zip(&["a.csv", "b.csv"], &text), 2000),
            (zip(&["[Content_Types].xml", "xl/workbook.xml"], &text), 2000),
            (zip(&["mimetype", "content.xml"], &text), 1000),
        ] {
            let is_bomb = |most| matches!(at_once(open(&bytes, most, &Desk::new())), Err(Refusal::Bomb { most: told }) if told == most);
            assert!(is_bomb(0) && is_bomb(size - 1) && !is_bomb(size), "{size}");
        }
        assert_eq!(at_once(open(&text, 0, &Desk::new())).unwrap().len(), 1, "what is not packed needs no room");
    }
}
