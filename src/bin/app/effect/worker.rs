//! The bridge to the worker. A message is a list: its postcard bytes, and beside them files (to the worker) or the
//! bytes of an export (from it), which never pass through this program's memory.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use leptos::prelude::window_event_listener;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use rampline::protocol::{FromWorker, Run, ToWorker};
use rampline::state::msg::Msg;
use web_sys::{ErrorEvent, File, MessageEvent, Worker};

use super::{address, text};
use crate::shell::Shell;

/// The worker's script, relative to the page.
const SCRIPT: &str = "worker-boot.js";

struct Bridge {
    worker: Worker,
    /// Kept alive as long as the worker may call them.
    _heard: Closure<dyn Fn(MessageEvent)>,
    _broke: Closure<dyn Fn(ErrorEvent)>,
}

impl Drop for Bridge {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

thread_local! {
    static BRIDGE: RefCell<Option<Bridge>> = const { RefCell::new(None) };
    /// Bytes of exports by run, until the state says what to do with them.
    static BYTES: RefCell<Vec<(Run, Uint8Array)>> = const { RefCell::new(Vec::new()) };
}

/// Starts a worker; one that runs is ended.
pub fn start(shell: Shell) {
    // Taken out first: ending the old one must not find the place borrowed.
    drop(BRIDGE.take());
    BYTES.take();
    match bridge(shell) {
        Ok(bridge) => BRIDGE.set(Some(bridge)),
        Err(why) => shell.send(Msg::WorkerLost { why }),
    }
}

/// A page that somebody leaves may stay in the browser's memory, and with it the worker and its hold on what is stored.
/// So the worker ends with the page, and a page that comes back begins anew.
pub fn end_with_page() {
    let _ = window_event_listener(leptos::ev::pagehide, |_| drop(BRIDGE.take()));
    let _ = window_event_listener(leptos::ev::pageshow, |shown| {
        if shown.persisted() {
            address::reload();
        }
    });
}

fn bridge(shell: Shell) -> Result<Bridge, String> {
    let worker = Worker::new(SCRIPT).map_err(text)?;
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match read(&event) {
        Ok(answer) => shell.send(Msg::WorkerSpoke(answer)),
        Err(why) => shell.send(Msg::WorkerLost { why }),
    });
    let broke = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
        // A script that cannot be loaded comes as a plain event without a message.
        let message = js_sys::Reflect::get(&event, &"message".into()).ok().and_then(|m| m.as_string());
        let why = message.unwrap_or_else(|| format!("{SCRIPT} could not be loaded."));
        shell.send(Msg::WorkerLost { why });
    });
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(broke.as_ref().unchecked_ref()));
    Ok(Bridge { worker, _heard: heard, _broke: broke })
}

fn read(event: &MessageEvent) -> Result<FromWorker, String> {
    let parts: Array = event.data().dyn_into().map_err(|_| "The worker sent something else than a list.".to_owned())?;
    let bytes: Uint8Array = parts.get(0).dyn_into().map_err(|_| "The worker's list has no bytes.".to_owned())?;
    let answer =
        postcard::from_bytes(&bytes.to_vec()).map_err(|e| format!("The worker's message cannot be read: {e}"))?;
    if let (FromWorker::Exported { run, .. }, Ok(beside)) = (&answer, parts.get(1).dyn_into::<Uint8Array>()) {
        BYTES.with_borrow_mut(|kept| kept.push((*run, beside)));
    }
    Ok(answer)
}

pub fn post(shell: Shell, message: &ToWorker, files: &[File]) {
    if let Err(why) = try_post(message, files) {
        shell.send(Msg::WorkerLost { why });
    }
}

fn try_post(message: &ToWorker, files: &[File]) -> Result<(), String> {
    let bytes = postcard::to_allocvec(message).map_err(|e| e.to_string())?;
    let bytes = Uint8Array::from(bytes.as_slice());
    let parts = Array::of2(&bytes, &files.iter().collect::<Array>());
    BRIDGE.with_borrow(|bridge| {
        let bridge = bridge.as_ref().ok_or_else(|| "The worker is not there.".to_owned())?;
        bridge.worker.post_message_with_transfer(&parts, &Array::of1(&bytes.buffer())).map_err(text)
    })
}

/// The bytes that came with the answer to that run.
pub fn take_bytes(run: Run) -> Option<Uint8Array> {
    BYTES.with_borrow_mut(|kept| {
        let at = kept.iter().position(|(of, _)| *of == run)?;
        Some(kept.swap_remove(at).1)
    })
}
