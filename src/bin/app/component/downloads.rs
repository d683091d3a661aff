//! The view as files. The report holds small groups too and says so beside its button.

use leptos::prelude::*;
use rampline::markup::code;
use rampline::protocol::{Export, PictureForm};
use rampline::state::msg::Msg;
use rampline::t;

use super::live::when;
use super::part::button;

pub fn downloads(has_picture: Memo<bool>) -> AnyView {
    let picture = || {
        view! {
            {export_button(&Export::Picture(PictureForm::Svg), t!("Save picture (.svg)"), None)}
            {export_button(&Export::Picture(PictureForm::Png), t!("Save picture (.png)"), None)}
            {export_button(&Export::Picture(PictureForm::Copy), t!("Copy picture"), None)}
        }
    };
    view! {
        <div class="btns gap">
            {move || when(has_picture.get(), picture)}
            {export_button(&Export::CurveCsv, t!("Save numbers (.csv)"), None)}
            {button("sm", t!("Print"), Msg::PrintChosen)}
        </div>
        {report()}
    }
    .into_any()
}

/// Every number, for checking the arithmetic.
pub fn report() -> AnyView {
    view! {
        <div class="btns gap">{export_button(&Export::Report, t!("Download report (.json)"), Some("report-note"))}</div>
        <p class="caveat no-print" id="report-note">
            {t!("The report holds every number behind this screen, small groups too: it is for checking the arithmetic, not for passing on.")}
        </p>
    }
    .into_any()
}

/// A file the worker makes; `note` is the id of a sentence about it. `effect::press` hears it.
pub fn export_button(what: &Export, label: &'static str, note: Option<&'static str>) -> AnyView {
    view! { <button class="btn sm" type="button" aria-describedby=note data-saves=code(what)>{label}</button> }
        .into_any()
}
