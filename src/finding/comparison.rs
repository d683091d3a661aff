//! Several curves beside each other. Groups are named in their own order, never by result.

use super::difference::Difference;
use super::{FEW_EVENTS, Finding, overall, thin_ground};
use crate::analysis::{Analysis, Breakdown, Grouping, Pair, TtcCurve};
use crate::{format, t};

/// More curves than this in one picture cannot be told apart.
const MOST: usize = 6;
/// A p-value from here on is no sign of a difference.
const LEVEL: f64 = 0.05;

/// What the chosen groups show beside each other; `chosen` are the groups in the picture.
pub fn comparison(analysis: &Analysis, chosen: &[&TtcCurve]) -> Finding {
    let Some(breakdown) = &analysis.breakdown else { return overall::time_to_competency(analysis) };
    match *chosen {
        [] => none(breakdown),
        [only] => {
            Finding::new(overall::headline(only, Some(format::group(&only.curve.group))), overall::sentences(only))
        }
        [a, b] => two(breakdown, a, b),
        _ if chosen.len() > MOST => {
            let noun = nouns(breakdown.by);
            let caveat = t!(
                "{n} of these {noun} are chosen. More than six curves cannot be told apart.",
                n = chosen.len(),
                noun
            );
            Finding::new(t!("Choose up to six {noun} to see them beside each other.", noun), [caveat])
        }
        _ => several(breakdown, chosen),
    }
}

/// The groups of a split, as one calls them.
pub(super) fn nouns(by: Grouping) -> &'static str {
    match by {
        Grouping::Team => t!("teams"),
        Grouping::Cohort => t!("cohorts"),
        Grouping::Role => t!("roles"),
        Grouping::None => t!("groups"),
    }
}

fn none(breakdown: &Breakdown) -> Finding {
    let noun = nouns(breakdown.by);
    if breakdown.shown.groups.is_empty() {
        let caveat = t!("All {noun} are small, and small groups are not shown.", noun);
        return Finding::new(t!("There is nothing to compare."), [caveat]);
    }
    Finding::new(t!("Choose {noun} to see them beside each other.", noun), [])
}

fn two(breakdown: &Breakdown, a: &TtcCurve, b: &TtcCurve) -> Finding {
    let (name_a, name_b) = (&a.curve.group, &b.curve.group);
    let pair = pair(breakdown, name_a, name_b);
    let difference = pair.and_then(|pair| Difference::of(pair, breakdown.shown.place(name_a)?));
    let (name_a, name_b) = (format::group(name_a), format::group(name_b));
    let medians = match (a.curve.median().t, b.curve.median().t) {
        (Some(day_a), Some(day_b)) => t!(
            "Half of the learners in {name_a} can do the job by day {day_a}, half of those in {name_b} by day {day_b}",
            name_a,
            day_a,
            name_b,
            day_b
        ),
        (Some(day), None) => one_reached(name_a, day, name_b),
        (None, Some(day)) => one_reached(name_b, day, name_a),
        (None, None) => t!("Fewer than half are competent so far, in {name_a} as in {name_b}", name_a, name_b),
    };
    let headline = match &difference {
        Some(difference) if difference.within_chance() => {
            t!("{medians}; chance explains a difference of this size.", medians)
        }
        _ => format!("{medians}."),
    };
    let size = match &difference {
        Some(difference) => difference.sentence(breakdown.shown.tau, name_a, name_b),
        None => t!("The difference has no interval here, so treat it as not known.").to_owned(),
    };
    let test = pair.map_or_else(String::new, |pair| pair_test(breakdown, pair, &[a, b]));
    Finding::new(headline, [size, test, association(breakdown.by)].into_iter().chain(thin(&[a, b])))
}

fn one_reached(reached: &str, day: i32, other: &str) -> String {
    t!(
        "Half of the learners in {reached} can do the job by day {day}; in {other} fewer than half so far",
        reached,
        day,
        other
    )
}

fn pair<'a>(breakdown: &'a Breakdown, a: &str, b: &str) -> Option<&'a Pair> {
    let (a, b) = (breakdown.shown.place(a)?, breakdown.shown.place(b)?);
    breakdown.shown.pairs.iter().find(|pair| (pair.a == a && pair.b == b) || (pair.a == b && pair.b == a))
}

