//! From the first application to belief: the same learners, two steps.

use super::{FEW_EVENTS, Finding};
use crate::analysis::Curve;
use crate::format;

/// When half applied it for the first time, and when half saw that it works.
pub fn gap(applied: &Curve, believed: &Curve) -> Finding {
    let headline = match (applied.median().t, believed.median().t) {
        (Some(applied), Some(believed)) if applied == believed => {
            format!("Half of the learners applied it and saw that it works by day {applied}.")
        }
        (Some(applied), Some(believed)) => {
            let (apart, way) =
                (format::days((believed - applied).abs()), if believed > applied { "later" } else { "earlier" });
            format!(
                "Half of the learners applied it by day {applied}; half saw that it works by day {believed}, {apart} {way}."
            )
        }
        (Some(applied), None) => {
            format!("Half of the learners applied it by day {applied}; fewer than half have seen that it works so far.")
        }
        (None, Some(believed)) => {
            format!("Half of the learners saw that it works by day {believed}; fewer than half have applied it so far.")
        }
        (None, None) => "Fewer than half of the learners have applied it or seen that it works so far.".to_owned(),
    };
    let few = match applied.events.min(believed.events) < FEW_EVENTS {
        true => "Few have got there so far: read the bands, not the days.",
        false => "",
    };
    let caveat = [
        format!(
            "Both count the same {} from the launch, or from their start if that is later.",
            format::people(believed.n)
        ),
        few.to_owned(),
        "A confirmed result of an application is belief at once; for the others it is their answer to the question."
            .to_owned(),
        "The distance between the two days is not the time that any one person took.".to_owned(),
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
