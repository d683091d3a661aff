//! Observations by week: for each person a lane for each behaviour of the rule, and in it a cell for each week, or for
//! several where a week has no room. A cell says by its shape what was seen, and in words where there is room.

use super::axis::{Axis, dated};
use super::person::{self, path};
use crate::chart::svg::tenths;
use crate::chart::text;
use crate::markup::Writer;
use crate::time::Day;
use crate::timeline::Row;
use crate::{format, t};

/// Lanes of a person; more behaviours are not shown.
pub const MOST: usize = 6;
/// Weeks of a cell.
const WEEKS: [i32; 7] = [1, 2, 4, 8, 13, 26, 52];
/// A Monday, as weeks begin with one.
pub const MONDAY: i32 = 4;
/// Narrowest cell, and the narrowest that has room for words, CSS pixels.
const NARROWEST: f64 = 11.0;
const ROOM: f64 = 64.0;
/// Height of a name, of a lane, and what is below the last one.
const NAME: u32 = 21;
const LANE: u32 = 16;
const BELOW: u32 = 7;
/// Side of a mark.
const MARK: f64 = 9.0;
const SIZE: f64 = 12.0;
/// Before the lanes where only their numbers have room.
const NUMBERS: f64 = 20.0;

pub struct Grid<'a> {
    /// Of whole cells.
    pub axis: Axis,
    /// Of the rule, by name.
    lanes: &'a [String],
    /// Days of a cell.
    span: i32,
}

/// What was looked for in a cell: how often it was seen, of how many times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cell {
    first: Day,
    seen: u32,
    of: u32,
    /// Some day of it lies between a person's start and last day.
    is_followed: bool,
}

