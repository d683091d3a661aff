//! Labelled controls, and the groups in which screens show them.

use super::{inert, named};
use crate::analysis::filtering::{Offer, Told};
use crate::filter::{By, Filter};
use crate::markup::Writer;
use crate::scene::filter as bar;
use crate::t;
use crate::time::Month;

/// A January.
const MONTH: Month = Month(2_025 * 12);

pub fn fields(page: &mut Writer) {
    named(page, "select", select);
    for (name, kind, label, value) in [
        ("input[type=number]", "number", t!("Positive observations needed"), "3"),
        ("input[type=text]", "text", t!("Name contains"), "Li"),
        ("input[type=date]", "date", t!("Cut-off date"), "2025-06-30"),
        ("input[type=month]", "month", t!("Start date from"), "2025-01"),
    ] {
        named(page, name, |page| {
            let id = format!("of-{kind}");
            page.with("div", &[("class", "field")], |page| {
                page.element("label", &[("for", &id)], label);
                page.void("input", &[("id", &id), ("type", kind), ("value", value), ("autocomplete", "off")]);
            });
        });
    }
    named(page, ".line", |page| {
        page.with("div", &[("class", "line")], |page| {
            page.void("input", &[("type", "number"), ("value", "3"), ("aria-label", t!("Observations looked at"))]);
            page.element("span", &[], t!("of the last"));
        });
    });
    named(page, ".check", |page| {
        check(page, t!("Bands"), &[("checked", "")]);
        check(page, t!("Censor ticks"), &[]);
        check(page, t!("One behaviour has to stay."), &[("checked", ""), ("disabled", "")]);
    });
    named(page, ".seg", segments);
}

fn select(page: &mut Writer) {
    page.with("div", &[("class", "field")], |page| {
        page.element("label", &[("for", "of-select")], t!("Grouped by"));
        page.with("select", &[("id", "of-select")], |page| {
            [t!("No grouping"), t!("Team"), t!("Role")].iter().for_each(|one| page.element("option", &[], one));
        });
    });
}

fn check(page: &mut Writer, label: &str, state: &[(&'static str, &str)]) {
    page.with("label", &[("class", "check")], |page| {
        page.void("input", &[&[("type", "checkbox")], state].concat());
        page.element("span", &[], label);
    });
}

fn segments(page: &mut Writer) {
    page.with("fieldset", &[("class", "field")], |page| {
        page.element("legend", &[], t!("Leavers"));
        page.with("div", &[("class", "seg")], |page| {
            let option = [("type", "radio"), ("name", "of-seg"), ("checked", "")];
            for (label, option) in [(t!("Censored"), &option[..]), (t!("Of all who started"), &option[..2])] {
                page.with("label", &[], |page| {
                    page.void("input", option);
                    page.element("span", &[], label);
                });
            }
        });
    });
}

/// As over the curve and on the Definitions screen.
pub fn groups(page: &mut Writer) {
    let items = |page: &mut Writer| {
        check(page, t!("Bands"), &[("checked", "")]);
        check(page, t!("Censor ticks"), &[]);
    };
    named(page, ".controls .rule", |page| {
        page.with("div", &[("class", "controls draft")], |page| {
            page.with("div", &[("class", "checks")], items);
            page.with("details", &[("class", "rule"), ("open", "")], |page| {
                page.element("summary", &[], t!("Change the rule"));
                page.with("div", &[("class", "rule-in")], |page| {
                    page.with("fieldset", &[("class", "field behaviours")], |page| {
                        page.element("legend", &[], t!("Behaviours that must hold together"));
                        items(page);
                    });
                });
            });
        });
    });
    named(page, ".groups", |page| {
        page.with("fieldset", &[("class", "groups")], |page| {
            page.element("legend", &[], &t!("Groups in the picture: {count} of {all}", count = 1, all = 2));
            items(page);
        });
    });
}

/// Everybody; then some, with what is chosen; then nobody, with why.
pub fn filter(page: &mut Writer) {
    let told =
        |filter, people| Told { filter, unknown: Vec::new(), is_renamed: false, unread: Vec::new(), people, limit: 5 };
    let few = Filter { from: Some(MONTH), ..Filter::default().toggled(By::Team, "A").toggled(By::Role, "Nurse") };
    let teams = ["A", "B", "C"].map(str::to_owned).to_vec();
    let offer =
        Offer { values: [teams, Vec::new(), Vec::new(), Vec::new()], months: Some((MONTH, Month(MONTH.0 + 5))) };
    for (name, told, offer) in [
        (".filter", told(Filter::default(), Ok(180)), &Offer::default()),
        (".filter .chip", told(few.clone(), Ok(24)), &offer),
        (".filter .note", told(few, Err(crate::analysis::filtering::Why::Few)), &Offer::default()),
    ] {
        named(page, name, |page| inert(page, |page| page.html(&bar::bar(&told, offer))));
    }
}
