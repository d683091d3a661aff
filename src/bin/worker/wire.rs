//! Messages as they travel: a list of the postcard bytes and what goes beside them (files in, exported bytes out).

use js_sys::{Array, Uint8Array};
use rampline::protocol::{FromWorker, ToWorker};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, MessageEvent};

use crate::scope;

pub fn read(event: &MessageEvent) -> Result<(ToWorker, Vec<File>), String> {
    let parts: Array = event.data().dyn_into().map_err(|_| "the page sent something else than a list")?;
    let bytes: Uint8Array = parts.get(0).dyn_into().map_err(|_| "the page sent no bytes")?;
    let message = postcard::from_bytes(&bytes.to_vec()).map_err(|e| format!("a message cannot be read: {e}"))?;
    let files =
        parts.get(1).dyn_into::<Array>().map(|files| files.iter().filter_map(|file| file.dyn_into().ok()).collect());
    Ok((message, files.unwrap_or_default()))
}

pub fn send(message: &FromWorker) {
    send_with(message, None);
}

/// Sends a message with the bytes of a file for download.
pub fn send_with(message: &FromWorker, beside: Option<&[u8]>) {
    let bytes = Uint8Array::from(postcard::to_allocvec(message).unwrap_or_default().as_slice());
    let transfer = Array::of1(&bytes.buffer());
    let beside = beside.map(Uint8Array::from);
    if let Some(beside) = &beside {
        transfer.push(&beside.buffer());
    }
    let parts = Array::of2(&bytes, &beside.map_or(JsValue::NULL, JsValue::from));
    // Both buffers were made here and are held by nobody else: they can always be handed over.
    let _ = scope::worker().post_message_with_transfer(&parts, &transfer);
}
