//! The checks: each takes text and rows, and returns one line per problem.

use std::collections::BTreeSet;

use crate::boundaries::rules::{EMPTY_NAMES, LINES, Module, Where, Words};
use crate::boundaries::source::Source;

const TABLE: &str = "MODULES in tests/it/boundaries/rules.rs";

/// Modules without a row and rows without a module.
pub fn rows(on_disk: &BTreeSet<&str>, table: &[Module]) -> Vec<String> {
    let named: BTreeSet<&str> = table.iter().map(|m| m.name).collect();
    let missing = on_disk.difference(&named).map(|m| {
        format!("`{m}` has no row: add one to {TABLE} that says what it may use and why, and name it in src/lib.rs")
    });
    let dead = named.difference(on_disk).map(|m| format!("`{m}` is a row without a module: delete it from {TABLE}"));
    missing.chain(dead).collect()
}

/// Modules that `src/lib.rs` declares and files below `src` must be the same.
pub fn declared(lib: &str, on_disk: &BTreeSet<&str>) -> Vec<String> {
    let declared: BTreeSet<&str> = public_modules(lib).collect();
    let core: BTreeSet<&str> = on_disk.iter().copied().filter(|m| !m.starts_with("bin/")).collect();
    core.symmetric_difference(&declared).map(|m| format!("`{m}` must be both in src/lib.rs and below src")).collect()
}

/// Each row may use only rows below it.
pub fn order(table: &[Module]) -> Vec<String> {
    let mut problems = Vec::new();
    for (at, row) in table.iter().enumerate() {
        for used in row.may_use.iter().filter(|used| table[at + 1..].iter().all(|below| below.name != **used)) {
            problems.push(format!("`{}` may use `{used}`, which is no row further down in {TABLE}", row.name));
        }
    }
    problems
}

pub fn arrows(sources: &[Source], table: &[Module]) -> Vec<String> {
    let mut problems = Vec::new();
    for source in sources {
        let Some(name) = source.module() else { continue };
        let Some(row) = table.iter().find(|row| row.name == name) else { continue };
        for used in used_modules(source) {
            if used != name && !row.may_use.contains(&used.as_str()) {
                let Module { may_use, because, .. } = row;
                let allowed = may_use.join(", ");
                problems.push(format!("{}: {name} may not use {used}, only [{allowed}]: {because}", source.path));
            }
        }
    }
    problems
}

/// The names that follow `crate::`, for a program `rampline::`, each also in the form `{a::b, c}`.
fn used_modules(source: &Source) -> BTreeSet<String> {
    let code = source.code();
    let roots: &[&str] = match (source.is_program(), source.is_root_of_module()) {
        (true, _) => &["rampline::"],
        (false, true) => &["crate::", "super::"],
        (false, false) => &["crate::"],
    };
    let mut used = BTreeSet::new();
    for root in roots {
        // A macro names its own crate.
        for at in mentions(&code, root).into_iter().filter(|at| !code[..*at].ends_with('$')) {
            first_names(&code[at + root.len()..], &mut used);
        }
    }
    used
}

fn first_names(path: &str, used: &mut BTreeSet<String>) {
    let Some(group) = path.strip_prefix('{') else {
        let name: String = path.chars().take_while(|c| is_word(*c) || *c == '*').collect();
        // Macros stand at the root of the crate, wherever they are written.
        used.insert(if ["t", "n"].contains(&name.as_str()) { "language".to_owned() } else { name });
        return;
    };
    let mut depth = 0;
    let mut wanted = true;
    let mut rest = group;
    while let Some(c) = rest.chars().next() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return,
            '}' => depth -= 1,
            ',' if depth == 0 => wanted = true,
            c if wanted && is_word(c) => {
                first_names(rest, used);
                wanted = false;
            }
            _ => {}
        }
        rest = &rest[c.len_utf8()..];
    }
}

pub fn words(sources: &[Source], rules: &[Words]) -> Vec<String> {
    let mut problems = Vec::new();
    // This check names what it looks for.
    for source in sources.iter().filter(|s| !s.path.starts_with("tests/it/boundaries/")) {
        let in_source = source.module().is_some();
        for rule in rules {
            let text = match rule.place {
                Where::Core if in_source && !source.is_program() => source.code(),
                Where::Source if in_source => source.code(),
                Where::Everywhere => source.uncommented(),
                _ => continue,
            };
            for word in rule.words.iter().filter(|word| !mentions(&text, word).is_empty()) {
                problems.push(format!("{}: no `{word}` here: {}", source.path, rule.because));
            }
        }
    }
    problems
}

pub fn lengths(sources: &[Source]) -> Vec<String> {
    let long = |s: &&Source| s.text.lines().count() > LINES;
    sources.iter().filter(long).map(|s| format!("{}: more than {LINES} lines, split it by subject", s.path)).collect()
}

pub fn names(sources: &[Source]) -> Vec<String> {
    let empty = |s: &&Source| s.path.split('/').any(|part| EMPTY_NAMES.contains(&part.trim_end_matches(".rs")));
    sources.iter().filter(empty).map(|s| format!("{}: name it after what is inside", s.path)).collect()
}

/// The crate, its programs and every public module say in a `//!` line what they are for.
pub fn headers(sources: &[Source]) -> Vec<String> {
    let mut due = BTreeSet::from(["src/lib.rs".to_owned()]);
    due.extend(sources.iter().filter(|s| s.is_program() && s.path.ends_with("/main.rs")).map(|s| s.path.clone()));
    for source in sources.iter().filter(|s| s.path.starts_with("src/")) {
        let file = source.path.trim_end_matches(".rs");
        let folder = ["/lib", "/main", "/mod"].iter().find_map(|end| file.strip_suffix(end)).unwrap_or(file);
        for name in public_modules(&source.code()) {
            due.extend([format!("{folder}/{name}.rs"), format!("{folder}/{name}/mod.rs")]);
        }
    }
    let silent = |s: &&Source| due.contains(&s.path) && !s.text.starts_with("//!");
    sources.iter().filter(silent).map(|s| format!("{}: begin with a `//!` line, what it is for", s.path)).collect()
}

fn public_modules(code: &str) -> impl Iterator<Item = &str> {
    code.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
}

/// Where `word` stands in `text` by itself: `rand` is not in `operand`, `Instant` not in `Instantly`.
fn mentions(text: &str, word: &str) -> Vec<usize> {
    let begins = word.starts_with(is_word);
    let ends = word.ends_with(is_word);
    let alone = |at: usize| {
        let before = text[..at].chars().next_back().is_some_and(is_word);
        let after = text[at + word.len()..].chars().next().is_some_and(is_word);
        !(begins && before || ends && after)
    };
    text.match_indices(word).map(|(at, _)| at).filter(|at| alone(*at)).collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
