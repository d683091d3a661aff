//! What a curve cannot say yet: too short a time, too few people who became competent.

use super::{FEW_EVENTS, Finding, SHORT_FOLLOW_UP};
use crate::analysis::TtcCurve;
use crate::format;

/// `None` when half of the people were followed for long enough to see a median.
pub fn short_follow_up(ttc: &TtcCurve) -> Option<Finding> {
    let days = ttc.follow_up.filter(|&days| days < ttc.curve.median().t.unwrap_or(0).max(SHORT_FOLLOW_UP))?;
    let reached = ttc.milestones.iter().rev().find(|milestone| milestone.share.is_some());
    let reached = match reached {
        Some(milestone) => format!("The latest share that is defined is that of day {}.", milestone.t),
        None => "No share of day 30, 60 or 90 is defined so far.".to_owned(),
    };
    let caveat =
        [format!("Half were followed for {} or less, so later days rest on few people.", format::days(days)), reached];
    Some(Finding::new("It is early: most people have not been followed for long.", caveat))
}

/// `None` from ten events on; without any the finding of the curve says so itself.
pub fn few_events(ttc: &TtcCurve) -> Option<Finding> {
    (1..FEW_EVENTS).contains(&ttc.curve.events).then(|| {
        let competent = format::people(ttc.curve.events);
        let caveat = format!(
            "Read the intervals, not the numbers; below {FEW_EVENTS} people who became competent there is no p-value."
        );
        Finding::new(format!("The curve rests on {competent} who became competent so far."), [caveat])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Milestone;
    use crate::finding::sample::{plain, ttc};

    #[test]
    fn a_short_time_is_said_with_what_it_reaches() {
        for (follow_up, median, share, caveat) in [
            (
                Some(29),
                None,
                None,
                Some(
                    "29 days or less, so later days rest on few people. No share of day 30, 60 or 90 is defined so far.",
                ),
            ),
            (
                Some(41),
                Some((58, Some(51), None)),
                Some(0.2),
                Some(
                    "41 days or less, so later days rest on few people. The latest share that is defined is that of day 30.",
                ),
            ),
            (Some(58), Some((58, Some(51), None)), Some(0.2), None),
            (Some(30), None, None, None),
            (None, None, None, None),
        ] {
            let mut curve = ttc(40, 8, median);
            curve.follow_up = follow_up;
            curve.milestones[0] = Milestone { t: 30, share, band: None };
            let finding = short_follow_up(&curve).map(|finding| plain(finding).caveat);
            assert_eq!(finding, caveat.map(|caveat| format!("Half were followed for {caveat}")));
        }
    }

    #[test]
    fn few_events_are_a_finding_below_ten() {
        for (events, headline) in [
            (0, None),
            (1, Some("The curve rests on 1 person who became competent so far.")),
            (9, Some("The curve rests on 9 people who became competent so far.")),
            (10, None),
        ] {
            let found = few_events(&ttc(40, events, None)).map(|finding| plain(finding).headline);
            assert_eq!(found.as_deref(), headline, "{events}");
        }
    }
}
