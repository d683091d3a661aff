//! The main job at full size: `cargo bench`. 1,000,000 events of 50,000 people, or the files named by
//! `RAMPLINE_BENCH=folder` (people.csv and events.csv). Prints the median of several runs of each step.

use std::time::Instant;

use rampline::analysis::Grouping;
use rampline::definition::{Contexts, Definition};
use rampline::engine::Engine;
use rampline::import::Import;
use rampline::protocol::{Ask, Origin};

#[path = "support/company.rs"]
mod company;

const RUNS: usize = 5;
const PIECE: usize = 4 << 20;

fn main() {
    let (people, events) = match std::env::var("RAMPLINE_BENCH") {
        Ok(folder) => {
            let read = |name: &str| {
                std::fs::read(format!("{folder}/{name}")).unwrap_or_else(|e| panic!("{folder}/{name}: {e}"))
            };
            (read("people.csv"), read("events.csv"))
        }
        Err(_) => company::tables(50_000, 1_000_000),
    };
    let megabytes = (people.len() + events.len()) as f64 / 1e6;
    println!("{megabytes:.1} MB, {RUNS} runs, medians in ms");

    let mut steps: Vec<(&str, Vec<f64>)> = Vec::new();
    for _ in 0..RUNS {
        let mut engine = Engine::default();
        let mut time = |name: &'static str, step: &mut dyn FnMut(&mut Engine)| {
            let begin = Instant::now();
            step(&mut engine);
            let ms = begin.elapsed().as_secs_f64() * 1e3;
            match steps.iter_mut().find(|(known, _)| *known == name) {
                Some((_, all)) => all.push(ms),
                None => steps.push((name, vec![ms])),
            }
        };
        let ask = |k, n, grouping| Ask {
            definition: Definition { k, n, contexts: Contexts::Any, ..Definition::default() },
            version: String::new(),
            grouping,
            ..Ask::default()
        };
        time("begin", &mut |engine| engine.begin(Origin::Own));
        for (name, file) in [("people.csv", &people), ("events.csv", &events)] {
            let mut import = Import::new(name, file.len() as u64);
            time(if name == "people.csv" { "read people" } else { "read events" }, &mut |engine| {
                if let Ok(import) = &mut import {
                    for piece in file.chunks(PIECE) {
                        import.space(piece.len()).copy_from_slice(piece);
                        import.filled(piece.len());
                        import.read(engine.tables(), false).unwrap_or_else(|e| panic!("{name}: {e}"));
                    }
                    import.read(engine.tables(), true).unwrap_or_else(|e| panic!("{name}: {e}"));
                }
            });
            let mut import = Some(import);
            time("sort into runs", &mut |engine| {
                if let Some(import) = import.take() {
                    engine.finish_file(name, import);
                }
            });
        }
        time("settle", &mut |engine| {
            engine.commit();
        });
        time("analyze, 2 of 2 by cohort", &mut |engine| {
            assert!(engine.analyze(&ask(2, 2, Grouping::Cohort)).is_some())
        });
        time("regroup by role", &mut |engine| assert!(engine.analyze(&ask(2, 2, Grouping::Role)).is_some()));
        time("regroup by team", &mut |engine| assert!(engine.analyze(&ask(2, 2, Grouping::Team)).is_some()));
        time("rule 3 of 3 by role", &mut |engine| assert!(engine.analyze(&ask(3, 3, Grouping::Role)).is_some()));
        time("rule 3 of 4 by role", &mut |engine| assert!(engine.analyze(&ask(3, 4, Grouping::Role)).is_some()));
        time("report", &mut |engine| assert!(engine.report(&ask(3, 4, Grouping::Role).definition).is_ok()));
    }
    for (name, mut all) in steps {
        all.sort_by(f64::total_cmp);
        println!("{name:<28} {:>9.2}", all[all.len() / 2]);
    }
}
