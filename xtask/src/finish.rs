//! What trunk leaves open: small scripts, names with a hash for the worker's files, and the service worker's list.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::setup::Tools;
use crate::step::{Outcome, Stop, run as run_command, say};
use crate::{digest, place};

pub fn run(tools: &Tools) -> Outcome {
    let dist = place::dist();
    shorten_scripts(&dist, tools)?;
    revise_worker(&dist)?;
    name_languages(&dist)?;
    let files = list(&dist, "")?;
    let version = write_service_worker(&dist, &files)?;
    say(format!("Version {version}: {} files are kept for use without a network.", files.len()));
    Ok(())
}

/// The scripts of wasm-bindgen, without comments and long names. Those that index.html names with a digest stay.
fn shorten_scripts(dist: &Path, tools: &Tools) -> Outcome {
    let names = list(dist, "")?.into_iter().filter(|name| name.ends_with(".js"));
    for name in names.filter(|name| name.starts_with("app-") || name == "worker.js") {
        let path = dist.join(&name);
        let mut terser = Command::new(tools.node_modules.join(".bin/terser"));
        terser.args(["--compress", "--mangle"]).args(name.starts_with("app-").then_some("--module"));
        terser.arg("--output").arg(&path).arg("--").arg(&path);
        run_command(
            &mut terser,
            "Remove the folder npm-… beside the other tools, so that its packages are installed anew.",
        )?;
    }
    Ok(())
}

/// A page and a worker of two builds must never meet in a cache.
fn revise_worker(dist: &Path) -> Outcome {
    let boot = dist.join("worker-boot.js");
    let mut text = String::from_utf8_lossy(&read(&boot)?).into_owned();
    for (name, stem, end) in [("worker.js", "worker", ".js"), ("worker_bg.wasm", "worker", "_bg.wasm")] {
        let bytes = read(&dist.join(name))?;
        let revised = format!("{stem}-{}{end}", &digest::hex(&bytes)[..16]);
        fs::rename(dist.join(name), dist.join(&revised)).map_err(|error| Stop::file(&dist.join(name), &error))?;
        text = text.replace(&format!("'{name}'"), &format!("'{revised}'"));
    }
    write(&boot, &text)
}

/// A language is one file: the page learns of it from index.html, its name from the file's own head.
fn name_languages(dist: &Path) -> Outcome {
    let mut named = Vec::new();
    for file in list(&dist.join("languages"), "")? {
        let path = dist.join("languages").join(&file);
        let text = String::from_utf8_lossy(&read(&path)?).into_owned();
        let Some(name) = language_name(&text) else {
            let advice = "Write it into the head of the file: \"X-Language-Name: Deutsch\\n\".";
            return Err(Stop::new(format!("{file} does not say what its language is called."), advice));
        };
        named.push(format!("{} {name}", file.trim_end_matches(".po")));
    }
    let path = dist.join("index.html");
    let page = String::from_utf8_lossy(&read(&path)?).into_owned();
    let empty = "<meta name=\"languages\" content=\"\">";
    write(&path, &page.replace(empty, &empty.replace("\"\"", &format!("\"{}\"", named.join(", ")))))
}

fn language_name(catalog: &str) -> Option<&str> {
    catalog.lines().find_map(|line| line.strip_prefix("\"X-Language-Name: ")?.strip_suffix("\\n\""))
}

fn write_service_worker(dist: &Path, files: &[String]) -> Outcome<String> {
    let mut lines = String::new();
    for file in files {
        // The page is stored under its folder: some hosts redirect from index.html, and a redirect cannot be stored.
        let address = if file == "index.html" { "./" } else { file };
        lines += &format!("  [{address:?}, {:?}],\n", digest::integrity(&read(&dist.join(file))?));
    }
    let path = dist.join("sw.js");
    let script = String::from_utf8_lossy(&read(&path)?).into_owned();
    let version = digest::hex(format!("{lines}{script}").as_bytes())[..16].to_owned();
    write(&path, &format!("const VERSION = {version:?};\nconst FILES = [\n{lines}];\n{script}"))?;
    Ok(version)
}

/// Every file of the site but the service worker, which the browser itself keeps up to date.
pub fn list(folder: &Path, prefix: &str) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| Stop::file(folder, &error))?.flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(list(&entry.path(), &format!("{name}/"))?);
        } else if name != "sw.js" {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| Stop::file(path, &error))
}

fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| Stop::file(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_catalog_says_its_language() {
        let head = "msgid \"\"\nmsgstr \"\"\n\"Language: de\\n\"\n\"X-Language-Name: Deutsch\\n\"\n";
        assert_eq!(language_name(head), Some("Deutsch"));
        assert_eq!(language_name("msgid \"\""), None);
    }
}
