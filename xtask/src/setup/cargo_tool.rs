//! Programs from crates.io, each version in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::place;
use crate::step::{Outcome, Stop, output, run, say};

/// The folder that holds the program, after installing it where it is missing.
pub fn install(program: &str, package: &str, version: &str, flags: &[&str]) -> Outcome<PathBuf> {
    let folder = folder(program, version)?;
    let bin = folder.join("bin");
    if is_here(program, version)? {
        return Ok(bin);
    }
    if binstall(&folder, package, version) && has(&bin.join(program), version) {
        return Ok(bin);
    }
    say(format!("Compiling {package} {version} (once; one to three minutes)."));
    let advice = format!("Check the connection to crates.io, remove {} and try again.", folder.display());
    // A debug build makes the same site and is ready in a fifth of the time.
    let mut cargo = Command::new("cargo");
    cargo.args(["install", "--quiet", "--debug", "--force", "--root"]).arg(&folder);
    cargo.args(flags).arg(format!("{package}@{version}")).env("CARGO_PROFILE_DEV_DEBUG", "0");
    run(&mut cargo, &advice)?;
    if has(&bin.join(program), version) {
        return Ok(bin);
    }
    Err(Stop::new(format!("{} does not run.", bin.join(program).display()), advice))
}

pub fn is_here(program: &str, version: &str) -> Outcome<bool> {
    Ok(has(&folder(program, version)?.join("bin").join(program), version))
}

fn folder(program: &str, version: &str) -> Outcome<PathBuf> {
    Ok(place::tools()?.join(format!("{program}-{version}")))
}

/// The version of a package in Cargo.lock.
pub fn locked(package: &str) -> Outcome<String> {
    let path = place::root().join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(|error| Stop::file(&path, &error))?;
    version_in(&text, package).map(str::to_owned).ok_or_else(|| {
        Stop::new(
            format!("Cargo.lock does not name a version of {package}."),
            "Restore Cargo.lock, or write it anew with `cargo check`.",
        )
    })
}

fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, rest) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    rest.split_once('"').map(|(version, _)| version)
}

fn has(program: &Path, version: &str) -> bool {
    output(Command::new(program).arg("--version"))
        .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

/// Ready-made programs where cargo-binstall is there and can reach them; else we compile.
fn binstall(folder: &Path, package: &str, version: &str) -> bool {
    if place::in_path("cargo-binstall").is_none() {
        return false;
    }
    say(format!("Fetching {package} {version} with cargo binstall."));
    let mut binstall = Command::new("cargo");
    binstall.args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"]).arg(folder);
    binstall.arg(format!("{package}@{version}"));
    binstall.status().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_exact_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in(lock, "trunk"), None);
    }
}
