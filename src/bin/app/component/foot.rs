//! The foot line: data date and small groups under every number, the nature of the page elsewhere.

use leptos::prelude::*;
use rampline::state::route::Route;

use crate::shell::Shell;

const PLAIN: &str = "Rampline is a static page. It works offline after the first visit.";

pub fn foot() -> impl IntoView {
    let line = Shell::here().text(|s| s.scene.as_ref().map_or_else(|| PLAIN.to_owned(), |scene| scene.foot.clone()));
    view! {
        <footer class="foot">
            <p>{move || line.get()} " " <a href=Route::Data.hash()>"What is stored here"</a></p>
        </footer>
    }
}
