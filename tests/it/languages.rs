//! Every catalog of `public/languages` says every text of the program, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rampline::language::Catalog;

/// Text → where the program says it first.
fn texts() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for path in sources(Path::new("src")) {
        let source = fs::read_to_string(&path).expect("a source file");
        for text in said(&source) {
            found.entry(text).or_insert_with(|| path.display().to_string());
        }
    }
    found
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut found: Vec<PathBuf> = entries
        .flat_map(|path| match path.is_dir() {
            true => sources(&path),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs") && !path.starts_with("src/language"))
        .collect();
    found.sort();
    found
}

/// The literals of `t!` and `n!`, with their context before them.
fn said(source: &str) -> Vec<String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for name in ["t!(", "n!("] {
        for (at, _) in code.match_indices(name) {
            let is_other = code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
            let inside = code[at + name.len()..].trim_start();
            let Some(text) = inside.strip_prefix('"').filter(|_| !is_other) else { continue };
            let (text, after) = literal(text);
            let context = after.trim_start().strip_prefix("in ").and_then(|after| after.trim_start().strip_prefix('"'));
            found.push(match context {
                Some(context) => format!("{}\u{4}{text}", literal(context).0),
                None => text,
            });
        }
    }
    found
}

/// A literal as the program reads it, from behind its first quotation mark, and what comes after it.
fn literal(source: &str) -> (String, &str) {
    let mut text = String::new();
    let mut rest = source;
    loop {
        let at = rest.find(['"', '\\']).expect("a literal that ends");
        text.push_str(&rest[..at]);
        if rest[at..].starts_with('"') {
            return (text, &rest[at + 1..]);
        }
        let escaped = &rest[at + 1..];
        rest = match escaped.chars().next().expect("a sign") {
            'u' => {
                let (code, after) = escaped[2..].split_once('}').expect("a code in braces");
                let code = u32::from_str_radix(code, 16).expect("a number");
                text.push(char::from_u32(code).expect("a sign"));
                after
            }
            '\n' => escaped.trim_start(),
            'n' => {
                text.push('\n');
                &escaped[1..]
            }
            other => {
                text.push(other);
                &escaped[other.len_utf8()..]
            }
        };
    }
}

fn catalogs() -> Vec<&'static Catalog> {
    let files = fs::read_dir("public/languages").expect("the languages").map(|entry| entry.expect("an entry").path());
    files
        .map(|path| {
            let file = fs::read_to_string(&path).expect("a catalog");
            let catalog = Catalog::read(file).unwrap_or_else(|flaw| panic!("{}: {flaw:?}", path.display()));
            assert_eq!(path.file_stem().and_then(|name| name.to_str()), Some(catalog.code()));
            assert!(!catalog.name().is_empty());
            catalog
        })
        .collect()
}

/// The names between braces, without their case.
fn slots(text: &str) -> BTreeSet<&str> {
    let slots = text.split('{').skip(1).filter_map(|after| after.split_once('}'));
    slots.map(|(slot, _)| slot.split_once(':').map_or(slot, |(name, _)| name)).collect()
}

#[test]
fn every_language_says_every_text() {
    let texts = texts();
    for catalog in catalogs() {
        let said: BTreeSet<&str> = catalog.texts().map(|(english, _)| *english).collect();
        let missing: Vec<_> = texts.iter().filter(|(text, _)| !said.contains(text.as_str())).collect();
        assert!(missing.is_empty(), "{} lacks {}: {missing:#?}", catalog.code(), missing.len());
        assert_eq!(said.len(), catalog.texts().count(), "{} says a text twice", catalog.code());
    }
}

#[test]
fn no_language_says_what_is_never_said() {
    let texts = texts();
    for catalog in catalogs() {
        let unused: Vec<_> = catalog.texts().filter(|(text, _)| !texts.contains_key(*text)).collect();
        assert!(unused.is_empty(), "{} has {} for nothing: {unused:#?}", catalog.code(), unused.len());
    }
}

#[test]
fn translations_hold_the_same_values() {
    for (english, said) in catalogs().iter().flat_map(|catalog| catalog.texts()) {
        assert_eq!(slots(english), slots(said), "{english} / {said}");
        // A space before or after a text joins it to another one.
        let edges = |text: &str| (text.starts_with(' '), text.ends_with(' '));
        let plain = english.split_once('\u{4}').map_or(*english, |(_, text)| text);
        assert_eq!(edges(plain), edges(said), "{english} / {said}");
    }
}

#[test]
fn texts_are_found_as_the_program_reads_them() {
    let source = r#"
        // t!("a comment")
        let a = t!("{a} of\u{a0}\"{b}\"", a, b = t!("inner")); assert!("no");
        let b = t!("one \
                    line" in "context"); const C: &str = n!("later"); format!("none");
    "#;
    let found = said(source);
    assert_eq!(found, ["{a} of\u{a0}\"{b}\"", "inner", "context\u{4}one line", "later"]);
}
