//! One tab at a time writes: a Web Lock that is held as long as this worker lives.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::scope::{pause, worker};

const NAME: &str = "rampline-tables";
/// A page that is loaded again may come before its earlier worker is quite gone.
const TRIES: u32 = 12;
const BETWEEN_MS: i32 = 100;

/// Whether this worker has the lock now. Where the browser has no locks, it has.
pub async fn take() -> bool {
    for _ in 0..TRIES {
        match request().await {
            Some(false) => pause(BETWEEN_MS).await,
            _ => return true,
        }
    }
    false
}

/// `None` where there are no locks.
async fn request() -> Option<bool> {
    let locks = Reflect::get(&worker().navigator(), &"locks".into()).ok().filter(JsValue::is_object)?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &true.into()).ok()?;
    let answer = Promise::new(&mut |resolve, _| {
        let granted = Closure::once_into_js(move |lock: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &(!lock.is_null()).into());
            // Held until the worker ends: this promise never settles.
            if lock.is_null() { JsValue::NULL } else { Promise::new(&mut |_, _| {}).into() }
        });
        let _ = request.call3(&locks, &NAME.into(), &options, &granted);
    });
    JsFuture::from(answer).await.ok().map(|granted| granted.is_truthy())
}
