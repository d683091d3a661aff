//! The source tree as text.

use std::fs;
use std::path::Path;

pub struct Source {
    /// From the root of the repository, with `/`.
    pub path: String,
    pub text: String,
}

/// Every Rust file below the given folders; a folder that does not exist has none.
pub fn read_tree(root: &Path, folders: &[&str]) -> Vec<Source> {
    let mut sources = Vec::new();
    for folder in folders {
        read_folder(&root.join(folder), folder, &mut sources);
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn read_folder(folder: &Path, path: &str, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.expect("a readable folder");
        let path = format!("{path}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            if entry.file_name() != "target" {
                read_folder(&entry.path(), &path, sources);
            }
        } else if path.ends_with(".rs") {
            let text = fs::read_to_string(entry.path()).expect("UTF-8 source");
            sources.push(Source { path, text });
        }
    }
}

impl Source {
    /// The top-level module a file belongs to: `chart` for `src/chart/curve.rs`, `bin/app` for its files; none for
    /// `src/lib.rs` and files outside `src`.
    pub fn module(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        if let Some(program) = inside.strip_prefix("bin/") {
            let end = program.find('/').unwrap_or(program.len());
            return Some(&inside[..("bin/".len() + end)]);
        }
        let name = inside.split('/').next()?.trim_end_matches(".rs");
        (name != "lib").then_some(name)
    }

    /// Is this the file a top-level module starts with? There `super` is the root of the crate.
    pub fn is_root_of_module(&self) -> bool {
        let inside = self.path.strip_prefix("src/").unwrap_or_default();
        !inside.contains('/') || inside.split_once('/').is_some_and(|(_, rest)| rest == "mod.rs")
    }

    pub fn is_program(&self) -> bool {
        self.path.starts_with("src/bin/")
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }

    /// The text without comments.
    pub fn uncommented(&self) -> String {
        let lines = self.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.map(|line| line.split(" // ").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
    }

    /// The text without comments and tests: what runs. A test module closes its file.
    pub fn code(&self) -> String {
        if self.is_test() {
            return String::new();
        }
        let text = self.uncommented();
        let opens_here = |at: usize| text[at..].lines().nth(1).is_some_and(|line| line.ends_with('{'));
        let mut tests = text.match_indices("#[cfg(test)]\nmod ").map(|(at, _)| at);
        let end = tests.find(|at| opens_here(*at)).unwrap_or(text.len());
        text[..end].to_owned()
    }
}
