//! The keys beside `ttc`: worked out once, written in full and as published.

use super::curves::{self, CoxShape, CurveShape, LandmarkGroup, MilestoneGroup};
use super::indicators::{CoachingOverall, CoachingShape, FunnelRow, SeriesShape, ShareShape, UpliftShape};
use super::json::{Object, Written};
use super::progress::{ManagerShape, MomentumShape, PhasesShape};
use super::published::PublishedSeries;
use crate::analysis::landmark::Landmark;
use crate::analysis::series::Series;
use crate::analysis::small_groups::{SmallGroups, due_by_phase, momentum_size};
use crate::analysis::study::{Basis, Study};
use crate::analysis::ttc::Group;
use crate::analysis::{Coaching, CoachingSeries, CoxFit, ManagerAdherence, Momentum, PhaseCounts, Share, Uplift};
use crate::cohort::Groups;
use crate::kpi::{COACHING_TARGET, FIRST_APPLICATION_TARGET, coaching};
use crate::record::EventKind;

pub struct Numbers<'a> {
    pub study: &'a Study,
    pub small: SmallGroups,
    landmark: Landmark,
    cox: CoxFit,
    share: Share,
    team_shares: Vec<Share>,
    coaching: CoachingSeries,
    team_coaching: Vec<CoachingSeries>,
    coaching_series: Series,
    share_series: Series,
    uplifts: Vec<Uplift>,
    /// Learners, managers, leaders.
    beliefs: [Group; 3],
    /// For each kind of event, of everybody and by team.
    milestones: [(EventKind, Group, Vec<Group>); 3],
    managers: Vec<ManagerAdherence>,
    momentum: Vec<Momentum>,
}

