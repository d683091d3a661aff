//! Results that somebody else published, worked out here and now by the functions that make every other number. The
//! Definitions screen shows the list, so that whoever doubts a number can see the program agree with other ones.
//!
//! Cases and sources: tests/data/published.json, whose README says what each quantity is.

mod published;
mod words;

use crate::kpi::first_application::wilson;
use crate::survival::{
    CurveRow, Effect, Ending, Exposure, Quantile, RestrictedMean, RiskRow, Z95, cox, curve, difference, log_rank,
    quantiles, restricted_mean, risk_table,
};
use crate::t;
use published::{Data, Expected, Group, Published, PublishedShare, Quantity, Shares};
use words::said;

const PUBLISHED: &str = include_str!("../../tests/data/published.json");

/// One published data set.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    pub name: String,
    /// Where data and results are published.
    pub source: String,
    /// Unit of the times: "weeks".
    pub unit: String,
    pub rows: Vec<Row>,
}

impl Case {
    pub fn agrees(&self) -> bool {
        self.rows.iter().all(|row| row.agrees)
    }
}

/// One published result beside the same worked out here.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// In words.
    pub quantity: &'static str,
    /// The group it is of; `None` for all groups of the case together.
    pub of: Option<String>,
    /// The time it is at, in the unit of the case.
    pub at: Option<i32>,
    /// `None` where it is never reached.
    pub expected: Option<f64>,
    pub computed: Option<f64>,
    /// Largest difference that is still the same, from the digits published.
    pub tolerance: f64,
    pub agrees: bool,
}

impl Row {
    /// Sets `agrees`; what is never reached agrees with nothing else.
    fn judged(self) -> Row {
        let agrees = match (self.expected, self.computed) {
            (Some(expected), Some(computed)) => (expected - computed).abs() <= self.tolerance,
            (expected, computed) => expected == computed,
        };
        Row { agrees, ..self }
    }
}

/// Every published case, worked out. The file is part of the program and read by its tests, so it can be read.
pub fn run() -> Vec<Case> {
    let published: Published = serde_json::from_str(PUBLISHED).unwrap_or_default();
    let Shares { source, tolerance, expected } = published.shares;
    let shares = Case {
        name: t!("Shares with Wilson's interval").to_owned(),
        source: said(&source),
        unit: t!("shares of 1").to_owned(),
        rows: expected.iter().flat_map(|share| share.rows(tolerance)).collect(),
    };
    published.cases.into_iter().map(Data::run).chain([shares]).collect()
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

impl Data {
    fn run(self) -> Case {
        let row = |expected: &Expected| {
            let &Expected { quantity, at, value, tolerance, .. } = expected;
            let (of, computed) = (expected.of.as_deref().map(said), self.computed(expected));
            Row { quantity: quantity.words(), of, at, expected: value, computed, tolerance, agrees: false }.judged()
        };
        let rows = self.expected.iter().map(row).collect();
        Case { name: said(&self.name), source: said(&self.source), unit: said(&self.unit), rows }
    }

    fn computed(&self, expected: &Expected) -> Option<f64> {
        let group = || self.groups.iter().find(|group| Some(&group.name) == expected.of.as_ref());
        let row = || group()?.curve().into_iter().rev().find(|row| Some(row.t) <= expected.at);
        let median = |end: fn(&Quantile) -> Option<i32>| end(&quantiles(&group()?.curve())[1]).map(f64::from);
        let mean = |group: &Group| restricted_mean(&group.curve(), expected.at);
        let of_group = || group().map_or_else(RestrictedMean::default, mean);
        let change = || match &self.groups[..] {
            [a, b] => difference(&mean(a), &mean(b)),
            _ => None,
        };
        let test = || {
            let tables: Vec<Vec<RiskRow>> = self.groups.iter().map(Group::table).collect();
            log_rank(&tables.iter().map(Vec::as_slice).collect::<Vec<_>>())
        };
        let effect = |of: fn(&Effect) -> f64| {
            cox(&self.groups.iter().flat_map(Group::exposures).collect::<Vec<_>>()).estimate.as_ref().map(of)
        };
        match expected.quantity {
            Quantity::Survival => row().map(|row| row.s),
            Quantity::SurvivalLower => row()?.band.map(|band| band.lower),
            Quantity::SurvivalUpper => row()?.band.map(|band| band.upper),
            Quantity::Median => median(|median| median.t),
            Quantity::MedianLower => median(|median| median.lower),
            Quantity::MedianUpper => median(|median| median.upper),
            Quantity::RestrictedMean => of_group().value,
            Quantity::RestrictedMeanSe => of_group().se,
            Quantity::RestrictedMeanDifference => change().map(|(days, _)| days),
            Quantity::RestrictedMeanDifferenceSe => change().map(|(days, band)| (band.upper - days) / Z95),
            Quantity::LogRankChiSquare => test().chi2,
            Quantity::LogRankP => test().p,
            Quantity::CoxBeta => effect(|effect| effect.beta),
            Quantity::CoxSe => effect(|effect| effect.se),
            Quantity::CoxZ => effect(|effect| effect.z),
            Quantity::CoxP => effect(|effect| effect.p),
            Quantity::HazardRatio => effect(|effect| effect.hazard_ratio),
            Quantity::HazardRatioLower => effect(|effect| effect.band.lower),
            Quantity::HazardRatioUpper => effect(|effect| effect.band.upper),
        }
    }
}

impl PublishedShare {
    fn rows(&self, tolerance: f64) -> [Row; 2] {
        let band = wilson(self.successes, self.n);
        let of = t!("{some} of {all}", some = self.successes, all = self.n);
        let row = |quantity, expected, computed| {
            let (of, expected, computed) = (Some(of.clone()), Some(expected), Some(computed));
            Row { quantity, of, at: None, expected, computed, tolerance, agrees: false }.judged()
        };
        [row(t!("interval, lower end"), self.lower, band.lower), row(t!("interval, upper end"), self.upper, band.upper)]
    }
}
