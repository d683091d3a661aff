//! What stands below the curve of the Curves screen: worked out once that screen is shown and nothing else is asked, part
//! by part, so that a changed rule never waits for it.

use std::cell::Cell;

use rampline::protocol::{Ask, Run};
use rampline::scene::screen::Screen;
use wasm_bindgen_futures::spawn_local;

use crate::quiet::quiet;
use crate::work;

/// How long nothing has to be asked before it, and between its parts, milliseconds.
const QUIET: i32 = 200;
const AT_ONCE: i32 = 0;

thread_local! {
    static LATEST: Cell<Run> = const { Cell::new(0) };
}

/// Answers later; only the latest request is answered.
pub fn show(run: Run, ask: Ask, width: u32) {
    LATEST.set(run);
    spawn_local(async move {
        // It does not matter whether it came to its end.
        work_out(run, &ask, width).await;
    });
}

async fn work_out(run: Run, ask: &Ask, width: u32) -> Option<()> {
    let is_wanted = || LATEST.get() == run;
    quiet(QUIET, is_wanted).await?;
    // Without people and events there are no parts, and the answer says so.
    while work::engine(|engine| engine.detail_part(&ask.definition)) == Some(false)
        || work::engine(|engine| engine.closer_part(&ask.definition)) == Some(false)
    {
        quiet(AT_ONCE, is_wanted).await?;
    }
    work::show(run, Screen::Curves, ask, width);
    Some(())
}
