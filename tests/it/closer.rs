//! A closer look at the curve: laws that tie it to the curve itself.

use proptest::prelude::*;
use rampline::analysis::closer::{Behaviours, Closer, Cohort, LandmarkDays, SHORTEST, Starters};
use rampline::analysis::landmark::TWO_CHECK_INS;
use rampline::analysis::{Beside, Curve};
use rampline::definition::{Contexts, Definition, Grouping};
use rampline::engine::Engine;
use rampline::inspect::{Number, Of};
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

/// Each day is what would be reported, had it been saved.
fn check_days(engine: &mut Engine, definition: &Definition, found: &LandmarkDays) {
    assert_eq!(found.saved, definition.landmark_day);
    assert!(found.saved_day().is_some() && found.days.is_sorted_by(|a, b| a.day < b.day));
    for one in &found.days {
        let saved = Definition { landmark_day: one.day, ..definition.clone() };
        let reported = engine.detail(&saved).unwrap().check_ins.landmark.clone().map(|at| at.landmark);
        assert_eq!(one.sides.is_some(), reported.is_some(), "day {}", one.day);
        let (Some(sides), Some(reported)) = (one.sides, reported) else { continue };
        let groups = &reported.comparison.groups;
        let with = groups.iter().find(|group| group.curve.group == TWO_CHECK_INS).map_or(0, |group| group.curve.n);
        assert_eq!((sides.with, sides.with + sides.without, sides.tau), (with, reported.n, reported.comparison.tau));
        let pair = reported.comparison.pairs.first();
        assert_eq!(sides.earlier.map(|(days, _)| days), pair.and_then(|pair| pair.rmst_difference));
        assert_eq!(sides.earlier.map(|(_, band)| band), pair.and_then(|pair| pair.band));
        for n in [sides.with, sides.without] {
            assert!(n == 0 || u64::from(n) >= definition.min_group_in_force(), "day {}: {n} people", one.day);
        }
    }
}

/// A number of a cohort opens to the people of its curve and to its table, and names nobody.
fn check_opens(engine: &mut Engine, definition: &Definition, number: Number, of: &Cohort) {
    let ask = Ask { definition: definition.clone(), ..Ask::default() };
    let number = number.of_starters(of.months);
    let opened = engine.inspect(&ask, &number).expect("what is shown opens");
    assert_eq!((opened.people.used, opened.rows.listed), (of.curve.n.into(), 0));
    let csv = String::from_utf8(engine.inspect_csv(&ask, &number).unwrap()).unwrap();
    assert_eq!(csv.lines().count(), 1 + of.curve.rows.len(), "{csv}");
    // A cohort is of everybody: under another filter there is none.
    assert_eq!(engine.inspect(&Ask { filter: "from=2000-01".to_owned(), ..ask }, &number), None);
}

/// Cohorts share everybody out, stand in order of time, and are those of a filter that may be used; means are of one horizon
/// that each reached.
fn check_starters(engine: &mut Engine, definition: &Definition, all: &Curve, found: &Starters) {
    assert!(found.cohorts.len() <= 6 && found.cohorts.is_sorted_by(|a, b| a.months[1] < b.months[0]));
    assert_eq!(found.cohorts.iter().map(|one| one.curve.n).sum::<u32>(), all.n);
    for one in &found.cohorts {
        let last = one.curve.rows.last().map_or(0, |row| row.t);
        assert!(u64::from(one.curve.n) >= found.limit);
        if found.cohorts.len() > 1 {
            let filter = format!("from={}&to={}", one.months[0], one.months[1]);
            let ask = Ask { definition: definition.clone(), filter, ..Ask::default() };
            assert_eq!(engine.told(&ask).unwrap().people, Ok(one.curve.n.into()), "{:?}", one.months);
            check_opens(engine, definition, Number::Quantile { of: Of::default(), percent: 50 }, one);
            let mean = Number::RestrictedMean { of: Of::default() };
            let under = Definition { tau: found.tau.unwrap_or(1), ..definition.clone() };
            check_opens(engine, definition, mean.under(&under), one);
        }
        assert!(one.full_to() >= 0 && one.enough_to <= last);
        let at_risk = one.curve.rows.iter().find(|row| row.t >= one.enough_to).map_or(0, |row| row.n);
        assert!(u64::from(at_risk) >= found.limit);
        assert!(one.curve.rows.iter().filter(|row| row.t > one.enough_to).all(|row| u64::from(row.n) < found.limit));
        assert_eq!(one.is_compared(), last >= SHORTEST, "{last}");
        if one.is_compared() {
            assert_eq!(one.mean.tau, found.tau);
            assert!(found.tau.is_some_and(|tau| tau <= last));
        }
    }
    let compared: Vec<_> = found.cohorts.iter().filter(|one| one.is_compared()).collect();
    assert_eq!(found.cohorts.iter().filter(|one| one.saved.is_some()).count(), compared.len().saturating_sub(1));
    for two in compared.windows(2) {
        let number = Number::DaysSaved { earlier: two[0].months, later: two[1].months, tau: found.tau.unwrap() };
        let ask = Ask { definition: definition.clone(), ..Ask::default() };
        let opened = engine.inspect(&ask, &number).expect("what is shown opens");
        assert_eq!(opened.people.used, u64::from(two[0].curve.n + two[1].curve.n));
        assert!(opened.rows.listed == 0 && opened.event_rows.listed == 0, "nobody is named beside a cohort");
        let csv = String::from_utf8(engine.inspect_csv(&ask, &number).unwrap()).unwrap();
        assert_eq!(csv.lines().count(), 1 + two[0].curve.rows.len() + two[1].curve.rows.len(), "{csv}");
    }
    assert_eq!(found.halves.is_some(), compared.len() >= 2);
    if let Some(halves) = found.halves {
        assert_eq!(halves.before + halves.since, compared.iter().map(|one| one.curve.n).sum::<u32>());
        if let [_, last] = compared[..] {
            assert_eq!(halves.saved, last.saved, "two cohorts are the two halves");
        }
    }
}

