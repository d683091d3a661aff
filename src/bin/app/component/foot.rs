//! The foot line: data date and small groups under every number, the nature of the page elsewhere.

use leptos::prelude::*;
use rampline::language;
use rampline::protocol::Change;
use rampline::state::msg::Msg;
use rampline::state::route::Route;
use rampline::{n, t};

use super::live::when;
use super::part::button;
use crate::shell::Shell;

const PLAIN: &str = n!("Rampline is a static page. It works offline after the first visit.");

pub fn foot() -> impl IntoView {
    let line = Shell::here()
        .text(|s| s.scene.as_ref().map_or_else(|| language::text(PLAIN).to_owned(), |scene| scene.foot.clone()));
    let may_tour = Shell::here().is(|s| s.may_tour());
    let hidden = Shell::here().is(|s| s.settings.hide_names);
    let shown =
        || button("text sm", t!("Names are hidden. Show them"), Msg::ChangeChosen(Change::Names { hidden: false }));
    let hide = || button("text sm", t!("Hide names"), Msg::ChangeChosen(Change::Names { hidden: true }));
    let tour = || button("text sm", t!("Take the tour"), Msg::TourChosen(Some(1)));
    view! {
        <footer class="foot">
            <p>{move || line.get()} " " <a href=Route::Data.hash()>{t!("What is stored here")}</a></p>
            <p class="no-print">
                {move || if hidden.get() { shown() } else { hide() }} {move || when(may_tour.get(), tour)}
            </p>
        </footer>
    }
}
