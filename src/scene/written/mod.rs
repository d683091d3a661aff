//! Documents as finished HTML. The page mounts it as it is and listens for presses: a button says by an attribute what
//! it opens (`data-opens`), saves (`data-saves`) or decides (`data-decides`), and a picture that is read has its name
//! (`data-reads`). So the page knows neither tables nor figures, and a further screen costs it nothing.

mod asking;
mod decision;
mod figure;
mod inspection;
mod receipt;
mod strip;
mod table;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use asking::asking;
pub(super) use figure::circle;
use figure::drawing;
pub use inspection::inspection;
pub use receipt::read;
pub(super) use table::data_table;

use super::document::{Block, KeyFigure, Section};
use super::file::{Export, PictureForm};
use super::live::Live;
use super::picture::Picture;
use super::plate::Plate;
use super::sample::Glance;
use super::screen::{Document, Screen};
use super::what_if::WhatIf;
use crate::finding::Finding;
use crate::inspect::Number;
use crate::markup::{Attributes, Html, Writer, code};
use crate::{language, n, t};

/// A screen, or the picture of one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// Beside the title, in one line.
    pub lead: String,
    pub html: Html,
    /// What can be read off the pictures in it.
    pub live: Vec<Live>,
}

/// Name of the picture on the Curves screen.
const CURVE: &str = "curve";
const FORMS: [(PictureForm, &str); 4] = [
    (PictureForm::Svg, n!("Save .svg")),
    (PictureForm::Png, n!("Save .png")),
    (PictureForm::Csv, n!("Save .csv")),
    (PictureForm::Copy, n!("Copy")),
];

pub fn document(screen: Screen, document: &Document) -> Written {
    let plates = document.sections.iter().flat_map(|section| &section.blocks).flat_map(Block::plates);
    let live = plates.map(|plate| plate.picture.live(&plate.id)).collect();
    let html = Html::of(|page| document.sections.iter().for_each(|one| section(page, one, Some(screen))));
    Written { lead: document.lead.clone(), html, live }
}

/// The picture of the Curves screen with its table.
pub fn picture(picture: &Picture) -> Written {
    let html = Html::of(|page| figure::picture(page, picture, CURVE));
    Written { lead: String::new(), html, live: vec![picture.live(CURVE)] }
}

pub fn sections<'a>(sections: impl IntoIterator<Item = &'a Section>) -> Html {
    Html::of(|page| sections.into_iter().for_each(|one| section(page, one, None)))
}

/// Blocks without a heading above them.
pub(super) fn blocks(blocks: &[Block]) -> Html {
    Html::of(|page| blocks.iter().for_each(|one| block(page, one, None)))
}

/// What the Curves screen found: `hidden` says what is not shown.
pub fn heading(finding: &Finding, hidden: Option<&str>, opens: Option<&Number>) -> Html {
    Html::of(|page| {
        page.element("h2", &[("id", "finding"), ("class", "finding")], &finding.headline);
        caveat(page, &finding.caveat);
        hidden.into_iter().for_each(|hidden| caveat(page, hidden));
        how(page, opens);
    })
}

/// Settings and their values.
pub fn settings(settings: &[(String, String)]) -> Html {
    Html::of(|page| lines(page, "receipt wide gap", settings))
}

pub fn glance(glance: &Glance) -> Html {
    Html::of(|page| {
        page.element("p", &[("class", "quiet small")], t!("In the sample company"));
        page.element("h2", &[("class", "finding")], &glance.finding.headline);
        caveat(page, &glance.finding.caveat);
        let plot =
            |page: &mut Writer| page.with("div", &[("class", "plot")], |page| drawing(page, &glance.figure, false));
        page.with("figure", &[], plot);
    })
}

pub fn what_if(what_if: &WhatIf) -> Html {
    Html::of(|page| {
        page.with("div", &[("role", "status")], |page| {
            page.element("h3", &[("class", "finding gap")], &what_if.finding.headline);
            caveat(page, &what_if.finding.caveat);
        });
        page.with("figure", &[], |page| what_if.figure.iter().for_each(|figure| drawing(page, figure, false)));
        what_if.table.iter().for_each(|table| data_table(page, table));
    })
}

fn section(page: &mut Writer, section: &Section, screen: Option<Screen>) {
    let Section { id, title, blocks } = section;
    page.with("section", &[("class", "block"), ("aria-labelledby", id)], |page| {
        page.element("h2", &[("id", id)], title);
        blocks.iter().for_each(|one| block(page, one, screen));
    });
}

