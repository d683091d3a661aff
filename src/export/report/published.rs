//! What section 10 leaves to be shown: the names hidden, and what is worked out anew without them.

use std::rc::Rc;

use serde::Serialize;

use super::indicators::SeriesShape;
use super::json::{Object, Written};
use crate::analysis::pairs::Pairs;
use crate::analysis::series::{MonthPoint, Series};
use crate::analysis::ttc::{Group, compare};
use crate::analysis::{Comparison, ManagerAdherence, Momentum, Phase, RestrictedMean};
use crate::privacy::{Total, suppress};
use crate::survival::{PairTests, curve, restricted_mean};

/// Names hidden; `overall_hidden` only where a total is shown.
#[derive(Serialize)]
pub struct Hidden {
    #[serde(skip_serializing_if = "Option::is_none")]
    overall_hidden: Option<bool>,
    hidden: Vec<String>,
}

/// The small-group rule with its limit.
#[derive(Clone, Copy)]
pub struct SmallGroups(pub u64);

impl SmallGroups {
    /// Beside the total, which is the sum of the groups.
    pub fn with_their_sum<'a>(self, groups: impl IntoIterator<Item = (&'a str, u64)>) -> Hidden {
        let groups: Vec<(&str, u64)> = groups.into_iter().collect();
        let total = groups.iter().map(|(_, size)| size).sum();
        self.hide(groups, Total::Shown(total))
    }

    /// Beside a total of so many people.
    pub fn with_total<'a>(self, groups: impl IntoIterator<Item = (&'a str, u64)>, total: u64) -> Hidden {
        self.hide(groups.into_iter().collect(), Total::Shown(total))
    }

    pub fn without_total<'a>(self, groups: impl IntoIterator<Item = (&'a str, u64)>) -> Hidden {
        self.hide(groups.into_iter().collect(), Total::NotShown)
    }

    fn hide(self, mut groups: Vec<(&str, u64)>, total: Total) -> Hidden {
        // Of equally small groups the first by name is hidden.
        groups.sort_by_key(|(name, _)| *name);
        let sizes: Vec<u64> = groups.iter().map(|(_, size)| *size).collect();
        let suppression = suppress(&sizes, self.0, total);
        Hidden {
            overall_hidden: matches!(total, Total::Shown(_)).then_some(suppression.overall_hidden),
            hidden: suppression.names(groups.iter().map(|(name, _)| *name)),
        }
    }
}

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
    let suppression = suppress(&sizes, small.0, Total::Shown(sizes.iter().sum()));
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
        let sizes: Vec<u64> = points.iter().map(|point| u64::from(point.n)).collect();
        let suppression = suppress(&sizes, small.0, Total::Shown(total));
        let shown = points.iter().zip(&suppression.hidden).filter(|(_, hidden)| !**hidden);
        let hidden = points.iter().zip(&suppression.hidden).filter(|(_, hidden)| **hidden);
        PublishedSeries {
            hidden: hidden.map(|(point, _)| point.month.to_string()).collect(),
            series: (&Series::of(shown.map(|(point, _)| *point).collect())).into(),
        }
    }
}

/// People behind a team's momentum: those of its smaller period, of the whole team when one of the two has nobody.
pub fn momentum_size(momentum: &Momentum, learners: u64) -> u64 {
    match momentum.n_previous.min(momentum.n_current) {
        0 => learners,
        smaller => u64::from(smaller),
    }
}

/// For each phase its name and how many managers have something due in it; and how many have anything due.
pub fn due_by_phase(managers: &[ManagerAdherence]) -> ([(&'static str, u64); 4], u64) {
    let managers_with =
        |due: &dyn Fn(&ManagerAdherence) -> u64| managers.iter().filter(|manager| due(manager) > 0).count();
    let phase = |at: usize| managers_with(&|manager| manager.phases.0[at].due()) as u64;
    let phases = std::array::from_fn(|at| (Phase::ALL[at].name(), phase(at)));
    (phases, managers_with(&|manager| manager.phases.total().due()) as u64)
}
