//! A closer look at the curve: laws that tie it to the curve itself.

use proptest::prelude::*;
use rampline::analysis::closer::{Behaviours, Closer};
use rampline::analysis::{Beside, Curve};
use rampline::definition::{Contexts, Definition};
use rampline::engine::Engine;
use rampline::protocol::Ask;

use crate::company::companies;
use crate::support::{cases, engine_of, sample};

fn closer(engine: &mut Engine, definition: &Definition) -> Option<Closer> {
    let ask = Ask { definition: definition.clone(), ..Ask::default() };
    engine.whole(&ask, Beside::Closer)?.closer.cloned()
}

fn curve(engine: &mut Engine, definition: &Definition) -> Option<Curve> {
    let ask = Ask { definition: definition.clone(), ..Ask::default() };
    engine.analyze(&ask)?.ttc.as_ref().map(|ttc| ttc.curve.clone())
}

fn of(behaviours: &[&str], definition: &Definition) -> Definition {
    Definition { behaviours: behaviours.iter().map(|name| (*name).to_owned()).collect(), ..definition.clone() }
}

/// Competent by the end of a day, people.
fn by(curve: &Curve, day: i32) -> u32 {
    curve.rows.iter().filter(|row| row.t <= day).map(|row| row.d).sum()
}

/// Every behaviour alone is what the rule with that one behaviour says of the same people, and whoever is competent shows
/// each of them. The shares themselves need not be in that order: among people watched for different times, a later day
/// counts among fewer.
fn check(engine: &mut Engine, definition: &Definition, found: &Behaviours) {
    let together = curve(engine, definition).expect("the curves are shown together or not at all");
    let names: Vec<&str> = found.alone.iter().map(|one| one.curve.group.as_str()).collect();
    assert!(names.is_sorted(), "{names:?}");
    for one in &found.alone {
        let alone = curve(engine, &of(&[&one.curve.group], definition)).unwrap();
        assert_eq!(one.curve.rows, alone.rows, "{}", one.curve.group);
        assert_eq!(one.curve.quantiles, alone.quantiles);
        assert_eq!((one.curve.n, together.n), (together.n, alone.n));
        assert!(together.rows.iter().all(|row| by(&together, row.t) <= by(&one.curve, row.t)));
        assert!(u64::from(one.curve.events) <= one.observations, "without an observation nobody shows it");
    }
    if let [only] = &found.alone[..] {
        assert_eq!(only.curve.rows, together.rows);
    }
}

#[test]
fn the_sample_has_a_curve_for_each_behaviour() {
    let (mut engine, definition) = sample();
    let found = closer(&mut engine, &definition).unwrap().behaviours.unwrap();
    assert_eq!(found.alone.len(), 3);
    assert!(found.alone.iter().all(|one| one.curve.events > 20 && one.observations > 100));
    check(&mut engine, &definition, &found);
    let one = of(&[&found.alone[0].curve.group], &definition);
    let only = closer(&mut engine, &one).unwrap().behaviours.unwrap();
    assert_eq!(only.alone, found.alone[..1]);
    check(&mut engine, &one, &only);
}

#[test]
fn a_behaviour_nobody_is_observed_at_has_a_curve_without_events() {
    let (mut engine, definition) = sample();
    let found = closer(&mut engine, &of(&["yodel"], &definition)).unwrap().behaviours.unwrap();
    assert_eq!((found.alone[0].observations, found.alone[0].curve.events), (0, 0));
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn a_behaviour_alone_is_the_rule_with_that_behaviour(
        company in companies(), k in 1u32..3, more in 0u32..2, min_span in 0i32..20, any in any::<bool>(), min_group in 3i64..6,
    ) {
        let mut engine = engine_of(&[&company.people_csv(), &company.events_csv()]);
        let contexts = if any { Contexts::Any } else { Contexts::Live };
        let definition = Definition { k, n: k + more, min_span, contexts, min_group, ..Definition::default() };
        if let Some(closer) = closer(&mut engine, &definition) {
            match &closer.behaviours {
                Some(found) => check(&mut engine, &definition, found),
                None => prop_assert_eq!(curve(&mut engine, &definition), None),
            }
        }
    }
}
