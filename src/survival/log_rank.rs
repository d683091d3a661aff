//! The log-rank test of equal curves (Mantel 1966) and Holm's correction for several pairs.
//!
//! At each event time the events of a group are compared with their hypergeometric expectation; χ² = (O − E)ᵀ V⁻¹ (O − E)
//! over all groups but one. As R's `survdiff(rho = 0)`, except that groups with nobody at risk at the first event time
//! take no part: they add nothing and would make V singular.

use statrs::function::erf::erfc;
use statrs::function::gamma::gamma_ur;

use super::{LogRank, RiskRow};

/// Test of any number of groups. All unknown with fewer than two that take part, without events, or when everybody at
/// risk at the first event time has the event there.
pub fn log_rank(groups: &[&[RiskRow]]) -> LogRank {
    let event_times = |group: &&[RiskRow]| group.iter().find(|row| row.d > 0).map(|row| row.t);
    let Some(first) = groups.iter().filter_map(event_times).min() else { return LogRank::default() };
    let at_first = |group: &&&[RiskRow]| group.last().is_some_and(|row| row.t >= first);
    let groups: Vec<&[RiskRow]> = groups.iter().filter(at_first).copied().collect();
    if groups.len() < 2 {
        return LogRank::default();
    }
    let chi2 = if let [a, b] = groups[..] { two(a, b) } else { many(&groups) };
    let df = groups.len() as u32 - 1;
    LogRank { chi2, df: chi2.map(|_| df), p: chi2.map(|chi2| upper_tail(chi2, df)) }
}

/// P(χ² with `df` degrees of freedom > x).
pub(super) fn upper_tail(x: f64, df: u32) -> f64 {
    match df {
        _ if x <= 0.0 => 1.0,
        // P(|Z| > √x), the same to more digits and in less time.
        1 => erfc((x / 2.0).sqrt()),
        _ => gamma_ur(f64::from(df) / 2.0, x / 2.0),
    }
}

/// Walks over the event times of all groups together.
struct Walk<'a> {
    groups: &'a [&'a [RiskRow]],
    next: Vec<usize>,
    n: Vec<f64>,
    d: Vec<f64>,
}

impl<'a> Walk<'a> {
    fn new(groups: &'a [&'a [RiskRow]]) -> Walk<'a> {
        Walk { groups, next: vec![0; groups.len()], n: vec![0.0; groups.len()], d: vec![0.0; groups.len()] }
    }

    /// Fills `n` and `d` for the next time at which anybody has the event; `false` when there is none.
    fn step(&mut self) -> bool {
        let mut time = i32::MAX;
        for (group, next) in self.groups.iter().zip(&mut self.next) {
            while group.get(*next).is_some_and(|row| row.d == 0) {
                *next += 1;
            }
            time = time.min(group.get(*next).map_or(i32::MAX, |row| row.t));
        }
        if time == i32::MAX {
            return false;
        }
        for (at, (group, next)) in self.groups.iter().zip(&mut self.next).enumerate() {
            // Rows without events may lie between this time and the group's next event: the first at or behind it counts.
            let row = match group.get(*next) {
                Some(row) if row.t == time => {
                    *next += 1;
                    Some(row)
                }
                _ => group[group.partition_point(|row| row.t < time)..].first(),
            };
            self.n[at] = row.map_or(0.0, |row| f64::from(row.n));
            self.d[at] = row.filter(|row| row.t == time).map_or(0.0, |row| f64::from(row.d));
        }
        true
    }
}

fn two(a: &[RiskRow], b: &[RiskRow]) -> Option<f64> {
    let (mut i, mut j) = (0, 0);
    let (mut excess, mut variance) = (0.0, 0.0);
    while i < a.len() || j < b.len() {
        let time = a.get(i).map_or(i32::MAX, |row| row.t).min(b.get(j).map_or(i32::MAX, |row| row.t));
        let take = |rows: &[RiskRow], at: &mut usize| match rows.get(*at) {
            Some(row) if row.t == time => {
                *at += 1;
                (f64::from(row.n), f64::from(row.d))
            }
            Some(row) => (f64::from(row.n), 0.0),
            None => (0.0, 0.0),
        };
        let (n_a, d_a) = take(a, &mut i);
        let (n_b, d_b) = take(b, &mut j);
        let (n, d) = (n_a + n_b, d_a + d_b);
        if d > 0.0 {
            excess += d_a - d * n_a / n;
            if n > 1.0 {
                variance += d * (n_a / n) * (n_b / n) * (n - d) / (n - 1.0);
            }
        }
    }
    (variance > 0.0).then(|| excess * excess / variance)
}

