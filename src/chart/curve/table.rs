//! The numbers of the picture as a table.

use super::{Leavers, Series, curves, steps::Steps};
use crate::analysis::Milestone;
use crate::chart::Table;
use crate::format::{self, NOT_DEFINED};
use crate::survival::MILESTONE_DAYS;
use crate::t;

/// Stands in the place of the numbers of a hidden group.
pub fn hidden() -> &'static str {
    t!("not shown, small group")
}

/// The numbers of the picture: one row a group (size, competent, median with interval, milestones with intervals);
/// then the hidden groups, by name alone.
pub fn table(series: &[Series<'_>], leavers: Leavers, withheld: &[String]) -> Table {
    let head: Vec<String> = [t!("Group"), t!("People"), t!("Competent"), t!("Half competent by day")]
        .into_iter()
        .map(str::to_owned)
        .chain(MILESTONE_DAYS.map(|day| t!("Share by day {day}", day)))
        .collect();
    let shown = curves(series, leavers).iter().map(|curve| row(curve, leavers)).collect::<Vec<_>>();
    let withheld = withheld.iter().map(|name| {
        let mut row = vec![NOT_DEFINED.to_owned(); head.len()];
        row[0] = format::group(name).to_owned();
        row[1] = hidden().to_owned();
        row
    });
    let rows = shown.into_iter().chain(withheld).collect();
    Table { caption: caption(leavers).to_owned(), head, rows }
}

fn caption(leavers: Leavers) -> &'static str {
    match leavers {
        Leavers::Censored => t!("Competent share, with 95 % intervals; who left or is still learning is censored"),
        Leavers::OfAllStarted => {
            t!("Competent share of all who started, with 95 % intervals; leaving is an ending of its own")
        }
    }
}

fn row(curve: &Steps<'_>, leavers: Leavers) -> Vec<String> {
    let milestones = curve.series.more.map(|data| match leavers {
        Leavers::Censored => &data.milestones,
        Leavers::OfAllStarted => &data.of_all_started.milestones,
    });
    let count = |value: u32| format::count(value.into());
    let data = curve.series.curve;
    let mut row = vec![curve.name().to_owned(), count(curve.size()), count(data.events), median(curve, leavers)];
    row.extend(milestones.into_iter().flatten().map(milestone));
    row
}

/// "50 (42 to 64)". The interval is defined for the curve with leavers censored.
fn median(curve: &Steps<'_>, leavers: Leavers) -> String {
    let Some(day) = curve.median() else { return t!("not reached").to_owned() };
    let quantile = curve.series.curve.median();
    match format::day_interval(quantile.lower, quantile.upper).filter(|_| leavers == Leavers::Censored) {
        Some(interval) => format!("{day} ({interval})"),
        None => day.to_string(),
    }
}

/// "19 % (10 % to 34 %)".
fn milestone(milestone: &Milestone) -> String {
    match (milestone.share, milestone.band) {
        (None, _) => NOT_DEFINED.to_owned(),
        (Some(share), None) => format::share(share),
        (Some(share), Some(band)) => format!("{} ({})", format::share(share), format::share_interval(band)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::curve::sample;

    #[test]
    fn a_row_has_every_number_with_its_interval() {
        let data = sample::hand_checked();
        let table = table(&[sample::series("A", 0, &data)], Leavers::Censored, &["B".to_owned()]);
        let plain = |row: &Vec<String>| row.iter().map(|cell| cell.replace('\u{a0}', " ")).collect::<Vec<_>>();
        assert_eq!(plain(&table.rows[0]), ["A", "4", "2", "30 (30 to 30)", "63 % (31 % to 63 %)", "–", "–"]);
        assert_eq!(plain(&table.rows[1]), ["B", hidden(), "–", "–", "–", "–", "–"]);
        assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
    }

    #[test]
    fn of_all_started_names_no_interval_for_the_median() {
        let data = sample::hand_checked();
        let table = table(&[sample::series("", 0, &data)], Leavers::OfAllStarted, &[]);
        assert_eq!(table.rows[0][0], "All learners");
        assert_eq!(table.rows[0][3], "30");
    }

    #[test]
    fn a_median_that_is_not_reached_says_so() {
        let data = sample::of_people(&[(40, false), (50, false)]);
        let table = table(&[sample::series("A", 0, &data)], Leavers::Censored, &[]);
        assert_eq!(table.rows[0][3], "not reached");
    }
}
