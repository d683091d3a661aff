//! Files in, numbers out: every way an import can end.

use super::*;
use crate::protocol::Change;
use crate::receipt::Reply;

#[test]
fn a_first_import_goes_from_files_to_painted_curves_with_its_times() {
    let mut state = empty();
    let fx = offer(&mut state, 7);
    assert_eq!(fx[0], Effect::Mark(Moment::FilesSet));
    let run = import_run(&fx);
    let fx = imported(&mut state, run, vec![receipt("people.csv")], holdings(10, 40), true);
    let expected = [
        Effect::Measure(Span::Import),
        Effect::Mark(Moment::Imported),
        Effect::Navigate("#/overview".to_owned()),
        Effect::Title(Route::Overview),
        Effect::FocusContent,
    ];
    assert_eq!(fx, expected);
    assert_eq!(analyzed(&mut state, run), [Effect::Measure(Span::Analyze)]);
    assert_eq!(drawn(&mut state, run), [Effect::AwaitPaint(run)]);
    assert_eq!(state.data_state(), "importing");
    update(&mut state, Msg::Painted(run));
    assert_eq!(state.data_state(), "ready");
}

#[test]
fn where_an_import_ends() {
    let read = || vec![receipt("people.csv")];
    let refused = || vec![refusal("people.csv")];
    // (had data, outcomes, people, events, changed, data-state after the import, tone of a notice)
    for (had, outcomes, people, events, changed, expected, tone) in [
        (false, read(), 10, 0, true, "empty", Tone::Done),
        (false, read(), 0, 40, true, "empty", Tone::Done),
        (false, refused(), 0, 0, false, "error", Tone::Error),
        (false, vec![receipt("a"), refusal("b")], 10, 0, true, "error", Tone::Error),
        (false, read(), 10, 40, true, "importing", Tone::Done),
        (true, refused(), 10, 40, false, "ready", Tone::Error),
        (true, read(), 10, 40, false, "ready", Tone::Done),
        (true, read(), 11, 44, true, "importing", Tone::Done),
    ] {
        let mut state = if had { ready() } else { empty() };
        let run = import_run(&offer(&mut state, 1));
        assert_eq!(state.data_state(), "importing");
        imported(&mut state, run, outcomes.clone(), holdings(people, events), changed);
        assert_eq!(state.data_state(), expected, "{had} {outcomes:?} {people} {events} {changed}");
        assert!(state.notices.iter().any(|n| n.tone == tone), "{had} {outcomes:?} {people} {events} {changed}");
    }
}

#[test]
fn cancelling_leaves_what_was_there() {
    for (mut state, expected) in [(empty(), "empty"), (ready(), "ready")] {
        let run = import_run(&offer(&mut state, 1));
        assert_eq!(update(&mut state, Msg::CancelChosen), [Effect::Post(ToWorker::Cancel { run })]);
        assert_eq!(update(&mut state, Msg::CancelChosen), [], "pressed twice");
        assert_eq!(state.data_state(), "importing");
        speak(&mut state, FromWorker::Cancelled { run });
        assert_eq!(state.data_state(), expected);
    }
}

#[test]
fn a_failed_import_is_an_error_only_without_usable_data() {
    for (mut state, expected) in [(empty(), "error"), (ready(), "ready")] {
        let run = import_run(&offer(&mut state, 1));
        speak(&mut state, FromWorker::Failed { run, why: "No room.".to_owned() });
        assert_eq!(state.data_state(), expected);
        assert_eq!(state.notices.last().map(|n| n.tone), Some(Tone::Error));
    }
}

#[test]
fn files_can_be_tried_again_after_an_error() {
    let mut state = empty();
    let run = import_run(&offer(&mut state, 1));
    imported(&mut state, run, vec![refusal("x")], holdings(0, 0), false);
    assert_eq!(state.data_state(), "error");
    import_run(&offer(&mut state, 2));
    assert_eq!((state.data_state(), state.notices.len()), ("importing", 0));
}

#[test]
fn files_offered_too_early_wait() {
    let mut state = State::default();
    assert_eq!(offer(&mut state, 5), [Effect::Mark(Moment::FilesSet)]);
    speak(&mut state, FromWorker::Ready { protocol: PROTOCOL });
    let nothing = FromWorker::Restored { run: 1, holdings: holdings(0, 0), store: Store::Opfs, trouble: None };
    let fx = speak(&mut state, nothing);
    assert!(matches!(fx[..], [Effect::Import { batch: 5, .. }]));
    assert_eq!(offer(&mut state, 6), [Effect::Mark(Moment::FilesSet)], "while another import is under way");
    let run = import_run(&fx);
    let fx = speak(&mut state, FromWorker::Cancelled { run });
    assert!(matches!(fx[..], [Effect::Import { batch: 6, .. }]));
}

