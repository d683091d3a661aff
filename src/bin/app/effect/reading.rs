//! Reads values off the pictures: pointer, touch and arrow keys on the slider that lies over each.

use leptos::ev;
use leptos::prelude::window_event_listener;
use leptos::wasm_bindgen::{JsCast, JsValue};
use rampline::scene::live::Live;
use web_sys::{Element, Event, HtmlElement, PointerEvent};

use super::{logged, mount};
use crate::shell::Shell;

/// What is read since somebody asked.
pub const STOP: &str = "data-stop";

pub fn listen(shell: Shell) {
    let pointed = move |event: PointerEvent| {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        if let Some(slider) = slider(&event) {
            read(shell, &slider, |live, _| Some(live.nearest(x, y)));
        }
    };
    let _ = window_event_listener(ev::pointermove, pointed);
    let _ = window_event_listener(ev::pointerdown, pointed);
    let _ = window_event_listener(ev::keydown, move |event| {
        if let Some(slider) = slider(&event)
            && read(shell, &slider, |live, stop| live.pressed(stop, &event.key()))
        {
            event.prevent_default();
        }
    });
}

fn slider(event: &Event) -> Option<HtmlElement> {
    event.target()?.dyn_into::<HtmlElement>().ok().filter(|target| target.has_attribute("data-reads"))
}

/// Takes the cursors out of pictures.
pub fn clear(place: &Element) {
    each(place, ".cursor", |cursor| cursor.set_inner_html(""));
}

/// Puts sliders over their pictures, and shows again what was read.
pub fn settle(shell: Shell, place: &Element) {
    each(place, "[data-reads]", |slider| {
        let slider: HtmlElement = slider.unchecked_into();
        let at = slider.get_attribute("data-place").unwrap_or_default();
        for (side, length) in ["left", "top", "width", "height"].into_iter().zip(at.split(' ')) {
            logged("A picture is not read", slider.style().set_property(side, &format!("{length}px")));
        }
        if let Some(stop) = number(&slider, STOP) {
            read(shell, &slider, |_, _| Some(stop));
        }
    });
}

/// Whether something new was read. `to` says which stop, of a picture and the stop that is read now.
fn read(shell: Shell, slider: &HtmlElement, to: impl FnOnce(&Live, i32) -> Option<i32>) -> bool {
    let now = slider.get_attribute("data-reads").zip(number(slider, "aria-valuenow")).and_then(|(id, stop)| {
        shell.look(|state| state.live(&id).and_then(|live| to(live, stop).map(|stop| live.at(stop))))
    });
    let Some(now) = now else { return false };
    let stop = now.stop.to_string();
    let said = [("aria-valuenow", &stop), (STOP, &stop), ("aria-valuetext", &now.sentence)];
    let set: Result<(), JsValue> = said.into_iter().try_for_each(|(name, value)| slider.set_attribute(name, value));
    logged("What is read is not said", set);
    if let Ok(Some(figure)) = slider.closest("figure") {
        each(&figure, ".cursor", |cursor| cursor.set_inner_html(now.cursor.as_str()));
        each(&figure, ".readout", |readout| mount::fill(&readout, &now.readout));
    }
    true
}

fn number(slider: &Element, name: &str) -> Option<i32> {
    slider.get_attribute(name)?.parse().ok()
}

/// Every element inside that a selector chooses.
pub fn each(place: &Element, selector: &str, mut then: impl FnMut(Element)) {
    let Ok(found) = place.query_selector_all(selector) else { return };
    (0..found.length()).filter_map(|at| found.get(at)).for_each(|node| then(node.unchecked_into()));
}
