//! A closer look at the curve of time to competency, worked out only where it is shown, with section 10 applied.

mod behaviours;

pub use behaviours::{Alone, Behaviours};

use super::study::{Basis, Study};

#[derive(Clone, Debug, PartialEq)]
pub struct Closer {
    /// `None` where the curve is not shown.
    pub behaviours: Option<Behaviours>,
}

impl Closer {
    /// What of it may be shown under a filter: what counts the same people as the curve, and nothing with a denominator
    /// of its own, which beside the one of everybody could tell of a few.
    pub fn of_some(self) -> Closer {
        let Closer { behaviours } = self;
        Closer { behaviours }
    }
}

/// All of it at once.
pub fn closer(study: &mut Study, basis: Basis<'_>) -> Closer {
    let mut parts = InParts::default();
    loop {
        if let Some(closer) = parts.next(study, basis) {
            return closer;
        }
    }
}

/// The same, worked out part by part, so that other questions can come between. All parts are of one data set and one
/// definition.
#[derive(Clone, Debug, Default)]
pub struct InParts {
    behaviours: behaviours::InParts,
}

impl InParts {
    /// Works the next part out. Everything once all are there.
    pub fn next(&mut self, study: &mut Study, basis: Basis<'_>) -> Option<Closer> {
        let behaviours = self.behaviours.next(study, basis)?;
        Some(Closer { behaviours })
    }
}
