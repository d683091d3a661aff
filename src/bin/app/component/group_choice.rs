//! Which groups are in the picture, where there are more than it can carry.

use leptos::prelude::*;
use rampline::state::msg::{Msg, ViewChoice};
use rampline::state::slots;

use super::field::Check;
use crate::shell::Shell;

#[component]
pub fn GroupChoice() -> impl IntoView {
    let shell = Shell::here();
    // All shown groups by name, each with whether it is in the picture; empty where all fit.
    let groups = shell.see(|s| {
        let breakdown = s.analysis.as_ref().and_then(|a| a.breakdown.as_ref()).filter(|b| slots::must_choose(b));
        breakdown.map_or_else(Vec::new, |breakdown| {
            let slots = slots::in_force(breakdown, &s.settings);
            let is_on = |name: &String| slots.iter().flatten().any(|slot| slot == name);
            breakdown.shown.groups.iter().map(|g| (g.curve.group.clone(), is_on(&g.curve.group))).collect()
        })
    });
    let names = Memo::new(move |_| groups.with(|g| g.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>()));
    let count = Memo::new(move |_| groups.with(|g| g.iter().filter(|(_, on)| *on).count()));
    let is_on = move |name: &str| groups.with(|g| g.iter().any(|(group, on)| group == name && *on));
    let one = move |name: String| {
        let (label, asked, locked) = (name.clone(), name.clone(), name.clone());
        let why = move || match (is_on(&locked), count.get()) {
            (true, 1) => Some("One group has to stay."),
            (false, slots::MOST) => Some("A picture carries six groups. Take one out first."),
            _ => None,
        };
        view! {
            <Check
                label=label
                checked=Signal::derive(move || is_on(&name))
                locked=Signal::derive(why)
                on=move |on| shell.send(Msg::ViewChosen(ViewChoice::Group { name: asked.clone(), on }))
            />
        }
    };
    view! {
        <Show when=move || names.with(|n| !n.is_empty())>
            <fieldset class="groups">
                <legend>
                    "Groups in the picture: " {count} " of " {move || names.with(Vec::len)}
                    <span class="quiet">{move || (count.get() == slots::MOST).then_some(". Take one out to add another.")}</span>
                </legend>
                <For each=move || names.get() key=Clone::clone children=one/>
            </fieldset>
        </Show>
    }
}
