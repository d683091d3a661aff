//! Time to each behaviour of the rule alone (metrics.md section 3): the same learners, the same clock, the same rule of k
//! of n, span and contexts, with that behaviour as the only one.

use crate::analysis::Curve;
use crate::analysis::study::{Basis, Study};
use crate::analysis::ttc::plain_curve;
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
    alone: Vec<Alone>,
    observations: Vec<u64>,
}

impl InParts {
    /// The next behaviour. `Some` once all are there; inside `None` where the curve of everybody is not shown: these are
    /// of the same people.
    pub fn next(&mut self, study: &mut Study, basis: Basis<'_>) -> Option<Option<Behaviours>> {
        if study.suppression(basis, Grouping::None).overall_hidden {
            return Some(None);
        }
        let all = study.in_force.behaviours.len();
        if self.observations.len() != all {
            self.observations = study.observations_by_behaviour();
        }
        let at = self.alone.len();
        if at < all {
            let group = study.alone(at);
            let curve = plain_curve(&group.name, &group.table);
            self.alone.push(Alone { curve, observations: self.observations[at] });
        }
        (self.alone.len() == all).then(|| Some(Behaviours { alone: std::mem::take(&mut self.alone) }))
    }
}
