//! A study → the numbers beyond the curve that a screen may show, with section 10 applied.

use serde::{Deserialize, Serialize};

use super::landmark::Landmark;
use super::mix::{RoleMix, role_mix};
use super::series::{Series, coaching_points};
use super::small_groups::{Shown, SmallGroups, momentum_size};
use super::study::{Basis, Study};
use super::ttc::{Group, plain_curve};
use super::{
    Coaching, CoachingSeries, CoxFit, Curve, FunnelPoint, Grouping, Momentum, Periods, Quantile, Share, Uplift,
};
use crate::cohort::Groups;
use crate::kpi::{COACHING_TARGET, FIRST_APPLICATION_TARGET, coaching};
use crate::record::EventKind;
use crate::survival::{Band, Ending};

/// The events that are milestones of a learner (metrics.md section 8).
pub const MILESTONES: [EventKind; 3] = [EventKind::Completed, EventKind::Applied, EventKind::Feedback];

/// Everything beyond the curve. Each part hides its small groups by itself, as each has its own denominators.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Detail {
    pub first_application: FirstApplication,
    pub coaching: CoachingMinutes,
    /// By item; the items with nobody measured before and after are here too, without figures.
    pub uplift: Shown<Uplift>,
    pub check_ins: CheckIns,
    /// The audiences learner, manager, leader; one with nobody has a curve without rows.
    pub belief: Shown<Curve>,
    /// In the order of `MILESTONES`.
    pub milestones: Vec<Milestones>,
    pub momentum: TeamMomentum,
    /// `None` when there is nothing to compare.
    pub role_mix: Option<RoleMix>,
}

/// The share with a first application in time (metrics.md 6.1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FirstApplication {
    /// Days from the first completed module.
    pub window_days: i32,
    /// Share of 1.
    pub target: f64,
    /// `None` when somebody is in the denominator, but fewer than the limit, or when there are so few learners.
    pub overall: Option<Share>,
    pub team: Shown<TeamShare>,
    /// Teams without anybody in the denominator so far.
    pub no_figure: Vec<String>,
    /// The teams shown, as points of the funnel around the target.
    pub funnel: Vec<FunnelPoint>,
    /// By month of the first completed module.
    pub months: MonthlySeries,
}

/// A team's share. Who is still in the window is not counted by team: of a team too small for a curve it would follow by
/// subtraction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamShare {
    pub group: String,
    pub numerator: u32,
    /// At least 1.
    pub denominator: u32,
    pub rate: Option<f64>,
    pub band: Option<Band>,
}

/// A series over the months that may be shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MonthlySeries {
    pub series: Series,
    /// "YYYY-MM".
    pub hidden: Vec<String>,
}

/// Coaching minutes (metrics.md 6.2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CoachingMinutes {
    /// Minutes a week and team.
    pub target: f64,
    /// All learners as one; `None` when there are fewer than the limit.
    pub overall: Option<Coaching>,
    /// Minutes a week of the average team: the figure that stands against the target.
    pub per_team: Option<f64>,
    pub team: Shown<TeamCoaching>,
    /// Minutes a week per learner, by month.
    pub months: MonthlySeries,
}

/// A team's coaching over all its days. Not by month: beside the months of everybody, those of the teams shown would
/// tell the months of the few people in the teams that are not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamCoaching {
    pub group: String,
    pub figure: Coaching,
}

/// Both answers to whether coaching helps (metrics.md section 5).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckIns {
    /// Days from a person's start.
    pub day: i32,
    /// `None` when one of the two groups is small.
    pub landmark: Option<AtLandmark>,
    /// `None` when there are fewer learners than the limit.
    pub cox: Option<CoxFit>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AtLandmark {
    pub landmark: Landmark,
    pub excluded: Excluded,
}

/// Learners who are not in the landmark comparison, by how they were on the landmark day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excluded {
    pub competent: u32,
    pub left: u32,
    /// Followed no longer than the landmark day.
    pub too_recent: u32,
}

impl Excluded {
    /// Those whose time is over by the landmark day.
    pub fn by(study: &Study, day: i32) -> Excluded {
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

    pub fn total(&self) -> u32 {
        self.competent + self.left + self.too_recent
    }
}

/// Days from the start to a first event of a kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Milestones {
    pub kind: EventKind,
    pub overall: Option<DaysTo>,
    pub team: Shown<DaysTo>,
}

/// A curve without its rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DaysTo {
    pub group: String,
    pub n: u32,
    pub events: u32,
    /// 25, 50 and 75 %, days.
    pub quantiles: [Quantile; 3],
}

/// Each team against itself (metrics.md section 9).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamMomentum {
    pub periods: Option<Periods>,
    pub team: Shown<Momentum>,
}

