//! Which groups are in the picture, where there are more than it can carry.

use leptos::prelude::*;
use rampline::scene::slots;
use rampline::state::msg::{Msg, ViewChoice};
use rampline::{format, t};

use super::field::check;
use super::live::{each, when};
use crate::shell::Shell;

pub fn group_choice() -> impl IntoView {
    let names = Shell::here().see(|s| s.groups_to_choose_from());
    move || when(names.with(|n| !n.is_empty()), || choice(names.get()))
}

fn choice(names: Vec<String>) -> impl IntoView {
    let chosen = Shell::here().see(|s| s.groups_in_picture());
    let all = names.len();
    let legend = move || {
        let count = chosen.with(Vec::len);
        match count {
            slots::MOST => t!("Groups in the picture: {count} of {all}. Take one out to add another.", count, all),
            _ => t!("Groups in the picture: {count} of {all}", count, all),
        }
    };
    let one = move |name: String| {
        let (is_on, locked, asked) = (name.clone(), name.clone(), name.clone());
        let is_on = Memo::new(move |_| chosen.with(|c| c.contains(&is_on)));
        let why = Memo::new(move |_| {
            let why = match chosen.with(|c| (c.contains(&locked), c.len())) {
                (true, 1) => t!("One group has to stay."),
                (false, slots::MOST) => t!("A picture carries six groups. Take one out first."),
                _ => "",
            };
            why.to_owned()
        });
        let label = format::group(&name).to_owned();
        check(label, is_on, Some(why), move |on| Msg::ViewChosen(ViewChoice::Group { name: asked.clone(), on }))
    };
    view! {
        <fieldset class="groups">
            <legend>{move || legend()}</legend>
            {each(names, one)}
        </fieldset>
    }
}
