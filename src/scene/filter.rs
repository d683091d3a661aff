//! The filter over the screens: who is shown, the controls to change it, and why nobody is shown.

use super::document::{Block, Section};
use super::screen::{Document, Screen};
use crate::analysis::filtering::{Offer, Told};
use crate::filter::{By, Filter};
use crate::finding::{self, Finding};
use crate::markup::{Attributes, Html, Writer};
use crate::time::Month;
use crate::{format, t};

/// Values of a dimension that each have a box of their own.
const MOST_BOXES: usize = 24;
/// Months of which each is an option.
const MOST_MONTHS: i32 = 60;

/// What stands over a screen. Every control holds the query that it asks for (`data-filters`).
pub fn bar(told: &Told, offer: &Offer) -> Html {
    Html::of(|page| {
        page.with("section", &[("class", "filter"), ("aria-label", t!("Who is shown"))], |page| {
            page.with("div", &[("role", "status")], |page| {
                page.element("p", &[("class", "shown")], &finding::filter(told));
                for line in finding::refusal(told).into_iter().chain(finding::ignored(told)) {
                    page.element("p", &[("class", "note")], &line);
                }
            });
            page.with("div", &[("class", "btns no-print")], |page| chips(page, told));
            page.with("details", &[("class", "rule no-print")], |page| {
                page.element("summary", &[], t!("Filter"));
                page.with("div", &[("class", "rule-in")], |page| controls(page, &told.filter, offer));
            });
        });
    })
}

/// One button for each thing that is chosen, which takes it out.
fn chips(page: &mut Writer, told: &Told) {
    let filter = &told.filter;
    let mut chip = |label: &str, without: Filter| {
        let (query, says) = (without.query(), t!("Remove the filter {label}", label));
        let attributes = [
            ("type", "button"),
            ("class", "btn sm chip"),
            ("data-filters", query.as_str()),
            ("aria-label", says.as_str()),
        ];
        page.with("button", &attributes, |page| {
            page.text(label);
            page.element("span", &[("aria-hidden", "true")], " ×");
        });
    };
    for by in By::VALUES {
        for value in filter.of(by) {
            chip(format::group(value), filter.toggled(by, value));
        }
    }
    if let Some(from) = filter.from {
        chip(&t!("from {month}", month = format::month(from)), Filter { from: None, ..filter.clone() });
    }
    if let Some(to) = filter.to {
        chip(&t!("to {month}", month = format::month(to)), Filter { to: None, ..filter.clone() });
    }
    if !filter.is_everybody() || !told.unknown.is_empty() || !told.unread.is_empty() {
        page.element(
            "button",
            &[("type", "button"), ("class", "btn text sm"), ("data-filters", "")],
            t!("Show everybody"),
        );
    }
}

fn controls(page: &mut Writer, filter: &Filter, offer: &Offer) {
    for (by, values) in By::VALUES.iter().zip(&offer.values) {
        let label = match by {
            By::Team => t!("Team"),
            By::Role => t!("Role"),
            By::Cohort => t!("Cohort"),
            By::Location | By::Start => t!("Location"),
        };
        // One value for everybody is no choice, and hundreds of boxes are none either: they are added one by one.
        if values.len() > MOST_BOXES {
            add(page, filter, *by, label, values);
        } else if values.len() > 1 {
            page.with("fieldset", &[("class", "field")], |page| {
                page.element("legend", &[], label);
                page.with("div", &[("class", "values")], |page| {
                    values.iter().for_each(|value| check(page, filter, *by, value));
                });
            });
        }
    }
    let Some((first, last)) = offer.months else { return };
    if last.0 - first.0 >= MOST_MONTHS {
        let bounds = [first, last].map(|month| month.to_string());
        for (word, label, base) in [
            ("from", t!("Start date from"), Filter { from: None, ..filter.clone() }),
            ("to", t!("Start date to"), Filter { to: None, ..filter.clone() }),
        ] {
            let [min, max] = &bounds;
            let kind = [("type", "month"), ("min", min.as_str()), ("max", max.as_str()), ("placeholder", "2025-01")];
            typed(page, word, &t!("{label}, year and month", label), &begun(&base, word), &kind);
        }
        return of_whom(page);
    }
    let months = || (first.0..=last.0).map(Month);
    let label = |month: Month| format::month(month);
    let from = months().map(|month| {
        let to = filter.to.map(|to| to.max(month));
        (label(month), Filter { from: Some(month), to, ..filter.clone() })
    });
    let any = |filter| (t!("Any month"), filter);
    let place = |month: Option<Month>| month.map(|month| (month.0 - first.0) as usize);
    let without = Filter { from: None, ..filter.clone() };
    select(page, ("filter-from", t!("Start date from")), any(without), from, place(filter.from));
    let to = months().map(|month| {
        let from = filter.from.map(|from| from.min(month));
        (label(month), Filter { to: Some(month), from, ..filter.clone() })
    });
    let without = Filter { to: None, ..filter.clone() };
    select(page, ("filter-to", t!("Start date to")), any(without), to, place(filter.to));
    of_whom(page);
}

