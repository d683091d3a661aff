//! The foot line: data date and small groups under every number, the nature of the page elsewhere.

use leptos::prelude::*;
use rampline::finding;
use rampline::state::route::Route;

use crate::shell::Shell;

#[component]
pub fn Foot() -> impl IntoView {
    let shell = Shell::here();
    let line = shell.see(|s| s.analysis.as_ref().map(|a| finding::foot(a)));
    let plain = "Rampline is a static page. It works offline after the first visit.";
    view! {
        <footer class="foot">
            <p>
                {move || line.get().unwrap_or_else(|| plain.to_owned())} " "
                <a href=Route::Data.hash()>"What is stored here"</a>
            </p>
        </footer>
    }
}
