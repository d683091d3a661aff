//! The frame of every screen: header, navigation, the one file input, content, foot line.

use leptos::prelude::*;
use rampline::protocol::Store;
use rampline::state::Phase;
use rampline::state::msg::Msg;
use rampline::state::route::Route;
use rampline::t;
use web_sys::MouseEvent;

use crate::component::live::{on, when};
use crate::component::measured::measured;
use crate::component::mounted::mounted;
use crate::component::opened::opened;
use crate::component::part::button;
use crate::component::{bar, fault, foot, nav, notices, progress, tour};
use crate::effect::{address, files, press};
use crate::page;
use crate::shell::Shell;

pub fn root(shell: Shell) -> impl IntoView {
    provide_context(shell);
    press::follow(shell);
    let is_second = shell.is(|s| s.store == Some(Store::OtherTab));
    let menu_open = RwSignal::new(false);
    let skip = on(move |event: MouseEvent| {
        // The address is the screen's: following the link would leave it.
        event.prevent_default();
        shell.send(Msg::SkipChosen);
    });
    view! {
        <a class="skip" href="#main" on:click=skip>{t!("Skip to the content")}</a>
        {bar::bar(plain(shell), menu_open)}
        {move || when(is_second.get(), other_tab)}
        <label class="vh" for=files::INPUT>{t!("CSV files of people and events")}</label>
        <input
            class="vh"
            type="file"
            id=files::INPUT
            multiple
            tabindex="-1"
            on:change=on(move |event| files::chosen(shell, &event))
        />
        {content(shell, menu_open)}
        {foot::foot()}
        {opened()}
        {progress::strip()}
        <div class="dropping" aria-hidden="true"><p>{t!("Let go to read the files")}</p></div>
    }
}

/// The start of a new visitor is a page of its own, without the other screens beside it.
fn plain(shell: Shell) -> Memo<bool> {
    shell.is(|s| s.route == Route::Start && s.scene.is_none() && s.holdings.origin.is_none())
}

/// What a shell of its own shows, apart from the page around it.
pub fn frame(shell: Shell) -> AnyView {
    provide_context(shell);
    content(shell, RwSignal::new(false))
}

fn content(shell: Shell, menu_open: RwSignal<bool>) -> AnyView {
    let plain = plain(shell);
    let route = shell.see(|s| s.route);
    let data_state = shell.text(|s| s.data_state().to_owned());
    let stopped = shell.see(|s| match &s.phase {
        Phase::Error(fault) => Some(fault.clone()),
        _ => None,
    });
    view! {
        <div class="frame" class:plain=move || plain.get()>
            {move || when(!plain.get(), || nav::nav(menu_open))}
            <main id=address::CONTENT tabindex="-1" data-state=move || data_state.get()>
                {measured(Msg::Measured)}
                {notices::notices()}
                {tour::tour()}
                {move || stopped.get().and_then(fault::screen)}
                {move || match route.get() {
                    Route::Start => page::start::start().into_any(),
                    Route::Curves => page::curves::curves().into_any(),
                    Route::Overview | Route::Kpis | Route::Belief | Route::Timeline => {
                        page::screen::screen(route.get())
                    }
                    Route::Definitions => page::definitions::definitions(),
                    Route::Import => page::import::import().into_any(),
                    Route::Data => page::data::data().into_any(),
                    Route::Components => mounted(page::screen::written(shell)),
                }}
            </main>
        </div>
    }
    .into_any()
}

/// The store belongs to another tab: what this one can do.
fn other_tab() -> impl IntoView {
    view! {
        <div class="note band" role="status">
            <p>
                <strong>{t!("Rampline is open in another tab. ")}</strong>
                {t!("You can look around and read files here; nothing is kept.")}
            </p>
            {button("sm", t!("Try again"), Msg::RetryChosen)}
        </div>
    }
}
