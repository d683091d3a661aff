//! The native benchmarks.

use crate::place;
use crate::step::{Outcome, run as run_command, say};

pub fn run(arguments: &[String]) -> Outcome {
    say("Running the native benchmarks.");
    run_command(
        place::cargo()?.args(["bench", "--package", "rampline"]).args(arguments),
        "Read the messages above; `cargo bench --help` lists the arguments.",
    )
}
