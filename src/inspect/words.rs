//! Definitions in words, with the settings in force.

use super::Of;
use crate::analysis::{EventKind, InForce};
use crate::definition::{Clock, Contexts};
use crate::{format, n, t};

/// More behaviours than this are not named one by one.
const MOST_NAMED: usize = 6;

/// "all learners", "the learners in Blue".
pub fn whom(of: &Of) -> String {
    of.group.as_ref().map_or_else(
        || t!("all learners").to_owned(),
        |group| t!("the learners in {group}", group = format::group(group)),
    )
}

/// What happened in the rows behind a number: marked words.
pub fn happened(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Observed => n!("observed"),
        EventKind::Completed => n!("completed"),
        EventKind::Applied => n!("applied"),
        EventKind::Feedback => n!("feedback"),
        EventKind::Measured => n!("measured"),
        other => other.word(),
    }
}

/// One text of several, without those that are empty.
pub fn sentences<const N: usize>(sentences: [&str; N]) -> String {
    sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The competency rule.
pub fn rule(in_force: &InForce) -> String {
    let competent = match &in_force.behaviours[..] {
        [] => {
            let nobody = t!("No behaviour is observed so far, so nobody is competent.");
            return sentences([nobody, &data_date(in_force)]);
        }
        [behaviour] => {
            t!("A learner is competent on the first day at whose end the behaviour {behaviour} holds.", behaviour)
        }
        some if some.len() <= MOST_NAMED => t!(
            "A learner is competent on the first day at whose end all {n} behaviours hold: {names}.",
            n = some.len(),
            names = some.join(", ")
        ),
        many => t!(
            "A learner is competent on the first day at whose end all {n} behaviours hold: {names} and {others} more.",
            n = many.len(),
            names = many[..MOST_NAMED].join(", "),
            others = many.len() - MOST_NAMED
        ),
    };
    let definition = &in_force.definition;
    let (k, n, value) = (definition.k, definition.n, format::plain(definition.positive_from));
    let holds = match definition.min_span {
        0 => t!(
            "A behaviour holds while at least {k} of its last {n} observations are positive (value {value} or more).",
            k,
            n,
            value
        ),
        days => t!(
            "A behaviour holds while at least {k} of its last {n} observations are positive (value {value} or more) and the \
             evidence covers at least {days}.",
            k,
            n,
            value,
            days = format::days(days)
        ),
    };
    let counts = match definition.contexts {
        Contexts::Live => t!(
            "Observations count from the start to the last day of a person, in live work; simulated ones do not count."
        ),
        Contexts::Any => {
            t!("Observations count from the start to the last day of a person, in live work and simulated.")
        }
    };
    let begin = match definition.clock {
        Clock::Start => "",
        Clock::Enrolled => t!("Day 0 is the first enrollment, not the start date."),
        Clock::Started => t!("Day 0 is the first module begun, not the start date."),
    };
    sentences([&competent, &holds, counts, begin, &data_date(in_force)])
}

pub fn data_date(in_force: &InForce) -> String {
    match in_force.cutoff.map(format::date) {
        Some(day) => t!("Nothing after {day} counts.", day),
        None => t!("Nothing after the data date counts.").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::Definition;
    use crate::time::Day;

    fn in_force(behaviours: &[&str], definition: Definition) -> InForce {
        InForce {
            definition,
            cutoff: Day::parse("2026-10-02"),
            launch: None,
            behaviours: behaviours.iter().map(|name| (*name).to_owned()).collect(),
            kpi_items: Vec::new(),
        }
    }

    #[test]
    fn the_rule_names_every_setting_in_force() {
        for (in_force, expected) in [
            (
                in_force(&["ask"], Definition::default()),
                "A learner is competent on the first day at whose end the behaviour ask holds. A behaviour holds while at \
                 least 3 of its last 3 observations are positive (value 1 or more). Observations count from the start to \
                 the last day of a person, in live work; simulated ones do not count. Nothing after 2 October 2026 counts.",
            ),
            (
                in_force(
                    &["ask", "close"],
                    Definition {
                        k: 4,
                        n: 5,
                        min_span: 14,
                        positive_from: 2.5,
                        contexts: Contexts::Any,
                        ..Definition::default()
                    },
                ),
                "A learner is competent on the first day at whose end all 2 behaviours hold: ask, close. A behaviour \
                 holds while at least 4 of its last 5 observations are positive (value 2.5 or more) and the evidence \
                 covers at least 14 days. Observations count from the start to the last day of a person, in live work \
                 and simulated. Nothing after 2 October 2026 counts.",
            ),
            (
                in_force(&[], Definition::default()),
                "No behaviour is observed so far, so nobody is competent. Nothing after 2 October 2026 counts.",
            ),
        ] {
            assert_eq!(rule(&in_force).replace('\u{a0}', " "), expected);
        }
        let many = in_force(&["a", "b", "c", "d", "e", "f", "g", "h"], Definition::default());
        assert!(rule(&many).contains("all 8 behaviours hold: a, b, c, d, e, f and 2 more."));
    }
}
