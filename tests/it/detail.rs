//! The numbers beyond the curve are those of the report, and section 10 leaves of them what the report publishes.

use proptest::prelude::*;
use rampline::analysis::detail::{CoachingMinutes, Detail, FirstApplication};
use rampline::analysis::series::{MonthPoint, Series};
use rampline::analysis::{EventKind, Quantile};
use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::finding;
use serde_json::{Value, json};

use crate::company::companies;
use crate::support::{cases, engine_of, report};

fn hidden(report: &Value, at: &str) -> Vec<String> {
    serde_json::from_value(report["published"].pointer(at).unwrap()["hidden"].clone()).unwrap()
}

/// The groups of a list in the report whose names are not hidden.
fn shown<'a>(report: &'a Value, at: &str, name: &str, hidden: &[String]) -> Vec<&'a Value> {
    let groups = report.pointer(at).unwrap().as_array().unwrap().iter();
    groups.filter(|group| !hidden.iter().any(|hidden| group[name] == **hidden)).collect()
}

fn picked(groups: &[&Value], keys: &[&str]) -> Value {
    let pick = |group: &&Value| keys.iter().map(|key| group[*key].clone()).collect::<Vec<Value>>();
    groups.iter().map(pick).collect()
}

/// As the report is read: through its text, which may cost the last bit.
fn read(value: Value) -> Value {
    serde_json::from_str(&value.to_string()).unwrap()
}

fn quantiles(found: &[Quantile; 3]) -> Value {
    read(json!(found))
}

fn points(series: &Series) -> Value {
    let point = |point: &MonthPoint| json!({"month": point.month.to_string(), "n": point.n, "value": point.value});
    read(series.points.iter().map(point).collect())
}

/// Every part against the report of the same data and definition.
fn check(detail: &Detail, report: &Value, limit: u64) {
    let Detail {
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
    } = detail;
    let enough = |n: u32| u64::from(n) >= limit;
    let overall_hidden = report["published"]["ttc"]["overall_hidden"] == true;

    assert_eq!(first_application.recorded, recorded.has(EventKind::Applied));
    match first_application.recorded {
        true => check_first_application(first_application, report, limit),
        false => {
            assert!(
                first_application.overall.as_ref().is_none_or(|share| share.rate.is_none() && share.denominator == 0)
            );
            assert!(first_application.team.groups.is_empty() && first_application.funnel.is_empty());
            assert!(first_application.months.series.points.is_empty());
            assert_eq!(report["first_application"]["overall"]["numerator"], 0);
        }
    }
    assert!(first_application.overall.is_none() || !overall_hidden, "who waits is a figure of all learners");
    assert_eq!((coaching.recorded, check_ins.recorded), (recorded.has(EventKind::Coached), coaching.recorded));
    match coaching.recorded {
        true => check_coaching(coaching, report),
        false => {
            assert!(coaching.overall.is_none() && coaching.per_team.is_none() && coaching.team.groups.is_empty());
            assert!(check_ins.landmark.is_none() && check_ins.cox.is_none());
            assert!([&json!(null), &json!(0.0)].contains(&&report["coaching"]["overall"]["per_team"]), "{report}");
        }
    }

    assert_eq!(uplift.hidden, hidden(report, "/uplift"));
    let items = shown(report, "/uplift", "item", &uplift.hidden);
    let item = |found: &rampline::analysis::Uplift| json!([found.item, found.n, found.uplift]);
    assert_eq!(read(uplift.groups.iter().map(item).collect::<Value>()), picked(&items, &["item", "n", "uplift"]));

    let landmark = &report["landmark"];
    match &check_ins.landmark {
        Some(found) => {
            assert_eq!(json!(found.landmark.n), landmark["n"]);
            assert!(found.landmark.comparison.groups.iter().all(|group| enough(group.curve.n)));
            assert_eq!(json!(found.excluded.total() + found.landmark.n), report["ttc"]["overall"]["n"]);
        }
        None if !check_ins.recorded => {}
        None => {
            let published = &report["published"]["landmark"];
            assert!(published["overall_hidden"] == true || published["hidden"] != json!([]));
        }
    }
    assert_eq!(check_ins.cox.is_none(), overall_hidden || !check_ins.recorded);

    // An audience that nothing is recorded of has nobody, and nothing to hide.
    if recorded.shows_belief("leader") {
        assert_eq!(belief.hidden, hidden(report, "/ttb"));
    }
    for curve in &belief.groups {
        assert_eq!(quantiles(&curve.quantiles), report["ttb"][&curve.group]["quantiles"]);
    }
    // The learners whose belief is shown, one by one in the same risk set.
    let learners = belief.groups.iter().find(|curve| curve.group == "learner" && curve.n > 0);
    let learners = learners.filter(|_| recorded.has(EventKind::Applied));
    assert_eq!(first_applied.as_ref().map(|curve| curve.n), learners.map(|curve| curve.n));
    for found in milestones {
        let of_kind = format!("/milestones/{}/team", found.kind.word());
        assert_eq!(found.team.hidden, hidden(report, "/milestones"));
        let teams = shown(report, &of_kind, "group", &found.team.hidden);
        let team = |team: &rampline::analysis::detail::DaysTo| {
            json!([team.group, team.n, team.events, quantiles(&team.quantiles)])
        };
        assert_eq!(
            read(found.team.groups.iter().map(team).collect::<Value>()),
            picked(&teams, &["group", "n", "events", "quantiles"])
        );
        assert_eq!(found.overall.is_none(), overall_hidden);
    }
    assert_eq!(momentum.team.hidden, hidden(report, "/momentum"));
    let teams = shown(report, "/momentum/team", "group", &momentum.team.hidden);
    let team = |team: &rampline::analysis::Momentum| json!([team.group, team.difference]);
    assert_eq!(
        read(momentum.team.groups.iter().map(team).collect::<Value>()),
        picked(&teams, &["group", "difference"])
    );
    if let Some(mix) = role_mix {
        assert!(enough(mix.earlier) && enough(mix.later) && (0.0..=1.0).contains(&mix.shift));
        let hidden = hidden(report, "/ttc/role");
        assert!(mix.roles.iter().all(|role| !hidden.contains(&role.role)));
    }
}

