//! The study with its splits, and who is behind a figure that may be shown.

use std::rc::Rc;

use super::Of;
use crate::analysis::Grouping;
use crate::analysis::small_groups::SmallGroups;
use crate::analysis::study::{Basis, Study};
use crate::cohort::Groups;
use crate::definition::Clock;

pub struct Context<'a> {
    pub study: &'a Study,
    pub basis: Basis<'a>,
    pub small: SmallGroups,
    /// In the order of `Grouping::SPLITS`.
    pub splits: [Rc<Groups>; 3],
    /// Where day 0 is not the start date, and under a filter.
    choice: Option<Choice>,
}

/// A day 0 or a filter that leaves people out: what it hides of the curves. Every other figure is from the start dates.
struct Choice {
    overall: bool,
    /// By group, in the order of `splits`.
    hidden: [Vec<bool>; 3],
    leaves_out: bool,
}

impl<'a> Context<'a> {
    pub fn new(study: &'a mut Study, basis: Basis<'a>) -> Context<'a> {
        let splits = Grouping::SPLITS.map(|by| study.groups(basis, by));
        let small = SmallGroups::under(&study.in_force.definition);
        let is_choice = study.in_force.definition.clock != Clock::Start || study.is_filtered();
        let choice = is_choice.then(|| Choice {
            overall: study.suppression(basis, Grouping::None).overall_hidden,
            hidden: Grouping::SPLITS.map(|by| study.suppression(basis, by).hidden),
            leaves_out: study.scope.not_begun > 0 || study.is_filtered(),
        });
        Context { study, basis, small, splits, choice }
    }

    pub fn split(&self, by: Grouping) -> Option<&Groups> {
        Grouping::SPLITS.iter().position(|split| *split == by).map(|at| &*self.splits[at])
    }

    /// Everybody among the learners.
    pub fn learners(&self) -> Vec<bool> {
        vec![true; self.study.scope.learners.len()]
    }

    /// Whether people may be named at all. Beside the lists by start dates, one without a few people would tell of them.
    pub fn names(&self) -> bool {
        self.choice.as_ref().is_none_or(|choice| !choice.leaves_out)
    }

    /// For each group of a split whether a figure of its `counted` learners may be shown.
    pub fn shown(&self, split: &Groups, counted: &[bool]) -> Vec<bool> {
        let sizes = sizes(split, counted);
        // Without enough people in all, every group is small.
        let mut hidden = self.small.of_sizes(&sizes).hidden;
        let place = self.splits.iter().position(|one| std::ptr::eq(&**one, split));
        if let (Some(choice), Some(at)) = (&self.choice, place) {
            hidden
                .iter_mut()
                .zip(&choice.hidden[at])
                .for_each(|(hidden, of_curve)| *hidden |= choice.overall || *of_curve);
        }
        let shown = |(&size, hidden): (&u64, bool)| size > 0 && !hidden;
        sizes.iter().zip(hidden).map(shown).collect()
    }

    /// Which of the `counted` learners are behind a figure; `None` when it is not shown or there is no such group.
    pub fn members(&self, of: &Of, counted: &[bool]) -> Option<Vec<bool>> {
        let Some(name) = &of.group else {
            let size = counted.iter().filter(|counted| **counted).count() as u64;
            return (self.small.allow(size) && !self.choice.as_ref().is_some_and(|choice| choice.overall))
                .then(|| counted.to_vec());
        };
        let split = self.split(of.by)?;
        let group = split.names.iter().position(|group| group == name)?;
        self.shown(split, counted)[group].then(|| {
            let in_group = split.of.iter().map(|&of| of as usize == group);
            in_group.zip(counted).map(|(inside, &counted)| inside && counted).collect()
        })
    }
}

/// How many of the `counted` learners are in each group.
pub fn sizes(split: &Groups, counted: &[bool]) -> Vec<u64> {
    let mut sizes = vec![0; split.names.len()];
    for (&group, _) in split.of.iter().zip(counted).filter(|(_, counted)| **counted) {
        sizes[group as usize] += 1;
    }
    sizes
}
