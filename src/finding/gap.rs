//! From the first application to belief: the same learners, two steps.

use super::{FEW_EVENTS, Finding};
use crate::analysis::Curve;
use crate::{format, t};

/// When half applied it for the first time, and when half saw that it works.
pub fn gap(applied: &Curve, believed: &Curve) -> Finding {
    let headline = match (applied.median().t, believed.median().t) {
        (Some(applied), Some(believed)) if applied == believed => {
            t!("Half of the learners applied it and saw that it works by day {applied}.", applied)
        }
        (Some(applied), Some(believed)) => {
            let apart = format::days((believed - applied).abs());
            match believed > applied {
                true => t!(
                    "Half of the learners applied it by day {applied}; half saw that it works by day {believed}, {apart} \
                     later.",
                    applied,
                    believed,
                    apart
                ),
                false => t!(
                    "Half of the learners applied it by day {applied}; half saw that it works by day {believed}, {apart} \
                     earlier.",
                    applied,
                    believed,
                    apart
                ),
            }
        }
        (Some(applied), None) => {
            t!(
                "Half of the learners applied it by day {applied}; fewer than half have seen that it works so far.",
                applied
            )
        }
        (None, Some(believed)) => {
            t!(
                "Half of the learners saw that it works by day {believed}; fewer than half have applied it so far.",
                believed
            )
        }
        (None, None) => t!("Fewer than half of the learners have applied it or seen that it works so far.").to_owned(),
    };
    let few = match applied.events.min(believed.events) < FEW_EVENTS {
        true => t!("Few have got there so far: read the bands, not the days."),
        false => "",
    };
    let caveat = [
        t!(
            "Both count the same {people} from the launch, or from their start if that is later.",
            people = format::people(believed.n)
        ),
        few.to_owned(),
        t!(
            "A confirmed result of an application is belief at once; for the others it is their answer to the question."
        )
        .to_owned(),
        t!("The distance between the two days is not the time that any one person took.").to_owned(),
    ];
    Finding::new(headline, caveat)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::{plain, ttc_of};

    #[test]
    fn both_steps_are_said_as_far_as_they_are_reached() {
        let curve = |events, day| ttc_of("learner", 107, events, day).curve;
        for (applied, believed, headline) in [
            (
                Some(30),
                Some(41),
                "Half of the learners applied it by day 30; half saw that it works by day 41, 11 days later.",
            ),
            (Some(30), Some(30), "Half of the learners applied it and saw that it works by day 30."),
            (
                Some(30),
                None,
                "Half of the learners applied it by day 30; fewer than half have seen that it works so far.",
            ),
            (
                None,
                Some(30),
                "Half of the learners saw that it works by day 30; fewer than half have applied it so far.",
            ),
            (None, None, "Fewer than half of the learners have applied it or seen that it works so far."),
        ] {
            assert_eq!(plain(gap(&curve(60, applied), &curve(60, believed))).headline, headline);
        }
        assert!(gap(&curve(60, None), &curve(4, None)).caveat.contains("read the bands"));
    }
}
