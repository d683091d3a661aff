//! The timeline, as it is looked at.

use std::ops::Range;

use rampline::engine::Engine;
use rampline::protocol::{Ask, At, FromWorker, Run};
use rampline::scene::timeline::{self, ROWS, View};
use rampline::time::Day;
use rampline::timeline::{Row, Timeline};

use crate::scope::today;
use crate::wire;
use crate::work::engine;

pub fn show(run: Run, ask: &Ask, width: u32, look: &At) {
    let view = View::of_text(&look.view);
    let rows = look.rows.0 as usize..(look.rows.1 as usize).max(look.rows.0 as usize + ROWS);
    let document = found(ask, &view, rows.clone()).map(|(found, told)| {
        // Fewer people may match than before.
        let (first, told) = match told.is_empty() {
            true => (0, self::found(ask, &view, 0..ROWS).map(|(_, told)| told).unwrap_or_default()),
            false => (rows.start, told),
        };
        Box::new(timeline::document(&found, &view, &told, first, width, today()))
    });
    wire::send(&FromWorker::Shown { run, document });
}

pub fn rows(run: Run, ask: &Ask, width: u32, look: &At) {
    let view = View::of_text(&look.view);
    let (first, to) = look.rows;
    if let Some((found, told)) = found(ask, &view, first as usize..to as usize) {
        let html = timeline::rows(&found, &view, &told, first as usize, width);
        wire::send(&FromWorker::Rows { run, first, html });
    }
}

fn found(ask: &Ask, view: &View, rows: Range<usize>) -> Option<(Timeline, Vec<Row>)> {
    engine(|engine| found_in(engine, ask, view, rows))
}

fn found_in(engine: &mut Engine, ask: &Ask, view: &View, rows: Range<usize>) -> Option<(Timeline, Vec<Row>)> {
    let days = |first, cutoff| view.days(first, cutoff);
    engine.timeline(ask, view.manager.as_deref(), &view.find, &days, rows)
}

/// The plan as a calendar, and the data date.
pub fn calendar(engine: &mut Engine, ask: &Ask, view: &str) -> Option<(Day, Vec<u8>)> {
    let View { manager, .. } = View::of_text(view);
    let dated = engine.dated(ask, manager.as_deref())?;
    Some((dated.cutoff, timeline::calendar(&dated, manager.as_deref())))
}

/// Every row of what is looked at, and the data date.
pub fn csv(engine: &mut Engine, ask: &Ask, view: &str, version: &str) -> Option<(Day, Vec<u8>)> {
    let view = View::of_text(view);
    let (found, rows) = found_in(engine, ask, &view, 0..usize::MAX)?;
    Some((found.cutoff, timeline::csv(&found, &view, &rows, version)))
}
