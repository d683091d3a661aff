//! The npm packages of package-lock.json: wasm-opt for the build, a browser driver for the tests.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::{Outcome, Stop, output, run, say};
use crate::{digest, place};

const LISTS: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// The `node_modules` folder, after installing it where it is missing. A changed lock file gets a folder of its own.
pub fn install() -> Outcome<PathBuf> {
    check_node()?;
    let lock = place::root().join("package-lock.json");
    let bytes = fs::read(&lock).map_err(|error| Stop::file(&lock, &error))?;
    let folder = place::tools()?.join(format!("npm-{}", &digest::hex(&bytes)[..12]));
    if !folder.is_dir() {
        say("Installing the npm packages of package-lock.json (once).");
        install_into(&folder)?;
    }
    let modules = folder.join("node_modules");
    link(&modules)?;
    Ok(modules)
}

/// The folder gets its name when it is complete, so that a broken installation is never taken for a whole one.
fn install_into(folder: &Path) -> Outcome {
    let partial = folder.with_extension("partial");
    if partial.exists() {
        fs::remove_dir_all(&partial).map_err(|error| Stop::file(&partial, &error))?;
    }
    fs::create_dir_all(&partial).map_err(|error| Stop::file(&partial, &error))?;
    for name in LISTS {
        fs::copy(place::root().join(name), partial.join(name)).map_err(|error| Stop::file(&partial, &error))?;
    }
    run(
        Command::new("npm").args(["ci", "--loglevel=error"]).current_dir(&partial),
        "Check that npm is installed and that it reaches its registry (`npm ping`), then try again.",
    )?;
    fs::rename(&partial, folder).map_err(|error| Stop::file(folder, &error))
}

/// Node looks for packages above the file that imports them. A real folder there is the user's own and stays.
fn link(modules: &Path) -> Outcome {
    let path = place::root().join("node_modules");
    if fs::read_link(&path).is_ok_and(|target| target == modules) {
        return Ok(());
    }
    if path.is_symlink() {
        fs::remove_file(&path).map_err(|error| Stop::file(&path, &error))?;
    } else if path.exists() {
        return Ok(());
    }
    symlink(modules, &path).map_err(|error| Stop::file(&path, &error))
}

fn check_node() -> Outcome {
    let version = output(Command::new("node").arg("--version"));
    let major = version.as_deref().and_then(|text| text.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    match major {
        Some(20..) => Ok(()),
        found => Err(Stop::new(
            match found {
                Some(major) => format!("Node {major} is too old, 20 or newer is needed."),
                None => "Node is missing; it runs wasm-opt and the browser tests.".to_owned(),
            },
            "Install Node 20 or newer with npm, for example from https://nodejs.org.",
        )),
    }
}
