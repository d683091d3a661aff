//! What section 10 leaves to be shown, worked out anew without the groups that are hidden.

use std::rc::Rc;

use serde::Serialize;

use super::indicators::SeriesShape;
use super::json::{Object, Written};
use crate::analysis::pairs::Pairs;
use crate::analysis::series::MonthPoint;
use crate::analysis::small_groups::SmallGroups;
use crate::analysis::ttc::{Group, compare};
use crate::analysis::{Comparison, RestrictedMean};
use crate::survival::{PairTests, curve, restricted_mean};

/// The keys of a comparison over the groups that are not hidden. `tests` are those of all groups: a pair's test does not
/// depend on the others.
pub fn comparison(
    object: &mut Object<'_>,
    groups: &[Group],
    tests: &Rc<PairTests>,
    tau: i32,
    small: SmallGroups,
) -> Written {
    #[derive(Serialize)]
    struct GroupRmst<'a> {
        group: &'a str,
        #[serde(flatten)]
        rmst: RestrictedMean,
    }

    let sizes: Vec<u64> = groups.iter().map(|group| u64::from(group.n())).collect();
    let suppression = small.of_sizes(&sizes);
    let shown: Vec<usize> = (0..groups.len()).filter(|&at| !suppression.hidden[at]).collect();
    let compared: Vec<&Group> = shown.iter().map(|&at| &groups[at]).collect();
    let names: Vec<&str> = compared.iter().map(|group| group.name.as_str()).collect();
    let Comparison { tau, groups: rmst, logrank, .. } =
        compare(&compared, tau, |group, tau| restricted_mean(&curve(&group.table), tau));
    let listed = names.iter().zip(&rmst).map(|(&group, &rmst)| GroupRmst { group, rmst });

    object.field("hidden", &suppression.names(groups.iter().map(|group| group.name.as_str())))?;
    object.field("tau", &tau)?;
    object.field("rmst", &listed.collect::<Vec<_>>())?;
    object.field("logrank", &logrank)?;
    object.pairs("pairwise", &names, Pairs::new(tests.clone(), shown, rmst).iter())
}

#[derive(Serialize)]
pub struct PublishedSeries {
    hidden: Vec<String>,
    #[serde(flatten)]
    series: SeriesShape,
}

impl PublishedSeries {
    /// Over the months that are not hidden, beside a total of so many people.
    pub fn new(points: &[MonthPoint], total: u64, small: SmallGroups) -> PublishedSeries {
        let (series, hidden) = small.series(points, total);
        PublishedSeries { hidden, series: (&series).into() }
    }
}
