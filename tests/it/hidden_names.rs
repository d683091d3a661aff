//! Names hidden: no name, id or address of a person and no name of a team is in any screen, picture, file or receipt, and
//! no number is another one.

use std::collections::BTreeSet;

use rampline::definition::{Definition, Grouping};
use rampline::engine::Engine;
use rampline::filter::{By, Filter};
use rampline::inspect::Key;
use rampline::language::{self, Catalog};
use rampline::protocol::Ask;
use rampline::receipt::Outcome;
use rampline::scene::screen::{self, Screen};
use rampline::scene::timeline::View;
use rampline::scene::{self, Look, filter, picture, receipt, timeline, written};

use crate::support::{WHOLE, engine_of, sample, take};

/// What stands for people and teams in the sample: names with each of their words, ids, teams.
fn secrets() -> BTreeSet<String> {
    let (engine, _) = sample();
    let people = engine.people_csv();
    let mut found = BTreeSet::new();
    for row in csv::Reader::from_reader(&people[..]).records().map(Result::unwrap) {
        found.extend([0, 1, 5, 6].map(|column| row[column].to_owned()));
        found.extend(row[1].split(' ').filter(|word| word.chars().count() > 3).map(str::to_owned));
    }
    found.remove("");
    found
}

fn assert_hidden(text: &str, what: &str, secrets: &BTreeSet<String>) {
    let is_letter = |c: char| c.is_alphanumeric() || c == '-';
    let words: BTreeSet<&str> = text.split(|c| !is_letter(c)).collect();
    for secret in secrets {
        let found = if secret.contains(' ') { text.contains(secret.as_str()) } else { words.contains(secret.as_str()) };
        assert!(!found, "{what} says {secret}");
    }
}

