//! What stands behind a number: definition, formula, who was used and who was left out. A dialog of the browser's own,
//! so that the focus stays in it, Escape closes it and the focus goes back to the number.

use leptos::html::Dialog;
use leptos::prelude::*;
use rampline::markup::Html;
use rampline::state::Found;
use rampline::state::msg::Msg;
use rampline::t;

use super::live::on;
use super::mounted::mounted;
use super::part::button;
use crate::shell::Shell;

pub fn opened() -> AnyView {
    let shell = Shell::here();
    let node = NodeRef::<Dialog>::new();
    let run = shell.see(|s| s.opened.as_ref().map(|opened| opened.run));
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (run.get().is_some(), dialog.open()) {
            // Shown already only where somebody's script was faster: then there is nothing to do.
            (true, false) => dialog.show_modal().unwrap_or_default(),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let found = shell.see(|s| s.opened.as_ref().map_or_else(Html::default, |opened| told(&opened.found)));
    // The browser says so a moment later: by then another number may be open.
    let closed = on(move |_: web_sys::Event| {
        let is_closed = node.get_untracked().is_some_and(|dialog| !dialog.open());
        if is_closed && run.get_untracked().is_some() {
            shell.send(Msg::NumberClosed);
        }
    });
    view! {
        <dialog class="opened" node_ref=node aria-labelledby="opened" on:close=closed>
            {mounted(found)}
            <div class="btns gap">{button("", t!("Close"), Msg::NumberClosed)}</div>
        </dialog>
    }
    .into_any()
}

fn told(found: &Found) -> Html {
    let why = t!("Too few people are behind it, or nobody yet. Small groups stay hidden here, too.");
    let title = |title: &str, why: &str| {
        Html::of(|page| {
            page.element("h2", &[("id", "opened")], title);
            if !why.is_empty() {
                page.element("p", &[("class", "caveat")], why);
            }
        })
    };
    match found {
        Found::Waiting => title(t!("Being looked up."), ""),
        Found::NotShown => title(t!("This number is not shown."), why),
        Found::Here(html) => html.clone(),
    }
}
