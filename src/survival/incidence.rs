//! Cumulative incidence with leaving as a competing event: "of all who started" (Aalen and Johansen 1978).
//!
//! I(t) = Σ S*(tⱼ₋₁)·d₁ⱼ/nⱼ over tⱼ ≤ t, with S* the curve of either event. The variance is the delta-method one of
//! metrics.md section 4 (Choudhury 2002; R's `cmprsk::cuminc` uses another, asymptotically equal form). Band
//! I^exp(±z √Var/(I ln I)).

use super::{Band, IncidenceRow, LEVEL_TOLERANCE, MILESTONE_DAYS, Milestone, RiskRow, Z95};

/// One row for every distinct time of the event or of leaving.
///
/// The three sums of the variance grow with I: where I rises by δ, Σ (I − Iⱼ)·x becomes itself + δ·Σ x and
/// Σ (I − Iⱼ)²·x itself + 2δ·Σ (I − Iⱼ)·x + δ²·Σ x, so each time is looked at once and nothing is subtracted.
pub fn cumulative_incidence(table: &[RiskRow]) -> Vec<IncidenceRow> {
    let (mut free, mut i) = (1.0, 0.0);
    // Σ x, Σ (I − Iⱼ)·x and Σ (I − Iⱼ)²·x with x = dⱼ/(nⱼ(nⱼ − dⱼ)).
    let (mut either, mut either_since, mut either_squared) = (0.0, 0.0, 0.0);
    let mut event = 0.0;
    // Σ x and Σ (I − Iⱼ)·x with x = S*(tⱼ₋₁)·d₁ⱼ/nⱼ².
    let (mut cross, mut cross_since) = (0.0, 0.0);
    let mut step = |row: &RiskRow| {
        let (n, d1, d) = (f64::from(row.n), f64::from(row.d), f64::from(row.d + row.left));
        let rise = free * d1 / n;
        i += rise;
        either_squared += rise * (2.0 * either_since + rise * either);
        either_since += rise * either;
        cross_since += rise * cross;
        either += if d < n { d / (n * (n - d)) } else { 0.0 };
        event += free * free * d1 * (n - d1) / (n * n * n);
        cross += free * d1 / (n * n);
        free *= 1.0 - d / n;
        let variance: f64 = either_squared + event - 2.0 * cross_since;
        IncidenceRow { t: row.t, i, band: band(i, variance.max(0.0)) }
    };
    table.iter().filter(|row| row.d + row.left > 0).map(&mut step).collect()
}

fn band(i: f64, variance: f64) -> Option<Band> {
    if i <= 0.0 || 1.0 - i <= LEVEL_TOLERANCE {
        return None;
    }
    let ln_i = i.ln();
    let width = Z95 * variance.sqrt() / (i * ln_i);
    Some(Band { lower: (ln_i * (-width).exp()).exp(), upper: (ln_i * width.exp()).exp() })
}

/// Share with the event by day 30, 60, 90. Nothing is said beyond the largest time, unless nobody was left at risk.
pub fn incidence_milestones(rows: &[IncidenceRow], table: &[RiskRow]) -> [Milestone; 3] {
    MILESTONE_DAYS.map(|t| {
        let unknown = Milestone { t, share: None, band: None };
        let Some(last) = table.last() else { return unknown };
        if t > last.t && last.d + last.left < last.n {
            return unknown;
        }
        match rows[..rows.partition_point(|row| row.t <= t)].last() {
            None => Milestone { t, share: Some(0.0), band: None },
            Some(row) => Milestone { t, share: Some(row.i), band: row.band },
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::{Ending, risk_table};

    #[test]
    fn while_nobody_leaves_and_nobody_is_censored_it_is_the_plain_share() {
        let table = risk_table([(3, Ending::Event), (5, Ending::Event), (8, Ending::Event), (9, Ending::Left)]);
        let rows = cumulative_incidence(&table);
        let shares: Vec<f64> = rows.iter().map(|row| row.i).collect();
        for (found, expected) in shares.iter().zip([0.25, 0.5, 0.75, 0.75]) {
            assert!((found - expected).abs() < 1e-15);
        }
        // Then the variance is the binomial one, I(1 − I)/n.
        let (i, variance) = (0.5f64, 0.5 * 0.5 / 4.0);
        let expected = band(i, variance).unwrap();
        let found = rows[1].band.unwrap();
        assert!((found.lower - expected.lower).abs() < 1e-12 && (found.upper - expected.upper).abs() < 1e-12);
    }

    #[test]
    fn milestones_end_with_the_data() {
        let table = risk_table([(10, Ending::Event), (40, Ending::Left), (70, Ending::Censored)]);
        let shares = incidence_milestones(&cumulative_incidence(&table), &table).map(|m| m.share.is_some());
        assert_eq!(shares, [true, true, false]);
        let table = risk_table([(10, Ending::Event), (40, Ending::Left)]);
        let shares = incidence_milestones(&cumulative_incidence(&table), &table).map(|m| m.share);
        assert_eq!(shares, [Some(0.5); 3]);
        assert_eq!(incidence_milestones(&[], &[]).map(|m| m.share), [None; 3]);
    }
}
