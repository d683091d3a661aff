//! Did the mix of roles change: the roles of the learners who started earlier beside those who started later.
//!
//! A curve of everybody moves when a quick role makes up more of it, although nobody became quicker (Simpson 1951). Here
//! the earlier and the later half of the starts are compared by Pearson's χ² test of homogeneity (1900), over roles whose
//! expected count is at least 5 in both halves, where its approximation holds (Cochran 1954, Biometrics 10:417–451). How
//! much changed is the share of people who would have to have another role for both halves to be alike (the index of
//! dissimilarity: Duncan and Duncan 1955, American Sociological Review 20:210–217).

use serde::{Deserialize, Serialize};

use super::small_groups::SmallGroups;
use super::study::Study;
use crate::cohort::Groups;
use crate::survival::chi_square_tail;
use crate::time::Day;

/// Smallest expected count of a role in a half.
const FEWEST_EXPECTED: f64 = 5.0;

/// Roles of the earlier and of the later half of the starts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoleMix {
    /// First day of the later half.
    pub since: Day,
    /// People of the roles listed, in each half.
    pub earlier: u32,
    pub later: u32,
    /// In order of name.
    pub roles: Vec<RoleShare>,
    pub chi2: f64,
    /// Roles − 1.
    pub df: u32,
    pub p: f64,
    /// Half the sum of the absolute differences of the shares: 0 for the same mix, 1 for nothing in common.
    pub shift: f64,
}

/// A role's share of each half, of 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoleShare {
    pub role: String,
    pub earlier: f64,
    pub later: f64,
}

/// Over the roles that may be shown; `None` with fewer than two of enough people, or when a half is of fewer people than
/// the small-group limit.
pub fn role_mix(study: &Study, roles: &Groups, small: SmallGroups) -> Option<RoleMix> {
    let hidden = small.of_sizes(roles.sizes()).hidden;
    let people = study.scope.learners.iter().zip(&roles.of);
    let mut people: Vec<(i32, u32)> = people.map(|(learner, &role)| (learner.start, role)).collect();
    people.retain(|(_, role)| !hidden[*role as usize]);
    people.sort_unstable();
    let &(since, _) = people.get(people.len() / 2)?;
    let mut counts = vec![[0u32; 2]; roles.names.len()];
    for (start, role) in people {
        counts[role as usize][usize::from(start >= since)] += 1;
    }
    let named = roles.names.iter().map(String::as_str).zip(counts);
    compare(since, named.collect()).filter(|mix| small.allow(u64::from(mix.earlier.min(mix.later))))
}

/// `roles` has for each role its people in the earlier and in the later half.
fn compare(since: i32, mut roles: Vec<(&str, [u32; 2])>) -> Option<RoleMix> {
    // Leaving a role out changes what is expected of the others, so again until nothing changes.
    let expected = loop {
        let half = |at: usize| f64::from(roles.iter().map(|(_, count)| count[at]).sum::<u32>());
        let halves = [half(0), half(1)];
        let share = halves.map(|half| half / (halves[0] + halves[1]));
        let expected = |count: &[u32; 2]| share.map(|share| share * f64::from(count[0] + count[1]));
        let before = roles.len();
        roles.retain(|(_, count)| expected(count).iter().all(|&expected| expected >= FEWEST_EXPECTED));
        if roles.len() == before {
            break roles.iter().map(|(_, count)| expected(count)).collect::<Vec<_>>();
        }
    };
    if roles.len() < 2 {
        return None;
    }
    let [earlier, later] = [0, 1].map(|at| roles.iter().map(|(_, count)| count[at]).sum::<u32>());
    let cell = |(count, expected): (u32, f64)| (f64::from(count) - expected).powi(2) / expected;
    let cells = roles.iter().zip(&expected).flat_map(|((_, count), expected)| count.iter().copied().zip(*expected));
    let chi2 = cells.map(cell).sum();
    let df = roles.len() as u32 - 1;
    let share = |(role, [early, late]): &(&str, [u32; 2])| RoleShare {
        role: (*role).to_owned(),
        earlier: f64::from(*early) / f64::from(earlier),
        later: f64::from(*late) / f64::from(later),
    };
    let roles: Vec<RoleShare> = roles.iter().map(share).collect();
    let shift = roles.iter().map(|role| (role.later - role.earlier).abs()).sum::<f64>() / 2.0;
    Some(RoleMix { since: Day(since), earlier, later, roles, chi2, df, p: chi_square_tail(chi2, df), shift })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_two_by_two_by_hand() {
        // Expected 15 everywhere: χ² = 4 · 5²/15, and a third of the later ones would have to have the other role.
        let mix = compare(0, vec![("agent", [10, 20]), ("teller", [20, 10])]).unwrap();
        assert_eq!((mix.earlier, mix.later, mix.df), (30, 30, 1));
        assert!((mix.chi2 - 20.0 / 3.0).abs() < 1e-12 && (mix.p - 0.009823).abs() < 1e-6, "{mix:?}");
        assert!((mix.shift - 1.0 / 3.0).abs() < 1e-12, "{mix:?}");
    }

    #[test]
    fn the_same_mix_has_no_shift() {
        let mix = compare(0, vec![("agent", [10, 20]), ("teller", [8, 16])]).unwrap();
        assert_eq!((mix.chi2, mix.shift, mix.p), (0.0, 0.0, 1.0));
    }

    #[test]
    fn roles_of_few_people_are_left_out_and_two_must_stay() {
        let mix = compare(0, vec![("agent", [10, 20]), ("coach", [1, 2]), ("teller", [20, 10])]).unwrap();
        assert_eq!(mix.roles.len(), 2);
        for roles in [vec![], vec![("agent", [10, 20])], vec![("agent", [40, 0])], vec![("a", [9, 9]), ("b", [1, 3])]] {
            assert_eq!(compare(0, roles.clone()), None, "{roles:?}");
        }
    }
}
