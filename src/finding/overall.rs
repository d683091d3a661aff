//! One curve: when half of the learners are competent.

use super::{Finding, median_interval, rule, thin_ground};
use crate::analysis::{Analysis, TtcCurve};
use crate::definition::Contexts;
use crate::{format, t};

/// When half of the learners are competent, and what that number does not say.
pub fn time_to_competency(analysis: &Analysis) -> Finding {
    if analysis.learners == 0 {
        let caveat =
            t!("Managers and leaders are not observed, so the curve counts learners. Add people to the roster.");
        return Finding::new(t!("Nobody has started as a learner so far."), [caveat.to_owned()]);
    }
    if analysis.leaves_out_few {
        let caveat =
            t!("Only a few learners have no such day, and beside the curve from the start dates one could tell how \
                         these few did. From another day 0 the curve is there.");
        return Finding::new(t!("Not shown: this day 0 leaves out a few learners only."), [caveat.to_owned()]);
    }
    let Some(ttc) = &analysis.ttc else {
        // How many there are would be a figure of a small group itself.
        let caveat =
            t!("There are fewer learners than the small-group limit, so no number and no curve stand for them.");
        return Finding::new(t!("Not shown: small groups are never shown."), [caveat.to_owned()]);
    };
    if analysis.observed_items.is_empty() {
        return no_behaviour(analysis, ttc);
    }
    let mut finding = Finding::new(headline(ttc, None), sentences(ttc));
    if ttc.curve.events == 0 {
        let rule = t!("The rule: {rule}.", rule = rule(analysis));
        finding.caveat = format!("{rule} {}", finding.caveat);
    }
    finding
}

fn no_behaviour(analysis: &Analysis, ttc: &TtcCurve) -> Finding {
    let headline = match analysis.in_force.definition.contexts {
        Contexts::Live => t!("No figure yet: it needs one observation in live work."),
        Contexts::Any => t!("No figure yet: it needs one observation."),
    };
    let caveat = t!(
        "{people} started. Who is competent is decided by observed behaviours, and none is observed so far.",
        people = format::people(ttc.curve.n)
    );
    Finding::new(headline, [caveat])
}

/// "Half of the learners can do the job by day 58."; of one group where it is named.
pub(super) fn headline(ttc: &TtcCurve, group: Option<&str>) -> String {
    match (ttc.curve.median().t, group) {
        (Some(day), None) => t!("Half of the learners can do the job by day {day}.", day),
        (Some(day), Some(group)) => t!("Half of the learners in {group} can do the job by day {day}.", group, day),
        (None, None) if ttc.curve.events == 0 => t!("None of the learners meets the rule so far.").to_owned(),
        (None, Some(group)) if ttc.curve.events == 0 => {
            t!("None of the learners in {group} meets the rule so far.", group)
        }
        (None, _) => t!("The median is not reached: fewer than half are competent so far.").to_owned(),
    }
}

/// Interval, denominator and warnings of one curve.
pub(super) fn sentences(ttc: &TtcCurve) -> Vec<String> {
    let all = t!("Counts all {n} who started, not only those who finished.", n = format::count(ttc.curve.n.into()));
    let estimate = match ttc.curve.median().t {
        Some(_) => median_interval(ttc),
        None => latest_share(ttc),
    };
    [estimate, all].into_iter().chain(thin_ground(ttc)).collect()
}

/// The share at the latest milestone the curve reaches; empty when it reaches none or nobody is competent.
fn latest_share(ttc: &TtcCurve) -> String {
    let reached = ttc.milestones.iter().rev().find_map(|milestone| Some((milestone, milestone.share?)));
    match reached {
        Some((milestone, share)) if ttc.curve.events > 0 => {
            let (day, share) = (milestone.t, format::share(share));
            match milestone.band.map(format::share_interval) {
                Some(interval) => {
                    t!("By day {day}, {share} are competent (95\u{a0}% interval {interval}).", day, share, interval)
                }
                None => t!("By day {day}, {share} are competent.", day, share),
            }
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Band, Milestone};
    use crate::finding::sample::{analysis, plain, ttc};

    #[test]
    fn a_reached_median_is_said_with_its_interval_and_its_denominator() {
        let finding = plain(time_to_competency(&analysis(ttc(87, 61, Some((58, Some(51), Some(65)))))));
        assert_eq!(finding.headline, "Half of the learners can do the job by day 58.");
        assert_eq!(
            finding.caveat,
            "95 % interval: day 51 to 65. Counts all 87 who started, not only those who finished."
        );
    }

    #[test]
    fn an_interval_without_an_end_says_so() {
        for (lower, upper, expected) in [
            (Some(51), None, "95 % interval: day 51 to not reached."),
            (None, None, "The interval is not defined here: too few steps before half are competent."),
        ] {
            let finding = plain(time_to_competency(&analysis(ttc(87, 61, Some((58, lower, upper))))));
            assert!(finding.caveat.starts_with(expected), "{}", finding.caveat);
        }
    }

    #[test]
    fn a_median_that_is_not_reached_gives_the_latest_share() {
        let mut data = ttc(107, 38, None);
        let band = Some(Band { lower: 0.29, upper: 0.48 });
        data.milestones[1] = Milestone { t: 60, share: Some(0.38), band };
        let finding = plain(time_to_competency(&analysis(data)));
        assert_eq!(finding.headline, "The median is not reached: fewer than half are competent so far.");
        assert_eq!(
            finding.caveat,
            "By day 60, 38 % are competent (95 % interval 29 % to 48 %). Counts all 107 who started, not only those who \
             finished."
        );
    }

    #[test]
    fn thin_ground_is_said() {
        let mut data = ttc(40, 8, Some((58, Some(51), None)));
        data.follow_up = Some(41);
        let finding = plain(time_to_competency(&analysis(data)));
        for part in [
            "It rests on 8 people who became competent: few events, so read the interval, not the number.",
            "Half were followed for 41 days or less, so later days rest on few people.",
        ] {
            assert!(finding.caveat.contains(part), "{part} in {}", finding.caveat);
        }
    }

    #[test]
    fn what_cannot_be_said_says_why() {
        let nobody = analysis(ttc(87, 0, None));
        let mut unobserved = nobody.clone();
        unobserved.observed_items.clear();
        let mut small = nobody.clone();
        (small.ttc, small.learners) = (None, 3);
        let mut empty = small.clone();
        empty.learners = 0;
        for (analysis, headline, caveat) in [
            (
                &nobody,
                "None of the learners meets the rule so far.",
                "The rule: 1 behaviour, 3 of the last 3 in live work. Counts all 87 who started, not only those who \
                 finished.",
            ),
            (
                &unobserved,
                "No figure yet: it needs one observation in live work.",
                "87 people started. Who is competent is decided by observed behaviours, and none is observed so far.",
            ),
            (
                &small,
                "Not shown: small groups are never shown.",
                "There are fewer learners than the small-group limit, so no number and no curve stand for them.",
            ),
            (
                &empty,
                "Nobody has started as a learner so far.",
                "Managers and leaders are not observed, so the curve counts learners. Add people to the roster.",
            ),
        ] {
            let finding = plain(time_to_competency(analysis));
            assert_eq!((finding.headline.as_str(), finding.caveat.as_str()), (headline, caveat));
        }
    }
}
