//! Did it read my files right: receipts, newest first, and what is still missing.

use leptos::prelude::*;
use rampline::protocol::{Change, Export, Holdings, Origin};
use rampline::receipt::{Imported, Reply};
use rampline::scene::receipt::{Heard, Read};
use rampline::state::msg::Msg;
use rampline::state::words;
use rampline::t;

use crate::component::downloads::export_button;
use crate::component::drop_zone::drop_zone;
use crate::component::field::check;
use crate::component::live::{each, when};
use crate::component::mounted::mounted;
use crate::component::part::{button, caveat, ghost, section};
use crate::component::receipt::receipt;
use crate::shell::Shell;

pub fn import() -> AnyView {
    let shell = Shell::here();
    let held = shell.text(|s| match s.holdings.origin {
        Some(_) => t!(
            "Here: {people} and {events}",
            people = words::people(s.holdings.people),
            events = words::events(s.holdings.events)
        ),
        None => String::new(),
    });
    let what = shell.text(|s| missing(&s.holdings).to_owned());
    let outcomes = shell.see(|s| s.outcomes.clone());
    let earlier = shell.see(|s| s.earlier_imports());
    let undone = shell.see(|s| s.holdings.undone.clone());
    let is_open = |outcome: &Heard| matches!(outcome, Heard::Asked { .. });
    let open = move || {
        let (open, _): (Vec<_>, Vec<_>) = numbered(outcomes.get()).into_iter().partition(|(o, ..)| is_open(o));
        when(!open.is_empty(), || {
            let forms = section("asks", t!("To be answered"), each(open, outcome).into_any());
            view! { {forms} <div class="gap"></div> }
        })
    };
    let latest = move || {
        let told = numbered(outcomes.get()).into_iter().filter(|(o, ..)| !is_open(o));
        section("latest", t!("Read just now"), each(told, outcome).into_any())
    };
    let has_told = move || outcomes.with(|outcomes| outcomes.iter().any(|o| !is_open(o)));
    let before = move || {
        let files = view! {
            {caveat(t!("Newest first. Each opens to what was assumed, what was set aside, and the way to undo it; what is open is printed."))}
            <div class="gap">{each(earlier.get(), folded)}</div>
        };
        section("earlier", t!("Read earlier"), files.into_any())
    };
    let back = move |file: String| {
        view! {
            <div class="note ok gap">
                <p><strong>{file} {t!(" was taken out. ")}</strong>{t!("Until another file comes in you can put it back.")}</p>
                <div class="btns">{button("sm", t!("Put it back"), Msg::ChangeChosen(Change::PutBack))}</div>
            </div>
        }
        .into_any()
    };
    let nothing = || ghost("block", t!("The receipt of each file will be here: rows read, rows set aside, and why."));
    let is_empty = move || outcomes.with(Vec::is_empty) && earlier.with(Vec::is_empty);
    view! {
        <div class="head"><h1>{t!("Import")}</h1><p>{move || held.get()}</p></div>
        {open}
        {drop_zone(what)}
        {codes(shell)}
        {move || undone.get().map(back)}
        {mounted(shell.see(|s| s.checked.concerns.clone()))}
        {mounted(shell.see(|s| s.checked.people.clone()))}
        {move || when(has_told(), latest)}
        {move || when(earlier.with(|e| !e.is_empty()), before)}
        {move || when(is_empty(), nothing)}
        {move || when(!is_empty(), || view! { <div class="btns gap">{button("sm", t!("Print"), Msg::PrintChosen)}</div> })}
    }
    .into_any()
}

/// Codes in the place of names, and the key to them.
fn codes(shell: Shell) -> AnyView {
    let on = shell.is(|s| s.codes);
    let key = || {
        view! {
            {caveat(t!("Stored in this browser: codes, days, teams, roles, courses and what happened. Not stored: names, addresses, ids, notes, what appointments are called, rows set aside, and the key. Names of files, courses and teams stay as they are. Without the key nobody can say who a code is: save it after the files are read, and drop it here before the next ones."))}
            {export_button(&Export::Key, t!("Save the key (.csv)"), None)}
        }
    };
    view! {
        <div class="gap">
            {check(t!("Replace names, e-mail addresses and ids by codes in the files that come next").to_owned(), on, None, Msg::CodesChosen)}
            {move || when(on.get(), key)}
        </div>
    }
    .into_any()
}

/// What to drop next, seen from what is here.
fn missing(holdings: &Holdings<Read>) -> &'static str {
    if holdings.origin == Some(Origin::Sample) {
        return t!("Your own files replace the sample; the two are never mixed.");
    }
    match (holdings.people, holdings.events) {
        (0, 0) => t!("A list of people with start dates, and a list of events."),
        (_, 0) => t!("People are here. Still missing: events, with the columns person_id, date and event."),
        (0, _) => t!("Events are here. Still missing: people, with the columns person_id and start_date."),
        _ => t!("More files add to what is here; a later row of a person replaces the earlier one."),
    }
}

