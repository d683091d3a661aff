//! Learners with and without two check-ins by the landmark day: an association, and who is left out.

use super::difference::Difference;
use super::{FEW_EVENTS, Finding, not_recorded, not_shown};
use crate::analysis::detail::{AtLandmark, CheckIns, Excluded};
use crate::analysis::landmark::NOT_YET;
use crate::format;

/// Said with every comparison of who was coached.
pub(super) const MANAGERS_CHOOSE: &str = "Managers choose whom they coach, so this is an association: check-ins go together with it and may not be the reason.";

/// Days to competency from the landmark day on, of those with two check-ins by then and of the others.
pub fn landmark(found: &CheckIns) -> Finding {
    if !found.recorded {
        return not_recorded("coaching and check-ins");
    }
    let day = found.day;
    let Some(at) = &found.landmark else {
        return not_shown(&format!("One of the two groups on day {day} is smaller than the small-group limit."));
    };
    let comparison = &at.landmark.comparison;
    let [_, _] = &comparison.groups[..] else {
        let which = match comparison.groups.first() {
            None => "nobody was followed longer",
            Some(group) if group.curve.group == NOT_YET => "nobody had two check-ins by then",
            Some(_) => "everybody had two check-ins by then",
        };
        return Finding::new(format!("There is nothing to compare on day {day}: {which}."), [left_out(at)]);
    };
    let (with, without) = ("the group with two check-ins", "the group without");
    let difference = comparison.pairs.first().and_then(|pair| Difference::of(pair, 1));
    let headline = match &difference {
        Some(difference) if !difference.within_chance() => {
            let (earlier, other) = if difference.first_is_earlier() { (with, without) } else { (without, with) };
            format!("From day {day} on, {earlier} became competent earlier than {other}.")
        }
        Some(_) => format!(
            "From day {day} on, chance explains the difference between learners with two check-ins and the others."
        ),
        None => format!("From day {day} on, the difference has no interval, so treat it as not known."),
    };
    let span = comparison.tau.map_or_else(String::new, |tau| format!(" over the next {}", format::days(tau)));
    let size = difference.map_or_else(String::new, |difference| {
        format!("Counted from day {day}{span}, {}", difference.sentence(None, with, without))
    });
    Finding::new(headline, [size, test(at), left_out(at), MANAGERS_CHOOSE.to_owned()])
}

fn test(at: &AtLandmark) -> String {
    let comparison = &at.landmark.comparison;
    let enough = comparison.groups.iter().all(|group| group.curve.events >= FEW_EVENTS);
    match (comparison.logrank.chi2, comparison.logrank.p) {
        (Some(chi2), Some(p)) if enough => format!("Log-rank {}, {}.", format::chi_square(chi2), format::p_value(p)),
        _ => format!("No p-value: it needs at least {FEW_EVENTS} people who became competent in each group."),
    }
}

/// "Compares 80 people. 23 are left out: 12 were competent by then, …"
fn left_out(at: &AtLandmark) -> String {
    let Excluded { competent, left, too_recent } = at.excluded;
    let reasons = [(competent, "competent by then"), (left, "gone by then"), (too_recent, "not followed for longer")];
    let reasons: Vec<String> = reasons
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, why)| format!("{} {why}", format::count((*n).into())))
        .collect();
    let compared = format!("Compares {}.", format::people(at.landmark.n));
    match reasons.is_empty() {
        true => compared,
        false => format!("{compared} {} are left out: {}.", format::people(at.excluded.total()), reasons.join(", ")),
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
