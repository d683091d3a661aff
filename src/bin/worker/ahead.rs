//! Work ahead of the next question, while nothing is asked: the screens of the other groupings under the same
//! definition, their pictures, then the numbers beyond the curve. Each step is short, and a question comes before the
//! next one.

use std::cell::Cell;

use rampline::definition::Grouping;
use rampline::protocol::{Ask, FromWorker, Run};
use rampline::scene::Look;
use wasm_bindgen_futures::spawn_local;

use crate::quiet::quiet;
use crate::{prepared, wire, work};

/// How long nothing has to be asked before screens, pictures, and the numbers beyond the curve, milliseconds.
/// The page shows the first picture meanwhile: on two processors the next ones would take one from the browser.
const SETTLED: i32 = 60;
const AT_ONCE: i32 = 0;
const SOON: i32 = 100;
const QUIET: i32 = 300;

const GROUPINGS: [Grouping; 4] = [Grouping::Role, Grouping::Cohort, Grouping::Team, Grouping::None];

thread_local! {
    static LATEST: Cell<Run> = const { Cell::new(0) };
}

/// The data have changed.
pub fn forget() {
    prepared::forget();
}

/// Stops as soon as something is analyzed again: that begins it anew.
pub fn later(run: Run, ask: &Ask, look: &Look) {
    LATEST.set(run);
    let (ask, look) = (ask.clone(), look.clone());
    spawn_local(async move {
        // It does not matter whether it came to its end.
        work_ahead(run, ask, look).await;
    });
}

/// `None` when something else was analyzed meanwhile, or there is nothing to show.
async fn work_ahead(run: Run, ask: Ask, look: Look) -> Option<()> {
    let is_wanted = || LATEST.get() == run;
    let others = GROUPINGS.map(|grouping| Ask { grouping, ..ask.clone() });
    quiet(SETTLED, is_wanted).await?;
    for ask in &others {
        quiet(AT_ONCE, is_wanted).await?;
        if let Some(scene) = prepared::untold(ask, &look) {
            wire::send(&FromWorker::Prepared { asked: Box::new((ask.clone(), look.clone())), scene });
        }
    }
    for ask in &others {
        quiet(SOON, is_wanted).await?;
        prepared::picture(ask, &look);
    }
    quiet(QUIET, is_wanted).await?;
    while !work::engine(|engine| engine.detail_part(&ask.definition))? {
        quiet(AT_ONCE, is_wanted).await?;
    }
    Some(())
}
