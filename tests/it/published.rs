//! The core gives the results that were published for known data sets (tests/data/README.md, published.json).

use rampline::kpi::first_application::wilson;
use rampline::survival::{
    CoxFit, CurveRow, Effect, Ending, Exposure, Quantile, RiskRow, Z95, cox, curve, difference, log_rank, quantiles,
    restricted_mean, risk_table,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Published {
    cases: Vec<Case>,
    shares: Shares,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    source: String,
    unit: String,
    groups: Vec<Group>,
    expected: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    name: String,
    time: Vec<i32>,
    event: Vec<u8>,
    #[serde(default)]
    exposed_on: Vec<Option<i32>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    quantity: String,
    of: Option<String>,
    at: Option<i32>,
    value: Option<f64>,
    tolerance: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shares {
    source: String,
    tolerance: f64,
    expected: Vec<Share>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Share {
    successes: u32,
    n: u32,
    lower: f64,
    upper: f64,
}

impl Group {
    fn spells(&self) -> impl Iterator<Item = (i32, Ending)> {
        let ending = |&event: &u8| if event == 1 { Ending::Event } else { Ending::Censored };
        self.time.iter().copied().zip(self.event.iter().map(ending))
    }

    fn table(&self) -> Vec<RiskRow> {
        risk_table(self.spells())
    }

    fn curve(&self) -> Vec<CurveRow> {
        curve(&self.table())
    }

    fn exposures(&self) -> impl Iterator<Item = Exposure> {
        self.spells().zip(&self.exposed_on).map(|((time, ending), &exposed_on)| Exposure { time, ending, exposed_on })
    }
}

impl Case {
    fn found(&self, expected: &Expected) -> Option<f64> {
        let group = || {
            let name = expected.of.as_deref().expect("a quantity of a group");
            self.groups.iter().find(|group| group.name == name).expect("a group of the case")
        };
        let at = || expected.at.expect("a quantity at a time");
        let row = || group().curve().into_iter().rev().find(|row| row.t <= at());
        let median = |end: fn(&Quantile) -> Option<i32>| end(&quantiles(&group().curve())[1]).map(f64::from);
        let mean = |group: &Group| restricted_mean(&group.curve(), Some(at()));
        let change = || difference(&mean(&self.groups[0]), &mean(&self.groups[1]));
        let test = || {
            let tables: Vec<Vec<RiskRow>> = self.groups.iter().map(Group::table).collect();
            log_rank(&tables.iter().map(Vec::as_slice).collect::<Vec<_>>())
        };
        let effect = |of: fn(&Effect) -> f64| {
            let CoxFit { estimate, .. } = cox(&self.groups.iter().flat_map(Group::exposures).collect::<Vec<_>>());
            estimate.as_ref().map(of)
        };
        match expected.quantity.as_str() {
            "survival" => row().map(|row| row.s),
            "survival_lower" => row()?.band.map(|band| band.lower),
            "survival_upper" => row()?.band.map(|band| band.upper),
            "median" => median(|median| median.t),
            "median_lower" => median(|median| median.lower),
            "median_upper" => median(|median| median.upper),
            "restricted_mean" => mean(group()).value,
            "restricted_mean_se" => mean(group()).se,
            "restricted_mean_difference" => change().map(|(days, _)| days),
            "restricted_mean_difference_se" => change().map(|(days, band)| (band.upper - days) / Z95),
            "log_rank_chi2" => test().chi2,
            "log_rank_p" => test().p,
            "cox_beta" => effect(|effect| effect.beta),
            "cox_se" => effect(|effect| effect.se),
            "cox_z" => effect(|effect| effect.z),
            "cox_p" => effect(|effect| effect.p),
            "hazard_ratio" => effect(|effect| effect.hazard_ratio),
            "hazard_ratio_lower" => effect(|effect| effect.band.lower),
            "hazard_ratio_upper" => effect(|effect| effect.band.upper),
            unknown => panic!("{}: no quantity {unknown:?}", self.name),
        }
    }
}

fn published() -> Published {
    serde_json::from_str(include_str!("../data/published.json")).unwrap()
}

#[test]
fn every_published_result_is_found() {
    let cases = published().cases;
    assert!(cases.len() >= 3);
    for case in cases {
        assert!(!case.source.is_empty() && !case.unit.is_empty(), "{}", case.name);
        for expected in &case.expected {
            let found = case.found(expected);
            let agrees = match (found, expected.value) {
                (Some(found), Some(value)) => (found - value).abs() <= expected.tolerance,
                (found, value) => found == value,
            };
            let Expected { quantity, of, at, value, .. } = expected;
            assert!(agrees, "{}: {quantity} {of:?} {at:?} is {found:?}, published {value:?}", case.name);
        }
    }
}

#[test]
fn published_intervals_of_shares_are_found() {
    let Shares { source, tolerance, expected } = published().shares;
    assert!(!source.is_empty() && !expected.is_empty());
    for Share { successes, n, lower, upper } in expected {
        let found = wilson(successes, n);
        let agrees = (found.lower - lower).abs() <= tolerance && (found.upper - upper).abs() <= tolerance;
        assert!(agrees, "{successes} of {n}: {found:?}");
    }
}
