//! Which planned touchpoints were done, late, missed or are still open.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::lane::{Became, Planned};
use super::plan::{PLAN, Phase, Repeats, Touchpoint};
use crate::cohort::{Member, Scope};
use crate::record::EventKind;
use crate::table::{Code, Runs, Tables};
use crate::time::Day;

/// An event up to so many days after the end of a window makes its touchpoint late.
const LATE_DAYS: i32 = 7;
/// Two calendars long: no day lies in a second window of "by a day".
const FOREVER: i32 = 1 << 24;

/// Touchpoints by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adherence {
    pub done: u64,
    pub late: u64,
    pub missed: u64,
    pub open: u64,
}

impl Adherence {
    /// Done and late ones as a share of those that are no longer open.
    pub fn share(&self) -> Option<f64> {
        let due = self.due();
        (due > 0).then(|| (self.done + self.late) as f64 / due as f64)
    }

    /// Touchpoints that are no longer open.
    pub fn due(&self) -> u64 {
        self.done + self.late + self.missed
    }

    fn add(&mut self, other: &Adherence) {
        self.done += other.done;
        self.late += other.late;
        self.missed += other.missed;
        self.open += other.open;
    }
}

/// Adherence by phase, in the order of `Phase::ALL`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseCounts(pub [Adherence; 4]);

impl PhaseCounts {
    pub fn total(&self) -> Adherence {
        let mut total = Adherence::default();
        self.0.iter().for_each(|phase| total.add(phase));
        total
    }

