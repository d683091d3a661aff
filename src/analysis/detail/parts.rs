//! Works each part out and leaves away what section 10 hides.

use super::{
    AtLandmark, CheckIns, CoachingMinutes, DaysTo, Detail, Excluded, FirstApplication, MILESTONES, Milestones,
    MonthlySeries, TeamCoaching, TeamMomentum, TeamShare,
};
use crate::analysis::mix::role_mix;
use crate::analysis::series::coaching_points;
use crate::analysis::small_groups::{Shown, SmallGroups, momentum_size};
use crate::analysis::study::{Basis, Study};
use crate::analysis::ttc::{Group, plain_curve};
use crate::analysis::{CoachingSeries, Curve, FunnelLimits, Grouping, Momentum, Recorded, Share, Uplift};
use crate::cohort::Groups;
use crate::funnel::lines;
use crate::kpi::{self, COACHING_TARGET, FIRST_APPLICATION_TARGET};
use crate::record::EventKind;
use crate::survival::Ending;

/// The numbers beyond the curve under the study's definition, from the start dates.
pub fn detail(study: &mut Study, basis: Basis<'_>) -> Detail {
    let mut parts = InParts::default();
    loop {
        if let Some(detail) = parts.next(study, basis) {
            return detail;
        }
    }
}

/// The same, worked out part by part, so that other questions can come between. All parts are of one data set and one
/// definition.
#[derive(Clone, Debug, Default)]
pub struct InParts {
    first_application: Option<FirstApplication>,
    coaching: Option<(CoachingMinutes, TeamMomentum)>,
    uplift: Option<Shown<Uplift>>,
    check_ins: Option<CheckIns>,
    belief: Option<(Shown<Curve>, Option<Curve>)>,
    milestones: Vec<Milestones>,
}

impl InParts {
    /// Works the next part out. Everything once all are there; then it begins anew.
    pub fn next(&mut self, study: &mut Study, basis: Basis<'_>) -> Option<Detail> {
        let study = study.by_start_dates();
        let small = SmallGroups::under(&study.in_force.definition);
        let all = study.groups(basis, Grouping::None);
        let [team, _, role] = Grouping::SPLITS.map(|by| study.groups(basis, by));
        let recorded = study.recorded(basis);
        let study = &*study;
        if self.first_application.is_none() {
            self.first_application =
                Some(first_application(study, recorded.has(EventKind::Applied), &all, &team, small));
        } else if self.coaching.is_none() {
            self.coaching = Some(coaching(study, recorded.has(EventKind::Coached), basis, [&all, &team], small));
        } else if self.uplift.is_none() {
            self.uplift = Some(uplift(study, basis, small));
        } else if self.check_ins.is_none() {
            self.check_ins = Some(check_ins(study, recorded.has(EventKind::Coached), basis, small));
        } else if self.belief.is_none() {
            self.belief = Some(belief(study, recorded, basis, small));
        } else if let Some(&kind) = MILESTONES.get(self.milestones.len()) {
            self.milestones.push(milestones(study, recorded.has(kind), basis, kind, [&all, &team], small));
        }
        match std::mem::take(self) {
            InParts {
                first_application: Some(first_application),
                coaching: Some((coaching, momentum)),
                uplift: Some(uplift),
                check_ins: Some(check_ins),
                belief: Some((belief, first_applied)),
                milestones,
            } if milestones.len() == MILESTONES.len() => {
                let learners = study.scope.learners.len() as u64;
                let role_mix = role_mix(study, &role, small).filter(|_| small.allow(learners));
                Some(Detail {
                    recorded,
                    first_application,
                    coaching,
                    uplift,
                    check_ins,
                    belief,
                    first_applied,
                    milestones,
                    momentum,
                    role_mix,
                })
            }
            unfinished => {
                *self = unfinished;
                None
            }
        }
    }
}

