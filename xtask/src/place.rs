//! Where things are.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::{Outcome, Stop, say};

/// The clone.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the clone")
}

pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Kept between runs and shared by clones: `$RAMPLINE_TOOLS`, `$XDG_CACHE_HOME/rampline` or `~/.cache/rampline`.
pub fn tools() -> Outcome<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = set("RAMPLINE_TOOLS")
        .or_else(|| set("XDG_CACHE_HOME").map(|cache| cache.join("rampline")))
        .or_else(|| set("HOME").map(|home| home.join(".cache/rampline")))
        .ok_or_else(|| {
            Stop::new(
                "There is no home folder to keep the tools in.",
                "Set RAMPLINE_TOOLS to a folder that may be written to.",
            )
        })?;
    fs::create_dir_all(&folder).map_err(|error| Stop::file(&folder, &error))?;
    Ok(folder)
}

/// Compiled dependencies outlive the clone; a target folder that the user chose wins.
pub fn cargo() -> Outcome<Command> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root());
    if env::var_os("CARGO_TARGET_DIR").is_none() {
        cargo.env("CARGO_TARGET_DIR", tools()?.join("target"));
    }
    Ok(cargo)
}

/// Held while tools are installed or the site is built: both write where another clone may be writing, too.
pub fn lock() -> Outcome<File> {
    let path = tools()?.join("lock");
    let file = File::create(&path).map_err(|error| Stop::file(&path, &error))?;
    if file.try_lock().is_err() {
        say("Waiting for another run of cargo xtask to finish its build.");
        file.lock().map_err(|error| Stop::file(&path, &error))?;
    }
    Ok(file)
}

/// Where a program of that name is found.
pub fn in_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}
