//! The arrows of the architecture and the habits of the code, checked on the source tree itself.
//!
//! `rules` is the part to edit: a row that stands in the way is changed there, with its reason, together with the map
//! in `src/lib.rs`.

mod check;
mod rules;
mod source;

use std::collections::BTreeSet;
use std::path::Path;

use check::{arrows, declared, headers, lengths, names, order, rows, words};
use rules::MODULES;
use source::{Source, read_tree};

fn tree() -> Vec<Source> {
    read_tree(Path::new(env!("CARGO_MANIFEST_DIR")), &["src", "tests/it", "examples", "benches", "xtask"])
}

fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn every_module_has_its_row_and_every_row_its_module() {
    let sources = tree();
    let on_disk: BTreeSet<&str> = sources.iter().filter_map(Source::module).collect();
    assert_none(&rows(&on_disk, MODULES));
    let map = sources.iter().find(|s| s.path == "src/lib.rs").expect("src/lib.rs");
    assert_none(&declared(&map.code(), &on_disk));
}

#[test]
fn the_arrows_of_the_table_point_down() {
    assert_none(&order(MODULES));
}

#[test]
fn modules_use_only_what_their_row_allows() {
    assert_none(&arrows(&tree(), MODULES));
}

#[test]
fn the_core_stays_pure_and_nothing_is_left_unfinished() {
    assert_none(&words(&tree(), rules::WORDS));
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let sources = tree();
    assert_none(&lengths(&sources));
    assert_none(&names(&sources));
    assert_none(&headers(&sources));
}

/// The checks must see what they are there for; each is shown a file that breaks its rule, and one that does not.
mod the_checks_themselves {
    use super::*;

    fn file(path: &str, text: &str) -> Vec<Source> {
        vec![Source { path: path.to_owned(), text: text.to_owned() }]
    }

    #[test]
    fn follow_every_way_to_name_a_module() {
        for (path, text, found) in [
            ("src/survival/cox.rs", "use crate::cohort::Spells;", 1),
            ("src/survival/cox.rs", "fn f() -> crate::cohort::Spells {}", 1),
            ("src/survival/cox.rs", "use crate::{time::Day, cohort::{A, B}, table};", 2),
            ("src/survival/cox.rs", "use crate::*;", 1),
            ("src/survival/mod.rs", "use super::cohort::Spells;", 1),
            ("src/bin/app/page/curves.rs", "use rampline::engine::Engine;", 1),
            ("src/survival/cox.rs", "use crate::time::Day;\nuse crate::survival::risk_table;", 0),
            ("src/survival/cox.rs", "// as in crate::cohort\nuse super::risk_table;", 0),
            ("src/survival/cox.rs", "#[cfg(test)]\nmod tests {\n    use crate::cohort::Spells;\n}", 0),
            ("src/survival/cox.rs", "#[cfg(test)]\nmod tests;\nuse crate::cohort::Spells;", 1),
            ("src/survival/tests.rs", "use crate::cohort::Spells;", 0),
            ("src/bin/app/page/curves.rs", "use crate::engine::Button;", 0),
        ] {
            assert_eq!(arrows(&file(path, text), MODULES).len(), found, "{path}: {text}");
        }
        let [problem] = &arrows(&file("src/survival/cox.rs", "use crate::cohort::Spells;"), MODULES)[..] else {
            panic!()
        };
        assert!(problem.starts_with("src/survival/cox.rs: survival may not use cohort"), "{problem}");
    }

    #[test]
    fn ask_for_a_row_and_report_a_dead_one() {
        let on_disk = BTreeSet::from(["time", "weather"]);
        let table = [rules::module("time", &[], "days"), rules::module("tide", &[], "gone")];
        let problems = rows(&on_disk, &table).join("\n");
        assert!(problems.contains("`weather` has no row: add one"), "{problems}");
        assert!(problems.contains("`tide` is a row without a module"), "{problems}");
        assert_eq!(declared("pub mod time;\npub mod tide;", &on_disk).len(), 2);
        assert_eq!(order(&[rules::module("time", &["tide"], "up")]).len(), 1);
    }

    #[test]
    fn see_forbidden_words_only_where_they_are_forbidden() {
        for (path, text, found) in [
            ("src/cohort.rs", "let now = std::time::Instant::now();", 1),
            ("src/cohort.rs", "use web_sys::File;", 1),
            ("src/cohort.rs", "#[cfg(target_arch = \"wasm32\")]", 1),
            ("src/cohort.rs", "use super::super::time::Day;", 1),
            ("src/bin/app/main.rs", "use web_sys::File;", 0),
            ("src/cohort.rs", "// no web_sys here\nstruct Instantly;", 0),
            ("src/cohort.rs", "#[cfg(test)]\nmod tests {\n    use std::fs;\n}", 0),
            ("src/cohort.rs", "#[cfg(test)]\nmod tests {\n    #[ignore]\n    fn f() { todo!() }\n}", 2),
            ("tests/it/report.rs", "#[ignore = \"slow\"]", 1),
            ("xtask/src/main.rs", "let _ = dbg!(1);", 1),
        ] {
            assert_eq!(words(&file(path, text), rules::WORDS).len(), found, "{path}: {text}");
        }
    }

    #[test]
    fn measure_files_and_read_their_heads() {
        assert_eq!(lengths(&file("src/a.rs", &"\n".repeat(401))).len(), 1);
        assert_eq!(lengths(&file("src/a.rs", &"\n".repeat(400))).len(), 0);
        assert_eq!(names(&file("src/chart/helpers.rs", "")).len(), 1);
        assert_eq!(names(&file("src/common/mod.rs", "")).len(), 1);
        let lib = ("src/lib.rs", "//! Map.\npub mod chart;\nmod inner;");
        let tree = |chart: &str| -> Vec<Source> {
            [lib, ("src/chart/mod.rs", chart), ("src/inner.rs", "fn f() {}")]
                .map(|(path, text)| Source { path: path.to_owned(), text: text.to_owned() })
                .into()
        };
        assert_eq!(headers(&tree("//! Pictures.\n")).len(), 0);
        assert_eq!(headers(&tree("use crate::time;")).len(), 1);
    }
}
