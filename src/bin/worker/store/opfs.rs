//! The origin's private file system. Two files take turns: the new one is complete before the old one goes.
//!
//! A file is a prologue (where the head is), the columns one after the other, the head. The prologue is written last.

use js_sys::{ArrayBuffer, Uint8Array};
use rampline::saved::tables::Head;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DomException, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetFileOptions,
    FileSystemReadWriteOptions, FileSystemSyncAccessHandle,
};

use super::Bytes;
use crate::scope::{words, worker};

const NAMES: [&str; 2] = ["tables.0", "tables.1"];
/// Generation, where the head begins, its length: three 64-bit numbers.
const PROLOGUE: usize = 24;

#[derive(Clone)]
pub struct Folder(FileSystemDirectoryHandle);

impl Folder {
    pub async fn open() -> Result<Folder, String> {
        let storage = worker().navigator().storage();
        let has = js_sys::Reflect::has(&storage, &"getDirectory".into()).unwrap_or(false);
        if !has {
            return Err("there is no private file system".to_owned());
        }
        let folder = JsFuture::from(storage.get_directory()).await.map_err(|e| words(&e))?;
        let folder = Folder(folder.unchecked_into());
        // Some browsers have the folder and refuse the files.
        let probe = folder.file("probe", true).await?.ok_or("no file can be made")?;
        let works = js_sys::Reflect::has(&probe, &"createSyncAccessHandle".into()).unwrap_or(false);
        folder.remove("probe").await?;
        if works { Ok(folder) } else { Err("files cannot be written from here".to_owned()) }
    }

    async fn file(&self, name: &str, create: bool) -> Result<Option<FileSystemFileHandle>, String> {
        let options = FileSystemGetFileOptions::new();
        options.set_create(create);
        match JsFuture::from(self.0.get_file_handle_with_options(name, &options)).await {
            Ok(handle) => Ok(Some(handle.unchecked_into())),
            Err(e) if is_missing(&e) => Ok(None),
            Err(e) => Err(words(&e)),
        }
    }

    async fn remove(&self, name: &str) -> Result<(), String> {
        match JsFuture::from(self.0.remove_entry(name)).await {
            Err(e) if !is_missing(&e) => Err(words(&e)),
            _ => Ok(()),
        }
    }

    /// The newest complete file; `None` without one.
    pub async fn read(&self) -> Result<Option<Bytes>, String> {
        let Some(newest) = self.newest().await? else { return Ok(None) };
        let head = bytes(&newest.blob, newest.head, newest.head + newest.head_len).await?.to_vec();
        // A head that cannot be read has no columns; the caller says what is wrong with it.
        let lengths = Head::from_bytes(&head).map(|head| head.columns).unwrap_or_default();
        let mut columns = Vec::with_capacity(lengths.len());
        let mut at = PROLOGUE as u64;
        for column in lengths {
            columns.push(bytes(&newest.blob, at, at + column.bytes).await?);
            at += column.bytes;
        }
        Ok(Some((head, columns)))
    }

    async fn newest(&self) -> Result<Option<Complete>, String> {
        let mut newest: Option<Complete> = None;
        for (slot, name) in NAMES.iter().enumerate() {
            let Some(handle) = self.file(name, false).await? else { continue };
            let blob: Blob = JsFuture::from(handle.get_file()).await.map_err(|e| words(&e))?.unchecked_into();
            if (blob.size() as usize) < PROLOGUE {
                continue;
            }
            let prologue = bytes(&blob, 0, PROLOGUE as u64).await?.to_vec();
            let number = |at: usize| prologue[at..at + 8].iter().rev().fold(0u64, |n, &byte| n << 8 | u64::from(byte));
            let found = Complete { slot, generation: number(0), head: number(8), head_len: number(16), blob };
            if found.generation > newest.as_ref().map_or(0, |newest| newest.generation) {
                newest = Some(found);
            }
        }
        Ok(newest)
    }

    pub async fn begin(&self) -> Result<Writing, String> {
        let newest = self.newest().await?;
        let (slot, generation) = newest.map_or((0, 1), |newest| (1 - newest.slot, newest.generation + 1));
        let handle = self.file(NAMES[slot], true).await?.ok_or("no file can be made")?;
        let file = JsFuture::from(handle.create_sync_access_handle()).await.map_err(|e| words(&e))?;
        let file: FileSystemSyncAccessHandle = file.unchecked_into();
        let writing = Writing { folder: self.clone(), file, slot, generation, at: PROLOGUE as u64 };
        if let Err(error) = writing.file.truncate_with_u32(0) {
            writing.give_up().await;
            return Err(words(&error));
        }
        Ok(writing)
    }

    pub async fn erase(&self) -> Result<(), String> {
        for name in NAMES {
            self.remove(name).await?;
        }
        Ok(())
    }
}

/// A file whose prologue is there.
struct Complete {
    slot: usize,
    generation: u64,
    head: u64,
    head_len: u64,
    blob: Blob,
}

async fn bytes(blob: &Blob, from: u64, to: u64) -> Result<Uint8Array, String> {
    let slice = blob.slice_with_f64_and_f64(from as f64, to as f64).map_err(|e| words(&e))?;
    let buffer = JsFuture::from(slice.array_buffer()).await.map_err(|e| words(&e))?;
    Ok(Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>()))
}

fn is_missing(error: &JsValue) -> bool {
    error.dyn_ref::<DomException>().is_some_and(|e| e.name() == "NotFoundError")
}

pub struct Writing {
    folder: Folder,
    file: FileSystemSyncAccessHandle,
    slot: usize,
    generation: u64,
    at: u64,
}

impl Writing {
    pub fn write(&mut self, part: &[u8]) -> Result<(), String> {
        let at = self.at;
        self.at += part.len() as u64;
        self.write_at(part, at)
    }

    /// Columns follow each other; their lengths are in the head.
    pub fn end_column(&mut self) {}

    fn write_at(&self, part: &[u8], at: u64) -> Result<(), String> {
        let options = FileSystemReadWriteOptions::new();
        options.set_at(at as f64);
        let written = self.file.write_with_u8_array_and_options(part, &options).map_err(|e| words(&e))?;
        if written == part.len() as f64 {
            Ok(())
        } else {
            Err("the disk or the browser's room for this page is full".to_owned())
        }
    }

    pub async fn finish(mut self, head: &[u8]) -> Result<(), String> {
        let at = self.at;
        let done = self.write(head).and_then(|()| self.file.flush().map_err(|e| words(&e))).and_then(|()| {
            let prologue = [self.generation, at, head.len() as u64].map(u64::to_le_bytes).concat();
            self.write_at(&prologue, 0).and_then(|()| self.file.flush().map_err(|e| words(&e)))
        });
        self.file.close();
        match done {
            Ok(()) => self.folder.remove(NAMES[1 - self.slot]).await,
            Err(why) => {
                self.folder.remove(NAMES[self.slot]).await?;
                Err(why)
            }
        }
    }

    /// The earlier file stays the newest complete one.
    pub async fn give_up(self) {
        self.file.close();
        // A file without a prologue is never read, and the next save writes it anew.
        let _ = self.folder.remove(NAMES[self.slot]).await;
    }
}
