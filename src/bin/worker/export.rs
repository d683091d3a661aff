//! What the page saves as a file.

use rampline::analysis::{Analysis, Whole};
use rampline::engine::Engine;
use rampline::language;
use rampline::n;
use rampline::protocol::{Ask, Export, FromWorker, PictureForm, Run};
use rampline::scene::screen::{self, Screen};
use rampline::scene::{self, Look, picture};
use rampline::time::Day;

use crate::work::engine;
use crate::{timeline, wire};

const CSV: &str = "text/csv;charset=utf-8";
const JSON: &str = "application/json";
const CALENDAR: &str = "text/calendar;charset=utf-8";
const SVG: &str = "image/svg+xml";
const HIDDEN: &str = n!("Names are hidden, and this file is made of them. Show them on the Data screen first.");
const NO_PICTURE: &str = n!("There is no picture: a group this small is not shown.");

struct Saved {
    name: String,
    media_type: &'static str,
    bytes: Vec<u8>,
}

pub fn export(run: Run, what: Export, ask: &Ask, look: &Look) {
    match made(what, ask, look) {
        Ok(Saved { name, media_type, bytes }) => {
            let answer = FromWorker::Exported { run, name, media_type: media_type.to_owned() };
            wire::send_with(&answer, Some(&bytes));
        }
        Err(why) => wire::send(&FromWorker::Failed { run, why }),
    }
}

/// The file, or why there is none.
fn made(what: Export, ask: &Ask, look: &Look) -> Result<Saved, String> {
    let csv = |name: &str, bytes| Saved { name: name.to_owned(), media_type: CSV, bytes };
    let or = |bytes: Option<Vec<u8>>, why: &'static str| bytes.ok_or_else(|| language::text(why).to_owned());
    engine(|engine| match what {
        Export::Picture(PictureForm::Csv) | Export::CurveCsv => {
            Ok(csv("time-to-competency.csv", engine.curve_csv(ask)))
        }
        Export::Plate { screen, id, form } => {
            let version = named_in(engine, ask);
            let whole = engine.whole(ask, screen.beside());
            whole
                .and_then(|whole| plate(screen, &id, form, &whole, &version))
                .ok_or_else(|| language::text(NO_PICTURE).to_owned())
        }
        Export::Picture(form) => {
            let version = named_in(engine, ask);
            let analysis = engine.analyze(ask);
            analysis
                .and_then(|analysis| picture_file(analysis, &version, form, look))
                .ok_or_else(|| language::text(NO_PICTURE).to_owned())
        }
        Export::Report => {
            let bytes = engine.report(&ask.definition).map_err(|error| error.to_string())?;
            Ok(Saved { name: "report.json".to_owned(), media_type: JSON, bytes })
        }
        Export::Calendar { view } => {
            let why = n!("There is no plan to save: it counts from the launch of the rollout.");
            let (cutoff, bytes) =
                timeline::calendar(engine, ask, &view).ok_or_else(|| language::text(why).to_owned())?;
            Ok(Saved { name: format!("rampline-plan-{cutoff}.ics"), media_type: CALENDAR, bytes })
        }
        Export::Timeline { view } => {
            let why = n!("There are no rows to save.");
            let version = named_in(engine, ask);
            let rows = timeline::csv(engine, ask, &view, &version);
            let (cutoff, bytes) = rows.ok_or_else(|| language::text(why).to_owned())?;
            Ok(csv(&format!("rampline-timeline-{cutoff}.csv"), bytes))
        }
        Export::Number(number) => {
            let why = n!("The number is not shown: too few people are behind it.");
            let bytes = number.number().and_then(|number| engine.inspect_csv(ask, &number));
            Ok(csv("number.csv", or(bytes, why)?))
        }
        Export::EventRows(number) => {
            let why = n!("The rows behind the number are not listed.");
            let bytes = number.number().and_then(|number| engine.event_rows_csv(ask, &number));
            Ok(csv("rows.csv", or(bytes, why)?))
        }
        Export::SetAside { import, table } => {
            let why = if engine.hides_names() { HIDDEN } else { n!("These rows are not here any more.") };
            Ok(csv("set-aside.csv", or(engine.set_aside_csv(import, table), why)?))
        }
        Export::Key => {
            if engine.hides_names() {
                return Err(language::text(HIDDEN).to_owned());
            }
            let why = n!("There is no key yet: it begins with the first file that comes in with codes.");
            Ok(csv("rampline-key.csv", or(engine.key_csv(), why)?))
        }
        Export::PeopleCsv => Ok(csv("people.csv", engine.people_csv())),
        Export::EventsCsv => Ok(csv("events.csv", engine.events_csv())),
    })
}

/// What stands on a file: the definition, and who is shown.
fn named_in(engine: &mut Engine, ask: &Ask) -> String {
    match ask.filter.is_empty() {
        true => ask.version.clone(),
        false => engine.told(ask).map_or_else(|| ask.version.clone(), |told| scene::named(&ask.version, &told)),
    }
}

fn picture_file(analysis: &Analysis, version: &str, form: PictureForm, look: &Look) -> Option<Saved> {
    let bytes = picture::file(analysis, version, &look.view)?.into_bytes();
    Some(Saved { name: named("curve", analysis.in_force.cutoff, form), media_type: SVG, bytes })
}

/// The picture of a screen as a file.
fn plate(screen: Screen, id: &str, form: PictureForm, whole: &Whole<'_>, version: &str) -> Option<Saved> {
    let (plate, foot) = screen::plate(screen, id, whole, version)?;
    let name = named(id, whole.analysis.in_force.cutoff, form);
    Some(match form {
        PictureForm::Csv => Saved { name, media_type: CSV, bytes: plate.csv() },
        PictureForm::Svg | PictureForm::Png | PictureForm::Copy => {
            Saved { name, media_type: SVG, bytes: plate.svg(&foot).into_bytes() }
        }
    })
}

/// A PNG is made of the SVG on the page.
fn named(what: &str, cutoff: Option<Day>, form: PictureForm) -> String {
    let ending = match form {
        PictureForm::Svg => "svg",
        PictureForm::Png | PictureForm::Copy => "png",
        PictureForm::Csv => "csv",
    };
    let date = cutoff.map_or(String::new(), |day| format!("-{day}"));
    format!("rampline-{what}{date}.{ending}")
}
