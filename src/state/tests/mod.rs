//! Rows: what is on, what happens, what is ordered and where the page is then.

pub mod sample;

use super::effect::{Effect, Forget, Moment, Span};
use super::msg::{Choice, Msg, ViewChoice};
use super::notice::Tone;
use super::route::Route;
use super::*;
use crate::analysis::Grouping;
use crate::protocol::{FromWorker, PROTOCOL, ToWorker};
use crate::receipt::{Delimiter, Encoding, Kind, Receipt, Refusal};

fn holdings(people: u64, events: u64) -> Holdings {
    let origin = (people + events > 0).then_some(Origin::Own);
    Holdings { origin, people, events, receipts: Vec::new() }
}

fn speak(state: &mut State, answer: FromWorker) -> Vec<Effect> {
    update(state, Msg::WorkerSpoke(answer))
}

fn analyzed(state: &mut State, run: Run) -> Vec<Effect> {
    speak(state, FromWorker::Analyzed { run, analysis: Some(Box::new(sample::analysis())) })
}

fn receipt(file: &str) -> Outcome {
    Outcome::Read(Receipt {
        file: file.to_owned(),
        bytes: 1,
        kind: Kind::People,
        encoding: Encoding::Utf8,
        delimiter: Delimiter::Comma,
        rows: 10,
        taken: 10,
        duplicates: 0,
        unknown: 0,
        replaced: 0,
        set_aside: Vec::new(),
        problems: Vec::new(),
        ignored_columns: Vec::new(),
        missing_columns: Vec::new(),
        with_time: 0,
        changes: Vec::new(),
        nothing_new: false,
    })
}

fn refusal(file: &str) -> Outcome {
    Outcome::Refused { file: file.to_owned(), why: Refusal::Empty }
}

fn offer(state: &mut State, batch: Batch) -> Vec<Effect> {
    update(state, Msg::FilesOffered { batch, names: vec!["people.csv".to_owned()] })
}

/// The run of the import ordered.
fn import_run(fx: &[Effect]) -> Run {
    let run = fx.iter().find_map(|e| if let Effect::Import { run, .. } = e { Some(*run) } else { None });
    run.expect("an import is ordered")
}

fn analyze_run(fx: &[Effect]) -> Option<Run> {
    fx.iter().find_map(|e| if let Effect::Post(ToWorker::Analyze { run, .. }) = e { Some(*run) } else { None })
}

fn imported(state: &mut State, run: Run, outcomes: Vec<Outcome>, holdings: Holdings, changed: bool) -> Vec<Effect> {
    speak(state, FromWorker::Imported { run, outcomes, holdings, changed })
}

/// A page that has read back what `held` says.
fn restored(held: Holdings, store: Store) -> State {
    let mut state = State::default();
    speak(&mut state, FromWorker::Ready { protocol: PROTOCOL });
    speak(&mut state, FromWorker::Restored { run: 1, holdings: held, store, trouble: None });
    state
}

fn empty() -> State {
    restored(holdings(0, 0), Store::Opfs)
}

fn ready() -> State {
    let mut state = restored(holdings(10, 40), Store::Opfs);
    analyzed(&mut state, 1);
    update(&mut state, Msg::Painted(1));
    assert_eq!(state.phase, Phase::Ready { asked: None });
    state
}

#[test]
fn opening_starts_the_worker_and_asks_for_what_is_stored() {
    let mut state = State::default();
    let opened = Msg::Opened { settings: Box::default(), theme: Theme::Dark, route: Route::Data, trouble: None };
    let fx = update(&mut state, opened);
    assert_eq!(fx, [Effect::ShowTheme(Theme::Dark), Effect::Title(Route::Data), Effect::StartWorker]);
    assert_eq!(state.data_state(), "importing");
    let fx = speak(&mut state, FromWorker::Ready { protocol: PROTOCOL });
    assert_eq!(fx, [Effect::Post(ToWorker::Restore { run: 1, ask: Ask::default() })]);
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
    assert_eq!(fx, [Effect::Navigate(Route::Curves), Effect::Title(Route::Curves)]);
    assert_eq!(analyzed(&mut state, 1), [Effect::Measure(Span::Analyze), Effect::AwaitPaint(1)]);
    assert_eq!(state.data_state(), "importing");
    assert_eq!(update(&mut state, Msg::Painted(1)), []);
    assert_eq!(state.data_state(), "ready");
}

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
        Effect::Navigate(Route::Curves),
        Effect::Title(Route::Curves),
        Effect::FocusContent,
    ];
    assert_eq!(fx, expected);
    assert_eq!(analyzed(&mut state, run), [Effect::Measure(Span::Analyze), Effect::AwaitPaint(run)]);
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
        FromWorker::Analyzed { run: run - 1, analysis: None },
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
fn a_changed_rule_is_saved_and_computed_and_the_page_stays_ready() {
    let mut state = ready();
    let fx = update(&mut state, Msg::Chosen(vec![Choice::Grouping(Grouping::Team), Choice::K(2)]));
    assert_eq!(fx[0], Effect::Mark(Moment::Changed));
    assert!(matches!(&fx[1], Effect::SaveSettings(s) if s.grouping == Grouping::Team && s.definition.k == 2));
    let run = analyze_run(&fx).unwrap();
    assert_eq!((state.data_state(), state.is_settled()), ("ready", false));
    let again = analyze_run(&update(&mut state, Msg::Chosen(vec![Choice::K(1)]))).unwrap();
    assert_eq!(analyzed(&mut state, run), [], "the answer to the choice before");
    assert_eq!(analyzed(&mut state, again), [Effect::Measure(Span::Recompute)]);
    assert!(state.is_settled());
}

