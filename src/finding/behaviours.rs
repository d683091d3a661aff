//! Which behaviour of the rule is reached last, as far as the intervals of the medians allow to say so.

use super::Finding;
use crate::analysis::Curve;
use crate::analysis::closer::{Alone, Behaviours};
use crate::{format, t};

/// More than this many that could be last are not named.
const MOST_NAMED: usize = 3;
/// Observed at most this often beside the next one, the looking itself may be the reason.
const SELDOM: f64 = 0.8;

/// What the curves of the behaviours alone say beside each other. Two or more behaviours.
///
/// One is later than another only when their intervals of the median do not overlap. Both are of the same people, so the
/// two depend on each other in a way that is not estimated; intervals of 95 % each that lie apart show a difference at
/// that level however they do.
pub fn behaviours(found: &Behaviours) -> Finding {
    let observed: Vec<&Alone> = found.alone.iter().filter(|one| one.observations > 0).collect();
    let unseen: Vec<&str> =
        found.alone.iter().filter(|one| one.observations == 0).map(|one| one.curve.group.as_str()).collect();
    let spans: Vec<Option<[f64; 2]>> = observed.iter().map(|one| span(&one.curve)).collect();
    let could_be_last: Vec<&Alone> =
        (0..observed.len()).filter(|&at| is_open(&spans, at)).map(|at| observed[at]).collect();
    let (headline, why) = match &unseen[..] {
        [] => said(&observed, &could_be_last),
        [one] => (t!("{name} is not observed so far, so nobody meets the whole rule.", name = format::quoted(one)), ""),
        some => (t!("{n} behaviours are not observed so far, so nobody meets the whole rule.", n = some.len()), ""),
    };
    let n = found.alone.first().map_or(0, |one| one.curve.n);
    let basis = t!(
        "Each curve counts all {learners} who started, by the same rule for that behaviour alone.",
        learners = format::number_of(n.into(), t!("learner"), t!("learners"))
    );
    let looking = t!("How soon a behaviour is reached depends on how often it is looked for, too.").to_owned();
    Finding::new(headline, [why.to_owned(), basis, looking, seldom(&observed, &could_be_last)])
}

fn said(observed: &[&Alone], could_be_last: &[&Alone]) -> (String, &'static str) {
    let overlap = t!("The intervals overlap, so the order of the days says nothing.");
    match could_be_last {
        [last] => {
            let name = format::quoted(&last.curve.group);
            let headline = match last.curve.median().t {
                Some(day) => {
                    t!("{name} is reached last: half of the learners show it consistently by day {day}.", name, day)
                }
                None => {
                    t!("{name} is reached last: fewer than half of the learners show it consistently so far.", name)
                }
            };
            (headline, t!("Its 95\u{a0}% interval lies after those of the others."))
        }
        some if some.len() < observed.len() && some.len() <= MOST_NAMED => {
            let names: Vec<String> = some.iter().map(|one| format::quoted(&one.curve.group)).collect();
            let names = format::one_of(&names);
            (t!("{names} is reached last: the intervals leave open which.", names), t!("Theirs overlap."))
        }
        _ => {
            let days: Vec<i32> = observed.iter().filter_map(|one| one.curve.median().t).collect();
            let when = match (days.iter().min(), days.iter().max()) {
                (Some(first), Some(last)) if days.len() == observed.len() && first == last => {
                    t!("Half of the learners show each of them consistently by day {first}.", first)
                }
                (Some(first), Some(last)) if days.len() == observed.len() => {
                    t!(
                        "Half of the learners show each of them consistently between day {first} and day {last}.",
                        first,
                        last
                    )
                }
                (Some(_), _) => t!("Fewer than half of the learners show some of them consistently so far.").to_owned(),
                _ => t!("Fewer than half of the learners show any of them consistently so far.").to_owned(),
            };
            (t!("Which behaviour is reached last cannot be told. {when}", when), overlap)
        }
    }
}

/// Ends of the interval of the median; the upper one may lie beyond everything. `None` where it is not defined.
fn span(curve: &Curve) -> Option<[f64; 2]> {
    let median = curve.median();
    let lower = match (median.lower, median.t) {
        (Some(lower), _) => f64::from(lower),
        // Half are not there by the end of the curve, and its band says so all along.
        (None, None) => f64::from(curve.rows.last()?.t) + 1.0,
        (None, Some(_)) => return None,
    };
    Some([lower, median.upper.map_or(f64::INFINITY, f64::from)])
}

