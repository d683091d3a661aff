//! Finding, caveat, picture, table, files: a picture of a document, always in this order.

use std::sync::Arc;

use leptos::prelude::*;
use rampline::protocol::{Export, PictureForm};
use rampline::scene::plate::Plate;

use super::data_table::data_table;
use super::document::said;
use super::downloads::export_button;
use super::held::Held;
use super::live::each;
use super::plot::plot;
use crate::shell::Shell;

const FORMS: [(PictureForm, &str); 3] =
    [(PictureForm::Svg, "Save .svg"), (PictureForm::Png, "Save .png"), (PictureForm::Csv, "Save .csv")];

pub fn plate(plate: Plate) -> AnyView {
    let Plate { id, finding, opens, picture, .. } = plate;
    let screen = Shell::here().screen();
    let table = picture.table.clone();
    let held = Held::of(&Some(Arc::new(picture)));
    let save =
        |(form, label)| screen.map(|screen| export_button(Export::Plate { screen, id: id.clone(), form }, label, None));
    view! {
        <div class="plate">
            {said(finding.headline, finding.caveat, opens)}
            {plot(Memo::new(move |_| held.clone()))}
            <details>
                <summary>"Show as a table"</summary>
                <div class="in">{data_table(table)}</div>
            </details>
            <div class="btns gap">{each(FORMS, save)}</div>
        </div>
    }
    .into_any()
}
