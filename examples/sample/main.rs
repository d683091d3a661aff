//! Writes the sample company, "Brightwater Service Desk": `public/samples/people.csv`, `events.csv` and `config.json`.
//!
//! Everything in it is invented. The company should look like one that exports its own files, so it has leavers, late
//! starters, people who lapse, a manager who logs a month on one day, and a few rows that an import has to set aside.
//! One fixed seed and plain arithmetic (no `ln`, no `exp`) make the files the same on every machine:
//!
//! ```text
//! cargo run --example sample
//! ```

mod calendar;
mod coaching;
mod company;
mod dice;
mod event;
mod learner;
mod names;
mod observed;
mod plan;
mod survey;

use std::collections::HashSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use event::Event;

/// What the data themselves cannot say: when the rollout began, and that a shorter call is the better one.
const CONFIG: &str = r#"{
  "launch": "2025-10-06",
  "kpi_items": [
    { "item": "first-contact resolution" },
    { "item": "handling time", "lower_is_better": true }
  ]
}
"#;

fn main() -> Result<(), Box<dyn Error>> {
    let people = company::people();
    let mut events = coaching::events(&people);
    let coached = coaching::days_by_person(&events);
    for person in people.iter().filter(|p| p.is_learner()) {
        let days = coached.get(&person.id).map_or(&[][..], Vec::as_slice);
        learner::events(person, days, &mut events);
    }
    plan::events(&people, &mut events);
    survey::events(&people, &mut events);
    // A person's events keep the order in which they were written, as in a log.
    events.sort_by_key(|e| e.day);
    forget_repeats(&mut events);
    spoil(&mut events);

    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/samples");
    fs::create_dir_all(&folder)?;
    let mut file = csv::Writer::from_path(folder.join("people.csv"))?;
    file.write_record(company::HEADER)?;
    for person in &people {
        file.write_record(person.row())?;
    }
    file.flush()?;
    let mut file = csv::Writer::from_path(folder.join("events.csv"))?;
    file.write_record(event::HEADER)?;
    for event in &events {
        file.write_record(event.row())?;
    }
    file.flush()?;
    fs::write(folder.join("config.json"), CONFIG)?;
    println!("{} people and {} events written to {}", people.len(), events.len(), folder.display());
    Ok(())
}

/// A system exports one row for a feedback or touchpoint of a day, however often chance asked for it.
fn forget_repeats(events: &mut Vec<Event>) {
    let mut seen = HashSet::new();
    events.retain(|e| !matches!(e.word, "feedback" | "touchpoint") || seen.insert(e.row()));
}

/// The rows a receipt is for: somebody the roster lacks, a day that does not exist, the same row twice.
fn spoil(events: &mut Vec<Event>) {
    let third = events.len() / 3;
    let stranger = Event { person: "bw-914".to_owned(), ..events[third].clone() };
    events.insert(third + 1, stranger);

    let repeated = events.iter().position(|e| e.word == "completed" && e.day >= calendar::day("2026-03-10"));
    if let Some(at) = repeated {
        events.insert(at + 1, events[at].clone());
    }
    let february = events.iter().rposition(|e| e.word == "feedback" && e.day <= calendar::day("2026-02-27"));
    if let Some(at) = february {
        let impossible = Event { date: "2026-02-30".to_owned(), ..events[at].clone() };
        events.insert(at + 1, impossible);
    }
}
