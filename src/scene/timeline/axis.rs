//! The days of a timeline across the width there is: phases, months or days, launch, today and the end of the data.

use crate::chart::svg::tenths;
use crate::chart::text;
use crate::markup::Writer;
use crate::time::Day;
use crate::touchpoint::Phase;
use crate::{format, t};

/// Narrower content has names above their line, CSS pixels.
const NARROW: u32 = 640;
const NAMES: f64 = 168.0;
const RIGHT: f64 = 20.0;
const SIZE: f64 = 12.0;
/// Room of a label on the axis.
const LABEL: f64 = 52.0;
/// Height of the head: two rows of phases, one of dates.
const HEAD: u32 = 52;

pub struct Axis {
    pub width: u32,
    pub is_narrow: bool,
    pub left: f64,
    pub right: f64,
    pub days: [Day; 2],
}

/// What is marked on every axis.
pub struct Marks {
    pub launch: Option<Day>,
    pub cutoff: Day,
    pub today: Option<Day>,
}

impl Axis {
    pub fn new(width: u32, days: [Day; 2]) -> Axis {
        let is_narrow = width < NARROW;
        let left = if is_narrow { 4.0 } else { NAMES };
        Axis { width, is_narrow, left, right: f64::from(width) - RIGHT, days }
    }

    /// Middle of a day.
    pub fn x(&self, day: Day) -> f64 {
        self.edge(day.0) + self.day() / 2.0
    }

    pub fn holds(&self, day: Day) -> bool {
        (self.days[0]..=self.days[1]).contains(&day)
    }

    /// Width of a day.
    fn day(&self) -> f64 {
        (self.right - self.left) / f64::from(self.days[1].since(self.days[0]) + 1)
    }

    /// Left edge of a day, held inside.
    pub fn edge(&self, day: i32) -> f64 {
        let part = f64::from(day.saturating_sub(self.days[0].0)) * self.day();
        (self.left + part).clamp(self.left, self.right)
    }

    /// Each phase that is in sight: name, left and right.
    fn phases(&self, launch: Option<Day>) -> Vec<(Phase, f64, f64)> {
        let Some(launch) = launch else { return Vec::new() };
        let of = |phase: Phase| {
            let (from, before) = phase.days();
            let before = before.map_or(i32::MAX, |before| launch.0 + before);
            (phase, self.edge(launch.0 + from), self.edge(before))
        };
        Phase::ALL.into_iter().map(of).filter(|(_, left, right)| right > left).collect()
    }

    /// Names of the phases in two rows that take turns, each as long as the next one in its row leaves room.
    fn names(&self, launch: Option<Day>) -> Vec<(f64, f64, String)> {
        let phases = self.phases(launch);
        let end = self.right + RIGHT;
        let name = |(at, (phase, left, _)): (usize, &(Phase, f64, f64))| {
            let x = left + 4.0;
            let room = phases.get(at + 2).map_or(end, |(_, next, _)| *next) - x - 6.0;
            let name = text::shorten(title(*phase), SIZE, room);
            (name.chars().count() > 4).then_some((x, if at % 2 == 0 { 12.0 } else { 27.0 }, name))
        };
        phases.iter().enumerate().filter_map(name).collect()
    }

    /// Days with a label, and the label.
    fn ticks(&self) -> Vec<(Day, String)> {
        let [from, to] = self.days;
        let room = ((self.right - self.left) / LABEL).max(1.0);
        let days = f64::from(to.since(from) + 1);
        if days / room <= 14.0 {
            let every = [1, 2, 7, 14].into_iter().find(|&every| days / f64::from(every) <= room).unwrap_or(14);
            return (from.0..=to.0).step_by(every as usize).map(|day| (Day(day), short(Day(day)))).collect();
        }
        let months = days / 30.4;
        let every = [1, 2, 3, 6, 12, 24, 60].into_iter().find(|&n| months / f64::from(n) <= room).unwrap_or(120);
        let mut month = from.month();
        let mut found = Vec::new();
        while month.first_day() <= to && month.first_day().month() == month {
            if month.first_day() >= from && month.0.rem_euclid(every) == 0 {
                let year = (month.0.rem_euclid(12) == 0 || every >= 12).then(|| month.0.div_euclid(12).to_string());
                found.push((month.first_day(), year.unwrap_or_else(|| format::short_month(month).to_owned())));
            }
            month = month.next();
        }
        found
    }

