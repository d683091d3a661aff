//! What stands behind a number: definition, formula, who was used and who was left out. A dialog of the browser's own,
//! so that the focus stays in it, Escape closes it and the focus goes back to the number.

use leptos::html::Dialog;
use leptos::prelude::*;
use rampline::format;
use rampline::inspect::{Account, Inspection, Number, Rows};
use rampline::protocol::Export;
use rampline::scene::document::{Cell, Table};
use rampline::state::msg::Msg;
use rampline::state::{Found, words};

use super::data_table::data_table;
use super::downloads::export_button;
use super::live::{each, on};
use super::part::button;
use crate::shell::Shell;

pub fn opened() -> AnyView {
    let shell = Shell::here();
    let node = NodeRef::<Dialog>::new();
    let is_open = shell.is(|s| s.opened.is_some());
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (is_open.get(), dialog.open()) {
            // Shown already only where somebody's script was faster: then there is nothing to do.
            (true, false) => dialog.show_modal().unwrap_or_default(),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let found = shell.see(|s| s.opened.as_ref().map(|opened| (opened.number.clone(), opened.found.clone())));
    let content = move || found.get().map(|(number, found)| content(number, found));
    let closed = on(move |_: web_sys::Event| {
        if is_open.get_untracked() {
            shell.send(Msg::NumberClosed);
        }
    });
    view! {
        <dialog class="opened" node_ref=node aria-labelledby="opened" on:close=closed>
            {content}
            <div class="btns gap">{button("", "Close", Msg::NumberClosed)}</div>
        </dialog>
    }
    .into_any()
}

fn content(number: Number, found: Found) -> AnyView {
    match found {
        Found::Waiting => view! { <h2 id="opened">"Being looked up."</h2> }.into_any(),
        Found::NotShown => view! {
            <h2 id="opened">"This number is not shown."</h2>
            <p class="caveat">"Too few people are behind it, or nobody yet. Small groups stay hidden here, too."</p>
        }
        .into_any(),
        Found::Here(inspection) => here(number, &inspection),
    }
}

fn here(number: Number, inspection: &Inspection) -> AnyView {
    let lines = [
        ("Formula", &inspection.formula),
        ("Assumes", &inspection.assumption),
        ("Unit", &inspection.unit),
        ("Source", &inspection.source),
    ];
    let has_rows = inspection.event_rows.listed > 0;
    let line = |(what, how): (&'static str, &String)| view! { <div><dt>{what}</dt><dd>{how.clone()}</dd></div> };
    view! {
        <h2 id="opened" class="finding">{inspection.title.clone()}</h2>
        <p class="measure-text">{inspection.definition.clone()}</p>
        <dl class="receipt gap">{each(lines, line)}</dl>
        {account(&inspection.people)}
        {inspection.events.as_ref().map(account)}
        {list(&inspection.rows, "people", words::people(inspection.rows.listed), "Names that would tell of a small group are left away.")}
        {list(&inspection.event_rows, "rows", format!("{} rows", format::count(inspection.event_rows.listed)), "Rows about the people listed, and whether each counts.")}
        <div class="btns gap">
            {export_button(Export::Number(number.clone()), "Save its table (.csv)", None)}
            {has_rows.then(|| export_button(Export::EventRows(number), "Save its rows (.csv)", None))}
        </div>
    }
    .into_any()
}

fn account(account: &Account) -> AnyView {
    let used = format!("Used: {} {}", format::count(account.used), account.noun);
    let left = account.left_out.iter();
    let reason = |(reason, count): &(String, u64)| {
        view! { <li>{format::count(*count)} " left out: " {reason.clone()}</li> }
    };
    view! {
        <h3 class="gap">{used}</h3>
        <ul class="plain-list">{each(left, reason)}</ul>
    }
    .into_any()
}

/// The people or rows behind the number, opened on demand.
fn list(rows: &Rows, what: &str, all: String, caption: &str) -> Option<AnyView> {
    let shown = rows.rows.len() as u64;
    (shown > 0).then(|| {
        let summary = match shown < rows.listed {
            true => format!("The first {} of {all}, by id", format::count(shown)),
            false => format!("{all}, by id"),
        };
        let table = Table {
            label: format!("The {what} behind the number, table"),
            caption: caption.to_owned(),
            head: rows.head.clone(),
            rows: rows.rows.iter().map(|row| row.iter().map(|cell| Cell::from(cell.as_str())).collect()).collect(),
        };
        view! {
            <details class="gap">
                <summary>{summary}</summary>
                {data_table(table)}
            </details>
        }
        .into_any()
    })
}