fn uplift(study: &Study, basis: Basis<'_>, small: SmallGroups) -> Shown<Uplift> {
    let items = study.uplifts(basis);
    let sizes = items.iter().map(|item| (item.item.as_str(), item.n.into()));
    small.without_total(sizes).show(items.clone(), |item| &item.item)
}

/// The audiences, and the first application of the learners where their belief is shown. An audience that nothing in the
/// files is about has nobody.
fn belief(study: &Study, recorded: Recorded, basis: Basis<'_>, small: SmallGroups) -> (Shown<Curve>, Option<Curve>) {
    let audiences = study.belief_groups(basis).map(|group| match recorded.shows_belief(&group.name) {
        true => plain_curve(&group.name, &group.table),
        false => plain_curve(&group.name, &[]),
    });
    let shown = small.without_total(audiences.iter().map(sized)).show(audiences.clone(), |curve| &curve.group);
    let applied = study.application_group(basis);
    let has_learners = shown.groups.iter().any(|curve| curve.group == applied.name && curve.n > 0);
    let has_learners = has_learners && recorded.has(EventKind::Applied);
    (shown, has_learners.then(|| plain_curve(&applied.name, &applied.table)))
}

/// Minutes and momentum, which rest on the same coaching of each team.
fn coaching(
    study: &Study,
    recorded: bool,
    basis: Basis<'_>,
    [all, team]: [&Groups; 2],
    small: SmallGroups,
) -> (CoachingMinutes, TeamMomentum) {
    let teams = study.coaching(basis, team);
    let momentum = shown_momentum(study.momentum(team, &teams), &teams, small);
    (
        coaching_minutes(study, recorded, basis, all, teams, small),
        TeamMomentum { periods: study.periods(), team: momentum },
    )
}

fn sized(curve: &Curve) -> (&str, u64) {
    (&curve.group, curve.n.into())
}

fn first_application(
    study: &Study,
    recorded: bool,
    all: &Groups,
    team: &Groups,
    small: SmallGroups,
) -> FirstApplication {
    let of = |split: &Groups| {
        let shares = study.first_application(split).into_iter();
        shares.map(|share| share.where_recorded(recorded)).collect::<Vec<_>>()
    };
    let (overall, teams) = (of(all).pop(), of(team));
    let hidden = small.with_their_sum(teams.iter().map(|share| (share.group.as_str(), share.denominator.into())));
    let (some, none): (Vec<Share>, Vec<Share>) = teams.into_iter().partition(|share| share.denominator > 0);
    let teams = hidden.show(some, |share| &share.group);
    let mature = overall.as_ref().map_or(0, |share| share.denominator.into());
    // Without a figure there is still who waits for one, which is a figure of all learners.
    let shown = small.allow(study.scope.learners.len() as u64);
    let points = if recorded { study.first_application_series().points } else { Vec::new() };
    let (series, hidden_months) = small.series(&points, mature);
    FirstApplication {
        recorded,
        window_days: study.in_force.definition.window_days,
        target: FIRST_APPLICATION_TARGET,
        overall: overall.filter(|share| shown && (share.denominator == 0 || small.allow(share.denominator.into()))),
        limits: teams.groups.iter().map(|team| team.denominator).max().map_or_else(Vec::new, lines_around_target),
        funnel: study.funnel(&teams.groups),
        team: Shown { groups: teams.groups.into_iter().map(TeamShare::from).collect(), hidden: teams.hidden },
        no_figure: none.into_iter().map(|share| share.group).collect(),
        months: MonthlySeries { series, hidden: hidden_months },
    }
}

fn lines_around_target(largest: u32) -> Vec<(u32, FunnelLimits)> {
    lines(largest, FIRST_APPLICATION_TARGET)
}

impl From<Share> for TeamShare {
    fn from(Share { group, numerator, denominator, rate, band, .. }: Share) -> TeamShare {
        TeamShare { group, numerator, denominator, rate, band }
    }
}

