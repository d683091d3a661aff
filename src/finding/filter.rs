//! Who is shown, in one sentence, and why nobody is.

use crate::analysis::filtering::{Told, Why};
use crate::filter::{By, Filter};
use crate::{format, language, n, t};

/// "42 people in the teams North and South who started between March 2025 and June 2025"; why nobody is told of, else.
pub fn shown(told: &Told) -> String {
    let who = who(&told.filter);
    match &told.people {
        Ok(people) => format!("{}{who}", format::people(*people)),
        Err(_) => t!("Nobody{who}", who),
    }
}

/// The whole sentence over a screen.
pub fn filter(told: &Told) -> String {
    match (&told.people, told.filter.is_everybody()) {
        (Ok(_), false) => t!("Shown: {people}.", people = shown(told)),
        (Ok(people), true) if *people >= told.limit => t!("Shown: all {people}.", people = format::people(*people)),
        (Ok(_), true) => t!("Shown: everybody.").to_owned(),
        (Err(_), _) => t!("Not shown: people{who}.", who = who(&told.filter)),
    }
}

/// Why a filter shows nobody, and what to do; `None` where it does.
pub fn refusal(told: &Told) -> Option<String> {
    let limit = told.limit;
    Some(match told.people.as_ref().err()? {
        Why::Few => t!(
            "Fewer than {limit} people match, or nobody. Small groups are never shown: widen or clear the filter by \
             {names}.",
            limit,
            names = format::one_of(&about(&told.filter))
        ),
        Why::Tells(by) => t!(
            "Beside the same view without the filter by {names}, or with one value more or less, it would tell of fewer \
             than {limit} people by subtraction. Widen or clear the filter by {names}.",
            limit,
            names = format::one_of(&names(by))
        ),
        Why::Unlisted => t!(
            "A few of these people, fewer than {limit}, are in groups too small to be named, and beside the lists of \
             names it would tell of them. Widen or clear the filter by {names}.",
            limit,
            names = format::one_of(&about(&told.filter))
        ),
    })
}

/// What of the address means nothing here, a sentence each.
pub fn ignored(told: &Told) -> Vec<String> {
    let unknown = told.unknown.iter().map(|(by, value)| {
        let sentence = match by {
            By::Team => n!("Nobody in these data has the team “{value}”, so that part of the filter is ignored."),
            By::Role => n!("Nobody in these data has the role “{value}”, so that part of the filter is ignored."),
            By::Cohort => n!("Nobody in these data has the cohort “{value}”, so that part of the filter is ignored."),
            By::Location => {
                n!("Nobody in these data has the location “{value}”, so that part of the filter is ignored.")
            }
            By::Start => {
                n!("Nobody in these data has the start date “{value}”, so that part of the filter is ignored.")
            }
        };
        language::fill(sentence, &[("value", value)])
    });
    let unread = told.unread.iter();
    let unread = unread.map(|part| t!("“{part}” in the address is no filter and is ignored.", part));
    unknown.chain(unread).collect()
}

fn about(filter: &Filter) -> Vec<&'static str> {
    By::ALL.into_iter().filter(|by| filter.is_about(*by)).map(said).collect()
}

fn names(by: &[By]) -> Vec<&'static str> {
    by.iter().copied().map(said).collect()
}

/// What a filter is about, in words.
fn said(by: By) -> &'static str {
    match by {
        By::Team => t!("team"),
        By::Role => t!("role"),
        By::Cohort => t!("cohort"),
        By::Location => t!("location"),
        By::Start => t!("start date"),
    }
}

/// Follows the people, with a space before each part.
fn who(filter: &Filter) -> String {
    let of = |by: By, one, several| {
        let names: Vec<&str> = filter.of(by).iter().map(|name| format::group(name)).collect();
        let said = if names.len() == 1 { one } else { several };
        if names.is_empty() { String::new() } else { language::fill(said, &[("names", &format::all_of(&names))]) }
    };
    let start = match (filter.from.map(format::month), filter.to.map(format::month)) {
        (None, None) => String::new(),
        (Some(month), Some(to)) if month == to => t!(" who started in {month}", month),
        (Some(from), Some(to)) => t!(" who started between {from} and {to}", from, to),
        (Some(month), None) => t!(" who started in {month} or later", month),
        (None, Some(month)) => t!(" who started in {month} or earlier", month),
    };
    [
        of(By::Team, n!(" in the team {names}"), n!(" in the teams {names}")),
        of(By::Role, n!(" with the role {names}"), n!(" with the roles {names}")),
        of(By::Cohort, n!(" of the cohort {names}"), n!(" of the cohorts {names}")),
        of(By::Location, n!(" at the location {names}"), n!(" at the locations {names}")),
        start,
    ]
    .concat()
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
        crate::language::german::spoken(|| {
            let told = told("team=South&team=North&role=agent&from=2025-03&to=2025-06", Ok(42));
            assert_eq!(
                filter(&told).replace('\u{a0}', " "),
                "Gezeigt: 42 Personen in den Teams North und South mit der Rolle agent mit Start zwischen März 2025 und Juni \
                 2025."
            );
        });
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
