//! A file of this site, or in a sentence why it could not be fetched.

use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};
use rampline::t;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::text;

pub async fn fetch(address: &str) -> Result<Response, String> {
    let answer = JsFuture::from(window().fetch_with_str(address)).await.map_err(|error| broken(address, error))?;
    let response: Response = answer.unchecked_into();
    match response.ok() {
        true => Ok(response),
        false => Err(t!("{address}: the server answered {status}.", address, status = response.status())),
    }
}

/// The connection broke off.
pub fn broken(address: &str, error: JsValue) -> String {
    t!("{address}: {why}. Check the connection and try again.", address, why = text(error))
}
