//! What a finding stands on: the rule, the data date, what is hidden.

use super::comparison::nouns;
use crate::analysis::Analysis;
use crate::definition::{Clock, Contexts};
use crate::{format, t};

/// "2 of 12 teams are not shown, to protect small groups."; `None` when nothing is hidden.
pub fn hidden_groups(analysis: &Analysis) -> Option<String> {
    let breakdown = analysis.breakdown.as_ref()?;
    let (hidden, noun) = (breakdown.hidden.len(), nouns(breakdown.by));
    let total = breakdown.shown.groups.len() + hidden;
    match hidden {
        0 => None,
        1 => Some(t!("1 of {total} {noun} is not shown, to protect small groups.", total, noun)),
        _ => Some(t!("{hidden} of {total} {noun} are not shown, to protect small groups.", hidden, total, noun)),
    }
}

/// The rule in force in one line: "3 behaviours, 3 of the last 3 in live work".
pub fn rule(analysis: &Analysis) -> String {
    let definition = &analysis.in_force.definition;
    let behaviours = match analysis.in_force.behaviours.len() {
        0 => t!("no behaviour observed so far").to_owned(),
        1 => t!("1 behaviour").to_owned(),
        n => t!("{n} behaviours", n),
    };
    let (k, n) = (definition.k, definition.n);
    let of_the_last = match definition.contexts {
        Contexts::Live => t!("{k} of the last {n} in live work", k, n),
        Contexts::Any => t!("{k} of the last {n} in live or simulated work", k, n),
    };
    let mut parts = vec![behaviours, of_the_last];
    match definition.clock {
        Clock::Start => {}
        Clock::Enrolled => parts.push(t!("from the first enrollment on").to_owned()),
        Clock::Started => parts.push(t!("from the first module begun on").to_owned()),
    }
    if definition.min_span > 0 {
        parts.push(t!("over at least {days}", days = format::days(definition.min_span)));
    }
    if definition.positive_from != 1.0 {
        parts.push(t!("positive from {value}", value = format::plain(definition.positive_from)));
    }
    parts.join(", ")
}

/// Foot line of every picture and page: data date, small groups.
pub fn foot(analysis: &Analysis) -> String {
    let data = match analysis.in_force.cutoff {
        Some(day) => t!("Data up to {date}.", date = format::date(day)),
        None => t!("No data date yet: no event of a known person is read.").to_owned(),
    };
    let limit = analysis.in_force.definition.min_group_in_force();
    let hidden = t!("Small groups (fewer than {limit} people) are not shown.", limit);
    format!("{data} {hidden}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::{analysis, breakdown, ttc_of};

    #[test]
    fn hidden_groups_are_counted_and_not_described() {
        let mut analysis = analysis(ttc_of("", 87, 61, Some(58)));
        assert_eq!(hidden_groups(&analysis), None);
        for (hidden, text) in [
            (0, None),
            (1, Some("1 of 2 teams is not shown, to protect small groups.")),
            (3, Some("3 of 4 teams are not shown, to protect small groups.")),
        ] {
            let mut split = breakdown(&[ttc_of("A", 87, 61, Some(58))], None);
            split.hidden = (0..hidden).map(|i| format!("H{i}")).collect();
            analysis.breakdown = Some(split);
            assert_eq!(hidden_groups(&analysis).as_deref(), text);
        }
    }

    #[test]
    fn the_rule_fits_in_a_line() {
        let mut analysis = analysis(ttc_of("", 87, 61, Some(58)));
        assert_eq!(rule(&analysis), "1 behaviour, 3 of the last 3 in live work");
        analysis.in_force.behaviours = vec!["a".to_owned(), "b".to_owned()];
        let definition = &mut analysis.in_force.definition;
        (definition.k, definition.min_span, definition.positive_from) = (2, 14, 2.5);
        definition.contexts = Contexts::Any;
        assert_eq!(
            rule(&analysis).replace('\u{a0}', " "),
            "2 behaviours, 2 of the last 3 in live or simulated work, over at least 14 days, positive from 2.5"
        );
        analysis.in_force.behaviours.clear();
        assert!(rule(&analysis).starts_with("no behaviour observed so far, "));
    }

    #[test]
    fn the_foot_names_the_data_date_and_the_limit() {
        let mut analysis = analysis(ttc_of("", 87, 61, Some(58)));
        assert_eq!(
            foot(&analysis).replace('\u{a0}', " "),
            "Data up to 2 October 2026. Small groups (fewer than 5 people) are not shown."
        );
        analysis.in_force.cutoff = None;
        analysis.in_force.definition.min_group = 1;
        assert_eq!(
            foot(&analysis),
            "No data date yet: no event of a known person is read. Small groups (fewer than 3 people) are not shown."
        );
    }
}
