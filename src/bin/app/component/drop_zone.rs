//! Where files are dropped or chosen. Dropping works on the whole page; this says so.

use leptos::prelude::*;
use rampline::state::msg::Msg;
use rampline::t;

use super::part::button;

/// `what` to drop, in one sentence.
pub fn drop_zone(what: Memo<String>) -> impl IntoView {
    view! {
        <div class="drop">
            <div class="stack">
                <p><strong>{t!("Drop files here")}</strong> {t!(", or anywhere on the page. ")} {move || what.get()}</p>
                <p class="small quiet">
                    {t!("CSV, workbooks, archives, calendar files or a folder of them, as your systems write them. The same file again changes nothing and says so.")}
                </p>
            </div>
            {button("", t!("Choose files"), Msg::PickerChosen)}
        </div>
    }
}
