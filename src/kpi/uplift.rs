//! Uplift of a key behavior indicator after the first completed module (metrics.md 6.3).
//!
//! Ratio of the mean after to the mean before, over people with both. Interval on the log scale by the delta method
//! for paired means: se² of ln(P/B) = (s_pp/P² + s_bb/B² − 2 s_bp/(P·B))/n, which is the sample variance of
//! postᵢ/P − baselineᵢ/B over n; Student's t with n − 1 degrees. Says nothing about regression to the mean.

use serde::{Deserialize, Serialize};

use super::first_application::anchor;
use crate::cohort::Member;
use crate::definition::KpiItem;
use crate::distribution::student_quantile;
use crate::record::EventKind;
use crate::survival::Band;
use crate::table::{Runs, Tables};
use crate::time::Day;

/// Days before and after the anchor that are looked at.
pub const DAYS: i32 = 90;
/// Target of section 6, as a share of the baseline.
const TARGET: f64 = 0.1;

/// Change of one measured item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Uplift {
    pub item: String,
    pub lower_is_better: bool,
    pub target: f64,
    /// People with a mean before and after.
    pub n: u32,
    /// Means of their means, in the unit of the item.
    pub baseline: Option<f64>,
    pub post: Option<f64>,
    /// post ÷ baseline − 1.
    pub uplift: Option<f64>,
    pub band: Option<Band>,
}

/// The uplift of each item, by name.
pub fn uplifts(tables: &Tables, runs: &Runs, learners: &[Member], cutoff: Day, items: &[KpiItem]) -> Vec<Uplift> {
    let mut items = items.to_vec();
    items.sort_by(|a, b| a.item.cmp(&b.item));
    // An item may be listed twice, as better when higher and when lower: both stand for the same pairs.
    let mut place = vec![None; tables.items.len()];
    let mut places = 0;
    for code in items.iter().filter_map(|item| tables.items.find(item.item.as_bytes())) {
        place[code as usize].get_or_insert_with(|| {
            places += 1;
            places - 1
        });
    }
    let pairs = pairs(runs, learners, cutoff, &place, places);
    let uplift = |item: KpiItem| {
        let code = tables.items.find(item.item.as_bytes());
        let of_item = code.and_then(|code| place[code as usize]).map_or(&[][..], |at| &pairs[at]);
        uplift(item, of_item)
    };
    items.into_iter().map(uplift).collect()
}

/// Where a learner stands in the uplift of one item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measured {
    NothingCompleted,
    /// Not measured both before and after.
    NotBoth,
    /// Means in the unit of the item.
    Both {
        before: f64,
        after: f64,
    },
}

/// The standing of each learner in the uplift of an item.
pub fn measured(tables: &Tables, runs: &Runs, learners: &[Member], cutoff: Day, item: &str) -> Vec<Measured> {
    let mut place = vec![None; tables.items.len()];
    if let Some(code) = tables.items.find(item.as_bytes()) {
        place[code as usize] = Some(0);
    }
    let of = |learner: &Member| match pairs(runs, &[*learner], cutoff, &place, 1)[0].first() {
        Some(&(before, after)) => Measured::Both { before, after },
        None if anchor(runs, learner, cutoff).is_none() => Measured::NothingCompleted,
        None => Measured::NotBoth,
    };
    learners.iter().map(of).collect()
}

/// For each place, the (baseline, post) of everybody who has both.
fn pairs(
    runs: &Runs,
    learners: &[Member],
    cutoff: Day,
    place: &[Option<usize>],
    places: usize,
) -> Vec<Vec<(f64, f64)>> {
    let mut pairs = vec![Vec::new(); places];
    let mut sums = vec![(Mean::default(), Mean::default()); places];
    for learner in learners {
        let Some(anchor) = anchor(runs, learner, cutoff) else { continue };
        sums.fill_with(Default::default);
        for at in runs.run(learner.person, EventKind::Measured) {
            let Some(place) = place[runs.item(at) as usize] else { continue };
            let since = runs.day[at] - anchor;
            if (-DAYS..0).contains(&since) {
                sums[place].0.add(runs.amount[at]);
            } else if (1..=DAYS).contains(&since) && runs.day[at] <= learner.last {
                sums[place].1.add(runs.amount[at]);
            }
        }
        for (pairs, (baseline, post)) in pairs.iter_mut().zip(&sums) {
            if let (Some(baseline), Some(post)) = (baseline.value(), post.value()) {
                pairs.push((baseline, post));
            }
        }
    }
    pairs
}

#[derive(Clone, Copy, Debug, Default)]
struct Mean {
    sum: f64,
    n: u32,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.n += 1;
    }

    fn value(self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / f64::from(self.n))
    }
}

/// `pairs` are each person's mean before and after.
fn uplift(item: KpiItem, pairs: &[(f64, f64)]) -> Uplift {
    let n = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| (!pairs.is_empty()).then(|| pairs.iter().map(of).sum::<f64>() / n);
    let (baseline, post) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let ratio = match (baseline, post) {
        (Some(baseline), Some(post)) if pairs.len() > 1 && baseline > 0.0 => Some((baseline, post)),
        _ => None,
    };
    Uplift {
        target: if item.lower_is_better { -TARGET } else { TARGET },
        item: item.item,
        lower_is_better: item.lower_is_better,
        n: pairs.len() as u32,
        baseline,
        post,
        uplift: ratio.map(|(baseline, post)| post / baseline - 1.0),
        band: ratio.filter(|(_, post)| *post > 0.0).map(|(baseline, post)| band(pairs, baseline, post)),
    }
}

/// exp(ln R ± t·se) − 1, of at least two pairs.
fn band(pairs: &[(f64, f64)], baseline: f64, post: f64) -> Band {
    let n = pairs.len() as f64;
    // Their mean is 0 by construction.
    let squares: f64 = pairs.iter().map(|(before, after)| (after / post - before / baseline).powi(2)).sum();
    let se = (squares / (n - 1.0) / n).sqrt();
    let t = student_quantile(0.95, pairs.len() as u32 - 1);
    let ratio = post / baseline;
    Band { lower: ratio * (-t * se).exp() - 1.0, upper: ratio * (t * se).exp() - 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(f64, f64)]) -> Uplift {
        uplift(KpiItem { item: "conversion".to_owned(), lower_is_better: false }, pairs)
    }

    #[test]
    fn three_people_by_hand() {
        // Means 13 and 15, every (co)variance 39: se² = 39·(1/13 − 1/15)²/3, t(2) = 4.30265.
        let found = of(&[(11.0, 13.0), (20.0, 22.0), (8.0, 10.0)]);
        assert_eq!((found.n, found.baseline, found.post), (3, Some(13.0), Some(15.0)));
        let band = found.band.unwrap();
        assert!((found.uplift.unwrap() - 2.0 / 13.0).abs() < 1e-15);
        assert!((band.lower + 0.0159).abs() < 5e-5 && (band.upper - 0.3528).abs() < 5e-5, "{band:?}");
    }

    #[test]
    fn where_no_ratio_is_defined() {
        for (pairs, ratio, interval) in [
            (vec![], false, false),
            (vec![(4.0, 5.0)], false, false),
            (vec![(1.0, 5.0), (-1.0, 5.0)], false, false),
            (vec![(1.0, 0.0), (1.0, 0.0)], true, false),
            (vec![(1.0, 2.0), (1.0, 2.0)], true, true),
        ] {
            let found = of(&pairs);
            assert_eq!((found.uplift.is_some(), found.band.is_some()), (ratio, interval), "{pairs:?}");
            assert_eq!(found.baseline.is_some(), !pairs.is_empty());
        }
    }
}
