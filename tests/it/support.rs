//! Files into an engine, the way the worker does it, and what can be seen of an engine from outside.

use proptest::test_runner::{Config, RngSeed};
use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::import::{Given, Import};
use rampline::protocol::Origin;
use rampline::receipt::{Answers, Outcome, Receipt, Refusal, Reply};
use serde_json::Value;

/// A piece larger than any file of a test.
pub const WHOLE: usize = 1 << 26;

/// Takes files in together, each in pieces of `piece` bytes.
pub fn take(engine: &mut Engine, files: &[(&str, &[u8])], piece: usize) -> (Vec<Outcome>, bool) {
    take_as(engine, Origin::Own, files, piece)
}

pub fn take_as(engine: &mut Engine, origin: Origin, files: &[(&str, &[u8])], piece: usize) -> (Vec<Outcome>, bool) {
    engine.begin(origin);
    for (name, bytes) in files {
        let import = read(engine, name, bytes, piece);
        engine.finish_file(name, import);
    }
    engine.commit()
}

/// Takes one file in of which something was asked.
pub fn take_answered(engine: &mut Engine, name: &str, bytes: &[u8], answers: Answers) -> (Vec<Outcome>, bool) {
    take_given(engine, name, bytes, Given { answers, ..Given::default() })
}

/// Takes one file in of which something is known.
pub fn take_given(engine: &mut Engine, name: &str, bytes: &[u8], given: Given) -> (Vec<Outcome>, bool) {
    take_begun(engine, name, bytes, Import::given(name, bytes.len() as u64, given))
}

/// Takes one file in the way the worker does, with what somebody said about it.
pub fn take_replied(engine: &mut Engine, name: &str, bytes: &[u8], reply: Reply) -> (Vec<Outcome>, bool) {
    let import = engine.open(name, bytes.len() as u64, None, reply);
    take_begun(engine, name, bytes, import)
}

fn take_begun(engine: &mut Engine, name: &str, bytes: &[u8], import: Result<Import, Refusal>) -> (Vec<Outcome>, bool) {
    engine.begin(Origin::Own);
    let import = import.and_then(|mut import| {
        import.space(bytes.len()).copy_from_slice(bytes);
        import.filled(bytes.len());
        import.read(engine.tables(), true)?;
        Ok(import)
    });
    engine.finish_file(name, import);
    engine.commit()
}

pub fn read(engine: &mut Engine, name: &str, bytes: &[u8], piece: usize) -> Result<Import, Refusal> {
    let mut import = Import::new(name, bytes.len() as u64)?;
    match read_pieces(engine, &mut import, bytes, piece) {
        Ok(()) => Ok(import),
        Err(why) => {
            let mut again = engine.again(&import, &why).ok_or(why)?;
            read_pieces(engine, &mut again, bytes, piece)?;
            Ok(again)
        }
    }
}

fn read_pieces(engine: &mut Engine, import: &mut Import, bytes: &[u8], piece: usize) -> Result<(), Refusal> {
    for part in bytes.chunks(piece) {
        import.space(part.len()).copy_from_slice(part);
        import.filled(part.len());
        import.read(engine.tables(), false)?;
    }
    import.read(engine.tables(), true)
}

/// An engine that took each file by itself, in this order.
pub fn engine_of(files: &[&[u8]]) -> Engine {
    let mut engine = Engine::default();
    for bytes in files {
        take(&mut engine, &[("file.csv", bytes)], WHOLE);
    }
    engine
}

/// What became of one file.
pub fn take_one(engine: &mut Engine, bytes: &[u8]) -> Result<Receipt, Refusal> {
    match take(engine, &[("file.csv", bytes)], WHOLE).0.remove(0) {
        Outcome::Read(receipt) => Ok(receipt),
        Outcome::Refused { why, .. } => Err(why),
    }
}

/// The invented company of public/samples under its own definition.
pub fn sample() -> (Engine, Definition) {
    let file = |name: &str| std::fs::read(format!("{}/public/samples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let definition = Definition::from_json(&String::from_utf8(file("config.json")).unwrap()).unwrap();
    (engine_of(&[&file("people.csv"), &file("events.csv")]), definition)
}

pub fn report(engine: &mut Engine, definition: &Definition) -> Value {
    serde_json::from_slice(&engine.report(definition).unwrap()).unwrap()
}

/// Everything an engine holds and says, as text to compare: tables with their dictionaries, receipts, report.
pub fn state(engine: &mut Engine) -> String {
    let receipts = format!("{:?}", engine.holdings());
    let report = String::from_utf8(engine.report(&Definition::default()).unwrap()).unwrap();
    let aside = format!("{:?}", engine.tables().aside);
    format!("{receipts}\n{}\n{aside}\n{report}", tables(engine))
}

/// Every text and number of the tables, in their order.
pub fn tables(engine: &mut Engine) -> String {
    let tables = engine.tables();
    let dictionaries = [
        &tables.ids,
        &tables.roles,
        &tables.cohorts,
        &tables.locations,
        &tables.teams,
        &tables.items,
        &tables.contexts,
    ];
    let texts = dictionaries.map(|dictionary| {
        let (bytes, ends) = dictionary.parts();
        format!("{:?} {ends:?}", String::from_utf8_lossy(bytes))
    });
    let layers = (&tables.rosters, &tables.files);
    format!("{texts:#?}\n{:?}\n{:?}\n{layers:?}", tables.people, tables.events)
}

/// The same cases on every machine, and nothing written beside the tests.
pub fn cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(20_250_106), ..Config::default() }
}
