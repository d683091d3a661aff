//! How long does it take, and does it differ?

use leptos::prelude::*;
use rampline::markup::Html;
use rampline::scene::Scene;
use rampline::state::Phase;
use rampline::state::msg::Msg;
use rampline::state::route::Route;
use rampline::t;

use crate::component::controls::controls;
use crate::component::downloads::downloads;
use crate::component::group_choice::group_choice;
use crate::component::live::when;
use crate::component::mounted::mounted;
use crate::component::part::{button, ghost};
use crate::shell::Shell;

pub fn curves() -> AnyView {
    let shell = Shell::here();
    let has_numbers = shell.is(|s| s.scene.is_some());
    let rule = shell.text(|s| s.scene.as_ref().map(|scene| scene.rule.clone()).unwrap_or_default());
    view! {
        <div class="head"><h1>{t!("Curves")}</h1><p>{move || rule.get()}</p></div>
        {move || if has_numbers.get() { shown() } else { nothing() }}
    }
    .into_any()
}

/// Who is shown, over every screen of numbers.
pub fn filter() -> AnyView {
    mounted(Shell::here().see(|s| s.filter.clone()))
}

/// The frame of the picture to come, and the step that fills it.
pub fn nothing() -> AnyView {
    let shell = Shell::here();
    let is_waiting = shell.is(|s| s.is_busy());
    let is_empty = shell.is(|s| s.phase == Phase::Empty && s.holdings.origin.is_none());
    let missing = shell.text(|s| {
        let missing = match (s.holdings.people, s.holdings.events) {
            (0, 0) => t!("It needs people with their start dates, and what was observed since."),
            (0, _) => t!("Events are here. It needs the people they are about, with their start dates."),
            _ => t!("People are here. It needs events: what was observed, applied and coached since they started."),
        };
        missing.to_owned()
    });
    let sample = || button("text", t!("Try the sample company"), Msg::SampleChosen);
    let step = move || {
        view! {
            <p><strong>{t!("The numbers will be here. ")}</strong> {move || missing.get()}</p>
            <div class="btns">
                {button("", t!("Choose files"), Msg::PickerChosen)} {move || when(is_empty.get(), sample)}
            </div>
        }
    };
    let wait = || view! { <p><strong>{t!("The numbers will be here in a moment.")}</strong></p> };
    view! {
        <div class="ghost tall">
            {move || if is_waiting.get() { wait().into_any() } else { step().into_any() }}
        </div>
    }
    .into_any()
}

/// Finding, picture, tables. What is pressed stays in place; the rest is written anew by the worker.
fn shown() -> AnyView {
    let shell = Shell::here();
    let of =
        |part: fn(&Scene) -> Html| shell.see(move |s| s.scene.as_ref().map(|scene| part(scene)).unwrap_or_default());
    let has_picture = shell.is(|s| s.scene.as_ref().is_some_and(|scene| scene.curves > 0));
    let picture = shell.see(|s| s.picture.as_ref().map(|picture| picture.html.clone()).unwrap_or_default());
    let no_picture = || ghost("tall", t!("No picture: a group this small is not shown."));
    view! {
        {warning()}
        {filter()}
        {controls()}
        <section class="block" aria-labelledby="finding">
            {mounted(of(|scene| scene.heading.clone()))}
            {group_choice()}
            {move || if has_picture.get() { mounted(picture) } else { no_picture() }}
            {downloads(has_picture)}
        </section>
        {mounted(of(|scene| scene.sections.clone()))}
        // What follows once nobody waits for anything else.
        {mounted(shell.see(|s| s.document().map(|document| document.html.clone()).unwrap_or_default()))}
    }
    .into_any()
}

/// What in the data matters for the picture.
fn warning() -> AnyView {
    let warning = Shell::here().text(|s| s.checked.warning.clone());
    let note = move || {
        view! {
            <div class="note gap"><p>{warning.get()} " " <a href=Route::Import.hash()>{t!("See what, and what to do")}</a></p></div>
        }
    };
    (move || when(warning.with(|w| !w.is_empty()), note)).into_any()
}
