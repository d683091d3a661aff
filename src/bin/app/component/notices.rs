//! Messages above the content. An error interrupts a screen reader, anything else waits its turn.

use leptos::prelude::*;
use rampline::state::msg::Msg;
use rampline::state::notice::{Notice, Remedy, Tone};
use rampline::state::route::Route;

use crate::shell::Shell;

#[component]
pub fn Notices() -> impl IntoView {
    let shell = Shell::here();
    let of = move |error: bool| {
        let list = shell
            .see(move |s| s.notices.iter().filter(|n| (n.tone == Tone::Error) == error).cloned().collect::<Vec<_>>());
        view! { <For each=move || list.get() key=|n| n.id children=move |n| notice(shell, n)/> }
    };
    view! {
        <div class="notices">
            <div role="alert">{of(true)}</div>
            <div role="status">{of(false)}</div>
        </div>
    }
}

fn notice(shell: Shell, notice: Notice) -> impl IntoView {
    let remedy = notice.remedy.map(|remedy| match remedy {
        Remedy::Receipt => view! { <a href=Route::Import.hash()>"See what was read"</a> }.into_any(),
        Remedy::Data => view! { <a href=Route::Data.hash()>"See what is stored"</a> }.into_any(),
        Remedy::Reload => view! {
            <button class="btn sm" type="button" on:click=shell.saying(Msg::ReloadChosen)>"Reload"</button>
        }
        .into_any(),
    });
    view! {
        <div class="note" class:err=notice.tone == Tone::Error class:ok=notice.tone == Tone::Done>
            <p><strong>{notice.title}</strong> " " {notice.text} " " {remedy}</p>
            <button class="btn text sm" type="button" on:click=shell.saying(Msg::NoticeDismissed(notice.id))>
                "Close"<span class="vh">" this message"</span>
            </button>
        </div>
    }
}
