//! Learners by when they started, in order of time: whether those who started later get there sooner.

use crate::analysis::small_groups::SmallGroups;
use crate::analysis::study::{Basis, Study};
use crate::analysis::ttc::{Group, compare, groups, plain_curve};
use crate::analysis::{Band, Curve, RestrictedMean};
use crate::definition::Grouping;
use crate::survival::{difference, largest_time, restricted_mean};
use crate::time::{Day, Month};

/// More cohorts than this cannot be told apart in a picture.
pub const MOST: usize = 6;
/// Months of a cohort: months, pairs of them, quarters, half years, years and more.
const WIDTHS: [i32; 8] = [1, 2, 3, 6, 12, 24, 60, 120];
/// A cohort of whom nobody was followed for so many days is drawn and not compared.
pub const SHORTEST: i32 = 30;

/// Cohorts of everybody, from the start dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Starters {
    /// In order of time; months in which nobody started have no cohort.
    pub cohorts: Vec<Cohort>,
    /// Fewest people at risk that are not few.
    pub limit: u64,
    /// Horizon that all cohorts compared have reached, days.
    pub tau: Option<i32>,
    /// `None` without two cohorts to compare.
    pub halves: Option<Halves>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Cohort {
    /// First and last calendar month.
    pub months: [Month; 2],
    /// `None` where it, or one that could be worked out beside it, is small.
    pub followed: Option<Followed>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Followed {
    pub curve: Curve,
    /// Days from the latest start of the cohort to the data date: so far everybody of it could have been followed.
    pub everybody_to: i32,
    /// The last day with as many people at risk as the small-group limit.
    pub enough_to: i32,
    /// At the common horizon; undefined where it is not compared.
    pub mean: RestrictedMean,
    /// Mean days saved against the cohort compared before it.
    pub saved: Option<(f64, Band)>,
}

impl Followed {
    /// The day beyond which follow-up is short.
    pub fn full_to(&self) -> i32 {
        self.everybody_to.min(self.enough_to)
    }

    pub fn is_compared(&self) -> bool {
        self.mean.value.is_some()
    }
}

/// The cohorts compared in two halves, by time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Halves {
    /// First month of the later half.
    pub from: Month,
    /// People who started before and since.
    pub before: u32,
    pub since: u32,
    /// Mean days saved by those since.
    pub saved: Option<(f64, Band)>,
}

/// `None` where there are so few learners that no curve is shown.
pub fn starters(study: &mut Study, basis: Basis<'_>) -> Option<Starters> {
    if study.suppression(basis, Grouping::None).overall_hidden {
        return None;
    }
    let study = study.by_start_dates();
    let cutoff = study.scope.cutoff?;
    let small = SmallGroups::under(&study.in_force.definition);
    let (width, first, of) = split(study);
    let all = of.iter().max().map_or(0, |last| *last as usize + 1);
    let spells = || of.iter().zip(study.spells.time.iter().zip(&study.spells.ending)).map(|(&at, (&t, &e))| (at, t, e));
    let tables = groups(&vec![String::new(); all], spells);
    let sizes: Vec<u64> = tables.iter().map(|group| group.n().into()).collect();
    let hidden = small.of_sizes(&sizes);
    if hidden.overall_hidden {
        return None;
    }
    let mut latest = vec![i32::MIN; all];
    of.iter().zip(&study.scope.learners).for_each(|(&at, learner)| {
        latest[at as usize] = latest[at as usize].max(learner.start);
    });
    let is_compared = |at: &usize| !hidden.hidden[*at] && largest_time(&tables[*at].table) >= Some(SHORTEST);
    let compared: Vec<usize> = (0..all).filter(is_compared).collect();
    let side: Vec<&Group> = compared.iter().map(|&at| &tables[at]).collect();
    let tau_set = study.in_force.definition.tau;
    let comparison = compare(&side, tau_set, |group, tau| restricted_mean(&plain_curve("", &group.table).rows, tau));
    let place = |at: usize| compared.iter().position(|&one| one == at);
    let cohort = |at: usize| {
        let months = [0, width - 1].map(|more| Month((first + at as i32) * width + more));
        let followed = (!hidden.hidden[at]).then(|| {
            let curve = plain_curve("", &tables[at].table);
            let enough = curve.rows.iter().rev().find(|row| small.allow(row.n.into()));
            let place = place(at);
            let before = place.and_then(|place| place.checked_sub(1)).map(|before| comparison.groups[before]);
            let mean = place.map(|place| comparison.groups[place]).unwrap_or_default();
            Followed {
                everybody_to: cutoff.0 - latest[at],
                enough_to: enough.map_or(0, |row| row.t),
                saved: before.and_then(|before| difference(&before, &mean)),
                mean,
                curve,
            }
        });
        Cohort { months, followed }
    };
    let cohorts = (0..all).filter(|&at| sizes[at] > 0).map(cohort).collect();
    let halves = halves(
        &compared,
        comparison.tau,
        |from| Month((first + from as i32) * width),
        |inside| {
            let of_half = || spells().filter(|(at, ..)| inside.contains(&(*at as usize))).map(|(_, t, e)| (0, t, e));
            groups(&[String::new()], of_half).remove(0)
        },
    );
    Some(Starters { cohorts, limit: small.0, tau: comparison.tau, halves })
}

/// Months of a cohort, number of the first one since year 0, and for each learner the place of theirs after it.
fn split(study: &Study) -> (i32, i32, Vec<u32>) {
    let months: Vec<i32> = study.scope.learners.iter().map(|learner| Day(learner.start).month().0).collect();
    let cohorts = |width: i32| {
        let mut found: Vec<i32> = months.iter().map(|month| month.div_euclid(width)).collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    let few = |width: &i32| cohorts(*width).len() <= MOST;
    let mut width = WIDTHS.into_iter().find(few).unwrap_or(1_200);
    // A wrong date may lie centuries back.
    while !few(&width) {
        width *= 10;
    }
    let first = cohorts(width).first().copied().unwrap_or(0);
    (width, first, months.iter().map(|month| (month.div_euclid(width) - first) as u32).collect())
}

fn halves(
    compared: &[usize],
    tau: Option<i32>,
    month: impl Fn(usize) -> Month,
    group: impl Fn(&[usize]) -> Group,
) -> Option<Halves> {
    if compared.len() < 2 {
        return None;
    }
    let (before, since) = compared.split_at(compared.len() / 2);
    let [earlier, later] = [before, since].map(&group);
    let mean = |group: &Group| restricted_mean(&plain_curve("", &group.table).rows, tau);
    let saved = difference(&mean(&earlier), &mean(&later));
    Some(Halves { from: month(since[0]), before: earlier.n(), since: later.n(), saved })
}