#[test]
fn the_same_choice_again_orders_nothing() {
    let mut state = ready();
    assert_eq!(update(&mut state, Msg::Chosen(vec![Choice::K(3), Choice::Grouping(Grouping::None)])), []);
}

#[test]
fn a_choice_before_any_data_holds_for_the_files_to_come() {
    let mut state = empty();
    let fx = update(&mut state, Msg::Chosen(vec![Choice::Grouping(Grouping::Cohort)]));
    assert_eq!((analyze_run(&fx), state.is_settled()), (None, true));
    let fx = offer(&mut state, 1);
    assert!(fx.iter().any(|e| matches!(e, Effect::Import { ask, .. } if ask.grouping == Grouping::Cohort)));
}

#[test]
fn a_choice_during_an_import_is_caught_up_with() {
    let mut state = empty();
    let run = import_run(&offer(&mut state, 1));
    let fx = update(&mut state, Msg::Chosen(vec![Choice::N(5)]));
    assert_eq!(analyze_run(&fx), None);
    imported(&mut state, run, vec![receipt("a")], holdings(10, 40), true);
    analyzed(&mut state, run);
    assert!(analyze_run(&update(&mut state, Msg::Painted(run))).is_some());
}

#[test]
fn own_files_replace_the_sample_and_what_was_chosen_for_it() {
    let mut state = ready();
    state.holdings.origin = Some(Origin::Sample);
    state.settings.definition.behaviours = vec!["a".to_owned()];
    state.asked = state.ask();
    let fx = offer(&mut state, 1);
    assert!(fx.iter().any(|e| matches!(e, Effect::Import { ask, .. } if ask.definition.behaviours.is_empty())));
    let run = import_run(&fx);
    speak(&mut state, FromWorker::Cancelled { run });
    assert_eq!(state.settings.definition.behaviours.len(), 1, "cancelled: the choice stays");
    let run = import_run(&offer(&mut state, 2));
    imported(&mut state, run, vec![receipt("a")], holdings(10, 40), true);
    assert!(state.settings.definition.behaviours.is_empty());
    analyzed(&mut state, run);
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
fn an_export_is_downloaded_once() {
    let mut state = ready();
    let fx = update(&mut state, Msg::ExportChosen(Export::Report));
    let [Effect::Post(ToWorker::Export { run, what: Export::Report, .. })] = fx[..] else { panic!("{fx:?}") };
    assert_eq!(update(&mut state, Msg::ExportChosen(Export::Report)), [], "pressed twice");
    let answer =
        FromWorker::Exported { run, name: "report.json".to_owned(), media_type: "application/json".to_owned() };
    let fx = speak(&mut state, answer);
    assert!(matches!(&fx[..], [Effect::Download { name, .. }] if name == "report.json"));
    assert!(!state.is_exporting(Export::Report));
}

#[test]
fn a_failed_export_is_said() {
    let mut state = ready();
    update(&mut state, Msg::ExportChosen(Export::EventsCsv));
    let run = state.last_run;
    speak(&mut state, FromWorker::Failed { run, why: "No room.".to_owned() });
    assert_eq!((state.data_state(), state.exporting.len(), state.notices.len()), ("ready", 0, 1));
}

#[test]
fn erasing_forgets_everything_and_the_sample_leaves_the_theme() {
    for (msg, forget, theme) in
        [(Msg::EraseConfirmed, Forget::Everything, Theme::Auto), (Msg::SampleRemoved, Forget::Settings, Theme::Dark)]
    {
        let mut state = ready();
        state.theme = Theme::Dark;
        state.settings.definition.k = 1;
        update(&mut state, msg);
        assert_eq!(state.data_state(), "importing");
        let run = state.last_run;
        let fx = speak(&mut state, FromWorker::Erased { run });
        assert_eq!(fx[..2], [Effect::Forget(forget), Effect::ShowTheme(theme)]);
        assert_eq!((state.data_state(), state.route, state.theme), ("empty", Route::Start, theme));
        assert_eq!((state.settings, state.analysis), (Settings::default(), None));
        assert_eq!(state.store, Some(Store::Opfs));
    }
}

#[test]
fn a_lost_worker_is_started_again_but_not_in_a_circle() {
    let mut state = ready();
    let fx = speak(&mut state, FromWorker::Panicked { why: "index out of bounds".to_owned() });
    assert_eq!((fx, &state.phase), (vec![Effect::StartWorker], &Phase::Starting));
    speak(&mut state, FromWorker::Ready { protocol: PROTOCOL });
    let fx = update(&mut state, Msg::WorkerLost { why: "again".to_owned() });
    assert_eq!((fx, state.data_state()), (vec![], "error"));
    assert_eq!(update(&mut state, Msg::RetryChosen), [Effect::StartWorker]);
}

#[test]
fn the_tab_without_the_store_keeps_no_settings() {
    let mut state = restored(holdings(10, 40), Store::OtherTab);
    analyzed(&mut state, 1);
    update(&mut state, Msg::Painted(1));
    for msg in [Msg::Chosen(vec![Choice::K(2)]), Msg::ViewChosen(ViewChoice::Bands(false))] {
        let fx = update(&mut state, msg);
        assert!(!fx.iter().any(|e| matches!(e, Effect::SaveSettings(_))));
    }
}

#[test]
fn changing_the_screen_names_the_tab_and_moves_the_focus() {
    let mut state = empty();
    let fx = update(&mut state, Msg::RouteChanged(Route::Data));
    assert_eq!(fx, [Effect::Title(Route::Data), Effect::FocusContent]);
    assert_eq!(update(&mut state, Msg::RouteChanged(Route::Data)), []);
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
