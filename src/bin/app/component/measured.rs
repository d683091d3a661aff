//! The width of a column in CSS pixels, followed as it changes. The observer tells the first one, too: between layout
//! and painting, so that nothing has to be laid out for the question alone.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use rampline::state::msg::Msg;
use web_sys::{HtmlElement, ResizeObserver};

use crate::shell::Shell;

/// An empty line across the column that says its width.
pub fn measured(says: fn(u32) -> Msg) -> AnyView {
    let shell = Shell::here();
    let line = NodeRef::<Div>::new();
    let told = StoredValue::new(0);
    Effect::new(move |_| {
        let Some(element) = line.get() else { return };
        let observed: HtmlElement = element.clone().into();
        let resized = Closure::<dyn Fn()>::new(move || {
            let width = observed.client_width().max(0) as u32;
            if width > 0 && told.get_value() != width {
                told.set_value(width);
                shell.send(says(width));
            }
        });
        let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, resized));
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    });
    view! { <div class="measure" node_ref=line aria-hidden="true"></div> }.into_any()
}
