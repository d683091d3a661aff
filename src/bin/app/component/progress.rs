//! What is being read, at the foot of the window on every screen, so that nothing moves when it ends.

use leptos::prelude::*;
use rampline::format;
use rampline::state::msg::Msg;
use rampline::state::{Phase, Progress};
use rampline::t;

use super::live::when;
use crate::shell::Shell;

pub fn strip() -> impl IntoView {
    let shell = Shell::here();
    let is_on = shell.is(|s| matches!(s.phase, Phase::Importing { .. } | Phase::FetchingSample));
    // Said once; the counts below would talk over everything else.
    view! {
        <p class="vh" role="status">{move || when(is_on.get(), || t!("Reading files."))}</p>
        {move || when(is_on.get(), || reading(shell))}
    }
}

fn reading(shell: Shell) -> impl IntoView {
    let progress = shell.see(|s| match &s.phase {
        Phase::Importing { progress, .. } => progress.clone(),
        _ => None,
    });
    let cancelling = shell.is(|s| matches!(s.phase, Phase::Importing { cancelling: true, .. }));
    let of = move |part: fn(&Progress) -> String| progress.with(|p| p.as_ref().map(part));
    view! {
        <div class="reading">
            <div class="reading-in">
                <p>
                    <strong>{move || named(of(|p| p.file.clone()))}</strong>
                    " " <span class="quiet">{move || of(counts).unwrap_or_default()}</span>
                </p>
                <progress
                    class="prog"
                    aria-label=t!("Reading")
                    max=move || of(|p| p.bytes_total.to_string())
                    value=move || of(|p| p.bytes.to_string())
                ></progress>
                <button
                    class="btn sm"
                    type="button"
                    disabled=move || cancelling.get()
                    on:click=shell.saying(Msg::CancelChosen)
                >
                    {move || if cancelling.get() { t!("Cancelling") } else { t!("Cancel") }.to_owned()}
                </button>
            </div>
        </div>
    }
}

fn named(file: Option<String>) -> String {
    file.map_or_else(|| t!("Reading files").to_owned(), |file| t!("Reading {file}", file))
}

fn counts(progress: &Progress) -> String {
    let rows = format::rows(progress.rows);
    let read = t!(
        "{rows}, {read} of {all}",
        rows,
        read = format::bytes(progress.bytes),
        all = format::bytes(progress.bytes_total)
    );
    match progress.seconds_left {
        Some(seconds) => t!("{read}, {time} left", read, time = format::seconds(seconds)),
        None => read,
    }
}
