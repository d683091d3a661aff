//! Learners with and without two check-ins by the landmark day: an association, and who is left out.

use super::difference::{Difference, Told};
use super::{FEW_EVENTS, Finding, not_recorded, not_shown};
use crate::analysis::detail::{AtLandmark, CheckIns, Excluded};
use crate::analysis::landmark::NOT_YET;
use crate::{format, language, n, t};

/// Said with every comparison of who was coached.
pub(super) fn managers_choose() -> String {
    t!("Managers choose whom they coach, so this is an association: check-ins go together with it and may not be the \
        reason.")
    .to_owned()
}

/// Days to competency from the landmark day on, of those with two check-ins by then and of the others.
pub fn landmark(found: &CheckIns) -> Finding {
    if !found.recorded {
        return not_recorded(t!("coaching and check-ins"));
    }
    let day = found.day;
    let Some(at) = &found.landmark else {
        return not_shown(&t!("One of the two groups on day {day} is smaller than the small-group limit.", day));
    };
    let comparison = &at.landmark.comparison;
    let [_, _] = &comparison.groups[..] else {
        let headline = match comparison.groups.first() {
            None => t!("There is nothing to compare on day {day}: nobody was followed longer.", day),
            Some(group) if group.curve.group == NOT_YET => {
                t!("There is nothing to compare on day {day}: nobody had two check-ins by then.", day)
            }
            Some(_) => t!("There is nothing to compare on day {day}: everybody had two check-ins by then.", day),
        };
        return Finding::new(headline, [left_out(at)]);
    };
    let difference = comparison.pairs.first().and_then(|pair| Difference::of(pair, 1));
    let headline = match &difference {
        Some(difference) if !difference.within_chance() => match difference.first_is_earlier() {
            true => t!(
                "From day {day} on, the group with two check-ins became competent earlier than the group without.",
                day
            ),
            false => t!(
                "From day {day} on, the group without became competent earlier than the group with two check-ins.",
                day
            ),
        },
        Some(_) => t!(
            "From day {day} on, chance explains the difference between learners with two check-ins and the others.",
            day
        ),
        None => t!("From day {day} on, the difference has no interval, so treat it as not known.", day),
    };
    let size = difference.map_or_else(String::new, |difference| {
        let from = match comparison.tau.map(format::days) {
            Some(days) => t!("Counted from day {day} over the next {days}", day, days),
            None => t!("Counted from day {day}", day),
        };
        let Told { days, interval } = difference.told();
        let size = match difference.first_is_earlier() {
            true => t!(
                "{from}, the group with two check-ins is {days} days earlier on average than the group without (95\u{a0}% \
                 interval {interval}).",
                from,
                days,
                interval
            ),
            false => t!(
                "{from}, the group without is {days} days earlier on average than the group with two check-ins (95\u{a0}% \
                 interval {interval}).",
                from,
                days,
                interval
            ),
        };
        difference.judged(size)
    });
    Finding::new(headline, [size, test(at), left_out(at), managers_choose()])
}

fn test(at: &AtLandmark) -> String {
    let comparison = &at.landmark.comparison;
    let enough = comparison.groups.iter().all(|group| group.curve.events >= FEW_EVENTS);
    match (comparison.logrank.chi2, comparison.logrank.p) {
        (Some(chi2), Some(p)) if enough => {
            t!("Log-rank {chi2}, {p}.", chi2 = format::chi_square(chi2), p = format::p_value(p))
        }
        _ => t!("No p-value: it needs at least {n} people who became competent in each group.", n = FEW_EVENTS),
    }
}

/// "Compares 80 people. 23 are left out: 12 were competent by then, …"
fn left_out(at: &AtLandmark) -> String {
    let Excluded { competent, left, too_recent } = at.excluded;
    let reasons = [
        (competent, n!("{n} competent by then")),
        (left, n!("{n} gone by then")),
        (too_recent, n!("{n} not followed for longer")),
    ];
    let reasons: Vec<String> = reasons
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, why)| language::fill(why, &[("n", &format::count(n.into()))]))
        .collect();
    let compared = format::people(at.landmark.n);
    match reasons.is_empty() {
        true => t!("Compares {compared}.", compared),
        false => t!(
            "Compares {compared}. {out} are left out: {reasons}.",
            compared,
            out = format::people(at.excluded.total()),
            reasons = reasons.join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::{check_ins, plain};

    #[test]
    fn a_difference_is_named_only_outside_its_interval() {
        // Restricted mean of "not yet" minus that of "two check-ins".
        for (days, lower, upper, headline) in [
            (
                8.2,
                2.0,
                14.4,
                "From day 21 on, the group with two check-ins became competent earlier than the group without.",
            ),
            (
                -8.2,
                -14.4,
                -2.0,
                "From day 21 on, the group without became competent earlier than the group with two check-ins.",
            ),
            (
                2.2,
                -4.0,
                8.4,
                "From day 21 on, chance explains the difference between learners with two check-ins and the others.",
            ),
        ] {
            let finding = plain(landmark(&check_ins(Some((days, lower, upper)), [30, 25])));
            assert_eq!(finding.headline, headline);
            assert!(finding.caveat.contains("this is an association"), "{}", finding.caveat);
        }
        let finding = plain(landmark(&check_ins(Some((8.2, 2.0, 14.4)), [30, 25])));
        assert_eq!(
            finding.caveat,
            "Counted from day 21 over the next 69 days, the group with two check-ins is 8.2 days earlier on average than \
             the group without (95 % interval 2.0 to 14.4). Log-rank χ² = 6.87, p = 0.009. Compares 80 people. 23 people \
             are left out: 12 competent by then, 5 gone by then, 6 not followed for longer. Managers choose whom they \
             coach, so this is an association: check-ins go together with it and may not be the reason."
        );
    }

    #[test]
    fn few_events_give_no_p_value() {
        let finding = plain(landmark(&check_ins(Some((8.2, 2.0, 14.4)), [30, 9])));
        assert!(finding.caveat.contains("No p-value") && !finding.caveat.contains("p ="), "{}", finding.caveat);
    }

    #[test]
    fn what_cannot_be_compared_says_why() {
        assert!(
            landmark(&CheckIns { recorded: true, day: 21, landmark: None, cox: None })
                .headline
                .starts_with("Not shown")
        );
        let mut alone = check_ins(None, [30, 9]);
        let groups = &mut alone.landmark.as_mut().unwrap().landmark.comparison.groups;
        groups.pop();
        assert!(landmark(&alone).headline.ends_with("nobody had two check-ins by then."));
    }
}
