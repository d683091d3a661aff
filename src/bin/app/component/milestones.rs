//! The numbers beside the curve: milestones with intervals, and what stands behind them.

use leptos::prelude::*;
use rampline::analysis::{Milestone, Quantile, TtcCurve};
use rampline::chart::curve::Leavers;
use rampline::format;

use crate::page::curves::Scene;

/// Competent share at 30, 60 and 90 days; with leavers censored also the days until a quarter, half, three quarters.
#[component]
pub fn Milestones(scene: Signal<Option<Scene>>) -> impl IntoView {
    let table = move || scene.with(|s| s.as_ref().map(milestone_table));
    view! {
        <section class="block" aria-labelledby="milestones">
            <h2 id="milestones">"Milestones at 30, 60 and 90 days"</h2>
            <div class="scroll gap" tabindex="0" role="region" aria-label="Milestones, table">{table}</div>
        </section>
    }
}

fn milestone_table(scene: &Scene) -> impl IntoView + use<> {
    let censored = scene.leavers() == Leavers::Censored;
    let caption = match censored {
        true => {
            "Competent share with its 95 % interval, and days until a quarter, half and three quarters are competent"
        }
        false => "Competent share of all who started, with its 95 % interval",
    };
    let rows = scene.curves().into_iter().map(|(_, data)| {
        let milestones = if censored { data.milestones } else { data.of_all_started.milestones };
        let quantiles = censored.then(|| data.curve.quantiles.iter().map(quantile).collect_view());
        view! {
            <tr>
                <th scope="row">{scene.name(data).to_owned()}</th>
                <td class="n">{format::count(data.curve.n.into())}</td>
                {milestones.iter().map(milestone).collect_view()}
                {quantiles}
            </tr>
        }
    });
    let heads = censored
        .then(|| ["25 %", "Median", "75 %"].map(|head| view! { <th scope="col" class="n">{head}</th> }).collect_view());
    view! {
        <table class="nw">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">"Group"</th>
                    <th scope="col" class="n">"People"</th>
                    <th scope="col" class="n">"Day 30"</th>
                    <th scope="col" class="n">"Day 60"</th>
                    <th scope="col" class="n">"Day 90"</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn milestone(milestone: &Milestone) -> impl IntoView + use<> {
    let share = milestone.share.map_or_else(|| "not reached".to_owned(), format::share);
    let band = milestone.band.map(format::share_interval);
    view! { <td class="n">{share}<br/><span class="quiet">{band}</span></td> }
}

fn quantile(quantile: &Quantile) -> impl IntoView + use<> {
    let day = quantile.t.map_or_else(|| "not reached".to_owned(), |t| t.to_string());
    let interval = format::day_interval(quantile.lower, quantile.upper);
    view! { <td class="n">{day}<br/><span class="quiet">{interval}</span></td> }
}

/// How many stand behind a curve, how long they were followed, and who needs a refresh.
#[component]
pub fn Behind(scene: Signal<Option<Scene>>) -> impl IntoView {
    let rows = move || {
        scene.with(|s| {
            s.as_ref().map(|s| s.curves().into_iter().map(|(_, data)| behind(s.name(data), data)).collect_view())
        })
    };
    view! {
        <section class="block" aria-labelledby="behind">
            <h2 id="behind">"Behind the curve"</h2>
            <p class="caveat">
                "Censored: still learning on the cut-off date, or left before. Needs a refresh: competent once, and a behaviour no longer holds. Follow-up: half were watched at least that long (reverse Kaplan–Meier)."
            </p>
            <div class="scroll gap" tabindex="0" role="region" aria-label="Behind the curve, table">
                <table class="nw">
                    <thead>
                        <tr>
                            <th scope="col">"Group"</th>
                            <th scope="col" class="n">"Competent"</th>
                            <th scope="col" class="n">"Censored"</th>
                            <th scope="col" class="n">"of them left"</th>
                            <th scope="col" class="n">"Needs a refresh"</th>
                            <th scope="col" class="n">"Mean days until competent"</th>
                            <th scope="col" class="n">"Follow-up, days"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn behind(name: &str, data: &TtcCurve) -> impl IntoView + use<> {
    let count = |n: u32| format::count(n.into());
    let mean = match (data.rmst.value, data.rmst.tau) {
        (Some(value), Some(tau)) => format!("{} of the first {tau}", format::decimal(value)),
        _ => format::NOT_DEFINED.to_owned(),
    };
    let follow_up = data.follow_up.map_or_else(|| "not reached".to_owned(), |days| days.to_string());
    view! {
        <tr>
            <th scope="row">{name.to_owned()}</th>
            <td class="n">{count(data.curve.events)}</td>
            <td class="n">{count(data.curve.censored)}</td>
            <td class="n">{count(data.of_all_started.left)}</td>
            <td class="n">{count(data.needs_refresh)}</td>
            <td class="n">{mean}</td>
            <td class="n">{follow_up}</td>
        </tr>
    }
}
