//! The log-rank test of equal curves (Mantel 1966).
//!
//! At each event time the events of a group are compared with their hypergeometric expectation; χ² = (O − E)ᵀ V⁻¹ (O − E)
//! over all groups but one. As R's `survdiff(rho = 0)`, except that groups with nobody at risk at the first event time
//! take no part: they add nothing and would make V singular.

use std::ops::Range;

use statrs::function::erf::erfc;
use statrs::function::gamma::gamma_ur;

use super::at_events::{at_event_days, event_days};
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
    LogRank { chi2, df: chi2.map(|_| df), p: chi2.map(|chi2| chi_square_tail(chi2, df)) }
}

/// P(χ² with `df` degrees of freedom > x).
pub fn chi_square_tail(x: f64, df: u32) -> f64 {
    match df {
        _ if x <= 0.0 => 1.0,
        // P(|Z| > √x), the same to more digits and in less time.
        1 => erfc((x / 2.0).sqrt()),
        _ => gamma_ur(f64::from(df) / 2.0, x / 2.0),
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
    let days = event_days(groups);
    let at_days: Vec<Vec<(u32, u32)>> = groups.iter().map(|group| at_event_days(group, &days)).collect();
    let mut total = vec![(0.0, 0.0); days.len()];
    for group in &at_days {
        for (total, &(n, d)) in total.iter_mut().zip(group) {
            *total = (total.0 + f64::from(n), total.1 + f64::from(d));
        }
    }
    let spread: Vec<f64> =
        total.iter().map(|&(n, d)| if n > 1.0 { d * (n - d) / (n * n * (n - 1.0)) } else { 0.0 }).collect();

    let at_risk: Vec<Vec<f64>> =
        at_days[..free].iter().map(|group| group.iter().map(|&(n, _)| f64::from(n)).collect()).collect();
    let weighted: Vec<Vec<f64>> =
        at_risk.iter().map(|group| group.iter().zip(&spread).map(|(n, spread)| n * spread).collect()).collect();
    let mut excess = Vec::with_capacity(free);
    // Lower triangle of V, row by row: Σ over the days of spread·n_g·(N − n_g), and of −spread·n_g·n_h left of it.
    let mut variance = vec![0.0; free * free];
    for g in 0..free {
        let expected = at_risk[g].iter().zip(&total).map(|(n, total)| total.1 * n / total.0);
        excess.push(at_days[g].iter().zip(expected).map(|(&(_, d), expected)| f64::from(d) - expected).sum());
        let terms = at_risk[g].iter().zip(&weighted[g]).zip(&total);
        variance[g * free + g] = terms.map(|((n, weighted), total)| weighted * (total.0 - n)).sum();
    }
    for block in blocks(free) {
        for h in 0..block.end {
            for g in block.start.max(h + 1)..block.end {
                variance[g * free + h] = -dot(&weighted[g], &at_risk[h]);
            }
        }
    }
    quadratic_form(&mut variance, &mut excess)
}

/// Rows of a matrix some at a time, so that another row is fetched once for all of them.
fn blocks(size: usize) -> impl Iterator<Item = Range<usize>> {
    const ROWS: usize = 8;
    (0..size).step_by(ROWS).map(move |from| from..size.min(from + ROWS))
}

/// Σ aᵢ·bᵢ as far as both go, in eight sums side by side, which a processor adds at once.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    const LANES: usize = 8;
    let len = a.len().min(b.len());
    let (a, b) = (a[..len].chunks_exact(LANES), b[..len].chunks_exact(LANES));
    let rest: f64 = a.remainder().iter().zip(b.remainder()).map(|(a, b)| a * b).sum();
    let mut sums = [0.0; LANES];
    for (a, b) in a.zip(b) {
        for lane in 0..LANES {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum::<f64>() + rest
}

/// xᵀ V⁻¹ x by Cholesky's factors of the lower triangle; unknown when V is not positive definite.
fn quadratic_form(v: &mut [f64], x: &mut [f64]) -> Option<f64> {
    let size = x.len();
    for block in blocks(size) {
        // Column by column: what stands left of it in both rows is a factor already.
        for h in 0..block.end {
            let (above, below) = v.split_at_mut((h + 1) * size);
            let pivot_row = &mut above[h * size..=h * size + h];
            if h >= block.start {
                let pivot = pivot_row[h] - dot(&pivot_row[..h], &pivot_row[..h]);
                if pivot <= pivot_row[h].abs() * 1e-13 {
                    return None;
                }
                pivot_row[h] = pivot.sqrt();
            }
            for g in block.start.max(h + 1)..block.end {
                let row = &mut below[(g - h - 1) * size..][..=h];
                row[h] = (row[h] - dot(&row[..h], &pivot_row[..h])) / pivot_row[h];
            }
        }
    }
    let mut form = 0.0;
    for g in 0..size {
        let row = &v[g * size..=g * size + g];
        x[g] = (x[g] - dot(&row[..g], &x[..g])) / row[g];
        form += x[g] * x[g];
    }
    Some(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::{Ending, risk_table};

    /// Freireich's trial, whose published results are in tests/data/published.json.
    fn trial() -> [Vec<RiskRow>; 2] {
        let six_mp = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(|t| (t, Ending::Event));
        let censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(|t| (t, Ending::Censored));
        let placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
        [risk_table(six_mp.into_iter().chain(censored)), risk_table(placebo.map(|t| (t, Ending::Event)))]
    }

    #[test]
    fn upper_tails_as_in_r() {
        for (x, df, p) in [
            (0.0, 1, 1.0),
            (3.84, 1, 0.050043521248705224),
            (7.0, 2, 0.0301973834223185),
            (11.0, 11, 0.4432632784264654),
            (760.0, 763, 0.5238525620326441),
        ] {
            let found = chi_square_tail(x, df);
            assert!((found - p).abs() < 1e-10, "{x} {df}: {found} {p}");
        }
    }

    #[test]
    fn two_people_against_two_by_hand() {
        // Day 1: 1 of 4, expected in a 1/2, variance 1/4. Day 2: of the 3 left one is in a: 1/3, 2/9. Then nobody else.
        let event = |t| (t, Ending::Event);
        let (a, b) = (risk_table([event(1), (4, Ending::Censored)]), risk_table([event(2), (4, Ending::Censored)]));
        let test = log_rank(&[&a, &b]);
        let expected = (1.0f64 - 0.5 - 1.0 / 3.0).powi(2) / (0.25 + 2.0 / 9.0);
        assert!((test.chi2.unwrap() - expected).abs() < 1e-15, "{test:?}");
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
}
