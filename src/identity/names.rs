//! People of whom only the names agree: never merged, but proposed to somebody who knows them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::receipt::Decision;
use crate::table::{Code, Dictionary, Who};

/// One of two who may be the same person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Side {
    /// What stands for the person.
    pub person: String,
    /// A list of people names them.
    pub is_listed: bool,
}

/// Two whose names agree, and who do not stand beside each other in one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Proposal {
    pub name: String,
    pub one: Side,
    pub other: Side,
}

/// What a person is called, by whom. `source` is one table of one file, in which two entries are two people.
#[derive(Clone, Debug)]
pub struct Named<'a> {
    pub person: Code,
    pub name: &'a str,
    pub source: usize,
}

/// Of a name that so many have nothing can be concluded.
const MOST_NAMESAKES: usize = 8;

/// Proposals in the order of names. At least one of the two is named by no list of people, or by another list.
pub fn proposals<'a>(
    named: impl Iterator<Item = Named<'a>>,
    who: &Who,
    decisions: &[Decision],
    ids: &Dictionary,
    is_listed: impl Fn(Code) -> bool,
) -> Vec<Proposal> {
    let text = |code: Code| ids.text(code);
    let code = |text: &str| ids.find(text.as_bytes()).map(|code| who.of(code));
    // What was decided, by the ones who stand for the people now.
    let decided: HashSet<[Option<Code>; 2]> = decisions
        .iter()
        .map(|decision| [code(&decision.one), code(&decision.other)])
        .flat_map(|[one, other]| [[one, other], [other, one]])
        .collect();
    // By name: people, how they are called, and the tables that call them so.
    let mut by_key: HashMap<String, BTreeMap<Code, (&'a str, BTreeSet<usize>)>> = HashMap::new();
    for Named { person, name, source } in named {
        let key = key(name);
        // A single word is no full name.
        if !key.contains(' ') {
            continue;
        }
        let known = by_key.entry(key).or_default().entry(who.of(person)).or_insert((name, BTreeSet::new()));
        known.1.insert(source);
    }
    let mut found = Vec::new();
    for people in by_key.values().filter(|people| (2..=MOST_NAMESAKES).contains(&people.len())) {
        let people: Vec<_> = people.iter().collect();
        for (at, (one, (name, sources))) in people.iter().enumerate() {
            for (other, (_, others)) in &people[at + 1..] {
                let (mut pair, beside) = ([**one, **other], !sources.is_disjoint(others));
                pair.sort_by_key(|&code| (!is_listed(code), text(code)));
                let [one, other] = pair.map(|code| Side { person: text(code).to_owned(), is_listed: is_listed(code) });
                if !beside && !decided.contains(&pair.map(Some)) {
                    found.push(Proposal { name: (*name).to_owned(), one, other });
                }
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Words in any order, without capitals, commas and points: “Lovelace, Ada” is “Ada Lovelace”.
fn key(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '-')
        .filter(|w| !w.is_empty())
        .collect();
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Proposals among `person name source` with the ids that lists name, as `one+other`.
    fn found(named: &[(&str, &str, usize)], listed: &str, decisions: &[Decision]) -> String {
        let mut ids = Dictionary::new();
        let named: Vec<Named<'_>> =
            named.iter().map(|&(id, name, source)| Named { person: ids.intern(id.as_bytes()), name, source }).collect();
        let is_listed = |code: Code| listed.split(' ').any(|id| id == ids.text(code));
        let found = proposals(named.into_iter(), &Who::default(), decisions, &ids, is_listed);
        let found: Vec<String> =
            found.iter().map(|found| format!("{}+{}", found.one.person, found.other.person)).collect();
        found.join(" ")
    }

    #[test]
    fn the_same_name_in_two_files_is_proposed_and_in_one_file_is_not() {
        for (named, expected) in [
            (&[("7", "Ada Lovelace", 0), ("a@x", "ada lovelace", 1)][..], "7+a@x"),
            (&[("7", "Ada Lovelace", 0), ("a@x", "Lovelace, Ada", 1)], "7+a@x"),
            (&[("7", "Ada Lovelace", 0), ("a@x", "Ada B. Lovelace", 1)], ""),
            // Namesakes beside each other, and a name that is no full one.
            (&[("7", "Ada Lovelace", 0), ("8", "Ada Lovelace", 0)], ""),
            (&[("7", "Ada", 0), ("a@x", "Ada", 1)], ""),
            (&[("7", "A B", 0), ("8", "A B", 0), ("a@x", "A B", 1)], "7+a@x 8+a@x"),
            // One person under two names.
            (&[("7", "A B", 0), ("7", "A C", 0), ("a@x", "A C", 1)], "7+a@x"),
        ] {
            assert_eq!(found(named, "7 8", &[]), expected, "{named:?}");
        }
        let crowd: Vec<String> = (0..20).map(|n| format!("p{n}")).collect();
        let crowd: Vec<(&str, &str, usize)> = crowd.iter().enumerate().map(|(n, id)| (&**id, "A B", n)).collect();
        assert_eq!(found(&crowd, "", &[]), "", "so many of one name say nothing");
    }

    #[test]
    fn who_was_told_apart_is_not_proposed_again() {
        let named = [("7", "Ada Lovelace", 0), ("a@x", "Ada Lovelace", 1)];
        let apart = Decision { one: "a@x".to_owned(), other: "7".to_owned(), is_same: false };
        assert_eq!(found(&named, "7", &[apart]), "");
    }
}
