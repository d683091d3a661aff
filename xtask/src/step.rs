//! How a step speaks: one plain sentence before it, and when it fails what to do next.

use std::fmt;
use std::process::Command;

pub type Outcome<T = ()> = Result<T, Stop>;

/// Why we stopped, and what the reader can do about it.
#[derive(Debug)]
pub struct Stop {
    what: String,
    next: String,
}

impl Stop {
    pub fn new(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self { what: what.into(), next: next.into() }
    }

    /// A file or folder that could not be read or written.
    pub fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::new(
            format!("{}: {error}", path.display()),
            "Check that the folder exists, may be written to and has space left.",
        )
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "Stopped: {}\nWhat to do: {}", self.what, self.next)
    }
}

pub fn say(text: impl fmt::Display) {
    println!("· {text}");
}

/// Runs a command with its output shown; `next` is the advice when it fails.
pub fn run(command: &mut Command, next: &str) -> Outcome {
    let status = command.status().map_err(|error| Stop::new(format!("{}: {error}", text_of(command)), next))?;
    if status.success() {
        return Ok(());
    }
    Err(Stop::new(format!("`{}` ended with {status}.", text_of(command)), next))
}

/// What a command prints, or `None` where it does not exist or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

fn text_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
