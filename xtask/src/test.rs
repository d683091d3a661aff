//! All checks, in the order in which they fail fastest.

use std::fs;
use std::process::Command;
use std::time::Instant;

use crate::step::{Outcome, Stop, run as run_command, say};
use crate::{build, place, setup};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const STRICT: [&str; 3] = ["--", "--deny", "warnings"];

type Part = (&'static str, fn() -> Outcome);

const PARTS: [Part; 3] = [("check", check), ("native", native), ("browser", browser)];

pub fn run(chosen: &[String]) -> Outcome {
    if let Some(unknown) = chosen.iter().find(|name| PARTS.iter().all(|(part, _)| part != name)) {
        return Err(Stop::new(format!("There is no part `{unknown}`."), "Choose from check, native and browser."));
    }
    let start = Instant::now();
    let mut done = Vec::new();
    for (name, part) in PARTS {
        if chosen.is_empty() || chosen.iter().any(|wanted| wanted == name) {
            part()?;
            done.push(name);
        }
    }
    println!("\nEverything passed in {} seconds: {}.", start.elapsed().as_secs(), done.join(", "));
    Ok(())
}

/// Formatting and lints, for the host and for both programs of the browser.
fn check() -> Outcome {
    say("Checking the formatting.");
    run_command(place::cargo()?.args(["fmt", "--all", "--check"]), "Run `cargo fmt --all`.")?;
    setup::for_lints()?;
    say("Checking lints: everything that runs natively.");
    clippy(&["--workspace", "--all-targets"])?;
    for program in ["app", "worker"] {
        say(format!("Checking lints: {program} for WebAssembly."));
        clippy(&[&WASM[..], &["--bin", program, "--features", program]].concat())?;
    }
    Ok(())
}

fn clippy(arguments: &[&str]) -> Outcome {
    let mut cargo = place::cargo()?;
    cargo.args(["clippy", "--quiet", "--locked"]).args(arguments).args(STRICT);
    run_command(&mut cargo, "Correct what the lint names above.")
}

fn native() -> Outcome {
    const ADVICE: &str = "Read the failed test above; `cargo test NAME` runs one alone.";
    say("Running the native tests.");
    let runner: &[&str] = if place::in_path("cargo-nextest").is_some() {
        &["nextest", "run", "--no-fail-fast"]
    } else {
        &["test", "--no-fail-fast", "--lib", "--bins", "--tests"]
    };
    run_command(place::cargo()?.args(runner).args(["--locked", "--workspace"]), ADVICE)?;
    say("Running the examples in the documentation.");
    run_command(place::cargo()?.args(["test", "--locked", "--doc", "--package", "rampline"]), ADVICE)
}

fn browser() -> Outcome {
    build::run()?;
    let chromium = setup::for_browser_tests()?;
    say(format!("Running the tests in a browser: {}.", chromium.display()));
    let mut node = Command::new("node");
    // One file at a time: some tests measure how long the page takes.
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1"]).args(browser_tests()?);
    node.current_dir(place::root()).env("RAMPLINE_CHROMIUM", chromium);
    run_command(
        &mut node,
        "Read the failed test above; `node --test tests/browser/NAME.test.mjs` runs one file alone on the built site.",
    )
}

fn browser_tests() -> Outcome<Vec<String>> {
    let folder = place::root().join("tests/browser");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .map_err(|error| Stop::file(&folder, &error))?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("tests/browser/{name}"))
        .collect();
    names.sort();
    Ok(names)
}
