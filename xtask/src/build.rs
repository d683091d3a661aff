//! The deployable site in `dist/`.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use crate::setup::{self, Tools};
use crate::step::{Outcome, Stop, run as run_command, say};
use crate::{budget, finish, place, style};

/// The site, held to its size budget.
pub fn run() -> Outcome {
    site()?;
    budget::check()?;
    say(format!("The site is in {}. Any static host can serve it, from any folder.", place::dist().display()));
    Ok(())
}

/// The site alone: whoever looks at a page that grew too large has to see it first.
pub fn site() -> Outcome {
    let _lock = place::lock()?;
    let tools = setup::for_build()?;
    style::bundle()?;
    say("Building the site with trunk (the first build compiles every dependency and takes some minutes).");
    run_command(&mut trunk(&tools)?, "Read the compiler's messages above; the last one names the place.")?;
    finish::run(&tools)
}

fn trunk(tools: &Tools) -> Outcome<Command> {
    let mut trunk = Command::new(tools.trunk.join("trunk"));
    trunk.args(["build", "--release"]).current_dir(place::root());
    trunk.env("PATH", path_with(tools)?).env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk reads it as its own flag and refuses the usual value 1.
    trunk.env_remove("NO_COLOR");
    // It would replace the flags of .cargo/config.toml, and SIMD with them.
    trunk.env_remove("RUSTFLAGS");
    if let Some((_, target)) = place::cargo()?.get_envs().find(|(name, _)| *name == "CARGO_TARGET_DIR") {
        trunk.env("CARGO_TARGET_DIR", target.unwrap_or_default());
    }
    Ok(trunk)
}

fn path_with(tools: &Tools) -> Outcome<OsString> {
    let own = [tools.trunk.clone(), tools.wasm_bindgen.clone(), tools.node_modules.join(".bin")];
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(own.into_iter().chain(env::split_paths(&path)))
        .map_err(|error| Stop::new(error.to_string(), "Set RAMPLINE_TOOLS to a folder without `:` in its name."))
}
