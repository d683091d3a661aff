//! The worker: owns the data, does what the page asks, keeps the tables on the disk. Decides nothing itself.

mod ahead;
mod check;
mod closer;
mod export;
mod filtered;
mod prepared;
mod progress;
mod quiet;
mod read;
mod save;
mod scope;
mod store;
mod timeline;
mod warm;
mod wire;
mod work;

use rampline::protocol::{FromWorker, PROTOCOL};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::MessageEvent;

fn main() {
    std::panic::set_hook(Box::new(|panic| wire::send(&FromWorker::Panicked { why: panic.to_string() })));
    let heard = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| match wire::read(&event) {
        Ok((message, files)) => work::take(message, files),
        Err(why) => wire::send(&FromWorker::Panicked { why }),
    });
    scope::worker().set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    wire::send(&FromWorker::Ready { protocol: PROTOCOL });
}
