//! What is being read, at the foot of the window on every screen, so that nothing moves when it ends.

use leptos::prelude::*;
use rampline::format;
use rampline::state::msg::Msg;
use rampline::state::{Phase, Progress};

use crate::shell::Shell;

#[component]
pub fn ProgressStrip() -> impl IntoView {
    let shell = Shell::here();
    let is_on = shell.see(|s| matches!(s.phase, Phase::Importing { .. } | Phase::FetchingSample));
    // Said once; the counts below would talk over everything else.
    let said = move || if is_on.get() { "Reading files." } else { "" };
    view! {
        <p class="vh" role="status">{said}</p>
        <Show when=move || is_on.get()>
            <Strip/>
        </Show>
    }
}

#[component]
fn Strip() -> impl IntoView {
    let shell = Shell::here();
    let progress = shell.see(|s| match &s.phase {
        Phase::Importing { progress, .. } => progress.clone(),
        _ => None,
    });
    let cancelling = shell.see(|s| matches!(s.phase, Phase::Importing { cancelling: true, .. }));
    let file = move || progress.with(|p| p.as_ref().map_or_else(|| "files".to_owned(), |p| p.file.clone()));
    let counts = move || progress.with(|p| p.as_ref().map(counts));
    let total = move || progress.with(|p| p.as_ref().map(|p| p.bytes_total.to_string()));
    let value = move || progress.with(|p| p.as_ref().map(|p| p.bytes.to_string()));
    view! {
        <div class="reading">
            <div class="reading-in">
                <p><strong>"Reading " {file}</strong> <span class="quiet">{counts}</span></p>
                <progress class="prog" aria-label="Reading" max=total value=value></progress>
                <button
                    class="btn sm"
                    type="button"
                    disabled=move || cancelling.get()
                    on:click=shell.saying(Msg::CancelChosen)
                >
                    {move || if cancelling.get() { "Cancelling" } else { "Cancel" }}
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
