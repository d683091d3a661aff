//! Section 10 on named groups: which of a breakdown may be shown, for screens, inspections and files alike.

use serde::{Deserialize, Serialize};

use super::series::{MonthPoint, Series};
use super::{ManagerAdherence, Momentum, Phase};
use crate::definition::Definition;
use crate::privacy::{Other, Suppression, Total, suppress, suppress_choice};

/// What may be shown of a breakdown, and the names of the rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shown<T> {
    /// In order of name.
    pub groups: Vec<T>,
    /// Names only, sorted; a group is here because it, or one it could be derived from, is small.
    pub hidden: Vec<String>,
}

/// Names hidden, sorted; `overall_hidden` only where a total is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hidden {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overall_hidden: Option<bool>,
    pub hidden: Vec<String>,
}

impl Hidden {
    /// The groups that are left, by what `name` makes of each.
    pub fn show<T>(self, groups: impl IntoIterator<Item = T>, name: impl Fn(&T) -> &str) -> Shown<T> {
        let left = groups.into_iter().filter(|group| !self.hides(name(group)));
        Shown { groups: left.collect(), hidden: self.hidden }
    }

    pub fn hides(&self, name: &str) -> bool {
        self.hidden.binary_search_by(|hidden| hidden.as_str().cmp(name)).is_ok()
    }
}

/// The small-group rule with its limit, people.
#[derive(Clone, Copy, Debug)]
pub struct SmallGroups(pub u64);

impl SmallGroups {
    /// The limit in force.
    pub fn under(definition: &Definition) -> SmallGroups {
        SmallGroups(definition.min_group_in_force())
    }

    /// Whether a figure of so many people, at least one, may be shown.
    pub fn allow(self, people: u64) -> bool {
        people >= self.0
    }

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

    /// Groups in order of name beside the sum of them.
    pub fn of_sizes(self, sizes: &[u64]) -> Suppression {
        suppress(sizes, self.0, Total::Shown(sizes.iter().sum()))
    }

    /// The same for a choice that leaves people out, beside other choices.
    pub fn of_choice(self, sizes: &[u64], others: &[Other]) -> Suppression {
        suppress_choice(sizes, others, self.0)
    }

    /// A series worked out anew over the months that are not hidden beside a total of so many people, and the hidden
    /// months.
    pub fn series(self, points: &[MonthPoint], total: u64) -> (Series, Vec<String>) {
        let sizes: Vec<u64> = points.iter().map(|point| u64::from(point.n)).collect();
        let suppression = suppress(&sizes, self.0, Total::Shown(total));
        let with = |wanted: bool| {
            let months = points.iter().zip(&suppression.hidden).filter(move |(_, hidden)| **hidden == wanted);
            months.map(|(point, _)| *point)
        };
        (Series::of(with(false).collect()), with(true).map(|point| point.month.to_string()).collect())
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
