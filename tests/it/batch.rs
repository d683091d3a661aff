//! Files on their way in can be given up or refused at any point; then everything is exactly as it was.

use proptest::prelude::*;
use proptest::sample::select;
use rampline::analysis::Grouping;
use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::import::Import;
use rampline::protocol::{Ask, Origin};
use rampline::receipt::Outcome;

use crate::company::companies;
use crate::support::{WHOLE, cases, engine_of, read, state, take, take_as};

/// Files that cannot be taken, each failing at another point.
const REFUSED: [&[u8]; 6] = [
    b"",
    b"person_id,start_date\n",
    b"person_id,name\nz1,Nobody\n",
    b"\x89PNG\r\n\x1a\n",
    b"person_id,date,event,note\nz1,2025-01-01,feedback,good\nz2,2025-01-01,feedback,\"open\n",
    b"person_id,start_date,team,role\nz1,2025-01-01,Nowhere,novice\nz2,2025-01-01,\"Caf\xc3\xa9,\n",
];

/// One thing that happens to a file that is dropped.
#[derive(Clone, Debug)]
enum Drop {
    Whole(Vec<u8>),
    Refused(usize),
    /// Only so many bytes arrive; then the reading fails.
    CutOff(usize, Vec<u8>),
}

fn drops() -> impl Strategy<Value = Vec<Drop>> {
    let drop = (companies(), any::<bool>(), 0..5, 0..REFUSED.len(), 0usize..2000);
    let drop = drop.prop_map(|(company, people, how, refused, at)| {
        let bytes = if people { company.people_csv() } else { company.events_csv() };
        match how {
            0 => Drop::Refused(refused),
            1 => Drop::CutOff(at.min(bytes.len()), bytes),
            _ => Drop::Whole(bytes),
        }
    });
    prop::collection::vec(drop, 1..4)
}

/// Drops a file without ending the batch.
fn drop_file(engine: &mut Engine, drop: &Drop, piece: usize) {
    match drop {
        Drop::Whole(bytes) => {
            let import = read(engine, "file.csv", bytes, piece);
            engine.finish_file("file.csv", import);
        }
        Drop::Refused(at) => {
            let import = read(engine, "refused.csv", REFUSED[*at], piece);
            assert!(import.is_err() || *at == 1, "{at}");
            engine.finish_file("refused.csv", import);
        }
        Drop::CutOff(at, bytes) => {
            if let Ok(mut import) = Import::new("cut.csv", bytes.len() as u64) {
                import.space(*at).copy_from_slice(&bytes[..*at]);
                import.filled(*at);
                let _ = import.read(engine.tables(), false);
            }
            let why = rampline::receipt::Refusal::Unreadable { why: "the disk is gone".to_owned() };
            engine.finish_file("cut.csv", Err(why));
        }
    }
}

/// Half of a file is read when somebody gives up.
fn half(engine: &mut Engine, bytes: &[u8]) {
    if let Ok(mut import) = Import::new("half.csv", bytes.len() as u64) {
        let part = &bytes[..bytes.len() / 2];
        import.space(part.len()).copy_from_slice(part);
        import.filled(part.len());
        let _ = import.read(engine.tables(), false);
    }
}

