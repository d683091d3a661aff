//! Buttons in finished HTML: what they say stands in an attribute, and one listener hears them all.

use leptos::ev;
use leptos::prelude::{
    Effect, Get, document, event_target_value, window_event_listener, window_event_listener_untyped,
};
use leptos::wasm_bindgen::JsCast;
use rampline::inspect::Key;
use rampline::markup::{code, value};
use rampline::protocol::Change;
use rampline::receipt::Reply;
use rampline::scene::document::Act;
use rampline::state::msg::Msg;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use super::logged;
use super::reading::each;
use crate::shell::Shell;

pub fn listen(shell: Shell) {
    let _ = window_event_listener(ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("button").ok().flatten());
        if let Some(msg) = button.and_then(|button| said(&button)) {
            shell.send(msg);
        }
    });
    let changed = move |event: Event| {
        if let Some(msg) = chosen(&event) {
            shell.send(msg);
        }
    };
    let _ = window_event_listener(ev::change, changed);
    let _ = window_event_listener_untyped("input", changed);
}

fn said(button: &Element) -> Option<Msg> {
    let of = |name| button.get_attribute(name);
    if let Some(key) = of("data-opens") {
        return Some(Msg::NumberOpened(Key::of_text(&key)));
    }
    if let Some(code) = of("data-saves") {
        return value(&code).map(Msg::ExportChosen);
    }
    if let Some(code) = of("data-decides") {
        return value::<Act>(&code).map(|act| Msg::ChangeChosen(Change::People(act)));
    }
    if let Some((file, topic)) = of("data-asks-again").and_then(|code| value(&code)) {
        return Some(Msg::Replied { file, reply: Box::new(Reply::AskAbout(topic)) });
    }
    if let Some(view) = of("data-views") {
        return Some(Msg::TimelineViewed(view));
    }
    if let Some(filter) = of("data-filters") {
        return Some(Msg::FilterChosen(filter));
    }
    let at = of("data-replies")?;
    replied(&button.closest("[data-asks]").ok().flatten()?, at.parse().ok())
}

/// What a field of a screen says once it is changed: a choice as its value, a letter typed with what it belongs to.
fn chosen(event: &Event) -> Option<Msg> {
    let field: Element = event.target()?.dyn_into().ok()?;
    let views = field.get_attribute("data-views");
    if event.type_() == "change" {
        if field.has_attribute("data-filters") {
            return Some(Msg::FilterChosen(event_target_value(event)));
        }
        if let Some(begun) = field.get_attribute("data-adds") {
            let field: HtmlInputElement = field.unchecked_into();
            let value = field.value();
            // A year that is being typed is out of bounds until it has all its figures.
            if value.is_empty() || !field.check_validity() {
                return None;
            }
            field.set_value("");
            return Some(Msg::FilterChosen(format!("{begun}{}", String::from(js_sys::encode_uri_component(&value)))));
        }
        let view = views?;
        return Some(Msg::TimelineViewed(if view.is_empty() { event_target_value(event) } else { view }));
    }
    let finds = field.get_attribute("data-finds")?;
    Some(Msg::TimelineViewed(format!("{finds}~{}", event_target_value(event))))
}

/// The answer to what is asked in that part: one option, or what is picked in each of its fields.
fn replied(part: &Element, at: Option<u32>) -> Option<Msg> {
    let mut picks = Vec::new();
    match at {
        Some(at) => picks.push(Some(at)),
        None => {
            each(part, "select", |select| picks.push(select.unchecked_into::<HtmlSelectElement>().value().parse().ok()))
        }
    }
    let mut keep = part.get_attribute("data-keep").unwrap_or_default();
    each(part, "input", |input| keep = input.unchecked_into::<HtmlInputElement>().value());
    let file = part.get_attribute("data-asks")?;
    Some(Msg::Replied { file, reply: Box::new(Reply::Picked { picks, keep }) })
}

/// A button is busy while its file is made.
pub fn follow(shell: Shell) {
    let busy = shell.see(|s| s.exporting.iter().map(|(_, what)| code(what)).collect::<Vec<String>>());
    Effect::new(move |_| {
        let busy = busy.get();
        let Some(body) = document().body() else { return };
        each(&body, "[data-saves]", |button| {
            let is_busy = button.get_attribute("data-saves").is_some_and(|what| busy.contains(&what));
            logged("A button says nothing", button.set_attribute("aria-busy", if is_busy { "true" } else { "false" }));
        });
    });
}
