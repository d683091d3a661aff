//! The share with a first application in time, against its target.

use super::{FEW_PEOPLE, Finding, not_recorded, not_shown};
use crate::analysis::detail::FirstApplication;
use crate::analysis::{Band, Share};
use crate::{format, t};

/// What the share says about the target: no more than its interval allows.
pub fn first_application(found: &FirstApplication) -> Finding {
    if !found.recorded {
        return not_recorded(t!("applications in real work"));
    }
    let window = format::days(found.window_days);
    let Some(share) = &found.overall else {
        return not_shown(t!("Fewer people than the small-group limit have their window behind them."));
    };
    let (Some(rate), Some(band)) = (share.rate, share.band) else {
        let caveat = [
            t!("It counts people whose {window} after the first completed module are over.", window),
            still_in_window(share, &window),
        ];
        return Finding::new(t!("No figure yet: nobody's {window} are over.", window), caveat);
    };
    let headline = t!(
        "{share} had a first application within {window}; {against}.",
        share = format::share(rate),
        window,
        against = against(band, found.target, &format::share(found.target))
    );
    let few = match share.denominator {
        ..FEW_PEOPLE => t!("A share of so few people moves a lot by chance: read the interval, not the number."),
        _ => "",
    };
    let caveat = [
        t!(
            "{some} of {people} whose {window} are over.",
            some = share.numerator,
            people = format::people(share.denominator),
            window
        ),
        t!("95\u{a0}% interval {interval}.", interval = format::share_interval(band)),
        few.to_owned(),
        still_in_window(share, &window),
    ];
    Finding::new(headline, caveat)
}

/// "the target of 70 % is inside the interval".
fn against(band: Band, target: f64, said: &str) -> String {
    if band.lower > target {
        t!("the whole interval is above the target of {target}", target = said)
    } else if band.upper < target {
        t!("the whole interval is below the target of {target}", target = said)
    } else {
        t!("the target of {target} is inside the interval", target = said)
    }
}

fn still_in_window(share: &Share, window: &str) -> String {
    match share.in_window {
        0 => String::new(),
        1 => t!("1 person is still in their {window} and not counted yet.", window),
        n => t!("{people} are still in their {window} and not counted yet.", people = format::people(n), window),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::{first_application as sample, plain};

    #[test]
    fn the_target_is_held_against_the_interval() {
        for (numerator, denominator, interval, headline) in [
            (
                52,
                83,
                (0.53, 0.73),
                "63 % had a first application within 14 days; the target of 70 % is inside the interval.",
            ),
            (
                30,
                83,
                (0.27, 0.47),
                "36 % had a first application within 14 days; the whole interval is below the target of 70 %.",
            ),
            (
                79,
                83,
                (0.88, 0.98),
                "95 % had a first application within 14 days; the whole interval is above the target of 70 %.",
            ),
            (
                7,
                10,
                (0.70, 0.89),
                "70 % had a first application within 14 days; the target of 70 % is inside the interval.",
            ),
        ] {
            let finding = plain(first_application(&sample(numerator, denominator, interval, 0)));
            assert_eq!(finding.headline, headline);
        }
    }

    #[test]
    fn the_denominator_and_those_who_wait_are_said() {
        let finding = plain(first_application(&sample(52, 83, (0.53, 0.73), 12)));
        assert_eq!(
            finding.caveat,
            "52 of 83 people whose 14 days are over. 95 % interval 53 % to 73 %. 12 people are still in their 14 days and \
             not counted yet."
        );
        let finding = plain(first_application(&sample(4, 6, (0.3, 0.9), 1)));
        assert!(finding.caveat.contains("moves a lot by chance"), "{}", finding.caveat);
        assert!(finding.caveat.ends_with("1 person is still in their 14 days and not counted yet."));
    }

    #[test]
    fn no_figure_says_why() {
        let mut waiting = sample(0, 0, (0.0, 1.0), 3);
        let finding = plain(first_application(&waiting));
        assert_eq!(finding.headline, "No figure yet: nobody's 14 days are over.");
        assert!(finding.caveat.ends_with("3 people are still in their 14 days and not counted yet."));
        waiting.recorded = false;
        assert_eq!(first_application(&waiting).headline, "Not recorded in these files: applications in real work.");
        waiting.recorded = true;
        waiting.overall = None;
        assert_eq!(first_application(&waiting).headline, "Not shown: small groups are never shown.");
    }
}
