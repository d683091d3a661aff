//! What the curve shows: grouping, leavers, and the rule behind a fold.

use leptos::prelude::*;
use rampline::analysis::Grouping;
use rampline::chart::curve::Leavers;
use rampline::definition::Contexts;
use rampline::state::choose::MOST_OBSERVATIONS;
use rampline::state::msg::{Choice, Msg, ViewChoice};
use rampline::time::Day;

use super::field::{Check, Number, Segments};
use crate::shell::Shell;

const GROUPINGS: [(Grouping, &str, &str); 4] = [
    (Grouping::None, "none", "No grouping"),
    (Grouping::Team, "team", "Team"),
    (Grouping::Cohort, "cohort", "Cohort"),
    (Grouping::Role, "role", "Role"),
];
const LEAVERS: &[(Leavers, &str)] = &[(Leavers::Censored, "Censored"), (Leavers::OfAllStarted, "Of all who started")];
const CONTEXTS: &[(Contexts, &str)] = &[(Contexts::Live, "Live work"), (Contexts::Any, "Live and simulated")];
/// Dates beyond these are a year half typed.
const DATES: (&str, &str) = ("1900-01-01", "2199-12-31");

#[component]
pub fn Controls() -> impl IntoView {
    let shell = Shell::here();
    let view = shell.see(|s| s.settings.view.clone());
    let grouping = shell.see(|s| s.settings.grouping);
    let word = move || GROUPINGS.iter().find(|g| g.0 == grouping.get()).map_or("none", |g| g.1);
    let grouped = move |event| {
        let word = event_target_value(&event);
        let chosen = GROUPINGS.iter().find(|g| g.1 == word).map_or(Grouping::None, |g| g.0);
        shell.send(Msg::Chosen(vec![Choice::Grouping(chosen)]));
    };
    let options = GROUPINGS.map(|(_, word, name)| view! { <option value=word>{name}</option> });
    let say = move |choice| shell.send(Msg::ViewChosen(choice));
    view! {
        <form class="controls" aria-label="What the curve shows" on:submit=|event| event.prevent_default()>
            <div class="field">
                <label for="grouping">"Grouped by"</label>
                <select id="grouping" prop:value=word on:change=grouped>{options.collect_view()}</select>
            </div>
            <Segments
                legend="Leavers"
                name="leavers"
                options=LEAVERS
                chosen=Signal::derive(move || view.with(|v| v.leavers))
                on=move |leavers| say(ViewChoice::Leavers(leavers))
            />
            <div class="checks">
                <Check
                    label="Bands"
                    checked=Signal::derive(move || view.with(|v| v.bands))
                    on=move |on| say(ViewChoice::Bands(on))
                />
                <Check
                    label="Censor ticks"
                    checked=Signal::derive(move || view.with(|v| v.censor_ticks))
                    on=move |on| say(ViewChoice::CensorTicks(on))
                />
            </div>
            <Rule/>
        </form>
    }
}

/// The choices the rule is made of; the head of the screen says it in one line.
#[component]
fn Rule() -> impl IntoView {
    let shell = Shell::here();
    let k = shell.see(|s| s.settings.definition.k);
    let n = shell.see(|s| s.settings.definition.n);
    let contexts = shell.see(|s| s.settings.definition.contexts);
    let say = move |choice| shell.send(Msg::Chosen(vec![choice]));
    view! {
        <details class="rule">
            <summary>"Change the rule"</summary>
            <div class="rule-in">
                <Behaviours/>
                <fieldset class="field">
                    <legend>"A behaviour holds with"</legend>
                    <div class="line">
                        <Number
                            id="rule-k"
                            label="Positive observations needed"
                            value=k
                            max=MOST_OBSERVATIONS
                            on=move |k| say(Choice::K(k))
                        />
                        <span>"of the last"</span>
                        <Number
                            id="rule-n"
                            label="Observations looked at"
                            value=n
                            max=MOST_OBSERVATIONS
                            on=move |n| say(Choice::N(n))
                        />
                        <span>"positive"</span>
                    </div>
                </fieldset>
                <Segments
                    legend="Seen in"
                    name="contexts"
                    options=CONTEXTS
                    chosen=contexts
                    on=move |contexts| say(Choice::Contexts(contexts))
                />
                <Cutoff/>
            </div>
        </details>
    }
}

#[component]
fn Behaviours() -> impl IntoView {
    let shell = Shell::here();
    // What was chosen and is observed no longer stays in sight, so that it can be taken out.
    let offered = shell.see(|s| {
        let observed = s.analysis.as_ref().map_or(&[][..], |a| &a.observed_items);
        let mut offered = [observed, &s.settings.definition.behaviours].concat();
        offered.sort();
        offered.dedup();
        offered
    });
    let chosen = shell.see(|s| s.settings.definition.behaviours.clone());
    let is_on = move |item: &String| chosen.with(|c| c.is_empty() || c.contains(item));
    let one = move |item: String| {
        let (shown, asked, only) = (item.clone(), item.clone(), item.clone());
        let is_only = move || chosen.with(|c| c.as_slice() == [only.clone()]) || offered.with(|o| o.len() == 1);
        view! {
            <Check
                label=shown
                checked=Signal::derive(move || is_on(&item))
                locked=Signal::derive(move || is_only().then_some("One behaviour has to stay."))
                on=move |on| shell.send(Msg::Chosen(vec![Choice::Behaviour { item: asked.clone(), on }]))
            />
        }
    };
    view! {
        <fieldset class="field behaviours">
            <legend>"Behaviours that must hold together"</legend>
            <For each=move || offered.get() key=Clone::clone children=one/>
        </fieldset>
    }
}

/// The data date. Cleared, it is the latest event again.
#[component]
fn Cutoff() -> impl IntoView {
    let shell = Shell::here();
    let set = shell.see(|s| s.settings.definition.cutoff);
    let in_force = shell.see(|s| s.analysis.as_ref().and_then(|a| a.in_force.cutoff));
    let shown = move || set.get().or(in_force.get()).map(|day| day.to_string()).unwrap_or_default();
    let say = move |cutoff| shell.send(Msg::Chosen(vec![Choice::Cutoff(cutoff)]));
    let changed = move |event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        match Day::parse(&input.value()) {
            Some(day) if input.check_validity() => say(Some(day)),
            None => say(None),
            Some(_) => {}
        }
    };
    view! {
        <div class="field">
            <label for="cutoff">"Cut-off date"</label>
            <input id="cutoff" type="date" min=DATES.0 max=DATES.1 prop:value=shown on:change=changed/>
            <Show
                when=move || set.get().is_some()
                fallback=|| view! { <span class="quiet">"The latest event"</span> }
            >
                <button class="btn text sm" type="button" on:click=move |_| say(None)>"Use the latest event"</button>
            </Show>
        </div>
    }
}
