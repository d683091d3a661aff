//! Two check-ins as something that happens along the way: an association, with everybody in the model from day 0.

use super::landmark::managers_choose;
use super::{FEW_EVENTS, Finding, not_shown};
use crate::analysis::CoxFit;
use crate::{format, t};

/// The hazard ratio in words: how often people become competent on a day, after two check-ins and before.
pub fn cox(found: Option<&CoxFit>) -> Finding {
    let Some(fit) = found else { return not_shown(t!("There are fewer learners than the small-group limit.")) };
    let basis = t!(
        "{events} of {people} became competent, {after} of them after two check-ins.",
        events = format::count(fit.events.into()),
        people = format::people(fit.n),
        after = format::count(fit.exposed_events.into())
    );
    let Some(effect) = fit.estimate else {
        let why =
            t!("It needs people who become competent after two check-ins and before, while others could still do so.");
        return Finding::new(t!("No ratio is defined for two check-ins so far."), [why.to_owned(), basis]);
    };
    let ratio = format::ratio(effect.hazard_ratio);
    let headline = match (effect.band.lower > 1.0, effect.band.upper < 1.0) {
        (true, _) => {
            t!("Two check-ins go together with becoming competent sooner: {ratio} times as often on a day.", ratio)
        }
        (_, true) => {
            t!("Two check-ins go together with becoming competent later: {ratio} times as often on a day.", ratio)
        }
        _ => t!("Chance explains how two check-ins and becoming competent go together.").to_owned(),
    };
    let interval = format::span(format::ratio(effect.band.lower), format::ratio(effect.band.upper));
    let interval = t!("Hazard ratio {ratio} (95\u{a0}% interval {interval}).", ratio, interval);
    let enough = fit.exposed_events >= FEW_EVENTS && fit.events - fit.exposed_events >= FEW_EVENTS;
    let test = match enough {
        true => t!("Wald {p}.", p = format::p_value(effect.p)),
        false => t!("No p-value: it needs at least {n} people who became competent on each side.", n = FEW_EVENTS),
    };
    let assumed = t!("It assumes the same ratio on every day.").to_owned();
    Finding::new(headline, [interval, test, basis, assumed, managers_choose()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Band, Effect};
    use crate::finding::sample::plain;

    fn fit(ratio: f64, lower: f64, upper: f64) -> CoxFit {
        let band = Band { lower, upper };
        let effect = Effect { beta: ratio.ln(), se: 0.2, hazard_ratio: ratio, band, z: 2.2, p: 0.028 };
        CoxFit { n: 138, events: 118, exposed: 90, exposed_events: 64, estimate: Some(effect) }
    }

    #[test]
    fn the_ratio_is_said_no_stronger_than_its_interval() {
        for (ratio, lower, upper, headline) in [
            (1.5, 1.1, 2.0, "Two check-ins go together with becoming competent sooner: 1.50 times as often on a day."),
            (0.6, 0.4, 0.9, "Two check-ins go together with becoming competent later: 0.60 times as often on a day."),
            (1.2, 0.8, 1.8, "Chance explains how two check-ins and becoming competent go together."),
        ] {
            let finding = plain(cox(Some(&fit(ratio, lower, upper))));
            assert_eq!(finding.headline, headline);
            assert!(finding.caveat.contains("Wald p = 0.028.") && finding.caveat.contains("association"));
        }
    }

    #[test]
    fn without_enough_events_there_is_no_p_value_and_without_any_no_ratio() {
        let few = CoxFit { exposed_events: 9, ..fit(1.5, 1.1, 2.0) };
        assert!(plain(cox(Some(&few))).caveat.contains("No p-value: it needs at least 10"));
        let none = CoxFit { estimate: None, ..few };
        assert_eq!(cox(Some(&none)).headline, "No ratio is defined for two check-ins so far.");
        assert!(cox(None).headline.starts_with("Not shown"));
    }
}
