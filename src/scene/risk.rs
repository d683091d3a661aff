//! The at-risk table below the picture, as a table whose numbers open.

use super::Stage;
use super::document::{Cell, Table};
use crate::chart::curve::{self, AtRisk, Leavers, Series, Subject};
use crate::definition::Definition;
use crate::inspect::{Number, Of};
use crate::{format, t};

/// Columns are months, or so many that a row has at most this many of them.
const MOST_DAYS: i32 = 13;
const MONTH: i32 = 30;

/// Of the picture of a stage. Invariant: there is a curve.
pub fn at_risk(stage: &Stage<'_>) -> Table {
    let whose: Vec<Whose> = stage.curves.iter().map(|(_, data)| (stage.of(data), None)).collect();
    of_curves(&stage.series(), &whose, stage.view.leavers, &curve::COMPETENCY)
}

/// Whose numbers those of a curve are, and the definition they are under where it is not the one in force.
pub type Whose = (Of, Option<Definition>);

/// Of any curves of competency; `whose` is in their order. Invariant: there is a curve.
pub fn of_curves(series: &[Series<'_>], whose: &[Whose], leavers: Leavers, subject: &Subject) -> Table {
    let last = series.iter().filter_map(|series| series.curve.rows.last()).map(|row| row.t).max().unwrap_or(0);
    let step = MONTH * (1 + last / (MONTH * MOST_DAYS));
    let days: Vec<i32> = (0..=last).step_by(step as usize).collect();
    let head: Vec<String> = [t!("Group"), t!("People")]
        .map(str::to_owned)
        .into_iter()
        .chain(days.iter().map(|day| t!("Day {day}", day)))
        .collect();
    let rows = series.iter().zip(whose).flat_map(|(series, whose)| of_curve(series, leavers, subject, whose, &days));
    let caption =
        t!("On each day after the start; the three add up to the group. At risk on that day, the others before it");
    Table { label: t!("At risk, table").to_owned(), caption: caption.to_owned(), head, rows: rows.collect() }
}

fn of_curve(
    series: &Series<'_>,
    leavers: Leavers,
    subject: &Subject,
    (of, definition): &Whose,
    days: &[i32],
) -> Vec<Vec<Cell>> {
    let counts: Vec<(i32, AtRisk)> = days.iter().copied().zip(curve::at_risk(series, days)).collect();
    let share = |of, day| match leavers {
        Leavers::Censored => Number::CompetentShare { of, day },
        Leavers::OfAllStarted => Number::ShareOfAll { of, day },
    };
    let numbers = |row: usize, day: i32, at: &AtRisk| {
        let of = of.clone();
        match row {
            0 => (at.at_risk, Number::AtRisk { of, day }),
            // Competent before the day is competent by the one before it.
            1 => (at.competent, share(of, (day - 1).max(0))),
            _ => (at.censored, Number::Censored { of }),
        }
    };
    let name = if series.name.is_empty() { curve::everybody() } else { series.name };
    let names = curve::row_names(leavers, subject);
    let row = |row: usize| {
        let cells = counts.iter().map(|(day, at)| {
            let (people, number) = numbers(row, *day, at);
            Cell::from(format::count(people.into())).opening(match definition {
                Some(definition) => number.under(definition),
                None => number,
            })
        });
        [Cell::from(name), names[row].into()].into_iter().chain(cells).collect()
    };
    (0..names.len()).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::{analysis, ttc};
    use crate::scene::view::View;
    use crate::survival::CurveRow;

    #[test]
    fn every_day_adds_up_to_the_group_and_opens() {
        let mut curve = ttc(12, 7, Some((40, None, None)));
        let row = |t, n, d, c| CurveRow { t, n, d, c, s: 1.0, band: None };
        curve.curve.rows = vec![row(10, 12, 2, 1), row(30, 9, 3, 0), row(61, 6, 2, 4)];
        let analysis = analysis(curve);
        let view = View::default();
        let table = at_risk(&Stage::new(&analysis, &view));
        assert_eq!(table.head, ["Group", "People", "Day 0", "Day 30", "Day 60"]);
        let text = |row: &[Cell]| row.iter().map(|cell| cell.value.clone()).collect::<Vec<_>>().join(" ");
        let rows: Vec<String> = table.rows.iter().map(|row| text(row)).collect();
        let expected = ["All learners At risk 12 9 6", "All learners Competent 0 2 5", "All learners Censored 0 1 1"];
        assert_eq!(rows, expected);
        assert!(table.rows.iter().all(|row| row[2..].iter().all(|cell| cell.opens.is_some())));
        assert_eq!(table.rows[0][3].opens, Some(Number::AtRisk { of: Of::default(), day: 30 }));
    }
}
