//! The definition that is tried: its settings as fields, what it would say beside the one in force, and what to do
//! with it.

use leptos::prelude::*;
use rampline::definition::{Clock, Contexts, Definition};
use rampline::state::State;
use rampline::state::msg::Msg;
use web_sys::{Event, SubmitEvent};

use super::field::{Segment, segments};
use super::live::{each, on, when};
use super::mounted::mounted;
use super::part::button;
use crate::shell::Shell;

/// A setting that is a whole number.
struct Setting {
    id: &'static str,
    label: &'static str,
    least: i64,
    most: i64,
    get: fn(&Definition) -> i64,
    set: fn(&mut Definition, i64),
}

const SETTINGS: [Setting; 7] = [
    Setting {
        id: "draft-k",
        label: "Positive observations needed",
        least: 1,
        most: 20,
        get: |d| d.k.into(),
        set: |d, k| {
            d.k = k as u32;
            d.n = d.n.max(d.k);
        },
    },
    Setting {
        id: "draft-n",
        label: "of the last … observations",
        least: 1,
        most: 20,
        get: |d| d.n.into(),
        set: |d, n| {
            d.n = n as u32;
            d.k = d.k.min(d.n);
        },
    },
    Setting {
        id: "draft-span",
        label: "Days the evidence covers at least",
        least: 0,
        most: 365,
        get: |d| d.min_span.into(),
        set: |d, days| d.min_span = days as i32,
    },
    Setting {
        id: "draft-tau",
        label: "Horizon of the mean days",
        least: 1,
        most: 3_650,
        get: |d| d.tau.into(),
        set: |d, days| d.tau = days as i32,
    },
    Setting {
        id: "draft-window",
        label: "Days for the first application",
        least: 0,
        most: 365,
        get: |d| d.window_days.into(),
        set: |d, days| d.window_days = days as i32,
    },
    Setting {
        id: "draft-landmark",
        label: "Landmark day of the coaching comparison",
        least: 0,
        most: 365,
        get: |d| d.landmark_day.into(),
        set: |d, day| d.landmark_day = day as i32,
    },
    Setting {
        id: "draft-group",
        label: "Smallest group shown, people",
        least: 3,
        most: 1_000,
        get: |d| d.min_group,
        set: |d, people| d.min_group = people,
    },
];

/// The definition tried, or the one in force.
fn current(state: &State) -> &Definition {
    state.draft.as_ref().unwrap_or(&state.settings.definition)
}

fn drafted(definition: Definition) -> Msg {
    Msg::Drafted(Some(Box::new(definition)))
}

pub fn draft() -> AnyView {
    let shell = Shell::here();
    let definition = shell.see(|s| current(s).clone());
    let is_draft = shell.is(|s| s.draft.is_some());
    let what_if = shell.see(|s| s.what_if.clone());
    let field = move |setting: &'static Setting| {
        let changed = on(move |event: Event| {
            let mut changed = definition.get_untracked();
            match event_target_value(&event).parse() {
                Ok(value) if (setting.least..=setting.most).contains(&value) => {
                    (setting.set)(&mut changed, value);
                    shell.send(drafted(changed));
                }
                _ => event_target::<web_sys::HtmlInputElement>(&event).set_value(&(setting.get)(&changed).to_string()),
            }
        });
        view! {
            <div class="field">
                <label for=setting.id>{setting.label}</label>
                <input
                    id=setting.id
                    type="number"
                    min=setting.least.to_string()
                    max=setting.most.to_string()
                    step="1"
                    prop:value=move || (setting.get)(&definition.get()).to_string()
                    on:change=changed
                />
            </div>
        }
    };
    let seen_in = move || {
        let option = |label, contexts| Segment {
            label,
            chosen: shell.is(move |s| current(s).contexts == contexts),
            says: drafted(Definition { contexts, ..definition.get() }),
        };
        let options = vec![option("Live work", Contexts::Live), option("Live and simulated", Contexts::Any)];
        segments("Observations count", "draft-contexts", options)
    };
    let day_0 = move || {
        let option = |label, clock| Segment {
            label,
            chosen: shell.is(move |s| current(s).clock == clock),
            says: drafted(Definition { clock, ..definition.get() }),
        };
        let options = vec![
            option("Start date", Clock::Start),
            option("First enrollment", Clock::Enrolled),
            option("First module begun", Clock::Started),
        ];
        segments("Day 0", "draft-clock", options)
    };
    view! {
        <form class="controls draft" aria-label="Definition to try" on:submit=on(|event: SubmitEvent| event.prevent_default())>
            {each(&SETTINGS, field)}
            {seen_in}
            {day_0}
        </form>
        {mounted(what_if)}
        {move || when(is_draft.get(), keep)}
    }
    .into_any()
}

/// Using it, keeping it under a name, or giving it up.
fn keep() -> AnyView {
    let shell = Shell::here();
    let name = RwSignal::new(String::new());
    let typed = on(move |event: Event| name.set(event_target_value(&event)));
    let saved = on(move |event: SubmitEvent| {
        event.prevent_default();
        shell.send(Msg::DraftSaved { name: name.get_untracked() });
    });
    view! {
        <form class="controls" aria-label="Keep the definition" on:submit=saved>
            <div class="field">
                <label for="draft-name">"Name of a new version"</label>
                <input id="draft-name" type="text" maxlength="40" autocomplete="off" on:input=typed/>
            </div>
            <div class="btns">
                <button class="btn" type="submit">"Save and use"</button>
                {button("", "Use without a name", Msg::DraftUsed)}
                {button("text", "Give it up", Msg::Drafted(None))}
            </div>
        </form>
    }
    .into_any()
}
