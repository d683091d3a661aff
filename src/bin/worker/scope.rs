//! The worker's global scope: clock and timer.

use js_sys::Promise;
use rampline::time::Day;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::DedicatedWorkerGlobalScope;

pub fn worker() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Milliseconds on a clock that never goes back.
pub fn now() -> f64 {
    worker().performance().map_or(0.0, |performance| performance.now())
}

/// A number that nobody can guess.
pub fn random() -> u64 {
    let bytes = js_sys::Uint8Array::new_with_length(8);
    let crypto = js_sys::Reflect::get(&worker(), &"crypto".into());
    let filled = crypto.and_then(|crypto| {
        let fill: js_sys::Function = js_sys::Reflect::get(&crypto, &"getRandomValues".into())?.unchecked_into();
        fill.call1(&crypto, &bytes)
    });
    match filled {
        Ok(_) => u64::from_le_bytes(bytes.to_vec().try_into().unwrap_or_default()),
        // No browser of today is without it.
        Err(_) => js_sys::Math::random().to_bits(),
    }
}

/// The day it is where the browser is.
pub fn today() -> Option<Day> {
    day_of(js_sys::Date::now())
}

/// The day of a moment (milliseconds since 1970) where the browser is.
pub fn day_of(moment: f64) -> Option<Day> {
    let date = js_sys::Date::new(&JsValue::from_f64(moment));
    Day::from_ymd(date.get_full_year() as i32, date.get_month() + 1, date.get_date())
}

/// Lets other messages come first, for at least so many milliseconds.
pub async fn pause(ms: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        // Without a timer the pause is none.
        if worker().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms).is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// What a JavaScript error says.
pub fn words(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => format!("{error:?}"),
    }
}
