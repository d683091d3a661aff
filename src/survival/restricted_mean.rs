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
    fn the_area_by_hand() {
        // S is 1 until day 2, 2/3 until day 5, 1/3 until day 9: 2 + 2 + 4/3. Behind day 2 lie 10/3, behind day 5 4/3.
        let event = |t| (t, Ending::Event);
        let rows = curve(&risk_table([event(2), event(5), (12, Ending::Censored)]));
        let mean = restricted_mean(&rows, Some(9));
        let variance = (10.0f64 / 3.0).powi(2) / 6.0 + (4.0f64 / 3.0).powi(2) / 2.0;
        assert!(
            (mean.value.unwrap() - 16.0 / 3.0).abs() < 1e-15 && (mean.se.unwrap().powi(2) - variance).abs() < 1e-15
        );
        let (days, band) = difference(&mean, &mean).unwrap();
        assert_eq!(days, 0.0);
        assert!((band.upper - Z95 * (2.0 * variance).sqrt()).abs() < 1e-14, "{band:?}");
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
