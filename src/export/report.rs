//! report.json: every number of one data set under one definition (spec/report.md). Holds every group, hidden or not;
//! `published` names the groups that section 10 hides.

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};
use serde_json::Value;

use crate::analysis::study::{Basis, Study};
use crate::analysis::ttc::{Group, Pairs, compare, plain_curve, tau_used, ttc_curve};
use crate::analysis::{
    Band, Coaching, CoachingSeries, Comparison, Counts, Curve, CurveRow, Grouping, InForce, IncidenceRow, LogRank,
    Milestone, Pair, Quantile, RestrictedMean, Share, TtcCurve,
};
use crate::definition::{Contexts, KpiItem};
use crate::kpi::{COACHING_TARGET, FIRST_APPLICATION_TARGET, coaching};
use crate::privacy::{Suppression, Total, suppress};
use crate::time::Day;

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
    landmark: Value,
    cox: Value,
    first_application: FirstApplication,
    coaching: CoachingReport,
    uplift: Value,
    ttb: Value,
    milestones: Value,
    touchpoints: Value,
    momentum: Value,
    run_charts: Value,
    funnel: Value,
    published: Published,
}

#[derive(Serialize)]
struct Settings {
    cutoff: Option<Day>,
    behaviours: Vec<String>,
    k: u32,
    n: u32,
    min_span: i32,
    contexts: Contexts,
    positive_from: f64,
    tau: i32,
    landmark_day: i32,
    launch: Option<Day>,
    kpi_items: Vec<KpiItem>,
    window_days: i32,
    min_group: i64,
    belief_item: String,
}

impl Settings {
    fn new(in_force: &InForce) -> Settings {
        let d = &in_force.definition;
        Settings {
            cutoff: in_force.cutoff,
            behaviours: in_force.behaviours.clone(),
            k: d.k,
            n: d.n,
            min_span: d.min_span,
            contexts: d.contexts,
            positive_from: d.positive_from,
            tau: d.tau,
            landmark_day: d.landmark_day,
            launch: in_force.launch,
            kpi_items: in_force.kpi_items.clone(),
            window_days: d.window_days,
            min_group: d.min_group,
            belief_item: d.belief_item.clone(),
        }
    }
}

#[derive(Serialize)]
struct Ttc {
    behaviours: Vec<String>,
    overall: TtcShape,
    behaviours_alone: Vec<CurveShape>,
    team: ComparisonShape,
    cohort: ComparisonShape,
    role: ComparisonShape,
}

#[derive(Serialize)]
struct CurveShape {
    group: String,
    n: u32,
    events: u32,
    censored: u32,
    #[serde(serialize_with = "curve_rows")]
    curve: Vec<CurveRow>,
    quantiles: [Quantile; 3],
}

impl From<Curve> for CurveShape {
    fn from(curve: Curve) -> CurveShape {
        let Curve { group, n, events, censored, rows, quantiles } = curve;
        CurveShape { group, n, events, censored, curve: rows, quantiles }
    }
}

#[derive(Serialize)]
struct TtcShape {
    #[serde(flatten)]
    curve: CurveShape,
    needs_refresh: u32,
    rmst: RestrictedMean,
    #[serde(serialize_with = "milestone_rows")]
    milestones: [Milestone; 3],
    follow_up: Option<i32>,
    of_all_started: OfAllStartedShape,
}

#[derive(Serialize)]
struct OfAllStartedShape {
    left: u32,
    #[serde(serialize_with = "incidence_rows")]
    curve: Vec<IncidenceRow>,
    #[serde(serialize_with = "milestone_rows")]
    milestones: [Milestone; 3],
}

impl From<TtcCurve> for TtcShape {
    fn from(ttc: TtcCurve) -> TtcShape {
        let started = ttc.of_all_started;
        TtcShape {
            curve: ttc.curve.into(),
            needs_refresh: ttc.needs_refresh,
            rmst: ttc.rmst,
            milestones: ttc.milestones,
            follow_up: ttc.follow_up,
            of_all_started: OfAllStartedShape {
                left: started.left,
                curve: started.rows,
                milestones: started.milestones,
            },
        }
    }
}

#[derive(Serialize)]
struct ComparisonShape {
    tau: Option<i32>,
    groups: Vec<TtcShape>,
    logrank: LogRank,
    #[serde(serialize_with = "pair_rows")]
    pairwise: Vec<Pair>,
}

impl From<Comparison<TtcCurve>> for ComparisonShape {
    fn from(comparison: Comparison<TtcCurve>) -> ComparisonShape {
        let groups = comparison.groups.into_iter().map(TtcShape::from).collect();
        ComparisonShape { tau: comparison.tau, groups, logrank: comparison.logrank, pairwise: comparison.pairs }
    }
}

#[derive(Serialize)]
struct FirstApplication {
    window_days: i32,
    target: f64,
    overall: ShareShape,
    team: Vec<ShareShape>,
}

#[derive(Serialize)]
struct ShareShape {
    group: String,
    numerator: u32,
    denominator: u32,
    rate: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    in_window: u32,
}

