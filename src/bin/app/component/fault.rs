//! No usable data, and why: what happened and what can be done.

use leptos::prelude::*;
use rampline::state::Fault;
use rampline::state::msg::Msg;

use super::part::button;

pub fn screen(fault: Fault) -> Option<AnyView> {
    let (what, todo, step, msg) = match fault {
        // The notices say it, file by file.
        Fault::NoData => return None,
        Fault::OtherVersion => (
            "Two versions of Rampline met in this tab. ",
            "Reload the page to use the newer one. What is stored stays as it is.".to_owned(),
            "Reload",
            Msg::ReloadChosen,
        ),
        Fault::Stopped { why } => (
            "The part of Rampline that reads and computes did not start. ",
            format!("Nothing was changed. The reason: {why}"),
            "Try again",
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
