//! The header: name, whose data are shown, the promise, the theme, the menu of narrow screens.

use leptos::prelude::*;
use rampline::state::Theme;
use rampline::state::msg::Msg;
use rampline::t;

use super::live::{each, on, when};
use super::part::button;
use super::{icon, nav};
use crate::effect::language;
use crate::shell::Shell;

/// The made-up company of the sample.
const SAMPLE_COMPANY: &str = "Brightwater Service Desk";

/// `plain`: there is no navigation, so no menu.
pub fn bar(plain: Memo<bool>, menu_open: RwSignal<bool>) -> impl IntoView {
    let shell = Shell::here();
    let is_sample = shell.is(|s| s.is_sample());
    let theme = shell.text(|s| s.theme.word().to_owned());
    let chosen = on(move |event| shell.send(Msg::ThemeChosen(Theme::from_word(&event_target_value(&event)))));
    view! {
        <header class="bar">
            <a class="brand" href="#/">{icon::mark()} "Rampline"</a>
            {move || when(is_sample.get(), sample)}
            <div class="end">
                <span class="lock">{icon::lock()} <span>{t!("Stays in this browser")}</span></span>
                <label class="vh" for="theme">{t!("Theme")}</label>
                <select id="theme" prop:value=move || theme.get() on:change=chosen>
                    <option value="auto">{t!("Auto")}</option>
                    <option value="light">{t!("Light")}</option>
                    <option value="dark">{t!("Dark")}</option>
                </select>
                {languages(shell)}
                {move || when(!plain.get(), || menu(menu_open))}
            </div>
        </header>
    }
}

fn languages(shell: Shell) -> impl IntoView {
    let spoken = shell.text(|s| s.language.code.clone());
    let chosen = on(move |event| shell.send(Msg::LanguageChosen(event_target_value(&event))));
    view! {
        <label class="vh" for="language">{t!("Language")}</label>
        <select id="language" prop:value=move || spoken.get() on:change=chosen>
            {each(language::offered(), |(code, name)| view! { <option value=code.clone() lang=code>{name}</option> })}
        </select>
    }
}

fn sample() -> impl IntoView {
    view! {
        <div class="where">
            <span>{SAMPLE_COMPANY} " " <span class="tag">{t!("sample company")}</span></span>
            {button("text sm", t!("Remove the sample"), Msg::SampleRemoved)}
        </div>
    }
}

fn menu(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <button
            class="btn sm menu"
            type="button"
            aria-expanded=move || open.get().to_string()
            aria-controls=nav::ID
            on:click=on(move |_| open.update(|open| *open = !*open))
        >
            {t!("Menu")}
        </button>
    }
}
