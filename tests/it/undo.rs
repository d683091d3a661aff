//! An import taken out again leaves what the others brought, as if it had never been there; put back, everything is as it
//! was.

use proptest::prelude::*;
use rampline::definition::Definition;
use rampline::engine::{Data, Engine};
use rampline::protocol::{Holdings, Origin};
use rampline::receipt::{Imported, Outcome, Receipt};
use rampline::saved::tables::Head;

use crate::company::{Company, companies};
use crate::saved_tables::{stored, unpacked};
use crate::support::{WHOLE, cases, report, state, take, take_as};

/// Files under names of their own, each by itself.
fn engine_of(files: &[(String, Vec<u8>)]) -> Engine {
    let mut engine = Engine::default();
    for (name, bytes) in files {
        take(&mut engine, &[(name, bytes)], WHOLE);
    }
    engine
}

/// Lists and logs of several companies, one of them twice with a part left out, so that files overlap.
fn files(companies: &[Company]) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for (at, company) in companies.iter().enumerate() {
        let mut later = company.clone();
        later.people.iter_mut().step_by(3).for_each(|person| "Green".clone_into(&mut person[5]));
        later.events.truncate(company.events.len() / 2);
        files.push((format!("people{at}.csv"), company.people_csv()));
        files.push((format!("events{at}.csv"), company.events_csv()));
        files.push((format!("later people{at}.csv"), later.people_csv()));
        files.push((format!("later events{at}.csv"), later.events_csv()));
    }
    files
}

/// What can be seen of an engine, whatever numbers its imports have.
fn seen(engine: &mut Engine) -> String {
    let Holdings { origin, people, events, receipts, imports, .. } = engine.holdings();
    let receipts: Vec<Receipt> = receipts.into_iter().map(|receipt| Receipt { import: None, ..receipt }).collect();
    let imports: Vec<Imported> =
        imports.into_iter().map(|imported| Imported { number: 0, replaces: None, ..imported }).collect();
    let sorted = |csv: Vec<u8>| {
        let csv = String::from_utf8(csv).unwrap();
        let mut lines: Vec<String> = csv.lines().map(str::to_owned).collect();
        lines.sort_unstable();
        lines
    };
    let tables = (sorted(engine.people_csv()), sorted(engine.events_csv()));
    format!(
        "{origin:?} {people} {events}\n{receipts:#?}\n{imports:#?}\n{tables:#?}\n{:#}",
        report(engine, &Definition::default())
    )
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn undone_is_as_if_never_imported(held in prop::collection::vec(companies(), 1..3), which in any::<prop::sample::Index>()) {
        let files = files(&held);
        let mut engine = engine_of(&files);
        let before = engine.holdings();
        prop_assume!(!before.imports.is_empty());
        let expected = state(&mut engine);
        let gone = which.get(&before.imports).clone();
        prop_assert!(engine.undo(gone.number));

        let kept = |(name, _): &&(String, Vec<u8>)| {
            *name != gone.file && before.imports.iter().any(|imported| imported.file == *name)
        };
        let others: Vec<_> = files.iter().filter(kept).cloned().collect();
        prop_assert_eq!(seen(&mut engine), seen(&mut engine_of(&others)));
        let after = engine.holdings();
        prop_assert_eq!((before.people - after.people, before.events - after.events), (gone.people, gone.events));
        prop_assert_eq!(after.undone.as_deref(), Some(&gone.file[..]));

        prop_assert!(engine.put_back());
        prop_assert_eq!(state(&mut engine), expected);
        prop_assert!(!engine.put_back());
    }

    #[test]
    fn undone_then_stored_is_read_back(held in companies(), which in any::<prop::sample::Index>()) {
        let mut engine = engine_of(&files(&[held]));
        let imports = engine.holdings().imports;
        prop_assume!(!imports.is_empty());
        engine.undo(which.get(&imports).number);
        let (head, columns) = stored(&engine);
        let mut again = Engine::with(Data::restored(Head::from_bytes(&head.to_bytes()).unwrap(), columns).unwrap());
        prop_assert_eq!(seen(&mut again), seen(&mut engine));
        // A file that comes now is compared with what is left, in both.
        for engine in [&mut again, &mut engine] {
            take(engine, &[("more.csv", b"person_id,date,event,item,value\np1,2025-02-01,observed,ask,1\n")], WHOLE);
        }
        prop_assert_eq!(seen(&mut again), seen(&mut engine));
    }
}

