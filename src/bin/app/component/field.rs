//! Labelled controls of which screens have several.

use leptos::prelude::*;

/// A check box with its label beside it.
#[component]
pub fn Check(
    #[prop(into)] label: String,
    #[prop(into)] checked: Signal<bool>,
    /// Why it cannot be changed; `None` when it can.
    #[prop(into, optional)]
    locked: Signal<Option<&'static str>>,
    #[prop(into)] on: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check" title=move || locked.get()>
            <input
                type="checkbox"
                prop:checked=checked
                disabled=move || locked.get().is_some()
                on:change=move |event| on.run(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
}

/// A choice of a few, all of them in sight.
#[component]
pub fn Segments<T: Copy + PartialEq + Send + Sync + 'static>(
    /// What is chosen.
    legend: &'static str,
    /// Name of the group of radio buttons, unique on the page.
    name: &'static str,
    options: &'static [(T, &'static str)],
    #[prop(into)] chosen: Signal<T>,
    #[prop(into)] on: Callback<T>,
) -> impl IntoView {
    let option = move |(value, label): (T, &'static str)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen.get() == value
                    on:change=move |_| on.run(value)
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{legend}</legend>
            <div class="seg">{options.iter().copied().map(option).collect_view()}</div>
        </fieldset>
    }
}

/// A whole number; what is none is put back.
#[component]
pub fn Number(
    id: &'static str,
    label: &'static str,
    #[prop(into)] value: Signal<u32>,
    max: u32,
    #[prop(into)] on: Callback<u32>,
) -> impl IntoView {
    let changed = move |event| match event_target_value(&event).parse() {
        Ok(number) if (1..=max).contains(&number) => on.run(number),
        _ => event_target::<web_sys::HtmlInputElement>(&event).set_value(&value.get_untracked().to_string()),
    };
    view! {
        <label class="vh" for=id>{label}</label>
        <input id=id type="number" min="1" max=max step="1" prop:value=move || value.get().to_string() on:change=changed/>
    }
}
