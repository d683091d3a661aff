//! Screens that are documents: whatever the data and the width, every picture stands where its values are read, its table
//! names nobody in an order of results, and no small group is in a picture, a table or a file.

use proptest::prelude::*;
use rampline::analysis::Beside;
use rampline::analysis::earlier::Since;
use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::protocol::Ask;
use rampline::scene::document::{Block, Section};
use rampline::scene::plate::Plate;
use rampline::scene::reads::Reads;
use rampline::scene::screen::{self, Screen};

use crate::company::companies;
use crate::support::{cases, engine_of, sample, take};

const SCREENS: [Screen; 4] = [Screen::Overview, Screen::Kpis, Screen::Belief, Screen::Curves];

fn sections(engine: &mut Engine, screen: Screen, ask: &Ask, width: u32) -> Option<Vec<Section>> {
    let whole = engine.whole(ask, screen.beside())?;
    Some(screen::document(screen, &whole, width).sections)
}

fn plates(sections: &[Section]) -> Vec<Plate> {
    sections.iter().flat_map(|section| &section.blocks).flat_map(Block::plates).cloned().collect()
}

fn check(plate: &Plate, what: &str) {
    let (figure, table) = (&plate.picture.figure, &plate.picture.table);
    assert!(plate.finding.headline.ends_with('.'), "{what}: {}", plate.finding.headline);
    assert!(figure.alt.ends_with("numbers."), "{what}: {}", figure.alt);
    assert!(!table.rows.is_empty() && table.rows.iter().all(|row| row.len() == table.head.len()), "{what}: {table:?}");
    assert!(plate.data.rows.iter().all(|row| row.len() == plate.data.head.len()), "{what}");
    let frame = figure.frame;
    assert!(frame.left < frame.right && frame.top < frame.bottom && frame.last_day > 0, "{what}: {frame:?}");
    if let Reads::Stops { stops, .. } = &plate.picture.reads {
        assert_eq!(stops.len(), plate.data.rows.len(), "{what}");
        for (at, stop) in stops.iter().enumerate() {
            assert!(
                stop.x >= 0.0 && stop.x <= figure.width.into() && stop.y <= figure.height.into(),
                "{what}: {stop:?}"
            );
            let nearest = plate.picture.reads.nearest(&frame, stop.x, stop.y) as usize;
            let same_spot = (stops[nearest].x, stops[nearest].y) == (stop.x, stop.y);
            assert!(nearest == at || same_spot, "{what}: {stop:?}");
        }
    }
}

/// Numbers of people in a file: every one is at least the limit. A share of a team counts people, not those who applied.
fn people(plate: &Plate) -> Vec<u64> {
    let csv = String::from_utf8(plate.csv()).unwrap();
    let mut lines = csv::Reader::from_reader(csv.as_bytes());
    let head = lines.headers().unwrap().clone();
    let Some(at) = head.iter().position(|name| name == "people") else { return Vec::new() };
    let rows: Vec<csv::StringRecord> = lines.records().map(Result::unwrap).collect();
    rows.iter().filter_map(|row| row[at].parse::<f64>().ok()).map(|n| n as u64).collect()
}

#[test]
fn the_sample_fills_every_screen_at_every_width() {
    let (mut engine, definition) = sample();
    let ask = Ask { definition, version: "Standard".to_owned(), ..Ask::default() };
    for screen in SCREENS {
        for width in [280, 320, 560, 900, 1_032, 1_600] {
            let sections = sections(&mut engine, screen, &ask, width).expect("the sample has people and events");
            let plates = plates(&sections);
            assert!(plates.len() >= 2, "{screen:?}");
            for plate in &plates {
                let what = format!("{screen:?} {} at {width}", plate.id);
                check(plate, &what);
                assert!(plate.picture.figure.width <= width.max(280), "{what}");
                let mut ids = plates.iter().filter(|other| other.id == plate.id);
                assert!(ids.next().is_some() && ids.next().is_none(), "{what}: the id is taken twice");
            }
            let mut ids: Vec<&str> = sections.iter().map(|section| section.id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), sections.len());
        }
    }
}

#[test]
fn every_picture_of_a_screen_is_a_file_that_names_its_definition() {
    let (mut engine, definition) = sample();
    let ask = Ask { definition, version: "Mine".to_owned(), ..Ask::default() };
    for screen in SCREENS {
        for plate in plates(&sections(&mut engine, screen, &ask, 700).unwrap()) {
            let whole = engine.whole(&ask, screen.beside()).unwrap();
            let (file, foot) = screen::plate(screen, &plate.id, &whole, "Mine").expect("it is on the screen");
            let svg = file.svg(&foot);
            assert!(svg.contains("Mine.") && svg.ends_with("</svg>\n"), "{}", plate.id);
            assert!(file.csv().starts_with(plate.data.head.join(",").as_bytes()), "{}", plate.id);
        }
    }
}

#[test]
fn the_overview_looks_back_to_where_the_data_ended_before_the_last_import() {
    let people = "person_id,start_date\n".to_owned()
        + &(0..12).map(|i| format!("p{i},2026-01-{:02}\n", i + 1)).collect::<String>();
    let observed = |month: u32| {
        let rows = (0..12).map(|i| format!("p{i},2026-{month:02}-{:02},observed,greets,1\n", i + 3));
        format!("person_id,date,event,item,value\n{}", rows.collect::<String>())
    };
    let mut engine = engine_of(&[people.as_bytes(), observed(3).as_bytes()]);
    let ask = Ask::default();
    let earlier = |engine: &mut Engine| engine.whole(&ask, Beside::Earlier).unwrap().earlier.cloned();
    let first = earlier(&mut engine).expect("people had started four weeks before");
    assert_eq!((first.since, first.day.to_string().as_str()), (Since::FourWeeks, "2026-02-14"));
    take(&mut engine, &[("more.csv", observed(4).as_bytes())], 1 << 20);
    let second = earlier(&mut engine).expect("people had started before the import");
    assert_eq!((second.since, second.day.to_string().as_str()), (Since::LastImport, "2026-03-14"));
    // Three in a row take three months here: nobody was competent then under the rule of today.
    assert_eq!(second.analysis.ttc.as_ref().map(|ttc| (ttc.curve.n, ttc.curve.events)), Some((12, 0)));
    assert_eq!(second.analysis.in_force.behaviours, ["greets"]);
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn no_small_group_is_in_a_picture_a_table_or_a_file(company in companies(), min_group in 3i64..6, width in 200u32..1_700) {
        let mut engine = engine_of(&[&company.people_csv(), &company.events_csv()]);
        let definition = Definition { min_group, ..Definition::default() };
        let limit = definition.min_group_in_force();
        let ask = Ask { definition, ..Ask::default() };
        for screen in SCREENS {
            let Some(sections) = sections(&mut engine, screen, &ask, width) else { continue };
            for plate in plates(&sections) {
                check(&plate, &format!("{screen:?} {} at {width}", plate.id));
                for n in people(&plate) {
                    prop_assert!(n == 0 || n >= limit, "{} people in {}", n, plate.id);
                }
            }
        }
    }
}