fn of_whom(page: &mut Writer) {
    let words =
        t!("Learners by what the list of people says of them: the period is that of the start date, their day 0. \
        Managers are those of the people shown; leaders are always all of them.");
    page.element("p", &[("class", "quiet small")], words);
}

/// A value to choose or not; its query is the filter after that.
fn check(page: &mut Writer, filter: &Filter, by: By, value: &str) {
    let query = filter.toggled(by, value).query();
    let attributes = [("type", "checkbox"), ("data-filters", ""), ("value", query.as_str()), ("checked", "")];
    let is_chosen = filter.of(by).iter().any(|one| one == value);
    page.with("label", &[("class", "check")], |page| {
        page.void("input", if is_chosen { &attributes } else { &attributes[..3] });
        page.element("span", &[], format::group(value));
    });
}

/// A value to type or to choose, which is added. The list beside it is no part of the screen, however long it is.
fn add(page: &mut Writer, filter: &Filter, by: By, label: &str, values: &[String]) {
    let list = format!("all-{}", by.name());
    let kind = [("type", "text"), ("list", list.as_str())];
    let label = t!("{label}, type or choose one to add", label);
    typed(page, by.name(), &label, &begun(filter, by.name()), &kind);
    page.with("datalist", &[("id", &list)], |page| {
        let open = values.iter().filter(|value| !filter.of(by).contains(value));
        open.for_each(|value| page.void("option", &[("value", value)]));
    });
}

/// A query that ends where a value is to be typed.
fn begun(filter: &Filter, word: &str) -> String {
    let query = filter.query();
    format!("{query}{}{word}=", if query.is_empty() { "" } else { "&" })
}

/// A field whose value ends a query (`data-adds`).
fn typed(page: &mut Writer, word: &str, label: &str, adds: &str, kind: Attributes<'_>) {
    let id = format!("filter-{word}");
    page.with("div", &[("class", "field")], |page| {
        page.element("label", &[("for", &id)], label);
        let own = [("id", id.as_str()), ("data-adds", adds), ("autocomplete", "off")];
        page.void("input", &[&own, kind].concat());
    });
}

/// A choice of what to ask for next; `chosen` is the place of the one in force after the first.
fn select(
    page: &mut Writer,
    (id, label): (&str, &str),
    first: (&str, Filter),
    options: impl Iterator<Item = (String, Filter)>,
    chosen: Option<usize>,
) {
    page.with("div", &[("class", "field")], |page| {
        page.element("label", &[("for", id)], label);
        page.with("select", &[("id", id), ("data-filters", "")], |page| {
            let options = std::iter::once((first.0.to_owned(), first.1)).chain(options);
            for (at, (label, filter)) in options.enumerate() {
                let query = filter.query();
                let attributes = [("value", query.as_str()), ("selected", "")];
                let is_chosen = at == chosen.map_or(0, |chosen| chosen + 1);
                page.element("option", if is_chosen { &attributes } else { &attributes[..1] }, &label);
            }
        });
    });
}

/// In the place of a finding.
pub fn nothing() -> Finding {
    let caveat = t!("Why, and what would help, stands above.").to_owned();
    Finding { headline: t!("Nothing is shown with this filter.").to_owned(), caveat }
}

/// A screen of which nothing may be shown. The Curves screen says so where its finding stands (`scene::refused`).
pub fn refused(screen: Screen) -> Document {
    let section = Section::new("refused", t!("Not shown"), [Block::Finding { finding: nothing(), opens: None }]);
    let sections = if screen == Screen::Curves { Vec::new() } else { vec![section] };
    Document { lead: String::new(), sections }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(teams: usize, filter: &Filter) -> String {
        let teams = (0..teams).map(|at| format!("T{at:03}")).collect();
        let offer = Offer { values: [teams, Vec::new(), Vec::new(), Vec::new()], months: None };
        Html::of(|page| controls(page, filter, &offer)).as_str().to_owned()
    }

    #[test]
    fn a_few_values_have_boxes_and_hundreds_are_added_one_by_one() {
        let filter = Filter::default().toggled(By::Team, "T003");
        for (teams, boxes, options) in [(1, 0, 0), (8, 8, 0), (MOST_BOXES, MOST_BOXES, 0), (800, 0, 799)] {
            let html = written(teams, &filter);
            assert_eq!(html.matches("type=\"checkbox\"").count(), boxes, "{teams}");
            // All but the chosen one.
            assert_eq!(html.matches("<option").count(), options, "{teams}");
        }
        let months = |last| Offer { values: Default::default(), months: Some((Month(24_000), Month(24_000 + last))) };
        for (last, options, fields) in [(0, 4, 0), (59, 122, 0), (60, 0, 2), (480, 0, 2)] {
            let html = Html::of(|page| controls(page, &filter, &months(last)));
            let html = html.as_str();
            assert_eq!((html.matches("<option").count(), html.matches("type=\"month\"").count()), (options, fields));
            assert!(html.contains("the period is that of the start date"));
        }
        assert!(written(800, &filter).contains("data-adds=\"team=T003&amp;team=\""));
    }
}
