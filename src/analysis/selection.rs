//! The views beside a filtered one: everybody, those with fewer of its dimensions, and those whose names are listed.
//! What is shown under a filter is held against all of them, so that no difference tells of a few (metrics.md section 10).

use super::small_groups::SmallGroups;
use super::study::{Basis, Study};
use crate::cohort::{Chosen, Groups, Member, Scope};
use crate::definition::{Clock, Grouping};
use crate::kpi::first_application::Standing;
use crate::privacy::{Other, Suppression};
use crate::record::EventKind;

/// Who of everybody is in which of the views.
#[derive(Clone, Debug)]
pub struct Selection {
    /// One for each day 0 that may be asked for beside the one in force, that one last.
    clocks: Vec<Vec<Selected>>,
    /// A bit for each dimension of the filter.
    all: usize,
}

#[derive(Clone, Debug)]
struct Selected {
    member: Member,
    /// Which dimensions of the filter hold.
    holds: u8,
    /// Listed by name without a filter.
    is_listed: bool,
}

/// What `Study::of` needs to know of a filter.
#[derive(Clone, Debug)]
pub struct Restriction {
    pub chosen: Chosen,
    pub selection: Selection,
}

impl Selection {
    /// `whole` is the study of everybody, `listed` says who of its learners by start dates is listed by name,
    /// `dimensions` are the choices of the filter one by one.
    pub fn new(whole: &mut Study, basis: Basis<'_>, listed: &[bool], dimensions: &[Chosen]) -> Selection {
        let clock = whole.in_force.definition.clock;
        let all = whole.by_start_dates();
        let holds = |member: &Member| {
            let bits = dimensions.iter().enumerate().filter(|(_, one)| one.holds(basis.tables, member));
            bits.map(|(at, _)| 1u8 << at).sum()
        };
        let learners = all.scope.learners.iter().zip(listed);
        let by_start: Vec<Selected> = learners
            .map(|(learner, &is_listed)| Selected { member: *learner, holds: holds(learner), is_listed })
            .collect();
        // Who begins by another clock is among those who begin by start dates, in the same order.
        let begun = |kind| {
            let scope = Scope { learners: all.scope.learners.clone(), ..Scope::default() };
            let mut begun = scope.begin_with(kind, basis.runs).learners.into_iter().peekable();
            let of =
                by_start.iter().filter(|one| begun.next_if(|learner| learner.person == one.member.person).is_some());
            of.cloned().collect::<Vec<Selected>>()
        };
        let clocks = match clock {
            Clock::Start => vec![by_start],
            Clock::Enrolled => vec![begun(EventKind::Enrolled), by_start],
            Clock::Started => vec![begun(EventKind::Started), begun(EventKind::Enrolled), by_start],
        };
        Selection { clocks: clocks.into_iter().rev().collect(), all: (1 << dimensions.len()) - 1 }
    }

    /// Which groups of the curves may be shown, by the names of `groups`.
    pub fn suppression(&self, basis: Basis<'_>, groups: &Groups, by: Grouping, small: SmallGroups) -> Suppression {
        let everybody: Vec<Member> = self.clocks[0].iter().map(|one| one.member).collect();
        let names = Groups::of(basis.tables, &everybody, by).names;
        // Views of everybody first, each beside those it is part of.
        let mut views: Vec<(usize, usize, Other)> = Vec::new();
        let mut found = Suppression::default();
        for of in 0..=self.all {
            for (clock, people) in self.clocks.iter().enumerate() {
                let sizes = |only_listed: bool| {
                    let is_in = |one: &&Selected| usize::from(one.holds) & of == of && (one.is_listed || !only_listed);
                    let members: Vec<Member> = people.iter().filter(is_in).map(|one| one.member).collect();
                    Groups::of(basis.tables, &members, by).sizes_of(&names)
                };
                let beside = views.iter().filter(|(other, other_clock, view)| {
                    other & of == *other && *other_clock <= clock && !view.shown.overall_hidden
                });
                let mut others: Vec<Other> = beside.map(|(.., view)| view.clone()).collect();
                if of != 0 {
                    let none = Suppression { overall_hidden: false, hidden: vec![false; names.len()] };
                    others.push(Other { sizes: sizes(true), shown: none });
                }
                let sizes = sizes(false);
                found = match others.is_empty() {
                    true => small.of_sizes(&sizes),
                    false => small.of_choice(&sizes, &others),
                };
                views.push((of, clock, Other { sizes, shown: found.clone() }));
            }
        }
        let mut of_all = names.iter().zip(&found.hidden);
        let of_group = |name: &String| of_all.find(|(group, _)| *group == name).is_none_or(|(_, hidden)| *hidden);
        Suppression { hidden: groups.names.iter().map(of_group).collect(), ..found }
    }

    /// Whether a share of everybody's first applications may be told of those under the filter.
    pub fn tells_of_few(&self, standings: &[Standing], small: SmallGroups) -> bool {
        let people = || self.clocks[0].iter().zip(standings);
        let mature = |of: usize, only_listed: bool| {
            let counts = |(one, standing): &(&Selected, &Standing)| {
                usize::from(one.holds) & of == of
                    && (one.is_listed || !only_listed)
                    && matches!(standing, Standing::Mature { .. })
            };
            people().filter(counts).count() as u64
        };
        let here = mature(self.all, false);
        let few = |other: u64| other.abs_diff(here) > 0 && !small.allow(other.abs_diff(here));
        (0..self.all).any(|of| few(mature(of, false))) || few(mature(self.all, true))
    }
}
