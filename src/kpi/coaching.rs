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
    n: u32,
    minutes: f64,
    learner_days: i64,
}

impl Span {
    fn none() -> Span {
        Span { first: 0, last: -1, learners: 0, months: Vec::new() }
    }

    fn with_months(mut self) -> Span {
        let mut month = Day(self.first).month();
        while month.first_day().0 <= self.last {
            let from = month.first_day().0.max(self.first);
            let to = month.last_day().0.min(self.last);
            self.months.push(MonthSum { month, from, to, n: 0, minutes: 0.0, learner_days: 0 });
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
        let present = self.month_of(learner.start)..self.months.len();
        for month in &mut self.months[present] {
            if month.from > learner.last {
                break;
            }
            month.n += 1;
            month.learner_days += i64::from(month.to.min(learner.last) - month.from.max(learner.start) + 1);
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
        let months = self.months.iter();
        let whole = figure(
            self.learners,
            months.clone().map(|month| month.minutes).sum(),
            i64::from(self.last - self.first + 1),
            months.clone().map(|month| month.learner_days).sum(),
        );
        let by_month = |month: &MonthSum| {
            let days = i64::from(month.to - month.from + 1);
            (month.month, figure(month.n, month.minutes, days, month.learner_days))
        };
        CoachingSeries { group: group.to_owned(), whole, months: months.map(by_month).collect() }
    }
}
