//! The plan of one manager, kind by kind: each touchpoint on its day, and what became of it.

use super::adherence::{Adherence, PhaseCounts, Windows, days};
use super::plan::PLAN;
use crate::cohort::Member;
use crate::table::{Runs, Tables};
use crate::time::Day;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// `item` of its events.
    pub item: &'static str,
    pub counts: Adherence,
    /// Those whose window ends in the days asked for, in order of their windows.
    pub touchpoints: Vec<Planned>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Last day of its window.
    pub due: Day,
    pub became: Became,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    Done(Day),
    /// Up to a week after its window.
    Late(Day),
    Missed,
    Open,
}

/// The default plan of a manager, with all that is planned counted, and what is due from a day to a day listed.
pub fn days_of_plan(
    tables: &Tables,
    runs: &Runs,
    manager: &Member,
    launch: Day,
    cutoff: Day,
    [from, to]: [Day; 2],
) -> (Vec<Lane>, PhaseCounts) {
    let mut all = PhaseCounts::default();
    let lanes = PLAN.iter().map(|touchpoint| {
        let days = days(runs, manager.person, tables.items.find(touchpoint.item.as_bytes()), cutoff);
        let windows = Windows::of(touchpoint, launch.0, cutoff.0, manager);
        let mut phases = PhaseCounts::default();
        windows.count(&days, &mut phases);
        all.add(&phases);
        Lane { item: touchpoint.item, counts: phases.total(), touchpoints: windows.list(&days, from.0..to.0 + 1) }
    });
    (lanes.collect(), all)
}