#[test]
fn late_answers_are_dropped() {
    let mut state = ready();
    let run = import_run(&offer(&mut state, 1));
    let before = state.clone();
    let progress = FromWorker::Progress {
        run: run - 1,
        file: "x".to_owned(),
        rows: 1,
        bytes: 1,
        bytes_total: 2,
        seconds_left: None,
    };
    for late in [
        progress,
        FromWorker::Imported { run: run - 1, outcomes: vec![], holdings: holdings(0, 0), changed: true },
        FromWorker::Cancelled { run: run - 1 },
        FromWorker::Analyzed { run: run - 1, scene: None },
        FromWorker::Drawn { run: run - 1, picture: None },
        FromWorker::Failed { run: run - 1, why: "x".to_owned() },
        FromWorker::Erased { run: run - 1 },
        FromWorker::Restored { run: 1, holdings: holdings(0, 0), store: Store::Opfs, trouble: None },
        FromWorker::Ready { protocol: PROTOCOL },
    ] {
        assert_eq!(speak(&mut state, late.clone()), [], "{late:?}");
        assert_eq!(state, before, "{late:?}");
    }
    assert_eq!(update(&mut state, Msg::Painted(run - 1)), []);
    let bytes = FromWorker::Exported { run: 99, name: "x".to_owned(), media_type: "x".to_owned() };
    assert_eq!(speak(&mut state, bytes), [Effect::DropBytes(99)]);
}

#[test]
fn own_files_replace_the_sample_and_what_was_chosen_for_it() {
    let mut state = ready();
    state.holdings.origin = Some(Origin::Sample);
    state.settings.definition.behaviours = vec!["a".to_owned()];
    state.asked = (state.ask(), state.look());
    let fx = offer(&mut state, 1);
    assert!(fx.iter().any(|e| matches!(e, Effect::Import { ask, .. } if ask.definition.behaviours.is_empty())));
    let run = import_run(&fx);
    speak(&mut state, FromWorker::Cancelled { run });
    assert_eq!(state.settings.definition.behaviours.len(), 1, "cancelled: the choice stays");
    let run = import_run(&offer(&mut state, 2));
    imported(&mut state, run, vec![receipt("a")], holdings(10, 40), true);
    assert!(state.settings.definition.behaviours.is_empty());
    analyzed(&mut state, run);
    drawn(&mut state, run);
    assert_eq!(analyze_run(&update(&mut state, Msg::Painted(run))), None, "asked so from the start");
}

#[test]
fn the_sample_is_fetched_and_imported() {
    let mut state = empty();
    assert_eq!(update(&mut state, Msg::SampleChosen), [Effect::FetchSample]);
    assert_eq!(update(&mut state, Msg::SampleChosen), [], "pressed twice");
    let fx = update(&mut state, Msg::SampleFetched { batch: 3, names: vec!["people.csv".to_owned()] });
    assert!(fx.iter().any(|e| matches!(e, Effect::Import { batch: 3, origin: Origin::Sample, .. })));
    let mut state = empty();
    update(&mut state, Msg::SampleChosen);
    update(&mut state, Msg::SampleMissed { why: "offline".to_owned() });
    assert_eq!((state.data_state(), state.notices.len()), ("empty", 1));
}

#[test]
fn the_sample_never_replaces_own_files() {
    let mut state = ready();
    assert_eq!(update(&mut state, Msg::SampleChosen), []);
    assert_eq!(state.phase, Phase::Ready { asked: None });
}

fn asked(file: &str) -> Heard {
    Heard::Asked { file: file.to_owned(), html: Html::default(), place: format!("asks-{file}") }
}

#[test]
fn a_question_of_a_file_is_answered_and_the_file_read_again() {
    let mut state = empty();
    let run = import_run(&offer(&mut state, 1));
    imported(&mut state, run, vec![asked("a.csv"), asked("b.csv")], holdings(0, 0), false);
    assert_eq!((state.data_state(), state.route), ("empty", Route::Import));

    let reply = |state: &mut State, reply: Reply| {
        let fx = update(state, Msg::Replied { file: "a.csv".to_owned(), reply: Box::new(reply.clone()) });
        let [_, Effect::ImportAgain { run, name, reply: sent, .. }] = &fx[..] else { panic!("{fx:?}") };
        assert_eq!((name.as_str(), &**sent), ("a.csv", &reply));
        *run
    };
    let picked = Reply::Picked { picks: vec![Some(1)], keep: "Courses".to_owned() };
    let run = reply(&mut state, picked.clone());
    imported(&mut state, run, vec![asked("a.csv")], holdings(0, 0), false);
    assert_eq!(state.outcomes.len(), 2, "the other file keeps its question");
    let run = reply(&mut state, picked);
    imported(&mut state, run, vec![receipt("a.csv")], holdings(10, 0), true);
    assert_eq!((state.outcomes.len(), state.data_state()), (2, "empty"));
    // Asked how it is read: its receipt stays until it is read again.
    let run = reply(&mut state, Reply::Ask);
    imported(&mut state, run, vec![asked("a.csv")], holdings(10, 0), false);
    let of_a = |o: &&Heard| matches!(o, Heard::Read(_));
    assert_eq!((state.outcomes.len(), state.outcomes.iter().filter(of_a).count()), (3, 1));
    let run = reply(&mut state, Reply::Picked { picks: Vec::new(), keep: String::new() });
    imported(&mut state, run, vec![receipt("a.csv")], holdings(10, 0), true);
    assert_eq!(state.outcomes, [receipt("a.csv"), asked("b.csv")]);
}

