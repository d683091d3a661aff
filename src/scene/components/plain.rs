//! Words, buttons, messages and places: markup that the page writes where it needs it.

use super::named;
use crate::markup::Writer;
use crate::t;

pub fn type_scale(page: &mut Writer) {
    let words = t!("Every part of every screen in each of its states. All numbers are invented.");
    for (name, element, class) in [
        ("h3", "h3", ""),
        ("h4", "h4", ""),
        (".finding", "p", "finding"),
        (".said", "p", "said"),
        ("p", "p", ""),
        (".measure-text", "p", "measure-text"),
        (".caveat", "p", "caveat"),
        (".small", "p", "small"),
        (".quiet", "p", "quiet"),
    ] {
        named(page, name, |page| page.element(element, &[("class", class)], words));
    }
    named(page, "a", |page| {
        page.with("p", &[], |page| page.element("a", &[("href", "#/components")], t!("Components")));
    });
    named(page, "ul", |page| {
        page.with("ul", &[], |page| [t!("Team"), t!("Role")].iter().for_each(|item| page.element("li", &[], item)));
    });
    named(page, ".formats .example", |page| {
        page.with("div", &[("class", "formats")], |page| {
            page.with("div", &[], |page| {
                page.element("h3", &[], t!("People"));
                page.element("p", &[], words);
                let region =
                    [("class", "example"), ("tabindex", "0"), ("role", "region"), ("aria-label", t!("People"))];
                page.element("pre", &region, "person_id,start_date,team");
            });
        });
    });
}

pub fn buttons(page: &mut Writer) {
    let all = [
        ("btn primary", t!("Try the sample company")),
        ("btn", t!("Choose files")),
        ("btn sm", t!("Print")),
        ("btn text", t!("Try again")),
        ("btn text sm", t!("Close")),
        ("btn danger", t!("Erase everything")),
    ];
    named(page, ".btns .btn", |page| {
        page.with("div", &[("class", "btns")], |page| {
            all.iter().for_each(|(class, label)| button(page, &[("class", class)], label));
        });
    });
    named(page, ".btn[disabled]", |page| {
        page.with("div", &[("class", "btns")], |page| {
            all.iter().for_each(|(class, label)| button(page, &[("class", class), ("disabled", "")], label));
        });
    });
    named(page, ".btn[aria-busy]", |page| {
        page.with("div", &[("class", "btns")], |page| {
            button(page, &[("class", "btn"), ("aria-busy", "true")], t!("Choose files"));
        });
    });
    named(page, ".num", |page| button(page, &[("class", "num")], "42"));
}

fn button(page: &mut Writer, attributes: &[(&'static str, &str)], label: &str) {
    page.element("button", &[&[("type", "button")], attributes].concat(), label);
}

pub fn messages(page: &mut Writer) {
    for (name, class, title, text) in [
        (".note.err", "note err", t!("The file could not be made."), t!("Nothing was changed.")),
        (".note", "note", t!("Your settings could not be read back."), t!("Nothing was changed.")),
        (".note.ok", "note ok", t!("Cancelled."), t!("Nothing was changed.")),
    ] {
        named(page, name, |page| {
            page.with("div", &[("class", "notices")], |page| {
                page.with("div", &[("class", class)], |page| {
                    page.with("p", &[], |page| {
                        page.element("strong", &[], title);
                        page.text(&format!(" {text}"));
                    });
                    button(page, &[("class", "btn text sm")], t!("Close"));
                });
            });
        });
    }
    named(page, ".note.tour", |page| {
        page.with("div", &[("class", "note tour")], |page| {
            page.with("p", &[], |page| page.element("strong", &[], t!("How are we doing?")));
        });
    });
    named(page, ".note.band", |page| {
        page.with("div", &[("class", "note band")], |page| {
            page.with("p", &[], |page| {
                page.element("strong", &[], t!("Rampline is open in another tab. "));
                page.text(t!("You can look around and read files here; nothing is kept."));
            });
            button(page, &[("class", "btn sm")], t!("Try again"));
        });
    });
    named(page, ".tag", |page| {
        page.with("p", &[], |page| {
            page.element("span", &[("class", "tag")], t!("sample company"));
            page.text(" ");
            page.element("span", &[("class", "tag warn")], &t!("{rows} set aside", rows = 3));
        });
    });
}

pub fn places(page: &mut Writer) {
    for (name, class) in [(".ghost", "ghost"), (".ghost.tall", "ghost tall")] {
        named(page, name, |page| {
            page.with("div", &[("class", class)], |page| {
                page.with("p", &[], |page| {
                    page.element("strong", &[], t!("The numbers will be here. "));
                    page.text(t!("It needs people with their start dates, and what was observed since."));
                });
                page.with("div", &[("class", "btns")], |page| {
                    button(page, &[("class", "btn")], t!("Choose files"));
                });
            });
        });
    }
    let over = [("data-over", "")];
    for (name, state) in [(".drop", &over[..0]), ("[data-over] .drop", &over)] {
        named(page, name, |page| {
            page.with("div", state, |page| {
                page.with("div", &[("class", "drop")], |page| {
                    page.with("div", &[("class", "stack")], |page| {
                        page.element("h3", &[], t!("Your own files"));
                        page.element("p", &[("class", "small quiet")], t!("Let go to read the files"));
                    });
                    button(page, &[("class", "btn")], t!("Choose files"));
                });
            });
        });
    }
    named(page, ".promise", |page| {
        page.with("p", &[("class", "promise")], |page| page.element("span", &[], t!("Stays in this browser")));
    });
    named(page, ".prog", |page| {
        for value in [Some("0.4"), None] {
            let attributes =
                [("class", "prog"), ("aria-label", t!("Reading")), ("max", "1"), ("value", value.unwrap_or(""))];
            let attributes = if value.is_some() { &attributes } else { &attributes[..3] };
            page.with("p", &[("class", "reading-in")], |page| page.with("progress", attributes, |_| {}));
        }
    });
}
