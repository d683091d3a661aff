//! Installs what is missing; a second run finds everything and installs nothing.

mod browser;
mod cargo_tool;
mod npm;
mod programs;
mod rust_target;

use std::path::PathBuf;
use std::thread::{self, ScopedJoinHandle};

use crate::place;
use crate::step::{Outcome, run};

const TRUNK: &str = "0.21.14";

/// Folders of what the build calls.
pub struct Tools {
    pub trunk: PathBuf,
    pub wasm_bindgen: PathBuf,
    pub node_modules: PathBuf,
}

pub fn for_build() -> Outcome<Tools> {
    rust_target::install()?;
    fetch_crates()?;
    let version = cargo_tool::locked("wasm-bindgen")?;
    let is_new = !cargo_tool::is_here("trunk", TRUNK)?;
    // Side by side: each compiler run leaves a processor idle now and then.
    let (trunk, wasm_bindgen, site) = thread::scope(|scope| {
        let site = is_new.then(|| scope.spawn(programs::compile));
        // Trunk's only use of the network is to look for a newer one and to fetch tools, which are here.
        let trunk =
            scope.spawn(|| cargo_tool::install("trunk", "trunk", TRUNK, &["--locked", "--no-default-features"]));
        // Its own lock file names a dependency that registries no longer serve.
        let wasm_bindgen = cargo_tool::install("wasm-bindgen", "wasm-bindgen-cli", &version, &[]);
        (joined(trunk), wasm_bindgen, site.map_or(Ok(()), joined))
    });
    site?;
    Ok(Tools { trunk: trunk?, wasm_bindgen: wasm_bindgen?, node_modules: npm::install()? })
}

fn joined<T>(thread: ScopedJoinHandle<'_, Outcome<T>>) -> Outcome<T> {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Lints for WebAssembly need its standard library.
pub fn for_lints() -> Outcome {
    let _lock = place::lock()?;
    rust_target::install()?;
    fetch_crates()
}

/// The Chromium for the browser tests; other browsers beside it where they install.
pub fn for_browser_tests() -> Outcome<PathBuf> {
    npm::install()?;
    let chromium = browser::install()?;
    browser::install_others();
    Ok(chromium)
}

/// Trunk builds without the network, so that it never downloads a tool; the crates must be there before.
fn fetch_crates() -> Outcome {
    run(
        place::cargo()?.args(["fetch", "--locked", "--quiet"]),
        "Check the connection to crates.io. If Cargo.toml was changed, run `cargo check` to bring Cargo.lock up to date.",
    )
}
