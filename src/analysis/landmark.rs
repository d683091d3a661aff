//! Does coaching help: learners with and without two check-ins, without immortal time (metrics.md section 5).

use serde::{Deserialize, Serialize};

use super::pairs::{Pairs, pair_tests};
use super::small_groups::SmallGroups;
use super::study::Study;
use super::ttc::{Group, compare, groups, plain_curve};
use super::{Comparison, Curve, RestrictedMean};
use crate::survival::{CoxFit, Ending, Exposure, cox, restricted_mean};

/// Sorted by name, as everywhere.
pub const NOT_YET: &str = "not yet";
pub const TWO_CHECK_INS: &str = "two check-ins";

/// Time from the landmark day to competency, of those who were neither competent nor gone by then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Landmark {
    /// Days from a person's start.
    pub day: i32,
    pub n: u32,
    pub comparison: Comparison<LandmarkCurve>,
}

impl Landmark {
    /// Whether neither of the two groups is small, nor one that could be worked out beside the other.
    pub fn may_be_shown(&self, small: SmallGroups) -> bool {
        let sizes = self.comparison.groups.iter().map(|group| (group.curve.group.as_str(), group.curve.n.into()));
        small.with_their_sum(sizes).hidden.is_empty() && small.allow(self.n.into())
    }
}

/// One group's curve, days from the landmark day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LandmarkCurve {
    pub curve: Curve,
    pub rmst: RestrictedMean,
}

/// `check_ins` is the day of each learner's second check-in. Who had it by the landmark `day` is in one group, everybody
/// else in the other, whatever happened later.
pub fn landmark(study: &Study, check_ins: &[Option<i32>], day: i32) -> Landmark {
    let definition = &study.in_force.definition;
    let past = || {
        let people = check_ins.iter().zip(study.spells.time.iter().zip(&study.spells.ending));
        people.filter(move |(_, (time, _))| **time > day).map(move |(second, (time, ending))| {
            let exposed = second.is_some_and(|second| second <= day);
            (u32::from(exposed), time - day, *ending)
        })
    };
    let mut found = groups(&[NOT_YET.to_owned(), TWO_CHECK_INS.to_owned()], past);
    found.retain(|group| group.n() > 0);
    let mut comparison = compare(&found.iter().collect::<Vec<_>>(), definition.tau, |group, tau| {
        let curve = plain_curve(&group.name, &group.table);
        LandmarkCurve { rmst: restricted_mean(&curve.rows, tau), curve }
    });
    let rmst = comparison.groups.iter().map(|group| group.rmst).collect();
    comparison.pairs = Pairs::new(pair_tests(&found), (0..found.len()).collect(), rmst).iter().collect();
    Landmark { day, n: found.iter().map(Group::n).sum(), comparison }
}

/// The same question with every learner in the model from day 0, and the second check-in as a covariate in time.
pub fn cox_of_check_ins(study: &Study, check_ins: &[Option<i32>]) -> CoxFit {
    let people = check_ins.iter().zip(study.spells.time.iter().zip(&study.spells.ending));
    let exposure =
        |(&exposed_on, (&time, &ending)): (&Option<i32>, (&i32, &Ending))| Exposure { time, ending, exposed_on };
    cox(&people.map(exposure).collect::<Vec<_>>())
}
