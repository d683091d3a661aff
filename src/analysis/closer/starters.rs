//! Learners by when they started, in order of time: whether those who started later get there sooner.

use crate::analysis::small_groups::SmallGroups;
use crate::analysis::study::{Basis, Study};
use crate::analysis::ttc::{Group, compare, groups, plain_curve};
use crate::analysis::{Band, Curve, RestrictedMean};
use crate::definition::Grouping;
use crate::privacy::cuts;
use crate::survival::{difference, largest_time, restricted_mean};
use crate::time::{Day, Month};

/// More cohorts than this cannot be told apart in a picture.
pub const MOST: usize = 6;
/// Months of a cohort: months, pairs of them, quarters, half years, years and more.
const WIDTHS: [i32; 8] = [1, 2, 3, 6, 12, 24, 60, 120];
/// A cohort of whom nobody was followed for so many days is drawn and not compared.
pub const SHORTEST: i32 = 30;

/// Which of the learners of a study may be listed by name.
pub type Named = fn(&mut Study, Basis<'_>) -> Vec<bool>;

/// Cohorts of everybody, from the start dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Starters {
    /// In order of time; none is smaller than the limit.
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

impl Cohort {
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

/// `None` where there are so few learners that no curve is shown. `named` says who of the learners may be listed by name.
pub fn starters(study: &mut Study, basis: Basis<'_>, named: Named) -> Option<Starters> {
    if study.suppression(basis, Grouping::None).overall_hidden {
        return None;
    }
    let study = study.by_start_dates();
    let cutoff = study.scope.cutoff?;
    let small = SmallGroups::under(&study.in_force.definition);
    if !small.allow(study.scope.learners.len() as u64) {
        return None;
    }
    let listed = named(study, basis);
    let starts: Vec<Month> = study.scope.learners.iter().map(|learner| Day(learner.start).month()).collect();
    let (months, of) = split(&starts, &listed, small);
    let spells = || of.iter().zip(study.spells.time.iter().zip(&study.spells.ending)).map(|(&at, (&t, &e))| (at, t, e));
    let tables = groups(&vec![String::new(); months.len()], spells);
    let mut latest = vec![i32::MIN; months.len()];
    of.iter().zip(&study.scope.learners).for_each(|(&at, learner)| {
        latest[at as usize] = latest[at as usize].max(learner.start);
    });
    let is_compared = |at: &usize| largest_time(&tables[*at].table) >= Some(SHORTEST);
    let compared: Vec<usize> = (0..months.len()).filter(is_compared).collect();
    let side: Vec<&Group> = compared.iter().map(|&at| &tables[at]).collect();
    let tau_set = study.in_force.definition.tau;
    let comparison = compare(&side, tau_set, |group, tau| restricted_mean(&plain_curve("", &group.table).rows, tau));
    let cohort = |at: usize| {
        let curve = plain_curve("", &tables[at].table);
        let enough = curve.rows.iter().rev().find(|row| small.allow(row.n.into()));
        let place = compared.iter().position(|&one| one == at);
        let before = place.and_then(|place| place.checked_sub(1)).map(|before| comparison.groups[before]);
        let mean = place.map(|place| comparison.groups[place]).unwrap_or_default();
        Cohort {
            months: months[at],
            everybody_to: cutoff.0 - latest[at],
            enough_to: enough.map_or(0, |row| row.t),
            saved: before.and_then(|before| difference(&before, &mean)),
            mean,
            curve,
        }
    };
    let halves = halves(
        &compared,
        comparison.tau,
        |at| months[at][0],
        |inside| {
            let of_half = || spells().filter(|(at, ..)| inside.contains(&(*at as usize))).map(|(_, t, e)| (0, t, e));
            groups(&[String::new()], of_half).remove(0)
        },
    );
    Some(Starters { cohorts: (0..months.len()).map(cohort).collect(), limit: small.0, tau: comparison.tau, halves })
}

/// First and last month of each cohort, and the cohort of each learner.
///
/// A cohort begins only where a filter by months could: where a cut leaves as many people as the limit on both sides of
/// it, and nobody or as many as the limit of those who are not listed by name. So no cohort is hidden, and beside filters
/// and lists none tells of a few.
fn split(starts: &[Month], listed: &[bool], small: SmallGroups) -> (Vec<[Month; 2]>, Vec<u32>) {
    let Some((first, last)) = starts.iter().min().zip(starts.iter().max()) else { return (Vec::new(), Vec::new()) };
    let mut sizes = vec![0u64; (last.0 - first.0 + 1) as usize];
    let mut unlisted = sizes.clone();
    for (month, listed) in starts.iter().zip(listed) {
        sizes[(month.0 - first.0) as usize] += 1;
        unlisted[(month.0 - first.0) as usize] += u64::from(!listed);
    }
    let cuts = cuts(&sizes, small.0);
    let mut width = 0;
    let mut begins = vec![0; sizes.len()];
    for wide in WIDTHS.into_iter().chain(std::iter::successors(Some(1_200), |wide| Some(wide * 10)).take(4)) {
        let is_begin = |at: usize| (first.0 + at as i32).rem_euclid(wide) == 0;
        (width, begins) = (wide, begun(&sizes, &unlisted, &cuts, small, is_begin));
        if begins.len() <= MOST {
            break;
        }
    }
    let of: Vec<u32> = starts
        .iter()
        .map(|month| begins.partition_point(|begin| first.0 + *begin as i32 <= month.0).saturating_sub(1) as u32)
        .collect();
    let ends = |at: usize| {
        let inside = || starts.iter().zip(&of).filter(|(_, of)| **of as usize == at).map(|(month, _)| month.0);
        let from = inside().min().unwrap_or(0).div_euclid(width) * width;
        [Month(from), Month(inside().max().unwrap_or(0).div_euclid(width) * width + width - 1)]
    };
    ((0..begins.len()).map(ends).collect(), of)
}

/// Places of the months with which cohorts begin.
fn begun(sizes: &[u64], unlisted: &[u64], cuts: &[u64], small: SmallGroups, may: impl Fn(usize) -> bool) -> Vec<usize> {
    let is_few = |people: u64| people > 0 && !small.allow(people);
    // Of each cohort where it begins, and how many of it are not listed.
    let mut cohorts: Vec<(usize, u64)> = vec![(0, 0)];
    let (mut before, mut since) = (0, 0);
    for at in 0..sizes.len() {
        let here = cohorts.len() - 1;
        let is_open = is_few(cohorts[here].1) || since == 0 || before == sizes.iter().sum::<u64>();
        if at > 0 && may(at) && !is_open && cuts.binary_search(&before).is_ok() {
            cohorts.push((at, 0));
            since = 0;
        }
        let here = cohorts.len() - 1;
        cohorts[here].1 += unlisted[at];
        before += sizes[at];
        since += sizes[at];
    }
    while let [.., (_, earlier), (_, last)] = &mut cohorts[..]
        && is_few(*last)
    {
        *earlier += *last;
        cohorts.pop();
    }
    cohorts.into_iter().map(|(begin, _)| begin).collect()
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
