//! report.json: every number of one data set under one definition (spec/report.md). Holds every group, hidden or not;
//! `published` names the groups that section 10 hides.

mod rows;
mod shape;

use serde_json::Value;

use crate::analysis::study::{Basis, Study};
use crate::analysis::ttc::{Group, Pairs, compare, plain_curve, tau_used, ttc_curve};
use crate::analysis::{Coaching, CoachingSeries, Counts, Grouping};
use crate::kpi::{COACHING_TARGET, FIRST_APPLICATION_TARGET, coaching};
use crate::privacy::{Suppression, Total, suppress};
use shape::{
    CoachingOverall, CoachingReport, CoachingShape, ComparisonShape, FirstApplication, GroupRmst, Hidden, Published,
    PublishedComparison, PublishedTtc, Report, Settings, ShareShape, Ttc,
};

/// The report as JSON text in UTF-8.
pub fn report(study: &mut Study, basis: Basis<'_>, read: Counts) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&Report::new(study, basis, read))
}

impl Report {
    fn new(study: &mut Study, basis: Basis<'_>, read: Counts) -> Report {
        let definition = study.in_force.definition.clone();
        let limit = definition.min_group_in_force();
        let all = study.groups(basis, Grouping::None);
        let [team, cohort, role] = Grouping::SPLITS.map(|by| study.groups(basis, by));
        let split = |names| {
            let groups = study.ttc_groups(names);
            let every = compare(&groups.iter().collect::<Vec<_>>(), definition.tau, Pairs::All);
            (ComparisonShape::from(every), published_comparison(&groups, definition.tau, limit))
        };
        let (by_team, team_published) = split(&team);
        let (by_cohort, cohort_published) = split(&cohort);
        let (by_role, role_published) = split(&role);

        let everybody = study.ttc_groups(&all).remove(0);
        let overall = ttc_curve(&everybody, tau_used(&[&everybody], definition.tau));
        let alone = (0..study.in_force.behaviours.len()).map(|behaviour| {
            let group = study.alone(behaviour);
            plain_curve(&group.name, &group.table).into()
        });

        let team_shares = study.first_application(&team);
        let share_sizes: Vec<u64> = team_shares.iter().map(|share| u64::from(share.denominator)).collect();
        let team_coaching = study.coaching(basis, &team);
        let coaching_sizes: Vec<u64> = team_coaching.iter().map(|series| u64::from(series.whole.n)).collect();
        let names = |suppression: &Suppression| suppression.names(team.names.iter().map(String::as_str));
        let hidden = |sizes: &[u64]| {
            let suppression = suppress(sizes, limit, Total::Shown(sizes.iter().sum()));
            Hidden { overall_hidden: suppression.overall_hidden, hidden: names(&suppression) }
        };

        Report {
            cutoff: study.in_force.cutoff,
            settings: Settings::new(&study.in_force),
            counts: study.counts(basis, read),
            ttc: Ttc {
                behaviours: study.in_force.behaviours.clone(),
                behaviours_alone: alone.collect(),
                overall: overall.into(),
                team: by_team,
                cohort: by_cohort,
                role: by_role,
            },
            landmark: Value::Null,
            cox: Value::Null,
            first_application: FirstApplication {
                window_days: definition.window_days,
                target: FIRST_APPLICATION_TARGET,
                overall: study.first_application(&all).remove(0).into(),
                team: team_shares.into_iter().map(ShareShape::from).collect(),
            },
            published: Published {
                min_group: limit,
                ttc: PublishedTtc {
                    overall_hidden: u64::from(everybody.n()) < limit,
                    team: team_published,
                    cohort: cohort_published,
                    role: role_published,
                },
                landmark: Value::Null,
                first_application: hidden(&share_sizes),
                coaching: hidden(&coaching_sizes),
                uplift: Value::Null,
                ttb: Value::Null,
                milestones: Value::Null,
                touchpoints: Value::Null,
                momentum: Value::Null,
                run_charts: Value::Null,
            },
            coaching: CoachingReport {
                target: COACHING_TARGET,
                overall: CoachingOverall {
                    whole: study.coaching(basis, &all).pop().unwrap_or_else(no_coaching).into(),
                    per_team: coaching::per_team(&team_coaching),
                },
                team: team_coaching.into_iter().map(CoachingShape::from).collect(),
            },
            uplift: Value::Null,
            ttb: Value::Null,
            milestones: Value::Null,
            touchpoints: Value::Null,
            momentum: Value::Null,
            run_charts: Value::Null,
            funnel: Value::Null,
        }
    }
}

/// The comparison worked out anew over the groups that are not hidden.
fn published_comparison(groups: &[Group], tau: i32, limit: u64) -> PublishedComparison {
    let sizes: Vec<u64> = groups.iter().map(|group| u64::from(group.n())).collect();
    let suppression = suppress(&sizes, limit, Total::Shown(sizes.iter().sum()));
    let shown: Vec<&Group> =
        groups.iter().zip(&suppression.hidden).filter(|(_, hidden)| !**hidden).map(|(group, _)| group).collect();
    let comparison = compare(&shown, tau, Pairs::All);
    let rmst =
        comparison.groups.iter().map(|ttc| GroupRmst { group: ttc.curve.group.clone(), rmst: ttc.rmst }).collect();
    PublishedComparison {
        hidden: suppression.names(groups.iter().map(|group| group.name.as_str())),
        tau: comparison.tau,
        rmst,
        logrank: comparison.logrank,
        pairwise: comparison.pairs,
    }
}

fn no_coaching() -> CoachingSeries {
    let nothing = Coaching { n: 0, minutes: 0.0, days: 0, minutes_per_week: None, learner_days: 0, per_learner: None };
    CoachingSeries { group: "all".to_owned(), whole: nothing, months: Vec::new() }
}
