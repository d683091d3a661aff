//! Where the files hold no event of a kind at all, a screen says so instead of showing a nought; report.json keeps to its
//! definition.

use rampline::analysis::{Analysis, EventKind};
use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::protocol::Ask;

use rampline::scene::document::Block;
use rampline::scene::view::View;
use rampline::scene::{Scene, beyond, scene};
use serde_json::json;

use crate::support::{engine_of, report};

/// Twelve learners, each with these events: day of May, kind, item, value, minutes.
fn company(events: &[&str]) -> Engine {
    let mut people = "person_id,start_date,team\n".to_owned();
    let mut rows = "person_id,date,event,item,value,minutes\n".to_owned();
    for person in 0..12 {
        people += &format!("p{person},2026-05-01,{}\n", ["North", "South"][person % 2]);
        for event in events {
            rows += &format!("p{person},2026-05-{event}\n");
        }
    }
    engine_of(&[people.as_bytes(), rows.as_bytes()])
}

fn analyzed(engine: &mut Engine) -> (Analysis, Scene) {
    let analysis = engine.analyze(&Ask::default()).unwrap().clone();
    let scene = scene(&analysis, "v", &View::default());
    (analysis, scene)
}

fn findings(engine: &mut Engine) -> Vec<(String, bool)> {
    let detail = engine.detail(&Definition::default()).unwrap();
    let blocks = beyond(detail).into_iter().flat_map(|section| section.blocks);
    let said = blocks.filter_map(|block| match block {
        Block::Finding { finding, opens } => {
            Some((format!("{} {}", finding.headline, finding.caveat), opens.is_some()))
        }
        _ => None,
    });
    said.collect()
}

const COMPLETED: &str = "05,completed,Basics,,";
const OBSERVED: &str = "20,observed,ask,1,";
const LATEST: &str = "30,started,More,,";

#[test]
fn what_the_files_do_not_record_is_no_nought() {
    let mut engine = company(&[COMPLETED, OBSERVED, LATEST]);
    let (analysis, scene) = analyzed(&mut engine);
    let share = analysis.first_application.as_ref().unwrap();
    assert_eq!((share.rate, share.denominator, analysis.coaching_per_team), (None, 0, None));
    let figures: Vec<&str> = scene.sections.as_str().split("class=\"kpi\"").skip(1).collect();
    assert_eq!(figures.len(), 2, "{scene:?}");
    for (figure, what) in figures.iter().zip(["no application in real work", "no coaching or check-in"]) {
        assert!(figure.contains("<p>Not recorded") && figure.contains(what), "{figure}");
        assert!(figure.contains("<span class=\"fig\">–</span>") && !figure.contains("<svg"), "{figure}");
        assert!(!figure.contains("data-opens"), "{figure}");
    }
    let said = findings(&mut engine);
    for what in ["coaching and check-ins", "applications in real work", "feedback"] {
        let text = format!("Not recorded in these files: {what}.");
        let found: Vec<_> = said.iter().filter(|(finding, _)| finding.starts_with(&text)).collect();
        assert!(!found.is_empty() && found.iter().all(|(_, opens)| !opens), "{what}: {said:#?}");
    }
    assert!(said.iter().any(|(finding, opens)| finding.starts_with("No figure yet for the time to belief.")
        && finding.contains("Not recorded in these files: applications")
        && !opens));
    let report = report(&mut engine, &Definition::default());
    assert_eq!(report["first_application"]["overall"]["rate"], json!(0.0));
    assert_eq!(report["coaching"]["overall"]["per_team"], json!(0.0));
}

/// Of one person among many it is recorded, and the nought of the others is one.
#[test]
fn one_event_of_a_kind_is_a_record_of_it() {
    let people: String = (0..12).map(|n| format!("p{n},2026-05-01\n")).collect();
    let people = format!("person_id,start_date\n{people}");
    let done: String = (0..12).map(|n| format!("p{n},2026-05-02,completed,\np{n},2026-06-02,started,\n")).collect();
    for (row, is_recorded) in [("p3,2026-06-30,applied,1\n", true), ("stranger,2026-06-30,applied,1\n", false)] {
        let events = format!("person_id,date,event,value\n{done}{row}");
        let mut engine = engine_of(&[people.as_bytes(), events.as_bytes()]);
        let (analysis, _) = analyzed(&mut engine);
        assert_eq!(analysis.recorded.has(EventKind::Applied), is_recorded, "{row}");
        assert_eq!(analysis.first_application.unwrap().rate, is_recorded.then_some(0.0), "{row}");
    }
}

#[test]
fn without_an_observation_there_is_no_curve() {
    let mut engine = company(&[COMPLETED, LATEST]);
    let (_, scene) = analyzed(&mut engine);
    assert_eq!(scene.curves, 0);
    assert!(scene.heading.as_str().contains(">No figure yet: it needs one observation"), "{:?}", scene.heading);
    // Also under a rule that names what nobody observed, and by team.
    let definition = Definition { behaviours: vec!["ask".to_owned()], ..Definition::default() };
    let ask = Ask { definition, grouping: rampline::definition::Grouping::Team, ..Ask::default() };
    let analysis = engine.analyze(&ask).unwrap().clone();
    let view = rampline::scene::scene(&analysis, "v", &View::default());
    assert_eq!(view.curves, 0);
    assert!(view.heading.as_str().contains(">No figure yet"), "{:?}", view.heading);
}
