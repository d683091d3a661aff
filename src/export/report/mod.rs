//! report.json: every number of one data set under one definition (spec/report.md). Holds every group, hidden or not;
//! `published` names the groups that section 10 hides.

mod curves;
mod indicators;
mod progress;
mod published;
mod rows;
mod settings;

use serde::Serialize;

use crate::analysis::study::{Basis, Study};
use crate::analysis::ttc::{Group, compare, pair_tests, tau_used, ttc_curve};
use crate::analysis::{Coaching, CoachingSeries, Counts, Grouping};
use crate::cohort::Groups;
use crate::kpi::{COACHING_TARGET, FIRST_APPLICATION_TARGET, coaching};
use crate::record::EventKind;
use crate::time::Day;
use curves::{ComparisonShape, CoxShape, LandmarkShape, MilestoneShape, Milestones, Ttb, Ttc, TtcShape};
use indicators::{
    CoachingOverall, CoachingReport, FirstApplication, Funnel, FunnelShape, RunCharts, SeriesShape, UpliftShape,
};
use progress::{MomentumReport, Touchpoints};
use published::{
    Published, PublishedComparison, PublishedSeries, PublishedTtc, SmallGroups, due_by_phase, momentum_size,
};
use settings::Settings;

/// The report as JSON text in UTF-8.
pub fn report(study: &mut Study, basis: Basis<'_>, read: Counts) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&Report::new(study, basis, read))
}

#[derive(Serialize)]
struct Report {
    cutoff: Option<Day>,
    settings: Settings,
    counts: Counts,
    ttc: Ttc,
    landmark: LandmarkShape,
    cox: CoxShape,
    first_application: FirstApplication,
    coaching: CoachingReport,
    uplift: Vec<UpliftShape>,
    ttb: Ttb,
    milestones: Milestones,
    touchpoints: Touchpoints,
    momentum: MomentumReport,
    run_charts: RunCharts<SeriesShape>,
    funnel: Funnel,
    published: Published,
}

