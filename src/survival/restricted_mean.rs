//! Restricted mean time: the area under S up to a horizon τ, "mean days to the event within the first τ days".
//!
//! RMST(τ) = ∫₀^τ S dt; variance Σ over tᵢ ≤ τ of (∫ from tᵢ to τ of S)² · dᵢ/(nᵢ(nᵢ − dᵢ)), the term of nᵢ = dᵢ being 0
//! (Klein and Moeschberger 2003, 4.5; R's `survRM2`). lifelines' variance is that of another quantity.

use super::{Band, CurveRow, RestrictedMean, Z95};

/// Of one curve, with the horizon used: at most the largest time of the curves compared. All unknown without people.
pub fn restricted_mean(curve: &[CurveRow], tau: Option<i32>) -> RestrictedMean {
    let (Some(tau), false) = (tau, curve.is_empty()) else { return RestrictedMean::default() };
    let within = &curve[..curve.partition_point(|row| row.t <= tau)];
    // From the right: the area behind each time is the sum of what came before.
    let (mut area, mut variance) = (0.0, 0.0);
    let mut right = tau;
    for row in within.iter().rev() {
        area += row.s * f64::from(right - row.t);
        right = row.t;
        if row.d > 0 && row.n > row.d {
            let (n, d) = (f64::from(row.n), f64::from(row.d));
            variance += area * area * d / (n * (n - d));
        }
    }
    RestrictedMean { tau: Some(tau), value: Some(area + f64::from(right)), se: Some(variance.sqrt()) }
}

/// a − b with its normal interval from the sum of the variances, days.
pub fn difference(a: &RestrictedMean, b: &RestrictedMean) -> Option<(f64, Band)> {
    let difference = a.value? - b.value?;
    let half = Z95 * a.se?.hypot(b.se?);
    Some((difference, Band { lower: difference - half, upper: difference + half }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::{Ending, curve, risk_table};

    #[test]
    fn the_restricted_means_of_the_6_mp_trial() {
        let six_mp = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(|t| (t, Ending::Event));
        let censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(|t| (t, Ending::Censored));
        let placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
        let a = restricted_mean(&curve(&risk_table(six_mp.into_iter().chain(censored))), Some(21));
        let b = restricted_mean(&curve(&risk_table(placebo.map(|t| (t, Ending::Event)))), Some(21));
        let near = |found: Option<f64>, published: f64| {
            assert!((found.unwrap() - published).abs() < 1e-3, "{found:?} {published}")
        };
        near(a.value, 16.744);
        near(a.se, 1.355);
        near(b.value, 8.524);
        near(b.se, 1.310);
        let (value, band) = difference(&a, &b).unwrap();
        near(Some(value), 8.220);
        near(Some((band.upper - value) / Z95), 1.885);
    }

    #[test]
    fn without_people_or_events() {
        assert_eq!(restricted_mean(&[], Some(90)), RestrictedMean::default());
        let nobody = restricted_mean(&curve(&risk_table([(100, Ending::Censored)])), Some(90));
        assert_eq!((nobody.value, nobody.se), (Some(90.0), Some(0.0)));
        let first_day = restricted_mean(&curve(&risk_table([(0, Ending::Event); 3])), Some(0));
        assert_eq!((first_day.value, first_day.se), (Some(0.0), Some(0.0)));
    }
}
