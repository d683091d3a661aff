//! Parts that most screens have: a button that says one thing, a section under its heading, a caveat.

use leptos::prelude::*;
use rampline::state::msg::Msg;
use web_sys::MouseEvent;

use super::live::on;
use crate::shell::Shell;

/// A button that says what happened. `class` is its kind: "", "primary", "text", "sm", "danger".
pub fn button(kind: &'static str, label: &'static str, msg: Msg) -> AnyView {
    let shell = Shell::here();
    pressed(kind, label, on(move |_| shell.send(msg.clone())))
}

/// A button that does something within its own part of the screen.
pub fn pressed(kind: &'static str, label: &'static str, handler: Box<dyn FnMut(MouseEvent)>) -> AnyView {
    view! { <button class=format!("btn {kind}") type="button" on:click=handler>{label}</button> }.into_any()
}

/// A block of a screen under its heading; `id` is the heading's.
pub fn section(id: &'static str, title: &'static str, content: AnyView) -> AnyView {
    view! {
        <section class="block" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// What a number does not say, or what a part is for.
pub fn caveat(text: impl Into<String>) -> AnyView {
    let text: String = text.into();
    view! { <p class="caveat">{text}</p> }.into_any()
}

/// The space of something that is not there yet.
pub fn ghost(kind: &'static str, text: &'static str) -> AnyView {
    view! { <div class=format!("ghost {kind}")><p>{text}</p></div> }.into_any()
}