impl<'a> Grid<'a> {
    pub fn new(width: u32, [from, to]: [Day; 2], behaviours: &'a [String]) -> Grid<'a> {
        let room = Axis::new(width, [from, to]);
        let days = f64::from(to.since(from) + 1);
        let fits = |weeks: &&i32| (room.right - room.left - NUMBERS) * f64::from(7 * **weeks) / days >= NARROWEST;
        let span = 7 * WEEKS.iter().find(fits).copied().unwrap_or(104);
        let first = |day: Day| (day.0 - MONDAY).div_euclid(span) * span + MONDAY;
        let mut axis = Axis::new(width, [Day(first(from)), Day(first(to) + span - 1)]);
        if axis.is_narrow {
            axis.left = NUMBERS;
        }
        Grid { axis, lanes: &behaviours[..behaviours.len().min(MOST)], span }
    }

    /// Of a row, CSS pixels.
    pub fn height(&self) -> u32 {
        NAME + LANE * self.lanes.len() as u32 + BELOW
    }

    /// How wide a cell is, and which behaviours there are.
    pub fn words(&self, behaviours: usize) -> String {
        let cell = match self.span / 7 {
            1 => t!("A cell is a week from Monday on.").to_owned(),
            weeks => t!("A cell is {weeks} weeks, the first from a Monday on.", weeks),
        };
        match behaviours > self.lanes.len() {
            true => {
                let some = self.lanes.len();
                let first = t!("The first {some} of {all} behaviours of the rule, by name.", some, all = behaviours);
                format!("{cell} {first}")
            }
            false => cell,
        }
    }

    /// The cells of a lane, in order of time.
    fn cells(&self, row: &Row, lane: usize) -> Vec<Cell> {
        let [from, to] = self.axis.days;
        let begins = (from.0..=to.0).step_by(self.span as usize);
        let is_followed = |first: i32| row.start.0 < first + self.span && row.last.0 >= first;
        let mut cells: Vec<Cell> =
            begins.map(|first| Cell { first: Day(first), seen: 0, of: 0, is_followed: is_followed(first) }).collect();
        for seen in row.seen.iter().filter(|seen| seen.behaviour == Some(lane) && self.axis.holds(seen.day)) {
            if let Some(cell) = cells.get_mut(((seen.day.0 - from.0) / self.span) as usize) {
                cell.of += 1;
                cell.seen += u32::from(seen.is_positive);
            }
        }
        cells
    }

    /// `at` is its place among `of` rows.
    pub fn row(&self, page: &mut Writer, row: &Row, at: usize, of: usize) {
        let lanes: Vec<Vec<Cell>> = (0..self.lanes.len()).map(|lane| self.cells(row, lane)).collect();
        let said = self.said(row, &lanes);
        person::listed(page, [at, of], [self.axis.width, self.height()], &said, |page| {
            let name = text::shorten(&row.name, SIZE, f64::from(self.axis.width));
            page.element("text", &[("class", "b"), ("x", "0"), ("y", "15")], &name);
            lanes.iter().enumerate().for_each(|(lane, cells)| self.lane(page, lane, cells));
        });
    }

    fn lane(&self, page: &mut Writer, lane: usize, cells: &[Cell]) {
        let y = f64::from(NAME) + f64::from(LANE) * (lane as f64 + 0.5);
        let label = match self.axis.is_narrow {
            true => (lane + 1).to_string(),
            false => text::shorten(&self.lanes[lane], SIZE, self.axis.left - 14.0),
        };
        page.element("text", &[("class", "tk"), ("x", "2"), ("y", &tenths(y + 4.0))], &label);
        let middle = |cell: &Cell| (self.axis.edge(cell.first.0) + self.axis.edge(cell.first.0 + self.span)) / 2.0;
        // One shape for all cells of a kind: thousands of shapes would not scroll smoothly.
        for kind in Kind::ALL {
            let of_kind = cells.iter().filter(|cell| Kind::of(cell) == Some(kind));
            let d: String = of_kind.map(|cell| kind.outline(middle(cell), y)).collect();
            if !d.is_empty() {
                kind.draw(page, &d);
            }
        }
        if self.axis.edge(self.axis.days[0].0 + self.span) - self.axis.left >= ROOM {
            for cell in cells.iter().filter(|cell| cell.of > 0) {
                let said = t!("{some} of {all}", some = cell.seen, all = cell.of);
                let x = tenths(middle(cell) + MARK / 2.0 + 4.0);
                page.element("text", &[("x", &x), ("y", &tenths(y + 4.0))], &said);
            }
        }
    }

    /// The row in words: every cell in sight in which something was looked for.
    fn said(&self, row: &Row, lanes: &[Vec<Cell>]) -> String {
        let seen = |cell: &Cell| {
            t!("from {date} seen {some} of {all}", date = dated(cell.first), some = cell.seen, all = cell.of)
        };
        let lane = |(name, cells): (&String, &Vec<Cell>)| {
            let looked = cells.iter().filter(|cell| cell.of > 0);
            let cells: Vec<String> = looked.map(seen).collect();
            match cells.is_empty() {
                true => t!("{name}: not observed", name),
                false => format!("{name}: {}", cells.join(", ")),
            }
        };
        let lanes: Vec<String> = self.lanes.iter().zip(lanes).map(lane).collect();
        let started = t!("{name}: started {date}", name = row.name, date = format::date(row.start));
        format!("{started}; {}", lanes.join("; "))
    }

    /// What the marks mean, under the picture; of lanes that are numbered, their names.
    pub fn key(&self, page: &mut Writer) {
        let svg = [("class", "chart"), ("width", "18"), ("height", "20"), ("aria-hidden", "true")];
        page.with("ul", &[("class", "tl-key plain-list")], |page| {
            for kind in Kind::ALL {
                page.with("li", &[], |page| {
                    page.with("svg", &svg, |page| kind.draw(page, &kind.outline(9.0, 10.0)));
                    page.text(kind.name());
                });
            }
            if self.axis.is_narrow {
                for (at, name) in self.lanes.iter().enumerate() {
                    page.element("li", &[], &format!("{}\u{a0}\u{a0}{name}", at + 1));
                }
            }
        });
    }
}

/// What a cell says. Shapes differ, not colors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Seen,
    Partly,
    NotSeen,
    NotObserved,
}

impl Kind {
    const ALL: [Kind; 4] = [Kind::Seen, Kind::Partly, Kind::NotSeen, Kind::NotObserved];

    /// `None` before the start and after the last day.
    fn of(cell: &Cell) -> Option<Kind> {
        match (cell.of, cell.seen) {
            (0, _) => cell.is_followed.then_some(Kind::NotObserved),
            (_, 0) => Some(Kind::NotSeen),
            (of, seen) if seen == of => Some(Kind::Seen),
            _ => Some(Kind::Partly),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Kind::Seen => t!("looked for and seen"),
            Kind::Partly => t!("seen some of the times"),
            Kind::NotSeen => t!("looked for and not seen"),
            Kind::NotObserved => t!("not observed"),
        }
    }

    /// Around a point.
    fn outline(self, x: f64, y: f64) -> String {
        let half = MARK / 2.0;
        let [left, right, top, bottom] = [x - half, x + half, y - half, y + half].map(tenths);
        let square = format!("M{left} {top}H{right}V{bottom}H{left}Z");
        match self {
            Kind::Seen => square,
            Kind::Partly => format!("{square}M{left} {bottom}L{right} {top}V{bottom}Z"),
            Kind::NotSeen => format!("{square}M{left} {bottom}L{right} {top}"),
            Kind::NotObserved => format!("M{} {}h0", tenths(x), tenths(y)),
        }
    }

    fn draw(self, page: &mut Writer, d: &str) {
        path(page, self.class(), d);
    }

