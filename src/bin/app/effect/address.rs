//! The window: address, title, focus, theme, print.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use rampline::state::Theme;
use rampline::state::msg::Msg;
use rampline::state::route::Route;
use web_sys::HtmlElement;

use super::logged;
use crate::shell::Shell;

/// Id of the content, which the skip link and a change of screen bring the focus to.
pub const CONTENT: &str = "main";

pub fn here() -> (Route, Option<String>) {
    // An address that cannot be read is no address.
    Route::of_address(&location().hash().unwrap_or_default())
}

pub fn listen(shell: Shell) {
    let _ = window_event_listener(leptos::ev::hashchange, move |_| {
        let (route, filter) = here();
        shell.send(Msg::RouteChanged(route, filter));
    });
    // boot.js says so when the service worker has fetched another version.
    let _ = window_event_listener(leptos::ev::Custom::<web_sys::Event>::new("rampline-update"), move |_| {
        shell.send(Msg::NewerVersionFetched);
    });
}

pub fn navigate(address: &str) {
    logged("The address stays", location().set_hash(address));
}

/// Says it anew, without a step in the history.
pub fn say(address: &str) {
    let history = window().history();
    logged("The address stays", history.and_then(|h| h.replace_state_with_url(&JsValue::NULL, "", Some(address))));
}

pub fn title(route: Route) {
    document().set_title(&match route {
        Route::Start => "Rampline".to_owned(),
        _ => format!("{} · Rampline", route.name()),
    });
}

/// After the screen has changed, not before.
pub fn focus_content() {
    request_animation_frame(|| {
        if let Some(main) = document().get_element_by_id(CONTENT) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            logged("No focus", main.unchecked_into::<HtmlElement>().focus());
        }
    });
}

/// After the screen has changed, not before.
pub fn focus_on(id: String) {
    request_animation_frame(move || {
        if let Some(found) = document().get_element_by_id(&id) {
            logged("No focus", found.unchecked_into::<HtmlElement>().focus());
        }
    });
}

pub fn show_theme(theme: Theme) {
    let Some(root) = document().document_element() else { return };
    let shown = match theme {
        Theme::Auto => root.remove_attribute("data-theme"),
        Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.word()),
    };
    logged("The theme stays", shown);
}

/// The screen of public/index.html that stands until the app does.
pub fn remove_boot_screen() {
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
}

pub fn reload() {
    logged("The page stays", location().reload());
}

pub fn print() {
    logged("Nothing was printed", window().print());
}
