//! Rows: what is on, what happens, what is ordered and where the page is then.

mod choosing;
mod defining;
mod importing;
mod opening;
pub mod sample;

use super::effect::{Effect, Forget, Moment, Span};
use super::msg::{Choice, Msg, ViewChoice};
use super::notice::Tone;
use super::route::Route;
use super::*;
use crate::definition::Grouping;
use crate::protocol::{FromWorker, PROTOCOL, PictureForm, ToWorker};
use crate::receipt::{Delimiter, Encoding, Form, Kind, Reading, Receipt, Refusal};
use crate::scene::Look;

fn holdings(people: u64, events: u64) -> Holdings {
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

pub(in crate::state) fn receipt(file: &str) -> Outcome {
    Outcome::Read(Receipt {
        file: file.to_owned(),
        bytes: 1,
        import: Some(0),
        kind: Kind::People,
        reading: Box::new(Reading::canonical(Form::Text { encoding: Encoding::Utf8, delimiter: Delimiter::Comma }, 1)),
        rows: 10,
        taken: 10,
        duplicates: 0,
        unknown: 0,
        replaced: 0,
        set_aside: Vec::new(),
        problems: Vec::new(),
        ignored_columns: Vec::new(),
        missing_columns: Vec::new(),
        with_time: 0,
        changes: Vec::new(),
        nothing_new: false,
    })
}

fn refusal(file: &str) -> Outcome {
    Outcome::Refused { file: file.to_owned(), why: Refusal::Empty }
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

fn imported(state: &mut State, run: Run, outcomes: Vec<Outcome>, holdings: Holdings, changed: bool) -> Vec<Effect> {
    speak(state, FromWorker::Imported { run, outcomes, holdings, changed })
}

/// A page that has read back what `held` says.
fn restored(held: Holdings, store: Store) -> State {
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