/// The numbers that open on a screen.
fn keys(html: &str) -> Vec<String> {
    html.split("data-opens=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

/// Everything that leaves the engine for a question, by name.
fn everything(engine: &mut Engine, ask: &Ask) -> Vec<(String, String)> {
    let utf8 = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let mut all: Vec<(String, String)> = Vec::new();
    for grouping in [Grouping::None, Grouping::Team, Grouping::Cohort, Grouping::Role] {
        let ask = Ask { grouping, ..ask.clone() };
        let look = Look { width: 800, ..Look::default() };
        let Some(analysis) = engine.analyze(&ask).cloned() else { continue };
        let scene = scene::scene(&analysis, "Standard", &look.view);
        all.push((format!("curves by {grouping:?}"), format!("{}{}", scene.heading.as_str(), scene.sections.as_str())));
        all.push((format!("controls by {grouping:?}"), format!("{:?} {} {}", scene.offered, scene.rule, scene.foot)));
        if let Some(drawn) = picture::picture(&analysis, &look) {
            let drawn = written::picture(&drawn);
            all.push((format!("picture by {grouping:?}"), format!("{} {:?}", drawn.html.as_str(), drawn.live)));
        }
        all.push((
            format!("file by {grouping:?}"),
            picture::file(&analysis, "Standard", &look.view).unwrap_or_default(),
        ));
        all.push((format!("csv by {grouping:?}"), utf8(engine.curve_csv(&ask))));
    }
    for screen in [Screen::Overview, Screen::Curves, Screen::Kpis, Screen::Belief] {
        let Some(whole) = engine.whole(ask, screen.beside()) else { continue };
        let document = screen::document(screen, &whole, 900);
        let plates: Vec<_> =
            document.sections.iter().flat_map(|s| &s.blocks).flat_map(|block| block.plates()).collect();
        for plate in &plates {
            let (saved, foot) = screen::plate(screen, &plate.id, &whole, "Standard").unwrap();
            all.push((format!("{screen:?} {}.svg", plate.id), saved.svg(&foot)));
            all.push((format!("{screen:?} {}.csv", plate.id), utf8(saved.csv())));
        }
        let written = written::document(screen, &document);
        all.push((format!("{screen:?}"), format!("{} {} {:?}", written.lead, written.html.as_str(), written.live)));
    }
    let opened: BTreeSet<String> = all.iter().flat_map(|(_, html)| keys(html)).collect();
    // The same words stand behind numbers of one kind.
    for key in opened.iter().step_by(if ask.filter.is_empty() { 5 } else { 40 }) {
        let number = Key::of_text(key).number().unwrap();
        let inspection = engine.inspect(ask, &number).map(|found| written::inspection(&found, &number.key()));
        all.push((format!("{number:?}"), inspection.map(|html| html.as_str().to_owned()).unwrap_or_default()));
        all.push((format!("{number:?}.csv"), utf8(engine.inspect_csv(ask, &number).unwrap_or_default())));
        all.push((format!("rows of {number:?}"), utf8(engine.event_rows_csv(ask, &number).unwrap_or_default())));
    }
    let mut managers = vec![None];
    while let Some(manager) = managers.pop() {
        let view = View { manager: manager.clone(), ..View::default() };
        let days = |first, cutoff| view.days(first, cutoff);
        let Some((found, rows)) = engine.timeline(ask, manager.as_deref(), "", &days, 0..1_000) else { continue };
        if manager.is_none() {
            managers.extend(found.managers.iter().map(|(id, _)| Some(id.clone())));
        }
        let document = timeline::document(&found, &view, &rows, 0, 900, None);
        all.push((format!("timeline of {manager:?}"), format!("{} {}", document.lead, document.html.as_str())));
        all.push((format!("rows of {manager:?}.csv"), utf8(timeline::csv(&found, &view, &rows, "Standard"))));
        if let Some(dated) = engine.dated(ask, manager.as_deref()) {
            let file = utf8(timeline::calendar(&dated, manager.as_deref())).replace("\r\n ", "");
            all.push((format!("plan of {manager:?}.ics"), file));
        }
    }
    let told = engine.told(ask).unwrap();
    let bar = filter::bar(&told, engine.offer(&ask.definition).unwrap());
    all.push(("filter".to_owned(), bar.as_str().to_owned()));
    let checked = engine.quality(&ask.definition, None);
    let (proposals, decisions) = engine.who_is_who();
    let checked = scene::checked(&checked, &scene::people(&proposals, decisions, engine.data().merged()));
    all.push(("check".to_owned(), format!("{checked:?}")));
    all.push(("holdings".to_owned(), format!("{:?}", engine.holdings().told())));
    all.push(("report.json".to_owned(), utf8(engine.report(&ask.definition).unwrap())));
    all.push(("people.csv".to_owned(), utf8(engine.people_csv())));
    all.push(("events.csv".to_owned(), utf8(engine.events_csv())));
    all
}

fn asked(definition: &Definition, filter: &str) -> Ask {
    Ask { definition: definition.clone(), filter: filter.to_owned(), ..Ask::default() }
}

#[test]
fn nothing_that_leaves_the_core_names_anybody() {
    let secrets = secrets();
    let (mut engine, definition) = sample();
    let open = everything(&mut engine, &asked(&definition, ""));
    assert!(open.iter().any(|(_, text)| text.contains("Accounts")), "the test sees names where they are shown");
    assert!(engine.hide_names(true) && !engine.hide_names(true));
    let team = engine.offer(&definition).unwrap().values[0][0].clone();
    for filter in ["".to_owned(), Filter::default().toggled(By::Team, &team).query(), "team=Accounts".to_owned()] {
        for (what, text) in everything(&mut engine, &asked(&definition, &filter)) {
            assert_hidden(&text, &format!("{what} under “{filter}”"), &secrets);
        }
    }
    assert_eq!(engine.told(&asked(&definition, "team=Accounts")).unwrap().filter.query(), "team=Team%201");
}

#[test]
fn the_numbers_stay_and_so_do_the_labels() {
    let (mut engine, definition) = sample();
    let ask = Ask { grouping: Grouping::Team, ..asked(&definition, "") };
    let before = engine.analyze(&ask).unwrap().clone();
    engine.hide_names(true);
    let hidden = engine.analyze(&ask).unwrap().clone();
    let sizes = |analysis: &rampline::analysis::Analysis| {
        let breakdown = analysis.breakdown.clone().unwrap();
        let curves = breakdown.shown.groups.into_iter().map(|ttc| (ttc.curve.n, ttc.curve.rows)).collect::<Vec<_>>();
        (curves, breakdown.hidden.len())
    };
    assert_eq!(sizes(&hidden), sizes(&before));
    assert_eq!(hidden.ttc, before.ttc);
    assert!(hidden.breakdown.as_ref().unwrap().shown.groups.iter().all(|ttc| ttc.curve.group.starts_with("Team ")));
    // Over a reload, and back.
    let (mut other, _) = sample();
    other.hide_names(true);
    assert_eq!(other.people_csv(), engine.people_csv());
    let people = String::from_utf8(engine.people_csv()).unwrap();
    assert!(people.contains("Learner 001,,") && people.contains("Manager 1,,"), "{people}");
    assert_eq!(engine.told(&asked(&definition, "team=Team%201")).unwrap().filter.query(), "team=Team%201");
    engine.hide_names(false);
    let told = engine.told(&asked(&definition, "team=Team%201")).unwrap();
    assert_eq!((told.filter.query().as_str(), told.is_renamed), ("team=Accounts", true));
    assert_eq!(engine.analyze(&ask), Some(&before));
}

#[test]
fn labels_are_said_in_the_language_that_is_spoken() {
    let (mut engine, _) = sample();
    engine.hide_names(true);
    let german = std::fs::read_to_string("public/languages/de.po").expect("the catalog");
    language::speak(Some(Catalog::read(german).expect("a catalog")));
    engine.say_labels_again();
    let people = String::from_utf8(engine.people_csv()).unwrap();
    language::speak(None);
    assert!(people.contains("Lernende 001,,") && people.contains("Führungskraft 1,,"), "{people}");
    engine.say_labels_again();
    assert!(String::from_utf8(engine.people_csv()).unwrap().contains("Learner 001,,"));
}

#[test]
fn what_is_said_of_files_names_nobody_either() {
    let people = "person_id,name,start_date,team\nann,Ann Secret,2026-01-05,Red\nbob,Bob Secret,yesterday,Red\n";
    let later = "person_id,name,start_date,team\nann,Ann Secret,2026-01-05,Blue\n";
    let mut engine = engine_of(&[people.as_bytes()]);
    engine.hide_names(true);
    let (outcomes, _) = take(&mut engine, &[("later.csv", later.as_bytes())], WHOLE);
    let heard: Vec<_> = engine.told_of_files(outcomes).into_iter().map(receipt::heard).collect();
    let told = format!("{heard:?} {:?}", engine.holdings().told());
    let secrets = ["ann", "bob", "Secret", "Ann", "Bob", "Red", "Blue"].map(str::to_owned).into_iter().collect();
    assert_hidden(&told, "a receipt", &secrets);
    assert!(told.contains("Learner 1") && told.contains("hidden"), "{told}");
    assert_eq!(engine.set_aside_csv(0, 0), None);
    engine.hide_names(false);
    assert!(engine.set_aside_csv(0, 0).is_some());
    assert!(matches!(engine.told_of_files(Vec::<Outcome>::new())[..], []));
}
