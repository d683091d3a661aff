//! A first import shown to nobody, a step at a time, so that the browser has compiled what shows the real one.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::mount::mount_to;
use leptos::prelude::{document, set_timeout};
use leptos::wasm_bindgen::JsCast;
use rampline::protocol::Rehearsal;
use rampline::state::Phase;

use crate::root;
use crate::shell::Shell;

/// Between two steps, so that whatever somebody does comes first.
const PAUSE: Duration = Duration::from_millis(30);

struct Stage {
    page: Shell,
    twin: Shell,
    told: Rehearsal,
    _mounted: Box<dyn Any>,
}

pub fn begin(page: Shell, told: Rehearsal) {
    let Ok(place) = document().create_element("div") else { return };
    let twin = Rc::new(Cell::new(None));
    let made = twin.clone();
    let mounted = mount_to(place.unchecked_into(), move || {
        let shell = Shell::rehearsing();
        made.set(Some(shell));
        root::frame(shell)
    });
    if let Some(twin) = twin.get() {
        next(Stage { page, twin, told, _mounted: Box::new(mounted) }, 0);
    }
}

fn next(stage: Stage, step: usize) {
    let go_on = move || {
        let is_alone = stage.page.look(|state| state.phase == Phase::Empty);
        let told = stage.twin.look(|state| state.rehearsed(&stage.told, step));
        if let Some(msg) = told.filter(|_| is_alone) {
            stage.twin.send(msg);
            next(stage, step + 1);
        }
    };
    set_timeout(go_on, PAUSE);
}
