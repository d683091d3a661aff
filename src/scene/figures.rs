//! The accountable figures against their targets, each with its denominator or the reason it has none.

use super::document::{Block, KeyFigure, Section, Strip};
use crate::analysis::detail::Detail;
use crate::analysis::{Analysis, EventKind, Share, Uplift};
use crate::inspect::Number;
use crate::{format, t};

/// Target of the share with a first application in time.
const APPLICATION_TARGET: f64 = 0.7;
/// Target of coaching, minutes a week for a team.
const COACHING_TARGET: f64 = 30.0;

pub fn figures(analysis: &Analysis) -> Section {
    let figures = vec![application(analysis), coaching(analysis)];
    Section::new("figures", t!("Beside the curve"), [Block::Figures(figures)])
}

/// All three; of several indicators the first by name, as three figures are enough.
pub fn three(analysis: &Analysis, detail: &Detail) -> Vec<KeyFigure> {
    let indicator = match detail.uplift.groups.first() {
        Some(item) => uplift(item),
        None => {
            let why = t!("No figure yet: it needs an indicator measured before and after the first completed module.");
            undefined(t!("Uplift of a key indicator").to_owned(), why.to_owned())
        }
    };
    vec![application(analysis), coaching(analysis), indicator]
}

fn application(analysis: &Analysis) -> KeyFigure {
    let min = analysis.in_force.definition.min_group_in_force();
    let days = format::days(analysis.in_force.definition.window_days);
    let title = t!("First application within {days}", days);
    match &analysis.first_application {
        _ if !analysis.recorded.has(EventKind::Applied) => {
            undefined(title, not_recorded(t!("Not recorded: these files hold no application in real work.")))
        }
        Some(share @ Share { rate: Some(rate), .. }) => shown_share(title, *rate, share, &days),
        Some(share) if share.in_window > 0 => {
            let words = match share.in_window {
                1 => t!("No figure yet: nobody’s window is over. 1\u{a0}person is still in it.").to_owned(),
                n => {
                    t!("No figure yet: nobody’s window is over. {people} are still in it.", people = format::people(n))
                }
            };
            undefined(title, words)
        }
        Some(_) => {
            let words = t!("No figure yet: it needs people who completed something, and their first application.");
            undefined(title, words.to_owned())
        }
        None => undefined(title, t!("Not shown: fewer than {min} people whose window is over.", min)),
    }
}

fn shown_share(title: String, rate: f64, share: &Share, days: &str) -> KeyFigure {
    let counted = t!(
        "{some} of {all} people whose {days} are over.",
        some = format::count(share.numerator.into()),
        all = format::count(share.denominator.into()),
        days
    );
    let open = match share.in_window {
        0 => None,
        1 => Some(t!("1\u{a0}person is still in the window.").to_owned()),
        n => Some(t!("{people} are still in the window.", people = format::people(n))),
    };
    let words = [Some(counted), share.band.map(|band| fits(format::share_interval(band))), open];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let target = format::share(APPLICATION_TARGET);
    let strip = Strip {
        value: rate,
        interval: share.band.map(|band| (band.lower, band.upper)),
        target: APPLICATION_TARGET,
        target_text: t!("target {value}", value = target),
        least_text: "0".to_owned(),
        most_text: format::share(1.0),
        alt: t!("{value} against a target of {target}", value = format::share(rate), target),
    };
    let opens = Some(Number::FirstApplication { team: None });
    KeyFigure { title, figure: format::share(rate), strip: Some(strip), words, opens }
}

fn coaching(analysis: &Analysis) -> KeyFigure {
    let min = analysis.in_force.definition.min_group_in_force();
    let title = t!("Coaching minutes a week, per team").to_owned();
    if !analysis.recorded.has(EventKind::Coached) {
        return undefined(title, not_recorded(t!("Not recorded: these files hold no coaching or check-in.")));
    }
    let Some(minutes) = analysis.coaching_per_team else {
        return undefined(title, t!("Not shown: fewer than {min} learners, or none yet.", min));
    };
    // The line ends at twice the target, or at the next step beyond the value.
    let most = (2.0 * COACHING_TARGET).max((minutes / COACHING_TARGET).ceil() * COACHING_TARGET);
    let target = format::plain(COACHING_TARGET);
    let strip = Strip {
        value: minutes / most,
        interval: None,
        target: COACHING_TARGET / most,
        target_text: t!("target {value}", value = target),
        least_text: "0".to_owned(),
        most_text: format::plain(most),
        alt: t!("{minutes} minutes against a target of {target}", minutes = format::decimal(minutes), target),
    };
    let words = t!(
        "All minutes of all teams with learners, from each team’s first start to the cut-off date, divided by their weeks."
    );
    KeyFigure {
        title,
        figure: format!("{}\u{a0}min", format::decimal(minutes)),
        strip: Some(strip),
        words: words.to_owned(),
        opens: Some(Number::Coaching { team: None }),
    }
}

/// Beside what is missing.
fn not_recorded(what: &str) -> String {
    format!("{what} {}", t!("Nought would say that nobody did, and that is not known."))
}

/// After an estimate; `interval` is that of it.
fn fits(interval: String) -> String {
    t!("{interval} fits these numbers.", interval)
}

/// The line holds value, interval, target and 0.
fn uplift(item: &Uplift) -> KeyFigure {
    let title = t!("Change of {item}", item = item.item);
    let people = format::people(item.n);
    let Some(change) = item.uplift else {
        let why =
            t!("No figure yet: {people} are measured before and after, and the mean before has to be above 0.", people);
        return undefined(title, why);
    };
    let band = item.band.map(|band| [band.lower, band.upper]);
    let ends = [0.0, change, item.target].into_iter().chain(band.into_iter().flatten());
    let (low, high) = ends.fold((0f64, 0f64), |(low, high), end| (low.min(end), high.max(end)));
    // A fifth beyond the outermost of them, so that the target's name has room.
    let [least, most] = [(low * 24.0).floor() / 20.0, (high * 24.0).ceil() / 20.0];
    let at = |value: f64| (value - least) / (most - least);
    let [target, figure] = [item.target, change].map(format::change);
    let strip = Strip {
        value: at(change),
        interval: item.band.map(|band| (at(band.lower), at(band.upper))),
        target: at(item.target),
        target_text: t!("target {value}", value = format::whole_change(item.target)),
        least_text: format::whole_change(least),
        most_text: format::whole_change(most),
        alt: t!("{value} against a target of {target}", value = figure, target),
    };
    let measured = t!("{people} measured before and after the first completed module.", people);
    let interval = item.band.map(|band| fits(format::change_interval(band)));
    let words = [Some(measured), interval].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let opens = Some(Number::Uplift { item: item.item.clone() });
    KeyFigure { title, figure, strip: Some(strip), words, opens }
}

fn undefined(title: String, words: String) -> KeyFigure {
    KeyFigure { title, figure: format::NOT_DEFINED.to_owned(), strip: None, words, opens: None }
}