impl<'a> Numbers<'a> {
    /// `all` has everybody in one group.
    pub fn new(study: &'a Study, basis: Basis<'_>, all: &Groups, team: &Groups) -> Numbers<'a> {
        let (landmark, cox) = study.check_ins(basis);
        let coaching = study.coaching(basis, all).pop().unwrap_or_else(no_coaching);
        let team_coaching = study.coaching(basis, team);
        let milestones = |kind| {
            let mut overall = study.milestone_groups(basis, all, kind);
            (kind, overall.remove(0), study.milestone_groups(basis, team, kind))
        };
        Numbers {
            study,
            small: SmallGroups::under(&study.in_force.definition),
            landmark,
            cox,
            share: study.first_application(all).remove(0),
            team_shares: study.first_application(team),
            coaching_series: study.coaching_series(&coaching),
            share_series: study.first_application_series(),
            uplifts: study.uplifts(basis),
            beliefs: study.belief_groups(basis),
            milestones: [EventKind::Completed, EventKind::Applied, EventKind::Feedback].map(milestones),
            managers: study.touchpoints(basis),
            momentum: study.momentum(team, &team_coaching),
            coaching,
            team_coaching,
        }
    }

    fn learners(&self) -> u64 {
        self.study.scope.learners.len() as u64
    }

    /// Whether there are too few learners to show anything about all of them.
    pub fn overall_hidden(&self) -> bool {
        self.learners() < self.small.0
    }

    /// Writes the keys of every group, hidden or not.
    pub fn write(&self, report: &mut Object<'_>) -> Written {
        let launch = &self.study.in_force.launch;
        report.object("landmark", |landmark| {
            let Landmark { day, n, comparison } = &self.landmark;
            let names: Vec<&str> = comparison.groups.iter().map(|group| group.curve.group.as_str()).collect();
            let pairs = comparison.pairs.iter().copied();
            landmark.field("day", day)?;
            landmark.field("n", n)?;
            curves::comparison::<_, LandmarkGroup>(landmark, &names, comparison.clone(), pairs)
        })?;
        report.field("cox", &CoxShape::from(self.cox))?;
        report.object("first_application", |share| {
            share.field("window_days", &self.study.in_force.definition.window_days)?;
            share.field("target", &FIRST_APPLICATION_TARGET)?;
            share.field("overall", &ShareShape::from(&self.share))?;
            share.list::<ShareShape, _>("team", &self.team_shares)
        })?;
        report.object("coaching", |coaching| {
            let per_team = coaching::per_team(&self.team_coaching);
            coaching.field("target", &COACHING_TARGET)?;
            coaching.field("overall", &CoachingOverall { whole: (&self.coaching).into(), per_team })?;
            coaching.list::<CoachingShape, _>("team", &self.team_coaching)
        })?;
        report.list::<UpliftShape, _>("uplift", &self.uplifts)?;
        report.object("ttb", |ttb| {
            ttb.field("launch", launch)?;
            self.beliefs.iter().try_for_each(|audience| ttb.field(&audience.name, &CurveShape::from(audience)))
        })?;
        report.object("milestones", |milestones| {
            self.milestones.iter().try_for_each(|(kind, overall, team)| {
                milestones.object(kind.word(), |milestone| {
                    milestone.field("overall", &MilestoneGroup::from(overall))?;
                    milestone.list::<MilestoneGroup, _>("team", team)
                })
            })
        })?;
        report.object("touchpoints", |touchpoints| {
            let mut overall = PhaseCounts::default();
            self.managers.iter().for_each(|manager| overall.add(&manager.phases));
            touchpoints.field("launch", launch)?;
            touchpoints.field("overall", &PhasesShape::from(overall))?;
            touchpoints.list::<ManagerShape, _>("manager", &self.managers)
        })?;
        report.object("momentum", |momentum| {
            let periods = self.study.periods();
            momentum.field("current", &periods.map(|periods| periods.current))?;
            momentum.field("previous", &periods.map(|periods| periods.previous))?;
            momentum.list::<MomentumShape, _>("team", &self.momentum)
        })?;
        report.object("run_charts", |charts| {
            charts.field("coaching", &SeriesShape::from(&self.coaching_series))?;
            charts.field("first_application", &SeriesShape::from(&self.share_series))
        })?;
        report.object("funnel", |funnel| {
            funnel.object("first_application", |share| {
                share.field("target", &FIRST_APPLICATION_TARGET)?;
                share.list::<FunnelRow, _>("team", &self.study.funnel(&self.team_shares))
            })
        })
    }

    /// Writes what section 10 leaves of the same keys.
    pub fn write_published(&self, published: &mut Object<'_>) -> Written {
        let small = self.small;
        let landmark = self.landmark.comparison.groups.iter().map(|group| &group.curve);
        let shares = self.team_shares.iter().map(|share| (share.group.as_str(), u64::from(share.denominator)));
        let teams = || self.team_coaching.iter().map(|team| (team.group.as_str(), u64::from(team.whole.n)));
        let uplifts = self.uplifts.iter().map(|uplift| (uplift.item.as_str(), u64::from(uplift.n)));
        let beliefs = self.beliefs.iter().map(|group| (group.name.as_str(), u64::from(group.n())));
        let (phases, managers) = due_by_phase(&self.managers);
        let momentum = self.momentum.iter().zip(teams());
        let momentum = momentum.map(|(momentum, (name, learners))| (name, momentum_size(momentum, learners)));
        let [coaching_series, share_series] =
            [(&self.coaching_series, self.learners()), (&self.share_series, u64::from(self.share.denominator))]
                .map(|(series, total)| PublishedSeries::new(&series.points, total, small));

        published.field("min_group", &small.0)?;
        let landmark = landmark.map(|curve| (curve.group.as_str(), u64::from(curve.n)));
        published.field("landmark", &small.with_their_sum(landmark))?;
        published.field("first_application", &small.with_their_sum(shares))?;
        published.field("coaching", &small.with_their_sum(teams()))?;
        published.field("uplift", &small.without_total(uplifts))?;
        published.field("ttb", &small.without_total(beliefs))?;
        published.field("milestones", &small.with_their_sum(teams()))?;
        published.field("touchpoints", &small.with_total(phases, managers))?;
        published.field("momentum", &small.without_total(momentum))?;
        published.object("run_charts", |charts| {
            charts.field("coaching", &coaching_series)?;
            charts.field("first_application", &share_series)
        })
    }
}

fn no_coaching() -> CoachingSeries {
    let nothing = Coaching { n: 0, minutes: 0.0, days: 0, minutes_per_week: None, learner_days: 0, per_learner: None };
    CoachingSeries { group: "all".to_owned(), whole: nothing, months: Vec::new() }
}
