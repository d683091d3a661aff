//! "Erase everything", in two steps. The focus goes where the next step is.

use leptos::html::Button;
use leptos::prelude::*;
use rampline::state::Phase;
use rampline::state::msg::Msg;

use crate::shell::Shell;

#[component]
pub fn Erase() -> impl IntoView {
    let shell = Shell::here();
    let is_erasing = shell.see(|s| matches!(s.phase, Phase::Erasing { .. }));
    let asked = RwSignal::new(false);
    let (first, keep) = (NodeRef::<Button>::new(), NodeRef::<Button>::new());
    Effect::new(move |before: Option<bool>| {
        let asked = asked.get();
        // Not when the screen opens.
        if before.is_some_and(|before| before != asked) {
            let target = if asked { keep } else { first };
            request_animation_frame(move || {
                if let Some(button) = target.get_untracked() {
                    // A button that left meanwhile takes no focus.
                    button.focus().unwrap_or_default();
                }
            });
        }
        asked
    });
    let confirm = move || {
        view! {
            <div class="note err" role="dialog" aria-labelledby="erase-q">
                <div class="stack">
                    <p id="erase-q">
                        <strong>"Erase all files, rows and settings from this browser? "</strong>
                        "There is no way back. Download what you want to keep first. The program itself stays for use offline."
                    </p>
                    <div class="btns">
                        <button class="btn sm" type="button" node_ref=keep on:click=move |_| asked.set(false)>
                            "Keep everything"
                        </button>
                        <button class="btn sm danger" type="button" on:click=shell.saying(Msg::EraseConfirmed)>
                            "Yes, erase"
                        </button>
                    </div>
                </div>
            </div>
        }
    };
    view! {
        <Show
            when=move || asked.get() && !is_erasing.get()
            fallback=move || view! {
                <button
                    class="btn"
                    type="button"
                    node_ref=first
                    disabled=move || is_erasing.get()
                    on:click=move |_| asked.set(true)
                >
                    {move || if is_erasing.get() { "Erasing" } else { "Erase everything" }}
                </button>
            }
        >
            {confirm()}
        </Show>
    }
}
