//! The numbers of the page on the command line: `report people.csv events.csv [--config config.json]` prints
//! report.json (README, "What the numbers mean").

use std::error::Error;
use std::fs::File;
use std::io::{Read, Seek, Write, stdout};
use std::path::Path;
use std::process::ExitCode;

use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::import::Import;
use rampline::protocol::Origin;
use rampline::receipt::{Outcome, Refusal};

const USAGE: &str = "usage: report people.csv events.csv [--config config.json]";
const PIECE: usize = 4 << 20;

fn main() -> ExitCode {
    match run() {
        Ok(report) => match stdout().write_all(&report) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut files = Vec::new();
    let mut definition = Definition::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--config" {
            let path = arguments.next().ok_or(USAGE)?;
            let text = std::fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
            definition = Definition::from_json(&text).map_err(|e| format!("{path}: {e}"))?;
        } else {
            files.push(argument);
        }
    }
    if files.len() != 2 {
        return Err(USAGE.into());
    }
    let mut engine = Engine::default();
    engine.begin(Origin::Own);
    for file in &files {
        let import = read(&mut engine, Path::new(file));
        engine.finish_file(file, import);
    }
    for outcome in engine.commit().0 {
        match outcome {
            Outcome::Refused { why: Refusal::HeaderOnly, .. } | Outcome::Read(_) => {}
            Outcome::Refused { file, why } => return Err(format!("{file}: {why}").into()),
        }
    }
    let mut report = engine.report(&definition)?;
    report.push(b'\n');
    Ok(report)
}

fn read(engine: &mut Engine, path: &Path) -> Result<Import, Refusal> {
    let unreadable = |e: std::io::Error| Refusal::Unreadable { why: e.to_string() };
    let mut file = File::open(path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len();
    let mut import = Import::new(&path.to_string_lossy(), length)?;
    loop {
        let read = file.read(import.space(PIECE)).map_err(unreadable)?;
        import.filled(read);
        match import.read(engine.tables(), read == 0) {
            Ok(()) if read == 0 => return Ok(import),
            Ok(()) => {}
            Err(why) => {
                import = engine.again(&import, &why).ok_or(why)?;
                file.rewind().map_err(unreadable)?;
            }
        }
    }
}
