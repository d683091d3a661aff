//! Choices, exports and erasing on a page that has data.

use super::*;

#[test]
fn a_changed_rule_is_saved_and_computed_and_the_page_stays_ready() {
    let mut state = ready();
    let fx = update(&mut state, Msg::Chosen(vec![Choice::Grouping(Grouping::Team), Choice::K(2)]));
    assert_eq!(fx[0], Effect::Mark(Moment::Changed));
    assert!(matches!(&fx[2], Effect::SaveSettings(s) if s.grouping == Grouping::Team && s.definition.k == 2));
    let run = analyze_run(&fx).unwrap();
    assert_eq!((state.data_state(), state.is_settled()), ("ready", false));
    let again = analyze_run(&update(&mut state, Msg::Chosen(vec![Choice::K(1)]))).unwrap();
    assert_eq!(analyzed(&mut state, run), [], "the answer to the choice before");
    assert_eq!(analyzed(&mut state, again), [Effect::Measure(Span::Recompute)]);
    assert!(!state.is_settled(), "the picture is still the one before");
    assert_eq!(drawn(&mut state, again), []);
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
    drawn(&mut state, run);
    assert!(analyze_run(&update(&mut state, Msg::Painted(run))).is_some());
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
    assert!(!state.is_exporting(&Export::Report));
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
        assert_eq!((state.settings, state.scene), (Settings::default(), None));
        assert_eq!(state.store, Some(Store::Opfs));
    }
}

#[test]
fn the_tab_without_the_store_keeps_no_settings() {
    let mut state = restored(holdings(10, 40), Store::OtherTab);
    analyzed(&mut state, 1);
    drawn(&mut state, 1);
    update(&mut state, Msg::Painted(1));
    for msg in [Msg::Chosen(vec![Choice::K(2)]), Msg::ViewChosen(ViewChoice::Bands(false))] {
        let fx = update(&mut state, msg);
        assert!(!fx.iter().any(|e| matches!(e, Effect::SaveSettings(_))));
    }
}

#[test]
fn another_look_at_the_same_numbers_is_no_recompute() {
    for msg in [Msg::ViewChosen(ViewChoice::Bands(false)), Msg::Measured(560)] {
        let mut state = ready();
        let fx = update(&mut state, msg);
        let run = analyze_run(&fx).unwrap();
        assert!(!fx.contains(&Effect::Mark(Moment::Changed)));
        assert_eq!(analyzed(&mut state, run), []);
        assert_eq!(drawn(&mut state, run), []);
        assert!(state.is_settled() && state.picture.is_some());
    }
}

#[test]
fn a_width_that_changes_while_a_picture_is_drawn_is_followed_afterwards() {
    let mut state = ready();
    let run = analyze_run(&update(&mut state, Msg::Measured(560))).unwrap();
    assert_eq!(update(&mut state, Msg::Measured(700)), []);
    analyzed(&mut state, run);
    let fx = drawn(&mut state, run);
    assert!(matches!(&fx[..], [Effect::Post(ToWorker::Analyze { look, .. })] if look.width == 700));
}

#[test]
fn a_picture_as_png_goes_through_the_page() {
    for (form, png, copy) in
        [(PictureForm::Svg, false, false), (PictureForm::Png, true, false), (PictureForm::Copy, false, true)]
    {
        let mut state = ready();
        update(&mut state, Msg::ExportChosen(Export::Picture(form)));
        let run = state.last_run;
        let answer = FromWorker::Exported { run, name: "curve".to_owned(), media_type: "image/svg+xml".to_owned() };
        let fx = speak(&mut state, answer);
        assert_eq!(matches!(fx[..], [Effect::DownloadPng { .. }]), png);
        assert_eq!(matches!(fx[..], [Effect::CopyPng(_)]), copy);
    }
}

#[test]
fn a_screen_that_is_here_is_shown_at_once_and_its_picture_follows() {
    let mut state = ready();
    let by_role = Ask { grouping: Grouping::Role, ..state.ask() };
    let scene = Scene { rule: "by role".to_owned(), ..sample::scene() };
    let prepared = FromWorker::Prepared { asked: Box::new((by_role, state.look())), scene: Box::new(scene) };
    assert_eq!(speak(&mut state, prepared), []);
    let (before, rule) = (state.scene.clone(), |state: &State| state.scene.as_ref().unwrap().rule.clone());
    let fx = update(&mut state, Msg::Chosen(vec![Choice::Grouping(Grouping::Role)]));
    assert_eq!(fx[..2], [Effect::Mark(Moment::Changed), Effect::Measure(Span::Recompute)]);
    let run = analyze_run(&fx).unwrap();
    assert_eq!((rule(&state).as_str(), state.is_settled()), ("by role", false));
    let shown = state.scene.clone();
    assert_eq!(analyzed(&mut state, run), [], "it is on the screen");
    assert!(Arc::ptr_eq(state.scene.as_ref().unwrap(), shown.as_ref().unwrap()), "and is not mounted again");
    drawn(&mut state, run);
    assert!(state.is_settled());
    // What was shown before is here, too.
    update(&mut state, Msg::Chosen(vec![Choice::Grouping(Grouping::None)]));
    assert!(Arc::ptr_eq(state.scene.as_ref().unwrap(), before.as_ref().unwrap()));
}

#[test]
fn nothing_of_another_definition_or_of_other_data_is_shown_at_once() {
    let choose = |state: &mut State, choice| update(state, Msg::Chosen(vec![choice]));
    let measured = |fx: &[Effect]| fx.contains(&Effect::Measure(Span::Recompute));
    for change in ["rule", "data"] {
        let mut state = ready();
        for grouping in [Grouping::Role, Grouping::Team] {
            let ask = Ask { grouping, ..state.ask() };
            let prepared =
                FromWorker::Prepared { asked: Box::new((ask, state.look())), scene: Box::new(sample::scene()) };
            speak(&mut state, prepared);
        }
        if change == "rule" {
            let run = analyze_run(&choose(&mut state, Choice::K(2))).unwrap();
            analyzed(&mut state, run);
            drawn(&mut state, run);
            assert!(!measured(&choose(&mut state, Choice::K(3))), "the rule before is worked out again");
        } else {
            let run = import_run(&offer(&mut state, 1));
            imported(&mut state, run, vec![receipt("a")], holdings(20, 80), true);
            analyzed(&mut state, run);
            drawn(&mut state, run);
            update(&mut state, Msg::Painted(run));
            assert!(!measured(&choose(&mut state, Choice::Grouping(Grouping::Role))), "{change}");
        }
    }
}
