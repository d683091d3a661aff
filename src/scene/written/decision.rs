//! Something to decide, with a button for each thing that can be said.

use super::button;
use crate::markup::{Writer, code};
use crate::scene::document::{Act, Choice};

pub fn choices(page: &mut Writer, choices: &[Choice]) {
    page.with("ul", &[("class", "plain-list choices")], |page| choices.iter().for_each(|one| choice(page, one)));
}

fn choice(page: &mut Writer, choice: &Choice) {
    let act = |page: &mut Writer, label: &str, act: &Act| {
        button(page, &[("class", "btn sm"), ("data-decides", &code(act))], label);
    };
    page.with("li", &[], |page| {
        page.with("div", &[], |page| {
            page.element("strong", &[], &choice.text);
            page.element("p", &[("class", "small quiet")], &choice.under);
        });
        page.with("div", &[("class", "btns")], |page| {
            choice.acts.iter().for_each(|(label, does)| act(page, label, does));
        });
    });
}
