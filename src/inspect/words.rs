//! Definitions in words, with the settings in force.

use super::Of;
use crate::analysis::InForce;
use crate::definition::{Clock, Contexts};
use crate::format;

/// More behaviours than this are not named one by one.
const MOST_NAMED: usize = 6;

/// "all learners", "the learners in Blue".
pub fn whom(of: &Of) -> String {
    of.group.as_ref().map_or_else(|| "all learners".to_owned(), |group| format!("the learners in {group}"))
}

/// The competency rule.
pub fn rule(in_force: &InForce) -> String {
    let behaviours = match &in_force.behaviours[..] {
        [] => return format!("No behaviour is observed so far, so nobody is competent. {}", data_date(in_force)),
        [behaviour] => format!("the behaviour {behaviour} holds"),
        some if some.len() <= MOST_NAMED => format!("all {} behaviours hold: {}", some.len(), some.join(", ")),
        many => format!(
            "all {} behaviours hold: {} and {} more",
            many.len(),
            many[..MOST_NAMED].join(", "),
            many.len() - MOST_NAMED
        ),
    };
    let definition = &in_force.definition;
    let begin = match definition.clock {
        Clock::Start => "",
        Clock::Enrolled => " Day 0 is the first enrollment, not the start date.",
        Clock::Started => " Day 0 is the first module begun, not the start date.",
    };
    let span = match definition.min_span {
        0 => String::new(),
        days => format!(" and the evidence covers at least {}", format::days(days)),
    };
    format!(
        "A learner is competent on the first day at whose end {behaviours}. A behaviour holds while at least {} of its \
         last {} observations are positive (value {} or more){span}. Observations count from the start to the last day \
         of a person, {}.{begin} {}",
        definition.k,
        definition.n,
        format::plain(definition.positive_from),
        contexts(definition.contexts),
        data_date(in_force)
    )
}

fn contexts(contexts: Contexts) -> &'static str {
    match contexts {
        Contexts::Live => "in live work; simulated ones do not count",
        Contexts::Any => "in live work and simulated",
    }
}

pub fn data_date(in_force: &InForce) -> String {
    let day = in_force.cutoff.map_or_else(|| "the data date".to_owned(), format::date);
    format!("Nothing after {day} counts.")
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
