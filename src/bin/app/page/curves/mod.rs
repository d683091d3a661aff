//! How long does it take, and does it differ?

mod scene;

use leptos::prelude::*;
use rampline::finding;
use rampline::state::Phase;
use rampline::state::msg::Msg;
pub use scene::Scene;

use crate::component::controls::Controls;
use crate::component::data_table::data_table;
use crate::component::downloads::Downloads;
use crate::component::group_choice::GroupChoice;
use crate::component::key_figure::KeyFigures;
use crate::component::milestones::{Behind, Milestones};
use crate::component::pairs::Pairs;
use crate::component::plot::Plot;
use crate::shell::Shell;

pub fn curves() -> impl IntoView {
    let shell = Shell::here();
    let scene = shell.see(Scene::of);
    let has_numbers = Memo::new(move |_| scene.with(Option::is_some));
    let scene = Signal::derive(move || scene.get());
    let rule =
        move || scene.with(|s| s.as_ref().map(|s| format!("Time to competency, {}", finding::rule(s.analysis()))));
    view! {
        <div class="head"><h1>"Curves"</h1><p>{rule}</p></div>
        {move || match has_numbers.get() {
            true => view! { <Shown scene/> }.into_any(),
            false => view! { <Nothing/> }.into_any(),
        }}
    }
}

/// The frame of the picture to come, and the step that fills it.
#[component]
fn Nothing() -> impl IntoView {
    let shell = Shell::here();
    let is_waiting = shell.see(|s| s.is_busy());
    let missing = shell.see(|s| match (s.holdings.people, s.holdings.events) {
        (0, 0) => "It needs people with their start dates and what was observed since: two CSV files.",
        (0, _) => "Events are here. It needs the people they are about, with their start dates.",
        _ => "People are here. It needs events: what was observed, applied and coached since they started.",
    });
    let is_empty = shell.see(|s| s.phase == Phase::Empty && s.holdings.origin.is_none());
    view! {
        <div class="ghost tall">
            <Show
                when=move || is_waiting.get()
                fallback=move || view! {
                    <p><strong>"The curve will be here. "</strong> {missing}</p>
                    <div class="btns">
                        <button class="btn" type="button" on:click=shell.saying(Msg::PickerChosen)>"Choose files"</button>
                        <Show when=move || is_empty.get()>
                            <button class="btn text" type="button" on:click=shell.saying(Msg::SampleChosen)>
                                "Try the sample company"
                            </button>
                        </Show>
                    </div>
                }
            >
                <p><strong>"The curve will be here in a moment."</strong></p>
            </Show>
        </div>
    }
}

#[component]
fn Shown(scene: Signal<Option<Scene>>) -> impl IntoView {
    let shown = move |part: fn(&Scene) -> String| scene.with(|s| s.as_ref().map(part));
    let hidden = move || scene.with(|s| s.as_ref().and_then(|s| finding::hidden_groups(s.analysis())));
    let table = move || scene.with(|s| s.as_ref().map(|s| data_table(s.table(), "The picture in numbers, table")));
    let has_picture = Memo::new(move |_| scene.with(|s| s.as_ref().is_some_and(|s| !s.curves().is_empty())));
    view! {
        <Controls/>
        <section class="block" aria-labelledby="finding">
            <h2 id="finding" class="finding">{move || shown(|s| s.finding().headline)}</h2>
            <p class="caveat">{move || shown(|s| s.finding().caveat)}</p>
            {move || hidden().map(|text| view! { <p class="caveat">{text}</p> })}
            <GroupChoice/>
            <Show
                when=move || has_picture.get()
                fallback=|| view! {
                    <div class="ghost tall"><p>"No picture: a group this small is not shown."</p></div>
                }
            >
                <Plot scene/>
                <details>
                    <summary>"Show as a table"</summary>
                    <div class="in">{table}</div>
                </details>
            </Show>
            <Downloads scene/>
        </section>
        <Show when=move || has_picture.get()>
            <Milestones scene/>
            <Pairs scene/>
            <Behind scene/>
        </Show>
        <KeyFigures scene/>
    }
}