    fn class(self) -> &'static str {
        match self {
            Kind::Seen => "tg-seen",
            Kind::Partly => "tg-part",
            Kind::NotSeen => "tg-not",
            Kind::NotObserved => "tg-none",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Seen;

    fn row() -> Row {
        let seen = |day, behaviour, is_positive| Seen { day: Day(day), is_positive, behaviour };
        Row {
            name: "Ada".to_owned(),
            start: Day(20_010),
            last: Day(20_060),
            left: false,
            first: [None; 3],
            seen: vec![
                seen(20_012, Some(0), true),
                seen(20_012, Some(1), false),
                seen(20_013, Some(0), false),
                seen(20_040, Some(1), true),
                seen(20_041, None, true),
            ],
            competent: None,
        }
    }

    fn behaviours(n: usize) -> Vec<String> {
        (0..n).map(|at| format!("behaviour {at}")).collect()
    }

    #[test]
    fn cells_are_whole_weeks_and_share_the_observations_out() {
        let names = behaviours(2);
        for width in [280, 360, 700, 1_032, 1_600] {
            for days in [7, 28, 91, 365, 730, 3_660] {
                let grid = Grid::new(width, [Day(20_000), Day(20_000 + days - 1)], &names);
                let [from, to] = grid.axis.days;
                assert!(from.0 <= 20_000 && to.0 >= 20_000 + days - 1, "{width} {days}");
                assert_eq!(((from.0 - MONDAY) % 7, (to.0 + 1 - from.0) % grid.span), (0, 0), "{width} {days}");
                for (lane, (of, seen)) in [(2, 1), (2, 1)].into_iter().enumerate() {
                    let cells = grid.cells(&row(), lane);
                    assert_eq!(cells.len() as i32, (to.0 + 1 - from.0) / grid.span);
                    let in_sight =
                        row().seen.iter().filter(|s| s.behaviour == Some(lane) && grid.axis.holds(s.day)).count();
                    let counted: u32 = cells.iter().map(|cell| cell.of).sum();
                    assert_eq!(counted as usize, in_sight, "{width} {days}");
                    if days >= 91 {
                        assert_eq!((counted, cells.iter().map(|cell| cell.seen).sum::<u32>()), (of, seen));
                    }
                    for cell in cells.iter().filter(|cell| cell.of > 0) {
                        assert!(cell.is_followed);
                    }
                }
            }
        }
    }

    #[test]
    fn marks_lie_in_their_cells_beside_each_other() {
        for (width, days) in [(280, 365), (280, 3_660), (1_032, 730), (1_600, 28)] {
            let names = behaviours(3);
            let grid = Grid::new(width, [Day(20_000), Day(20_000 + days)], &names);
            let wide = grid.axis.edge(grid.axis.days[0].0 + grid.span) - grid.axis.edge(grid.axis.days[0].0);
            assert!(wide > MARK, "{width} {days}: {wide}");
        }
    }

    #[test]
    fn a_cell_is_told_by_what_was_looked_for() {
        let cell = |of, seen, is_followed| Cell { first: Day(20_000), seen, of, is_followed };
        for (found, kind) in [
            (cell(2, 2, true), Some(Kind::Seen)),
            (cell(2, 1, true), Some(Kind::Partly)),
            (cell(2, 0, true), Some(Kind::NotSeen)),
            (cell(0, 0, true), Some(Kind::NotObserved)),
            (cell(0, 0, false), None),
        ] {
            assert_eq!(Kind::of(&found), kind, "{found:?}");
        }
        let outlines: Vec<String> = Kind::ALL.map(|kind| kind.outline(10.0, 10.0)).to_vec();
        assert!((0..4).all(|a| (0..a).all(|b| outlines[a] != outlines[b])), "shapes differ");
    }

    #[test]
    fn a_row_says_in_words_what_its_cells_show() {
        let names = behaviours(2);
        let grid = Grid::new(1_032, [Day(20_006), Day(20_075)], &names);
        let lanes: Vec<Vec<Cell>> = (0..2).map(|lane| grid.cells(&row(), lane)).collect();
        let said = grid.said(&row(), &lanes).replace('\u{a0}', " ");
        assert_eq!(
            said,
            "Ada: started 14 October 2024; behaviour 0: from 14 Oct 2024 seen 1 of 2; behaviour 1: from 14 Oct 2024 seen 0 \
             of 1, from 11 Nov 2024 seen 1 of 1"
        );
        let nine = behaviours(9);
        let grid = Grid::new(360, [Day(20_006), Day(20_075)], &nine);
        assert_eq!(grid.height(), NAME + LANE * 6 + BELOW);
        assert!(grid.words(9).ends_with("The first 6 of 9 behaviours of the rule, by name."));
    }
}