const PEOPLE: &[u8] = b"person_id,name,start_date\nada@x.org,Ada Rare,2025-01-06\nbo@x.org,Bo,2025-01-06\n";
const EVENTS: &[u8] =
    b"person_id,date,event,item,value,note\nada@x.org,2025-01-07,observed,ask,1,\nbo@x.org,2025-01-07,observed,secret,1,hm\n";

fn named(files: &[(&str, &[u8])]) -> Engine {
    engine_of(&files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect::<Vec<_>>())
}

#[test]
fn of_what_was_undone_no_text_stays() {
    let mut engine = named(&[("people.csv", PEOPLE), ("events.csv", EVENTS)]);
    let before = (stored(&engine), engine.holdings());
    engine.undo(1);
    engine.undo(0);
    let (head, columns) = stored(&engine);
    let bytes = [head.to_bytes(), columns.concat()].concat();
    for text in ["ada@x.org", "Ada Rare", "secret", "hm", "people.csv"] {
        assert!(!bytes.windows(text.len()).any(|part| part == text.as_bytes()), "{text}");
    }
    assert_eq!(engine.holdings().origin, None);
    // The last one first.
    assert!(engine.put_back());
    assert_eq!((engine.holdings().people, engine.holdings().undone.as_deref()), (2, Some("events.csv")));
    assert_eq!(engine.data().origin, Some(Origin::Own));
    assert!(engine.put_back() && !engine.put_back());
    assert_eq!((stored(&engine), engine.holdings()), before);
}

/// What an undone file said of who is who goes with it, also when another import takes its number.
#[test]
fn of_what_was_undone_nobody_stays_one_person() {
    let hr = b"Employee ID,Email,First name,Last name,Hire date\n7,ada@x.org,Ada,Rare,2025-01-06\n8,bo@x.org,Bo,Rook,2025-01-06\n";
    let events = b"person_id,date,event,item\n7,2025-01-07,completed,one\n";
    let mut engine = named(&[("hr.csv", hr), ("events.csv", events)]);
    let (before, _) = stored(&engine);
    assert_eq!((engine.data().merged(), before.said.len()), (1, 1));
    assert!(engine.undo(0));
    assert_eq!((engine.data().merged(), stored(&engine).0.said.len()), (0, 0));
    assert!(engine.put_back());
    assert_eq!((engine.data().merged(), stored(&engine).0), (1, before));

    // The number of the last import is given again.
    let mut engine = named(&[("events.csv", events), ("hr.csv", hr)]);
    assert!(engine.undo(1));
    take(&mut engine, &[("people.csv", b"person_id,start_date\n7,2025-01-06\nada@x.org,2025-01-06\n")], WHOLE);
    assert_eq!((engine.data().merged(), engine.holdings().people), (0, 2));
}

#[test]
fn what_came_in_meanwhile_stays_and_nothing_is_put_back_into_it() {
    let mut engine = named(&[("people.csv", PEOPLE), ("events.csv", EVENTS)]);
    assert!(!engine.undo(7));
    assert!(engine.undo(0));
    // A file that is given up changes nothing, so it can still be put back.
    engine.begin(Origin::Own);
    engine.cancel();
    assert_eq!(engine.holdings().undone.as_deref(), Some("people.csv"));
    take(&mut engine, &[("more.csv", b"person_id,start_date\nada@x.org,2025-02-03\n")], WHOLE);
    assert_eq!(engine.holdings().undone, None);
    assert!(!engine.put_back());
    assert_eq!((engine.holdings().people, engine.holdings().events), (1, 2));
}