#[test]
fn an_open_question_comes_into_view_wherever_one_was() {
    for mut state in [empty(), ready()] {
        let run = import_run(&offer(&mut state, 2));
        let asked = vec![receipt("a.csv"), asked("b.csv")];
        let fx = imported(&mut state, run, asked, holdings(10, 40), true);
        assert_eq!(state.route, Route::Import);
        assert!(fx.contains(&Effect::FocusOn("asks-b.csv".to_owned())), "{fx:?}");
        assert!(!fx.contains(&Effect::FocusContent), "{fx:?}");
    }
}

#[test]
fn what_is_kept_about_kinds_of_export_is_stored_as_the_worker_says() {
    let mut state = ready();
    let told = |text: Option<&str>| FromWorker::Remembered {
        names: vec!["Courses".to_owned()],
        text: text.map(str::to_owned),
    };
    assert_eq!(speak(&mut state, told(None)), []);
    assert_eq!(speak(&mut state, told(Some("1 a b"))), [Effect::SaveProfiles("1 a b".to_owned())]);
    assert_eq!(state.profiles, ["Courses"]);
    let fx = update(&mut state, Msg::ProfileForgotten("Courses".to_owned()));
    assert_eq!(fx, [Effect::Post(ToWorker::ForgetProfile { name: "Courses".to_owned() })]);
    state.store = Some(Store::OtherTab);
    assert_eq!(speak(&mut state, told(Some("1 c d"))), [], "the other tab keeps its own");
    // Whoever starts the worker anew hands over what was kept last.
    update(&mut state, Msg::WorkerLost { why: "panic".to_owned() });
    let fx = speak(&mut state, FromWorker::Ready { protocol: PROTOCOL });
    assert!(fx.iter().any(|e| matches!(e, Effect::Post(ToWorker::Restore { profiles, .. }) if profiles == "1 c d")));
}

#[test]
fn an_import_is_undone_and_put_back() {
    let mut state = ready();
    let run = import_run(&offer(&mut state, 1));
    imported(&mut state, run, vec![receipt("people.csv"), refusal("b.csv")], holdings(10, 40), false);
    speak(&mut state, FromWorker::Saved { bytes: 7 });
    let change = |state: &mut State, change: Change| {
        let fx = update(state, Msg::ChangeChosen(change));
        let [Effect::Post(ToWorker::Change { run, change: posted, .. })] = fx[..] else { panic!("{fx:?}") };
        assert_eq!((posted, state.data_state()), (change, "importing"));
        assert_eq!(update(state, Msg::ChangeChosen(change)), [], "pressed twice");
        run
    };
    let undo = Change::Undo { import: 0 };
    let run = change(&mut state, undo);
    let without = Holdings { undone: Some("people.csv".to_owned()), ..holdings(0, 40) };
    speak(&mut state, FromWorker::Changed { run, change: undo, holdings: without });
    assert_eq!(state.stored_bytes, None, "what is stored is older");
    assert_eq!((state.data_state(), state.outcomes.len(), state.scene.is_some()), ("empty", 1, false));
    assert_eq!(state.notices.last().map(|n| &n.title[..]), Some("people.csv was taken out."));
    let run = change(&mut state, Change::PutBack);
    speak(&mut state, FromWorker::Changed { run, change: Change::PutBack, holdings: holdings(10, 40) });
    assert_eq!(state.phase, Phase::Analyzing { run });
    assert_eq!(state.notices.last().map(|n| &n.title[..]), Some("people.csv is back."));

    let mut state = ready();
    let run = change(&mut state, undo);
    speak(&mut state, FromWorker::Failed { run, why: "Too late.".to_owned() });
    assert_eq!((state.data_state(), state.notices.len()), ("ready", 1));
}

#[test]
fn the_check_of_the_data_goes_with_them() {
    let said = |warning: &str| Checked { warning: warning.to_owned(), ..Checked::default() };
    let mut state = ready();
    let run = import_run(&offer(&mut state, 1));
    imported(&mut state, run, vec![receipt("a.csv")], holdings(10, 40), true);
    // It may come before the numbers, or after them; one of other data is dropped.
    speak(&mut state, FromWorker::Checked { run, checked: said("first") });
    analyzed(&mut state, run);
    assert_eq!(state.checked.warning, "first");
    drawn(&mut state, run);
    update(&mut state, Msg::Painted(run));
    let run = import_run(&offer(&mut state, 2));
    imported(&mut state, run, vec![receipt("b.csv")], holdings(10, 50), true);
    analyzed(&mut state, run);
    assert_eq!(state.checked.warning, "");
    speak(&mut state, FromWorker::Checked { run: run - 1, checked: said("late") });
    assert_eq!(state.checked.warning, "");
    speak(&mut state, FromWorker::Checked { run, checked: said("second") });
    assert_eq!(state.checked.warning, "second");
}
