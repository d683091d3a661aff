//! The check of the data, after the numbers and before anything that nobody waits for.

use std::cell::{Cell, RefCell};

use rampline::definition::Definition;
use rampline::protocol::{Ask, FromWorker, Run};
use rampline::scene;
use wasm_bindgen_futures::spawn_local;

use crate::scope::{pause, today};
use crate::{wire, work};

/// So many events are checked before the numbers are told, without anybody noticing; more of them when nothing was asked
/// for so many milliseconds.
const AT_ONCE: u64 = 20_000;
const QUIET: i32 = 150;

thread_local! {
    /// The definition under which the page has it.
    static TOLD: RefCell<Option<Definition>> = const { RefCell::new(None) };
    static LATEST: Cell<Run> = const { Cell::new(0) };
}

/// The data have changed.
pub fn forget() {
    TOLD.set(None);
}

/// Before the numbers are told. A check that waits is given up as soon as something is analyzed again: that begins it anew.
pub fn begin(run: Run, ask: &Ask) {
    LATEST.set(run);
    if TOLD.with_borrow(|told| told.as_ref() == Some(&ask.definition)) {
        return;
    }
    TOLD.set(None);
    let definition = ask.definition.clone();
    if work::engine(|engine| engine.data().events()) <= AT_ONCE {
        return tell(run, definition);
    }
    spawn_local(async move {
        loop {
            pause(QUIET).await;
            if LATEST.get() != run {
                return;
            }
            if !work::is_busy() {
                return tell(run, definition);
            }
        }
    });
}

fn tell(run: Run, definition: Definition) {
    let checked = work::engine(|engine| {
        let data = engine.data();
        let (proposals, decisions) = engine.who_is_who();
        let people = scene::people(&proposals, decisions, data.merged());
        scene::checked(&engine.quality(&definition, today()), &people)
    });
    wire::send(&FromWorker::Checked { run, checked });
    TOLD.set(Some(definition));
}
