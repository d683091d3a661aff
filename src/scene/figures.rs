//! The accountable figures against their targets, each with its denominator or the reason it has none.

use super::document::{Block, KeyFigure, Section, Strip};
use crate::analysis::detail::Detail;
use crate::analysis::{Analysis, EventKind, Share, Uplift};
use crate::format;
use crate::inspect::Number;

/// Target of the share with a first application in time.
const APPLICATION_TARGET: f64 = 0.7;
/// Target of coaching, minutes a week for a team.
const COACHING_TARGET: f64 = 30.0;

pub fn figures(analysis: &Analysis) -> Section {
    let figures = vec![application(analysis), coaching(analysis)];
    Section::new("figures", "Beside the curve", [Block::Figures(figures)])
}

/// All three; of several indicators the first by name, as three figures are enough.
pub fn three(analysis: &Analysis, detail: &Detail) -> Vec<KeyFigure> {
    let indicator = match detail.uplift.groups.first() {
        Some(item) => uplift(item),
        None => {
            let why = "No figure yet: it needs an indicator measured before and after the first completed module.";
            undefined("Uplift of a key indicator".to_owned(), why.to_owned())
        }
    };
    vec![application(analysis), coaching(analysis), indicator]
}

fn application(analysis: &Analysis) -> KeyFigure {
    let min = analysis.in_force.definition.min_group_in_force();
    let days = format::days(analysis.in_force.definition.window_days);
    let title = format!("First application within {days}");
    match &analysis.first_application {
        _ if !analysis.recorded.has(EventKind::Applied) => undefined(title, not_recorded("application in real work")),
        Some(share @ Share { rate: Some(rate), .. }) => shown_share(title, *rate, share, &days),
        Some(share) if share.in_window > 0 => {
            let words = format!("No figure yet: nobody’s window is over. {} still in it.", are(share.in_window));
            undefined(title, words)
        }
        Some(_) => {
            let words = "No figure yet: it needs people who completed something, and their first application.";
            undefined(title, words.to_owned())
        }
        None => undefined(title, format!("Not shown: fewer than {min} people whose window is over.")),
    }
}

fn shown_share(title: String, rate: f64, share: &Share, days: &str) -> KeyFigure {
    let interval = share.band.map(|band| format!(" {} fits these numbers.", format::share_interval(band)));
    let open = (share.in_window > 0).then(|| format!(" {} still in the window.", are(share.in_window)));
    let words = format!(
        "{} of {} people whose {days} are over.{}{}",
        format::count(share.numerator.into()),
        format::count(share.denominator.into()),
        interval.unwrap_or_default(),
        open.unwrap_or_default()
    );
    let strip = Strip {
        value: rate,
        interval: share.band.map(|band| (band.lower, band.upper)),
        target: APPLICATION_TARGET,
        target_text: format!("target {}", format::share(APPLICATION_TARGET)),
        least_text: "0".to_owned(),
        most_text: format::share(1.0),
        alt: format!("{} against a target of {}", format::share(rate), format::share(APPLICATION_TARGET)),
    };
    let opens = Some(Number::FirstApplication { team: None });
    KeyFigure { title, figure: format::share(rate), strip: Some(strip), words, opens }
}

fn coaching(analysis: &Analysis) -> KeyFigure {
    let min = analysis.in_force.definition.min_group_in_force();
    let title = "Coaching minutes a week, per team".to_owned();
    if !analysis.recorded.has(EventKind::Coached) {
        return undefined(title, not_recorded("coaching or check-in"));
    }
    let Some(minutes) = analysis.coaching_per_team else {
        return undefined(title, format!("Not shown: fewer than {min} learners, or none yet."));
    };
    // The line ends at twice the target, or at the next step beyond the value.
    let most = (2.0 * COACHING_TARGET).max((minutes / COACHING_TARGET).ceil() * COACHING_TARGET);
    let strip = Strip {
        value: minutes / most,
        interval: None,
        target: COACHING_TARGET / most,
        target_text: format!("target {COACHING_TARGET:.0}"),
        least_text: "0".to_owned(),
        most_text: format!("{most:.0}"),
        alt: format!("{} minutes against a target of {COACHING_TARGET:.0}", format::decimal(minutes)),
    };
    let words = "All minutes of all teams with learners, from each team’s first start to the cut-off date, divided by their weeks.";
    KeyFigure {
        title,
        figure: format!("{}\u{a0}min", format::decimal(minutes)),
        strip: Some(strip),
        words: words.to_owned(),
        opens: Some(Number::Coaching { team: None }),
    }
}

fn not_recorded(what: &str) -> String {
    format!("Not recorded: these files hold no {what}. Nought would say that nobody did, and that is not known.")
}

/// The line holds value, interval, target and 0.
fn uplift(item: &Uplift) -> KeyFigure {
    let title = format!("Change of {}", item.item);
    let people = format::people(item.n);
    let Some(change) = item.uplift else {
        let why =
            format!("No figure yet: {people} are measured before and after, and the mean before has to be above 0.");
        return undefined(title, why);
    };
    let band = item.band.map(|band| [band.lower, band.upper]);
    let ends = [0.0, change, item.target].into_iter().chain(band.into_iter().flatten());
    let (low, high) = ends.fold((0f64, 0f64), |(low, high), end| (low.min(end), high.max(end)));
    // A fifth beyond the outermost of them, so that the target's name has room.
    let [least, most] = [(low * 24.0).floor() / 20.0, (high * 24.0).ceil() / 20.0];
    let at = |value: f64| (value - least) / (most - least);
    let interval = item.band.map(|band| format!(" {} fits these numbers.", format::change_interval(band)));
    let [target, figure] = [item.target, change].map(format::change);
    let strip = Strip {
        value: at(change),
        interval: item.band.map(|band| (at(band.lower), at(band.upper))),
        target: at(item.target),
        target_text: format!("target {}", format::whole_change(item.target)),
        least_text: format::whole_change(least),
        most_text: format::whole_change(most),
        alt: format!("{figure} against a target of {target}"),
    };
    let words =
        format!("{people} measured before and after the first completed module.{}", interval.unwrap_or_default());
    let opens = Some(Number::Uplift { item: item.item.clone() });
    KeyFigure { title, figure, strip: Some(strip), words, opens }
}

fn undefined(title: String, words: String) -> KeyFigure {
    KeyFigure { title, figure: format::NOT_DEFINED.to_owned(), strip: None, words, opens: None }
}

fn are(n: u32) -> String {
    format!("{} {}", format::people(n), if n == 1 { "is" } else { "are" })
}
