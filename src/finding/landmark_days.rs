//! Whether the landmark comparison says something else on another day. Never which day to choose.

use super::Finding;
use super::landmark::managers_choose;
use crate::analysis::closer::{LandmarkDays, OnDay, Sides};
use crate::{format, language, n, t};

/// What a day alone would have one say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Earlier,
    Later,
    Chance,
    Nothing,
}

impl Says {
    fn of(sides: &Sides) -> Says {
        match sides.earlier {
            None => Says::Nothing,
            Some((_, band)) if band.lower > 0.0 => Says::Earlier,
            Some((_, band)) if band.upper < 0.0 => Says::Later,
            Some(_) => Says::Chance,
        }
    }

    /// Where every day says so.
    fn on_each(self, n: usize) -> String {
        match self {
            Says::Earlier => t!(
                "The conclusion does not depend on the day chosen: on each of these {n} days the group with two check-ins \
                 became competent earlier.",
                n
            ),
            Says::Later => t!(
                "The conclusion does not depend on the day chosen: on each of these {n} days the group without became \
                 competent earlier.",
                n
            ),
            Says::Chance => t!(
                "The conclusion does not depend on the day chosen: on each of these {n} days chance explains the \
                 difference.",
                n
            ),
            Says::Nothing => t!(
                "The conclusion does not depend on the day chosen: on each of these {n} days the difference has no \
                 interval.",
                n
            ),
        }
    }

    /// Where some days say so.
    fn on(self, days: &[i32]) -> String {
        let (one, several) = match self {
            Says::Earlier => (
                n!("on day {days} the group with two check-ins became competent earlier"),
                n!("on days {days} the group with two check-ins became competent earlier"),
            ),
            Says::Later => (
                n!("on day {days} the group without became competent earlier"),
                n!("on days {days} the group without became competent earlier"),
            ),
            Says::Chance => (
                n!("on day {days} chance explains the difference"),
                n!("on days {days} chance explains the difference"),
            ),
            Says::Nothing => (
                n!("on day {days} the difference has no interval"),
                n!("on days {days} the difference has no interval"),
            ),
        };
        let texts: Vec<String> = days.iter().map(i32::to_string).collect();
        language::fill(if days.len() == 1 { one } else { several }, &[("days", &format::all_of(&texts))])
    }
}

/// `None` where the saved day is not shown: no other day stands in for it.
pub fn landmark_days(found: &LandmarkDays) -> Option<Finding> {
    let says = |one: &OnDay| Some((one.day, Says::of(one.sides.as_ref()?)));
    let (_, saved) = found.saved_day().and_then(says)?;
    let days: Vec<(i32, Says)> = found.days.iter().filter_map(says).collect();
    let headline = match days.len() {
        1 => t!(
            "Whether the conclusion depends on the day cannot be seen: no other day has enough people on both sides."
        )
        .to_owned(),
        n if days.iter().all(|(_, says)| *says == saved) => saved.on_each(n),
        _ => {
            let of = |says: Says| days.iter().filter(|(_, said)| *said == says).map(|(day, _)| *day).collect();
            let all = [saved, Says::Earlier, Says::Later, Says::Chance, Says::Nothing];
            let mut parts: Vec<String> = Vec::new();
            for (at, says) in all.into_iter().enumerate() {
                let days: Vec<i32> = of(says);
                if !days.is_empty() && !all[..at].contains(&says) {
                    parts.push(says.on(&days));
                }
            }
            t!("The conclusion depends on the day chosen: {parts}.", parts = parts.join(", "))
        }
    };
    let saved = t!(
        "Day {day} is saved in the definition and stays the one that is reported; the others test it and are not there to \
         choose from.",
        day = found.saved
    );
    let others =
        t!("Each day compares other people over other days: whoever was competent or gone by then is not in it.");
    Some(Finding::new(headline, [saved, others.to_owned(), managers_choose()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Band;

    fn on(day: i32, earlier: Option<(f64, f64)>) -> OnDay {
        let earlier = earlier.map(|(lower, upper)| ((lower + upper) / 2.0, Band { lower, upper }));
        OnDay { day, sides: Some(Sides { with: 40, without: 30, tau: Some(60), earlier }) }
    }

    fn headline(days: Vec<OnDay>) -> Option<String> {
        landmark_days(&LandmarkDays { saved: 21, days }).map(|finding| finding.headline)
    }

    const YES: Option<(f64, f64)> = Some((1.0, 9.0));
    const NO: Option<(f64, f64)> = Some((-9.0, -1.0));
    const CHANCE: Option<(f64, f64)> = Some((-1.0, 9.0));

    #[test]
    fn the_conclusion_of_every_day_is_told_and_the_saved_one_comes_first() {
        let hidden = |day| OnDay { day, sides: None };
        for (days, expected) in [
            (
                vec![on(14, YES), on(21, YES), on(28, YES)],
                "The conclusion does not depend on the day chosen: on each of these 3 days the group with two check-ins \
                 became competent earlier.",
            ),
            (
                vec![on(14, CHANCE), on(21, CHANCE), hidden(28)],
                "The conclusion does not depend on the day chosen: on each of these 2 days chance explains the difference.",
            ),
            (
                vec![on(14, YES), on(21, CHANCE), on(28, CHANCE), on(42, NO), on(56, YES)],
                "The conclusion depends on the day chosen: on days 21 and 28 chance explains the difference, on days 14 and \
                 56 the group with two check-ins became competent earlier, on day 42 the group without became competent \
                 earlier.",
            ),
            (
                vec![on(21, YES), on(28, None)],
                "The conclusion depends on the day chosen: on day 21 the group with two check-ins became competent earlier, \
                 on day 28 the difference has no interval.",
            ),
            (
                vec![hidden(14), on(21, YES)],
                "Whether the conclusion depends on the day cannot be seen: no other day has enough people on both sides.",
            ),
        ] {
            assert_eq!(headline(days).as_deref(), Some(expected));
        }
        assert_eq!(headline(vec![on(14, YES), hidden(21)]), None, "no other day stands in for it");
    }

    #[test]
    fn an_interval_that_touches_nought_is_chance() {
        for (interval, says) in [((0.0, 4.0), Says::Chance), ((-4.0, 0.0), Says::Chance), ((0.1, 4.0), Says::Earlier)] {
            let sides = on(21, Some(interval)).sides.unwrap();
            assert_eq!(Says::of(&sides), says);
        }
    }
}