fn block(page: &mut Writer, written: &Block, screen: Option<Screen>) {
    match written {
        Block::Words { text, opens } => {
            caveat(page, text);
            how(page, opens.as_ref());
        }
        Block::Finding { finding, opens } => said(page, finding, opens.as_ref()),
        Block::Table(table) => data_table(page, table),
        Block::Folded { summary, table } => page.with("details", &[("class", "gap")], |page| {
            page.element("summary", &[], summary);
            data_table(page, table);
        }),
        Block::Numbers(numbers) => page.with("ul", &[("class", "plain-list numbers")], |page| {
            let one = |(name, opens): &(String, Number)| page.with("li", &[], |page| number(page, name, Some(opens)));
            numbers.iter().for_each(one);
        }),
        Block::Choices(choices) => decision::choices(page, choices),
        Block::Plate(plate) => self::plate(page, plate, screen),
        Block::List(sentences) => page.with("ul", &[("class", "gap")], |page| {
            sentences.iter().for_each(|sentence| page.element("li", &[], sentence));
        }),
        Block::Columns(columns) => page.with("div", &[("class", "cols-2")], |page| {
            let column = |column: &Vec<Block>| {
                page.with("div", &[], |page| column.iter().for_each(|one| block(page, one, screen)));
            };
            columns.iter().for_each(column);
        }),
        Block::Link { text, address } => {
            page.with("p", &[("class", "more")], |page| page.element("a", &[("href", address)], text));
        }
        Block::Figures(figures) => page.with("div", &[("class", "kpis gap")], |page| {
            figures.iter().for_each(|figure| key_figure(page, figure));
        }),
    }
}

/// Finding, caveat, picture, table, files: a picture of a document, always in this order.
fn plate(page: &mut Writer, plate: &Plate, screen: Option<Screen>) {
    page.with("div", &[("class", "plate")], |page| {
        said(page, &plate.finding, plate.opens.as_ref());
        figure::picture(page, &plate.picture, &plate.id);
        let Some(screen) = screen else { return };
        page.with("div", &[("class", "btns gap")], |page| {
            for (form, label) in FORMS {
                save(page, &Export::Plate { screen, id: plate.id.clone(), form }, language::text(label));
            }
        });
    });
}

/// One of the accountable figures against its target, with its denominator or the reason it has none.
fn key_figure(page: &mut Writer, figure: &KeyFigure) {
    page.with("div", &[("class", "kpi")], |page| {
        page.element("h3", &[], &figure.title);
        page.with("span", &[("class", "fig")], |page| number(page, &figure.figure, figure.opens.as_ref()));
        figure.strip.iter().for_each(|one| strip::strip(page, one));
        page.element("p", &[], &figure.words);
    });
}

/// A result in a sentence, its caveat, and what it rests on.
fn said(page: &mut Writer, finding: &Finding, opens: Option<&Number>) {
    page.element("h3", &[("class", "said")], &finding.headline);
    caveat(page, &finding.caveat);
    how(page, opens);
}

/// What a number does not say, or what a part is for.
fn caveat(page: &mut Writer, text: &str) {
    page.element("p", &[("class", "caveat")], text);
}

/// Opens what a sentence rests on.
fn how(page: &mut Writer, opens: Option<&Number>) {
    if opens.is_some() {
        page.with("p", &[("class", "small")], |page| number(page, t!("How this is worked out"), opens));
    }
}

/// A number that opens to what stands behind it; plain text where there is nothing to open.
fn number(page: &mut Writer, value: &str, opens: Option<&Number>) {
    match opens {
        None => page.text(value),
        Some(number) => opener(page, value, number.key().as_str()),
    }
}

/// A number that opens, by its key.
pub(super) fn opener(page: &mut Writer, value: &str, key: &str) {
    button(page, &[("class", "num"), ("aria-haspopup", "dialog"), ("data-opens", key)], value);
}

pub(super) fn save(page: &mut Writer, what: &Export, label: &str) {
    button(page, &[("class", "btn sm"), ("data-saves", &code(what))], label);
}

fn button(page: &mut Writer, attributes: Attributes<'_>, label: &str) {
    let attributes = [&[("type", "button")], attributes].concat();
    page.element("button", &attributes, label);
}

/// What and how, a line each.
fn lines(page: &mut Writer, class: &str, lines: &[(String, String)]) {
    page.with("dl", &[("class", class)], |page| {
        for (what, how) in lines {
            page.with("div", &[], |page| {
                page.element("dt", &[], what);
                page.element("dd", &[], how);
            });
        }
    });
}
