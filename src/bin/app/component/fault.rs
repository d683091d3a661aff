//! No usable data, and why: what happened and what can be done.

use leptos::prelude::*;
use rampline::state::Fault;
use rampline::state::msg::Msg;

use crate::shell::Shell;

pub fn screen(shell: Shell, fault: Fault) -> impl IntoView {
    match fault {
        // The notices say it, file by file.
        Fault::NoData => None,
        Fault::OtherVersion => Some(
            view! {
                <div class="note err" role="alert">
                    <p>
                        <strong>"Two versions of Rampline met in this tab. "</strong>
                        "Reload the page to use the newer one. What is stored stays as it is."
                    </p>
                    <button class="btn sm" type="button" on:click=shell.saying(Msg::ReloadChosen)>"Reload"</button>
                </div>
            }
            .into_any(),
        ),
        Fault::Stopped { why } => Some(
            view! {
                <div class="note err" role="alert">
                    <p>
                        <strong>"The part of Rampline that reads and computes did not start. "</strong>
                        "Nothing was changed. The reason: " {why}
                    </p>
                    <button class="btn sm" type="button" on:click=shell.saying(Msg::RetryChosen)>"Try again"</button>
                </div>
            }
            .into_any(),
        ),
    }
}