/// What an engine answers to a few questions; files on their way in are not seen by any of them.
fn look(engine: &mut Engine) -> String {
    let asks = Grouping::SPLITS.map(|grouping| Ask {
        definition: Definition { k: 2, ..Definition::default() },
        version: String::new(),
        grouping,
        ..Ask::default()
    });
    let analyses = asks.map(|ask| engine.analyze(&ask).cloned());
    let report = engine.report(&Definition { min_span: 3, ..Definition::default() }).unwrap();
    let files = [report, engine.events_csv(), engine.people_csv()].map(|file| String::from_utf8(file).unwrap());
    format!("{analyses:?}\n{files:?}\n{:?}", engine.holdings())
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn given_up_is_as_if_never_begun(
        before in companies(), drops in drops(), last in companies(), after in companies(),
        origin in select(vec![Origin::Own, Origin::Sample]), piece in 1usize..500, looked: bool,
    ) {
        let mut engine = engine_of(&[&before.people_csv(), &before.events_csv()]);
        let (seen, expected) = (look(&mut engine), state(&mut engine));
        engine.begin(origin);
        for drop in &drops {
            drop_file(&mut engine, drop, piece);
            if looked {
                prop_assert_eq!(look(&mut engine), &seen[..]);
            }
        }
        half(&mut engine, &last.events_csv());
        engine.cancel();
        prop_assert_eq!(look(&mut engine), seen);
        prop_assert_eq!(state(&mut engine), expected);
        // And what comes later does not see it either.
        let mut fresh = engine_of(&[&before.people_csv(), &before.events_csv()]);
        for engine in [&mut engine, &mut fresh] {
            let (people, events) = (after.people_csv(), after.events_csv());
            take(engine, &[("events.csv", &events), ("people.csv", &people)], WHOLE);
        }
        prop_assert_eq!(state(&mut engine), state(&mut fresh));
    }

    #[test]
    fn refused_files_leave_nothing_behind(before in companies(), drops in drops(), piece in 1usize..500, looked: bool) {
        let start = || engine_of(&[&before.people_csv(), &before.events_csv()]);
        let (mut engine, mut without) = (start(), start());
        engine.begin(Origin::Own);
        without.begin(Origin::Own);
        for drop in &drops {
            drop_file(&mut engine, drop, piece);
            if looked {
                look(&mut engine);
            }
            if let Drop::Whole(_) = drop {
                drop_file(&mut without, drop, WHOLE);
            }
        }
        let (outcomes, changed) = engine.commit();
        let (expected, expected_changed) = without.commit();
        let refused = |drop: &&Drop| !matches!(drop, Drop::Whole(_));
        prop_assert_eq!(outcomes.len(), drops.len());
        let of_whole = outcomes.iter().zip(&drops).filter(|(_, drop)| !refused(drop)).map(|(outcome, _)| outcome.clone());
        prop_assert_eq!(of_whole.collect::<Vec<_>>(), expected);
        for (outcome, _) in outcomes.iter().zip(&drops).filter(|(_, drop)| refused(drop)) {
            prop_assert!(matches!(outcome, Outcome::Refused { .. }), "{:?}", outcome);
        }
        prop_assert_eq!(changed, expected_changed);
        prop_assert_eq!(state(&mut engine), state(&mut without));
    }
}

const PEOPLE: &[u8] = b"person_id,start_date,team\np1,2025-01-06,Red\n";
const EVENTS: &[u8] = b"person_id,date,event,item,value\np1,2025-01-07,observed,ask,1\n";

#[test]
fn own_data_replace_the_sample_once_something_was_taken() {
    let sample = || {
        let mut engine = Engine::default();
        take_as(&mut engine, Origin::Sample, &[("people.csv", PEOPLE), ("events.csv", EVENTS)], WHOLE);
        engine
    };
    let nothing_usable = b"person_id,start_date\np9,soon\n";
    for (file, replaced) in [
        (&b"person_id,start_date\np9,2025-01-06\n"[..], true),
        (EVENTS, true),
        (nothing_usable, false),
        (REFUSED[1], false),
        (REFUSED[3], false),
        (REFUSED[5], false),
    ] {
        let mut engine = sample();
        let before = state(&mut engine);
        let changed = take(&mut engine, &[("file.csv", file)], WHOLE).1;
        assert_eq!(changed, replaced, "{:?}", String::from_utf8_lossy(file));
        if replaced {
            assert_eq!(state(&mut engine), state(&mut engine_of(&[file])));
            assert_eq!(engine.holdings().origin, Some(Origin::Own));
        } else {
            assert_eq!(state(&mut engine), before);
        }
    }
}

#[test]
fn beginning_anew_gives_up_what_was_begun() {
    let mut engine = engine_of(&[PEOPLE, EVENTS]);
    let before = state(&mut engine);
    for origin in [Origin::Sample, Origin::Own] {
        engine.begin(origin);
        let other = b"person_id,start_date\np7,2025-01-06\n";
        let import = read(&mut engine, "other.csv", other, WHOLE);
        engine.finish_file("other.csv", import);
    }
    engine.begin(Origin::Own);
    assert_eq!(engine.commit(), (Vec::new(), false));
    engine.cancel();
    assert_eq!(state(&mut engine), before);
}
