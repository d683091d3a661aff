//! Time to each behaviour of the rule alone (metrics.md section 3): the same learners, the same clock, the same rule of k
//! of n, span and contexts, with that behaviour as the only one.

use crate::analysis::Curve;
use crate::analysis::study::{Basis, Study};
use crate::analysis::ttc::{Group, plain_curve};
use crate::definition::Grouping;

/// Of all learners; every curve counts the same people.
#[derive(Clone, Debug, PartialEq)]
pub struct Behaviours {
    /// In order of name.
    pub alone: Vec<Alone>,
}

/// One behaviour; `curve.group` is its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Alone {
    pub curve: Curve,
    /// Observations of it that count, positive or not, of all learners. Without any there is no curve to speak of.
    pub observations: u64,
}

#[derive(Clone, Debug, Default)]
pub struct InParts {
    /// Once they are counted.
    groups: Option<Vec<Group>>,
}

impl InParts {
    /// First all behaviours are counted, then they become curves. `Some` at the end; inside `None` where the curve of
    /// everybody is not shown: these are of the same people.
    pub fn next(&mut self, study: &mut Study, basis: Basis<'_>) -> Option<Option<Behaviours>> {
        if study.suppression(basis, Grouping::None).overall_hidden {
            return Some(None);
        }
        let Some(groups) = self.groups.take() else {
            self.groups = Some(study.alone());
            return None;
        };
        let curve = |(group, observations): (&Group, u64)| Alone {
            curve: plain_curve(&group.name, &group.table),
            observations,
        };
        let alone = groups.iter().zip(study.observations_by_behaviour()).map(curve).collect();
        Some(Some(Behaviours { alone }))
    }
}
