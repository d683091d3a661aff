//! How long does it take, and does it differ?

mod scene;

use leptos::prelude::*;
use rampline::finding;
use rampline::state::Phase;
use rampline::state::msg::Msg;
pub use scene::Scene;

use crate::component::controls::controls;
use crate::component::data_table::of_picture;
use crate::component::downloads::downloads;
use crate::component::group_choice::group_choice;
use crate::component::key_figure::key_figures;
use crate::component::live::when;
use crate::component::milestones::{behind, milestones};
use crate::component::pairs::pairs;
use crate::component::part::{button, caveat, ghost};
use crate::component::plot::plot;
use crate::shell::Shell;

pub fn curves() -> AnyView {
    let shell = Shell::here();
    let scene = shell.see(Scene::of);
    let has_numbers = shell.is(|s| s.analysis.is_some());
    let rule = shell.text(|s| {
        let rule = s.analysis.as_ref().map(|a| format!("Time to competency, {}", finding::rule(a)));
        rule.unwrap_or_default()
    });
    view! {
        <div class="head"><h1>"Curves"</h1><p>{move || rule.get()}</p></div>
        {move || if has_numbers.get() { shown(scene) } else { nothing(shell) }}
    }
    .into_any()
}

/// The frame of the picture to come, and the step that fills it.
fn nothing(shell: Shell) -> AnyView {
    let is_waiting = shell.is(|s| s.is_busy());
    let is_empty = shell.is(|s| s.phase == Phase::Empty && s.holdings.origin.is_none());
    let missing = shell.text(|s| {
        let missing = match (s.holdings.people, s.holdings.events) {
            (0, 0) => "It needs people with their start dates and what was observed since: two CSV files.",
            (0, _) => "Events are here. It needs the people they are about, with their start dates.",
            _ => "People are here. It needs events: what was observed, applied and coached since they started.",
        };
        missing.to_owned()
    });
    let sample = || button("text", "Try the sample company", Msg::SampleChosen);
    let step = move || {
        view! {
            <p><strong>"The curve will be here. "</strong> {move || missing.get()}</p>
            <div class="btns">
                {button("", "Choose files", Msg::PickerChosen)} {move || when(is_empty.get(), sample)}
            </div>
        }
    };
    let wait = || view! { <p><strong>"The curve will be here in a moment."</strong></p> };
    view! {
        <div class="ghost tall">
            {move || if is_waiting.get() { wait().into_any() } else { step().into_any() }}
        </div>
    }
    .into_any()
}

/// Finding, caveat, picture, tables. What is pressed stays in place; the rest is written anew from the scene.
fn shown(scene: Memo<Option<Scene>>) -> AnyView {
    let of = move |part: fn(&Scene) -> AnyView| scene.with(|s| s.as_ref().map(part));
    let has_picture = Memo::new(move |_| scene.with(|s| s.as_ref().is_some_and(|s| !s.curves().is_empty())));
    let picture = move || {
        view! {
            {plot(scene)}
            <details>
                <summary>"Show as a table"</summary>
                <div class="in">{move || of(|s| of_picture(s.table(), "The picture in numbers, table"))}</div>
            </details>
        }
        .into_any()
    };
    let no_picture = || ghost("tall", "No picture: a group this small is not shown.");
    view! {
        {controls()}
        <section class="block" aria-labelledby="finding">
            {move || of(heading)}
            {group_choice()}
            {move || if has_picture.get() { picture() } else { no_picture() }}
            {downloads(scene)}
        </section>
        {move || of(numbers)}
    }
    .into_any()
}

fn heading(scene: &Scene) -> AnyView {
    let finding = scene.finding();
    let hidden = finding::hidden_groups(scene.analysis());
    view! {
        <h2 id="finding" class="finding">{finding.headline}</h2>
        {caveat(finding.caveat)}
        {hidden.map(caveat)}
    }
    .into_any()
}

fn numbers(scene: &Scene) -> AnyView {
    let of_curves = when(!scene.curves().is_empty(), || view! { {milestones(scene)} {pairs(scene)} {behind(scene)} });
    view! { {of_curves} {key_figures(scene.analysis())} }.into_any()
}
