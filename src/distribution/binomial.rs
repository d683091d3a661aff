//! The binomial distribution of 0 to n, worked out as a whole.

/// P(X = 0), …, P(X = n) for n trials of probability `p`, 0 < p < 1.
///
/// Each value follows from its neighbor by P(x + 1)/P(x) = (n − x)/(x + 1) · p/(1 − p), away from the mode on both sides
/// and scaled to a sum of 1 at the end. Everything added is positive, so nothing is lost by cancellation, and what is
/// too small for a double is 0.
pub fn probabilities(n: u32, p: f64) -> Vec<f64> {
    let size = n as usize + 1;
    let mode = ((f64::from(n) + 1.0) * p) as usize;
    let odds = p / (1.0 - p);
    let ratio = |x: usize| (f64::from(n) - x as f64) / (x as f64 + 1.0) * odds;
    let mut weight = vec![0.0; size];
    weight[mode] = 1.0;
    for x in mode..size - 1 {
        weight[x + 1] = weight[x] * ratio(x);
    }
    for x in (0..mode).rev() {
        weight[x] = weight[x + 1] / ratio(x);
    }
    // Smallest first.
    let total = weight[..mode].iter().sum::<f64>() + weight[mode..].iter().rev().sum::<f64>();
    weight.iter_mut().for_each(|weight| *weight /= total);
    weight
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_of_trials_by_hand() {
        for (n, p, expected) in [
            (0, 0.7, vec![1.0]),
            (1, 0.7, vec![0.3, 0.7]),
            (2, 0.7, vec![0.09, 0.42, 0.49]),
            (3, 0.5, vec![0.125, 0.375, 0.375, 0.125]),
        ] {
            let found = probabilities(n, p);
            assert_eq!(found.len(), expected.len());
            for (found, expected) in found.iter().zip(expected) {
                assert!((found - expected).abs() < 1e-15, "{n} {p}: {found} {expected}");
            }
        }
    }

    #[test]
    fn many_trials_keep_their_mean_and_variance() {
        let (n, p) = (40_000, 0.7);
        let found = probabilities(n, p);
        let mean: f64 = found.iter().enumerate().map(|(x, weight)| x as f64 * weight).sum();
        let variance: f64 = found.iter().enumerate().map(|(x, weight)| (x as f64 - mean).powi(2) * weight).sum();
        assert!((mean / 28_000.0 - 1.0).abs() < 1e-12 && (variance / 8_400.0 - 1.0).abs() < 1e-9, "{mean} {variance}");
    }
}
