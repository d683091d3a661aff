//! Ids and addresses of one person, found without asking.

use std::collections::{HashMap, HashSet};

use super::is_address;
use super::sets::Sets;
use crate::receipt::Decision;
use crate::table::{Code, Dictionary, Known, Who};

/// Who is who among the texts of a dictionary. `is_listed` says whether a list of people names a code: of several texts of
/// one person such a one stands for them, and of several such the first in the alphabet.
///
/// An id that stands beside two addresses belongs to two systems or to somebody with a new address, and an address beside
/// two people of one table to a counter or a family; nobody is merged by it unless somebody decided that the two are one
/// person. `known` is what tables say, each with the place of its table.
pub fn resolve<'a>(
    ids: &Dictionary,
    known: impl Iterator<Item = (usize, &'a Known)>,
    decisions: &[Decision],
    is_listed: impl Fn(Code) -> bool,
) -> Who {
    let capitals: Vec<(&str, String)> = addresses_with_capitals(ids);
    let mut sets = Sets::default();
    for (text, lower) in &capitals {
        sets.join(text, lower);
    }
    for decision in decisions.iter().filter(|decision| decision.is_same) {
        sets.join(&decision.one, &decision.other);
    }
    let linked: Vec<(usize, &Known)> = known.filter(|(_, known)| !known.others.is_empty()).collect();
    let mut shared = shared_ids(&linked, &mut sets);
    shared.extend(shared_addresses(&linked, &mut sets));
    let apart: Vec<(&str, &str)> = decisions
        .iter()
        .filter(|decision| !decision.is_same)
        .map(|decision| (&*decision.one, &*decision.other))
        .collect();
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for &(_, known) in &linked {
        let mut texts = texts(known).filter(|text| !shared.contains(text));
        let Some(first) = texts.next() else { continue };
        pairs.extend(texts.map(|text| (first.min(text), first.max(text))));
    }
    if !apart.is_empty() {
        // Which of two texts comes too late must not depend on the order of the files.
        pairs.sort_unstable();
    }
    for (one, other) in pairs {
        if !sets.would_join(one, other, &apart) {
            sets.join(one, other);
        }
    }
    if sets.is_empty() {
        return Who::default();
    }
    let mut of: Vec<Code> = (0..ids.len() as Code).collect();
    for texts in sets.all() {
        let mut codes: Vec<Code> = texts.iter().filter_map(|text| ids.find(text.as_bytes())).collect();
        let has_capitals = |code: Code| ids.text(code).chars().any(char::is_uppercase);
        codes.sort_by_key(|&code| (!is_listed(code), has_capitals(code), ids.text(code)));
        for &code in &codes {
            of[code as usize] = codes[0];
        }
    }
    Who::new(of)
}

fn addresses_with_capitals(ids: &Dictionary) -> Vec<(&str, String)> {
    let (bytes, _) = ids.parts();
    if !bytes.contains(&b'@') {
        return Vec::new();
    }
    (0..ids.len() as Code)
        .map(|code| ids.text(code))
        .filter(|text| is_address(text) && text.chars().any(char::is_uppercase))
        .map(|text| (text, text.to_lowercase()))
        .collect()
}

fn texts(known: &Known) -> impl Iterator<Item = &str> {
    std::iter::once(&known.person).chain(&known.others).map(String::as_str)
}

/// Ids that stand beside addresses of more than one person.
fn shared_ids<'a>(known: &[(usize, &'a Known)], sets: &mut Sets<'a>) -> HashSet<&'a str> {
    let mut beside: HashMap<&str, usize> = HashMap::new();
    let mut shared = HashSet::new();
    for &(_, known) in known {
        let Some(address) = texts(known).find(|text| is_address(text)) else { continue };
        let place = sets.root_of(address);
        for id in texts(known).filter(|text| !is_address(text)) {
            if *beside.entry(id).or_insert(place) != place {
                shared.insert(id);
            }
        }
    }
    shared
}