    /// Names of the phases and dates, above everything.
    pub fn head(&self, page: &mut Writer, marks: &Marks) {
        let (width, height) = (self.width.to_string(), HEAD.to_string());
        let svg = [("class", "chart"), ("width", width.as_str()), ("height", height.as_str()), ("aria-hidden", "true")];
        page.with("svg", &svg, |page| {
            for (x, y, name) in self.names(marks.launch) {
                write(page, "", x, y, &name);
            }
            for (day, label) in self.ticks() {
                let x = self.edge(day.0);
                if x + text::width(&label, SIZE) <= self.right + RIGHT {
                    write(page, "tk", x + 3.0, 46.0, &label);
                }
            }
        });
    }

    /// Washes and lines behind the rows, as high as what they lie behind.
    pub fn ground(&self, page: &mut Writer, marks: &Marks) {
        let width = self.width.to_string();
        let svg =
            [("class", "chart tl-ground"), ("width", width.as_str()), ("height", "100%"), ("aria-hidden", "true")];
        page.with("svg", &svg, |page| {
            for (phase, left, right) in self.phases(marks.launch) {
                let class = if matches!(phase, Phase::PreLaunch | Phase::Consolidation) { "ph-a" } else { "ph-b" };
                let (x, width) = (tenths(left), tenths(right - left));
                let rect = [("class", class), ("x", &x), ("y", "0"), ("width", &width), ("height", "100%")];
                page.with("rect", &rect, |_| {});
            }
            self.ticks().into_iter().for_each(|(day, _)| line(page, "grid-l", self.edge(day.0)));
            let mark = |page: &mut Writer, class, day: Option<Day>| {
                if let Some(day) = day.filter(|day| self.holds(*day)) {
                    line(page, class, self.x(day));
                }
            };
            mark(page, "guide", marks.launch);
            mark(page, "lead-l", Some(marks.cutoff));
            mark(page, "today-l", marks.today);
        });
    }
}

fn line(page: &mut Writer, class: &str, x: f64) {
    let x = tenths(x);
    page.with("line", &[("class", class), ("x1", &x), ("x2", &x), ("y1", "0"), ("y2", "100%")], |_| {});
}

fn write(page: &mut Writer, class: &str, x: f64, y: f64, text: &str) {
    page.element("text", &[("class", class), ("x", &tenths(x)), ("y", &tenths(y))], text);
}

/// "3 Mar".
pub fn short(day: Day) -> String {
    let written = day.to_string();
    let number = written[written.len() - 2..].trim_start_matches('0');
    t!("{day}\u{a0}{month}", day = number, month = format::short_month(day.month()))
}

/// "3 Mar 2026".
pub fn dated(day: Day) -> String {
    format!("{} {}", short(day), day.month().0.div_euclid(12))
}

/// With a capital letter.
pub fn title(phase: Phase) -> &'static str {
    match phase {
        Phase::PreLaunch => t!("Pre-launch"),
        Phase::Activation => t!("Activation"),
        Phase::Consolidation => t!("Consolidation"),
        Phase::Reinforcement => t!("Reinforcement"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_fit_whatever_the_days_and_the_width() {
        for width in [280, 700, 1_600] {
            for days in [7, 28, 91, 365, 730, 3_660] {
                let axis = Axis::new(width, [Day(20_000), Day(20_000 + days - 1)]);
                let ticks = axis.ticks();
                assert!(!ticks.is_empty(), "{width} {days}");
                for pair in ticks.windows(2) {
                    assert!(axis.edge(pair[1].0.0) - axis.edge(pair[0].0.0) > 32.0, "{width} {days}: {pair:?}");
                }
            }
        }
    }

    #[test]
    fn names_of_phases_do_not_lie_over_each_other() {
        for (width, days) in [(280, 400), (280, 3_000), (700, 91), (1_600, 28), (1_032, 3_000)] {
            let names = Axis::new(width, [Day(20_000), Day(20_000 + days)]).names(Some(Day(20_057)));
            for (at, (x, y, name)) in names.iter().enumerate() {
                let end = x + text::width(name, SIZE);
                assert!(end <= f64::from(width), "{width} {days}: {names:?}");
                let next = names[at + 1..].iter().find(|(_, row, _)| row == y);
                assert!(next.is_none_or(|(next, ..)| *next >= end), "{width} {days}: {names:?}");
            }
        }
    }

    #[test]
    fn a_day_lies_inside_and_phases_follow_the_launch() {
        let axis = Axis::new(800, [Day(20_000), Day(20_099)]);
        assert!(axis.x(Day(20_000)) > axis.left && axis.x(Day(20_099)) < axis.right);
        assert_eq!((axis.edge(0), axis.edge(i32::MAX)), (axis.left, axis.right));
        let phases: Vec<Phase> = axis.phases(Some(Day(20_020))).into_iter().map(|(phase, ..)| phase).collect();
        assert_eq!(phases, Phase::ALL);
        assert_eq!(axis.phases(Some(Day(10_000))).len(), 1);
        assert!(axis.phases(None).is_empty());
    }
}
