//! Tables, figures, receipts and questions, written by the code of the screens.

use super::{inert, named};
use crate::inspect::{Number, Of};
use crate::markup::{Html, Writer};
use crate::receipt::{Asking, Field, Group, Topic};
use crate::scene::document::{Act, Block, Cell, Choice, KeyFigure, Strip, Table};
use crate::scene::written;
use crate::{format, t};

pub fn tables(page: &mut Writer) {
    named(page, ".scroll table.nw", |page| page.html(&block(Block::Table(table()))));
    named(page, "details table", |page| {
        page.html(&block(Block::Folded { summary: t!("Show as a table").to_owned(), table: table() }));
    });
    named(page, "table.tight", |page| {
        page.with("table", &[("class", "tight")], |page| {
            page.with("tr", &[], |page| {
                page.element("th", &[("scope", "row")], t!("People"));
                page.element("td", &[("class", "n")], "180");
            });
        });
    });
    named(page, ".numbers", |page| page.html(&block(Block::Numbers(vec![(t!("Median").to_owned(), median())]))));
    named(page, ".choices", |page| {
        let choice = Choice {
            text: "Li Wei, L. Wei".to_owned(),
            under: t!("Invented names").to_owned(),
            acts: vec![(t!("One person").to_owned(), Act::Same(0)), (t!("Two people").to_owned(), Act::Apart(0))],
        };
        inert(page, |page| page.html(&block(Block::Choices(vec![choice]))));
    });
    named(page, ".cols-2", |page| {
        let column = |text: &str| vec![Block::words(text), Block::link(t!("Components"), "#/components")];
        page.html(&block(Block::Columns([column(t!("Curves")), column(t!("KPIs"))])));
    });
    named(page, ".kpis .kpi", |page| page.html(&block(Block::Figures(figures()))));
    named(page, "dl.receipt.wide", |page| {
        page.html(&written::settings(&[(t!("Cut-off date").to_owned(), t!("The latest event").to_owned())]));
    });
}

/// Without the heading of a section, which stands once above them all.
fn block(block: Block) -> Html {
    written::blocks(&[block])
}

fn median() -> Number {
    Number::Quantile { of: Of::default(), percent: 50 }
}

fn table() -> Table {
    let cell = |value: f64, lower: f64, upper: f64| Cell {
        value: format::share(value),
        under: format::span(format::share(lower), format::share(upper)),
        opens: Some(median()),
    };
    let rows = vec![
        vec!["A".into(), "48".into(), cell(0.62, 0.47, 0.74)],
        vec!["B".into(), "31".into(), cell(0.55, 0.37, 0.70)],
    ];
    let caption = t!("Every part of every screen in each of its states. All numbers are invented.");
    Table::new(t!("Invented numbers, table"), caption, &[t!("Team"), t!("People"), t!("Share")], rows)
}

/// With an interval, without one, and without a value.
fn figures() -> Vec<KeyFigure> {
    let strip = |interval| Strip {
        value: 0.62,
        interval,
        target: 0.7,
        target_text: t!("target {value}", value = format::share(0.7)),
        least_text: "0".to_owned(),
        most_text: format::share(1.0),
        alt: t!("{value} against a target of {target}", value = format::share(0.62), target = format::share(0.7)),
    };
    let figure = |figure: String, strip, words: &str, opens| KeyFigure {
        title: t!("First application").to_owned(),
        figure,
        strip,
        words: words.to_owned(),
        opens,
    };
    let invented = t!("An invented number.");
    let none = t!("No figure yet: it needs people who completed something, and their first application.");
    vec![
        figure(format::share(0.62), Some(strip(Some((0.47, 0.74)))), invented, Some(median())),
        figure(format::share(0.62), Some(strip(None)), invented, None),
        figure(format::NOT_DEFINED.to_owned(), None, none, None),
    ]
}

/// What was assumed of a file, and what is to be answered: at once, or in a form.
pub fn reading(page: &mut Writer) {
    let lines = [
        (t!("Source"), "people.csv".to_owned(), None),
        (t!("Dates"), t!("day first").to_owned(), Some(Topic::Letters)),
    ];
    let counts = [(t!("People").to_owned(), "180".to_owned())];
    named(page, ".read dl.receipt", |page| {
        inert(page, |page| {
            page.with("div", &[("class", "read")], |page| {
                page.element("h3", &[], "people.csv");
                page.html(&written::read("people.csv", true, &lines, &counts, &[Block::Table(table())]));
            });
        });
    });
    let own = |fields, head: [&str; 3]| Group {
        title: t!("Invented columns").to_owned(),
        words: String::new(),
        head: head.map(str::to_owned),
        options: vec![t!("People").to_owned(), t!("Team").to_owned()],
        nothing: String::new(),
        fields,
    };
    let field = |picked| Field {
        label: "Column 3".to_owned(),
        seen: "A, B, C".to_owned(),
        hint: t!("Invented names").to_owned(),
        picked,
    };
    let head = [t!("Column"), t!("Found"), t!("Read as")];
    for (file, group) in
        [("a.csv", own(vec![field(None)], [""; 3])), ("b.csv", own(vec![field(Some(1)), field(None)], head))]
    {
        let asks = Asking {
            title: file.to_owned(),
            words: String::new(),
            groups: vec![group],
            at: None,
            keep: "HR".to_owned(),
        };
        named(page, "[data-asks]", |page| inert(page, |page| page.html(&written::asking(file, &asks))));
    }
}
