//! The landmark comparison (metrics.md section 5) as it would be reported, had another day been saved: whether what it
//! says depends on the day.

use crate::analysis::landmark::{Landmark, TWO_CHECK_INS, landmark};
use crate::analysis::small_groups::SmallGroups;
use crate::analysis::study::{Basis, Study};
use crate::analysis::{Band, EventKind};
use crate::cohort::second_check_ins;

/// Days looked at beside the one in force.
pub const DAYS: [i32; 5] = [14, 21, 28, 42, 56];

#[derive(Clone, Debug, PartialEq)]
pub struct LandmarkDays {
    /// The landmark day of the definition: the one that is reported.
    pub saved: i32,
    /// In order of day; the saved one is among them.
    pub days: Vec<OnDay>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OnDay {
    pub day: i32,
    /// `None` where one of the two groups is small.
    pub sides: Option<Sides>,
}

/// Learners neither competent nor gone by the day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sides {
    /// With two check-ins by then.
    pub with: u32,
    pub without: u32,
    /// Horizon of both, days from the landmark day.
    pub tau: Option<i32>,
    /// Mean days by which those with two check-ins come earlier, and the interval; `None` where one side is empty.
    pub earlier: Option<(f64, Band)>,
}

impl LandmarkDays {
    pub fn saved_day(&self) -> Option<&OnDay> {
        self.days.iter().find(|one| one.day == self.saved)
    }
}

impl Sides {
    fn of(landmark: &Landmark) -> Sides {
        let comparison = &landmark.comparison;
        let with = comparison.groups.iter().find(|group| group.curve.group == TWO_CHECK_INS);
        let with = with.map_or(0, |group| group.curve.n);
        // The pair is those without minus those with.
        let earlier = comparison.pairs.first().and_then(|pair| pair.rmst_difference.zip(pair.band));
        Sides { with, without: landmark.n - with, tau: comparison.tau, earlier }
    }
}

#[derive(Clone, Debug, Default)]
pub struct InParts {
    second: Option<Vec<Option<i32>>>,
    days: Vec<OnDay>,
}

impl InParts {
    /// The next day. `Some` once all are there; inside `None` where no check-in is recorded.
    pub fn next(&mut self, study: &mut Study, basis: Basis<'_>) -> Option<Option<LandmarkDays>> {
        let study = study.by_start_dates();
        if !study.recorded(basis).has(EventKind::Coached) {
            return Some(None);
        }
        let saved = study.in_force.definition.landmark_day;
        let mut days: Vec<i32> = DAYS.into_iter().chain([saved]).collect();
        days.sort_unstable();
        days.dedup();
        let second = self.second.get_or_insert_with(|| second_check_ins(basis.runs, &study.scope.learners));
        if let Some(&day) = days.get(self.days.len()) {
            let found = landmark(study, second, day);
            let shown = found.may_be_shown(SmallGroups::under(&study.in_force.definition));
            self.days.push(OnDay { day, sides: shown.then(|| Sides::of(&found)) });
        }
        let are_all_here = self.days.len() == days.len();
        are_all_here.then(|| Some(LandmarkDays { saved, days: std::mem::take(&mut self.days) }))
    }
}
