//! What is being read, at the foot of the window on every screen, so that nothing moves when it ends.

use leptos::prelude::*;
use rampline::format;
use rampline::state::msg::Msg;
use rampline::state::{Phase, Progress};

use super::live::when;
use crate::shell::Shell;

pub fn strip() -> impl IntoView {
    let shell = Shell::here();
    let is_on = shell.is(|s| matches!(s.phase, Phase::Importing { .. } | Phase::FetchingSample));
    // Said once; the counts below would talk over everything else.
    view! {
        <p class="vh" role="status">{move || when(is_on.get(), || "Reading files.")}</p>
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
                    <strong>"Reading " {move || of(|p| p.file.clone()).unwrap_or_else(|| "files".to_owned())}</strong>
                    " " <span class="quiet">{move || of(counts).unwrap_or_default()}</span>
                </p>
                <progress
                    class="prog"
                    aria-label="Reading"
                    max=move || of(|p| p.bytes_total.to_string())
                    value=move || of(|p| p.bytes.to_string())
                ></progress>
                <button
                    class="btn sm"
                    type="button"
                    disabled=move || cancelling.get()
                    on:click=shell.saying(Msg::CancelChosen)
                >
                    {move || if cancelling.get() { "Cancelling" } else { "Cancel" }.to_owned()}
                </button>
            </div>
        </div>
    }
}

fn counts(progress: &Progress) -> String {
    let read = format!(
        "{} rows, {} of {}",
        format::count(progress.rows),
        format::bytes(progress.bytes),
        format::bytes(progress.bytes_total)
    );
    match progress.seconds_left {
        Some(seconds) => format!("{read}, {} left", format::seconds(seconds)),
        None => read,
    }
}
