//! Did it read my files right: receipts, newest first, and what is still missing.

use leptos::prelude::*;
use rampline::protocol::{Holdings, Origin};
use rampline::receipt::{Outcome, Receipt, Refusal};
use rampline::state::words;

use crate::component::drop_zone::drop_zone;
use crate::component::live::{each, when};
use crate::component::part::{caveat, ghost, section};
use crate::component::question::question;
use crate::component::receipt::receipt;
use crate::shell::Shell;

pub fn import() -> AnyView {
    let shell = Shell::here();
    let held = shell.text(|s| match s.holdings.origin {
        Some(_) => format!("Here: {} and {}", words::people(s.holdings.people), words::events(s.holdings.events)),
        None => String::new(),
    });
    let what = shell.text(|s| missing(&s.holdings).to_owned());
    let outcomes = shell.see(|s| s.outcomes.clone());
    let earlier = shell.see(|s| s.earlier_receipts());
    let latest = move || section("latest", "Read just now", each(outcomes.get(), outcome).into_any());
    let before = move || {
        let files = view! {
            {caveat("Newest first. Each opens to what was assumed and what was set aside.")}
            <div class="gap">{each(earlier.get(), folded)}</div>
        };
        section("earlier", "Read earlier", files.into_any())
    };
    let nothing = || ghost("block", "The receipt of each file will be here: rows read, rows set aside, and why.");
    let is_empty = move || outcomes.with(Vec::is_empty) && earlier.with(Vec::is_empty);
    view! {
        <div class="head"><h1>"Import"</h1><p>{move || held.get()}</p></div>
        {drop_zone(what)}
        {move || when(outcomes.with(|o| !o.is_empty()), latest)}
        {move || when(earlier.with(|e| !e.is_empty()), before)}
        {move || when(is_empty(), nothing)}
    }
    .into_any()
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
        Outcome::Refused { file, why: Refusal::Asks(asked) } => question(file, asked),
        Outcome::Refused { file, why } => view! {
            <div class="note err gap">
                <p>
                    <strong>{file} " was not read. "</strong>
                    {words::sentence(&why.to_string())} ". Nothing was changed by it."
                </p>
            </div>
        }
        .into_any(),
        Outcome::Read(read) => {
            let nothing_new = when(read.nothing_new, || view! { " " <span class="tag">"nothing new"</span> });
            view! { <div class="read"><h3>{read.file.clone()} {nothing_new}</h3> {receipt(read)}</div> }.into_any()
        }
    }
}

fn folded(read: Receipt) -> AnyView {
    let what = format!("{}, {}", words::kind(read.kind), words::rows(read.rows));
    let aside = read.set_aside_total();
    let tag = when(aside > 0, || view! { <span class="tag warn">{words::rows(aside)} " set aside"</span> });
    view! {
        <details>
            <summary>
                <span><strong>{read.file.clone()}</strong> " " <span class="quiet">{what}</span> " " {tag}</span>
            </summary>
            <div class="in">{receipt(read)}</div>
        </details>
    }
    .into_any()
}
