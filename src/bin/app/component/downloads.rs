//! The view as files. The report holds small groups too and says so beside its button.

use leptos::prelude::*;
use rampline::protocol::Export;
use rampline::state::effect::PictureForm;
use rampline::state::msg::Msg;

use crate::page::curves::Scene;
use crate::shell::Shell;

#[component]
pub fn Downloads(scene: Signal<Option<Scene>>) -> impl IntoView {
    let shell = Shell::here();
    let picture = move |form| {
        move |_| {
            if let Some(svg) = scene.with_untracked(|s| s.as_ref().map(Scene::svg)) {
                shell.send(Msg::PictureChosen { svg, form });
            }
        }
    };
    view! {
        <div class="btns gap">
            <button class="btn sm" type="button" on:click=picture(PictureForm::Svg)>"Save picture (.svg)"</button>
            <button class="btn sm" type="button" on:click=picture(PictureForm::Png)>"Save picture (.png)"</button>
            <ExportButton what=Export::CurveCsv label="Save numbers (.csv)"/>
            <button class="btn sm" type="button" on:click=shell.saying(Msg::PrintChosen)>"Print"</button>
            <ExportButton what=Export::Report label="Download report (.json)" described_by="report-note"/>
        </div>
        <p class="caveat no-print" id="report-note">
            "The report holds every number behind this screen, small groups too: it is for checking the arithmetic, not for passing on."
        </p>
    }
}

/// A file the worker makes.
#[component]
pub fn ExportButton(
    what: Export,
    label: &'static str,
    /// Id of a note about it.
    #[prop(optional)]
    described_by: Option<&'static str>,
) -> impl IntoView {
    let shell = Shell::here();
    let is_busy = shell.see(move |s| s.is_exporting(what));
    view! {
        <button
            class="btn sm"
            type="button"
            aria-describedby=described_by
            aria-busy=move || is_busy.get().to_string()
            on:click=shell.saying(Msg::ExportChosen(what))
        >
            {label}
        </button>
    }
}
