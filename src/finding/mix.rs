//! Who started changed: a reason for a curve of everybody to move that has nothing to do with learning.

use super::Finding;
use crate::analysis::mix::{RoleMix, RoleShare};
use crate::{format, t};

/// The comparison is made on every analysis without anybody asking for it, so chance has to be less likely than for a
/// test that was asked for.
const LEVEL: f64 = 0.01;
/// A smaller change than one person in ten moves a curve by less than its band shows.
const SMALLEST_SHIFT: f64 = 0.1;

/// `None` when chance explains the change, or when it is too small to matter.
pub fn role_mix(mix: &RoleMix) -> Option<Finding> {
    if mix.p >= LEVEL || mix.shift < SMALLEST_SHIFT {
        return None;
    }
    // Of equal ones the first by name.
    let change = |role: &RoleShare| (role.later - role.earlier).abs();
    let most = mix.roles.iter().reduce(|most, role| if change(role) > change(most) { role } else { most })?;
    let since = format::date(mix.since);
    let headline = t!(
        "Other roles started lately: {role} is {later} of those who started since {since}, {earlier} of those before.",
        role = most.role,
        later = format::share(most.later),
        since,
        earlier = format::share(most.earlier)
    );
    let caveat = [
        t!("A change over time may come from who started rather than from how they learn: look at one role at a time.")
            .to_owned(),
        t!(
            "{before} started before that day and {since} since; {share} of them would need another role for the two to be \
             alike.",
            before = format::people(mix.earlier),
            since = format::people(mix.later),
            share = format::share(mix.shift)
        ),
        format!("{}, {}.", format::chi_square(mix.chi2), format::p_value(mix.p)),
    ];
    Some(Finding::new(headline, caveat))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::plain;
    use crate::time::Day;

    fn mix(p: f64, shift: f64) -> RoleMix {
        let role = |role: &str, earlier, later| RoleShare { role: role.to_owned(), earlier, later };
        let roles = vec![role("agent", 0.4, 0.62), role("teller", 0.6, 0.38)];
        let since = Day::from_ymd(2026, 3, 1).unwrap();
        RoleMix { since, earlier: 60, later: 62, roles, chi2: 7.1, df: 1, p, shift }
    }

    #[test]
    fn a_change_is_said_when_it_matters_and_chance_does_not_explain_it() {
        for (p, shift, said) in [(0.008, 0.22, true), (0.01, 0.22, false), (0.0001, 0.09, false), (0.5, 0.22, false)] {
            assert_eq!(role_mix(&mix(p, shift)).is_some(), said, "{p} {shift}");
        }
        let finding = plain(role_mix(&mix(0.008, 0.22)).unwrap());
        assert_eq!(
            finding.headline,
            "Other roles started lately: agent is 62 % of those who started since 1 March 2026, 40 % of those before."
        );
        assert_eq!(
            finding.caveat,
            "A change over time may come from who started rather than from how they learn: look at one role at a time. \
             60 people started before that day and 62 people since; 22 % of them would need another role for the two to \
             be alike. χ² = 7.10, p = 0.008."
        );
    }
}
