//! What is stored here, as files to take along, and how to get rid of it.

use leptos::prelude::*;
use rampline::format;
use rampline::protocol::{Export, Origin, Store};
use rampline::state::words;

use crate::component::downloads::ExportButton;
use crate::component::erase::Erase;
use crate::shell::Shell;

pub fn data() -> impl IntoView {
    let shell = Shell::here();
    let has_rows = shell.see(|s| s.holdings.people + s.holdings.events > 0);
    view! {
        <div class="head"><h1>"Data"</h1><p>"Everything stays in this browser"</p></div>
        <section aria-labelledby="stored">
            <h2 id="stored">"What is stored here"</h2>
            <Stored/>
        </section>
        <section class="block" aria-labelledby="take">
            <h2 id="take">"Take it along"</h2>
            <Show
                when=move || has_rows.get()
                fallback=|| view! {
                    <div class="ghost gap"><p>"There is nothing to take along yet. " <a href="#/import">"Import files"</a></p></div>
                }
            >
                <p class="caveat">"All rows that were taken in, in the form this page reads. Dropped here again, they give the same numbers."</p>
                <div class="btns gap">
                    <ExportButton what=Export::PeopleCsv label="Download people.csv"/>
                    <ExportButton what=Export::EventsCsv label="Download events.csv"/>
                </div>
            </Show>
        </section>
        <section class="block" aria-labelledby="erase">
            <h2 id="erase">"Get rid of it"</h2>
            <p class="caveat">"Removes files, rows, the rule and the view. The program itself stays in the browser’s cache, so that it opens offline."</p>
            <div class="gap"><Erase/></div>
        </section>
    }
}

#[component]
fn Stored() -> impl IntoView {
    let shell = Shell::here();
    let holdings = shell.see(|s| s.holdings.clone());
    let store = shell.see(|s| s.store.clone());
    let bytes = shell.see(|s| s.stored_bytes);
    let place = move || match store.get() {
        Some(place) => words::store(&place),
        None => "Being looked up.".to_owned(),
    };
    let whose = move || {
        holdings.with(|h| match h.origin {
            None => "Nothing yet",
            Some(Origin::Own) => "Your own files",
            Some(Origin::Sample) => "The sample company, made up",
        })
    };
    let rows = move || holdings.with(|h| format!("{} and {}", words::people(h.people), words::events(h.events)));
    let files = move || {
        holdings.with(|h| match h.receipts.as_slice() {
            [] => "None".to_owned(),
            read => read.iter().map(|r| r.file.as_str()).collect::<Vec<_>>().join(", "),
        })
    };
    let is_kept = move || matches!(store.get(), Some(Store::Opfs | Store::IndexedDb));
    let size = move || {
        bytes.get().filter(|_| is_kept()).map(|bytes| {
            view! {
                <div><dt>"Space"</dt><dd>{format::bytes(bytes)} " on this device"</dd></div>
            }
        })
    };
    view! {
        <dl class="receipt gap">
            <div><dt>"Whose data"</dt><dd>{whose}</dd></div>
            <div><dt>"Files"</dt><dd>{files}</dd></div>
            <div><dt>"Rows"</dt><dd>{rows}</dd></div>
            <div><dt>"Kept"</dt><dd>{place}</dd></div>
            {size}
            <div><dt>"Settings"</dt><dd>"The rule, the view and the theme, in this browser’s local storage"</dd></div>
        </dl>
    }
}
