//! `cargo xtask serve | build | test | bench`: sets up what is missing, then does it.
//!
//! Tools, npm packages and compiled dependencies live outside the clone (see [`place`]), so that a second run and a
//! second clone find them. The only thing written into the clone is `dist/`, `target/` and the link `node_modules`.

mod bench;
mod budget;
mod build;
mod digest;
mod finish;
mod place;
mod serve;
mod setup;
mod step;
mod style;
mod test;

use std::process::ExitCode;

use step::{Outcome, Stop};

const USAGE: &str = "\
cargo xtask serve [--port N] [--no-open]         build the site and serve it on 127.0.0.1
cargo xtask build                                leave the deployable site in dist/
cargo xtask test [check] [native] [browser]      run everything, or the parts that are named
cargo xtask bench [ARGUMENTS OF CARGO BENCH]     run the native benchmarks";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("\n{stop}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Outcome {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments),
    };
    match command {
        "serve" => serve::run(rest),
        "build" => build::run(),
        "test" => test::run(rest),
        "bench" => bench::run(rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(Stop::new(format!("There is no command `{other}`."), format!("Use one of these:\n{USAGE}"))),
    }
}
