//! The Timeline screen: what was planned and what happened, to whom, on one axis of days. Of thousands of people only
//! the rows in sight are written; the page asks for others as somebody scrolls.

mod axis;
mod dates;
mod grid;
mod key;
mod lines;
mod person;
mod plan;
mod view;

use super::file::Export;
use super::written::{self, Written};
use crate::format::{self, count};
use crate::language;
use crate::markup::{Attributes, Html, Writer};
use crate::t;
use crate::time::Day;
use crate::timeline::{Plan, Row, Timeline};
use axis::{Axis, Marks};
pub use dates::file as calendar;
use grid::Grid;
pub use lines::file as csv;
pub use view::{SPANS, View};

/// Rows written with the screen, from the first in sight.
pub const ROWS: usize = 60;

/// Rows that are printed; a browser takes too long to lay out more.
pub const PRINTED: usize = 3_000;

/// `first` is the place of the first of the rows; `today` draws its line where it is known.
pub fn document(
    timeline: &Timeline,
    view: &View,
    rows: &[Row],
    first: usize,
    width: u32,
    today: Option<Day>,
) -> Written {
    let days = view.days(timeline.first, timeline.cutoff);
    let axis = Axis::new(width, days);
    let marks = Marks { launch: timeline.launch, cutoff: timeline.cutoff, today };
    let html = Html::of(|page| {
        controls(page, timeline, view, days);
        page.with("section", &[("class", "block"), ("aria-labelledby", "tl-plan")], |page| {
            plan_part(page, timeline, view, &axis, &marks);
        });
        page.with("section", &[("class", "block"), ("aria-labelledby", "tl-people")], |page| {
            people_part(page, timeline, view, &Lines::new(timeline, view, width), &marks, rows, first);
        });
    });
    let [from, to] = days.map(format::date);
    Written { lead: format::span(from, to), html, live: Vec::new() }
}

/// More rows of the same, for their place in the list; `first` is that of the first of them.
pub fn rows(timeline: &Timeline, view: &View, rows: &[Row], first: usize, width: u32) -> Html {
    let lines = Lines::new(timeline, view, width);
    Html::of(|page| {
        lines.listed(page, rows, first, timeline.found);
        // So many are asked for to be printed.
        if rows.len() >= PRINTED && first + rows.len() < timeline.found {
            let words = t!(
                "The first {some} of {people} are listed. A manager, a filter or a part of a name brings others.",
                some = count(rows.len() as u64),
                people = people(timeline.found)
            );
            page.element("p", &[("class", "caveat"), ("role", "listitem")], &words);
        }
    })
}

/// The lines of people: what happened on each day, or observations by week.
enum Lines<'a> {
    Days(Axis),
    Weeks(Grid<'a>),
}

