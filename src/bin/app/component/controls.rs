//! What the curve shows: grouping, leavers, and the rule behind a fold.

use leptos::prelude::*;
use rampline::chart::curve::Leavers;
use rampline::definition::{Contexts, Grouping};
use rampline::language;
use rampline::state::choose::MOST_OBSERVATIONS;
use rampline::state::msg::{Choice, Msg, ViewChoice};
use rampline::{n, t};
use web_sys::{Event, SubmitEvent};

use super::field::{Segment, check, day, number, segments};
use super::live::{each, on};
use crate::shell::Shell;

const GROUPINGS: [(Grouping, &str, &str); 4] = [
    (Grouping::None, "none", n!("No grouping")),
    (Grouping::Team, "team", n!("Team")),
    (Grouping::Cohort, "cohort", n!("Cohort")),
    (Grouping::Role, "role", n!("Role")),
];
fn chosen(choice: Choice) -> Msg {
    Msg::Chosen(vec![choice])
}

pub fn controls() -> impl IntoView {
    let shell = Shell::here();
    let word = shell.text(|s| GROUPINGS.iter().find(|g| g.0 == s.settings.grouping).map_or("none", |g| g.1).to_owned());
    let grouped = on(move |event: Event| {
        let word = event_target_value(&event);
        let grouping = GROUPINGS.iter().find(|g| g.1 == word).map_or(Grouping::None, |g| g.0);
        shell.send(chosen(Choice::Grouping(grouping)));
    });
    let leavers = |label, leavers| Segment {
        label,
        chosen: shell.is(move |s| s.settings.view.leavers == leavers),
        says: Msg::ViewChosen(ViewChoice::Leavers(leavers)),
    };
    let leavers =
        vec![leavers(t!("Censored"), Leavers::Censored), leavers(t!("Of all who started"), Leavers::OfAllStarted)];
    view! {
        <form
            class="controls"
            aria-label=t!("What the curve shows")
            on:submit=on(|event: SubmitEvent| event.prevent_default())
        >
            <div class="field">
                <label for="grouping">{t!("Grouped by")}</label>
                <select id="grouping" prop:value=move || word.get() on:change=grouped>
                    {each(GROUPINGS, |(_, word, name)| view! { <option value=word>{language::text(name)}</option> })}
                </select>
            </div>
            {segments(t!("Leavers"), "leavers", leavers)}
            <div class="checks">
                {check(t!("Bands").to_owned(), shell.is(|s| s.settings.view.bands), None, |on| {
                    Msg::ViewChosen(ViewChoice::Bands(on))
                })}
                {check(t!("Censor ticks").to_owned(), shell.is(|s| s.settings.view.censor_ticks), None, |on| {
                    Msg::ViewChosen(ViewChoice::CensorTicks(on))
                })}
            </div>
            {rule(shell)}
        </form>
    }
}

/// The choices the rule is made of; the head of the screen says it in one line.
fn rule(shell: Shell) -> impl IntoView {
    let k = shell.text(|s| s.settings.definition.k.to_string());
    let n = shell.text(|s| s.settings.definition.n.to_string());
    let contexts = |label, contexts| Segment {
        label,
        chosen: shell.is(move |s| s.settings.definition.contexts == contexts),
        says: chosen(Choice::Contexts(contexts)),
    };
    let contexts = vec![contexts(t!("Live work"), Contexts::Live), contexts(t!("Live and simulated"), Contexts::Any)];
    view! {
        <details class="rule">
            <summary>{t!("Change the rule")}</summary>
            <div class="rule-in">
                {behaviours(shell)}
                <fieldset class="field">
                    <legend>{t!("A behaviour holds with")}</legend>
                    <div class="line">
                        {number("rule-k", t!("Positive observations needed"), k, MOST_OBSERVATIONS, |k| {
                            chosen(Choice::K(k))
                        })}
                        <span>{t!("of the last")}</span>
                        {number("rule-n", t!("Observations looked at"), n, MOST_OBSERVATIONS, |n| chosen(Choice::N(n)))}
                        <span>{t!("positive")}</span>
                    </div>
                </fieldset>
                {segments(t!("Seen in"), "contexts", contexts)}
                {cutoff(shell)}
            </div>
        </details>
    }
}

fn behaviours(shell: Shell) -> impl IntoView {
    let offered = shell.see(|s| s.offered_behaviours());
    let one = move |item: String| {
        let (is_on, is_only, asked) = (item.clone(), item.clone(), item.clone());
        let locked = shell.text(move |s| match s.is_only_behaviour(&is_only) {
            true => t!("One behaviour has to stay.").to_owned(),
            false => String::new(),
        });
        check(item, shell.is(move |s| s.is_behaviour_chosen(&is_on)), Some(locked), move |on| {
            chosen(Choice::Behaviour { item: asked.clone(), on })
        })
    };
    view! {
        <fieldset class="field behaviours">
            <legend>{t!("Behaviours that must hold together")}</legend>
            {move || each(offered.get(), one)}
        </fieldset>
    }
}

/// The data date. Cleared, it is the latest event again.
fn cutoff(shell: Shell) -> AnyView {
    let set = shell.see(|s| s.settings.definition.cutoff);
    let in_force = shell.see(|s| s.offered().and_then(|offered| offered.cutoff));
    let rest = [t!("The latest event"), t!("Use the latest event")];
    day("cutoff", t!("Cut-off date"), set, in_force, rest, |day| chosen(Choice::Cutoff(day)))
}
