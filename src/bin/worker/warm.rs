//! Before the first file: a small invented one is read and analyzed and thrown away. Browsers compile a function well only
//! after they have seen it work; so the user's file is read at full speed from its first byte.

use std::fmt::Write;

use rampline::analysis::Beside;
use rampline::definition::{Contexts, Definition, Grouping};
use rampline::engine::{Engine, Import};
use rampline::protocol::{Ask, FromWorker, Origin, Rehearsal};
use rampline::receipt::Outcome;
use rampline::scene::screen::{self, Screen};
use rampline::scene::{self, Look, asking, picture, receipt, written};
use rampline::time::Day;

use crate::scope::pause;
use crate::{wire, work};

const PEOPLE: usize = 500;
const EVENTS: usize = 12_000;
/// Rounds, and bytes taken between two looks at the requests.
const ROUNDS: usize = 3;
const STEP: usize = 64 << 10;
/// Of the content, CSS pixels.
const WIDTH: u32 = 720;

/// Stops at once when there is real work.
pub async fn up() {
    let files = [("people.csv", people()), ("events.csv", events())];
    for round in 0..ROUNDS {
        let mut engine = Engine::default();
        engine.begin(Origin::Sample);
        for (name, text) in &files {
            let Ok(mut import) = Import::new(name, text.len() as u64) else { return };
            for part in text.as_bytes().chunks(STEP) {
                pause(0).await;
                if work::is_busy() {
                    return;
                }
                import.space(part.len()).copy_from_slice(part);
                import.filled(part.len());
                if import.read(engine.tables(), false).is_err() {
                    return;
                }
            }
            let end = import.read(engine.tables(), true);
            engine.finish_file(name, end.map(|()| import));
        }
        let (outcomes, _) = engine.commit();
        if round == 0 {
            pause(0).await;
            if work::is_busy() {
                return;
            }
            if let Some(told) = rehearsal(&mut engine, outcomes) {
                wire::send(&FromWorker::Rehearsed(Box::new(told)));
            }
        }
        for (k, grouping) in [(2, Grouping::Cohort), (3, Grouping::Role), (1, Grouping::Role), (4, Grouping::Team)] {
            pause(0).await;
            if work::is_busy() {
                return;
            }
            if let Some(analysis) = engine.analyze(&Ask {
                definition: Definition { k, n: 4, contexts: Contexts::Any, ..Definition::default() },
                grouping,
                ..Ask::default()
            }) {
                let look = Look { width: WIDTH, ..Look::default() };
                scene::scene(analysis, "", &look.view);
                picture::picture(analysis, &look).as_ref().map(written::picture);
            }
        }
    }
}

/// What the page would be told of it: it rehearses, too.
fn rehearsal(engine: &mut Engine, outcomes: Vec<Outcome>) -> Option<Rehearsal> {
    let ask = Ask { definition: Definition { contexts: Contexts::Any, ..Definition::default() }, ..Ask::default() };
    let look = Look { width: WIDTH, ..Look::default() };
    let holdings = engine.holdings().told();
    let overview = screen::document(Screen::Overview, &engine.whole(&ask, Beside::Nothing)?, WIDTH);
    let analysis = engine.analyze(&ask)?;
    Some(Rehearsal {
        outcomes: outcomes.into_iter().map(asking::told).map(receipt::heard).collect(),
        holdings,
        overview: Box::new(written::document(Screen::Overview, &overview)),
        picture: Box::new(written::picture(&picture::picture(analysis, &look)?)),
        scene: Box::new(scene::scene(analysis, "", &look.view)),
    })
}

fn people() -> String {
    let mut text = String::from("person_id,name,role,cohort,location,team,manager_id,start_date,end_date\n");
    for i in 0..PEOPLE {
        let start = Day(20_000 + (i % 300) as i32);
        let end = if i % 11 == 0 { start.plus(90).to_string() } else { String::new() };
        let (cohort, team) = (i % 300 / 30, i % 8);
        // Writing to a string cannot fail.
        let _ =
            writeln!(text, "P{i:06},Nobody Here,role {},C{cohort},Place,Team {team},P{team:06},{start},{end}", i % 4);
    }
    text
}

fn events() -> String {
    let mut text = String::from("person_id,date,event,item,value,minutes,context,by,note\n");
    for n in 0..EVENTS {
        let (i, day) = (n * 7 % PEOPLE, Day(20_000 + (n / 40) as i32));
        let rest = match n % 9 {
            0..=4 => {
                ["observed,first behaviour,1,,live,P000001,", "observed,another one,0.5,,simulated,P000002,\"so, so\""]
                    [n % 2]
            }
            5 => "coached,,,15,,P000003,",
            6 => "completed,first module,85,,,,",
            7 => "applied,first behaviour,1,,,,good progress",
            _ => "surveyed,belief,4,,,,",
        };
        let _ = writeln!(text, "P{i:06},{day},{rest}");
    }
    text
}
