//! The header: name, whose data are shown, the promise, the theme, the menu of narrow screens.

use leptos::prelude::*;
use rampline::state::Theme;
use rampline::state::msg::Msg;

use super::{icon, nav};
use crate::shell::Shell;

/// The made-up company of the sample.
const SAMPLE_COMPANY: &str = "Brightwater Service Desk";

#[component]
pub fn Bar(
    /// No navigation, so no menu.
    #[prop(into)]
    plain: Signal<bool>,
    menu_open: RwSignal<bool>,
) -> impl IntoView {
    let shell = Shell::here();
    let is_sample = shell.see(|s| s.is_sample());
    let theme = shell.see(|s| s.theme);
    let chosen = move |event| shell.send(Msg::ThemeChosen(Theme::from_word(&event_target_value(&event))));
    view! {
        <header class="bar">
            <a class="brand" href="#/">{icon::mark()} "Rampline"</a>
            <Show when=move || is_sample.get()>
                <div class="where">
                    <span>{SAMPLE_COMPANY} " " <span class="tag">"sample company"</span></span>
                    <button class="btn text sm" type="button" on:click=shell.saying(Msg::SampleRemoved)>
                        "Remove the sample"
                    </button>
                </div>
            </Show>
            <div class="end">
                <span class="lock">{icon::lock()} <span>"Stays in this browser"</span></span>
                <label class="vh" for="theme">"Theme"</label>
                <select id="theme" prop:value=move || theme.get().word() on:change=chosen>
                    <option value="auto">"Auto"</option>
                    <option value="light">"Light"</option>
                    <option value="dark">"Dark"</option>
                </select>
                <Show when=move || !plain.get()>
                    <button
                        class="btn sm menu"
                        type="button"
                        aria-expanded=move || menu_open.get().to_string()
                        aria-controls=nav::ID
                        on:click=move |_| menu_open.update(|open| *open = !*open)
                    >
                        "Menu"
                    </button>
                </Show>
            </div>
        </header>
    }
}