impl<'a> Lines<'a> {
    fn new(timeline: &'a Timeline, view: &View, width: u32) -> Lines<'a> {
        let days = view.days(timeline.first, timeline.cutoff);
        match view.by_week && !timeline.behaviours.is_empty() {
            true => Lines::Weeks(Grid::new(width, days, &timeline.behaviours)),
            false => Lines::Days(Axis::new(width, days)),
        }
    }

    fn axis(&self) -> &Axis {
        match self {
            Lines::Days(axis) => axis,
            Lines::Weeks(grid) => &grid.axis,
        }
    }

    /// Of a row, CSS pixels.
    fn height(&self) -> u32 {
        match self {
            Lines::Days(axis) => person::height(axis),
            Lines::Weeks(grid) => grid.height(),
        }
    }

    fn listed(&self, page: &mut Writer, rows: &[Row], first: usize, found: usize) {
        for (at, row) in rows.iter().enumerate() {
            match self {
                Lines::Days(axis) => person::row(page, axis, row, first + at, found),
                Lines::Weeks(grid) => grid.row(page, row, first + at, found),
            }
        }
    }

    fn key(&self, page: &mut Writer) {
        match self {
            Lines::Days(_) => key::people(page),
            Lines::Weeks(grid) => grid.key(page),
        }
    }
}

fn plan_part(page: &mut Writer, timeline: &Timeline, view: &View, axis: &Axis, marks: &Marks) {
    let finding = plan::finding(&timeline.plan);
    page.element("h2", &[("id", "tl-plan"), ("class", "finding")], &finding.headline);
    page.element("p", &[("class", "caveat")], &finding.caveat);
    if let Plan::Own { lanes, .. } = &timeline.plan {
        page.with("figure", &[], |page| {
            plan::lanes(page, axis, marks, lanes);
            key::plan(page);
        });
    }
    plan::table(&timeline.plan).iter().for_each(|table| written::data_table(page, table));
    if timeline.plan != Plan::None {
        saves(page, &Export::Calendar { view: view.text() }, t!("Save the plan (.ics)"));
    }
}

fn people_part(
    page: &mut Writer,
    timeline: &Timeline,
    view: &View,
    lines: &Lines<'_>,
    marks: &Marks,
    rows: &[Row],
    first: usize,
) {
    let Timeline { found, listed: all, left_out, .. } = *timeline;
    let title = match lines {
        Lines::Days(_) => t!("What happened, person by person"),
        Lines::Weeks(_) => t!("What was observed, person by person and week by week"),
    };
    page.element("h2", &[("id", "tl-people")], title);
    let mut words = match (found == all, view.manager.is_some()) {
        (true, true) => t!("{people} of your team, by name.", people = people(all)),
        (true, false) => t!("{people}, by name.", people = people(all)),
        (false, _) => t!(
            "{some} of {people} with “{part}” in the name.",
            some = count(found as u64),
            people = people(all),
            part = view.find.trim()
        ),
    };
    let left_out = match left_out {
        0 => String::new(),
        1 => t!("1\u{a0}person is not listed, as that would tell of a small group.").to_owned(),
        n => t!("{people} are not listed, as that would tell of a small group.", people = people(n)),
    };
    let weeks = match lines {
        Lines::Weeks(grid) => grid.words(timeline.behaviours.len()),
        Lines::Days(_) if view.by_week => {
            t!("No behaviour is observed so far, so there are no weeks to show.").to_owned()
        }
        Lines::Days(_) => String::new(),
    };
    for sentence in [left_out, weeks].iter().filter(|sentence| !sentence.is_empty()) {
        words.push(' ');
        words.push_str(sentence);
    }
    page.element("p", &[("class", "caveat"), ("role", "status")], &words);
    if found == 0 {
        return;
    }
    lined(page, lines, marks, rows, first, found);
    saves(page, &Export::Timeline { view: view.text() }, t!("Save the rows (.csv)"));
}

/// The lines of people as a document of their own, all of them there.
pub(super) fn people_only(timeline: &Timeline, view: &View, rows: &[Row], width: u32) -> Html {
    let marks = Marks { launch: timeline.launch, cutoff: timeline.cutoff, today: None };
    let lines = Lines::new(timeline, view, width);
    Html::of(|page| lined(page, &lines, &marks, rows, 0, rows.len()))
}

fn lined(page: &mut Writer, lines: &Lines<'_>, marks: &Marks, rows: &[Row], first: usize, found: usize) {
    let (all, place) = (found.to_string(), first.to_string());
    let height = lines.height().to_string();
    let scrolled: Attributes<'_> = &[
        ("class", "tl-rows"),
        ("tabindex", "0"),
        ("role", "region"),
        ("aria-label", t!("People, one row each")),
        ("data-rows", &all),
        ("data-row", &height),
    ];
    page.with("figure", &[], |page| {
        lines.axis().head(page, marks);
        page.with("div", &[("class", "tl-view")], |page| {
            lines.axis().ground(page, marks);
            page.with("div", scrolled, |page| {
                page.with("div", &[("class", "tl-space")], |page| {
                    let window = [("class", "tl-window"), ("role", "list"), ("data-first", place.as_str())];
                    page.with("div", &window, |page| {
                        lines.listed(page, rows, first, found);
                    });
                });
            });
        });
        lines.key(page);
    });
}

