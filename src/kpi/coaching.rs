//! Coaching minutes a week, per team and per learner, month by month (metrics.md 6.2).

use serde::{Deserialize, Serialize};

use crate::cohort::{Groups, Member};
use crate::record::EventKind;
use crate::table::Runs;
use crate::time::{Day, Month};

/// Coaching minutes over a stretch of days (metrics.md 6.2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coaching {
    /// Learners present on at least one of the days.
    pub n: u32,
    pub minutes: f64,
    pub days: i64,
    pub minutes_per_week: Option<f64>,
    pub learner_days: i64,
    pub per_learner: Option<f64>,
}

/// Coaching of a group: all its days, and month by month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CoachingSeries {
    pub group: String,
    pub whole: Coaching,
    /// Ascending.
    pub months: Vec<(Month, Coaching)>,
}

/// The series of each group, in the order of the groups; each begins in the month of its earliest start.
pub fn series(runs: &Runs, learners: &[Member], groups: &Groups, cutoff: Day) -> Vec<CoachingSeries> {
    let mut spans: Vec<Option<Span>> = vec![None; groups.names.len()];
    for (learner, &group) in learners.iter().zip(&groups.of) {
        let span = &mut spans[group as usize];
        let first = span.as_ref().map_or(learner.start, |span| span.first.min(learner.start));
        *span = Some(Span { first, last: cutoff.0, learners: 0, months: Vec::new() });
    }
    let mut spans: Vec<Span> = spans.into_iter().map(|span| span.map_or_else(Span::none, Span::with_months)).collect();
    for (learner, &group) in learners.iter().zip(&groups.of) {
        spans[group as usize].add(runs, learner);
    }
    groups.names.iter().zip(spans).map(|(name, span)| span.into_series(name)).collect()
}

/// The organisation's figure against the target: minutes a week of the average team.
pub fn per_team(teams: &[CoachingSeries]) -> Option<f64> {
    let days: i64 = teams.iter().map(|team| team.whole.days).sum();
    let minutes: f64 = teams.iter().map(|team| team.whole.minutes).sum();
    per_week(minutes, days)
}

/// Minutes a week over some days; `None` without days.
pub fn per_week(minutes: f64, days: i64) -> Option<f64> {
    (days > 0).then(|| minutes / (days as f64 / 7.0))
}

/// A group's days from its earliest start to the data date.
#[derive(Clone, Debug)]
struct Span {
    first: i32,
    last: i32,
    learners: u32,
    months: Vec<MonthSum>,
}

#[derive(Clone, Debug)]
struct MonthSum {
    month: Month,
    /// First and last day of the month that lie in the span.
    from: i32,
    to: i32,
    minutes: f64,
    /// Learners who come in this month, less those who were gone when it began.
    joined: i64,
    /// Days of the month on which those who come or go in it are not there.
    absent: i64,
}

impl Span {
    fn none() -> Span {
        Span { first: 0, last: -1, learners: 0, months: Vec::new() }
    }

    fn with_months(mut self) -> Span {
        // By month, not by its first day, as no day lies behind the year 9999.
        let (mut month, last) = (Day(self.first).month(), Day(self.last).month());
        while month <= last {
            let from = month.first_day().0.max(self.first);
            let to = month.last_day().0.min(self.last);
            self.months.push(MonthSum { month, from, to, minutes: 0.0, joined: 0, absent: 0 });
            month = month.next();
        }
        self
    }

    fn month_of(&self, day: i32) -> usize {
        self.months.partition_point(|month| month.to < day)
    }

    fn add(&mut self, runs: &Runs, learner: &Member) {
        self.learners += 1;
        // A run is in order of date, so the months pass by once.
        let mut month = 0;
        for at in runs.run(learner.person, EventKind::Coached) {
            let day = runs.day[at];
            if (self.first..=self.last).contains(&day) {
                if month == 0 {
                    month = self.month_of(day);
                }
                while self.months[month].to < day {
                    month += 1;
                }
                self.months[month].minutes += runs.amount[at];
            }
        }
        // Only the months of the first and the last day are looked at; `into_series` adds up what lies between.
        let (first, last) = (self.month_of(learner.start), self.month_of(learner.last));
        if let [first, ..] = &mut self.months[first..] {
            first.joined += 1;
            first.absent += i64::from(learner.start - first.from);
        }
        if let [last, rest @ ..] = &mut self.months[last..] {
            last.absent += i64::from(last.to - learner.last);
            if let [next, ..] = rest {
                next.joined -= 1;
            }
        }
    }

    fn into_series(self, group: &str) -> CoachingSeries {
        let figure = |n, minutes, days, learner_days| Coaching {
            n,
            minutes,
            days,
            minutes_per_week: per_week(minutes, days),
            learner_days,
            per_learner: per_week(minutes, learner_days),
        };
        let mut present = 0;
        let by_month = |month: &MonthSum| {
            present += month.joined;
            let days = i64::from(month.to - month.from + 1);
            (month.month, figure(present as u32, month.minutes, days, present * days - month.absent))
        };
        let months: Vec<(Month, Coaching)> = self.months.iter().map(by_month).collect();
        let all = || months.iter().map(|(_, figure)| figure);
        let whole = figure(
            self.learners,
            all().map(|month| month.minutes).sum(),
            i64::from(self.last - self.first + 1),
            all().map(|month| month.learner_days).sum(),
        );
        CoachingSeries { group: group.to_owned(), whole, months }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Months of a span: first and last day, `(n, learner days)` of learners who are there from and to some days.
    fn months(first: &str, last: &str, learners: &[(&str, &str)]) -> Vec<(String, u32, i64)> {
        let day = |text| Day::parse(text).unwrap().0;
        let mut span = Span { first: day(first), last: day(last), learners: 0, months: Vec::new() }.with_months();
        let mut runs = Runs::default();
        runs.grow(1);
        for (start, last) in learners {
            span.add(&runs, &Member { person: 0, row: 0, start: day(start), last: day(last), left: false });
        }
        let months = span.into_series("all").months.into_iter();
        months.map(|(month, figure)| (month.to_string(), figure.n, figure.learner_days)).collect()
    }

    #[test]
    fn learner_days_month_by_month() {
        let found = months(
            "2025-01-06",
            "2025-04-10",
            &[("2025-01-06", "2025-04-10"), ("2025-01-31", "2025-03-01"), ("2025-02-28", "2025-02-28")],
        );
        let month = |name: &str, n, days| (name.to_owned(), n, days);
        let expected =
            [month("2025-01", 2, 27), month("2025-02", 3, 57), month("2025-03", 2, 32), month("2025-04", 1, 10)];
        assert_eq!(found, expected);
    }

    #[test]
    fn the_calendar_ends_with_the_year_9999() {
        let found = months("9999-11-30", "9999-12-31", &[("9999-12-01", "9999-12-31")]);
        assert_eq!(found, [("9999-11".to_owned(), 0, 0), ("9999-12".to_owned(), 1, 31)]);
        assert_eq!(months("0001-01-01", "9999-12-31", &[]).len(), 9999 * 12);
    }
}