fn coaching_minutes(
    study: &Study,
    recorded: bool,
    basis: Basis<'_>,
    all: &Groups,
    teams: Vec<CoachingSeries>,
    small: SmallGroups,
) -> CoachingMinutes {
    if !recorded {
        let (target, team) = (COACHING_TARGET, Shown { groups: Vec::new(), hidden: Vec::new() });
        return CoachingMinutes {
            recorded,
            target,
            overall: None,
            per_team: None,
            team,
            months: MonthlySeries::default(),
        };
    }
    let learners = study.scope.learners.len() as u64;
    let overall = study.coaching(basis, all).pop();
    let points = overall.as_ref().map(coaching_points).unwrap_or_default();
    let (series, hidden_months) = small.series(&points, learners);
    let hidden = small.with_their_sum(teams.iter().map(|team| (team.group.as_str(), team.whole.n.into())));
    let per_team = kpi::coaching::per_team(&teams);
    let shown = hidden.show(teams, |team| &team.group);
    let figure = |team: CoachingSeries| TeamCoaching { group: team.group, figure: team.whole };
    CoachingMinutes {
        recorded,
        target: COACHING_TARGET,
        overall: overall.map(|overall| overall.whole).filter(|_| small.allow(learners)),
        per_team: per_team.filter(|_| small.allow(learners)),
        team: Shown { groups: shown.groups.into_iter().map(figure).collect(), hidden: shown.hidden },
        months: MonthlySeries { series, hidden: hidden_months },
    }
}

fn check_ins(study: &Study, recorded: bool, basis: Basis<'_>, small: SmallGroups) -> CheckIns {
    let (landmark, cox) = study.check_ins(basis);
    let day = landmark.day;
    if !recorded {
        return CheckIns { recorded, day, landmark: None, cox: None };
    }
    CheckIns {
        recorded,
        day,
        landmark: landmark.may_be_shown(small).then(|| AtLandmark { landmark, excluded: Excluded::by(study, day) }),
        cox: small.allow(cox.n.into()).then_some(cox),
    }
}

impl Excluded {
    /// Those whose time is over by the landmark day.
    fn by(study: &Study, day: i32) -> Excluded {
        let mut excluded = Excluded::default();
        for (_, ending) in study.spells.time.iter().zip(&study.spells.ending).filter(|(time, _)| **time <= day) {
            match ending {
                Ending::Event => excluded.competent += 1,
                Ending::Left => excluded.left += 1,
                Ending::Censored => excluded.too_recent += 1,
            }
        }
        excluded
    }
}

fn milestones(
    study: &Study,
    recorded: bool,
    basis: Basis<'_>,
    kind: EventKind,
    [all, team]: [&Groups; 2],
    small: SmallGroups,
) -> Milestones {
    let of = |split: &Groups| study.milestone_groups(basis, split, kind).into_iter().map(DaysTo::from);
    let teams: Vec<DaysTo> = of(team).collect();
    let hidden = small.with_their_sum(teams.iter().map(|team| (team.group.as_str(), team.n.into())));
    Milestones {
        kind,
        recorded,
        overall: of(all).next().filter(|overall| small.allow(overall.n.into())),
        team: hidden.show(teams, |team| &team.group),
    }
}

impl From<Group> for DaysTo {
    fn from(group: Group) -> DaysTo {
        let Curve { group, n, events, quantiles, .. } = plain_curve(&group.name, &group.table);
        DaysTo { group, n, events, quantiles }
    }
}

fn shown_momentum(momentum: Vec<Momentum>, coaching: &[CoachingSeries], small: SmallGroups) -> Shown<Momentum> {
    let sized = |(team, coaching): (&'_ Momentum, &CoachingSeries)| momentum_size(team, coaching.whole.n.into());
    let sizes: Vec<u64> = momentum.iter().zip(coaching).map(sized).collect();
    let names = momentum.iter().map(|team| team.group.as_str());
    small.without_total(names.zip(sizes)).show(momentum.clone(), |team| &team.group)
}
