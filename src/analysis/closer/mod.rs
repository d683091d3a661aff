//! A closer look at the curve of time to competency, worked out only where it is shown, with section 10 applied.

mod behaviours;
mod landmark_days;
mod starters;

pub use behaviours::{Alone, Behaviours};
pub use landmark_days::{DAYS, LandmarkDays, OnDay, Sides};
pub use starters::{Cohort, Halves, Named, SHORTEST, Starters};

use super::study::{Basis, Study};

#[derive(Clone, Debug, PartialEq)]
pub struct Closer {
    /// `None` where the curve is not shown.
    pub behaviours: Option<Behaviours>,
    /// `None` where no check-in is recorded.
    pub landmark_days: Option<LandmarkDays>,
    /// `None` where the curve is not shown.
    pub starters: Option<Starters>,
}

impl Closer {
    /// What of it may be shown under a filter: what counts the same people as the curve, and nothing with a denominator
    /// of its own, which beside the one of everybody could tell of a few.
    pub fn of_some(self) -> Closer {
        Closer { landmark_days: None, starters: None, ..self }
    }
}

/// All of it at once.
pub fn closer(study: &mut Study, basis: Basis<'_>, named: Named) -> Closer {
    let mut parts = InParts::default();
    loop {
        if let Some(closer) = parts.next(study, basis, named) {
            return closer;
        }
    }
}

/// The same, worked out part by part, so that other questions can come between. All parts are of one data set and one
/// definition.
#[derive(Clone, Debug, Default)]
pub struct InParts {
    behaviours: behaviours::InParts,
    landmark_days: landmark_days::InParts,
    done: Done,
}

/// Parts that are there.
#[derive(Clone, Debug, Default)]
struct Done {
    behaviours: Option<Option<Behaviours>>,
    landmark_days: Option<Option<LandmarkDays>>,
    starters: Option<Option<Starters>>,
}

impl InParts {
    /// Works the next part out. Everything once all are there. `named` says who may be listed by name.
    pub fn next(&mut self, study: &mut Study, basis: Basis<'_>, named: Named) -> Option<Closer> {
        let done = &mut self.done;
        if done.behaviours.is_none() {
            done.behaviours = self.behaviours.next(study, basis);
        } else if done.landmark_days.is_none() {
            done.landmark_days = self.landmark_days.next(study, basis);
        } else if done.starters.is_none() {
            done.starters = Some(starters::starters(study, basis, named));
        }
        match std::mem::take(done) {
            Done { behaviours: Some(behaviours), landmark_days: Some(landmark_days), starters: Some(starters) } => {
                Some(Closer { behaviours, landmark_days, starters })
            }
            unfinished => {
                *done = unfinished;
                None
            }
        }
    }
}
