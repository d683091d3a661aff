//! The log-rank test of every pair of groups.
//!
//! Which two groups are tested depends on nothing but those two, so all of them are worked out once, whatever horizon or
//! selection comes later. At k groups there are k(k − 1)/2 tests: the days with an event are numbered, each group knows
//! by number its people at risk, its events and, as a bit, whether there are any, and a pair looks only at the bits of
//! either group. Same formula as `log_rank`.

use super::RiskRow;
use super::at_events::{at_event_days, event_days};
use super::log_rank::{chi_square_tail, log_rank};

/// χ² of one degree of freedom, and its p.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairTest {
    pub chi2: f64,
    pub p: f64,
}

/// All pairs of so many groups.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PairTests {
    /// By the first group, then by the second, which comes after it.
    tests: Vec<Option<PairTest>>,
    groups: usize,
}

/// More cells than this, groups × days with an event, are not laid out; the pairs are then tested one by one.
const MOST_CELLS: usize = 1 << 25;

impl PairTests {
    pub fn of(groups: &[&[RiskRow]]) -> PairTests {
        let days = event_days(groups);
        let laid_out = days.len().saturating_mul(groups.len()) <= MOST_CELLS;
        let tests = if laid_out { laid_out_tests(groups, &days) } else { tests_one_by_one(groups) };
        PairTests { tests, groups: groups.len() }
    }

    /// The test of two different groups, `a` before `b`; `None` where `log_rank` knows none.
    pub fn between(&self, a: usize, b: usize) -> Option<PairTest> {
        let before = a * (2 * self.groups - a - 1) / 2;
        self.tests.get(before + b - a - 1).copied().flatten()
    }
}

fn tests_one_by_one(groups: &[&[RiskRow]]) -> Vec<Option<PairTest>> {
    let pairs = groups.iter().enumerate().flat_map(|(at, a)| groups[at + 1..].iter().map(move |b| (a, b)));
    let test = |(a, b): (&&[RiskRow], &&[RiskRow])| {
        let test = log_rank(&[a, b]);
        test.chi2.zip(test.p).map(|(chi2, p)| PairTest { chi2, p })
    };
    pairs.map(test).collect()
}

fn laid_out_tests(groups: &[&[RiskRow]], days: &[i32]) -> Vec<Option<PairTest>> {
    let laid_out: Vec<LaidOut> = groups.iter().map(|group| LaidOut::of(group, days)).collect();
    let most = groups.iter().map(|group| group.first().map_or(0, |row| row.n)).max().unwrap_or(0);
    let shares = Shares::up_to(2 * most);
    let mut tests = Vec::with_capacity(groups.len() * groups.len().saturating_sub(1) / 2);
    for (at, a) in laid_out.iter().enumerate() {
        for b in &laid_out[at + 1..] {
            let chi2 = a.chi2(b, &shares);
            tests.push(chi2.map(|chi2| PairTest { chi2, p: chi_square_tail(chi2, 1) }));
        }
    }
    tests
}

/// What a test divides by, for each number at risk n: 1/n, and 1/(n²(n − 1)), which is 0 where n = 1.
struct Shares(Vec<(f64, f64)>);

impl Shares {
    fn up_to(most: u32) -> Shares {
        let share = |n: u32| {
            let n = f64::from(n);
            (1.0 / n, if n > 1.0 { 1.0 / (n * n * (n - 1.0)) } else { 0.0 })
        };
        Shares((0..=most).map(share).collect())
    }
}

/// A group by the number of the day.
struct LaidOut {
    /// At risk and events.
    rows: Vec<(u32, u32)>,
    /// Which days have an event of this group.
    eventful: Vec<u64>,
}

impl LaidOut {
    fn of(group: &[RiskRow], days: &[i32]) -> LaidOut {
        let mut rows = at_event_days(group, days);
        rows.resize(days.len(), (0, 0));
        let mut eventful = vec![0; days.len().div_ceil(64)];
        for (at, _) in rows.iter().enumerate().filter(|(_, (_, d))| *d > 0) {
            eventful[at / 64] |= 1 << (at % 64);
        }
        LaidOut { rows, eventful }
    }

    fn chi2(&self, other: &LaidOut, shares: &Shares) -> Option<f64> {
        let (mut excess, mut variance) = (0.0, 0.0);
        let mut first = true;
        for (word, (a, b)) in self.eventful.iter().zip(&other.eventful).enumerate() {
            let mut bits = a | b;
            while bits != 0 {
                let at = word * 64 + bits.trailing_zeros() as usize;
                bits &= bits - 1;
                let ((n_a, d_a), (n_b, d_b)) = (self.rows[at], other.rows[at]);
                if first && (n_a == 0 || n_b == 0) {
                    return None;
                }
                first = false;
                let (share, spread) = shares.0[(n_a + n_b) as usize];
                let (n_a, n_b, d_a, d) = (f64::from(n_a), f64::from(n_b), f64::from(d_a), f64::from(d_a + d_b));
                excess += d_a - d * n_a * share;
                variance += d * n_a * n_b * (n_a + n_b - d) * spread;
            }
        }
        (variance > 0.0).then(|| excess * excess / variance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::{Ending, risk_table};

    /// Groups of different sizes and lengths, some empty, some without events, with ties.
    fn groups() -> Vec<Vec<RiskRow>> {
        let group = |size: i32, step: i32, censored: i32| {
            let ending = |i: i32| if i % censored == 0 { Ending::Censored } else { Ending::Event };
            risk_table((0..size).map(|i| ((i * step) % 97, ending(i))))
        };
        vec![
            group(9, 4, 3),
            group(40, 13, 5),
            vec![],
            group(1, 0, 2),
            group(120, 7, 2),
            group(3, 5, 1),
            group(2, 90, 9),
        ]
    }

    #[test]
    fn each_pair_is_the_test_of_the_two_alone() {
        let groups = groups();
        let slices: Vec<&[RiskRow]> = groups.iter().map(Vec::as_slice).collect();
        let found = PairTests::of(&slices);
        let one_by_one = PairTests { tests: tests_one_by_one(&slices), groups: slices.len() };
        for a in 0..groups.len() {
            for b in a + 1..groups.len() {
                let (expected, alone) = (log_rank(&[slices[a], slices[b]]), one_by_one.between(a, b));
                assert_eq!(alone.map(|test| (test.chi2, test.p)), expected.chi2.zip(expected.p), "{a} {b}");
                let found = found.between(a, b);
                assert_eq!(found.is_some(), alone.is_some(), "{a} {b}");
                if let Some((found, alone)) = found.zip(alone) {
                    assert!((found.chi2 - alone.chi2).abs() <= 1e-12 * alone.chi2.max(1.0), "{found:?} {alone:?}");
                    assert!((found.p - alone.p).abs() <= 1e-12, "{found:?} {alone:?}");
                }
            }
        }
    }

    #[test]
    fn without_groups_there_is_nothing() {
        assert_eq!(PairTests::of(&[]), PairTests::default());
        assert_eq!(PairTests::of(&[&[], &[]]).between(0, 1), None);
    }
}
