//! A table of numbers in its own region: where it is too wide, it scrolls and the page does not.

use super::number;
use crate::markup::Writer;
use crate::scene::document::{Cell, Table};

pub fn data_table(page: &mut Writer, table: &Table) {
    let region = [("class", "scroll gap"), ("tabindex", "0"), ("role", "region"), ("aria-label", table.label.as_str())];
    let contents = |page: &mut Writer| {
        page.element("caption", &[], &table.caption);
        page.with("thead", &[], |page| page.with("tr", &[], |page| head(page, &table.head)));
        page.with("tbody", &[], |page| table.rows.iter().for_each(|row| page.with("tr", &[], |page| cells(page, row))));
    };
    page.with("div", &region, |page| page.with("table", &[("class", "nw")], contents));
}

fn head(page: &mut Writer, head: &[String]) {
    for (at, cell) in head.iter().enumerate() {
        page.element("th", &[("scope", "col"), ("class", if at == 0 { "" } else { "n" })], cell);
    }
}

fn cells(page: &mut Writer, cells: &[Cell]) {
    for (at, Cell { value, under, opens }) in cells.iter().enumerate() {
        if at == 0 {
            page.with("th", &[("scope", "row")], |page| number(page, value, opens.as_ref()));
            continue;
        }
        page.with("td", &[("class", "n")], |page| {
            number(page, value, opens.as_ref());
            if !under.is_empty() {
                page.void("br", &[]);
                page.element("span", &[("class", "quiet")], under);
            }
        });
    }
}
