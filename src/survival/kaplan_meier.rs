//! The product-limit estimate with its band, quantiles, milestones and median follow-up.
//!
//! S(t) = Π (1 − d/n) (Kaplan and Meier 1958). Band: complementary log-log with Greenwood's sum G = Σ d/(n(n − d)),
//! S^exp(±z √G / ln S), as R's `survfit(conf.type = "log-log")`. Assumes that censoring says nothing about the event.

use super::{Band, CurveRow, LEVEL_TOLERANCE, MILESTONE_DAYS, Milestone, QUANTILES, Quantile, RiskRow, Z95};

/// The curve: one row for every distinct time, events or not.
pub fn curve(table: &[RiskRow]) -> Vec<CurveRow> {
    let (mut s, mut greenwood) = (1.0, 0.0);
    let mut at_s = band(s, greenwood);
    let step = |row: &RiskRow| {
        if row.d > 0 {
            let (n, d) = (f64::from(row.n), f64::from(row.d));
            s *= 1.0 - d / n;
            greenwood += d / (n * (n - d));
            at_s = band(s, greenwood);
        }
        CurveRow { t: row.t, n: row.n, d: row.d, c: row.c, s, band: at_s }
    };
    table.iter().map(step).collect()
}

/// [1, 1] while nobody had the event, none once everybody had.
fn band(s: f64, greenwood: f64) -> Option<Band> {
    if s >= 1.0 {
        return Some(Band { lower: 1.0, upper: 1.0 });
    }
    if s <= 0.0 {
        return None;
    }
    // ln S is negative, and so is the width: S^e^(−w) is the lower end.
    let ln_s = s.ln();
    let width = Z95 * greenwood.sqrt() / ln_s;
    Some(Band { lower: (ln_s * (-width).exp()).exp(), upper: (ln_s * width.exp()).exp() })
}

/// Days by which 25, 50 and 75 % had the event, each with the interval on which the band crosses that level.
pub fn quantiles(curve: &[CurveRow]) -> [Quantile; 3] {
    QUANTILES.map(|q| {
        let level = 1.0 - q + LEVEL_TOLERANCE;
        let first = |reached: &dyn Fn(&CurveRow) -> bool| curve.iter().find(|row| reached(row)).map(|row| row.t);
        Quantile {
            q,
            t: first(&|row| row.d > 0 && row.s <= level),
            lower: first(&|row| row.band.is_some_and(|band| band.lower <= level)),
            upper: first(&|row| row.band.is_some_and(|band| band.upper <= level)),
        }
    })
}

/// Share with the event by day 30, 60, 90. Nothing is said beyond the largest time, unless everybody had the event.
pub fn milestones(curve: &[CurveRow]) -> [Milestone; 3] {
    MILESTONE_DAYS.map(|t| {
        let unknown = Milestone { t, share: None, band: None };
        let Some(last) = curve.last() else { return unknown };
        if t > last.t && last.s > 0.0 {
            return unknown;
        }
        match curve[..curve.partition_point(|row| row.t <= t)].last() {
            None => Milestone { t, share: Some(0.0), band: Some(Band { lower: 0.0, upper: 0.0 }) },
            Some(row) => Milestone { t, share: Some(1.0 - row.s), band: row.band.map(complement) },
        }
    })
}

/// The band of 1 − S.
pub fn complement(band: Band) -> Band {
    Band { lower: 1.0 - band.upper, upper: 1.0 - band.lower }
}

/// Median follow-up: the median of the curve in which censoring is the event (reverse Kaplan–Meier, Schemper and Smith
/// 1996). Where both fall on one day, the event comes first.
pub fn follow_up(table: &[RiskRow]) -> Option<i32> {
    let mut r = 1.0;
    for row in table.iter().filter(|row| row.c > 0) {
        r *= 1.0 - f64::from(row.c) / f64::from(row.n - row.d);
        if r <= 0.5 + LEVEL_TOLERANCE {
            return Some(row.t);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::{Ending, risk_table};

    #[test]
    fn five_people_by_hand() {
        let (event, censored) = (|t| (t, Ending::Event), |t| (t, Ending::Censored));
        let curve = curve(&risk_table([event(2), event(3), censored(3), event(7), censored(9)]));
        // 4/5, then 3/4 of it (the one censored on day 3 is still at risk), then 1/2 of it.
        let s: Vec<f64> = curve.iter().map(|row| row.s).collect();
        for (found, expected) in s.iter().zip([0.8, 0.6, 0.3, 0.3]) {
            assert!((found - expected).abs() < 1e-15, "{s:?}");
        }
        // ln(0.8) = −0.22314, √(1/20) = 0.22361: 0.8^e^(±1.96·1.00208).
        let band = curve[0].band.unwrap();
        assert!((band.lower - 0.2038).abs() < 5e-5 && (band.upper - 0.9692).abs() < 5e-5, "{band:?}");
        assert_eq!(quantiles(&curve).map(|quantile| quantile.t), [Some(3), Some(7), None]);
    }

    #[test]
    fn the_ends_of_a_curve() {
        assert!(curve(&[]).is_empty());
        assert_eq!(milestones(&[])[0].share, None);
        let all_at_once = curve(&risk_table([(40, Ending::Event); 4]));
        assert_eq!((all_at_once[0].s, all_at_once[0].band), (0.0, None));
        assert_eq!(milestones(&all_at_once).map(|m| m.share), [Some(0.0), Some(1.0), Some(1.0)]);
        assert_eq!(quantiles(&all_at_once).map(|q| (q.t, q.lower)), [(Some(40), None); 3]);
        let nobody = curve(&risk_table([(40, Ending::Censored); 4]));
        assert_eq!(milestones(&nobody).map(|m| m.share), [Some(0.0), None, None]);
        assert_eq!(follow_up(&risk_table([(40, Ending::Censored); 4])), Some(40));
        assert_eq!(follow_up(&risk_table([(40, Ending::Event); 4])), None);
    }
}
