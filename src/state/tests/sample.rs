//! Small made-up values for the tests of the state.

use crate::analysis::{
    Analysis, Breakdown, Comparison, Counts, Curve, Grouping, InForce, LogRank, OfAllStarted, Quantile, RestrictedMean,
    TtcCurve,
};
use crate::definition::Definition;
use crate::survival::Milestone;

pub fn group(name: &str) -> TtcCurve {
    let quantile = |q| Quantile { q, t: None, lower: None, upper: None };
    let milestones = [30, 60, 90].map(|t| Milestone { t, share: None, band: None });
    TtcCurve {
        curve: Curve {
            group: name.to_owned(),
            n: 10,
            events: 0,
            censored: 10,
            rows: Vec::new(),
            quantiles: [quantile(0.25), quantile(0.5), quantile(0.75)],
        },
        needs_refresh: 0,
        rmst: RestrictedMean::default(),
        milestones,
        follow_up: None,
        of_all_started: OfAllStarted { left: 0, rows: Vec::new(), milestones },
    }
}

pub fn breakdown(shown: &[&str], hidden: &[&str]) -> Breakdown {
    Breakdown {
        by: Grouping::Team,
        shown: Comparison {
            tau: None,
            groups: shown.iter().map(|name| group(name)).collect(),
            logrank: LogRank::default(),
            pairs: Vec::new(),
        },
        hidden: hidden.iter().map(|name| (*name).to_owned()).collect(),
    }
}

pub fn analysis() -> Analysis {
    Analysis {
        in_force: InForce {
            definition: Definition::default(),
            cutoff: None,
            launch: None,
            behaviours: Vec::new(),
            kpi_items: Vec::new(),
        },
        counts: Counts::default(),
        learners: 10,
        observed_items: vec!["a".to_owned(), "b".to_owned()],
        ttc: Some(group("all")),
        breakdown: None,
        first_application: None,
        coaching_per_team: None,
    }
}
