//! Analyses for the tests of sentences: numbers chosen, not estimated.

use super::Finding;
use crate::analysis::detail::{AtLandmark, CheckIns, CoachingMinutes, Excluded, FirstApplication, MonthlySeries};
use crate::analysis::landmark::{Landmark, LandmarkCurve};
use crate::analysis::small_groups::Shown;
use crate::analysis::{
    Analysis, Band, Breakdown, Coaching, Comparison, Counts, Curve, Grouping, InForce, LogRank, Milestone,
    OfAllStarted, Pair, Quantile, Recorded, RestrictedMean, Share, TtcCurve,
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
        leaves_out_few: false,
        observed_items: vec!["opening question".to_owned()],
        recorded: Recorded::all(),
        ttc: Some(ttc),
        breakdown: None,
        first_application: None,
        coaching_per_team: None,
    }
}

fn nothing<T>() -> Shown<T> {
    Shown { groups: Vec::new(), hidden: Vec::new() }
}

/// A share with its interval, and people who are still in the window.
pub fn first_application(numerator: u32, denominator: u32, interval: (f64, f64), in_window: u32) -> FirstApplication {
    let rate = (denominator > 0).then(|| f64::from(numerator) / f64::from(denominator));
    let band = rate.map(|_| Band { lower: interval.0, upper: interval.1 });
    FirstApplication {
        recorded: true,
        window_days: 14,
        target: 0.7,
        overall: Some(Share { group: "all".to_owned(), numerator, denominator, rate, band, in_window }),
        team: nothing(),
        no_figure: Vec::new(),
        funnel: Vec::new(),
        limits: Vec::new(),
        months: MonthlySeries::default(),
    }
}

/// Coaching of 40 learners, so many minutes a week for the average team.
pub fn coaching(per_team: f64) -> CoachingMinutes {
    let overall = Coaching {
        n: 40,
        minutes: 5_400.0,
        days: 300,
        minutes_per_week: Some(126.0),
        learner_days: 11_812,
        per_learner: Some(3.2),
    };
    CoachingMinutes {
        recorded: true,
        target: 30.0,
        overall: Some(overall),
        per_team: Some(per_team),
        team: nothing(),
        months: MonthlySeries::default(),
    }
}

/// Learners without and with two check-ins on day 21, so many of whom became competent; `difference` is that of the
/// restricted means, without minus with.
pub fn check_ins(difference: Option<(f64, f64, f64)>, events: [u32; 2]) -> CheckIns {
    let mut comparison = Comparison {
        tau: Some(69),
        groups: Vec::new(),
        logrank: LogRank { chi2: Some(6.87), df: Some(1), p: Some(0.009) },
        pairs: breakdown(&[], difference).shown.pairs,
    };
    for (group, events) in ["not yet", "two check-ins"].into_iter().zip(events) {
        let curve = ttc_of(group, 40, events, Some(30)).curve;
        comparison.groups.push(LandmarkCurve { curve, rmst: RestrictedMean::default() });
    }
    let landmark = Landmark { day: 21, n: 80, comparison };
    let excluded = Excluded { competent: 12, left: 5, too_recent: 6 };
    CheckIns { recorded: true, day: 21, landmark: Some(AtLandmark { landmark, excluded }), cox: None }
}
