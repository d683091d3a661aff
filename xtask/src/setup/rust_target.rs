//! The standard library for WebAssembly.

use std::path::Path;
use std::process::Command;

use crate::step::{Outcome, output, run, say};

pub const TARGET: &str = "wasm32-unknown-unknown";

pub fn install() -> Outcome {
    let folder = output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if folder.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    say(format!("Adding the Rust target {TARGET}."));
    run(
        Command::new("rustup").args(["target", "add", TARGET]),
        "Install Rust with rustup (https://rustup.rs) and try again.",
    )
}
