//! The filter over the screens: who is shown, the controls to change it, and why nobody is shown.

use super::document::{Block, Section};
use super::screen::{Document, Screen};
use crate::analysis::filtering::{Offer, Told};
use crate::filter::{By, Filter};
use crate::finding::{self, Finding};
use crate::format;
use crate::markup::{Html, Writer};
use crate::time::Month;

/// Values of a dimension that each have a box of their own.
const MOST_BOXES: usize = 24;

/// What stands over a screen. Every control holds the query that it asks for (`data-filters`).
pub fn bar(told: &Told, offer: &Offer) -> Html {
    Html::of(|page| {
        page.with("section", &[("class", "filter"), ("aria-label", "Who is shown")], |page| {
            page.with("div", &[("role", "status")], |page| {
                page.element("p", &[("class", "shown")], &finding::filter(told));
                for line in finding::refusal(told).into_iter().chain(finding::ignored(told)) {
                    page.element("p", &[("class", "note")], &line);
                }
            });
            page.with("div", &[("class", "btns no-print")], |page| chips(page, told));
            page.with("details", &[("class", "rule no-print")], |page| {
                page.element("summary", &[], "Filter");
                page.with("div", &[("class", "rule-in")], |page| controls(page, &told.filter, offer));
            });
        });
    })
}

/// One button for each thing that is chosen, which takes it out.
fn chips(page: &mut Writer, told: &Told) {
    let filter = &told.filter;
    let mut chip = |label: &str, without: Filter| {
        let (query, says) = (without.query(), format!("Remove the filter {label}"));
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
            chip(value, filter.toggled(by, value));
        }
    }
    if let Some(from) = filter.from {
        chip(&format!("from {}", format::month(from)), Filter { from: None, ..filter.clone() });
    }
    if let Some(to) = filter.to {
        chip(&format!("to {}", format::month(to)), Filter { to: None, ..filter.clone() });
    }
    if !filter.is_everybody() || !told.unknown.is_empty() || !told.unread.is_empty() {
        page.element("button", &[("type", "button"), ("class", "btn text sm"), ("data-filters", "")], "Show everybody");
    }
}

fn controls(page: &mut Writer, filter: &Filter, offer: &Offer) {
    for (by, values) in By::VALUES.iter().zip(&offer.values) {
        let label = match by {
            By::Team => "Team",
            By::Role => "Role",
            By::Cohort => "Cohort",
            By::Location | By::Start => "Location",
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
    let months = || (first.0..=last.0).map(Month);
    let label = |month: Month| format::month(month);
    let from = months().map(|month| {
        let to = filter.to.map(|to| to.max(month));
        (label(month), Filter { from: Some(month), to, ..filter.clone() })
    });
    let any = |filter| ("Any month", filter);
    let place = |month: Option<Month>| month.map(|month| (month.0 - first.0) as usize);
    let without = Filter { from: None, ..filter.clone() };
    select(page, ("filter-from", "Start date from"), any(without), from, place(filter.from));
    let to = months().map(|month| {
        let from = filter.from.map(|from| from.min(month));
        (label(month), Filter { to: Some(month), from, ..filter.clone() })
    });
    let without = Filter { to: None, ..filter.clone() };
    select(page, ("filter-to", "Start date to"), any(without), to, place(filter.to));
    let words = "Learners by what the list of people says of them: the period is that of the start date, their day 0. \
        Managers are those of the people shown; leaders are always all of them.";
    page.element("p", &[("class", "quiet small")], words);
}

/// A value to choose or not; its query is the filter after that.
fn check(page: &mut Writer, filter: &Filter, by: By, value: &str) {
    let query = filter.toggled(by, value).query();
    let attributes = [("type", "checkbox"), ("data-filters", ""), ("value", query.as_str()), ("checked", "")];
    let is_chosen = filter.of(by).iter().any(|one| one == value);
    page.with("label", &[("class", "check")], |page| {
        page.void("input", if is_chosen { &attributes } else { &attributes[..3] });
        page.element("span", &[], value);
    });
}

/// A value to type or to choose, which is added (`data-adds`: the query that it ends). The list beside it is no part of
/// the screen, however long it is.
fn add(page: &mut Writer, filter: &Filter, by: By, label: &str, values: &[String]) {
    let (id, list, query) = (format!("filter-{}", by.name()), format!("all-{}", by.name()), filter.query());
    let adds = format!("{query}{}{}=", if query.is_empty() { "" } else { "&" }, by.name());
    page.with("div", &[("class", "field")], |page| {
        page.element("label", &[("for", &id)], &format!("{label}, type or choose one to add"));
        let kind = [("type", "text"), ("autocomplete", "off")];
        page.void("input", &[&kind[..], &[("id", &id), ("list", &list), ("data-adds", &adds)]].concat());
        page.with("datalist", &[("id", &list)], |page| {
            let open = values.iter().filter(|value| !filter.of(by).contains(value));
            open.for_each(|value| page.void("option", &[("value", value)]));
        });
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
    let caveat = "Why, and what would help, stands above.".to_owned();
    Finding { headline: "Nothing is shown with this filter.".to_owned(), caveat }
}

/// A screen of which nothing may be shown. The Curves screen says so where its finding stands (`scene::refused`).
pub fn refused(screen: Screen) -> Document {
    let section = Section::new("refused", "Not shown", [Block::Finding { finding: nothing(), opens: None }]);
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
        assert!(written(800, &filter).contains("data-adds=\"team=T003&amp;team=\""));
    }
}
