//! Every component in every state, on one page: what a change of the style looks like everywhere, and what the pictures
//! of the browser test show. Words, tables and pictures are written by the code of the screens; of what only the page
//! itself makes there is the markup. Nothing here acts on data: parts whose controls would are inert.

mod fields;
mod pictures;
mod plain;
mod shown;
mod timeline;

use super::written::{self, Written};
use crate::markup::{Html, Writer};
use crate::t;

/// For a width of the content, CSS pixels.
pub fn components(width: u32) -> Written {
    let pictures = pictures::sections(width);
    let plates = pictures.iter().flat_map(|section| &section.blocks).flat_map(|block| block.plates());
    let live = plates.map(|plate| plate.picture.live(&plate.id)).collect();
    let html = Html::of(|page| {
        page.with("div", &[("class", "head")], |page| {
            page.element("h1", &[], t!("Components"));
            page.element("p", &[], t!("Every part of every screen in each of its states. All numbers are invented."));
        });
        part(page, "of-type", t!("Type"), plain::type_scale);
        part(page, "of-buttons", t!("Buttons"), plain::buttons);
        part(page, "of-fields", t!("Fields"), fields::fields);
        part(page, "of-controls", t!("Groups of controls"), fields::groups);
        part(page, "of-filter", t!("Who is shown"), fields::filter);
        part(page, "of-notes", t!("Messages and marks"), plain::messages);
        part(page, "of-places", t!("Empty places, files and progress"), plain::places);
        part(page, "of-tables", t!("Tables, lists and figures"), shown::tables);
        part(page, "of-reading", t!("What was read, and what is asked"), shown::reading);
        page.html(&written::sections(&pictures));
        part(page, "of-days", t!("Observations by week"), |page| timeline::weeks(page, width));
        inert(page, |page| timeline::screen(page, width));
    });
    Written { lead: String::new(), html, live }
}

fn part(page: &mut Writer, id: &str, title: &str, write: impl FnOnce(&mut Writer)) {
    page.with("section", &[("class", "block"), ("aria-labelledby", id)], |page| {
        page.element("h2", &[("id", id)], title);
        write(page);
    });
}

/// A component under its name in the style sheet.
fn named(page: &mut Writer, name: &str, write: impl FnOnce(&mut Writer)) {
    page.with("p", &[("class", "small quiet gap")], |page| page.element("code", &[], name));
    write(page);
}

/// Seen and not used.
fn inert(page: &mut Writer, write: impl FnOnce(&mut Writer)) {
    page.with("div", &[("inert", "")], write);
}

#[cfg(test)]
mod tests;
