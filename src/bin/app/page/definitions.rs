//! What do the numbers mean, what if they meant something else, and can this program be trusted?

use leptos::prelude::*;
use rampline::saved::settings::STANDARD;
use rampline::scene::Definitions;
use rampline::state::msg::Msg;
use web_sys::Event;

use crate::component::document;
use crate::component::draft::draft;
use crate::component::held::Held;
use crate::component::live::{each, on, when};
use crate::component::part::{button, caveat, ghost, section};
use crate::shell::Shell;

pub fn definitions() -> AnyView {
    let shell = Shell::here();
    Effect::new(move |_| shell.send(Msg::DefinitionsShown));
    let definitions = shell.see(|s| Held::of(&s.definitions));
    let of = move |part: fn(&Definitions) -> AnyView| definitions.with(|d| d.as_ref().map(|d| part(d)));
    let has_curve = shell.is(|s| s.scene.is_some());
    let name = shell.text(|s| format!("In force: {}", s.ask().version));
    let what_if = move || match has_curve.get() {
        true => draft(),
        false => ghost("", "It needs people and events first: then two definitions can be compared on them."),
    };
    view! {
        <div class="head"><h1>"Definitions"</h1><p>{move || name.get()}</p></div>
        {section("in-force", "The definition in force", view! { {versions()} {move || of(in_force)} }.into_any())}
        {section("what-if", "What if it were another one?", view! {
            {caveat("Change a setting and see the same people under the other rule. Nothing changes on the other screens until you use it.")}
            {what_if}
        }.into_any())}
        {move || of(numbers)}
        {move || of(self_test)}
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
        (name != STANDARD).then(|| button("text", "Remove this version", Msg::VersionRemoved(name)))
    };
    view! {
        <div class="controls">
            <div class="field">
                <label for="version">"Version"</label>
                <select id="version" on:change=changed>{options}</select>
            </div>
            <div class="btns">{remove}</div>
        </div>
    }
    .into_any()
}

fn in_force(definitions: &Definitions) -> AnyView {
    let line = |(what, how): &(String, String)| view! { <div><dt>{what.clone()}</dt><dd>{how.clone()}</dd></div> };
    let lines = || view! { <dl class="receipt wide gap">{each(&definitions.in_force, line)}</dl> };
    view! {
        {when(!definitions.in_force.is_empty(), lines)}
        {when(definitions.in_force.is_empty(), || caveat("Its settings are listed here once there are data."))}
    }
    .into_any()
}

fn numbers(definitions: &Definitions) -> AnyView {
    definitions.numbers.clone().map(document::section).into_any()
}

fn self_test(definitions: &Definitions) -> AnyView {
    each(definitions.self_test.clone(), document::section).into_any()
}
