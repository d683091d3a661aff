//! Rows: what is on, what happens, what is ordered and where the page is then.

mod choosing;
mod defining;
mod filtering;
mod importing;
mod opening;
pub mod sample;
mod showing;

use super::effect::{Effect, Forget, Moment, Span};
use super::msg::{Choice, Msg, ViewChoice};
use super::notice::Tone;
use super::route::Route;
use super::*;
use crate::definition::Grouping;
use crate::markup::Html;
use crate::protocol::{FromWorker, PROTOCOL, PictureForm, Rehearsal, ToWorker};
use crate::saved::settings::Settings;
use crate::scene::Look;
use crate::scene::receipt::{Heard, Read};

fn holdings(people: u64, events: u64) -> Holdings<Read> {
    let origin = (people + events > 0).then_some(Origin::Own);
    Holdings { origin, people, events, ..Holdings::default() }
}

fn speak(state: &mut State, answer: FromWorker) -> Vec<Effect> {
    update(state, Msg::WorkerSpoke(answer))
}

fn analyzed(state: &mut State, run: Run) -> Vec<Effect> {
    speak(state, FromWorker::Analyzed { run, scene: Some(Box::new(sample::scene())) })
}

fn drawn(state: &mut State, run: Run) -> Vec<Effect> {
    speak(state, FromWorker::Drawn { run, picture: Some(Box::new(sample::picture(560))) })
}

fn receipt(file: &str) -> Heard {
    Heard::Read(Read { file: file.to_owned(), import: Some(0), ..Read::default() })
}

fn refusal(file: &str) -> Heard {
    Heard::Refused { file: file.to_owned(), why: "the file is empty".to_owned() }
}

fn offer(state: &mut State, batch: Batch) -> Vec<Effect> {
    update(state, Msg::FilesOffered { batch, names: vec!["people.csv".to_owned()] })
}

/// The run of the import ordered.
fn import_run(fx: &[Effect]) -> Run {
    let run = fx.iter().find_map(|e| if let Effect::Import { run, .. } = e { Some(*run) } else { None });
    run.expect("an import is ordered")
}

fn analyze_run(fx: &[Effect]) -> Option<Run> {
    fx.iter().find_map(|e| if let Effect::Post(ToWorker::Analyze { run, .. }) = e { Some(*run) } else { None })
}

fn imported(state: &mut State, run: Run, outcomes: Vec<Heard>, holdings: Holdings<Read>, changed: bool) -> Vec<Effect> {
    speak(state, FromWorker::Imported { run, outcomes, holdings, changed })
}

/// A page that has read back what `held` says.
fn restored(held: Holdings<Read>, store: Store) -> State {
    let mut state = State::default();
    speak(&mut state, FromWorker::Ready { protocol: PROTOCOL });
    speak(&mut state, FromWorker::Restored { run: 1, holdings: held, store, trouble: None });
    state
}

fn empty() -> State {
    restored(holdings(0, 0), Store::Opfs)
}

fn ready() -> State {
    let mut state = restored(holdings(10, 40), Store::Opfs);
    analyzed(&mut state, 1);
    drawn(&mut state, 1);
    update(&mut state, Msg::Painted(1));
    assert_eq!(state.phase, Phase::Ready { asked: None });
    state
}
