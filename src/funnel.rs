//! Shares of groups against a target, with limits that widen as groups get smaller (metrics.md section 11).
//!
//! Limits are quantiles of the exact binomial, interpolated between whole numbers (Spiegelhalter 2005,
//! doi 10.1002/sim.1970, appendix A.1.1). They ask whether a group is compatible with the target, so that nobody is
//! ranked.

use serde::{Deserialize, Serialize};

use crate::distribution::probabilities;

/// Limits of the share of one group, kept in [0, 1].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelLimits {
    pub lower95: f64,
    pub upper95: f64,
    pub lower998: f64,
    pub upper998: f64,
}

/// One group in the funnel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelPoint {
    pub group: String,
    /// People behind the share.
    pub n: u32,
    pub share: f64,
    pub limits: FunnelLimits,
}

/// Limits for `n` people, at least 1, when the true share is `target`.
///
/// For a level q: r = smallest x with P(X ≤ x) > q, a = (P(X ≤ r) − q)/P(X = r); (r − a)/n below, (r + 1 − a)/n above.
pub fn limits(n: u32, target: f64) -> FunnelLimits {
    let probabilities = probabilities(n, target);
    let quantile = |q: f64| {
        let mut below = 0.0;
        for (r, &p) in probabilities.iter().enumerate() {
            below += p;
            if below > q {
                return r as f64 - (below - q) / p;
            }
        }
        f64::from(n)
    };
    let share = |x: f64| (x / f64::from(n)).clamp(0.0, 1.0);
    FunnelLimits {
        lower95: share(quantile(0.025)),
        upper95: share(quantile(0.975) + 1.0),
        lower998: share(quantile(0.001)),
        upper998: share(quantile(0.999) + 1.0),
    }
}

/// Sizes at which the limits are drawn, at most about this many.
const SIZES: u32 = 80;

/// Limits by size, ascending from 1 to a little beyond the largest group: the lines of a picture.
pub fn lines(largest: u32, target: f64) -> Vec<(u32, FunnelLimits)> {
    let end = largest + largest / 20 + 1;
    let sizes = (1..end).step_by((end / SIZES + 1) as usize).chain([end]);
    sizes.map(|n| (n, limits(n, target))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_people_at_seventy_percent() {
        // P(X ≤ 0) = 0.09 and P(X ≤ 1) = 0.51: below r = 0, a = 0.065/0.09; above r = 2, a = 0.025/0.49.
        let found = limits(2, 0.7);
        assert_eq!((found.lower95, found.lower998, found.upper95, found.upper998), (0.0, 0.0, 1.0, 1.0));
    }

    #[test]
    fn ten_people_at_one_half() {
        // P(X ≤ 1) = 11/1024 and P(X ≤ 2) = 56/1024: r = 2, a = (56/1024 − 0.025)/(45/1024), and the mirror above.
        let found = limits(10, 0.5);
        let lower = (2.0 - (56.0 / 1024.0 - 0.025) / (45.0 / 1024.0)) / 10.0;
        assert!((found.lower95 - lower).abs() < 1e-12, "{found:?}");
        assert!((found.upper95 - (1.0 - lower)).abs() < 1e-12, "{found:?}");
        assert!(found.lower998 < found.lower95 && found.upper95 < found.upper998);
    }

    #[test]
    fn the_lines_reach_beyond_the_largest_group_in_few_steps() {
        for largest in [1, 7, 80, 12_000] {
            let lines = lines(largest, 0.7);
            assert!(lines.len() <= 82 && lines.last().is_some_and(|(n, _)| *n > largest), "{largest}");
            assert!(lines.windows(2).all(|pair| pair[0].0 < pair[1].0), "{largest}");
        }
    }
}
