//! Hands something to the browser as a file, without a dialog.

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::logged;

/// How long an address of a blob is kept: the browser may still read it after the click.
const KEPT: Duration = Duration::from_secs(60);

pub fn bytes(bytes: &js_sys::Uint8Array, name: &str, media_type: &str) -> Result<(), JsValue> {
    blob(&typed(bytes, media_type)?, name)
}

pub fn typed(part: &JsValue, media_type: &str) -> Result<Blob, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    Blob::new_with_buffer_source_sequence_and_options(&Array::of1(part), &kind)
}

pub fn blob(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    set_timeout(move || logged("An address is still held", Url::revoke_object_url(&address)), KEPT);
    Ok(())
}