impl Report {
    fn new(study: &mut Study, basis: Basis<'_>, read: Counts) -> Report {
        let all = study.groups(basis, Grouping::None);
        let [team, cohort, role] = Grouping::SPLITS.map(|by| study.groups(basis, by));
        let study = &*study;
        let definition = &study.in_force.definition;
        let launch = study.in_force.launch;
        let learners = study.scope.learners.len() as u64;
        let small = SmallGroups(definition.min_group_in_force());

        let (by_team, team_shown) = comparisons(study, &team, small);
        let (by_cohort, cohort_shown) = comparisons(study, &cohort, small);
        let (by_role, role_shown) = comparisons(study, &role, small);
        let everybody = study.ttc_groups(&all).remove(0);
        let alone = (0..study.in_force.behaviours.len()).map(|behaviour| (&study.alone(behaviour)).into());

        let (landmark, cox) = study.check_ins(basis);
        let landmark_sizes = landmark.comparison.groups.iter();
        let landmark_sizes = landmark_sizes.map(|group| (group.curve.group.as_str(), u64::from(group.curve.n)));
        let landmark_shown = small.with_their_sum(landmark_sizes);

        let shares = study.first_application(&team);
        let share_sizes = shares.iter().map(|share| (share.group.as_str(), u64::from(share.denominator)));
        let funnel = study.funnel(&shares).into_iter().map(Into::into).collect();
        let overall_share = study.first_application(&all).remove(0);
        let mature = u64::from(overall_share.denominator);

        let coaching = study.coaching(basis, &all).pop().unwrap_or_else(no_coaching);
        let team_coaching = study.coaching(basis, &team);
        let team_sizes = || team_coaching.iter().map(|team| (team.group.as_str(), u64::from(team.whole.n)));
        let (coaching_series, share_series) = (study.coaching_series(&coaching), study.first_application_series());

        let uplifts = study.uplifts(basis);
        let beliefs = study.belief_groups(basis);
        let milestones = |kind| MilestoneShape {
            overall: (&study.milestone_groups(basis, &all, kind)[0]).into(),
            team: study.milestone_groups(basis, &team, kind).iter().map(Into::into).collect(),
        };
        let managers = study.touchpoints(basis);
        let (phase_sizes, managers_with_any) = due_by_phase(&managers);
        let momentum = study.momentum(&team, &team_coaching);
        let momentum_sizes = momentum.iter().zip(team_sizes());
        let momentum_sizes =
            momentum_sizes.map(|(momentum, (name, learners))| (name, momentum_size(momentum, learners)));
        let periods = study.periods();

        let published = Published {
            min_group: small.0,
            ttc: PublishedTtc {
                overall_hidden: learners < small.0,
                team: team_shown,
                cohort: cohort_shown,
                role: role_shown,
            },
            landmark: landmark_shown,
            first_application: small.with_their_sum(share_sizes),
            coaching: small.with_their_sum(team_sizes()),
            uplift: small.without_total(uplifts.iter().map(|uplift| (uplift.item.as_str(), u64::from(uplift.n)))),
            ttb: small.without_total(beliefs.iter().map(|group| (group.name.as_str(), u64::from(group.n())))),
            milestones: small.with_their_sum(team_sizes()),
            touchpoints: small.with_total(phase_sizes, managers_with_any),
            momentum: small.without_total(momentum_sizes),
            run_charts: RunCharts {
                coaching: PublishedSeries::new(&coaching_series.points, learners, small),
                first_application: PublishedSeries::new(&share_series.points, mature, small),
            },
        };
        let [learner, manager, leader] = beliefs.each_ref().map(Into::into);
        Report {
            cutoff: study.in_force.cutoff,
            settings: (&study.in_force).into(),
            counts: study.counts(basis, read),
            ttc: Ttc {
                behaviours: study.in_force.behaviours.clone(),
                overall: ttc_curve(&everybody, tau_used(&[&everybody], definition.tau)).into(),
                behaviours_alone: alone.collect(),
                team: by_team,
                cohort: by_cohort,
                role: by_role,
            },
            landmark: landmark.into(),
            cox: cox.into(),
            funnel: Funnel { first_application: FunnelShape { target: FIRST_APPLICATION_TARGET, team: funnel } },
            first_application: FirstApplication {
                window_days: definition.window_days,
                target: FIRST_APPLICATION_TARGET,
                overall: overall_share.into(),
                team: shares.into_iter().map(Into::into).collect(),
            },
            coaching: CoachingReport {
                target: COACHING_TARGET,
                overall: CoachingOverall { whole: coaching.into(), per_team: coaching::per_team(&team_coaching) },
                team: team_coaching.into_iter().map(Into::into).collect(),
            },
            uplift: uplifts.into_iter().map(Into::into).collect(),
            ttb: Ttb { launch, learner, manager, leader },
            milestones: Milestones {
                completed: milestones(EventKind::Completed),
                applied: milestones(EventKind::Applied),
                feedback: milestones(EventKind::Feedback),
            },
            touchpoints: Touchpoints::new(launch, managers),
            momentum: MomentumReport {
                current: periods.map(|periods| periods.current),
                previous: periods.map(|periods| periods.previous),
                team: momentum.into_iter().map(Into::into).collect(),
            },
            run_charts: RunCharts { coaching: coaching_series.into(), first_application: share_series.into() },
            published,
        }
    }
}

/// Time to competency of all groups, and of those that are not hidden.
fn comparisons(study: &Study, split: &Groups, small: SmallGroups) -> (ComparisonShape<TtcShape>, PublishedComparison) {
    let tau = study.in_force.definition.tau;
    let groups: Vec<Group> = study.ttc_groups(split);
    let tests = pair_tests(&groups);
    let every: Vec<usize> = (0..groups.len()).collect();
    let all = compare(&groups, &every, tau, Some(&tests), ttc_curve);
    (all.into(), PublishedComparison::new(&groups, &tests, tau, small))
}

fn no_coaching() -> CoachingSeries {
    let nothing = Coaching { n: 0, minutes: 0.0, days: 0, minutes_per_week: None, learner_days: 0, per_learner: None };
    CoachingSeries { group: "all".to_owned(), whole: nothing, months: Vec::new() }
}
