//! Labelled controls of which screens have several.

use leptos::prelude::*;
use rampline::state::msg::Msg;
use rampline::time::Day;
use web_sys::{Event, HtmlInputElement};

use super::live::{each, on, when};
use super::part::button;
use crate::shell::Shell;

/// A check box with its label beside it. `locked` says why it cannot be changed; empty when it can.
pub fn check(
    label: String,
    checked: Memo<bool>,
    locked: Option<Memo<String>>,
    says: impl Fn(bool) -> Msg + 'static,
) -> AnyView {
    let shell = Shell::here();
    let why = move || locked.map_or_else(String::new, |l| l.get());
    view! {
        <label class="check" title=move || Some(why()).filter(|why| !why.is_empty())>
            <input
                type="checkbox"
                prop:checked=move || checked.get()
                disabled=move || !why().is_empty()
                on:change=on(move |event: Event| shell.send(says(event_target_checked(&event))))
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// One of the options of `segments`.
pub struct Segment {
    pub label: &'static str,
    pub chosen: Memo<bool>,
    pub says: Msg,
}

/// A choice of a few, all of them in sight. `name` is that of the radio buttons, unique on the page.
pub fn segments(legend: &'static str, name: &'static str, options: Vec<Segment>) -> AnyView {
    let shell = Shell::here();
    let option = move |Segment { label, chosen, says }: Segment| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen.get()
                    on:change=on(move |_: Event| shell.send(says.clone()))
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{legend}</legend>
            <div class="seg">{each(options, option)}</div>
        </fieldset>
    }
    .into_any()
}

/// A whole number from 1 to `max`; what is none is put back.
pub fn number(
    id: &'static str,
    label: &'static str,
    value: Memo<String>,
    max: u32,
    says: impl Fn(u32) -> Msg + 'static,
) -> AnyView {
    let shell = Shell::here();
    let changed = on(move |event: Event| match event_target_value(&event).parse() {
        Ok(number) if (1..=max).contains(&number) => shell.send(says(number)),
        _ => event_target::<web_sys::HtmlInputElement>(&event).set_value(&value.get_untracked()),
    });
    view! {
        <label class="vh" for=id>{label}</label>
        <input
            id=id
            type="number"
            min="1"
            max=max.to_string()
            step="1"
            prop:value=move || value.get()
            on:change=changed
        />
    }
    .into_any()
}

/// Dates beyond these are a year half typed.
const DATES: (&str, &str) = ("1900-01-01", "2199-12-31");

/// A date that is set, or follows from the data: `rest` says from what, and how it is given back to them.
pub fn day(
    id: &'static str,
    label: &'static str,
    set: Memo<Option<Day>>,
    in_force: Memo<Option<Day>>,
    rest: [&'static str; 2],
    says: impl Fn(Option<Day>) -> Msg + Copy + Send + Sync + 'static,
) -> AnyView {
    let shell = Shell::here();
    let shown = move || set.get().or(in_force.get()).map(|day| day.to_string()).unwrap_or_default();
    let changed = on(move |event: Event| {
        let input: HtmlInputElement = event_target(&event);
        match Day::parse(&input.value()) {
            Some(day) if input.check_validity() => shell.send(says(Some(day))),
            None => shell.send(says(None)),
            Some(_) => {}
        }
    });
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input id=id type="date" min=DATES.0 max=DATES.1 prop:value=shown on:change=changed/>
            {move || when(set.get().is_some(), || button("text sm", rest[1], says(None)))}
            {move || when(set.get().is_none(), || view! { <span class="quiet">{rest[0]}</span> })}
        </div>
    }
    .into_any()
}