fn saves(page: &mut Writer, what: &Export, label: &str) {
    page.with("div", &[("class", "btns gap")], |page| written::save(page, what, label));
}

fn people(n: usize) -> String {
    format::people(n as u64)
}

/// Whose, which days, which names. A control says by an attribute how the timeline is looked at once it is used.
fn controls(page: &mut Writer, timeline: &Timeline, view: &View, days: [Day; 2]) {
    let group = [("class", "controls tl-controls"), ("role", "group"), ("aria-label", t!("What the timeline shows"))];
    page.with("div", &group, |page| {
        page.with("div", &[("class", "field")], |page| {
            page.element("label", &[("for", "tl-who")], t!("Seen as"));
            page.with("select", &[("id", "tl-who"), ("data-views", "")], |page| managers(page, timeline, view));
        });
        page.with("fieldset", &[("class", "field")], |page| {
            page.element("legend", &[], t!("Rows show"));
            page.with("div", &[("class", "seg")], |page| kinds(page, view));
        });
        page.with("fieldset", &[("class", "field")], |page| {
            page.element("legend", &[], t!("Zoom"));
            page.with("div", &[("class", "seg")], |page| spans(page, view, days));
        });
        if view.span > 0 {
            page.with("div", &[("class", "btns")], |page| {
                for (label, later) in [(t!("Earlier"), false), (t!("Later"), true)] {
                    let moved = view.moved(days, later).text();
                    let button = [("type", "button"), ("class", "btn sm"), ("data-views", moved.as_str())];
                    page.element("button", &button, label);
                }
            });
        }
        page.with("div", &[("class", "field")], |page| {
            page.element("label", &[("for", "tl-find")], t!("Name contains"));
            let base = View { find: String::new(), ..view.clone() }.text();
            let input = [
                ("id", "tl-find"),
                ("type", "text"),
                ("autocomplete", "off"),
                ("maxlength", "60"),
                ("data-finds", base.as_str()),
                ("value", view.find.as_str()),
            ];
            page.void("input", &input);
        });
    });
}

fn managers(page: &mut Writer, timeline: &Timeline, view: &View) {
    let option = |page: &mut Writer, manager: Option<String>, label: &str| {
        let is_chosen = manager == view.manager;
        let code = View { manager, find: String::new(), ..view.clone() }.text();
        let attributes = [("value", code.as_str()), ("selected", "")];
        page.element("option", if is_chosen { &attributes } else { &attributes[..1] }, label);
    };
    option(page, None, t!("Everybody, managers together"));
    for (id, name) in &timeline.managers {
        option(page, Some(id.clone()), &t!("{name}, own plan and team", name));
    }
}

fn kinds(page: &mut Writer, view: &View) {
    for (by_week, label) in [(false, t!("What happened")), (true, t!("Observations by week"))] {
        radio(page, "tl-kind", &View { by_week, ..view.clone() }, by_week == view.by_week, label);
    }
}

/// One of several ways to look at it.
fn radio(page: &mut Writer, name: &str, view: &View, is_chosen: bool, label: &str) {
    let code = view.text();
    let attributes = [("type", "radio"), ("name", name), ("data-views", code.as_str()), ("checked", "")];
    page.with("label", &[], |page| {
        page.void("input", if is_chosen { &attributes } else { &attributes[..3] });
        page.element("span", &[], label);
    });
}

fn spans(page: &mut Writer, view: &View, days: [Day; 2]) {
    for (span, label) in SPANS {
        radio(page, "tl-zoom", &view.zoomed(days, span), span == view.span, language::text(label));
    }
}