/// Whether nothing shows that another one is reached later.
fn is_open(spans: &[Option<[f64; 2]>], at: usize) -> bool {
    let Some([_, upper]) = spans[at] else { return true };
    !spans.iter().flatten().any(|[lower, _]| *lower > upper)
}

/// Said where the one that is last was looked for less often than any other.
fn seldom(observed: &[&Alone], could_be_last: &[&Alone]) -> String {
    let [last] = could_be_last else { return String::new() };
    let others = observed.iter().filter(|one| one.curve.group != last.curve.group).map(|one| one.observations).min();
    match others {
        Some(next) if last.observations as f64 <= SELDOM * next as f64 => {
            t!("{name} was looked for least often, which may be the reason.", name = format::quoted(&last.curve.group))
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::{plain, ttc};
    use crate::survival::CurveRow;

    /// Median with its interval.
    type Half = Option<(i32, Option<i32>, Option<i32>)>;

    fn alone(name: &str, half: Half, observations: u64) -> Alone {
        let mut curve = ttc(120, 80, half).curve;
        name.clone_into(&mut curve.group);
        curve.rows = vec![CurveRow { t: 100, n: 120, d: 0, c: 120, s: 1.0, band: None }];
        Alone { curve, observations }
    }

    fn headline(halves: &[(&str, Half)]) -> String {
        let alone = halves.iter().map(|(name, half)| alone(name, *half, 400)).collect();
        plain(behaviours(&Behaviours { alone })).headline
    }

    const AT_40: Half = Some((40, Some(36), Some(44)));
    const AT_43: Half = Some((43, Some(39), Some(49)));
    const AT_60: Half = Some((60, Some(50), Some(70)));

    #[test]
    fn a_behaviour_is_last_only_where_its_interval_lies_after_all_others() {
        for (halves, expected) in [
            (
                vec![("ask", AT_60), ("close", AT_40), ("listen", AT_43)],
                "“ask” is reached last: half of the learners show it consistently by day 60.",
            ),
            (
                vec![("ask", AT_40), ("close", AT_43)],
                "Which behaviour is reached last cannot be told. Half of the learners show each of them consistently \
                 between day 40 and day 43.",
            ),
            (
                vec![("ask", AT_40), ("close", AT_60), ("listen", Some((64, Some(55), None)))],
                "“close” or “listen” is reached last: the intervals leave open which.",
            ),
            // Beside an interval without an upper end nothing is later.
            (
                vec![("ask", Some((30, Some(20), None))), ("close", AT_60)],
                "Which behaviour is reached last cannot be told. Half of the learners show each of them consistently \
                 between day 30 and day 60.",
            ),
            // Half are not there by the end, and the band leaves no doubt of it.
            (
                vec![("ask", None), ("close", AT_60)],
                "“ask” is reached last: fewer than half of the learners show it consistently so far.",
            ),
            (
                vec![("ask", None), ("close", None)],
                "Which behaviour is reached last cannot be told. Fewer than half of the learners show any of them \
                 consistently so far.",
            ),
            // All on one day: no interval, so nothing is said of it.
            (
                vec![("ask", Some((10, None, None))), ("close", AT_60), ("listen", AT_40)],
                "“ask” or “close” is reached last: the intervals leave open which.",
            ),
        ] {
            assert_eq!(headline(&halves), expected);
        }
    }

    #[test]
    fn looking_less_often_is_said_of_the_last_one_alone() {
        let of = |observations| {
            let alone = vec![alone("ask", AT_60, observations), alone("close", AT_40, 400)];
            plain(behaviours(&Behaviours { alone })).caveat
        };
        assert!(of(320).ends_with("“ask” was looked for least often, which may be the reason."), "{}", of(320));
        assert!(of(321).ends_with("is looked for, too."), "{}", of(321));
        assert!(
            of(400).starts_with("Its 95 % interval lies after those of the others. Each curve counts all 120 learners")
        );
    }

    #[test]
    fn a_behaviour_without_an_observation_keeps_everybody_from_the_rule() {
        let alone = vec![alone("ask", AT_60, 300), alone("close", None, 0)];
        let said = behaviours(&Behaviours { alone }).headline;
        assert_eq!(said, "“close” is not observed so far, so nobody meets the whole rule.");
    }
}
