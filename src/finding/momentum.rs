//! A team against its own past; never against another.

use super::Finding;
use crate::analysis::Momentum;
use crate::{format, t};

/// Whether those who started lately become competent sooner than those who started before them, and the coaching of the
/// quarter beside that of the one before.
pub fn momentum(found: &Momentum) -> Finding {
    let team = format::group(&found.group);
    let headline = match (found.difference, found.band) {
        (Some(_), Some(band)) if band.lower > 0.0 => {
            t!("{team}: those who started lately became competent sooner than those before them.", team)
        }
        (Some(_), Some(band)) if band.upper < 0.0 => {
            t!("{team}: those who started lately took longer to become competent than those before them.", team)
        }
        (Some(_), Some(_)) => t!("{team}: chance explains the change in days to competency.", team),
        _ => t!("{team}: no change to speak of, as one of the two periods has nobody.", team),
    };
    let size = found.difference.zip(found.band).map_or_else(String::new, |(days, band)| {
        // Told in the direction in which the days are positive.
        let (low, high) = if days < 0.0 { (-band.upper, -band.lower) } else { (band.lower, band.upper) };
        let size = format::decimal(days.abs());
        let change = match (days < 0.0, found.tau.map(format::days)) {
            (true, None) => t!("{days} mean days later", days = size),
            (false, None) => t!("{days} mean days sooner", days = size),
            (true, Some(span)) => t!("{days} mean days later within the first {span}", days = size, span),
            (false, Some(span)) => t!("{days} mean days sooner within the first {span}", days = size, span),
        };
        t!(
            "{change} (95\u{a0}% interval {interval}), {then} then and {now} now.",
            change,
            interval = format::span(format::decimal(low), format::decimal(high)),
            then = format::people(found.n_previous),
            now = format::people(found.n_current)
        )
    });
    let coaching = found.coaching_current.zip(found.coaching_previous).map_or_else(String::new, |(now, before)| {
        t!(
            "Coaching: {now} minutes a week this quarter, {before} in the one before.",
            now = format::decimal(now),
            before = format::decimal(before)
        )
    });
    Finding::new(headline, [size, coaching])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Band;
    use crate::finding::sample::plain;

    fn team(difference: Option<(f64, f64, f64)>) -> Momentum {
        Momentum {
            group: "Blue".to_owned(),
            n_previous: 9,
            n_current: 11,
            tau: Some(60),
            rmst_previous: None,
            rmst_current: None,
            difference: difference.map(|(days, ..)| days),
            band: difference.map(|(_, lower, upper)| Band { lower, upper }),
            coaching_current: Some(31.5),
            coaching_previous: Some(20.0),
            coaching_difference: Some(11.5),
        }
    }

    #[test]
    fn a_team_is_held_against_itself() {
        for (difference, headline) in [
            (Some((6.5, 1.0, 12.0)), "Blue: those who started lately became competent sooner than those before them."),
            (
                Some((-6.5, -12.0, -1.0)),
                "Blue: those who started lately took longer to become competent than those before them.",
            ),
            (Some((1.5, -4.0, 7.0)), "Blue: chance explains the change in days to competency."),
            (None, "Blue: no change to speak of, as one of the two periods has nobody."),
        ] {
            assert_eq!(plain(momentum(&team(difference))).headline, headline);
        }
        let caveat = plain(momentum(&team(Some((-6.2, -26.8, 14.5))))).caveat;
        assert!(
            caveat.starts_with("6.2 mean days later within the first 60 days (95 % interval −14.5 to 26.8)"),
            "{caveat}"
        );
        assert_eq!(
            plain(momentum(&team(Some((6.5, 1.0, 12.0))))).caveat,
            "6.5 mean days sooner within the first 60 days (95 % interval 1.0 to 12.0), 9 people then and 11 people now. \
             Coaching: 31.5 minutes a week this quarter, 20.0 in the one before."
        );
    }
}
