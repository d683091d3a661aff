//! What holds for any bytes given as a file: nothing panics, a refusal changes nothing, what was taken adds up, and the
//! pieces in which the file arrives do not matter. Run on mutated files by the tests, and on whatever it finds by the fuzzer.

use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::import::Import;
use rampline::protocol::Origin;
use rampline::receipt::Outcome;

const PEOPLE: &[u8] = b"person_id,start_date,name\na,2025-01-06,Ada\nb,2025-01-07,Bo\n";

pub fn hold(bytes: &[u8]) {
    let mut engine = Engine::default();
    take(&mut engine, PEOPLE, PEOPLE.len());
    let before = seen(&mut engine);
    let piece = 1 + bytes.first().map_or(0, |&first| usize::from(first) * 7);
    let (outcome, changed) = take(&mut engine, bytes, piece);
    match &outcome {
        Outcome::Refused { why, .. } => {
            assert!(!changed && !why.to_string().is_empty());
            assert_eq!(seen(&mut engine), before);
        }
        Outcome::Read(_) => {
            for receipt in engine.holdings().receipts {
                assert_eq!(receipt.rows, receipt.taken + receipt.duplicates + receipt.set_aside_total());
                assert!(receipt.unknown <= receipt.taken);
            }
        }
    }
    let mut whole = Engine::default();
    take(&mut whole, PEOPLE, PEOPLE.len());
    assert_eq!(take(&mut whole, bytes, bytes.len().max(1)), (outcome, changed));
    assert_eq!(seen(&mut whole), seen(&mut engine));
}

fn take(engine: &mut Engine, bytes: &[u8], piece: usize) -> (Outcome, bool) {
    engine.begin(Origin::Own);
    let import = Import::new("file.csv", bytes.len() as u64).and_then(|mut import| {
        for again in [false, true] {
            let read = bytes.chunks(piece).try_for_each(|part| {
                import.space(part.len()).copy_from_slice(part);
                import.filled(part.len());
                import.read(engine.tables(), false)
            });
            match read.and_then(|()| import.read(engine.tables(), true)) {
                Err(why) if !again => import = engine.again(&import, &why).ok_or(why)?,
                Err(why) => return Err(why),
                Ok(()) => break,
            }
        }
        Ok(import)
    });
    engine.finish_file("file.csv", import);
    let (mut outcomes, changed) = engine.commit();
    (outcomes.swap_remove(0), changed)
}

/// What an engine holds and what it makes of it.
fn seen(engine: &mut Engine) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let report = engine.report(&Definition::default()).unwrap_or_default();
    (engine.people_csv(), engine.events_csv(), report)
}