    pub fn add(&mut self, other: &PhaseCounts) {
        self.0.iter_mut().zip(&other.0).for_each(|(phase, other)| phase.add(other));
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagerAdherence {
    pub manager_id: String,
    pub phases: PhaseCounts,
}

/// Adherence to the default plan of everybody in scope who manages somebody in scope, leaders too, by id.
pub fn adherence(tables: &Tables, runs: &Runs, scope: &Scope, launch: Day) -> Vec<ManagerAdherence> {
    let Some(cutoff) = scope.cutoff else { return Vec::new() };
    let mut manages = vec![false; tables.ids.len()];
    for member in scope.everybody() {
        for managing in tables.managing(member.row).filter(|managing| managing.from <= cutoff.0) {
            manages[managing.manager as usize] = true;
        }
    }
    let items = PLAN.map(|touchpoint| tables.items.find(touchpoint.item.as_bytes()));
    let managers = scope.managers.iter().chain(&scope.leaders).filter(|member| manages[member.person as usize]);
    let of_manager = |manager: &Member| {
        let mut phases = PhaseCounts::default();
        for (touchpoint, item) in PLAN.iter().zip(items) {
            let days = days(runs, manager.person, item, cutoff);
            Windows::of(touchpoint, launch.0, cutoff.0, manager).count(&days, &mut phases);
        }
        ManagerAdherence { manager_id: tables.person_id(manager.person).to_owned(), phases }
    };
    let mut found: Vec<ManagerAdherence> = managers.map(of_manager).collect();
    found.sort_by(|a, b| a.manager_id.cmp(&b.manager_id));
    found
}

/// Days of a manager's touchpoint events of an item up to the data date, in order.
pub(super) fn days(runs: &Runs, manager: Code, item: Option<Code>, cutoff: Day) -> Vec<i32> {
    let of_item = runs.run(manager, EventKind::Touchpoint).filter(|&at| Some(runs.item(at)) == item);
    of_item.map(|at| runs.day[at]).take_while(|&day| day <= cutoff.0).collect()
}

/// The windows of one item for one manager, by index: counted, and listed only for some days, as a launch may be centuries
/// ago.
#[derive(Clone, Debug)]
pub(super) struct Windows {
    launch: i32,
    cutoff: i32,
    /// First day of window 0, from the beginning of time for "by a day".
    first: i32,
    /// Last day of window 0.
    last: i32,
    /// Days from one window to the next.
    length: i32,
    each: u32,
    /// Those planned for the manager.
    planned: Range<i32>,
}

impl Windows {
    pub(super) fn of(touchpoint: &Touchpoint, launch: i32, cutoff: i32, manager: &Member) -> Windows {
        Windows::all(touchpoint, launch, cutoff, cutoff).of_manager(manager)
    }

    /// All that follow from the launch; of those without end the ones that begin by `until`.
    pub(super) fn all(touchpoint: &Touchpoint, launch: i32, cutoff: i32, until: i32) -> Windows {
        let last = launch + touchpoint.last;
        let (first, length) = match touchpoint.first {
            Some(first) => (launch + first, touchpoint.last - first + 1),
            None => (last - FOREVER + 1, FOREVER),
        };
        let begun = match touchpoint.repeats {
            Repeats::Times(times) => times,
            Repeats::UntilDataDate => (until - first).div_euclid(length) + 1,
        };
        Windows { launch, cutoff, first, last, length, each: touchpoint.each, planned: 0..begun.max(0) }
    }

    /// Those planned for a manager.
    pub(super) fn of_manager(mut self, manager: &Member) -> Windows {
        let from = self.ended_before(manager.start);
        let to = if manager.left { self.ended_before(manager.last + 1) } else { self.planned.end };
        self.planned = self.within(from..to);
        self
    }

    /// Number of windows, counted from 0, whose last day is before `day`; negative when window 0 is far behind it.
    fn ended_before(&self, day: i32) -> i32 {
        (day - 1 - self.last).div_euclid(self.length) + 1
    }

    /// The planned ones of a range, never less than empty.
    fn within(&self, range: Range<i32>) -> Range<i32> {
        let from = range.start.max(self.planned.start);
        from..range.end.min(self.planned.end).max(from)
    }

    fn last_day(&self, window: i32) -> i32 {
        self.last + window * self.length
    }

    /// `None` for "by a day".
    fn first_day(&self, window: i32) -> Option<Day> {
        (self.length < FOREVER).then(|| Day(self.first + window * self.length))
    }

    /// Window a day lies in, if it is planned.
    fn holding(&self, day: i32) -> Option<i32> {
        Some((day - self.first).div_euclid(self.length)).filter(|window| self.planned.contains(window))
    }

    /// Window that ended up to a week before a day, if it is planned.
    fn just_over(&self, day: i32) -> Option<i32> {
        let window = self.ended_before(day) - 1;
        (self.planned.contains(&window) && day - self.last_day(window) <= LATE_DAYS).then_some(window)
    }

    /// Adds what became of each planned touchpoint; `days` are those of the item's events, in order.
    pub(super) fn count(&self, days: &[i32], phases: &mut PhaseCounts) {
        if self.planned.is_empty() {
            return;
        }
        let served = self.served(days);
        let not_yet_over = self.ended_before(self.cutoff + 1);
        for (phase, counts) in Phase::ALL.into_iter().zip(&mut phases.0) {
            let (from, to) = phase.days();
            let from = self.ended_before(self.launch + from);
            let to = to.map_or(i32::MAX, |to| self.ended_before(self.launch + to));
            let of_phase = self.within(from..to);
            let open = self.within(not_yet_over.max(of_phase.start)..of_phase.end);
            let mut found = Adherence { open: self.touchpoints(&open), ..Adherence::default() };
            for (window, served) in served.range(of_phase.clone()) {
                found.done += served.done.len() as u64;
                found.late += served.late.len() as u64;
                if open.contains(window) {
                    found.open -= served.done.len() as u64;
                }
            }
            found.missed = self.touchpoints(&of_phase) - found.due() - found.open;
            counts.add(&found);
        }
    }

    /// Those whose window ends on one of some days, and what became of each.
    pub(super) fn list(&self, days: &[i32], due: Range<i32>) -> Vec<Planned> {
        let served = self.served(days);
        let windows = self.within(self.ended_before(due.start)..self.ended_before(due.end));
        let of_window = |window: i32| {
            let Served { done, late } = served.get(&window).cloned().unwrap_or_default();
            let last = self.last_day(window);
            let rest = if self.cutoff < last { Became::Open } else { Became::Missed };
            let (phase, from) = (Phase::of(last - self.launch), self.first_day(window));
            let done = done.into_iter().map(|day| Became::Done(Day(day)));
            let became = done.chain(late.into_iter().map(|day| Became::Late(Day(day)))).chain(std::iter::repeat(rest));
            let first = window as u32 * self.each + 1;
            let planned = move |(nth, became)| Planned { nth, phase, from, due: Day(last), became };
            (first..first + self.each).zip(became).map(planned)
        };
        windows.flat_map(of_window).collect()
    }

    /// The days by which each window is served; those of no use are in none.
    fn served(&self, days: &[i32]) -> BTreeMap<i32, Served> {
        // First each window takes the latest of the events in it; the rest is left over, in order of date.
        let mut served: BTreeMap<i32, Served> = BTreeMap::new();
        let mut left_over = Vec::new();
        for same in days.chunk_by(|&a, &b| self.holding(a) == self.holding(b)) {
            let mut taken = 0;
            if let Some(window) = self.holding(same[0]) {
                taken = same.len().min(self.each as usize);
                served.insert(window, Served { done: same[same.len() - taken..].to_vec(), late: Vec::new() });
            }
            left_over.extend_from_slice(&same[..same.len() - taken]);
        }
        for (day, window) in left_over.into_iter().filter_map(|day| Some((day, self.just_over(day)?))) {
            let served = served.entry(window).or_default();
            if served.done.len() + served.late.len() < self.each as usize {
                served.late.push(day);
            }
        }
        served
    }

    fn touchpoints(&self, windows: &Range<i32>) -> u64 {
        windows.len() as u64 * u64::from(self.each)
    }
}

#[derive(Clone, Debug, Default)]
struct Served {
    done: Vec<i32>,
    late: Vec<i32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Phases of one item for somebody who starts on `start` and leaves on `leave`, with the launch on day 0.
    fn of(item: &str, days: &[i32], cutoff: i32, start: i32, leave: Option<i32>) -> PhaseCounts {
        let touchpoint = PLAN.iter().find(|touchpoint| touchpoint.item == item).unwrap();
        let left = leave.is_some();
        let manager = Member { person: 0, row: 0, start, last: leave.unwrap_or(cutoff), left };
        let mut phases = PhaseCounts::default();
        Windows::of(touchpoint, 0, cutoff, &manager).count(days, &mut phases);
        phases
    }

    fn total(item: &str, days: &[i32], cutoff: i32) -> [u64; 4] {
        let Adherence { done, late, missed, open } = of(item, days, cutoff, -100, None).total();
        [done, late, missed, open]
    }

    #[test]
    fn an_event_serves_one_touchpoint() {
        for (item, days, cutoff, expected) in [
            // done, late, missed, open
            ("briefing", vec![-60], 10, [1, 0, 0, 0]),
            ("briefing", vec![-35], 10, [0, 1, 0, 0]),
            ("briefing", vec![-34], 10, [0, 0, 1, 0]),
            ("briefing", vec![], -43, [0, 0, 0, 1]),
            ("briefing", vec![], -42, [0, 0, 1, 0]),
            ("weekly_check", vec![], -10, [0, 0, 0, 6]),
            // Two in week 4: the later one is its own, the other one makes week 3 late.
            ("weekly_check", vec![0, 7, 22, 24], 60, [3, 1, 2, 0]),
            // One event in week 2 is week 2's, even though week 1 has none.
            ("weekly_check", vec![8], 60, [1, 0, 5, 0]),
            // Week 1's own event keeps it; of the two left over in week 2 one is of no use.
            ("weekly_check", vec![8, 9, 10], 60, [1, 1, 4, 0]),
            ("weekly_check", vec![42, 48, 49], 60, [0, 1, 5, 0]),
            ("role_play", vec![3, 4, 5], 60, [2, 0, 0, 0]),
            ("role_play", vec![3, 30, 31], 60, [1, 1, 0, 0]),
            ("role_play", vec![28, 34, 35], 60, [0, 2, 0, 0]),
            ("role_play", vec![3], 26, [1, 0, 0, 1]),
            ("micro_coaching", vec![14], 13, [0, 0, 0, 0]),
            ("micro_coaching", vec![14], 14, [1, 0, 0, 0]),
            ("micro_coaching", vec![], 26, [0, 0, 1, 1]),
            ("micro_coaching", vec![], 27, [0, 0, 2, 0]),
            ("conversation", vec![59, 60], 114, [2, 0, 1, 1]),
        ] {
            assert_eq!(total(item, &days, cutoff), expected, "{item} {days:?} until {cutoff}");
        }
    }

    #[test]
    fn only_what_was_planned_for_the_manager_counts() {
        // Windows end on days 6, 13, … 41.
        for (start, leave, days, expected) in [
            (6, None, vec![], [0, 0, 6, 0]),
            (7, None, vec![3], [0, 0, 5, 0]),
            (-9, Some(20), vec![], [0, 0, 3, 0]),
            (-9, Some(19), vec![], [0, 0, 2, 0]),
            // The event in a week that is not planned any more makes the one before late.
            (-9, Some(19), vec![15], [0, 1, 1, 0]),
            (50, None, vec![3], [0; 4]),
            (-9, Some(-1), vec![3], [0; 4]),
        ] {
            let Adherence { done, late, missed, open } = of("weekly_check", &days, 60, start, leave).total();
            assert_eq!([done, late, missed, open], expected, "{start} {leave:?} {days:?}");
        }
    }

    #[test]
    fn a_touchpoint_belongs_to_the_phase_of_its_last_day() {
        let by_phase = |item| of(item, &[], 200, -100, None).0.map(|phase| phase.missed);
        assert_eq!(by_phase("learning_map"), [1, 0, 0, 0]);
        assert_eq!(by_phase("weekly_check"), [0, 2, 4, 0]);
        assert_eq!(by_phase("role_play"), [0, 0, 2, 0]);
        // Weeks end on days 20, 27, … 195; the last one is open until day 202.
        assert_eq!(by_phase("micro_coaching"), [0, 0, 6, 20]);
        assert_eq!(of("micro_coaching", &[], 200, -100, None).0[3].open, 1);
    }

    #[test]
    fn the_listed_ones_are_the_counted_ones() {
        let manager = |start| Member { person: 0, row: 0, start, last: 120, left: false };
        let events = [-60, -43, -35, 0, 3, 8, 9, 15, 22, 24, 29, 30, 36, 60, 61, 99, 119];
        for (touchpoint, start) in PLAN.iter().flat_map(|touchpoint| [(touchpoint, -100), (touchpoint, 20)]) {
            for many in 0..events.len() {
                let windows = Windows::of(touchpoint, 0, 120, &manager(start));
                let mut phases = PhaseCounts::default();
                windows.count(&events[..many], &mut phases);
                let listed = windows.list(&events[..many], -1_000..1_000);
                let count =
                    |of: fn(&Became) -> bool| listed.iter().filter(|planned| of(&planned.became)).count() as u64;
                let found = Adherence {
                    done: count(|became| matches!(became, Became::Done(_))),
                    late: count(|became| matches!(became, Became::Late(_))),
                    missed: count(|became| *became == Became::Missed),
                    open: count(|became| *became == Became::Open),
                };
                assert_eq!(found, phases.total(), "{} {start} {many}", touchpoint.item);
                // In parts it is the same list.
                let parts = [-1_000..17, 17..50, 50..1_000].map(|days| windows.list(&events[..many], days));
                assert_eq!(parts.concat(), listed);
            }
        }
    }

    #[test]
    fn a_launch_at_the_beginning_of_the_calendar_is_counted_all_the_same() {
        let (launch, cutoff) = (Day::EARLIEST.0, Day::LATEST.0);
        let manager = Member { person: 0, row: 0, start: launch, last: cutoff, left: false };
        let mut phases = PhaseCounts::default();
        for touchpoint in &PLAN {
            Windows::of(touchpoint, launch, cutoff, &manager).count(&[0, 1], &mut phases);
        }
        let weeks = (cutoff - launch - 14) / 7 + 1;
        assert!(phases.total().missed > weeks as u64, "{phases:?}");
        for touchpoint in &PLAN {
            Windows::of(touchpoint, cutoff, launch, &manager).count(&[0], &mut phases);
        }
    }
}
