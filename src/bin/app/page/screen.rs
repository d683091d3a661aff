//! A screen that is a document: the worker wrote it, the page mounts it.

use leptos::prelude::*;
use rampline::scene::screen::Document;
use rampline::state::route::Route;

use super::curves::nothing;
use crate::component::downloads;
use crate::component::held::Held;
use crate::component::part::ghost;
use crate::component::staged::{self, staged};
use crate::shell::Shell;

pub fn screen(route: Route) -> AnyView {
    let shell = Shell::here();
    let document = shell.see(|s| Held::of(&s.document()));
    let has_numbers = shell.is(|s| s.scene.is_some());
    let lead = move || document.with(|d| d.as_ref().map(|d| d.lead.clone()));
    let there = staged::begin();
    let sections = move |document: &Document| staged(document.sections.clone(), there);
    let shown = move || match document.get() {
        Some(document) => sections(&document),
        None => ghost("tall", "It will be here in a moment."),
    };
    let report = move || match route {
        Route::Overview => Some(downloads::report()),
        _ => None,
    };
    view! {
        <div class="head"><h1>{route.name()}</h1><p>{lead}</p></div>
        {move || if has_numbers.get() { shown.into_any() } else { nothing() }}
        {move || has_numbers.get().then(report)}
    }
    .into_any()
}
