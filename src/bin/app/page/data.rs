//! What is stored here, as files to take along, and how to get rid of it.

use leptos::prelude::*;
use rampline::format;
use rampline::protocol::{Change, Export, Origin, Store};
use rampline::state::msg::Msg;
use rampline::state::words;
use rampline::t;

use crate::component::downloads::export_button;
use crate::component::erase::erase;
use crate::component::field::check;
use crate::component::live::{each, when};
use crate::component::mounted::mounted;
use crate::component::part::{caveat, ghost, section};
use crate::shell::Shell;

pub fn data() -> AnyView {
    let people = Shell::here().see(|s| s.checked.people.clone());
    let has_rows = Shell::here().is(|s| s.holdings.people + s.holdings.events > 0);
    let files = || {
        view! {
            {caveat(t!("All rows that were taken in, in the form this page reads. Dropped here again, they give the same numbers."))}
            <div class="btns gap">
                {export_button(&Export::PeopleCsv, t!("Download people.csv"), None)}
                {export_button(&Export::EventsCsv, t!("Download events.csv"), None)}
            </div>
        }
    };
    let nothing = || ghost("gap", t!("There is nothing to take along yet."));
    let take = view! { {move || when(has_rows.get(), files)} {move || when(!has_rows.get(), nothing)} };
    let rid = view! {
        {caveat(t!("Removes files, rows, the rule and the view. The program itself stays in the browser’s cache, so that it opens offline."))}
        {erase()}
    };
    view! {
        <div class="head"><h1>{t!("Data")}</h1><p>{t!("Everything stays in this browser")}</p></div>
        {section("stored", t!("What is stored here"), stored())}
        {mounted(people)}
        {section("take", t!("Take it along"), take.into_any())}
        {section("names", t!("Names"), names())}
        {section("erase", t!("Get rid of it"), rid.into_any())}
    }
    .into_any()
}

/// For a screen that others look at.
fn names() -> AnyView {
    let hidden = Shell::here().is(|s| s.settings.hide_names);
    view! {
        {caveat(t!("For presenting: people, managers and teams get neutral labels on every screen, in every file saved from here and in the address. The data stay as they are."))}
        {check(t!("Hide names").to_owned(), hidden, None, |hidden| Msg::ChangeChosen(Change::Names { hidden }))}
    }
    .into_any()
}

fn stored() -> AnyView {
    let shell = Shell::here();
    let whose = shell.text(|s| {
        let whose = match s.holdings.origin {
            None => t!("Nothing yet"),
            Some(Origin::Own) => t!("Your own files"),
            Some(Origin::Sample) => t!("The sample company, made up"),
        };
        whose.to_owned()
    });
    let files = shell.text(|s| match s.holdings.receipts.as_slice() {
        [] => t!("None").to_owned(),
        read => read.iter().map(|r| r.file.as_str()).collect::<Vec<_>>().join(", "),
    });
    let rows = shell.text(|s| {
        t!("{first} and {last}", first = words::people(s.holdings.people), last = words::events(s.holdings.events))
    });
    let place = shell.text(|s| s.store.as_ref().map_or_else(|| t!("Being looked up.").to_owned(), words::store));
    // Empty while nothing was saved on this visit, or nothing is kept.
    let size = shell.text(|s| match (&s.store, s.stored_bytes) {
        (Some(Store::Opfs | Store::IndexedDb), Some(bytes)) => t!("{size} on this device", size = format::bytes(bytes)),
        _ => String::new(),
    });
    let line = |(what, how): (&'static str, Memo<String>)| {
        move || when(how.with(|h| !h.is_empty()), || view! { <div><dt>{what}</dt><dd>{move || how.get()}</dd></div> })
    };
    view! {
        <dl class="receipt gap">
            {each([(t!("Whose data"), whose), (t!("Files"), files), (t!("Rows"), rows), (t!("Kept"), place), (t!("Space"), size)], line)}
            <div><dt>{t!("Settings")}</dt><dd>{t!("The rule, the view and the theme, in this browser’s local storage")}</dd></div>
        </dl>
    }
    .into_any()
}
