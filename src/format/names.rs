//! Names in a sentence, and several of them.

use crate::{language, n, t};

/// "“North”": a name as it stands in a file.
pub fn quoted(name: impl std::fmt::Display) -> String {
    t!("“{name}”", name)
}

/// What a group is called where somebody reads it: those without a team, a cohort, a role or a location have no name of
/// their own (`Grouping::without`); data, files and addresses keep the English one.
pub fn group(name: &str) -> &str {
    match name {
        "No team" => t!("No team"),
        "No cohort" => t!("No cohort"),
        "No role" => t!("No role"),
        "No location" => t!("No location"),
        name => name,
    }
}

/// "a", "a and b", "a, b and c".
pub fn all_of(names: &[impl AsRef<str>]) -> String {
    joined(names, n!("{before} and {last}"))
}

/// "a", "a or b", "a, b or c".
pub fn one_of(names: &[impl AsRef<str>]) -> String {
    joined(names, n!("{before} or {last}"))
}

fn joined(names: &[impl AsRef<str>], ending: &'static str) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [before @ .., last] if !before.is_empty() => {
            language::fill(ending, &[("before", &before.join(", ")), ("last", last)])
        }
        _ => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_with_the_word_before_the_last() {
        for (names, all, one) in [
            (vec![], "", ""),
            (vec!["a"], "a", "a"),
            (vec!["a", "b"], "a and b", "a or b"),
            (vec!["a", "b", "c"], "a, b and c", "a, b or c"),
        ] {
            assert_eq!((all_of(&names).as_str(), one_of(&names).as_str()), (all, one));
        }
        crate::language::german::spoken(|| {
            assert_eq!((all_of(&["a", "b"]).as_str(), quoted("a").as_str()), ("a und b", "„a“"));
        });
    }
}
