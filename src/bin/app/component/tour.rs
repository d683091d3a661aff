//! The tour of the sample company, above the screen it is about.

use leptos::prelude::*;
use rampline::language;
use rampline::state::msg::Msg;
use rampline::state::tour::LAST;
use rampline::t;

use super::live::{on, when};
use super::part::pressed;
use crate::shell::Shell;

pub fn tour() -> AnyView {
    let is_on = Shell::here().is(|s| s.stop().is_some());
    (move || when(is_on.get(), card)).into_any()
}

fn card() -> AnyView {
    let shell = Shell::here();
    let place = shell.text(|s| match s.stop() {
        None | Some((0, _)) => String::new(),
        Some((at, _)) => t!("Stop {at} of {last}. ", at, last = LAST),
    });
    let title = shell.text(|s| s.stop().map_or("", |(_, stop)| language::text(stop.title)).to_owned());
    let text = shell.text(|s| s.stop().map_or("", |(_, stop)| language::text(stop.text)).to_owned());
    let label = shell.text(|s| {
        let label = match s.stop() {
            Some((0, _)) => t!("Take the tour"),
            Some((LAST, _)) => t!("End the tour"),
            _ => t!("Next"),
        };
        label.to_owned()
    });
    let is_first = shell.is(|s| s.stop().is_none_or(|(at, _)| at < 2));
    let is_last = shell.is(|s| s.stop().is_some_and(|(at, _)| at == LAST));
    let to = move |step: isize| {
        on(move |_| {
            let at = shell.look(|s| s.stop().map(|(at, _)| at));
            shell.send(Msg::TourChosen(at.and_then(|at| at.checked_add_signed(step)).filter(|_| step != 0)));
        })
    };
    view! {
        <section class="note tour" aria-label=t!("Tour")>
            <p role="status">
                <span class="quiet">{move || place.get()}</span>
                <strong>{move || title.get()}</strong>
                " "
                {move || text.get()}
            </p>
            <div class="btns">
                {move || when(!is_first.get(), || pressed("sm", t!("Back"), to(-1)))}
                <button class="btn sm primary" type="button" on:click=to(1)>
                    {move || label.get()}
                </button>
                {move || when(!is_last.get(), || pressed("text sm", t!("Not now"), to(0)))}
            </div>
        </section>
    }
    .into_any()
}