/// Where applications are recorded.
fn check_first_application(first_application: &FirstApplication, report: &Value, limit: u64) {
    let enough = |n: u32| u64::from(n) >= limit;
    assert_eq!(first_application.team.hidden, hidden(report, "/first_application"));
    let mut teams = shown(report, "/first_application/team", "group", &first_application.team.hidden);
    teams.retain(|team| team["denominator"] != 0);
    let team =
        |team: &rampline::analysis::detail::TeamShare| json!([team.group, team.numerator, team.denominator, team.rate]);
    assert_eq!(
        read(first_application.team.groups.iter().map(team).collect::<Value>()),
        picked(&teams, &["group", "numerator", "denominator", "rate"])
    );
    assert_eq!(first_application.funnel.len(), teams.len());
    let overall = &report["first_application"]["overall"];
    match &first_application.overall {
        Some(share) => assert_eq!(
            json!([share.numerator, share.denominator]),
            picked(&[overall], &["numerator", "denominator"])[0]
        ),
        None => assert_eq!(report["published"]["first_application"]["overall_hidden"], true),
    }
    assert!(first_application.overall.as_ref().is_none_or(|share| share.denominator == 0 || enough(share.denominator)));
    let run_charts = &report["published"]["run_charts"];
    assert_eq!(points(&first_application.months.series), run_charts["first_application"]["points"]);
}

/// Where coaching is recorded.
fn check_coaching(coaching: &CoachingMinutes, report: &Value) {
    let overall_hidden = report["published"]["ttc"]["overall_hidden"] == true;
    let run_charts = &report["published"]["run_charts"];
    assert_eq!(points(&coaching.months.series), run_charts["coaching"]["points"]);
    assert_eq!(read(json!(coaching.months.series.chart.center)), run_charts["coaching"]["center"]);

    assert_eq!(coaching.team.hidden, hidden(report, "/coaching"));
    let teams = shown(report, "/coaching/team", "group", &coaching.team.hidden);
    let team =
        |team: &rampline::analysis::detail::TeamCoaching| json!([team.group, team.figure.n, team.figure.minutes]);
    assert_eq!(
        read(coaching.team.groups.iter().map(team).collect::<Value>()),
        picked(&teams, &["group", "n", "minutes"])
    );
    assert_eq!(coaching.overall.is_none(), overall_hidden);
    if !overall_hidden {
        assert_eq!(read(json!(coaching.per_team)), report["coaching"]["overall"]["per_team"]);
    }
}