/// Each outcome with the number of its table in the file, whether it is the last one of the file, and with that one the
/// import it was kept as.
fn numbered(outcomes: Vec<Heard>) -> Vec<(Heard, u32, bool, Option<u32>)> {
    let import = |outcome: &Heard| match outcome {
        Heard::Read(read) => read.import,
        _ => None,
    };
    let numbers: Vec<_> = outcomes.iter().map(|outcome| (outcome.file().to_owned(), import(outcome))).collect();
    let mut table = 0;
    let mut all = Vec::new();
    for (at, outcome) in outcomes.into_iter().enumerate() {
        if at == 0 || numbers[at - 1] != numbers[at] {
            table = 0;
        }
        let is_last = numbers.get(at + 1) != Some(&numbers[at]);
        let has_rows = matches!(&outcome, Heard::Read(read) if read.set_aside > 0);
        all.push((outcome, table, is_last, numbers[at].1.filter(|_| is_last)));
        table += u32::from(has_rows);
    }
    all
}

fn outcome((outcome, table, is_last, import): (Heard, u32, bool, Option<u32>)) -> AnyView {
    match outcome {
        Heard::Asked { html, .. } => mounted(Memo::new(move |_| html.clone())),
        Heard::Key { file } => view! {
            <p class="gap"><strong>{file}</strong> {t!(" is a key: its codes stand for the same people again. It is not stored.")}</p>
        }
        .into_any(),
        Heard::Refused { file, why } => view! {
            <div class="note err gap">
                <p><strong>{file} {t!(" was not read. ")}</strong> {words::sentence(&why)} {t!(". Nothing was changed by it.")}</p>
            </div>
        }
        .into_any(),
        Heard::Read(read) => {
            let nothing_new = when(read.nothing_new, || view! { " " <span class="tag">{t!("nothing new")}</span> });
            let undo = import.map(manage);
            let ask = Msg::Replied { file: read.file.clone(), reply: Box::new(Reply::Ask) };
            let change =
                when(is_last, || view! { <div class="btns">{button("text sm", t!("Change how it is read"), ask)}</div> });
            view! {
                <div class="read">
                    <h3>{read.file.clone()} {nothing_new}</h3>
                    {receipt(read, table)}
                    {change}
                    {undo}
                </div>
            }
            .into_any()
        }
    }
}

fn folded((imported, read): (Imported, Vec<Read>)) -> AnyView {
    let what: Vec<String> = read.iter().map(|read| read.what.clone()).collect();
    let aside: u64 = read.iter().map(|read| read.set_aside).sum();
    let tag =
        when(aside > 0, || view! { <span class="tag warn">{t!("{rows} set aside", rows = words::rows(aside))}</span> });
    let told = |(outcome, table, ..): (Heard, u32, bool, Option<u32>)| match outcome {
        Heard::Read(read) => Some(receipt(read, table)),
        _ => None,
    };
    let name = format!("{}. {}", imported.number + 1, imported.file);
    let all = numbered(read.into_iter().map(Heard::Read).collect());
    view! {
        <details>
            <summary>
                <span><strong>{name}</strong> " " <span class="quiet">{what.join("; ")}</span> " " {tag}</span>
            </summary>
            <div class="in">{each(all, told)} {manage(imported.number)}</div>
        </details>
    }
    .into_any()
}

/// Undo of an import, and the offer to let it stand in for an earlier file.
fn manage(number: u32) -> AnyView {
    let shell = Shell::here();
    let held = shell.see(|s| s.holdings.imports.clone());
    let of = move |number: u32| held.with(|held| held.iter().find(|imported| imported.number == number).cloned());
    let undo = move |import: u32| Msg::ChangeChosen(Change::Undo { import });
    let replace = move |earlier: Imported| {
        view! {
            <div class="note gap">
                <div class="stack">
                    <p>{words::replacing(&earlier)}</p>
                    <div class="btns">{button("sm", t!("Replace the earlier file"), undo(earlier.number))}</div>
                </div>
            </div>
        }
    };
    let shown = move |imported: Imported| {
        let earlier = imported.replaces.and_then(of).filter(|earlier| earlier.can_be_undone);
        let button = when(imported.can_be_undone, || button("sm", t!("Undo this import"), undo(number)));
        view! {
            {earlier.map(replace)}
            <div class="btns gap">{button} <span class="quiet small">{words::undoing(&imported)}</span></div>
        }
    };
    (move || of(number).map(shown)).into_any()
}
