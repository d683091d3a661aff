//! Messages above the content. An error interrupts a screen reader, anything else waits its turn.

use leptos::prelude::*;
use rampline::state::msg::Msg;
use rampline::state::notice::{Notice, Remedy, Tone};
use rampline::state::route::Route;
use rampline::t;

use super::live::each;
use super::part::button;
use crate::shell::Shell;

pub fn notices() -> impl IntoView {
    let shell = Shell::here();
    let notices = shell.see(|s| s.notices.clone());
    let is_import = shell.is(|s| s.route == Route::Import);
    let of = move |error: bool| {
        let all = notices.get().into_iter().filter(|n| (n.tone == Tone::Error) == error);
        // The receipt needs no link where it stands.
        let hides = if is_import.get() { Some(Remedy::Receipt) } else { None };
        each(all, |n| notice(shell, n, hides))
    };
    view! {
        <div class="notices">
            <div role="alert">{move || of(true)}</div>
            <div role="status">{move || of(false)}</div>
        </div>
    }
}

fn notice(shell: Shell, notice: Notice, hides: Option<Remedy>) -> impl IntoView {
    let class = match notice.tone {
        Tone::Error => "note err",
        Tone::Caution => "note",
        Tone::Done => "note ok",
    };
    let remedy = notice.remedy.filter(|remedy| Some(*remedy) != hides).map(|remedy| match remedy {
        Remedy::Receipt => view! { <a href=Route::Import.hash()>{t!("See what was read")}</a> }.into_any(),
        Remedy::Data => view! { <a href=Route::Data.hash()>{t!("See what is stored")}</a> }.into_any(),
        Remedy::Reload => button("sm", t!("Reload"), Msg::ReloadChosen),
    });
    view! {
        <div class=class>
            <p><strong>{notice.title}</strong> " " {notice.text} " " {remedy}</p>
            <button class="btn text sm" type="button" on:click=shell.saying(Msg::NoticeDismissed(notice.id))>
                {t!("Close")}<span class="vh">{t!(" this message")}</span>
            </button>
        </div>
    }
}
