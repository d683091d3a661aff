//! The definition that is tried: its settings as fields, what it would say beside the one in force, and what to do
//! with it.

use leptos::prelude::*;
use rampline::definition::{Clock, Contexts, Definition};
use rampline::language;
use rampline::state::State;
use rampline::state::msg::Msg;
use rampline::{n, t};
use web_sys::{Event, HtmlInputElement, SubmitEvent};

use super::field::{Segment, check, day, segments};
use super::live::{each, on, when};
use super::mounted::mounted;
use super::part::button;
use crate::shell::Shell;

/// A setting that is a number, a whole one unless it is `any`.
struct Setting {
    id: &'static str,
    label: &'static str,
    least: i32,
    most: i32,
    step: &'static str,
    get: fn(&Definition) -> f64,
    set: fn(&mut Definition, f64),
}

const SETTINGS: [Setting; 8] = [
    Setting {
        id: "draft-k",
        label: n!("Positive observations needed"),
        least: 1,
        most: 20,
        step: "1",
        get: |d| d.k.into(),
        set: |d, k| {
            d.k = k as u32;
            d.n = d.n.max(d.k);
        },
    },
    Setting {
        id: "draft-n",
        label: n!("of the last … observations"),
        least: 1,
        most: 20,
        step: "1",
        get: |d| d.n.into(),
        set: |d, n| {
            d.n = n as u32;
            d.k = d.k.min(d.n);
        },
    },
    Setting {
        id: "draft-positive",
        label: n!("An observation is positive from the value"),
        least: -1_000_000,
        most: 1_000_000,
        step: "any",
        get: |d| d.positive_from,
        set: |d, value| d.positive_from = value,
    },
    Setting {
        id: "draft-span",
        label: n!("Days the evidence covers at least"),
        least: 0,
        most: 365,
        step: "1",
        get: |d| d.min_span.into(),
        set: |d, days| d.min_span = days as i32,
    },
    Setting {
        id: "draft-tau",
        label: n!("Horizon of the mean days"),
        least: 1,
        most: 3_650,
        step: "1",
        get: |d| d.tau.into(),
        set: |d, days| d.tau = days as i32,
    },
    Setting {
        id: "draft-window",
        label: n!("Days for the first application"),
        least: 0,
        most: 365,
        step: "1",
        get: |d| d.window_days.into(),
        set: |d, days| d.window_days = days as i32,
    },
    Setting {
        id: "draft-landmark",
        label: n!("Landmark day of the coaching comparison"),
        least: 0,
        most: 365,
        step: "1",
        get: |d| d.landmark_day.into(),
        set: |d, day| d.landmark_day = day as i32,
    },
    Setting {
        id: "draft-group",
        label: n!("Smallest group shown, people"),
        least: 3,
        most: 1_000,
        step: "1",
        get: |d| d.min_group as f64,
        set: |d, people| d.min_group = people as i64,
    },
];

/// The definition tried, or the one in force.
fn current(state: &State) -> &Definition {
    state.draft.as_ref().unwrap_or(&state.settings.definition)
}

fn drafted(definition: Definition) -> Msg {
    Msg::Drafted(Some(Box::new(definition)))
}

fn is_one(setting: &Setting, value: f64) -> bool {
    (f64::from(setting.least)..=f64::from(setting.most)).contains(&value)
        && (setting.step == "any" || value.fract() == 0.0)
}

pub fn draft() -> AnyView {
    let shell = Shell::here();
    let definition = shell.see(|s| current(s).clone());
    let is_draft = shell.is(|s| s.draft.is_some());
    let what_if = shell.see(|s| s.what_if.clone());
    let field = move |setting: &'static Setting| {
        let changed = on(move |event: Event| {
            let mut changed = definition.get_untracked();
            // The browser reads and writes the number: its code is there already.
            let input: HtmlInputElement = event_target(&event);
            let value = input.value_as_number();
            if is_one(setting, value) {
                (setting.set)(&mut changed, value);
                shell.send(drafted(changed));
            } else {
                input.set_value_as_number((setting.get)(&changed));
            }
        });
        view! {
            <div class="field">
                <label for=setting.id>{language::text(setting.label)}</label>
                <input
                    id=setting.id
                    type="number"
                    min=setting.least.to_string()
                    max=setting.most.to_string()
                    step=setting.step
                    prop:value=move || (setting.get)(&definition.get())
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
        let options = vec![option(t!("Live work"), Contexts::Live), option(t!("Live and simulated"), Contexts::Any)];
        segments(t!("Observations count"), "draft-contexts", options)
    };
    let day_0 = move || {
        let option = |label, clock| Segment {
            label,
            chosen: shell.is(move |s| current(s).clock == clock),
            says: drafted(Definition { clock, ..definition.get() }),
        };
        let options = vec![
            option(t!("Start date"), Clock::Start),
            option(t!("First enrollment"), Clock::Enrolled),
            option(t!("First module begun"), Clock::Started),
        ];
        segments(t!("Day 0"), "draft-clock", options)
    };
    let launch = move |launch| drafted(Definition { launch, ..definition.get_untracked() });
    let launch = day(
        "draft-launch",
        t!("Launch of the rollout"),
        shell.see(|s| current(s).launch),
        shell.see(|s| s.offered().and_then(|offered| offered.launch)),
        [t!("The earliest start"), t!("Use the earliest start")],
        launch,
    );
    view! {
        <form class="controls draft" aria-label=t!("Definition to try") on:submit=on(|event: SubmitEvent| event.prevent_default())>
            {each(&SETTINGS, field)}
            {launch}
            {seen_in}
            {day_0}
            {indicators(definition)}
        </form>
        {mounted(what_if)}
        {move || when(is_draft.get(), keep)}
    }
    .into_any()
}

/// Of which measured indicators fewer is better, such as errors. None of them is looked at while nothing is measured.
fn indicators(definition: Memo<Definition>) -> AnyView {
    let shell = Shell::here();
    let items = shell.see(|s| {
        let of_data = s.offered().map_or(&[][..], |offered| &offered.kpi_items);
        let own = &current(s).kpi_items;
        if own.is_empty() { of_data.to_vec() } else { own.clone() }
    });
    let one = move |at: usize| {
        let lower = Memo::new(move |_| items.get().get(at).is_some_and(|item| item.lower_is_better));
        let name = items.with_untracked(|items| items[at].item.clone());
        check(name, lower, None, move |lower| {
            let mut kpi_items = items.get_untracked();
            if let Some(item) = kpi_items.get_mut(at) {
                item.lower_is_better = lower;
            }
            drafted(Definition { kpi_items, ..definition.get_untracked() })
        })
    };
    let names = Memo::new(move |_| items.get().into_iter().map(|item| item.item).collect::<Vec<String>>());
    let all = move || {
        let count = names.get().len();
        when(count > 0, || {
            view! {
                <fieldset class="field behaviours">
                    <legend>{t!("Indicators of which less is better")}</legend>
                    {each(0..count, one)}
                </fieldset>
            }
        })
    };
    all.into_any()
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
        <form class="controls" aria-label=t!("Keep the definition") on:submit=saved>
            <div class="field">
                <label for="draft-name">{t!("Name of a new version")}</label>
                <input id="draft-name" type="text" maxlength="40" autocomplete="off" on:input=typed/>
            </div>
            <div class="btns">
                <button class="btn" type="submit">{t!("Save and use")}</button>
                {button("", t!("Use without a name"), Msg::DraftUsed)}
                {button("text", t!("Give it up"), Msg::Drafted(None))}
            </div>
        </form>
    }
    .into_any()
}
