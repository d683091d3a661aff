//! Screens that are documents: asked for when they are looked at, and again when something they rest on has changed.

use super::super::tour::LAST;
use super::*;
use crate::scene::screen::Screen;
use crate::scene::written::Written;

fn document(lead: &str) -> Option<Box<Written>> {
    Some(Box::new(Written { lead: lead.to_owned(), ..Written::default() }))
}

/// Run, screen and width of the document that is asked for.
fn shown(fx: &[Effect]) -> Option<(Run, Screen, u32)> {
    fx.iter().find_map(|effect| match effect {
        Effect::Post(ToWorker::Show { run, screen, width, .. }) => Some((*run, *screen, *width)),
        _ => None,
    })
}

/// A page with data and a width, on the Curves screen.
fn wide() -> State {
    let mut state = ready();
    state.route = Route::Curves;
    update(&mut state, Msg::Measured(700));
    settle(&mut state);
    state
}

/// The analysis under way comes.
fn settle(state: &mut State) -> Vec<Effect> {
    let Phase::Ready { asked: Some(run) } = state.phase else { return Vec::new() };
    let fx = analyzed(state, run);
    drawn(state, run);
    fx
}

fn lead(state: &State) -> Option<String> {
    state.document().map(|document| document.lead.clone())
}

#[test]
fn a_document_is_asked_for_once_and_kept() {
    let mut state = wide();
    let fx = update(&mut state, Msg::RouteChanged(Route::Kpis, Some(String::new())));
    let (run, screen, width) = shown(&fx).expect("the screen is asked for");
    assert_eq!((screen, width, lead(&state)), (Screen::Kpis, 700, None));
    speak(&mut state, FromWorker::Shown { run, document: document("a") });
    assert_eq!(lead(&state).as_deref(), Some("a"));
    let fx = update(&mut state, Msg::RouteChanged(Route::Belief, Some(String::new())));
    let (other, ..) = shown(&fx).expect("another screen is another document");
    assert_eq!(lead(&state), None);
    let fx = update(&mut state, Msg::RouteChanged(Route::Kpis, Some(String::new())));
    assert_eq!((shown(&fx), lead(&state).as_deref()), (None, Some("a")));
    speak(&mut state, FromWorker::Shown { run: other, document: document("b") });
    assert_eq!(lead(&state).as_deref(), Some("a"), "an answer is of its own screen");
}

#[test]
fn the_components_need_a_worker_and_no_data() {
    let mut state = State { route: Route::Components, ..State::default() };
    assert_eq!(shown(&update(&mut state, Msg::Measured(700))), None, "nobody is there to be asked");
    speak(&mut state, FromWorker::Ready { protocol: PROTOCOL });
    let Phase::Restoring { run } = state.phase else { panic!("{:?}", state.phase) };
    let (holdings, store) = (Holdings::default(), Store::Opfs);
    let fx = speak(&mut state, FromWorker::Restored { run, holdings, store, trouble: None });
    let (run, screen, width) = shown(&fx).expect("it is asked for once it is known that there are no data");
    assert_eq!((screen, width), (Screen::Components, 700));
    speak(&mut state, FromWorker::Shown { run, document: document("a") });
    assert_eq!((lead(&state).as_deref(), state.scene.is_none()), (Some("a"), true));
    // Without a filter, and from one screen to it as from any other.
    assert_eq!(Route::Components.address("team=A"), "#/components");
}

#[test]
fn a_document_follows_width_definition_and_data() {
    let mut state = wide();
    let fx = update(&mut state, Msg::RouteChanged(Route::Kpis, Some(String::new())));
    let (first, ..) = shown(&fx).unwrap();
    speak(&mut state, FromWorker::Shown { run: first, document: document("a") });
    let fx = update(&mut state, Msg::Measured(320));
    let (narrow, _, width) = shown(&fx).expect("another width is another drawing");
    assert_eq!((width, lead(&state).as_deref()), (320, Some("a")), "the one before stays until then");
    speak(&mut state, FromWorker::Shown { run: first, document: document("late") });
    assert_eq!(lead(&state).as_deref(), Some("a"), "a late answer is dropped");
    speak(&mut state, FromWorker::Shown { run: narrow, document: document("b") });
    settle(&mut state);
    update(&mut state, Msg::Chosen(vec![Choice::K(2)]));
    let fx = settle(&mut state);
    assert!(shown(&fx).is_some(), "another rule");
    update(&mut state, Msg::Chosen(vec![Choice::Grouping(Grouping::Team)]));
    let fx = settle(&mut state);
    assert_eq!(shown(&fx), None, "groupings are a matter of the curves");
    let fx = offer(&mut state, 1);
    let run = import_run(&fx);
    imported(&mut state, run, vec![receipt("people.csv")], holdings(11, 44), true);
    assert!(shown(&analyzed(&mut state, run)).is_some(), "other data");
}

#[test]
fn a_width_that_changes_while_a_document_is_made_is_followed_afterwards() {
    let mut state = wide();
    let (run, ..) = shown(&update(&mut state, Msg::RouteChanged(Route::Kpis, Some(String::new())))).unwrap();
    for width in [690, 680, 670] {
        assert_eq!(shown(&update(&mut state, Msg::Measured(width))), None);
    }
    let fx = speak(&mut state, FromWorker::Shown { run, document: document("a") });
    assert_eq!(shown(&fx).map(|(_, _, width)| width), Some(670));
}

#[test]
fn without_numbers_or_width_nothing_is_asked() {
    let mut without_numbers = empty();
    update(&mut without_numbers, Msg::Measured(700));
    assert_eq!(shown(&update(&mut without_numbers, Msg::RouteChanged(Route::Overview, Some(String::new())))), None);
    let mut without_width = ready();
    without_width.route = Route::Curves;
    assert_eq!(shown(&update(&mut without_width, Msg::RouteChanged(Route::Overview, Some(String::new())))), None);
}

