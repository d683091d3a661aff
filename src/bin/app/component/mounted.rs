//! A place for what the worker wrote.

use leptos::html::Div;
use leptos::prelude::*;
use rampline::markup::Html;

use crate::effect::mount;
use crate::shell::Shell;

pub fn mounted(html: Memo<Html>) -> AnyView {
    let shell = Shell::here();
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        html.with(|html| mount::show(shell, &place, html));
    });
    view! { <div class="mounted" node_ref=place></div> }.into_any()
}
