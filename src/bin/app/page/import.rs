//! Did it read my files right: receipts, newest first, and what is still missing.

use leptos::prelude::*;
use rampline::protocol::{Holdings, Origin};
use rampline::receipt::{Outcome, Receipt};
use rampline::state::words;

use crate::component::drop_zone::DropZone;
use crate::component::receipt::receipt;
use crate::shell::Shell;

pub fn import() -> impl IntoView {
    let shell = Shell::here();
    let holdings = shell.see(|s| s.holdings.clone());
    let outcomes = shell.see(|s| s.outcomes.clone());
    let held = move || {
        holdings
            .with(|h| h.origin.map(|_| format!("Here: {} and {}", words::people(h.people), words::events(h.events))))
    };
    let what = Signal::derive(move || holdings.with(missing).to_owned());
    let latest = move || outcomes.get().into_iter().map(outcome).collect_view();
    let is_latest = Memo::new(move |_| outcomes.with(|o| !o.is_empty()));
    // What was read just now stands above already.
    let earlier = Memo::new(move |_| {
        let is_above =
            |r: &&Receipt| outcomes.with(|o| o.iter().any(|o| matches!(o, Outcome::Read(above) if above == *r)));
        holdings.with(|h| h.receipts.iter().rev().filter(|r| !is_above(r)).cloned().collect::<Vec<_>>())
    });
    view! {
        <div class="head"><h1>"Import"</h1><p>{held}</p></div>
        <DropZone what/>
        <Show when=move || is_latest.get()>
            <section class="block" aria-labelledby="latest">
                <h2 id="latest">"Read just now"</h2>
                {latest}
            </section>
        </Show>
        <Show when=move || earlier.with(|e| !e.is_empty())>
            <section class="block" aria-labelledby="earlier">
                <h2 id="earlier">"Read earlier"</h2>
                <p class="caveat">"Newest first. Each opens to what was assumed and what was set aside."</p>
                <div class="gap">{move || earlier.get().into_iter().map(folded).collect_view()}</div>
            </section>
        </Show>
        <Show when=move || !is_latest.get() && earlier.with(Vec::is_empty)>
            <div class="ghost block"><p>"The receipt of each file will be here: rows read, rows set aside, and why."</p></div>
        </Show>
    }
}

/// What to drop next, seen from what is here.
fn missing(holdings: &Holdings) -> &'static str {
    if holdings.origin == Some(Origin::Sample) {
        return "Your own files replace the sample; the two are never mixed.";
    }
    match (holdings.people, holdings.events) {
        (0, 0) => "A list of people with start dates, and a list of events.",
        (_, 0) => "People are here. Still missing: events, with the columns person_id, date and event.",
        (0, _) => "Events are here. Still missing: people, with the columns person_id and start_date.",
        _ => "More files add to what is here; a later row of a person replaces the earlier one.",
    }
}

fn outcome(outcome: Outcome) -> AnyView {
    match outcome {
        Outcome::Refused { file, why } => view! {
            <div class="note err gap">
                <p><strong>{file} " was not read. "</strong> {words::sentence(&why.to_string())} ". Nothing was changed by it."</p>
            </div>
        }
        .into_any(),
        Outcome::Read(read) => view! {
            <div class="read">
                <h3>{read.file.clone()} {read.nothing_new.then(|| view! { " " <span class="tag">"nothing new"</span> })}</h3>
                {receipt(read)}
            </div>
        }
        .into_any(),
    }
}

fn folded(read: Receipt) -> impl IntoView {
    let rows = words::rows(read.rows);
    let aside = read.set_aside_total();
    let tag = (aside > 0).then(|| view! { <span class="tag warn">{words::rows(aside)} " set aside"</span> });
    view! {
        <details>
            <summary>
                <span><strong>{read.file.clone()}</strong> " " <span class="quiet">{words::kind(read.kind)} ", " {rows}</span> " " {tag}</span>
            </summary>
            <div class="in">{receipt(read)}</div>
        </details>
    }
}
