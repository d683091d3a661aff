//! Work ahead of the next question, while nothing is asked: the other groupings under the same definition, then the
//! numbers beyond the curve.

use std::cell::{Cell, RefCell};

use rampline::definition::{Definition, Grouping};
use rampline::protocol::{Ask, FromWorker, Run};
use rampline::scene;
use wasm_bindgen_futures::spawn_local;

use crate::scope::pause;
use crate::{wire, work};

/// How long nothing has to be asked before a step, milliseconds.
const SOON: i32 = 20;
const QUIET: i32 = 300;

thread_local! {
    /// The definition whose numbers beyond the curve the page has.
    static TOLD: RefCell<Option<Definition>> = const { RefCell::new(None) };
    static LATEST: Cell<Run> = const { Cell::new(0) };
}

/// The data have changed.
pub fn forget() {
    TOLD.set(None);
}

/// Stops as soon as something is analyzed again: that begins it anew.
pub fn later(run: Run, ask: &Ask) {
    LATEST.set(run);
    // The page lets go of the numbers of another definition.
    TOLD.with_borrow_mut(|told| told.take_if(|told| *told != ask.definition));
    spawn_local(work_ahead(run, ask.clone()));
}

async fn work_ahead(run: Run, ask: Ask) {
    for grouping in Grouping::SPLITS {
        if !quiet(run, SOON).await {
            return;
        }
        work::engine(|engine| engine.analyze(&Ask { grouping, ..ask.clone() }).is_some());
    }
    let told = || TOLD.with_borrow(|told| told.as_ref() == Some(&ask.definition));
    if !quiet(run, QUIET).await || told() {
        return;
    }
    let Some(detail) = work::engine(|engine| engine.detail(&ask.definition)) else { return };
    wire::send(&FromWorker::Detailed { run, sections: scene::beyond(&detail) });
    TOLD.set(Some(ask.definition));
}

/// Waits until nothing is asked for so long; `false` when something else was analyzed meanwhile.
async fn quiet(run: Run, milliseconds: i32) -> bool {
    loop {
        pause(milliseconds).await;
        if LATEST.get() != run {
            return false;
        }
        if !work::is_busy() {
            return true;
        }
    }
}
