//! The file of published cases as it is written (tests/data/README.md).

use serde::Deserialize;

use crate::t;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    pub cases: Vec<Data>,
    pub shares: Shares,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Data {
    pub name: String,
    pub source: String,
    pub unit: String,
    pub groups: Vec<Group>,
    pub expected: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub name: String,
    pub time: Vec<i32>,
    pub event: Vec<u8>,
    #[serde(default)]
    pub exposed_on: Vec<Option<i32>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    pub quantity: Quantity,
    pub of: Option<String>,
    pub at: Option<i32>,
    pub value: Option<f64>,
    pub tolerance: f64,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shares {
    pub source: String,
    pub tolerance: f64,
    pub expected: Vec<PublishedShare>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedShare {
    pub successes: u32,
    pub n: u32,
    pub lower: f64,
    pub upper: f64,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    Survival,
    SurvivalLower,
    SurvivalUpper,
    Median,
    MedianLower,
    MedianUpper,
    RestrictedMean,
    RestrictedMeanSe,
    RestrictedMeanDifference,
    RestrictedMeanDifferenceSe,
    #[serde(rename = "log_rank_chi2")]
    LogRankChiSquare,
    LogRankP,
    CoxBeta,
    CoxSe,
    CoxZ,
    CoxP,
    HazardRatio,
    HazardRatioLower,
    HazardRatioUpper,
}

impl Quantity {
    pub fn words(self) -> &'static str {
        match self {
            Quantity::Survival => t!("share without the event"),
            Quantity::SurvivalLower => t!("its band, lower end"),
            Quantity::SurvivalUpper => t!("its band, upper end"),
            Quantity::Median => t!("median"),
            Quantity::MedianLower => t!("its interval, lower end"),
            Quantity::MedianUpper => t!("its interval, upper end"),
            Quantity::RestrictedMean => t!("restricted mean"),
            Quantity::RestrictedMeanSe => t!("its standard error"),
            Quantity::RestrictedMeanDifference => t!("difference of the restricted means"),
            Quantity::RestrictedMeanDifferenceSe => t!("standard error of that difference"),
            Quantity::LogRankChiSquare => t!("log-rank χ²"),
            Quantity::LogRankP => t!("log-rank p"),
            Quantity::CoxBeta => t!("Cox coefficient"),
            Quantity::CoxSe => t!("its standard error"),
            Quantity::CoxZ => t!("Wald z"),
            Quantity::CoxP => t!("Wald p"),
            Quantity::HazardRatio => t!("hazard ratio"),
            Quantity::HazardRatioLower => t!("its interval, lower end"),
            Quantity::HazardRatioUpper => t!("its interval, upper end"),
        }
    }
}
