//! What was read from one file: what was assumed, what came in, what was set aside and why.

use leptos::prelude::*;
use rampline::protocol::Export;
use rampline::receipt::{Kept, Reply};
use rampline::scene::receipt::Read;
use rampline::state::msg::Msg;

use super::document::block;
use super::downloads::export_button;
use super::live::{each, when};
use super::part::button;
use crate::shell::Shell;

/// Asks about a file that was read.
pub fn ask(file: &str, reply: Reply) -> Msg {
    Msg::Replied { file: file.to_owned(), reply: Box::new(reply) }
}

/// `table` counts the tables of its import with rows that were set aside. What was assumed can be changed as long as the
/// file is here.
pub fn receipt(read: Read, table: u32, is_here: bool) -> AnyView {
    let assumed = each(read.lines, |(what, how, topic)| {
        let change = topic.filter(|_| is_here).map(|topic| {
            // The name of each says what it changes.
            let what = format!("Change: {how}");
            let press = Shell::here().saying(ask(&read.file, Reply::AskAbout(topic)));
            view! { " " <button class="btn text sm" type="button" aria-label=what on:click=press>"change"</button> }
        });
        view! { <div><dt>{what}</dt><dd>{how} {change}</dd></div> }
    });
    let counts = each(read.counts, |(what, n)| view! { <tr><th scope="row">{what}</th><td class="n">{n}</td></tr> });
    let shell = Shell::here();
    let forget = read.profile.map(|name| {
        let forget = Msg::ProfileForgotten(name.clone());
        let is_kept = shell.is(move |s| s.profiles.contains(&name));
        move || when(is_kept.get(), || button("text sm", "Forget these answers", forget.clone()))
    });
    // Of an import that was undone meanwhile there is nothing to download.
    let rows = read.import.filter(|_| read.set_aside > 0).map(|import| {
        let kept = shell.see(move |s| {
            let imported = s.holdings.imports.iter().find(|imported| imported.number == import);
            imported.and_then(|imported| imported.kept.get(table as usize).copied())
        });
        move || kept.get().map(|kept| download(Export::SetAside { import, table }, kept))
    });
    view! {
        <div class="cols-2">
            <div><dl class="receipt">{assumed}</dl> {forget}</div>
            <div class="stack"><table class="tight"><tbody>{counts}</tbody></table></div>
        </div>
        {each(read.below, block)}
        {rows}
    }
    .into_any()
}

fn download(file: Export, kept: Kept) -> AnyView {
    let first = "There was room for the first of them only: correct the rest in the file itself.";
    view! {
        <div class="btns gap">
            {export_button(file, "Download these rows (.csv)", None)}
            {when(kept == Kept::First, || view! { <span class="quiet small">{first}</span> })}
        </div>
    }
    .into_any()
}