impl From<Share> for ShareShape {
    fn from(share: Share) -> ShareShape {
        let (lower, upper) = ends(share.band);
        let Share { group, numerator, denominator, rate, in_window, .. } = share;
        ShareShape { group, numerator, denominator, rate, lower, upper, in_window }
    }
}

#[derive(Serialize)]
struct CoachingReport {
    target: f64,
    overall: CoachingOverall,
    team: Vec<CoachingShape>,
}

#[derive(Serialize)]
struct CoachingOverall {
    #[serde(flatten)]
    whole: CoachingShape,
    per_team: Option<f64>,
}

#[derive(Serialize)]
struct CoachingShape {
    group: String,
    #[serde(flatten)]
    whole: Coaching,
    months: Vec<CoachingMonth>,
}

#[derive(Serialize)]
struct CoachingMonth {
    month: String,
    #[serde(flatten)]
    figure: Coaching,
}

impl From<CoachingSeries> for CoachingShape {
    fn from(series: CoachingSeries) -> CoachingShape {
        let months = series.months.into_iter().map(|(month, figure)| CoachingMonth { month, figure }).collect();
        CoachingShape { group: series.group, whole: series.whole, months }
    }
}

#[derive(Serialize)]
struct Published {
    min_group: u64,
    ttc: PublishedTtc,
    landmark: Value,
    first_application: Hidden,
    coaching: Hidden,
    uplift: Value,
    ttb: Value,
    milestones: Value,
    touchpoints: Value,
    momentum: Value,
    run_charts: Value,
}

#[derive(Serialize)]
struct Hidden {
    overall_hidden: bool,
    hidden: Vec<String>,
}

#[derive(Serialize)]
struct PublishedTtc {
    overall_hidden: bool,
    team: PublishedComparison,
    cohort: PublishedComparison,
    role: PublishedComparison,
}

#[derive(Serialize)]
struct PublishedComparison {
    hidden: Vec<String>,
    tau: Option<i32>,
    rmst: Vec<GroupRmst>,
    logrank: LogRank,
    #[serde(serialize_with = "pair_rows")]
    pairwise: Vec<Pair>,
}

#[derive(Serialize)]
struct GroupRmst {
    group: String,
    #[serde(flatten)]
    rmst: RestrictedMean,
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

fn ends(band: Option<Band>) -> (Option<f64>, Option<f64>) {
    (band.map(|band| band.lower), band.map(|band| band.upper))
}

/// Writes each row as the object that `shape` makes of it.
fn rows_as<S: Serializer, R, T: Serialize>(
    rows: &[R],
    serializer: S,
    shape: impl Fn(&R) -> T,
) -> Result<S::Ok, S::Error> {
    let mut list = serializer.serialize_seq(Some(rows.len()))?;
    for row in rows {
        list.serialize_element(&shape(row))?;
    }
    list.end()
}

fn curve_rows<S: Serializer>(rows: &[CurveRow], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    #[allow(non_snake_case, reason = "the key of report.md")]
    struct Row {
        t: i32,
        n: u32,
        d: u32,
        c: u32,
        S: f64,
        lower: Option<f64>,
        upper: Option<f64>,
    }
    rows_as(rows, serializer, |row| {
        let (lower, upper) = ends(row.band);
        Row { t: row.t, n: row.n, d: row.d, c: row.c, S: row.s, lower, upper }
    })
}

fn incidence_rows<S: Serializer>(rows: &[IncidenceRow], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    #[allow(non_snake_case, reason = "the key of report.md")]
    struct Row {
        t: i32,
        I: f64,
        lower: Option<f64>,
        upper: Option<f64>,
    }
    rows_as(rows, serializer, |row| {
        let (lower, upper) = ends(row.band);
        Row { t: row.t, I: row.i, lower, upper }
    })
}

fn milestone_rows<S: Serializer>(rows: &[Milestone; 3], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Row {
        t: i32,
        share: Option<f64>,
        lower: Option<f64>,
        upper: Option<f64>,
    }
    rows_as(rows, serializer, |row| {
        let (lower, upper) = ends(row.band);
        Row { t: row.t, share: row.share, lower, upper }
    })
}

fn pair_rows<S: Serializer>(rows: &[Pair], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Row<'a> {
        a: &'a str,
        b: &'a str,
        chi2: Option<f64>,
        p: Option<f64>,
        p_holm: Option<f64>,
        rmst_difference: Option<f64>,
        lower: Option<f64>,
        upper: Option<f64>,
    }
    let mut list = serializer.serialize_seq(Some(rows.len()))?;
    for pair in rows {
        let (lower, upper) = ends(pair.band);
        let Pair { a, b, chi2, p, p_holm, rmst_difference, .. } = pair;
        list.serialize_element(&Row {
            a,
            b,
            chi2: *chi2,
            p: *p,
            p_holm: *p_holm,
            rmst_difference: *rmst_difference,
            lower,
            upper,
        })?;
    }
    list.end()
}
