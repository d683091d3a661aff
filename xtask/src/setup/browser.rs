//! Browsers for the tests: Chromium, and those of other makers where Debian's packages can be installed.

use std::path::PathBuf;
use std::process::Command;

use crate::place;
use crate::step::{Outcome, Stop, output, run, say};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const BY_HAND: &str = "Install Chromium: `sudo apt-get update && sudo apt-get install --yes chromium`. \
                       Or set RAMPLINE_CHROMIUM to the program of a Chromium or Chrome that is already there.";

/// What each of the others needs: a program by which it is known, and its packages.
const OTHERS: [(&str, &str, &[&str]); 2] =
    [("Firefox", "firefox-esr", &["firefox-esr"]), ("WebKitGTK", "WebKitWebDriver", &["webkit2gtk-driver", "xvfb"])];

pub fn install() -> Outcome<PathBuf> {
    if let Some(path) = find() {
        return Ok(path);
    }
    let missing = || Stop::new("Chromium is missing; the browser tests need it.", BY_HAND);
    if !has_apt() {
        return Err(missing());
    }
    say("Installing Chromium with apt-get.");
    apt(&["chromium"])?;
    find().ok_or_else(missing)
}

/// Firefox and WebKitGTK. The tests run without one that cannot be installed, and this says so.
pub fn install_others() {
    for (name, program, packages) in OTHERS {
        if place::in_path(program).is_some() {
            continue;
        }
        let list = packages.join(" ");
        if !has_apt() {
            say(format!("{name} is not tested: `sudo apt-get install --yes {list}` installs it."));
            continue;
        }
        say(format!("Installing {name} with apt-get."));
        if apt(packages).is_err() || place::in_path(program).is_none() {
            say(format!("{name} is not tested: {list} could not be installed."));
        }
    }
}

fn has_apt() -> bool {
    let root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    root && place::in_path("apt-get").is_some()
}

fn apt(packages: &[&str]) -> Outcome {
    let apt = |arguments: &[&str], packages: &[&str]| {
        let mut apt = Command::new("apt-get");
        run(apt.args(arguments).args(packages).env("DEBIAN_FRONTEND", "noninteractive"), BY_HAND)
    };
    apt(&["update", "--quiet"], &[])?;
    apt(&["install", "--yes", "--quiet", "--no-install-recommends"], packages)
}

fn find() -> Option<PathBuf> {
    let chosen = std::env::var_os("RAMPLINE_CHROMIUM").map(PathBuf::from);
    chosen.or_else(|| NAMES.iter().find_map(|name| place::in_path(name)))
}
