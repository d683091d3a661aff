//! One style sheet out of many: trunk minifies and hashes a style sheet, but leaves its `@import`s to the browser, which
//! would fetch them one after the other under names without a hash.

use std::fs;
use std::path::Path;

use crate::place;
use crate::step::{Outcome, Stop};

/// Writes `target/style.css` from `style/main.css` and the files it imports, in its order.
pub fn bundle() -> Outcome {
    let folder = place::root().join("style");
    let main = read(&folder.join("main.css"))?;
    let mut bundled = String::new();
    let mut listed = vec!["main.css".to_owned()];
    for line in main.lines() {
        match import(line) {
            Some((file, media)) => {
                bundled += &within(media, &read(&folder.join(file))?);
                listed.push(file.to_owned());
            }
            None => bundled += line,
        }
        bundled.push('\n');
    }
    if let Some(lost) = files(&folder, "")?.into_iter().find(|file| !listed.contains(file)) {
        return Err(Stop::new(
            format!("style/{lost} is used nowhere."),
            format!("Add `@import \"{lost}\";` to style/main.css, or remove the file."),
        ));
    }
    let target = place::root().join("target");
    fs::create_dir_all(&target).map_err(|error| Stop::file(&target, &error))?;
    let path = target.join("style.css");
    fs::write(&path, stripped(&bundled)).map_err(|error| Stop::file(&path, &error))
}

/// Without comments and indentation, which a visitor would download. No sheet writes `/*` in a text.
fn stripped(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept += part.split_once("*/").map_or("", |(_, after)| after);
    }
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::new(), |all, line| all + line + "\n")
}

/// The file and the media of a line `@import "file" media;`.
fn import(line: &str) -> Option<(&str, &str)> {
    let (file, rest) = line.trim().strip_prefix("@import \"")?.split_once('"')?;
    Some((file, rest.strip_suffix(';')?.trim()))
}

fn within(media: &str, css: &str) -> String {
    if media.is_empty() { css.to_owned() } else { format!("@media {media} {{\n{css}\n}}") }
}

fn files(folder: &Path, prefix: &str) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| Stop::file(folder, &error))?.flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(files(&entry.path(), &format!("{name}/"))?);
        } else if name.ends_with(".css") {
            found.push(name);
        }
    }
    Ok(found)
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| Stop::file(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_imports() {
        assert_eq!(import("@import \"tokens.css\";"), Some(("tokens.css", "")));
        assert_eq!(import("  @import \"print.css\" print; "), Some(("print.css", "print")));
        assert_eq!(import("body { margin: 0 }"), None);
    }

    #[test]
    fn keeps_media() {
        assert_eq!(within("", "a{}"), "a{}");
        assert_eq!(within("print", "a{}"), "@media print {\na{}\n}");
    }
}
