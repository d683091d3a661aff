//! What changed since an earlier data date, line by line, without saying what of it is good.

use crate::analysis::Analysis;
use crate::analysis::earlier::{Earlier, Since};
use crate::{format, t};

/// "Since 4 September 2026".
pub fn since_title(earlier: &Earlier) -> String {
    t!("Since {date}", date = format::date(earlier.day))
}

/// Where the date comes from, and what both sides have in common.
pub fn since_caveat(earlier: &Earlier) -> &'static str {
    match earlier.since {
        Since::LastImport => {
            t!(
                "The data ended on that day before the last import. Both sides are worked out on the rows and the rule of \
                today."
            )
        }
        Since::FourWeeks => {
            t!(
                "Four weeks before the cut-off date, as there is one import so far. Both sides are worked out on the same \
                rows."
            )
        }
    }
}

/// One sentence for each thing that can be compared. A step that only a few people made is not told: two numbers beside
/// each other would say who they are.
pub fn since(earlier: &Earlier, now: &Analysis) -> Vec<String> {
    let before = &earlier.analysis;
    let min = now.in_force.definition.min_group_in_force();
    let mut lines = Vec::new();
    let few = |a: u32, b: u32| a != b && u64::from(a.abs_diff(b)) < min;
    if few(before.learners, now.learners) {
        return vec![t!(
            "Fewer than {min} people started or were taken out since, so the numbers are not put side by side.",
            min
        )];
    }
    if now.learners > before.learners {
        lines.push(t!(
            "{people} started. They are in every denominator from their first day.",
            people = format::people(now.learners - before.learners)
        ));
    }
    if let (Some(before), Some(now), false) = (&before.ttc, &now.ttc, now.observed_items.is_empty()) {
        lines.push(t!(
            "{now} of {n} learners are competent, before {then} of {before}.",
            now = format::count(now.curve.events.into()),
            n = format::count(now.curve.n.into()),
            then = format::count(before.curve.events.into()),
            before = format::count(before.curve.n.into())
        ));
        lines.push(match (before.curve.median().t, now.curve.median().t) {
            (Some(before), Some(now)) if before == now => t!("Half can do the job by day {now}, as before.", now),
            (Some(before), Some(now)) => t!("Half can do the job by day {now}, before by day {before}.", now, before),
            (None, Some(now)) => t!("Half can do the job by day {now}; before, fewer than half could.", now),
            (Some(before), None) => t!("Fewer than half are competent now; before, half were by day {before}.", before),
            (None, None) => t!("Fewer than half are competent, as before.").to_owned(),
        });
    }
    if let (Some(before), Some(now)) = (&before.first_application, &now.first_application)
        && let (Some(then), Some(rate)) = (before.rate, now.rate)
        && !few(before.denominator, now.denominator)
    {
        lines.push(t!(
            "{now} of {n} had a first application in time, before {then} of {before}.",
            now = format::share(rate),
            n = format::people(now.denominator),
            then = format::share(then),
            before = format::people(before.denominator)
        ));
    }
    if let (Some(before), Some(now)) = (before.coaching_per_team, now.coaching_per_team) {
        lines.push(t!(
            "Coaching minutes a week of the average team: {now}, before {before}.",
            now = format::decimal(now),
            before = format::decimal(before)
        ));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::{analysis, ttc_of};
    use crate::time::Day;

    fn lines(before: (u32, u32, Option<i32>), now: (u32, u32, Option<i32>)) -> Vec<String> {
        let of = |(n, events, median)| analysis(ttc_of("", n, events, median));
        let earlier = Earlier { day: Day(20_000), since: Since::LastImport, analysis: of(before) };
        since(&earlier, &of(now)).into_iter().map(|line| line.replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn what_changed_is_said_with_both_sides() {
        assert_eq!(
            lines((74, 55, Some(58)), (87, 70, Some(58))),
            [
                "13 people started. They are in every denominator from their first day.",
                "70 of 87 learners are competent, before 55 of 74.",
                "Half can do the job by day 58, as before.",
            ]
        );
        assert_eq!(
            lines((87, 40, None), (87, 61, Some(60)))[1],
            "Half can do the job by day 60; before, fewer than half could."
        );
    }

    #[test]
    fn a_step_of_a_few_people_is_not_told() {
        for n in 88..92 {
            let lines = lines((87, 61, Some(58)), (n, 62, Some(58)));
            assert!(lines.len() == 1 && lines[0].starts_with("Fewer than 5 people"), "{n}: {lines:?}");
        }
        assert!(lines((87, 61, Some(58)), (92, 66, Some(58))).len() > 1);
    }
}
