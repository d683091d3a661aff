//! What was read from one file: what was assumed, what came in, what was set aside and why.

use leptos::prelude::*;
use rampline::protocol::Export;
use rampline::receipt::Kept;
use rampline::scene::receipt::Read;
use rampline::state::msg::Msg;
use rampline::t;

use super::downloads::export_button;
use super::live::when;
use super::mounted::mounted;
use super::part::button;
use crate::shell::Shell;

/// `table` counts the tables of its import with rows that were set aside.
pub fn receipt(read: Read, table: u32) -> AnyView {
    let shell = Shell::here();
    let forget = read.profile.map(|name| {
        let forget = Msg::ProfileForgotten(name.clone());
        let is_kept = shell.is(move |s| s.profiles.contains(&name));
        move || when(is_kept.get(), || button("text sm", t!("Forget these answers"), forget.clone()))
    });
    // Of an import that was undone meanwhile there is nothing to download.
    let rows = read.import.filter(|_| read.set_aside > 0).map(|import| {
        let kept = shell.see(move |s| {
            let imported = s.holdings.imports.iter().find(|imported| imported.number == import);
            imported.and_then(|imported| imported.kept.get(table as usize).copied())
        });
        move || kept.get().map(|kept| download(Export::SetAside { import, table }, kept))
    });
    let html = read.html;
    view! {
        {mounted(Memo::new(move |_| html.clone()))}
        <div class="btns gap">{forget}</div>
        {rows}
    }
    .into_any()
}

fn download(file: Export, kept: Kept) -> AnyView {
    let first = t!("There was room for the first of them only: correct the rest in the file itself.");
    view! {
        <div class="btns gap">
            {export_button(&file, t!("Download these rows (.csv)"), None)}
            {when(kept == Kept::First, || view! { <span class="quiet small">{first}</span> })}
        </div>
    }
    .into_any()
}
