//! The view as files. The report holds small groups too and says so beside its button.

use leptos::prelude::*;
use rampline::protocol::Export;
use rampline::state::effect::PictureForm;
use rampline::state::msg::Msg;

use super::live::on;
use super::part::{button, pressed};
use crate::page::curves::Scene;
use crate::shell::Shell;

pub fn downloads(scene: Memo<Option<Scene>>) -> AnyView {
    let shell = Shell::here();
    let picture = move |form| {
        on(move |_| {
            if let Some(svg) = scene.with_untracked(|s| s.as_ref().map(Scene::svg)) {
                shell.send(Msg::PictureChosen { svg, form });
            }
        })
    };
    view! {
        <div class="btns gap">
            {pressed("sm", "Save picture (.svg)", picture(PictureForm::Svg))}
            {pressed("sm", "Save picture (.png)", picture(PictureForm::Png))}
            {export_button(Export::CurveCsv, "Save numbers (.csv)", None)}
            {button("sm", "Print", Msg::PrintChosen)}
            {export_button(Export::Report, "Download report (.json)", Some("report-note"))}
        </div>
        <p class="caveat no-print" id="report-note">
            "The report holds every number behind this screen, small groups too: it is for checking the arithmetic, not for passing on."
        </p>
    }
    .into_any()
}

/// A file the worker makes; `note` is the id of a sentence about it.
pub fn export_button(what: Export, label: &'static str, note: Option<&'static str>) -> AnyView {
    let shell = Shell::here();
    let is_busy = shell.is(move |s| s.is_exporting(what));
    view! {
        <button
            class="btn sm"
            type="button"
            aria-describedby=note
            aria-busy=move || is_busy.get().to_string()
            on:click=shell.saying(Msg::ExportChosen(what))
        >
            {label}
        </button>
    }
    .into_any()
}
