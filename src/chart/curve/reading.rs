//! A curve as somebody reads values off it: name, color, where its share changes, who was at risk.

use super::steps::{AtRisk, Step, Steps};
use super::{Leavers, Series};
use crate::chart::role;

/// Name and slot of a curve, its rises, and the number at risk on each of its days.
pub fn readable(series: &Series<'_>, leavers: Leavers) -> (String, u8, Vec<Step>, Vec<(i32, u32)>) {
    let curve = Steps::of(series, leavers);
    let at_risk = series.curve.rows.iter().map(|row| (row.t, row.n)).collect();
    (curve.name().to_owned(), series.slot % role::SLOTS, curve.rises().copied().collect(), at_risk)
}

/// Where everybody of a curve is on each of these days.
pub fn at_risk(series: &Series<'_>, days: &[i32]) -> Vec<AtRisk> {
    let curve = Steps::of(series, Leavers::Censored);
    days.iter().map(|&day| curve.at_risk(day)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::curve::sample;

    #[test]
    fn what_is_read_is_where_the_curve_steps_and_who_was_at_risk() {
        let data = sample::hand_checked();
        let (name, slot, steps, at_risk) = readable(&sample::series("A", 3, &data), Leavers::Censored);
        assert_eq!((name.as_str(), slot), ("A", 3));
        assert_eq!(steps.iter().map(|step| (step.day, step.share)).collect::<Vec<_>>(), [(10, 0.25), (30, 0.625)]);
        assert_eq!(at_risk.first(), Some(&(10, 4)));
    }
}