/// No sentence has a word that a rule of the product forbids, and each ends.
fn check_words(detail: &Detail) {
    let found = &detail.first_application;
    let mut findings = vec![
        finding::first_application(found),
        finding::funnel(found),
        finding::coaching(&detail.coaching),
        finding::landmark(&detail.check_ins),
        finding::cox(detail.check_ins.cox.as_ref()),
        finding::belief(&detail.belief, detail.recorded),
        finding::run_chart("the share", &found.months),
    ];
    findings.extend(detail.uplift.groups.iter().map(finding::uplift));
    findings.extend(detail.milestones.iter().map(finding::milestone));
    findings.extend(detail.momentum.team.groups.iter().map(finding::momentum));
    findings.extend(detail.role_mix.as_ref().and_then(finding::role_mix));
    for finding in findings {
        let text = format!("{} {}", finding.headline, finding.caveat);
        for word in ["!", " best", " worst", " only ", "failed", " just ", "leads to", "NaN", "inf "] {
            assert!(!text.contains(word), "{word:?} in {text}");
        }
        assert!(
            finding.headline.ends_with('.') && (finding.caveat.is_empty() || finding.caveat.ends_with('.')),
            "{text}"
        );
    }
}

fn detail_of(engine: &mut Engine, definition: &Definition) -> Option<Detail> {
    let detail = engine.detail(definition)?.clone();
    check(&detail, &report(engine, definition), definition.min_group_in_force());
    check_words(&detail);
    let bytes = postcard::to_allocvec(&detail).unwrap();
    assert_eq!(postcard::from_bytes::<Detail>(&bytes).unwrap(), detail);
    Some(detail)
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn every_part_is_what_the_report_publishes(company in companies(), min_group in 3i64..6, window_days in 0i32..40) {
        let definition = Definition { min_group, window_days, k: 1, n: 1, ..Definition::default() };
        detail_of(&mut engine_of(&[&company.people_csv(), &company.events_csv()]), &definition);
    }
}

#[test]
fn the_sample_company_has_every_part() {
    let (mut engine, definition) = crate::support::sample();
    let detail = detail_of(&mut engine, &definition).unwrap();
    assert!(!detail.first_application.team.groups.is_empty() && !detail.coaching.team.groups.is_empty());
    assert!(detail.check_ins.landmark.is_some() && detail.role_mix.is_some());
    assert_eq!(
        detail.milestones.iter().map(|found| found.kind).collect::<Vec<_>>(),
        [EventKind::Completed, EventKind::Applied, EventKind::Feedback]
    );
}

#[test]
fn awkward_data_have_parts_too() {
    let alike = |n: usize, rest: &str| (0..n).map(|i| format!("p{i},{rest}\n")).collect::<String>();
    for (people, events) in [
        (String::new(), String::new()),
        ("p0,2025-01-06,Red\n".to_owned(), "p0,2025-01-06,observed,ask,1,\n".to_owned()),
        (alike(6, "2025-01-06,Red"), alike(6, "2025-01-26,observed,ask,0,")),
        (alike(6, "2025-01-06,Red"), alike(6, "2025-01-06,observed,ask,1,") + &alike(6, "2025-01-06,completed,,,")),
        (alike(6, "2025-01-06,"), alike(6, "2025-01-26,coached,,,1e300")),
        (
            alike(6, "2025-01-06,"),
            alike(6, "2025-01-07,completed,,,")
                + &alike(6, "2025-01-06,measured,x,-1e308,")
                + &alike(6, "2025-01-26,measured,x,1e308,"),
        ),
    ] {
        let files = [
            format!("person_id,start_date,team\n{people}"),
            format!("person_id,date,event,item,value,minutes\n{events}"),
        ];
        let definition = Definition { k: 1, n: 1, ..Definition::default() };
        let mut engine = engine_of(&[files[0].as_bytes(), files[1].as_bytes()]);
        assert_eq!(detail_of(&mut engine, &definition).is_none(), people.is_empty());
    }
}