/// The log-rank test of two groups, adjusted when it is one of several.
fn pair_test(breakdown: &Breakdown, pair: &Pair, groups: &[&TtcCurve]) -> String {
    let tests = breakdown.shown.pairs.len();
    let p = if tests > 1 { pair.p_holm } else { pair.p };
    match log_rank(pair.chi2, p, groups) {
        None => no_p_value(),
        Some(test) if tests > 1 => t!("{test} (adjusted for {tests} pairs by Holm).", test, tests),
        Some(test) => format!("{test}."),
    }
}

/// "Log-rank χ² = 6.87, p = 0.009"; `None` when a group has too few events for it.
fn log_rank(chi2: Option<f64>, p: Option<f64>, groups: &[&TtcCurve]) -> Option<String> {
    let enough = groups.iter().all(|ttc| ttc.curve.events >= FEW_EVENTS);
    let (chi2, p) = (chi2?, p?);
    enough.then(|| t!("Log-rank {chi2}, {p}", chi2 = format::chi_square(chi2), p = format::p_value(p)))
}

fn no_p_value() -> String {
    t!("No p-value: it needs at least {n} people who became competent in each group.", n = FEW_EVENTS)
}

fn association(by: Grouping) -> String {
    t!("People were not assigned to {noun} by lot, so this is an association.", noun = nouns(by))
}

/// One sentence for all groups with few events.
fn thin(groups: &[&TtcCurve]) -> Option<String> {
    let any = groups.iter().any(|ttc| !thin_ground(ttc).is_empty());
    any.then(|| t!("Some groups rest on few people or a short time: read the intervals, not the numbers.").to_owned())
}

fn several(breakdown: &Breakdown, chosen: &[&TtcCurve]) -> Finding {
    let noun = nouns(breakdown.by);
    let reached: Vec<i32> = chosen.iter().filter_map(|ttc| ttc.curve.median().t).collect();
    let n = chosen.len();
    let missing = n - reached.len();
    let headline = match (reached.iter().min(), reached.iter().max()) {
        (Some(first), Some(last)) if missing == 0 && first == last => {
            t!("In each of these {n} {noun} half of the learners can do the job by day {first}.", n, noun, first)
        }
        (Some(first), Some(last)) if missing == 0 => t!(
            "Half of the learners can do the job between day {first} and day {last} in these {n} {noun}.",
            first,
            last,
            n,
            noun
        ),
        (Some(_), Some(_)) => t!(
            "The median is reached in {reached} of these {n} {noun}; in the others fewer than half are competent so far.",
            reached = reached.len(),
            n,
            noun
        ),
        _ => t!("In each of these {n} {noun} fewer than half are competent so far.", n, noun),
    };
    let bands = t!("The bands show how far chance alone can move a curve.").to_owned();
    Finding::new(
        headline,
        [bands, joint_test(breakdown, chosen), association(breakdown.by)].into_iter().chain(thin(chosen)),
    )
}

