//! The plan of one manager, kind by kind: each touchpoint on its day, and what became of it.

use super::adherence::{Adherence, PhaseCounts, Windows, days};
use super::plan::{PLAN, Phase, Repeats, Touchpoint};
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
    /// From 1 among those of its item, counted from the launch: the same whatever the data and the manager.
    pub nth: u32,
    pub phase: Phase,
    /// First day of its window; `None` for "by a day".
    pub from: Option<Day>,
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

/// The plan of one item as dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    pub item: &'static str,
    /// How many follow from the launch; `None` of those without end.
    pub of: Option<u32>,
    /// In order of their windows.
    pub touchpoints: Vec<Planned>,
}

/// How far the plan is told behind and ahead, days: ten years, as a wrong launch may be centuries ago, and a quarter.
const BACK: i32 = 3_660;
const AHEAD: i32 = 91;

/// The default plan as dates, with those that begin up to a quarter after data date and launch: of a manager, or what
/// follows from the launch alone.
pub fn dates(tables: &Tables, runs: &Runs, manager: Option<&Member>, launch: Day, cutoff: Day) -> Vec<Dates> {
    let until = cutoff.max(launch).plus(AHEAD).0;
    let of = |touchpoint: &Touchpoint| {
        let all = Windows::all(touchpoint, launch.0, cutoff.0, until);
        let item = tables.items.find(touchpoint.item.as_bytes());
        let (windows, days) = match manager {
            Some(manager) => (all.of_manager(manager), days(runs, manager.person, item, cutoff)),
            None => (all, Vec::new()),
        };
        // The last window begins by `until` and may end after it.
        let due = cutoff.0 - BACK..until + BACK;
        let of = match touchpoint.repeats {
            Repeats::Times(times) => Some(times as u32 * touchpoint.each),
            Repeats::UntilDataDate => None,
        };
        Dates { item: touchpoint.item, of, touchpoints: windows.list(&days, due) }
    };
    PLAN.iter().map(of).collect()
}
