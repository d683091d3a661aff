//! Work ahead of the next question, while nothing is asked: the screens of the other groupings under the same
//! definition, their pictures, then the numbers beyond the curve. Each step is short, and a question comes before the
//! next one.

use std::cell::{Cell, RefCell};

use rampline::analysis::detail::InParts;
use rampline::definition::{Definition, Grouping};
use rampline::protocol::{Ask, FromWorker, Run};
use rampline::scene::{self, Look, written};
use wasm_bindgen_futures::spawn_local;

use crate::scope::pause;
use crate::{prepared, wire, work};

/// How long nothing has to be asked before screens, pictures, and the numbers beyond the curve, milliseconds.
const AT_ONCE: i32 = 0;
const SOON: i32 = 100;
const QUIET: i32 = 300;

const GROUPINGS: [Grouping; 4] = [Grouping::Role, Grouping::Cohort, Grouping::Team, Grouping::None];

thread_local! {
    /// The definition whose numbers beyond the curve the page has.
    static TOLD: RefCell<Option<Definition>> = const { RefCell::new(None) };
    static LATEST: Cell<Run> = const { Cell::new(0) };
}

/// The data have changed.
pub fn forget() {
    TOLD.set(None);
    prepared::forget();
}

/// Stops as soon as something is analyzed again: that begins it anew.
pub fn later(run: Run, ask: &Ask, look: &Look) {
    LATEST.set(run);
    // The page lets go of the numbers of another definition.
    TOLD.with_borrow_mut(|told| told.take_if(|told| *told != ask.definition));
    let (ask, look) = (ask.clone(), look.clone());
    spawn_local(async move {
        // It does not matter whether it came to its end.
        work_ahead(run, ask, look).await;
    });
}

/// `None` when something else was analyzed meanwhile, or there is nothing to show.
async fn work_ahead(run: Run, ask: Ask, look: Look) -> Option<()> {
    let others = GROUPINGS.map(|grouping| Ask { grouping, ..ask.clone() });
    for ask in &others {
        quiet(run, AT_ONCE).await?;
        if let Some(scene) = prepared::untold(ask, &look) {
            wire::send(&FromWorker::Prepared { asked: Box::new((ask.clone(), look.clone())), scene });
        }
    }
    for ask in &others {
        quiet(run, SOON).await?;
        prepared::picture(ask, &look);
    }
    quiet(run, QUIET).await?;
    if TOLD.with_borrow(|told| told.as_ref() == Some(&ask.definition)) {
        return None;
    }
    let mut parts = InParts::default();
    let detail = loop {
        if let Some(detail) = work::engine(|engine| engine.detail_part(&ask.definition, &mut parts))? {
            break detail;
        }
        quiet(run, AT_ONCE).await?;
    };
    wire::send(&FromWorker::Detailed { run, html: written::sections(&scene::beyond(&detail)) });
    TOLD.set(Some(ask.definition));
    Some(())
}

/// Waits until nothing is asked for so long; `None` when something else was analyzed meanwhile.
async fn quiet(run: Run, milliseconds: i32) -> Option<()> {
    let mut left = milliseconds;
    loop {
        pause(left).await;
        if LATEST.get() != run {
            return None;
        }
        left = match work::idle_for() {
            Some(idle) if idle >= milliseconds => return Some(()),
            Some(idle) => milliseconds - idle,
            None => milliseconds.max(1),
        };
    }
}
