//! Momentum of a team: is it faster, and coached more, than it was (metrics.md section 9). Improvement only, never a
//! list of teams by a result.

use serde::{Deserialize, Serialize};

use crate::cohort::{Groups, Member, Spells};
use crate::kpi::coaching::{CoachingSeries, per_week};
use crate::survival::{Band, RestrictedMean, RiskRow, RiskTables, curve, difference, largest_time, restricted_mean};
use crate::time::{Day, Month};

/// Horizon of the restricted means, days, whatever the horizon elsewhere.
const TAU: i32 = 90;

/// First and last day of a stretch of quarters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    pub from: Day,
    pub to: Day,
}

/// The quarter of the data date with the one before it, and the two quarters before those.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Periods {
    pub current: Period,
    pub previous: Period,
}

/// A team against itself. Restricted means are days to competency of those who started in a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Momentum {
    pub group: String,
    pub n_previous: u32,
    pub n_current: u32,
    /// Horizon used; like the means `None` when one of the periods has nobody.
    pub tau: Option<i32>,
    pub rmst_previous: Option<f64>,
    pub rmst_current: Option<f64>,
    /// previous − current: positive is faster.
    pub difference: Option<f64>,
    pub band: Option<Band>,
    /// Coaching minutes a week in the quarter of the data date and in the one before.
    pub coaching_current: Option<f64>,
    pub coaching_previous: Option<f64>,
    pub coaching_difference: Option<f64>,
}

/// Quarters since year 0.
fn quarter(month: Month) -> i32 {
    month.0.div_euclid(3)
}

pub fn periods(cutoff: Day) -> Periods {
    let now = quarter(cutoff.month());
    let first_day = |quarter: i32| Month(quarter * 3).first_day();
    Periods {
        current: Period { from: first_day(now - 1), to: cutoff },
        previous: Period { from: first_day(now - 3), to: Month((now - 2) * 3 + 2).last_day() },
    }
}

/// The momentum of each group, in the order of the groups; `coaching` is theirs in the same order.
pub fn momentum(
    learners: &[Member],
    spells: &Spells,
    groups: &Groups,
    coaching: &[CoachingSeries],
    cutoff: Day,
) -> Vec<Momentum> {
    let now = quarter(cutoff.month());
    // Two groups for each: those who started in the previous and in the current period.
    let started = || {
        let people = learners.iter().zip(&groups.of).zip(spells.time.iter().zip(&spells.ending));
        people.filter_map(move |((learner, &group), (&time, &ending))| {
            let late = match now - quarter(Day(learner.start).month()) {
                0 | 1 => 1,
                2 | 3 => 0,
                _ => return None,
            };
            Some((group * 2 + late, time, ending))
        })
    };
    let tables = RiskTables::default().by_group(groups.names.len() * 2, started);
    let of_group = |((name, pair), coaching): ((&String, &[Vec<RiskRow>]), &CoachingSeries)| {
        let week = |quarter_back: i32| coaching_of(coaching, now - quarter_back);
        team(name, &pair[0], &pair[1], week(0), week(1))
    };
    groups.names.iter().zip(tables.chunks(2)).zip(coaching).map(of_group).collect()
}

/// Minutes a week over the months of a quarter that the series lists.
fn coaching_of(series: &CoachingSeries, wanted: i32) -> Option<f64> {
    let months = series.months.iter().filter(|(month, _)| quarter(*month) == wanted);
    let (minutes, days) =
        months.fold((0.0, 0), |(minutes, days), (_, figure)| (minutes + figure.minutes, days + figure.days));
    per_week(minutes, days)
}

fn team(
    name: &str,
    previous: &[RiskRow],
    current: &[RiskRow],
    coaching_current: Option<f64>,
    coaching_previous: Option<f64>,
) -> Momentum {
    let horizon = |table: &[RiskRow]| largest_time(table).map(|largest| largest.min(TAU));
    let tau = horizon(previous).zip(horizon(current)).map(|(a, b)| a.min(b));
    let mean =
        |table: &[RiskRow]| tau.map_or_else(RestrictedMean::default, |tau| restricted_mean(&curve(table), Some(tau)));
    let (before, now) = (mean(previous), mean(current));
    let change = difference(&before, &now);
    let n = |table: &[RiskRow]| table.first().map_or(0, |row| row.n);
    Momentum {
        group: name.to_owned(),
        n_previous: n(previous),
        n_current: n(current),
        tau,
        rmst_previous: before.value,
        rmst_current: now.value,
        difference: change.map(|(days, _)| days),
        band: change.map(|(_, band)| band),
        coaching_current,
        coaching_previous,
        coaching_difference: coaching_current.zip(coaching_previous).map(|(now, before)| now - before),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::{Ending, risk_table};

    #[test]
    fn two_quarters_against_the_two_before() {
        for (cutoff, current, from, to) in [
            ("2025-05-12", "2025-01-01", "2024-07-01", "2024-12-31"),
            ("2025-12-31", "2025-07-01", "2025-01-01", "2025-06-30"),
            ("2025-01-01", "2024-10-01", "2024-04-01", "2024-09-30"),
        ] {
            let day = |text| Day::parse(text).unwrap();
            let found = periods(day(cutoff));
            assert_eq!(found.current, Period { from: day(current), to: day(cutoff) }, "{cutoff}");
            assert_eq!(found.previous, Period { from: day(from), to: day(to) }, "{cutoff}");
        }
        assert_eq!(periods(Day::EARLIEST).previous, Period { from: Day::EARLIEST, to: Day::EARLIEST });
    }

    #[test]
    fn faster_is_positive_and_needs_both_periods() {
        let all_on = |day| risk_table([(day, Ending::Event); 3]);
        let found = team("Blue", &all_on(60), &all_on(40), Some(20.0), None);
        assert_eq!((found.tau, found.difference, found.coaching_difference), (Some(40), Some(0.0), None));
        let longer = risk_table([(40, Ending::Event), (120, Ending::Censored)]);
        let found = team("Blue", &longer, &longer, None, None);
        assert_eq!((found.tau, found.rmst_previous), (Some(90), Some(65.0)));
        let found = team("Blue", &[], &longer, Some(30.0), Some(20.0));
        assert_eq!((found.tau, found.rmst_current, found.difference), (None, None, None));
        assert_eq!((found.n_current, found.coaching_difference), (2, Some(10.0)));
    }
}
