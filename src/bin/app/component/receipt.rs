//! What was read from one file: what was assumed, what came in, what was set aside and why.

use leptos::prelude::*;
use rampline::format;
use rampline::protocol::Export;
use rampline::receipt::{Change, Kind, Receipt};
use rampline::state::msg::Msg;
use rampline::state::words;

use super::live::{each, when};
use super::part::button;
use super::problems::problems;
use crate::shell::Shell;

/// `table` counts the tables of its import with rows that were set aside.
pub fn receipt(receipt: Receipt, table: u32) -> AnyView {
    let assumed = each(words::lines(&receipt), |(what, how)| view! { <div><dt>{what}</dt><dd>{how}</dd></div> });
    let counts = each(counts(&receipt), |(what, n)| {
        view! { <tr><th scope="row">{what}</th><td class="n">{format::count(n)}</td></tr> }
    });
    let shell = Shell::here();
    let forget = receipt.profile().map(|name| {
        let forget = Msg::ProfileForgotten(name.to_owned());
        let name = name.to_owned();
        let is_kept = shell.is(move |s| s.profiles.contains(&name));
        move || when(is_kept.get(), || button("text sm", "Forget these answers", forget.clone()))
    });
    let unknown = when(receipt.unknown > 0, || {
        view! {
            <p class="caveat">
                {words::events(receipt.unknown)}
                " kept apart: no list names these people. They count as soon as one does."
            </p>
        }
    });
    // Of an import that was undone meanwhile there is nothing to download.
    let file = receipt.import.and_then(|import| {
        let kept = Shell::here().see(move |s| {
            let imported = s.holdings.imports.iter().find(|imported| imported.number == import);
            imported.and_then(|imported| imported.kept.get(table as usize).copied())
        });
        Some((Export::SetAside { import, table }, kept.get_untracked()?))
    });
    view! {
        <div class="cols-2">
            <div><dl class="receipt">{assumed}</dl> {forget}</div>
            <div class="stack"><table class="tight"><tbody>{counts}</tbody></table> {unknown}</div>
        </div>
        {when(receipt.replaced > 0, || changes(receipt.replaced, receipt.changes))}
        {when(!receipt.set_aside.is_empty(), || problems(receipt.set_aside, receipt.problems, file))}
    }
    .into_any()
}

fn counts(receipt: &Receipt) -> Vec<(&'static str, u64)> {
    let mut rows = vec![("Rows in the file", receipt.reading.lines)];
    if receipt.rows != receipt.reading.lines {
        let what = match receipt.kind {
            Kind::People => "People they name",
            Kind::Events => "Events they tell of",
        };
        rows.push((what, receipt.rows));
    }
    rows.push(("Taken in", receipt.taken));
    rows.push(("Already here, not added twice", receipt.duplicates));
    if receipt.unknown > 0 {
        rows.push(("About people no list names", receipt.unknown));
    }
    if receipt.replaced > 0 {
        rows.push(("People whose row was replaced", receipt.replaced));
    }
    rows.push(("Set aside, to look at", receipt.set_aside_total()));
    rows
}

fn changes(replaced: u64, changes: Vec<Change>) -> AnyView {
    let or_nothing = |text: String| if text.is_empty() { "nothing".to_owned() } else { text };
    let row = |change: Change| {
        view! {
            <tr>
                <th scope="row">{change.person_id}</th>
                <td data-l="Column">{change.column}</td>
                <td data-l="Before">{or_nothing(change.before)}</td>
                <td data-l="Now">{or_nothing(change.after)}</td>
            </tr>
        }
    };
    view! {
        <h4 class="gap">{words::people(replaced)} " changed"</h4>
        <p class="caveat">"The later file holds. The first changes:"</p>
        <table class="tight rows-n">
            <thead>
                <tr>
                    <th scope="col">"Person"</th>
                    <th scope="col">"Column"</th>
                    <th scope="col">"Before"</th>
                    <th scope="col">"Now"</th>
                </tr>
            </thead>
            <tbody>{each(changes, row)}</tbody>
        </table>
    }
    .into_any()
}
