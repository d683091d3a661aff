//! From opening the page to what an earlier visit left, and a worker that is lost.

use super::*;
use crate::protocol::Change;

#[test]
fn opening_starts_the_worker_and_asks_for_what_is_stored() {
    let mut state = State::default();
    let opened = Msg::Opened {
        settings: Box::default(),
        theme: Theme::Dark,
        language: Default::default(),
        route: Route::Data,
        filter: String::new(),
        profiles: String::new(),
        trouble: None,
    };
    let fx = update(&mut state, opened);
    assert_eq!(fx, [Effect::ShowTheme(Theme::Dark), Effect::Title(Route::Data), Effect::StartWorker]);
    assert_eq!(state.data_state(), "importing");
    let fx = speak(&mut state, FromWorker::Ready { protocol: PROTOCOL });
    assert_eq!(
        fx,
        [Effect::Post(ToWorker::Restore {
            run: 1,
            profiles: String::new(),
            hide_names: false,
            ask: state.ask(),
            look: Look::default()
        })]
    );
    assert_eq!(state.data_state(), "importing");
}

#[test]
fn a_worker_of_another_version_is_never_talked_to() {
    let mut state = State::default();
    let fx = speak(&mut state, FromWorker::Ready { protocol: PROTOCOL + 1 });
    assert_eq!((fx, state.phase), (vec![], Phase::Error(Fault::OtherVersion)));
}

#[test]
fn nothing_stored_is_empty_and_stays_at_the_start() {
    let state = empty();
    assert_eq!((state.data_state(), state.route), ("empty", Route::Start));
}

#[test]
fn stored_data_lead_to_the_curves_and_are_ready_once_painted() {
    let mut state = State::default();
    speak(&mut state, FromWorker::Ready { protocol: PROTOCOL });
    let restored = FromWorker::Restored { run: 1, holdings: holdings(10, 40), store: Store::Opfs, trouble: None };
    let fx = speak(&mut state, restored);
    assert_eq!(fx, [Effect::Navigate("#/overview".to_owned()), Effect::Title(Route::Overview)]);
    assert_eq!(analyzed(&mut state, 1), [Effect::Measure(Span::Analyze)]);
    assert_eq!(drawn(&mut state, 1), [Effect::AwaitPaint(1)]);
    assert_eq!(state.data_state(), "importing");
    assert_eq!(update(&mut state, Msg::Painted(1)), []);
    assert_eq!(state.data_state(), "ready");
}

#[test]
fn a_lost_worker_is_started_again_but_not_in_a_circle() {
    let mut state = ready();
    let fx = speak(&mut state, FromWorker::Panicked { why: "index out of bounds".to_owned() });
    assert_eq!((fx, &state.phase), (vec![Effect::StartWorker], &Phase::Starting));
    speak(&mut state, FromWorker::Ready { protocol: PROTOCOL });
    update(&mut state, Msg::NumberOpened(crate::inspect::Number::Landmark.key()));
    let fx = update(&mut state, Msg::WorkerLost { why: "again".to_owned() });
    assert_eq!(state.opened, None, "nobody would answer");
    assert_eq!((fx, state.data_state()), (vec![], "error"));
    assert_eq!(update(&mut state, Msg::RetryChosen), [Effect::StartWorker]);
}

#[test]
fn changing_the_screen_names_the_tab_and_moves_the_focus() {
    let mut state = empty();
    let fx = update(&mut state, Msg::RouteChanged(Route::Data, None));
    assert_eq!(fx, [Effect::Title(Route::Data), Effect::FocusContent]);
    assert_eq!(update(&mut state, Msg::RouteChanged(Route::Data, None)), []);
}

#[test]
fn a_notice_stays_until_dismissed_and_is_not_doubled() {
    let mut state = empty();
    for _ in 0..2 {
        update(&mut state, Msg::StorageRefused { why: "Blocked.".to_owned() });
    }
    assert_eq!(state.notices.len(), 1);
    let id = state.notices[0].id;
    update(&mut state, Msg::NoticeDismissed(id));
    assert_eq!(state.notices, []);
}

