//! The receipt of one table: what was assumed, what came in, what changed and what was set aside.

use super::{block, button};
use crate::markup::{Html, Writer, code};
use crate::receipt::Topic;
use crate::scene::document::Block;
use crate::scene::reading::Line;
use crate::t;

/// What was seen or taken for granted and what was counted, a line each; `below` is what follows them. As long as the file
/// is here, a line opens the question by which it can be changed (`data-asks-again`).
pub fn read(file: &str, is_here: bool, lines: &[Line], counts: &[(String, String)], below: &[Block]) -> Html {
    let assumed = |page: &mut Writer| {
        for (what, how, topic) in lines {
            page.with("div", &[], |page| {
                page.element("dt", &[], what);
                page.with("dd", &[], |page| {
                    page.text(how);
                    topic.iter().filter(|_| is_here).for_each(|topic| change(page, file, how, *topic));
                });
            });
        }
    };
    let count = |page: &mut Writer, what: &str, n: &str| {
        page.with("tr", &[], |page| {
            page.element("th", &[("scope", "row")], what);
            page.element("td", &[("class", "n")], n);
        });
    };
    let counted = |page: &mut Writer| {
        page.with("table", &[("class", "tight")], |page| {
            page.with("tbody", &[], |page| counts.iter().for_each(|(what, n)| count(page, what, n)));
        });
    };
    Html::of(|page| {
        page.with("div", &[("class", "cols-2")], |page| {
            page.with("div", &[], |page| page.with("dl", &[("class", "receipt")], assumed));
            page.with("div", &[("class", "stack")], counted);
        });
        below.iter().for_each(|one| block(page, one, None));
    })
}

/// The name of each says what it changes.
fn change(page: &mut Writer, file: &str, how: &str, topic: Topic) {
    let (name, asks) = (t!("Change: {how}", how), code(&(file, topic)));
    page.text(" ");
    button(page, &[("class", "btn text sm"), ("aria-label", &name), ("data-asks-again", &asks)], t!("change"));
}