#[test]
fn the_sample_is_compared_on_several_days_and_by_cohort() {
    let (mut engine, definition) = sample();
    let found = closer(&mut engine, &definition).unwrap();
    let days = found.landmark_days.unwrap();
    assert!(days.days.iter().filter(|one| one.sides.is_some()).count() >= 3);
    check_days(&mut engine, &definition, &days);
    let other = Definition { landmark_day: 35, ..definition.clone() };
    let with_other = closer(&mut engine, &other).unwrap().landmark_days.unwrap();
    assert_eq!(with_other.days.len(), days.days.len() + 1);
    check_days(&mut engine, &other, &with_other);
    let starters = found.starters.unwrap();
    assert!(starters.cohorts.len() >= 2 && starters.halves.is_some());
    let all = curve(&mut engine, &definition).unwrap();
    check_starters(&mut engine, &definition, &all, &starters);
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

/// Under a filter, too, a behaviour's numbers open; a rule of other people's does not, and nothing else changes.
#[test]
fn a_behaviour_opens_under_a_filter() {
    let (mut engine, definition) = sample();
    let everybody = Ask { definition: definition.clone(), ..Ask::default() };
    let Some(Ok(all)) = engine.told(&everybody).map(|told| told.people) else { panic!() };
    let roles = engine.offer(&definition).unwrap().values[1].clone();
    let asks = roles.iter().map(|role| Ask { filter: format!("role={role}"), ..everybody.clone() });
    let ask = asks.into_iter().find(|ask| engine.told(ask).unwrap().people.is_ok_and(|people| people < all)).unwrap();
    let people = engine.told(&ask).unwrap().people.unwrap();
    let groups = |engine: &mut Engine| engine.analyze(&Ask { grouping: Grouping::Team, ..ask.clone() }).cloned();
    let before = groups(&mut engine);
    let median = || Number::Quantile { of: Of::default(), percent: 50 };
    let found = engine.whole(&ask, Beside::Closer).unwrap().closer.unwrap().behaviours.clone().unwrap();
    for one in &found.alone {
        let opened = engine.inspect(&ask, &median().under(&of(&[&one.curve.group], &definition))).unwrap();
        assert_eq!((opened.people.used, opened.rows.listed), (people, 0));
    }
    let other = Definition { cutoff: rampline::time::Day::parse("2020-01-01"), ..definition.clone() };
    assert_eq!(engine.inspect(&ask, &median().under(&other)), None);
    assert_eq!(engine.inspect(&ask, &Number::Landmark.under(&of(&["x"], &definition))), None);
    assert_eq!(groups(&mut engine), before);
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
            if let Some(days) = &closer.landmark_days {
                check_days(&mut engine, &definition, days);
            }
            match (&closer.starters, curve(&mut engine, &definition)) {
                (Some(starters), Some(all)) => check_starters(&mut engine, &definition, &all, starters),
                (found, shown) => prop_assert_eq!(found.is_some(), shown.is_some()),
            }
        }
    }
}
