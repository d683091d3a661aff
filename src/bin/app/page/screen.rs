//! A screen that is a document: the worker wrote it, the page mounts it.

use leptos::prelude::*;
use rampline::markup::Html;
use rampline::state::msg::Msg;
use rampline::state::route::Route;
use rampline::t;

use super::curves::{filter, nothing};
use crate::component::downloads;
use crate::component::live::when;
use crate::component::mounted::mounted;
use crate::component::part::{button, ghost};
use crate::shell::Shell;

pub fn screen(route: Route) -> AnyView {
    let shell = Shell::here();
    let html = written(shell);
    let lead = shell.text(|s| s.document().map(|document| document.lead.clone()).unwrap_or_default());
    let has_numbers = shell.is(|s| s.scene.is_some());
    let is_coming = Memo::new(move |_| html.with(|html| html.is_empty()));
    let shown = move || {
        view! {
            {filter()}
            {move || when(is_coming.get(), || ghost("tall", t!("It will be here in a moment.")))}
            {mounted(html)}
            <div class="btns gap">{button("sm", t!("Print"), Msg::PrintChosen)}</div>
            {when(route == Route::Overview, downloads::report)}
        }
    };
    view! {
        <div class="head"><h1>{route.name()}</h1><p>{move || lead.get()}</p></div>
        {move || if has_numbers.get() { shown().into_any() } else { nothing() }}
    }
    .into_any()
}

/// What the worker wrote of the screen that is looked at.
pub fn written(shell: Shell) -> Memo<Html> {
    shell.see(|s| s.document().map(|document| document.html.clone()).unwrap_or_default())
}
