//! Every screen in German: whatever is shown of the sample company and of files that are taken in or refused has no word
//! of English in it. What a language lacks is English (`language::text`), and so is what never passes through it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rampline::definition::{Definition, Grouping};
use rampline::engine::Engine;
use rampline::inspect::Key;
use rampline::language::{self, Catalog};
use rampline::protocol::Ask;
use rampline::receipt::{Outcome, Reply};
use rampline::scene::live::Live;
use rampline::scene::screen::{self, Screen};
use rampline::scene::timeline::View;
use rampline::scene::{self, Look, asking, filter, picture, receipt, timeline, written};

use crate::support::{WHOLE, engine_of, sample, take, take_replied};

/// Words that English does not go without for long and that German does not have.
const ENGLISH: &str = "the of and is are were that who with from have has which than their by to or for each as it at on \
    be this these none all every first last before after when where how what why more less over between people learner \
    learners manager managers leader leaders day days month months row rows group groups share shown hidden left right \
    line table number numbers interval picture save show open close found expected";

/// Numbers of a kind that are opened.
const OF_A_KIND: u32 = 4;

/// What people wrote: items, notes, roles and places, in no language of the product. The longest come first.
fn names(engine: &Engine) -> Vec<String> {
    let texts = |file: Vec<u8>, columns: &[usize]| -> Vec<String> {
        let rows = csv::Reader::from_reader(&file[..]).into_records().map(|row| row.expect("a row"));
        rows.flat_map(|row| columns.iter().map(|&at| row[at].to_owned()).collect::<Vec<_>>()).collect()
    };
    let mut names = texts(engine.events_csv(), &[3, 8]);
    names.extend(texts(engine.people_csv(), &[1, 2, 4, 5]));
    names.retain(|name| !name.is_empty());
    names.sort_unstable_by_key(|name| (Reverse(name.len()), name.clone()));
    names.dedup();
    names
}

/// What somebody reads or hears of some HTML: its text, and the attributes that are read out.
fn visible(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let (tag, after) = part.split_once('>').unwrap_or(("", part));
        for name in ["aria-label=\"", "aria-valuetext=\"", "placeholder=\"", "title=\""] {
            let value = tag.split(name).nth(1).and_then(|rest| rest.split('"').next());
            text.extend(value.into_iter().flat_map(|value| [value, "\n"]));
        }
        text.push_str(after);
        text.push('\n');
    }
    text
}

fn heard_while_reading(live: &[Live]) -> String {
    let stops = live.iter().flat_map(|live| [0, i32::MAX].map(|stop| live.at(stop)));
    stops.map(|now| format!("{}\n{}\n", now.sentence, visible(now.readout.as_str()))).collect()
}

