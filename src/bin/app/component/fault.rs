//! No usable data, and why: what happened and what can be done.

use leptos::prelude::*;
use rampline::state::Fault;
use rampline::state::msg::Msg;
use rampline::t;

use super::part::button;

pub fn screen(fault: Fault) -> Option<AnyView> {
    let (what, todo, step, msg) = match fault {
        // The notices say it, file by file.
        Fault::NoData => return None,
        Fault::OtherVersion => (
            t!("Two versions of Rampline met in this tab. "),
            t!("Reload the page to use the newer one. What is stored stays as it is.").to_owned(),
            t!("Reload"),
            Msg::ReloadChosen,
        ),
        Fault::Stopped { why } => (
            t!("The part of Rampline that reads and computes did not start. "),
            t!("Nothing was changed. The reason: {why}", why),
            t!("Try again"),
            Msg::RetryChosen,
        ),
    };
    let note = view! {
        <div class="note err" role="alert">
            <p><strong>{what}</strong> {todo}</p>
            {button("sm", step, msg)}
        </div>
    };
    Some(note.into_any())
}
