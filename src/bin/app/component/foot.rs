//! The foot line: data date and small groups under every number, the nature of the page elsewhere.

use leptos::prelude::*;
use rampline::finding;
use rampline::state::route::Route;

use crate::shell::Shell;

const PLAIN: &str = "Rampline is a static page. It works offline after the first visit.";

pub fn foot() -> impl IntoView {
    let line = Shell::here().text(|s| s.analysis.as_ref().map_or_else(|| PLAIN.to_owned(), |a| finding::foot(a)));
    view! {
        <footer class="foot">
            <p>{move || line.get()} " " <a href=Route::Data.hash()>"What is stored here"</a></p>
        </footer>
    }
}
