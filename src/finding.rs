//! Analysis → sentences: a finding that can be read alone, and its caveat. Never stronger than the interval allows.

mod behaviours;
mod belief;
mod coaching;
mod comparison;
mod cox;
mod data;
mod difference;
mod filter;
mod first_application;
mod gap;
mod landmark;
mod landmark_days;
mod milestone;
mod mix;
mod momentum;
mod overall;
#[cfg(test)]
pub(crate) mod sample;
mod scope;
mod series;
mod since;
mod starters;
mod uplift;

pub use behaviours::behaviours;
pub use belief::belief;
pub use coaching::coaching;
pub use comparison::comparison;
pub use cox::cox;
pub use data::data;
pub use filter::{filter, ignored, refusal, shown};
pub use first_application::first_application;
pub use gap::gap;
pub use landmark::landmark;
pub use landmark_days::landmark_days;
pub use milestone::milestone;
pub use mix::role_mix;
pub use momentum::momentum;
pub use overall::time_to_competency;
pub use scope::{foot, hidden_groups, rule};
pub use series::{funnel, run_chart};
pub use since::{since, since_caveat, since_title};
pub use starters::starters;
pub use uplift::{uplift, uplifts};

use serde::{Deserialize, Serialize};

use crate::analysis::TtcCurve;
use crate::{format, t};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub headline: String,
    pub caveat: String,
}

impl Finding {
    /// The caveat is one text of several sentences.
    fn new(headline: impl Into<String>, caveat: impl IntoIterator<Item = String>) -> Finding {
        let caveat = caveat.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ");
        Finding { headline: headline.into(), caveat }
    }
}

/// A figure that section 10 hides; why, without saying how many people there are.
fn not_shown(why: &str) -> Finding {
    Finding::new(t!("Not shown: small groups are never shown."), [why.to_owned()])
}

/// A figure of events that the files do not hold: it would be nought, and nobody counted.
fn not_recorded(what: &str) -> Finding {
    let caveat = t!("So there is no figure: nought would say that nobody did, and that is not known.");
    Finding::new(t!("Not recorded in these files: {what}.", what), [caveat.to_owned()])
}

/// A share or a mean of fewer people than this is said with a warning.
const FEW_PEOPLE: u32 = 10;
/// With fewer events than this, an estimate is said with a warning, and no p-value is given.
pub const FEW_EVENTS: u32 = 10;
/// A follow-up shorter than this many days says little about competency.
const SHORT_FOLLOW_UP: i32 = 30;

/// "95 % interval: day 51 to 65." of the median; why there is none where it is not defined.
fn median_interval(ttc: &TtcCurve) -> String {
    let median = ttc.curve.median();
    match format::day_interval(median.lower, median.upper) {
        Some(interval) => t!("95\u{a0}% interval: day {interval}.", interval),
        None => t!("The interval is not defined here: too few steps before half are competent.").to_owned(),
    }
}

/// Warnings about a curve that rests on little.
fn thin_ground(ttc: &TtcCurve) -> Vec<String> {
    let mut warnings = Vec::new();
    if (1..FEW_EVENTS).contains(&ttc.curve.events) {
        warnings.push(t!(
            "It rests on {people} who became competent: few events, so read the interval, not the number.",
            people = format::people(ttc.curve.events)
        ));
    }
    if let Some(days) = ttc.follow_up.filter(|&days| days < ttc.curve.median().t.unwrap_or(0).max(SHORT_FOLLOW_UP)) {
        let days = format::days(days);
        warnings.push(t!("Half were followed for {days} or less, so later days rest on few people.", days));
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::sample::{analysis, breakdown, check_ins, coaching as minutes, plain, ttc_of};
    use super::*;
    use crate::analysis::small_groups::Shown;
    use crate::analysis::{Analysis, Curve, Recorded};
    use crate::language::german;

    fn audiences() -> Shown<Curve> {
        let curve = |audience, n, events, day| ttc_of(audience, n, events, day).curve;
        let groups = vec![curve("learner", 107, 70, Some(40)), curve("leader", 11, 4, None)];
        Shown { groups, hidden: vec!["manager".to_owned()] }
    }

    #[test]
    fn another_language_says_whole_sentences() {
        let teams = [ttc_of("North", 45, 31, Some(58)), ttc_of("South", 38, 17, Some(65))];
        let within = breakdown(&teams, Some((-2.2, -7.6, 3.2)));
        let teams = Analysis { breakdown: Some(within), ..analysis(ttc_of("", 83, 48, Some(60))) };
        let chosen: Vec<&TtcCurve> = teams.breakdown.iter().flat_map(|split| &split.shown.groups).collect();
        german::spoken(|| {
            for (finding, headline, caveat) in [
                (
                    comparison(&teams, &chosen),
                    "Die Hälfte der Lernenden in North beherrscht die Aufgabe bis Tag 58, die Hälfte derer in South bis Tag \
                     65; ein Unterschied dieser Größe lässt sich durch Zufall erklären.",
                    "In den ersten 90 Tagen ist North im Mittel 2,2 Tage früher als South (95-%-Intervall −3,2 bis 7,6). Das \
                     liegt im Intervall und gilt deshalb als kein Unterschied. Log-Rank-Test χ² = 6,87, p = 0,009.",
                ),
                (
                    landmark(&check_ins(Some((8.2, 2.0, 14.4)), [30, 25])),
                    "Ab Tag 21 wurde die Gruppe mit zwei Check-ins früher kompetent als die Gruppe ohne.",
                    "Gezählt ab Tag 21 über die nächsten 69 Tage: Die Gruppe mit zwei Check-ins ist im Mittel 8,2 Tage \
                     früher als die Gruppe ohne (95-%-Intervall 2,0 bis 14,4).",
                ),
                (
                    belief(&audiences(), Recorded::all()),
                    "Wer den Nutzen gesehen hat: die Hälfte der Lernenden bis Tag 40, weniger als die Hälfte der \
                     Leitungskräfte bisher.",
                    "70 von 107 Lernenden, 95-%-Intervall Tag 35 bis 45. 4 von 11 Leitungskräften.",
                ),
                (
                    coaching(&minutes(18.4)),
                    "Das durchschnittliche Team erhielt 18,4 Minuten Coaching je Woche, weniger als das Ziel von 30.",
                    "Jede Woche seit dem ersten Beginn im Team zählt, auch die ohne Coaching.",
                ),
                (
                    first_application(&sample::first_application(52, 83, (0.53, 0.73), 12)),
                    "63 % hatten innerhalb von 14 Tagen eine erste Anwendung; das Ziel von 70 % liegt im Intervall.",
                    "52 von 83 Personen, deren 14 Tage abgelaufen sind. 95-%-Intervall 53 % bis 73 %.",
                ),
            ] {
                let finding = plain(finding);
                assert_eq!(finding.headline, headline);
                assert!(finding.caveat.starts_with(caveat), "{}", finding.caveat);
            }
            assert_eq!(rule(&teams).replace('\u{a0}', " "), "1 Verhaltensweise, 3 der letzten 3 in echter Arbeit");
        });
    }
}