fn many(groups: &[&[RiskRow]]) -> Option<f64> {
    let free = groups.len() - 1;
    let mut excess = vec![0.0; free];
    // Lower triangle of V, row by row.
    let mut variance = vec![0.0; free * free];
    let mut walk = Walk::new(groups);
    while walk.step() {
        let (n, d): (f64, f64) = (walk.n.iter().sum(), walk.d.iter().sum());
        let spread = if n > 1.0 { d * (n - d) / (n - 1.0) } else { 0.0 };
        for g in 0..free {
            let share = walk.n[g] / n;
            if share == 0.0 {
                continue;
            }
            excess[g] += walk.d[g] - d * share;
            let weight = spread * share / n;
            let row = &mut variance[g * free..=g * free + g];
            for (cell, n_h) in row.iter_mut().zip(&walk.n) {
                *cell -= weight * n_h;
            }
            row[g] += spread * share;
        }
    }
    quadratic_form(&mut variance, &mut excess)
}

/// xᵀ V⁻¹ x by Cholesky's factors of the lower triangle; unknown when V is not positive definite.
fn quadratic_form(v: &mut [f64], x: &mut [f64]) -> Option<f64> {
    let size = x.len();
    let mut form = 0.0;
    for g in 0..size {
        let (above, rest) = v.split_at_mut(g * size);
        let row = &mut rest[..=g];
        for h in 0..g {
            let other = &above[h * size..=h * size + h];
            let product: f64 = row[..h].iter().zip(other).map(|(a, b)| a * b).sum();
            row[h] = (row[h] - product) / other[h];
        }
        let squares: f64 = row[..g].iter().map(|a| a * a).sum();
        let pivot = row[g] - squares;
        if pivot <= row[g].abs() * 1e-13 {
            return None;
        }
        row[g] = pivot.sqrt();
        let product: f64 = row[..g].iter().zip(&*x).map(|(a, b)| a * b).sum();
        x[g] = (x[g] - product) / row[g];
        form += x[g] * x[g];
    }
    Some(form)
}

/// Holm's step-down correction (1979); an unknown p stays unknown and does not count.
pub fn holm(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut order: Vec<usize> = (0..p.len()).filter(|&at| p[at].is_some()).collect();
    order.sort_by(|&a, &b| p[a].partial_cmp(&p[b]).unwrap_or(std::cmp::Ordering::Equal));
    let mut corrected = vec![None; p.len()];
    let mut least: f64 = 0.0;
    for (rank, &at) in order.iter().enumerate() {
        let factor = (order.len() - rank) as f64;
        least = least.max(p[at].map_or(0.0, |p| (p * factor).min(1.0)));
        corrected[at] = Some(least);
    }
    corrected
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::{Ending, risk_table};

    fn trial() -> [Vec<RiskRow>; 2] {
        let six_mp = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(|t| (t, Ending::Event));
        let censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(|t| (t, Ending::Censored));
        let placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
        [risk_table(six_mp.into_iter().chain(censored)), risk_table(placebo.map(|t| (t, Ending::Event)))]
    }

    #[test]
    fn the_published_test_of_the_6_mp_trial() {
        let [a, b] = trial();
        let test = log_rank(&[&a, &b]);
        assert!((test.chi2.unwrap() - 16.793).abs() < 5e-4, "{test:?}");
        assert!((test.p.unwrap() - 4.17e-5).abs() < 5e-8, "{test:?}");
        assert_eq!(test.df, Some(1));
    }

    #[test]
    fn two_ways_of_one_test_agree() {
        let [a, b] = trial();
        let (short, long) = (two(&a, &b).unwrap(), many(&[&a, &b]).unwrap());
        assert!((short - long).abs() < 1e-12 * short, "{short} {long}");
    }

    #[test]
    fn where_there_is_nothing_to_test() {
        let [a, _] = trial();
        let event = |t| (t, Ending::Event);
        let early = risk_table([(1, Ending::Censored), (2, Ending::Censored)]);
        let all = risk_table([event(3), event(3)]);
        let never = risk_table([(9, Ending::Censored)]);
        for groups in [vec![], vec![&a[..]], vec![&a, &early], vec![&all, &all], vec![&never, &never], vec![&a, &[]]] {
            assert_eq!(log_rank(&groups), LogRank::default(), "{groups:?}");
        }
        assert_eq!(log_rank(&[&a, &early, &never]).df, Some(1));
    }

    #[test]
    fn holm_steps_down_and_never_falls() {
        let corrected = holm(&[Some(0.01), None, Some(0.04), Some(0.03), Some(0.9)]);
        assert_eq!(corrected, [Some(0.04), None, Some(0.09), Some(0.09), Some(0.9)]);
        assert_eq!(holm(&[]), []);
    }
}