#[test]
fn a_rehearsal_goes_from_an_offer_to_the_curve() {
    let mut told = Rehearsal {
        outcomes: vec![receipt("people.csv")],
        holdings: holdings(10, 40),
        scene: Box::new(sample::scene()),
        overview: Box::new(sample::picture(720)),
        picture: Box::new(sample::picture(720)),
    };
    told.overview.lead = "As things stand".to_owned();
    let mut twin = State::default();
    let mut step = 0;
    while let Some(msg) = twin.rehearsed(&told, step) {
        update(&mut twin, msg);
        step += 1;
        if twin.route == Route::Overview {
            // Looked at as soon as it is there.
            assert_eq!(twin.document().is_some(), step > 6, "{step}");
        }
    }
    assert_eq!((twin.phase.clone(), twin.route, step), (Phase::Ready { asked: None }, Route::Curves, 10));
    assert!(twin.scene.is_some() && twin.picture.is_some());
}

#[test]
fn a_page_that_shows_something_does_not_rehearse() {
    let told = || {
        FromWorker::Rehearsed(Box::new(Rehearsal {
            outcomes: Vec::new(),
            holdings: holdings(10, 40),
            scene: Box::new(sample::scene()),
            overview: Box::new(sample::picture(720)),
            picture: Box::new(sample::picture(720)),
        }))
    };
    assert!(matches!(speak(&mut empty(), told())[..], [Effect::Rehearse(_)]));
    assert_eq!(speak(&mut ready(), told()), []);
}

#[test]
fn another_language_is_told_before_anything_is_asked_and_what_was_said_is_said_again() {
    let german = || Spoken { code: "de".to_owned(), catalog: "msgid".into() };
    let speaks = |e: &Effect| matches!(e, Effect::Post(ToWorker::Speak { catalog }) if catalog == "msgid");

    // It was chosen on an earlier visit.
    let mut state = State { language: german(), ..State::default() };
    let fx = speak(&mut state, FromWorker::Ready { protocol: PROTOCOL });
    assert!(speaks(&fx[0]));
    assert!(matches!(fx[1], Effect::Post(ToWorker::Restore { .. })));

    // It is chosen over numbers that are shown.
    let mut state = ready();
    state.outcomes = vec![receipt("b"), refusal("c")];
    let fx = update(&mut state, Msg::LanguageChosen("de".to_owned()));
    assert_eq!(fx, [Effect::FetchLanguage("de".to_owned())]);
    let fx = update(&mut state, Msg::LanguageCame(german()));
    assert_eq!(fx[0], Effect::SaveLanguage("de".to_owned()));
    let Some(Effect::Post(ToWorker::Change { run, change: Change::Language, .. })) = fx.last() else {
        panic!("{fx:?}")
    };
    assert!(fx.iter().take(fx.len() - 1).any(speaks));
    // While something is under way another one waits for its end.
    let fx = update(&mut state.clone(), Msg::LanguageCame(Spoken::default()));
    assert!(!fx.iter().any(|e| matches!(e, Effect::Post(ToWorker::Change { .. }))));
    let mut now = holdings(10, 40);
    now.receipts = vec![Read { file: "b".to_owned(), import: Some(0), nothing_new: true, ..Read::default() }];
    speak(&mut state, FromWorker::Changed { run: *run, change: Change::Language, holdings: now.clone() });
    assert_eq!(state.outcomes, [Heard::Read(now.receipts[0].clone()), refusal("c")]);
    assert!(state.document().is_none());
    assert_eq!(state.phase, Phase::Analyzing { run: *run });
    update(&mut state, Msg::LanguageCame(Spoken::default()));
    analyzed(&mut state, *run);
    drawn(&mut state, *run);
    let fx = update(&mut state, Msg::Painted(*run));
    assert!(fx.iter().any(|e| matches!(e, Effect::Post(ToWorker::Change { change: Change::Language, .. }))), "{fx:?}");

    // Nobody is there to say it.
    let mut state = State { phase: Phase::Error(Fault::Stopped { why: String::new() }), ..State::default() };
    let fx = update(&mut state, Msg::LanguageCame(german()));
    assert!(fx.contains(&Effect::SayAnew) && !fx.iter().any(|e| matches!(e, Effect::Post(ToWorker::Change { .. }))));
}
