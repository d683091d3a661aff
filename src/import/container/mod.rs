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

/// How much may still be unpacked.
#[derive(Debug)]
struct Room {
    left: u64,
    most: u64,
}

impl Room {
    fn take(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.left = self.left.checked_sub(bytes).ok_or(Refusal::Bomb { most: self.most })?;
        Ok(())
    }
}

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

/// What stands in the file, up to `most` bytes of it; the file itself where it is no container.
pub fn open(bytes: &[u8], most: u64) -> Result<Vec<Part<'_>>, Refusal> {
    let mut room = Room { left: most, most };
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
fn unpack(packed: impl Read, room: &mut Room) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    packed.take(room.left + 1).read_to_end(&mut bytes).map_err(|e| damaged(&e))?;
    room.take(bytes.len() as u64)?;
    Ok(bytes)
}

fn names(archive: &ZipArchive<Cursor<&[u8]>>) -> Vec<String> {
    archive.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned()).collect()
}

/// The sheets of a workbook; `None` for any other archive.
fn workbook(bytes: &[u8], room: &mut Room) -> Result<Option<Vec<(String, Sheet)>>, Refusal> {
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
            let length = std::io::copy(&mut entry.by_ref().take(room.left + 1), &mut std::io::sink())
                .map_err(|e| damaged(&e))?;
            room.take(length)?;
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
fn archive<'a>(bytes: &[u8], room: &mut Room) -> Result<Vec<Part<'a>>, Refusal> {
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

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

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
            let is_bomb = |most| matches!(open(&bytes, most), Err(Refusal::Bomb { most: told }) if told == most);
            assert!(is_bomb(0) && is_bomb(size - 1) && !is_bomb(size), "{size}");
        }
        assert_eq!(open(&text, 0).unwrap().len(), 1, "what is not packed needs no room");
    }
}