/// The log-rank test of all shown groups; of some of them there is none.
fn joint_test(breakdown: &Breakdown, chosen: &[&TtcCurve]) -> String {
    let (shown, joint) = (&breakdown.shown, &breakdown.shown.logrank);
    if chosen.len() != shown.groups.len() {
        return String::new();
    }
    match (log_rank(joint.chi2, joint.p, chosen), joint.p) {
        (Some(test), Some(p)) if p < LEVEL => t!("{test}: not all of these curves are alike.", test),
        (Some(test), _) => t!("{test}: chance explains differences of this size.", test),
        (None, _) => no_p_value(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::{analysis, breakdown, plain, ttc_of};

    fn said(groups: &[TtcCurve], pair: Option<(f64, f64, f64)>) -> Finding {
        let mut analysis = analysis(ttc_of("", 87, 61, Some(58)));
        analysis.breakdown = Some(breakdown(groups, pair));
        let chosen: Vec<&TtcCurve> = groups.iter().collect();
        plain(comparison(&analysis, &chosen))
    }

    #[test]
    fn two_medians_stand_side_by_side_with_the_difference_and_its_interval() {
        let groups = [ttc_of("Not-yet", 42, 29, Some(63)), ttc_of("Pilot", 45, 41, Some(50))];
        let finding = said(&groups, Some((12.4, 3.3, 21.5)));
        assert_eq!(
            finding.headline,
            "Half of the learners in Not-yet can do the job by day 63, half of those in Pilot by day 50."
        );
        assert_eq!(
            finding.caveat,
            "Over the first 90 days, Pilot is 12.4 days earlier on average than Not-yet (95 % interval 3.3 to 21.5). \
             Log-rank χ² = 6.87, p = 0.009. People were not assigned to teams by lot, so this is an association."
        );
    }

    #[test]
    fn the_group_that_is_earlier_is_found_from_the_sign() {
        let groups = [ttc_of("A", 42, 29, Some(50)), ttc_of("B", 45, 41, Some(63))];
        let caveat = said(&groups, Some((-12.4, -21.5, -3.3))).caveat;
        let expected = "A is 12.4 days earlier on average than B (95 % interval 3.3 to 21.5).";
        assert!(caveat.contains(expected), "{caveat}");
        // The groups of the picture may stand the other way around.
        let mut analysis = analysis(ttc_of("", 87, 61, Some(58)));
        analysis.breakdown = Some(breakdown(&groups, Some((-12.4, -21.5, -3.3))));
        let turned = plain(comparison(&analysis, &[&groups[1], &groups[0]]));
        assert!(turned.caveat.contains(expected), "{}", turned.caveat);
    }

    #[test]
    fn a_difference_inside_its_interval_is_none() {
        let groups = [ttc_of("A", 42, 29, Some(60)), ttc_of("B", 45, 41, Some(63))];
        let finding = said(&groups, Some((-2.1, -7.4, 3.2)));
        assert!(finding.headline.ends_with("by day 63; chance explains a difference of this size."));
        assert!(
            finding.caveat.contains("(95 % interval −3.2 to 7.4). That is inside the interval"),
            "{}",
            finding.caveat
        );
    }

    #[test]
    fn few_events_give_no_p_value_and_a_reason() {
        let groups = [ttc_of("A", 42, 9, Some(60)), ttc_of("B", 45, 41, None)];
        let finding = said(&groups, Some((-2.1, -7.4, 3.2)));
        assert!(
            finding
                .headline
                .starts_with("Half of the learners in A can do the job by day 60; in B fewer than half so far")
        );
        assert!(finding.caveat.contains("No p-value: it needs at least 10 people"), "{}", finding.caveat);
        assert!(!finding.caveat.contains("p ="), "{}", finding.caveat);
    }

    #[test]
    fn several_groups_are_a_range_without_a_rank() {
        let day = |name: &str, day| ttc_of(name, 30, 20, day);
        for (days, headline) in [
            (
                [Some(47), Some(75), Some(60)],
                "Half of the learners can do the job between day 47 and day 75 in these 3 teams.",
            ),
            ([Some(47), Some(47), Some(47)], "In each of these 3 teams half of the learners can do the job by day 47."),
            (
                [Some(47), None, Some(60)],
                "The median is reached in 2 of these 3 teams; in the others fewer than half are competent so far.",
            ),
            ([None, None, None], "In each of these 3 teams fewer than half are competent so far."),
        ] {
            let groups = [day("A", days[0]), day("B", days[1]), day("C", days[2])];
            let finding = said(&groups, None);
            assert_eq!(finding.headline, headline);
            assert!(finding.caveat.contains("Log-rank χ² = 1.20, p = 0.550: chance explains"), "{}", finding.caveat);
        }
    }

    #[test]
    fn other_numbers_of_groups_say_what_to_do() {
        let groups: Vec<TtcCurve> = (0..7).map(|i| ttc_of(&format!("T{i}"), 30, 20, Some(40))).collect();
        assert_eq!(said(&groups, None).headline, "Choose up to six teams to see them beside each other.");
        assert_eq!(said(&groups[..1], None).headline, "Half of the learners in T0 can do the job by day 40.");
        assert_eq!(said(&[], None).headline, "There is nothing to compare.");
    }
}
