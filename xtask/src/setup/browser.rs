//! Chromium, for the tests in a real browser.

use std::path::PathBuf;
use std::process::Command;

use crate::place;
use crate::step::{Outcome, Stop, output, run, say};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const BY_HAND: &str = "Install Chromium: `sudo apt-get update && sudo apt-get install --yes chromium`. \
                       Or set RAMPLINE_CHROMIUM to the program of a Chromium or Chrome that is already there.";

pub fn install() -> Outcome<PathBuf> {
    if let Some(path) = find() {
        return Ok(path);
    }
    let missing = || Stop::new("Chromium is missing; the browser tests need it.", BY_HAND);
    let root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if !root || place::in_path("apt-get").is_none() {
        return Err(missing());
    }
    say("Installing Chromium with apt-get.");
    let apt = |arguments: &[&str]| {
        run(Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"), BY_HAND)
    };
    apt(&["update", "--quiet"])?;
    apt(&["install", "--yes", "--quiet", "--no-install-recommends", "chromium"])?;
    find().ok_or_else(missing)
}

fn find() -> Option<PathBuf> {
    let chosen = std::env::var_os("RAMPLINE_CHROMIUM").map(PathBuf::from);
    chosen.or_else(|| NAMES.iter().find_map(|name| place::in_path(name)))
}
