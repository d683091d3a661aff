//! A file of the page, piece by piece. While one piece is worked on, the next ones are on their way.

use std::collections::VecDeque;

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use rampline::engine::is_key;

use crate::scope::words;

/// Large enough that asking for it costs nothing, small enough that a cancel is felt at once.
const PIECE: u64 = 8 << 20;
/// Pieces asked for before they are needed.
const AHEAD: usize = 3;

/// Keys are far smaller, bytes.
const MOST_KEY: f64 = 64e6;

/// The bytes of a key to codes; `None` of any other file.
pub async fn key(file: &Blob) -> Option<Vec<u8>> {
    let bytes = async |to: f64| {
        let slice = file.slice_with_f64_and_f64(0.0, to).ok()?;
        let buffer = JsFuture::from(slice.array_buffer()).await.ok()?;
        Some(Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>()).to_vec())
    };
    let is_one = file.size() <= MOST_KEY && is_key(&bytes(64.0).await?);
    if is_one { bytes(file.size()).await } else { None }
}

pub struct Pieces<'a> {
    blob: &'a Blob,
    size: u64,
    asked: u64,
    coming: VecDeque<Promise>,
}

impl<'a> Pieces<'a> {
    pub fn of(blob: &'a Blob) -> Pieces<'a> {
        Pieces { blob, size: blob.size() as u64, asked: 0, coming: VecDeque::new() }
    }

    /// The next piece; `None` behind the last.
    pub async fn next(&mut self) -> Result<Option<Uint8Array>, String> {
        while self.coming.len() < AHEAD && self.asked < self.size {
            let end = (self.asked + PIECE).min(self.size);
            let slice = self.blob.slice_with_f64_and_f64(self.asked as f64, end as f64).map_err(|e| words(&e))?;
            self.coming.push_back(slice.array_buffer());
            self.asked = end;
        }
        let Some(piece) = self.coming.pop_front() else { return Ok(None) };
        let buffer = JsFuture::from(piece).await.map_err(|e| words(&e))?;
        Ok(Some(Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>())))
    }
}
