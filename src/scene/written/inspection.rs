//! What stands behind a number: definition, formula, who was used and who was left out.

use super::{data_table, lines, save};
use crate::inspect::{Account, Inspection, Key, Rows};
use crate::markup::{Html, Writer};
use crate::scene::document::{Cell, Table};
use crate::scene::file::Export;
use crate::{format, t};

/// `key` is the number's.
pub fn inspection(inspection: &Inspection, key: &Key) -> Html {
    let Inspection { title, definition, formula, assumption, unit, source, people, events, rows, event_rows } =
        inspection;
    let settings = [(t!("Formula"), formula), (t!("Assumes"), assumption), (t!("Unit"), unit), (t!("Source"), source)];
    let people_listed = format::people(rows.listed);
    let rows_listed = t!("{count} rows", count = format::count(event_rows.listed));
    Html::of(|page| {
        page.element("h2", &[("id", "opened"), ("class", "finding")], title);
        page.element("p", &[("class", "measure-text")], definition);
        lines(page, "receipt gap", &settings.map(|(what, how)| (what.to_owned(), how.clone())));
        account(page, people);
        events.iter().for_each(|events| account(page, events));
        list(
            page,
            rows,
            t!("The people behind the number, table"),
            &people_listed,
            t!("Names that would tell of a small group are left away."),
        );
        list(
            page,
            event_rows,
            t!("The rows behind the number, table"),
            &rows_listed,
            t!("Rows about the people listed, and whether each counts."),
        );
        page.with("div", &[("class", "btns gap")], |page| {
            save(page, &Export::Number(key.clone()), t!("Save its table (.csv)"));
            if event_rows.listed > 0 {
                save(page, &Export::EventRows(key.clone()), t!("Save its rows (.csv)"));
            }
        });
    })
}

fn account(page: &mut Writer, account: &Account) {
    page.element(
        "h3",
        &[("class", "gap")],
        &t!("Used: {count} {noun}", count = format::count(account.used), noun = account.noun),
    );
    page.with("ul", &[("class", "plain-list")], |page| {
        for (reason, count) in &account.left_out {
            page.element("li", &[], &t!("{count} left out: {reason}", count = format::count(*count), reason));
        }
    });
}

/// The people or rows behind the number, opened on demand.
fn list(page: &mut Writer, rows: &Rows, label: &str, all: &str, caption: &str) {
    let shown = rows.rows.len() as u64;
    if shown == 0 {
        return;
    }
    let summary = match shown < rows.listed {
        true => t!("The first {count} of {all}, by id", count = format::count(shown), all),
        false => t!("{all}, by id", all),
    };
    let table = Table {
        label: label.to_owned(),
        caption: caption.to_owned(),
        head: rows.head.clone(),
        rows: rows.rows.iter().map(|row| row.iter().map(|cell| Cell::from(cell.as_str())).collect()).collect(),
    };
    page.with("details", &[("class", "gap")], |page| {
        page.element("summary", &[], &summary);
        data_table(page, &table);
    });
}
