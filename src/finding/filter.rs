//! Who is shown, in one sentence, and why nobody is.

use crate::analysis::filtering::{Told, Why};
use crate::filter::{By, Filter};
use crate::format;

/// "42 people in the teams North and South who started between March 2025 and June 2025"; why nobody is told of, else.
pub fn shown(told: &Told) -> String {
    match &told.people {
        Ok(people) => format!("{}{}", format::people(*people), who(&told.filter)),
        Err(_) => format!("Nobody{}", who(&told.filter)),
    }
}

/// The whole sentence over a screen.
pub fn filter(told: &Told) -> String {
    match (&told.people, told.filter.is_everybody()) {
        (Ok(_), false) => format!("Shown: {}.", shown(told)),
        (Ok(people), true) if *people >= told.limit => format!("Shown: all {}.", format::people(*people)),
        (Ok(_), true) => "Shown: everybody.".to_owned(),
        (Err(_), _) => format!("Not shown: people{}.", who(&told.filter)),
    }
}

/// Why a filter shows nobody, and what to do; `None` where it does.
pub fn refusal(told: &Told) -> Option<String> {
    let limit = told.limit;
    Some(match told.people.as_ref().err()? {
        Why::Few => format!(
            "Fewer than {limit} people match, or nobody. Small groups are never shown: widen or clear the filter by {}.",
            listed(&about(&told.filter), "or")
        ),
        Why::Tells(by) => format!(
            "Beside the same view without the filter by {}, or with one value more or less, it would tell of fewer than \
             {limit} people by subtraction. Widen or clear the filter by {}.",
            listed(&names(by), "or"),
            listed(&names(by), "or")
        ),
        Why::Unlisted => format!(
            "A few of these people, fewer than {limit}, are in groups too small to be named, and beside the lists of \
             names it would tell of them. Widen or clear the filter by {}.",
            listed(&about(&told.filter), "or")
        ),
    })
}

/// What of the address means nothing here, a sentence each.
pub fn ignored(told: &Told) -> Vec<String> {
    let unknown = told.unknown.iter().map(|(by, value)| {
        format!("Nobody in these data has the {} “{value}”, so that part of the filter is ignored.", by.name())
    });
    let unread = told.unread.iter();
    let unread = unread.map(|part| format!("“{part}” in the address is no filter and is ignored."));
    unknown.chain(unread).collect()
}

fn about(filter: &Filter) -> Vec<&'static str> {
    By::ALL.into_iter().filter(|by| filter.is_about(*by)).map(By::name).collect()
}

fn names(by: &[By]) -> Vec<&'static str> {
    by.iter().map(|by| by.name()).collect()
}

fn who(filter: &Filter) -> String {
    let of = |by: By, one: &str, several: &str| match filter.of(by) {
        [] => String::new(),
        [value] => format!(" {one} {value}"),
        values => format!(" {several} {}", listed(values, "and")),
    };
    let start = match (filter.from, filter.to) {
        (None, None) => String::new(),
        (Some(from), Some(to)) if from == to => format!(" who started in {}", format::month(from)),
        (Some(from), Some(to)) => {
            format!(" who started between {} and {}", format::month(from), format::month(to))
        }
        (Some(from), None) => format!(" who started in {} or later", format::month(from)),
        (None, Some(to)) => format!(" who started in {} or earlier", format::month(to)),
    };
    [
        of(By::Team, "in the team", "in the teams"),
        of(By::Role, "with the role", "with the roles"),
        of(By::Cohort, "of the cohort", "of the cohorts"),
        of(By::Location, "at the location", "at the locations"),
        start,
    ]
    .concat()
}

/// "a", "a and b", "a, b and c".
fn listed<T: AsRef<str>>(names: &[T], and: &str) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} {and} {last}", first.join(", ")),
        _ => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(query: &str, people: Result<u64, Why>) -> Told {
        let (filter, unread) = Filter::of_query(query);
        Told { filter, unknown: vec![(By::Team, "West".to_owned())], is_renamed: false, unread, people, limit: 5 }
    }

    #[test]
    fn who_is_shown_is_a_sentence() {
        for (query, expected) in [
            ("", "Shown: all 42 people."),
            ("team=North", "Shown: 42 people in the team North."),
            (
                "team=South&team=North&from=2025-03&to=2025-06",
                "Shown: 42 people in the teams North and South who started between March 2025 and June 2025.",
            ),
            (
                "role=agent&cohort=c1&cohort=c2&cohort=c3&location=Leeds&to=2025-06",
                "Shown: 42 people with the role agent of the cohorts c1, c2 and c3 at the location Leeds who started in \
                 June 2025 or earlier.",
            ),
            ("from=2025-06&to=2025-06", "Shown: 42 people who started in June 2025."),
        ] {
            assert_eq!(filter(&told(query, Ok(42))).replace('\u{a0}', " "), expected);
        }
        assert_eq!(filter(&told("", Ok(3))), "Shown: everybody.");
    }

    #[test]
    fn a_refusal_says_what_to_widen_and_not_how_many_there_are() {
        let few = told("team=North&role=agent&x", Err(Why::Few));
        assert_eq!(filter(&few), "Not shown: people in the team North with the role agent.");
        assert!(refusal(&few).unwrap().ends_with("widen or clear the filter by team or role."));
        let tells = refusal(&told("team=North&role=agent", Err(Why::Tells(vec![By::Role])))).unwrap();
        assert!(tells.ends_with("Widen or clear the filter by role."), "{tells}");
        assert_eq!(refusal(&told("team=North", Ok(5))), None);
        let ignored = ignored(&few);
        assert_eq!(ignored.len(), 2);
        assert!(ignored[0].contains("the team “West”") && ignored[1].starts_with("“x” in the address"));
    }
}
