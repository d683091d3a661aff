//! Every class of every style sheet of a component is on the page of components, or only the page itself makes it.

use std::collections::BTreeSet;
use std::fs;

use super::*;

/// Classes that are no part of what the worker writes, with the reason.
const ELSEWHERE: [(&str, &str); 7] = [
    ("bar brand where end lock menu nav grp", "the frame of the page stands around this very page"),
    ("dropping", "lies over the whole page while files are held over it"),
    ("reading", "is fixed to the foot of the window while files are read"),
    ("hero lead glance", "the start page of a new visitor is one component, and one of its pictures"),
    ("opened", "the dialog of a number that was pressed: press one"),
    ("cursor-l cursor-o", "the page draws them where a picture is read: point at one"),
    ("changed", "the page says so of a picture that has just taken the place of another one"),
];

/// The classes in the selectors of a style sheet.
fn classes(css: &str) -> BTreeSet<String> {
    // What is between braces holds declarations, and each of them ends with a semicolon.
    let selectors = css.split(['{', '}']).filter(|part| !part.contains(';'));
    let mut found = BTreeSet::new();
    for part in selectors {
        for (at, _) in part.match_indices('.') {
            let name: String =
                part[at + 1..].chars().take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '-').collect();
            if name.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
                found.insert(name);
            }
        }
    }
    found
}

fn written(width: u32) -> BTreeSet<String> {
    let html = components(width).html;
    let values = html.as_str().split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
    values.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

#[test]
fn every_class_of_every_component_is_shown() {
    let shown = written(1_000);
    let elsewhere: BTreeSet<&str> = ELSEWHERE.iter().flat_map(|(names, _)| names.split(' ')).collect();
    let (mut all, mut wrong) = (BTreeSet::new(), Vec::new());
    for file in fs::read_dir("style/components").expect("the style sheets") {
        let path = file.expect("a file").path();
        let css = fs::read_to_string(&path).expect("a style sheet");
        let css = css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, css)| css)).collect::<String>();
        let of_file = classes(&css);
        assert!(!of_file.is_empty() || path.ends_with("details.css"), "{}", path.display());
        for class in of_file {
            if shown.contains(&class) == elsewhere.contains(class.as_str()) {
                wrong.push(format!("{}: .{class}", path.display()));
            }
            all.insert(class);
        }
    }
    assert!(wrong.is_empty(), "neither shown nor said to be elsewhere, or both: {wrong:#?}");
    assert!(elsewhere.iter().all(|class| all.contains(*class)), "{elsewhere:?}");
}

#[test]
fn it_is_there_at_any_width_and_names_nothing_twice() {
    for width in [280, 328, 700, 1_200] {
        let found = components(width);
        let html = found.html.as_str();
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
        let plates: BTreeSet<&str> = found.live.iter().map(|live| live.id.as_str()).collect();
        assert_eq!((plates.len(), found.live.len()), (7, 7));
        assert!(!html.contains("style="), "the policy of the page allows none");
        for live in found.live.iter().filter(|live| live.id != "application-teams") {
            let said = live.at(if live.id.starts_with("of-") { 120 } else { live.first() }).sentence;
            assert!(!said.contains(" 0\u{a0}%"), "{}: {said}", live.id);
        }
    }
}
