//! What is asked about a file, to be answered where it is shown. Whoever answers gives the options picked, in the order
//! of the fields: of a button (`data-replies`) that one, otherwise those of all fields in the part that is about the
//! file (`data-asks`).

use super::{button, caveat};
use crate::markup::{Html, Writer};
use crate::receipt::{Asking, Field, Group};
use crate::t;

/// Options that are shown as buttons where nothing else is asked.
const FEW: usize = 3;

pub fn asking(file: &str, asking: &Asking) -> Html {
    let Asking { title, words, groups, keep, .. } = asking;
    Html::of(|page| match &groups[..] {
        [Group { title: what, options, fields, .. }]
            if options.len() <= FEW && matches!(fields[..], [Field { picked: None, .. }]) =>
        {
            let about = [
                ("class", "note gap"),
                ("role", "group"),
                ("aria-label", title),
                ("data-asks", file),
                ("data-keep", keep),
            ];
            page.with("div", &about, |page| at_once(page, file, what, options));
        }
        _ => page.with("section", &[("class", "gap"), ("aria-label", title), ("data-asks", file)], |page| {
            page.element("h3", &[("id", &heading(file)), ("tabindex", "-1")], title);
            if !words.is_empty() {
                caveat(page, words);
            }
            let mut first = 0;
            for one in groups {
                group(page, file, one, first);
                first += one.fields.len();
            }
            if !keep.is_empty() {
                kept(page, file, keep);
            }
        }),
    })
}

/// Where the form begins (`Asking::place`).
fn heading(file: &str) -> String {
    format!("asks-{file}")
}

/// One question, answered by one press. The name offered for the answer goes with it.
fn at_once(page: &mut Writer, file: &str, what: &str, options: &[String]) {
    page.with("div", &[("class", "stack")], |page| {
        page.with("p", &[("id", &heading(file)), ("tabindex", "-1")], |page| {
            page.element("strong", &[], &format!("{file}: "));
            page.text(what);
        });
        page.with("div", &[("class", "btns")], |page| {
            for (at, option) in options.iter().enumerate() {
                button(page, &[("class", "btn sm"), ("data-replies", &at.to_string())], option);
            }
        });
    });
}

fn kept(page: &mut Writer, file: &str, keep: &str) {
    let id = format!("keep-{file}");
    let label = t!("Read the next file of this kind the same way, under the name (empty: only this file)");
    page.with("div", &[("class", "field gap")], |page| {
        page.element("label", &[("for", &id)], label);
        page.void(
            "input",
            &[("id", &id), ("type", "text"), ("maxlength", "60"), ("autocomplete", "off"), ("value", keep)],
        );
    });
    page.with("div", &[("class", "btns gap")], |page| {
        button(page, &[("class", "btn"), ("data-replies", "")], t!("Read it so"));
    });
}

/// Fields with the same options. `first` is the number of the first of them.
fn group(page: &mut Writer, file: &str, group: &Group, first: usize) {
    page.element("h4", &[("class", "gap")], &group.title);
    if !group.words.is_empty() {
        caveat(page, &group.words);
    }
    let fields = || group.fields.iter().enumerate().map(|(at, field)| (format!("{file}-{}", first + at), field));
    if group.head[0].is_empty() {
        for (id, field) in fields() {
            page.with("div", &[("class", "field")], |page| {
                page.element("label", &[("for", &id)], &field.label);
                select(page, group, field, &id);
            });
        }
        return;
    }
    let row = |page: &mut Writer, id: &str, field: &Field| {
        page.with("th", &[("scope", "row")], |page| page.element("label", &[("for", id)], &field.label));
        page.element("td", &[("class", "quiet found")], &field.seen);
        page.with("td", &[], |page| {
            select(page, group, field, id);
            page.text(" ");
            page.element("span", &[("class", "quiet small")], &field.hint);
        });
    };
    let table = |page: &mut Writer| {
        page.with("thead", &[], |page| {
            page.with("tr", &[], |page| {
                group.head.iter().for_each(|cell| page.element("th", &[("scope", "col")], cell));
            });
        });
        page.with("tbody", &[], |page| {
            fields().for_each(|(id, field)| page.with("tr", &[], |page| row(page, &id, field)));
        });
    };
    let label = t!("{title}, table", title = group.title);
    let region = [("class", "scroll gap"), ("tabindex", "0"), ("role", "region"), ("aria-label", label.as_str())];
    page.with("div", &region, |page| page.with("table", &[("class", "asks")], table));
}

fn select(page: &mut Writer, group: &Group, field: &Field, id: &str) {
    page.with("select", &[("id", id)], |page| {
        if !group.nothing.is_empty() {
            page.element("option", &[("value", "")], &group.nothing);
        }
        for (at, option) in group.options.iter().enumerate() {
            let value = at.to_string();
            let picked = field.picked == Some(at as u32);
            let attributes = [("value", value.as_str()), ("selected", "")];
            page.element("option", if picked { &attributes } else { &attributes[..1] }, option);
        }
    });
}
