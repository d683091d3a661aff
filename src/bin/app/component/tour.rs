//! The tour of the sample company, above the screen it is about.

use leptos::prelude::*;
use rampline::state::msg::Msg;
use rampline::state::tour::{LAST, Stop};

use super::live::when;
use super::part::button;
use crate::shell::Shell;

pub fn tour() -> AnyView {
    let shell = Shell::here();
    let stop = shell.see(|s| s.stop());
    let is_on = Memo::new(move |_| stop.with(Option::is_some));
    (move || when(is_on.get(), move || card(shell, stop))).into_any()
}

fn card(shell: Shell, stop: Memo<Option<(usize, Stop)>>) -> AnyView {
    let at = move || stop.get().map_or(0, |(at, _)| at);
    let title = move || stop.get().map_or("", |(_, stop)| stop.title);
    let text = move || stop.get().map_or("", |(_, stop)| stop.text);
    let place = move || if at() == 0 { String::new() } else { format!("Stop {} of {LAST}. ", at()) };
    let on = move || match at() {
        0 => "Take the tour",
        LAST => "End the tour",
        _ => "Next",
    };
    let go_on = move |_| shell.send(Msg::TourChosen((at() < LAST).then(|| at() + 1)));
    let back = move || {
        view! {
            <button class="btn sm" type="button" on:click=move |_| shell.send(Msg::TourChosen(Some(at().max(2) - 1)))>
                "Back"
            </button>
        }
    };
    let is_under_way = Memo::new(move |_| at() > 1);
    let is_last = Memo::new(move |_| at() == LAST);
    view! {
        <section class="note tour" aria-label="Tour">
            <p role="status"><span class="quiet">{place}</span><strong>{title}</strong> " " {text}</p>
            <div class="btns">
                {move || when(is_under_way.get(), back)}
                <button class="btn sm primary" type="button" on:click=go_on>{on}</button>
                {move || when(!is_last.get(), || button("text sm", "Not now", Msg::TourChosen(None)))}
            </div>
        </section>
    }
    .into_any()
}
