//! Two of the accountable figures against their targets, each with its denominator or the reason it has none.

use leptos::prelude::*;
use rampline::analysis::{Analysis, Share};
use rampline::format;

use super::part::section;
use super::strip::{Scale, strip};

/// Target of the share with a first application in time.
const APPLICATION_TARGET: f64 = 0.7;
/// Target of coaching, minutes a week for a team.
const COACHING_TARGET: f64 = 30.0;

pub fn key_figures(analysis: &Analysis) -> AnyView {
    let window = format::days(analysis.in_force.definition.window_days);
    let figures = view! {
        <div class="kpis gap">
            <div class="kpi"><h3>"First application within " {window}</h3> {application(analysis)}</div>
            <div class="kpi"><h3>"Coaching minutes a week, per team"</h3> {coaching(analysis)}</div>
        </div>
    };
    section("figures", "Beside the curve", figures.into_any())
}

fn application(analysis: &Analysis) -> AnyView {
    let min = analysis.in_force.definition.min_group_in_force();
    match &analysis.first_application {
        Some(share @ Share { rate: Some(rate), .. }) => shown_share(*rate, share, analysis),
        Some(share) if share.in_window > 0 => {
            undefined(format!("No figure yet: nobody’s window is over. {} still in it.", are(share.in_window)))
        }
        Some(_) => {
            undefined("No figure yet: it needs people who completed something, and their first application.".to_owned())
        }
        None => undefined(format!("Not shown: fewer than {min} people whose window is over.")),
    }
}

fn shown_share(rate: f64, share: &Share, analysis: &Analysis) -> AnyView {
    let scale = Scale {
        value: rate,
        band: share.band,
        target: APPLICATION_TARGET,
        most: 1.0,
        target_text: format!("target {}", format::share(APPLICATION_TARGET)),
        most_text: format::share(1.0),
    };
    let days = format::days(analysis.in_force.definition.window_days);
    let interval = share.band.map(|band| format!(" {} fits these numbers.", format::share_interval(band)));
    let open = (share.in_window > 0).then(|| format!(" {} still in the window.", are(share.in_window)));
    let words = format!(
        "{} of {} people whose {days} are over.{}{}",
        format::count(share.numerator.into()),
        format::count(share.denominator.into()),
        interval.unwrap_or_default(),
        open.unwrap_or_default()
    );
    let alt = format!("{} against a target of {}", format::share(rate), format::share(APPLICATION_TARGET));
    defined(format::share(rate), strip(scale, alt), words)
}

fn coaching(analysis: &Analysis) -> AnyView {
    let min = analysis.in_force.definition.min_group_in_force();
    let Some(minutes) = analysis.coaching_per_team else {
        return undefined(format!("Not shown: fewer than {min} learners, or none yet."));
    };
    // The line ends at twice the target, or at the next step beyond the value.
    let most = (2.0 * COACHING_TARGET).max((minutes / COACHING_TARGET).ceil() * COACHING_TARGET);
    let scale = Scale {
        value: minutes,
        band: None,
        target: COACHING_TARGET,
        most,
        target_text: format!("target {COACHING_TARGET:.0}"),
        most_text: format!("{most:.0}"),
    };
    let alt = format!("{} minutes against a target of {COACHING_TARGET:.0}", format::decimal(minutes));
    let words = "All minutes of all teams with learners, from each team’s first start to the cut-off date, divided by their weeks.";
    defined(format!("{}\u{a0}min", format::decimal(minutes)), strip(scale, alt), words.to_owned())
}

fn defined(figure: String, strip: AnyView, words: String) -> AnyView {
    view! { <span class="fig">{figure}</span> {strip} <p>{words}</p> }.into_any()
}

fn are(n: u32) -> String {
    format!("{} {}", format::people(n), if n == 1 { "is" } else { "are" })
}

fn undefined(why: String) -> AnyView {
    view! { <span class="fig">{format::NOT_DEFINED}</span> <p>{why}</p> }.into_any()
}
