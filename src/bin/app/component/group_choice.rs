//! Which groups are in the picture, where there are more than it can carry.

use leptos::prelude::*;
use rampline::state::msg::{Msg, ViewChoice};
use rampline::state::slots;

use super::field::check;
use super::live::{each, when};
use crate::shell::Shell;

pub fn group_choice() -> impl IntoView {
    let names = Shell::here().see(|s| s.groups_to_choose_from());
    move || when(names.with(|n| !n.is_empty()), || choice(names.get()))
}

fn choice(names: Vec<String>) -> impl IntoView {
    let shell = Shell::here();
    let all = names.len();
    let legend = shell.text(move |s| {
        let count = s.groups_in_picture();
        let full = if count == slots::MOST { ". Take one out to add another." } else { "" };
        format!("Groups in the picture: {count} of {all}{full}")
    });
    let one = move |name: String| {
        let (is_on, locked, asked) = (name.clone(), name.clone(), name.clone());
        let why = shell.text(move |s| {
            let why = match (s.is_in_picture(&locked), s.groups_in_picture()) {
                (true, 1) => "One group has to stay.",
                (false, slots::MOST) => "A picture carries six groups. Take one out first.",
                _ => "",
            };
            why.to_owned()
        });
        check(name, shell.is(move |s| s.is_in_picture(&is_on)), Some(why), move |on| {
            Msg::ViewChosen(ViewChoice::Group { name: asked.clone(), on })
        })
    };
    view! {
        <fieldset class="groups">
            <legend>{move || legend.get()}</legend>
            {each(names, one)}
        </fieldset>
    }
}
