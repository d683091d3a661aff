//! "Erase everything", in two steps. The focus goes where the next step is.

use leptos::html::Button;
use leptos::prelude::*;
use rampline::state::Phase;
use rampline::state::msg::Msg;
use rampline::t;
use web_sys::KeyboardEvent;

use super::live::{on, when};
use super::part::button;
use crate::shell::Shell;

pub fn erase() -> AnyView {
    let shell = Shell::here();
    let is_erasing = shell.is(|s| matches!(s.phase, Phase::Erasing { .. }));
    let asked = RwSignal::new(false);
    let (first, keep) = (NodeRef::<Button>::new(), NodeRef::<Button>::new());
    let ask = move |is_asked: bool| {
        asked.set(is_asked);
        let target = if is_asked { keep } else { first };
        request_animation_frame(move || {
            if let Some(button) = target.get_untracked() {
                // A button that left meanwhile takes no focus.
                button.focus().unwrap_or_default();
            }
        });
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            ask(false);
        }
    };
    let confirm = move || {
        view! {
            <div class="note err" role="dialog" aria-labelledby="erase-q" on:keydown=on(escape)>
                <div class="stack">
                    <p id="erase-q">
                        <strong>{t!("Erase all files, rows and settings from this browser? ")}</strong>
                        {t!("There is no way back. Download what you want to keep first. The program itself stays for use offline.")}
                    </p>
                    <div class="btns">
                        <button class="btn sm" type="button" node_ref=keep on:click=on(move |_| ask(false))>
                            {t!("Keep everything")}
                        </button>
                        {button("sm danger", t!("Yes, erase"), Msg::EraseConfirmed)}
                    </div>
                </div>
            </div>
        }
    };
    let begin = move || {
        view! {
            <button
                class="btn"
                type="button"
                node_ref=first
                disabled=move || is_erasing.get()
                on:click=on(move |_| ask(true))
            >
                {move || if is_erasing.get() { t!("Erasing") } else { t!("Erase everything") }.to_owned()}
            </button>
        }
    };
    let is_asked = Memo::new(move |_| asked.get() && !is_erasing.get());
    view! {
        <div class="gap">
            {move || when(is_asked.get(), confirm)}
            {move || when(!is_asked.get(), begin)}
        </div>
    }
    .into_any()
}
