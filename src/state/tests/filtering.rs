//! Who is shown: in the address, in the settings, and in what is asked.

use super::*;
use crate::protocol::Change;

fn say(state: &mut State, address: &str) -> Vec<Effect> {
    let (route, filter) = Route::of_address(address);
    update(state, Msg::RouteChanged(route, filter))
}

#[test]
fn a_filter_chosen_is_asked_for_kept_and_said_in_the_address() {
    let mut state = ready();
    say(&mut state, "#/curves");
    let fx = update(&mut state, Msg::FilterChosen("team=A".to_owned()));
    assert!(analyze_run(&fx).is_some() && state.ask().filter == "team=A");
    assert!(fx.iter().any(|e| matches!(e, Effect::SaveSettings(settings) if settings.filter == "team=A")));
    assert_eq!(fx.last(), Some(&Effect::Navigate("#/curves?team=A".to_owned())));
    assert_eq!(analyze_run(&say(&mut state, "#/curves?team=A")), None, "what the address says is shown");
    assert_eq!(state.address(Route::Kpis), "#/kpis?team=A");
    assert_eq!(state.address(Route::Data), "#/data");
    // Data and back: the filter stays; the step before the choice: it is gone.
    say(&mut state, "#/data");
    assert_eq!((state.ask().filter.as_str(), state.ask_of_everybody().filter.as_str()), ("team=A", ""));
    say(&mut state, "#/curves");
    assert_eq!(state.ask().filter, "");
}

#[test]
fn a_bookmark_says_who_is_shown_and_without_one_it_is_as_it_was_left() {
    for (kept, address, filter, said) in [
        ("team=A", "#/kpis?role=x", "role=x", None),
        ("team=A", "#/kpis", "team=A", Some("#/kpis?team=A")),
        ("team=A", "#/data", "team=A", None),
        ("", "#/kpis", "", None),
    ] {
        let mut state = State::default();
        let (route, found) = Route::of_address(address);
        let settings = Box::new(Settings { filter: kept.to_owned(), ..Settings::default() });
        let fx = update(
            &mut state,
            Msg::Opened {
                settings,
                theme: Theme::Auto,
                language: Default::default(),
                route,
                filter: found.unwrap_or_default(),
                profiles: String::new(),
                trouble: None,
            },
        );
        let address =
            fx.iter().find_map(|e| if let Effect::SayAddress(address) = e { Some(address.as_str()) } else { None });
        assert_eq!((state.ask().filter.as_str(), address), (filter, said));
    }
}

#[test]
fn hidden_names_are_kept_and_nothing_written_before_stays() {
    let mut state = ready();
    say(&mut state, "#/curves?team=A");
    let fx = update(&mut state, Msg::ChangeChosen(Change::Names { hidden: true }));
    let Some(Effect::Post(ToWorker::Change { run, change: Change::Names { hidden: true }, .. })) = fx.last() else {
        panic!("{fx:?}")
    };
    let run = *run;
    state.outcomes = vec![receipt("a"), refusal("b")];
    let fx = speak(
        &mut state,
        FromWorker::Changed { run, change: Change::Names { hidden: true }, holdings: holdings(10, 40) },
    );
    assert!(fx.iter().any(|e| matches!(e, Effect::SaveSettings(settings) if settings.hide_names)));
    assert!(state.outcomes.is_empty() && state.picture.is_none() && state.document().is_none());
    analyzed(&mut state, run);
    let renamed = Some("team=Team%201".to_owned());
    let fx = speak(&mut state, FromWorker::Filtered { html: sample::html(), renamed });
    assert!(fx.contains(&Effect::SayAddress("#/curves?team=Team%201".to_owned())));
    assert_eq!(state.ask().filter, "team=Team%201");

    // What a file left open is there again with the names.
    state.phase = Phase::Ready { asked: None };
    let fx = update(&mut state, Msg::ChangeChosen(Change::Names { hidden: false }));
    let Some(Effect::Post(ToWorker::Change { run, .. })) = fx.last() else { panic!("{fx:?}") };
    let change = Change::Names { hidden: false };
    speak(&mut state, FromWorker::Changed { run: *run, change, holdings: holdings(10, 40) });
    assert_eq!(state.outcomes, [refusal("b")]);
}
