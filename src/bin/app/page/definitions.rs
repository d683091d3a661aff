//! What do the numbers mean, what if they meant something else, and can this program be trusted?

use leptos::prelude::*;
use rampline::markup::Html;
use rampline::saved::settings::STANDARD;
use rampline::scene::Definitions;
use rampline::state::msg::Msg;
use rampline::t;
use web_sys::Event;

use crate::component::draft::draft;
use crate::component::live::{each, on, when};
use crate::component::mounted::mounted;
use crate::component::part::{button, caveat, ghost, section};
use crate::shell::Shell;

pub fn definitions() -> AnyView {
    let shell = Shell::here();
    Effect::new(move |_| shell.send(Msg::DefinitionsShown));
    let of = |part: fn(&Definitions) -> Html| {
        shell.see(move |s| s.definitions.as_ref().map(|definitions| part(definitions)).unwrap_or_default())
    };
    let in_force = of(|definitions| definitions.in_force.clone());
    let none =
        move || when(in_force.with(Html::is_empty), || caveat(t!("Its settings are listed here once there are data.")));
    let has_curve = shell.is(|s| s.scene.is_some());
    let name = shell.text(|s| t!("In force: {version}", version = s.ask().version));
    let what_if = move || match has_curve.get() {
        true => draft(),
        false => ghost("", t!("It needs people and events first: then two definitions can be compared on them.")),
    };
    view! {
        <div class="head"><h1>{t!("Definitions")}</h1><p>{move || name.get()}</p></div>
        {section("in-force", t!("The definition in force"), view! { {versions()} {mounted(in_force)} {none} }.into_any())}
        {section("what-if", t!("What if it were another one?"), view! {
            {caveat(t!("Change a setting and see the same people under the other rule. Nothing changes on the other screens until you use it."))}
            {what_if}
        }.into_any())}
        {mounted(of(|definitions| definitions.below.clone()))}
    }
    .into_any()
}

/// Which kept definition is in force.
fn versions() -> AnyView {
    let shell = Shell::here();
    let names = shell.see(|s| {
        std::iter::once(STANDARD.to_owned())
            .chain(s.settings.versions.iter().map(|v| v.name.clone()))
            .collect::<Vec<_>>()
    });
    let chosen = shell.text(|s| s.ask().version);
    let based_on = shell.text(|s| s.settings.based_on.clone());
    let changed = on(move |event: Event| shell.send(Msg::VersionChosen(event_target_value(&event))));
    let options = move || {
        let (names, chosen) = (names.get(), chosen.get());
        // What was changed since is no version that could be chosen.
        let other = (!names.contains(&chosen)).then(|| chosen.clone());
        each(names.into_iter().chain(other), move |name| {
            let is_chosen = name == chosen;
            view! { <option value=name.clone() selected=is_chosen>{name.clone()}</option> }
        })
    };
    let remove = move || {
        let name = based_on.get();
        (name != STANDARD).then(|| button("text", t!("Remove this version"), Msg::VersionRemoved(name)))
    };
    view! {
        <div class="controls">
            <div class="field">
                <label for="version">{t!("Version")}</label>
                <select id="version" on:change=changed>{options}</select>
            </div>
            <div class="btns">{remove}</div>
        </div>
    }
    .into_any()
}
