//! Learners by team, cohort or role, in order of name.

use super::scope::Member;
use crate::definition::Grouping;
use crate::table::{Code, Tables};

/// Which group each learner is in.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// Sorted bytewise. Groups without learners are not listed.
    pub names: Vec<String>,
    /// Index into `names`, for each learner.
    pub of: Vec<u32>,
    sizes: Vec<u64>,
}

impl Groups {
    pub fn of(tables: &Tables, learners: &[Member], by: Grouping) -> Groups {
        let (dictionary, codes) = match by {
            Grouping::None => return Groups::new(vec!["all".to_owned()], vec![0; learners.len()]),
            Grouping::Team => (&tables.teams, &tables.people.team),
            Grouping::Cohort => (&tables.cohorts, &tables.people.cohort),
            Grouping::Role => (&tables.roles, &tables.people.role),
        };
        let mut used = vec![false; dictionary.len()];
        for learner in learners {
            used[codes[learner.row as usize] as usize] = true;
        }
        // A group that is called like the group of those without one is that group.
        let name = |code: Code| match by {
            _ if code == 0 => by.without(),
            Grouping::Team => tables.team(code),
            _ => dictionary.text(code),
        };
        let mut present: Vec<Code> = (0..used.len() as Code).filter(|&code| used[code as usize]).collect();
        present.sort_by_key(|&code| name(code));
        let mut names: Vec<String> = Vec::new();
        let mut index = vec![0u32; used.len()];
        for code in present {
            if names.last().is_none_or(|last| last != name(code)) {
                names.push(name(code).to_owned());
            }
            index[code as usize] = names.len() as u32 - 1;
        }
        Groups::new(names, learners.iter().map(|learner| index[codes[learner.row as usize] as usize]).collect())
    }

    /// `of` counts into `names`, once for each learner.
    pub fn new(names: Vec<String>, of: Vec<u32>) -> Groups {
        let mut sizes = vec![0; names.len()];
        of.iter().for_each(|&group| sizes[group as usize] += 1);
        Groups { names, of, sizes }
    }

    /// Learners in each group.
    pub fn sizes(&self) -> &[u64] {
        &self.sizes
    }

    /// The same among names in the order of `names`, which hold all of them.
    pub fn sizes_of(&self, names: &[String]) -> Vec<u64> {
        let mut found = self.names.iter().zip(self.sizes.iter().copied()).peekable();
        names.iter().map(|name| found.next_if(|(group, _)| *group == name).map_or(0, |(_, size)| size)).collect()
    }
}
