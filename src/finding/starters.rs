//! Whether those who started later got there sooner, no stronger than the interval allows.

use super::Finding;
use crate::analysis::closer::{Halves, SHORTEST, Starters};
use crate::{format, t};

pub fn starters(found: &Starters) -> Finding {
    let Some(halves) = found.halves else {
        let why = t!(
            "It needs two cohorts large enough to be shown, each with somebody followed for {days} or longer.",
            days = format::days(SHORTEST)
        );
        return Finding::new(t!("There are no two cohorts to compare yet."), [why]);
    };
    let Halves { from, before, since, saved } = halves;
    let month = format::month(from);
    let headline = match saved {
        None => {
            t!("Whether learners who started from {month} on got there sooner is not known: no interval.", month)
        }
        Some((_, band)) if band.lower > 0.0 => {
            t!("Learners who started from {month} on became competent sooner than those who started before.", month)
        }
        Some((_, band)) if band.upper < 0.0 => {
            t!("Learners who started from {month} on became competent later than those who started before.", month)
        }
        Some(_) => t!(
            "Chance explains the difference between learners who started from {month} on and those who started before.",
            month
        ),
    };
    let horizon = found.tau.map(format::days).unwrap_or_default();
    let size = saved.map_or_else(String::new, |(days, band)| {
        t!(
            "Days saved over the first {horizon}: {days} on average (95\u{a0}% interval {interval}), {since} against \
             {before}.",
            horizon,
            days = format::decimal(days),
            interval = format::span(format::decimal(band.lower), format::decimal(band.upper)),
            since = format::people(since),
            before = format::people(before)
        )
    });
    let reached = t!("The horizon of {horizon} is one that every cohort compared has reached.", horizon);
    let young = found.cohorts.iter().any(|cohort| !cohort.is_compared());
    let young = match young {
        true => {
            t!("A cohort followed for less than {days} is drawn and not compared.", days = format::days(SHORTEST))
        }
        false => String::new(),
    };
    let association = t!("Who starts when is not drawn by lot, and roles and teams may have changed, so this is an \
                          association.");
    Finding::new(headline, [size, reached, young, association.to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Band;
    use crate::finding::sample::plain;
    use crate::time::Month;

    fn said(saved: Option<(f64, f64, f64)>) -> Finding {
        let saved = saved.map(|(days, lower, upper)| (days, Band { lower, upper }));
        let halves = Halves { from: Month(2026 * 12 + 6), before: 60, since: 55, saved };
        plain(starters(&Starters { cohorts: Vec::new(), limit: 5, tau: Some(75), halves: Some(halves) }))
    }

    #[test]
    fn sooner_and_later_are_said_only_outside_the_interval() {
        for (saved, headline) in [
            (
                Some((6.2, 1.0, 11.4)),
                "Learners who started from July 2026 on became competent sooner than those who started before.",
            ),
            (
                Some((-6.2, -11.4, -1.0)),
                "Learners who started from July 2026 on became competent later than those who started before.",
            ),
            (
                Some((6.2, -1.0, 13.4)),
                "Chance explains the difference between learners who started from July 2026 on and those who started before.",
            ),
            (None, "Whether learners who started from July 2026 on got there sooner is not known: no interval."),
        ] {
            assert_eq!(said(saved).headline, headline);
        }
        assert_eq!(
            said(Some((6.2, -1.0, 13.4))).caveat,
            "Days saved over the first 75 days: 6.2 on average (95 % interval −1.0 to 13.4), 55 people against 60 people. The \
             horizon of 75 days is one that every cohort compared has reached. Who starts when is not drawn by lot, and \
             roles and teams may have changed, so this is an association."
        );
        let alone = Starters { cohorts: Vec::new(), limit: 5, tau: None, halves: None };
        assert_eq!(starters(&alone).headline, "There are no two cohorts to compare yet.");
    }
}
