//! The numbers beyond the curve, worked out when nothing else is asked: nobody waits for them.

use std::cell::{Cell, RefCell};

use rampline::definition::Definition;
use rampline::protocol::{FromWorker, Run};
use rampline::scene;
use wasm_bindgen_futures::spawn_local;

use crate::scope::pause;
use crate::{wire, work};

/// How long nothing has to be asked before, milliseconds.
const QUIET: i32 = 300;

thread_local! {
    /// What they were last worked out under.
    static TOLD: RefCell<Option<Definition>> = const { RefCell::new(None) };
    static LATEST: Cell<Run> = const { Cell::new(0) };
}

/// The data have changed.
pub fn forget() {
    TOLD.set(None);
}

/// Sends them unless the page has them, or something is asked meanwhile that asks for them again.
pub fn later(run: Run, definition: &Definition) {
    LATEST.set(run);
    if TOLD.with_borrow(|told| told.as_ref() == Some(definition)) {
        return;
    }
    let definition = definition.clone();
    spawn_local(async move {
        loop {
            pause(QUIET).await;
            if LATEST.get() != run {
                return;
            }
            if !work::is_busy() {
                break;
            }
        }
        let Some(detail) = work::engine(|engine| engine.detail(&definition)) else { return };
        wire::send(&FromWorker::Detailed { run, sections: scene::beyond(&detail) });
        TOLD.set(Some(definition));
    });
}