fn opened(html: &str) -> impl Iterator<Item = String> {
    html.split("data-opens=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
}

/// Screens and their pictures as files, by name, as HTML.
fn screens(engine: &mut Engine, definition: &Definition, filter: &str) -> Vec<(String, String)> {
    let ask = Ask { definition: definition.clone(), filter: filter.to_owned(), ..Ask::default() };
    let mut all = Vec::new();
    for grouping in [Grouping::None, Grouping::Team, Grouping::Cohort, Grouping::Role] {
        let ask = Ask { grouping, ..ask.clone() };
        let look = Look { width: 800, ..Look::default() };
        let analysis = engine.analyze(&ask).cloned().expect("an analysis");
        let scene = scene::scene(&analysis, "Standard", &look.view);
        let drawn = written::picture(&picture::picture(&analysis, &look).expect("a picture"));
        let html = [scene.heading.as_str(), scene.sections.as_str(), &scene.rule, &scene.foot, drawn.html.as_str()];
        all.push((format!("curves by {grouping:?}"), html.join("\n")));
        all.push((format!("curves by {grouping:?}, read"), heard_while_reading(&drawn.live)));
        let file = picture::file(&analysis, "Standard", &look.view).expect("a file");
        all.push((format!("curves by {grouping:?}, file"), file));
        let draft = scene::what_if(&analysis, "Standard", &analysis, 600).expect("a draft");
        all.push((format!("what if by {grouping:?}"), written::what_if(&draft).as_str().to_owned()));
        let definitions = scene::definitions(Some(&analysis));
        let html = format!("{}{}", definitions.in_force.as_str(), definitions.below.as_str());
        all.push((format!("definitions by {grouping:?}"), html));
    }
    for screen in [Screen::Overview, Screen::Curves, Screen::Kpis, Screen::Belief] {
        let whole = engine.whole(&ask, screen.beside()).expect("numbers");
        let document = screen::document(screen, &whole, 900);
        for plate in document.sections.iter().flat_map(|s| &s.blocks).flat_map(|block| block.plates()) {
            let (plate, foot) = screen::plate(screen, &plate.id, &whole, "Standard").expect("a picture");
            all.push((format!("{screen:?}, file"), plate.svg(&foot)));
        }
        let written = written::document(screen, &document);
        all.push((format!("{screen:?}"), format!("{}\n{}", written.lead, written.html.as_str())));
        all.push((format!("{screen:?}, read"), heard_while_reading(&written.live)));
    }
    let detail = engine.detail(definition).expect("numbers beyond the curve");
    all.push(("beyond".to_owned(), written::sections(&scene::beyond(detail)).as_str().to_owned()));
    for manager in [
        None,
        engine.timeline(&ask, None, "", &|a, b| [a, b], 0..1).and_then(|(t, _)| Some(t.managers.first()?.0.clone())),
    ] {
        let view = View { manager: manager.clone(), ..View::default() };
        let days = |first, cutoff| view.days(first, cutoff);
        let (found, rows) = engine.timeline(&ask, manager.as_deref(), "", &days, 0..40).expect("a timeline");
        let document = timeline::document(&found, &view, &rows, 0, 900, None);
        all.push(("timeline".to_owned(), format!("{}\n{}", document.lead, document.html.as_str())));
    }
    let told = engine.told(&ask).expect("who is shown");
    all.push((
        "filter".to_owned(),
        filter::bar(&told, engine.offer(definition).expect("an offer")).as_str().to_owned(),
    ));
    let (proposals, decisions) = engine.who_is_who();
    let people = scene::people(&proposals, decisions, engine.data().merged());
    let checked = scene::checked(&engine.quality(definition, None), &people);
    let html = [checked.concerns.as_str(), checked.people.as_str(), &checked.warning].join("\n");
    all.push(("check".to_owned(), html));
    let keys: BTreeSet<String> = all.iter().flat_map(|(_, html)| opened(html)).collect();
    // The same words stand behind numbers of one kind.
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for key in keys {
        let number = Key::of_text(&key).number().expect("a number");
        let kind: String = format!("{number:?}").chars().take_while(|c| c.is_alphanumeric()).collect();
        let seen = seen.entry(kind.clone()).or_default();
        *seen += 1;
        if *seen <= OF_A_KIND {
            let found = engine.inspect(&ask, &number).map(|found| written::inspection(&found, &number.key()));
            all.push((kind, found.map(|html| html.as_str().to_owned()).unwrap_or_default()));
        }
    }
    all
}

/// What is said where a filter would show too few people, or tell of them.
fn refused(engine: &mut Engine, definition: &Definition) -> Vec<(String, String)> {
    let ask = Ask { definition: definition.clone(), ..Ask::default() };
    let everybody = engine.analyze(&ask).cloned().expect("an analysis");
    let scene = scene::refused(&everybody, "Standard", &Look::default().view);
    let document = written::document(Screen::Kpis, &filter::refused(Screen::Kpis));
    let mut all = vec![("refused".to_owned(), format!("{}{}", scene.heading.as_str(), document.html.as_str()))];
    for query in ["team=Evenings", "from=2026-10", "team=Accounts&role=senior%20agent"] {
        let told = engine.told(&Ask { filter: query.to_owned(), ..ask.clone() }).expect("why nobody is shown");
        let bar = filter::bar(&told, engine.offer(definition).expect("an offer"));
        all.push((query.to_owned(), bar.as_str().to_owned()));
    }
    all
}

/// Two groups of one size, one of which is in no team, of no cohort and role.
fn without_a_team() -> (Engine, Definition) {
    let mut people = "person_id,start_date,team,cohort,role\n".to_owned();
    let mut events = "person_id,date,event,item,value\n".to_owned();
    for person in 0..24 {
        let of = if person % 2 == 0 { "Red,A,agent" } else { ",," };
        people += &format!("p{person},2026-01-{:02},{of}\n", 1 + person / 4);
        for day in [10, 12, 14 + person / 2] {
            events +=
                &format!("p{person},2026-02-{day:02},observed,call,1\np{person},2026-02-{day:02},applied,call,\n");
        }
    }
    (engine_of(&[people.as_bytes(), events.as_bytes()]), Definition::default())
}

#[test]
fn a_group_without_a_name_has_one_in_german_and_files_keep_the_english_one() {
    let german = std::fs::read_to_string("public/languages/de.po").expect("the catalog");
    let (mut engine, definition) = without_a_team();
    language::speak(Some(Catalog::read(german).expect("a catalog")));
    let filters = ["", "team=No%20team", "location=No%20location"];
    let all: Vec<_> = filters.iter().flat_map(|filter| screens(&mut engine, &definition, filter)).collect();
    let ask = Ask { definition: definition.clone(), grouping: Grouping::Team, ..Ask::default() };
    let files = [engine.curve_csv(&ask), engine.report(&definition).expect("a report")];
    language::speak(None);
    for (what, html) in &all {
        let read = visible(html);
        let english = read
            .lines()
            .find(|line| ["No team", "No cohort", "No role", "No location"].iter().any(|no| line.contains(no)));
        assert_eq!(english, None, "{what}");
    }
    for name in ["Kein Team", "Keine Kohorte", "Keine Rolle", "Kein Standort"] {
        assert!(all.iter().any(|(_, html)| visible(html).contains(name)), "{name} is nowhere");
    }
    for file in files {
        let file = String::from_utf8(file).expect("text");
        assert!(file.contains("No team") && !file.contains("Kein Team"), "{file}");
    }
}

/// What is said of files that are taken in, refused or asked about.
fn files() -> Vec<(String, String)> {
    let roster =
        "person_id,name,start_date,end_date,shoe size\nann,Ann,2026-01-05,\nbob,Bob,yesterday,\nann,Ann,2026-02-05,\n";
    let events = "person_id,date,event,item,value,by\nann,2026-01-09T10:00,observed,call,1,\nzoe,2026-01-09,observed,call,1,\n\
                  ann,2026-01-10,measured,,,\nann,2026-01-10,danced,x,,\n";
    let courses = "Name;Kurs;Status;Abgeschlossen\nAnn;A;Abgeschlossen;03.04.2026\nBob;A;Frozen;04.05.2026\n";
    let files = [
        ("personen.csv", roster.as_bytes()),
        ("events.csv", events.as_bytes()),
        ("empty.csv", b"".as_slice()),
        ("head.csv", b"person_id,start_date\n".as_slice()),
        ("picture.png", b"\x89PNG\r\n".as_slice()),
        ("odd.csv", b"a,b\n1,2\n".as_slice()),
        ("open.csv", b"person_id,start_date\n\"a,2026-01-01\n".as_slice()),
        ("courses.csv", courses.as_bytes()),
    ];
    let mut engine = Engine::default();
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (name, bytes) in files {
        outcomes.extend(take(&mut engine, &[(name, bytes)], WHOLE).0);
        outcomes.extend(take_replied(&mut engine, name, bytes, Reply::Ask).0);
    }
    let heard = outcomes.into_iter().map(asking::told).map(receipt::heard);
    let said = |heard: receipt::Heard| match heard {
        receipt::Heard::Read(read) => (read.file, format!("{}\n{}", read.what, read.html.as_str())),
        receipt::Heard::Asked { file, html, .. } => (file, html.as_str().to_owned()),
        receipt::Heard::Refused { file, why } => (file, why),
        receipt::Heard::Key { file } => (file, String::new()),
    };
    heard.map(said).collect()
}

/// A publication, by its volume and pages: "58:457–481".
fn is_title(line: &str) -> bool {
    let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    line.split(' ').any(|word| word.split_once(':').is_some_and(|(volume, page)| is_number(volume) && is_number(page)))
}

/// The name of a column of a file, such as "days_after".
fn is_column(line: &str) -> bool {
    line.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

#[test]
fn no_screen_says_anything_in_english() {
    let german = std::fs::read_to_string("public/languages/de.po").expect("the catalog");
    let (mut engine, definition) = sample();
    language::speak(Some(Catalog::read(german).expect("a catalog")));
    let mut all = screens(&mut engine, &definition, "");
    all.extend(screens(&mut engine, &definition, "role=service%20agent&team=Nowhere&x=1"));
    all.extend(refused(&mut engine, &definition));
    all.extend(files());
    language::speak(None);
    let english_words: BTreeSet<&str> = ENGLISH.split_whitespace().collect();
    let is_english = |line: &str| {
        let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_lowercase);
        words.any(|word| english_words.contains(word.as_str())) && !is_title(line) && !is_column(line)
    };
    let names = names(&engine);
    let mut english: BTreeMap<String, &str> = BTreeMap::new();
    for (what, html) in &all {
        let visible = names.iter().fold(visible(html), |text, name| text.replace(name.as_str(), "…"));
        assert!(!visible.contains(['{', '}']), "{what} leaves a place for a value: {visible}");
        english.extend(visible.lines().filter(|line| is_english(line)).map(|line| (line.to_owned(), what.as_str())));
    }
    let first: Vec<_> = english.iter().take(60).collect();
    assert!(english.is_empty(), "{} texts are English, such as {first:#?}", english.len());
}