/// Addresses that stand beside more than one of the ids by which a table names its people.
fn shared_addresses<'a>(known: &[(usize, &'a Known)], sets: &mut Sets<'a>) -> HashSet<&'a str> {
    let mut beside: HashMap<(usize, &str), usize> = HashMap::new();
    let mut shared = HashSet::new();
    for &(table, known) in known.iter().filter(|(_, known)| !is_address(&known.person)) {
        let place = sets.root_of(&known.person);
        for address in known.others.iter().filter(|text| is_address(text)) {
            if *beside.entry((table, address.as_str())).or_insert(place) != place {
                shared.insert(address.as_str());
            }
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(texts: &str) -> Known {
        let mut texts = texts.split(' ').map(str::to_owned);
        Known { person: texts.next().unwrap(), others: texts.collect(), name: String::new() }
    }

    fn decided(one: &str, other: &str, is_same: bool) -> Decision {
        Decision { one: one.to_owned(), other: other.to_owned(), is_same }
    }

    /// Who stands for whom, as `text=person`, of texts that are in the tables.
    fn merged(texts: &str, rows: &[&str], decisions: &[Decision], listed: &str) -> String {
        let mut ids = Dictionary::new();
        for text in texts.split(' ') {
            ids.intern(text.as_bytes());
        }
        let rows: Vec<Known> = rows.iter().map(|row| known(row)).collect();
        let is_listed = |code| ids.text(code) == listed;
        let who = resolve(&ids, rows.iter().map(|known| (0, known)), decisions, is_listed);
        let mut found: Vec<String> =
            who.merged().map(|(code, person)| format!("{}={}", ids.text(code), ids.text(person))).collect();
        found.sort();
        found.join(" ")
    }

    #[test]
    fn ids_of_one_row_and_addresses_without_capitals_are_one_person() {
        for (texts, rows, expected) in [
            ("a@x b@x", &[][..], ""),
            ("A@x a@x", &[], "A@x=a@x"),
            ("A@x a@X", &[], "a@X=A@x"),
            ("Ann ann", &[], ""),
            ("a@x 7", &["a@x 7"], "a@x=7"),
            // Through an id that no table has, and through one of them only.
            ("a@x u", &["a@x 7", "7 u"], "u=a@x"),
            ("a@x 7 8", &["a@x 7", "a@x 8"], "8=7 a@x=7"),
            // One number in two systems.
            ("a@x b@x 7", &["a@x 7", "b@x 7"], ""),
            ("a@x b@x 7", &["a@x 7", "7 b@x"], ""),
            ("A@x a@x 7", &["A@x 7", "a@x 7"], "A@x=7 a@x=7"),
            // One address at a counter, for two people of one list.
            ("a@x 7 8", &["7 a@x", "8 a@x"], ""),
            ("a@x 7 8", &["7 a@x", "7 a@x u"], "a@x=7"),
        ] {
            assert_eq!(merged(texts, rows, &[], ""), expected, "{texts}: {rows:?}");
        }
    }

    #[test]
    fn somebody_can_say_who_is_one_and_who_are_two() {
        let rows = ["a@x 7", "b@x 7"];
        let same = decided("b@x", "a@x", true);
        assert_eq!(merged("a@x b@x 7", &rows, std::slice::from_ref(&same), "b@x"), "7=b@x a@x=b@x");
        assert_eq!(merged("a@x b@x", &[], &[same], ""), "b@x=a@x");
        assert_eq!(merged("a@x 7", &rows[..1], &[decided("7", "a@x", false)], ""), "");
        assert_eq!(merged("a@x", &[], &[decided("a@x", "gone", true)], ""), "");
        // Also through a third text, whichever row comes first.
        let apart = [decided("7", "u9", false)];
        for rows in [["e@x 7 u9", "e@x 7"], ["e@x 7", "e@x u9"], ["e@x u9", "e@x 7"]] {
            assert_eq!(merged("e@x 7 u9", &rows, &apart, ""), "e@x=7", "{rows:?}");
        }
        let same = decided("7", "8", true);
        assert_eq!(merged("a@x 7 8", &["7 a@x", "8 a@x"], &[same], ""), "8=7 a@x=7");
    }
}