/// Run and view of the timeline that is asked for.
fn viewed(fx: &[Effect]) -> Option<(Run, String)> {
    fx.iter().find_map(|effect| match effect {
        Effect::Post(ToWorker::Show { run, screen: Screen::Timeline, look, .. }) => Some((*run, look.view.clone())),
        _ => None,
    })
}

/// Run and places of the rows that are asked for.
fn scrolled(fx: &[Effect]) -> Option<(Run, (u32, u32))> {
    fx.iter().find_map(|effect| match effect {
        Effect::Post(ToWorker::Rows { run, look, .. }) => Some((*run, look.rows)),
        _ => None,
    })
}

#[test]
fn the_timeline_follows_its_controls_one_answer_at_a_time() {
    let mut state = wide();
    let (run, view) = viewed(&update(&mut state, Msg::RouteChanged(Route::Timeline, Some(String::new())))).unwrap();
    assert_eq!(view, "");
    for typed in ["~a", "~an", "~ann"] {
        assert_eq!(viewed(&update(&mut state, Msg::TimelineViewed(typed.to_owned()))), None, "one is under way");
    }
    let fx = speak(&mut state, FromWorker::Shown { run, document: document("a") });
    assert_eq!(viewed(&fx).map(|(_, view)| view).as_deref(), Some("~ann"), "the latest of them");
    assert!(
        shown(&update(&mut state, Msg::RouteChanged(Route::Kpis, Some(String::new())))).is_some(),
        "other screens have no view"
    );
}

#[test]
fn rows_are_asked_for_one_window_at_a_time_and_late_ones_dropped() {
    let mut state = wide();
    assert_eq!(scrolled(&update(&mut state, Msg::RowsScrolled { from: 0, to: 9 })), None, "no timeline is there");
    let (run, _) = viewed(&update(&mut state, Msg::RouteChanged(Route::Timeline, Some(String::new())))).unwrap();
    speak(&mut state, FromWorker::Shown { run, document: document("a") });
    let (first, rows) = scrolled(&update(&mut state, Msg::RowsScrolled { from: 40, to: 90 })).unwrap();
    assert_eq!(rows, (40, 90));
    for from in [100, 200] {
        assert_eq!(scrolled(&update(&mut state, Msg::RowsScrolled { from, to: from + 50 })), None);
    }
    let late = FromWorker::Rows { run: first - 1, first: 0, html: Html::default() };
    assert_eq!(speak(&mut state, late), []);
    let fx = speak(&mut state, FromWorker::Rows { run: first, first: 40, html: Html::default() });
    assert!(fx.contains(&Effect::ShowRows { first: 40, html: Html::default() }));
    assert_eq!(scrolled(&fx).map(|(_, rows)| rows), Some((200, 250)), "the latest of them");
}

#[test]
fn a_timeline_is_printed_once_all_of_its_rows_are_here() {
    let mut state = wide();
    assert_eq!(update(&mut state, Msg::PrintChosen), [Effect::Print], "nothing of it is elsewhere");
    let (run, _) = viewed(&update(&mut state, Msg::RouteChanged(Route::Timeline, Some(String::new())))).unwrap();
    assert_eq!(update(&mut state, Msg::PrintChosen), [Effect::Print], "no timeline is there");
    speak(&mut state, FromWorker::Shown { run, document: document("a") });
    update(&mut state, Msg::RowsScrolled { from: 40, to: 90 });
    let (run, (first, last)) = scrolled(&update(&mut state, Msg::PrintChosen)).unwrap();
    assert!(first == 0 && last > 1_000);
    let fx = speak(&mut state, FromWorker::Rows { run, first, html: Html::default() });
    assert_eq!(fx, [Effect::ShowRows { first, html: Html::default() }, Effect::Print]);
    let (run, _) = scrolled(&update(&mut state, Msg::RowsScrolled { from: 0, to: 9 })).unwrap();
    let fx = speak(&mut state, FromWorker::Rows { run, first: 0, html: Html::default() });
    assert!(!fx.contains(&Effect::Print), "once");
}

#[test]
fn the_tour_is_offered_with_the_sample_and_goes_from_screen_to_screen() {
    let with = |origin| Holdings { origin: Some(origin), ..holdings(10, 40) };
    let begun = |origin| {
        let mut state = empty();
        let fx = offer(&mut state, 0);
        imported(&mut state, import_run(&fx), vec![receipt("people.csv")], with(origin), true);
        state
    };
    assert_eq!(begun(Origin::Own).stop(), None);
    let mut state = begun(Origin::Sample);
    let mut seen = Vec::new();
    while let Some((at, stop)) = state.stop() {
        seen.push((at, stop.route));
        update(&mut state, Msg::TourChosen((at < LAST).then(|| at + 1)));
        if at < LAST {
            assert_eq!(Some(state.route), state.stop().map(|(_, stop)| stop.route));
        }
    }
    let routes = [Route::Overview, Route::Overview, Route::Curves, Route::Timeline, Route::Definitions, Route::Import];
    assert_eq!(seen, routes.into_iter().enumerate().collect::<Vec<_>>());
    // It ends, and can be taken again; the own files end it for good.
    state.show(Some(Arc::new(sample::scene())));
    assert!(state.may_tour());
    update(&mut state, Msg::TourChosen(Some(3)));
    assert!(!state.may_tour());
    state.holdings.origin = Some(Origin::Own);
    assert_eq!(update(&mut state, Msg::TourChosen(None)), [Effect::FocusContent]);
    assert!(!state.may_tour());
}