#[test]
fn a_corrected_file_can_stand_in_for_the_earlier_one() {
    let header = "person_id,date,event,item,value\n";
    let first = format!("{header}p1,2025-01-07,observed,ask,1\np1,2025-01-08,observed,ask,0\n");
    let fixed = format!("{header}p1,2025-01-07,observed,ask,1\np1,2025-01-08,observed,ask,1\n");
    let fewer = format!("{header}p1,2025-01-08,observed,ask,1\n");
    let offered = |files: &[(&str, &str)]| {
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        let imports = named(&files).holdings().imports;
        imports.last().and_then(|imported| imported.replaces)
    };
    for (files, expected) in [
        (&[("events.csv", &first[..]), ("events.csv", &fixed)][..], Some(0)),
        (&[("events.csv", &first), ("Events (1).csv", &fixed)], Some(0)),
        (&[("events.csv", &first), ("other.csv", &fixed)], None),
        // The same file once more.
        (&[("events.csv", &first), ("events.csv", &first)], None),
        (&[("events.csv", &first), ("events.csv", &fixed), ("events.csv", &fewer)], Some(1)),
        // Another kind of file under the name.
        (&[("events.csv", &first), ("events.csv", "person_id,start_date\np1,2025-01-06\n")], None),
    ] {
        assert_eq!(offered(files), expected, "{files:?}");
    }
    // Rows that are gone from the corrected file go; it brought nothing new and is kept all the same.
    let mut engine = named(&[("events.csv", first.as_bytes()), ("events.csv", fixed.as_bytes())]);
    let (outcomes, changed) = take(&mut engine, &[("events.csv", fewer.as_bytes())], WHOLE);
    let Outcome::Read(receipt) = &outcomes[0] else { panic!("{outcomes:?}") };
    assert!(receipt.nothing_new && changed && receipt.import == Some(2));
    assert!(engine.undo(0) && engine.undo(1));
    assert_eq!(engine.holdings().events, 1);
    // And once more, that is the same file.
    assert!(!take(&mut engine, &[("events.csv", fewer.as_bytes())], WHOLE).1);
}

#[test]
fn a_person_goes_back_to_what_another_file_says() {
    let moved =
        b"person_id,name,start_date\nada@x.org,Ada Moved,2025-01-06\nbo@x.org,Bo,2025-01-06\ncleo,,2025-01-06\n";
    let mut engine = named(&[("people.csv", PEOPLE), ("moved.csv", moved)]);
    let [first, second] = &engine.holdings().imports[..] else { panic!() };
    assert_eq!(
        [first, second].map(|imported| (imported.people, imported.changed, imported.events)),
        [(0, 0, 0), (1, 1, 0)]
    );
    engine.undo(1);
    assert!(String::from_utf8(engine.people_csv()).unwrap().contains("Ada Rare"));
    engine.put_back();
    engine.undo(0);
    assert!(String::from_utf8(engine.people_csv()).unwrap().contains("bo@x.org"));
}

/// Five files that the form before stored: two lists of people that overlap, another one, a log and the log corrected,
/// under one name and of one length.
#[test]
fn of_earlier_forms_only_what_is_certain_can_be_undone() {
    let (head, columns) = unpacked(include_bytes!("../data/saved/form-2.tables"));
    let restored = || Engine::with(Data::restored(head.clone(), columns.clone()).unwrap());
    let mut engine = restored();
    let held = engine.holdings();
    assert_eq!((held.people, held.events), (4, 4));
    let told: Vec<_> =
        held.imports.iter().map(|i| (&i.file[..], i.people, i.changed, i.events, i.can_be_undone)).collect();
    assert_eq!(
        told,
        [
            ("people.csv", 1, 0, 0, false),
            ("later.csv", 1, 1, 0, true),
            ("last.csv", 1, 0, 0, true),
            ("events.csv", 0, 0, 1, true),
            ("events.csv", 0, 0, 1, true),
        ]
    );
    assert_eq!(held.receipts[1].duplicates, 1);
    assert!(!engine.undo(0));
    for (import, people, events) in [(1, 3, 4), (2, 3, 4), (3, 4, 3), (4, 4, 3)] {
        let mut engine = restored();
        assert!(engine.undo(import));
        assert_eq!((engine.holdings().people, engine.holdings().events), (people, events), "{import}");
    }
    // Without the list that was stored in part, the first one stands alone again.
    assert!(engine.undo(1) && engine.undo(0));
    assert_eq!(engine.holdings().people, 1);
}

#[test]
fn the_sample_can_be_taken_apart_too() {
    let mut engine = Engine::default();
    take_as(&mut engine, Origin::Sample, &[("people.csv", PEOPLE), ("events.csv", EVENTS)], WHOLE);
    assert!(engine.undo(1));
    assert_eq!((engine.holdings().origin, engine.holdings().events), (Some(Origin::Sample), 0));
}
