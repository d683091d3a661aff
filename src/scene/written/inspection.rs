//! What stands behind a number: definition, formula, who was used and who was left out.

use super::{data_table, lines, save};
use crate::format;
use crate::inspect::{Account, Inspection, Key, Rows};
use crate::markup::{Html, Writer};
use crate::scene::document::{Cell, Table};
use crate::scene::file::Export;

/// `key` is the number's.
pub fn inspection(inspection: &Inspection, key: &Key) -> Html {
    let Inspection { title, definition, formula, assumption, unit, source, people, events, rows, event_rows } =
        inspection;
    let settings = [("Formula", formula), ("Assumes", assumption), ("Unit", unit), ("Source", source)];
    let people_listed = format::number_of(rows.listed, "person", "people");
    let rows_listed = format!("{} rows", format::count(event_rows.listed));
    Html::of(|page| {
        page.element("h2", &[("id", "opened"), ("class", "finding")], title);
        page.element("p", &[("class", "measure-text")], definition);
        lines(page, "receipt gap", &settings.map(|(what, how)| (what.to_owned(), how.clone())));
        account(page, people);
        events.iter().for_each(|events| account(page, events));
        list(page, rows, "people", &people_listed, "Names that would tell of a small group are left away.");
        list(page, event_rows, "rows", &rows_listed, "Rows about the people listed, and whether each counts.");
        page.with("div", &[("class", "btns gap")], |page| {
            save(page, &Export::Number(key.clone()), "Save its table (.csv)");
            if event_rows.listed > 0 {
                save(page, &Export::EventRows(key.clone()), "Save its rows (.csv)");
            }
        });
    })
}

fn account(page: &mut Writer, account: &Account) {
    page.element("h3", &[("class", "gap")], &format!("Used: {} {}", format::count(account.used), account.noun));
    page.with("ul", &[("class", "plain-list")], |page| {
        for (reason, count) in &account.left_out {
            page.element("li", &[], &format!("{} left out: {reason}", format::count(*count)));
        }
    });
}

/// The people or rows behind the number, opened on demand.
fn list(page: &mut Writer, rows: &Rows, what: &str, all: &str, caption: &str) {
    let shown = rows.rows.len() as u64;
    if shown == 0 {
        return;
    }
    let summary = match shown < rows.listed {
        true => format!("The first {} of {all}, by id", format::count(shown)),
        false => format!("{all}, by id"),
    };
    let table = Table {
        label: format!("The {what} behind the number, table"),
        caption: caption.to_owned(),
        head: rows.head.clone(),
        rows: rows.rows.iter().map(|row| row.iter().map(|cell| Cell::from(cell.as_str())).collect()).collect(),
    };
    page.with("details", &[("class", "gap")], |page| {
        page.element("summary", &[], &summary);
        data_table(page, &table);
    });
}
