//! Analyses for the tests of sentences: numbers chosen, not estimated.

use super::Finding;
use crate::analysis::{
    Analysis, Band, Breakdown, Comparison, Counts, Curve, Grouping, InForce, LogRank, Milestone, OfAllStarted, Pair,
    Quantile, RestrictedMean, TtcCurve,
};
use crate::definition::Definition;
use crate::time::Day;

/// Sentences are easier to read with plain spaces.
pub fn plain(finding: Finding) -> Finding {
    let text = |text: String| text.replace('\u{a0}', " ");
    Finding { headline: text(finding.headline), caveat: text(finding.caveat) }
}

/// A group with a median, if reached, of (day, lower, upper).
pub fn ttc(n: u32, events: u32, median: Option<(i32, Option<i32>, Option<i32>)>) -> TtcCurve {
    let milestones = [30, 60, 90].map(|t| Milestone { t, share: None, band: None });
    let quantile = |q| Quantile { q, t: None, lower: None, upper: None };
    let (t, lower, upper) = median.map_or((None, None, None), |(t, lower, upper)| (Some(t), lower, upper));
    TtcCurve {
        curve: Curve {
            group: String::new(),
            n,
            events,
            censored: n - events,
            rows: Vec::new(),
            quantiles: [quantile(0.25), Quantile { q: 0.5, t, lower, upper }, quantile(0.75)],
        },
        needs_refresh: 0,
        rmst: RestrictedMean::default(),
        milestones,
        follow_up: Some(120),
        of_all_started: OfAllStarted { left: 0, rows: Vec::new(), milestones },
    }
}

pub fn ttc_of(group: &str, n: u32, events: u32, median: Option<i32>) -> TtcCurve {
    let mut ttc = ttc(n, events, median.map(|day| (day, Some(day - 5), Some(day + 5))));
    group.clone_into(&mut ttc.curve.group);
    ttc
}

/// Teams side by side; `pair` is difference, lower and upper of the first minus the second.
pub fn breakdown(groups: &[TtcCurve], pair: Option<(f64, f64, f64)>) -> Breakdown {
    let pairs = pair.map(|(days, lower, upper)| Pair {
        a: 0,
        b: 1,
        chi2: Some(6.87),
        p: Some(0.009),
        p_holm: Some(0.018),
        rmst_difference: Some(days),
        band: Some(Band { lower, upper }),
    });
    let logrank = LogRank { chi2: Some(1.2), df: Some(2), p: Some(0.55) };
    let shown = Comparison { tau: Some(90), groups: groups.to_vec(), logrank, pairs: pairs.into_iter().collect() };
    Breakdown { by: Grouping::Team, shown, hidden: Vec::new() }
}

pub fn analysis(ttc: TtcCurve) -> Analysis {
    Analysis {
        in_force: InForce {
            definition: Definition::default(),
            cutoff: Day::parse("2026-10-02"),
            launch: None,
            behaviours: vec!["opening question".to_owned()],
            kpi_items: Vec::new(),
        },
        counts: Counts::default(),
        learners: ttc.curve.n,
        observed_items: Vec::new(),
        ttc: Some(ttc),
        breakdown: None,
        first_application: None,
        coaching_per_team: None,
    }
}
