//! Numbers that open, definitions that are tried and kept.

use super::*;
use crate::definition::Definition;
use crate::inspect::Number;
use crate::scene::screen::Screen;
use crate::scene::written::Written;

fn inspect_run(fx: &[Effect]) -> Run {
    let [Effect::Post(ToWorker::Inspect { run, .. })] = fx else { panic!("{fx:?}") };
    *run
}

fn what_if_run(fx: &[Effect]) -> Run {
    let [Effect::Post(ToWorker::WhatIf { run, .. })] = fx else { panic!("{fx:?}") };
    *run
}

fn supposed(run: Run) -> FromWorker {
    FromWorker::Supposed { run, what_if: Some(sample::html()) }
}

#[test]
fn a_number_opens_and_closes_and_the_answer_to_another_one_is_dropped() {
    let mut state = ready();
    let first = inspect_run(&update(&mut state, Msg::NumberOpened(Number::Cox.key())));
    let second = inspect_run(&update(&mut state, Msg::NumberOpened(Number::Landmark.key())));
    let here = |run| FromWorker::Inspected { run, inspection: Some(sample::html()) };
    speak(&mut state, here(first));
    assert!(state.opened.as_ref().is_some_and(|opened| opened.found == Found::Waiting));
    speak(&mut state, here(second));
    assert!(state.opened.as_ref().is_some_and(|opened| matches!(opened.found, Found::Here(_))));
    update(&mut state, Msg::NumberClosed);
    assert_eq!(state.opened, None);
    let third = inspect_run(&update(&mut state, Msg::NumberOpened(Number::Cox.key())));
    speak(&mut state, FromWorker::Inspected { run: third, inspection: None });
    assert!(state.opened.is_some_and(|opened| opened.found == Found::NotShown));
}

#[test]
fn a_definition_that_is_tried_changes_nothing_until_it_is_used() {
    let mut state = ready();
    let draft = || Definition { k: 2, n: 4, ..Definition::default() };
    let early = what_if_run(&update(&mut state, Msg::Drafted(Some(Box::new(Definition { k: 1, ..draft() })))));
    let run = what_if_run(&update(&mut state, Msg::Drafted(Some(Box::new(draft())))));
    speak(&mut state, supposed(early));
    assert_eq!(state.what_if, Html::default(), "the answer to the draft before");
    speak(&mut state, supposed(run));
    assert_eq!(state.what_if, sample::html());
    assert_eq!(state.settings.definition, Definition::default());
    let fx = update(&mut state, Msg::DraftUsed);
    assert_eq!(fx[0], Effect::Mark(Moment::Changed));
    assert!(analyze_run(&fx).is_some());
    assert_eq!((&state.settings.definition, &state.draft, state.what_if.is_empty()), (&draft(), &None, true));
    assert_eq!(state.ask().version, "Standard, changed");
}

#[test]
fn a_definition_that_makes_no_sense_is_not_tried() {
    let mut state = ready();
    let draft = Definition { k: 5, n: 3, ..Definition::default() };
    assert_eq!(update(&mut state, Msg::Drafted(Some(Box::new(draft)))), []);
    assert_eq!(state.draft, None);
}

#[test]
fn a_definition_is_kept_under_a_name_that_its_numbers_carry() {
    let mut state = ready();
    let draft = Definition { k: 2, ..Definition::default() };
    for (name, kept) in [("", 0), ("Standard", 0), (" Mild ", 1)] {
        update(&mut state, Msg::Drafted(Some(Box::new(draft.clone()))));
        update(&mut state, Msg::DraftSaved { name: name.to_owned() });
        assert_eq!(state.settings.versions.len(), kept, "{name}");
    }
    assert_eq!(state.ask().version, "Mild");
    update(&mut state, Msg::VersionChosen("Standard".to_owned()));
    assert_eq!((state.ask().version.as_str(), state.settings.definition.k), ("Standard", 3));
    update(&mut state, Msg::VersionChosen("Mild".to_owned()));
    assert_eq!((state.ask().version.as_str(), state.settings.definition.k), ("Mild", 2));
    update(&mut state, Msg::VersionRemoved("Mild".to_owned()));
    assert_eq!((state.ask().version.as_str(), state.settings.definition.k), ("Standard, changed", 2));
}

#[test]
fn what_a_screen_needs_is_asked_for_once_the_worker_has_spoken() {
    let mut state = State { route: Route::Definitions, ..State::default() };
    assert_eq!(update(&mut state, Msg::DefinitionsShown), []);
    let fx = speak(&mut state, FromWorker::Ready { protocol: PROTOCOL });
    assert!(matches!(&fx[..], [Effect::Post(ToWorker::Restore { .. }), Effect::Post(ToWorker::Define { .. })]));
    let mut state = State::default();
    assert_eq!(update(&mut state, Msg::GlanceMeasured(560)), []);
    let fx = speak(&mut state, FromWorker::Ready { protocol: PROTOCOL });
    assert!(matches!(&fx[..], [_, Effect::Post(ToWorker::Glance { width: 560 })]));
}

#[test]
fn what_stands_below_the_curve_goes_with_the_definition_it_is_of() {
    let mut state = ready();
    let asked = |fx: &[Effect]| {
        let run = |effect: &Effect| match effect {
            Effect::Post(ToWorker::Show { run, screen: Screen::Curves, .. }) => Some(*run),
            _ => None,
        };
        fx.iter().find_map(run)
    };
    let written = || Some(Box::new(Written { html: sample::html(), ..Written::default() }));
    let drawn_for = analyze_run(&update(&mut state, Msg::Measured(800))).unwrap();
    analyzed(&mut state, drawn_for);
    drawn(&mut state, drawn_for);
    let first = asked(&update(&mut state, Msg::RouteChanged(Route::Curves, Some(String::new()))))
        .expect("the screen is looked at");
    speak(&mut state, FromWorker::Shown { run: first, document: written() });
    assert!(state.document().is_some());
    let grouped = analyze_run(&update(&mut state, Msg::Chosen(vec![Choice::Grouping(Grouping::Team)]))).unwrap();
    assert_eq!(asked(&analyzed(&mut state, grouped)), None, "another grouping of the same numbers");
    drawn(&mut state, grouped);
    assert!(state.document().is_some());
    let changed = analyze_run(&update(&mut state, Msg::Chosen(vec![Choice::K(2)]))).unwrap();
    let second = asked(&analyzed(&mut state, changed)).expect("other numbers");
    assert!(state.document().is_none());
    speak(&mut state, FromWorker::Shown { run: first, document: written() });
    assert!(state.document().is_none(), "of the definition before");
    speak(&mut state, FromWorker::Shown { run: second, document: written() });
    assert!(state.document().is_some());
}

#[test]
fn a_definition_that_is_tried_is_compared_again_when_the_one_in_force_changes() {
    let mut state = ready();
    update(&mut state, Msg::Drafted(Some(Box::new(Definition { k: 1, ..Definition::default() }))));
    let run = analyze_run(&update(&mut state, Msg::Chosen(vec![Choice::K(2)]))).unwrap();
    let fx = analyzed(&mut state, run);
    assert!(fx.iter().any(|e| matches!(e, Effect::Post(ToWorker::WhatIf { ask, draft, .. })
        if ask.definition.k == 2 && draft.k == 1)));
}
