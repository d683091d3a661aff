//! The frame of every screen: header, navigation, the one file input, content, foot line.

use leptos::prelude::*;
use rampline::protocol::Store;
use rampline::state::Phase;
use rampline::state::msg::Msg;
use rampline::state::route::Route;

use crate::component::{bar, fault, foot, nav, notices, progress};
use crate::effect::{address, files};
use crate::page;
use crate::shell::Shell;

pub fn root(shell: Shell) -> impl IntoView {
    provide_context(shell);
    let route = shell.see(|s| s.route);
    let data_state = shell.see(|s| s.data_state());
    // The start of a new visitor is a page of its own, without the other screens beside it.
    let plain = shell.see(|s| s.route == Route::Start && s.analysis.is_none() && s.holdings.origin.is_none());
    let stopped = shell.see(|s| match &s.phase {
        Phase::Error(fault) => Some(fault.clone()),
        _ => None,
    });
    let menu_open = RwSignal::new(false);
    let skip = move |event: leptos::ev::MouseEvent| {
        // The address is the screen's: following the link would leave it.
        event.prevent_default();
        shell.send(Msg::SkipChosen);
    };
    view! {
        <a class="skip" href="#main" on:click=skip>"Skip to the content"</a>
        <bar::Bar plain menu_open/>
        <Show when=move || shell.see(|s| s.store == Some(Store::OtherTab)).get()>
            <OtherTab/>
        </Show>
        <label class="vh" for=files::INPUT>"CSV files of people and events"</label>
        <input
            class="vh"
            type="file"
            id=files::INPUT
            multiple
            tabindex="-1"
            on:change=move |event| files::chosen(shell, &event)
        />
        <div class="frame" class:plain=plain>
            <Show when=move || !plain.get()>
                <nav::Nav open=menu_open/>
            </Show>
            <main id=address::CONTENT tabindex="-1" data-state=data_state>
                <notices::Notices/>
                {move || stopped.get().map(|fault| fault::screen(shell, fault))}
                {move || match route.get() {
                    Route::Start => page::start::start().into_any(),
                    Route::Curves => page::curves::curves().into_any(),
                    Route::Import => page::import::import().into_any(),
                    Route::Data => page::data::data().into_any(),
                }}
            </main>
        </div>
        <foot::Foot/>
        <progress::ProgressStrip/>
        <div class="dropping" aria-hidden="true"><p>"Let go to read the files"</p></div>
    }
}

/// The store belongs to another tab: what this one can do.
#[component]
fn OtherTab() -> impl IntoView {
    let shell = Shell::here();
    view! {
        <div class="note band" role="status">
            <p>
                <strong>"Rampline is open in another tab. "</strong>
                "You can look around and read files here; nothing is kept."
            </p>
            <button class="btn sm" type="button" on:click=shell.saying(Msg::RetryChosen)>"Try again"</button>
        </div>
    }
}
