//! Long lists of which only the rows in sight are there: a space as high as all of them, and in it a window of rows that
//! follows as somebody scrolls.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use rampline::markup::Html;
use rampline::state::msg::Msg;
use web_sys::{Element, Event, HtmlElement};

use super::logged;
use super::reading::each;
use crate::shell::Shell;

const LIST: &str = "[data-rows]";
const WINDOW: &str = ".tl-window";
const FIRST: &str = "data-first";

pub fn listen(shell: Shell) {
    // Scrolling of an element does not bubble: it is caught on its way down.
    let scrolled = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let list = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(list) = list.filter(|list| list.has_attribute("data-rows")) {
            ask(shell, &list);
        }
    });
    let heard = window().add_event_listener_with_callback_and_bool("scroll", scrolled.as_ref().unchecked_ref(), true);
    logged("Lists do not follow", heard);
    scrolled.forget();
}

/// Asks for rows where some in sight are not there.
fn ask(shell: Shell, list: &Element) {
    let Ok(Some(there)) = list.query_selector(WINDOW) else { return };
    let (all, height) = (number(list, "data-rows"), number(list, "data-row").max(1));
    let first = number(&there, FIRST);
    let last = first + there.child_element_count() as i32;
    let from = list.scroll_top() / height;
    let many = list.client_height() / height + 1;
    let to = (from + many).min(all);
    if from < first || to > last {
        let around = |place: i32| place.clamp(0, all) as u32;
        shell.send(Msg::RowsScrolled { from: around(from - 2 * many), to: around(to + 2 * many) });
    }
}

/// Gives lists their height and their rows their place.
pub fn settle(shell: Shell, place: &Element) {
    each(place, LIST, |list| {
        let height = number(&list, "data-row");
        each(&list, ".tl-space", |space| set(&space, "height", number(&list, "data-rows") * height));
        each(&list, WINDOW, |there| set(&there, "top", number(&there, FIRST) * height));
        ask(shell, &list);
    });
}

/// Rows from a place on, instead of those that are there.
pub fn show(first: u32, html: &Html) {
    let Some(body) = document().body() else { return };
    each(&body, LIST, |list| {
        each(&list, WINDOW, |there| {
            there.set_inner_html(html.as_str());
            logged("A list has no beginning", there.set_attribute(FIRST, &first.to_string()));
            set(&there, "top", first as i32 * number(&list, "data-row"));
        });
    });
}

fn set(element: &Element, side: &str, px: i32) {
    let style = element.unchecked_ref::<HtmlElement>().style();
    logged("A list is out of place", style.set_property(side, &format!("{px}px")));
}

fn number(element: &Element, name: &str) -> i32 {
    element.get_attribute(name).and_then(|text| text.parse().ok()).unwrap_or_default()
}