/// The numbers beyond the curve under the study's definition.
pub fn detail(study: &mut Study, basis: Basis<'_>) -> Detail {
    let small = SmallGroups(study.in_force.definition.min_group_in_force());
    let all = study.groups(basis, Grouping::None);
    let [team, _, role] = Grouping::SPLITS.map(|by| study.groups(basis, by));
    let study = &*study;
    let learners = study.scope.learners.len() as u64;
    let team_coaching = study.coaching(basis, &team);
    let momentum = study.momentum(&team, &team_coaching);
    Detail {
        first_application: first_application(study, &all, &team, small),
        momentum: TeamMomentum { periods: study.periods(), team: shown_momentum(momentum, &team_coaching, small) },
        coaching: coaching_minutes(study, basis, &all, team_coaching, small),
        uplift: {
            let items = study.uplifts(basis);
            small
                .without_total(items.iter().map(|item| (item.item.as_str(), item.n.into())))
                .show(items.clone(), |item| &item.item)
        },
        check_ins: check_ins(study, basis, small),
        belief: {
            let audiences = study.belief_groups(basis).map(|group| plain_curve(&group.name, &group.table));
            small.without_total(audiences.iter().map(sized)).show(audiences.clone(), |curve| &curve.group)
        },
        milestones: MILESTONES.map(|kind| milestones(study, basis, kind, [&all, &team], small)).into(),
        role_mix: role_mix(study, &role, small).filter(|_| small.allow(learners)),
    }
}

fn sized(curve: &Curve) -> (&str, u64) {
    (&curve.group, curve.n.into())
}

fn first_application(study: &Study, all: &Groups, team: &Groups, small: SmallGroups) -> FirstApplication {
    let overall = study.first_application(all).pop();
    let teams = study.first_application(team);
    let hidden = small.with_their_sum(teams.iter().map(|share| (share.group.as_str(), share.denominator.into())));
    let (some, none): (Vec<Share>, Vec<Share>) = teams.into_iter().partition(|share| share.denominator > 0);
    let shown = hidden.show(some, |share| &share.group);
    let mature = overall.as_ref().map_or(0, |share| share.denominator.into());
    let (series, hidden_months) = small.series(&study.first_application_series().points, mature);
    FirstApplication {
        window_days: study.in_force.definition.window_days,
        target: FIRST_APPLICATION_TARGET,
        overall: overall.filter(|share| share.denominator == 0 || small.allow(share.denominator.into())),
        funnel: study.funnel(&shown.groups),
        team: Shown { groups: shown.groups.into_iter().map(TeamShare::from).collect(), hidden: shown.hidden },
        no_figure: none.into_iter().map(|share| share.group).collect(),
        months: MonthlySeries { series, hidden: hidden_months },
    }
}

impl From<Share> for TeamShare {
    fn from(Share { group, numerator, denominator, rate, band, .. }: Share) -> TeamShare {
        TeamShare { group, numerator, denominator, rate, band }
    }
}

fn coaching_minutes(
    study: &Study,
    basis: Basis<'_>,
    all: &Groups,
    teams: Vec<CoachingSeries>,
    small: SmallGroups,
) -> CoachingMinutes {
    let learners = study.scope.learners.len() as u64;
    let overall = study.coaching(basis, all).pop();
    let points = overall.as_ref().map(coaching_points).unwrap_or_default();
    let (series, hidden_months) = small.series(&points, learners);
    let hidden = small.with_their_sum(teams.iter().map(|team| (team.group.as_str(), team.whole.n.into())));
    let per_team = coaching::per_team(&teams);
    let shown = hidden.show(teams, |team| &team.group);
    let figure = |team: CoachingSeries| TeamCoaching { group: team.group, figure: team.whole };
    CoachingMinutes {
        target: COACHING_TARGET,
        overall: overall.map(|overall| overall.whole).filter(|_| small.allow(learners)),
        per_team: per_team.filter(|_| small.allow(learners)),
        team: Shown { groups: shown.groups.into_iter().map(figure).collect(), hidden: shown.hidden },
        months: MonthlySeries { series, hidden: hidden_months },
    }
}

fn check_ins(study: &Study, basis: Basis<'_>, small: SmallGroups) -> CheckIns {
    let (landmark, cox) = study.check_ins(basis);
    let hidden = small.with_their_sum(landmark.comparison.groups.iter().map(|group| sized(&group.curve)));
    let day = landmark.day;
    CheckIns {
        day,
        landmark: (hidden.hidden.is_empty() && small.allow(landmark.n.into()))
            .then(|| AtLandmark { landmark, excluded: Excluded::by(study, day) }),
        cox: small.allow(cox.n.into()).then_some(cox),
    }
}

fn milestones(
    study: &Study,
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
