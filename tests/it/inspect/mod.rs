//! Every number that is shown opens, adds up and says no more of a small group than the screens do.

mod opened;

use opened::{EVERYBODY, Opened, of_team};
use proptest::prelude::*;
use rampline::analysis::{EventKind, Grouping};
use rampline::definition::{Definition, KpiItem};
use rampline::engine::Engine;
use rampline::inspect::{Audience, Number, Of};
use rampline::protocol::Ask;

use crate::company::companies;
use crate::support::{cases, engine_of, sample};

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn every_number_opens_as_far_as_section_10_lets_it(
        company in companies(), min_group in 3i64..5, window_days in 0i32..60, landmark_day in 0i32..60
    ) {
        let definition = Definition { min_group, window_days, landmark_day, k: 1, n: 1, ..Definition::default() };
        Opened::new(engine_of(&[&company.people_csv(), &company.events_csv()]), definition).check_everything();
    }
}

/// Larger companies of a few teams and roles, in which more is shown beside what is hidden.
fn crowd() -> impl Strategy<Value = (String, String)> {
    let person = (0usize..7, 0usize..5, 0usize..3, 0u32..40, 0u32..90, 0u32..4);
    prop::collection::vec(person, 8..60).prop_map(|people| {
        let mut roster = "person_id,team,role,cohort,start_date\n".to_owned();
        let mut events = "person_id,date,event,item,value,minutes\n".to_owned();
        for (at, (team, role, cohort, start, day, check_ins)) in people.into_iter().enumerate() {
            // Squared, so that some groups are large and others small.
            let (team, role) = (team * team / 8, role * role / 6);
            let date = |day: u32| rampline::time::Day(20_089).plus(day as i32);
            roster += &format!("p{at},T{team},R{role},C{cohort},{}\n", date(start));
            if day < 70 {
                events += &format!("p{at},{},observed,ask,1,\n", date(start + day));
                events += &format!("p{at},{},completed,,,\n", date(start + day / 2));
                events += &format!("p{at},{},applied,,,\n", date(start + day / 2 + at as u32 % 30));
            }
            for nth in 0..check_ins {
                events += &format!("p{at},{},coached,,,15\n", date(start + nth * 5 + day / 9));
            }
            for (before, value) in [(-3, day), (5, day + at as u32)] {
                let day = date(start).plus(day as i32 / 2 + before);
                events += &format!("p{at},{day},measured,calls,{value},\n");
            }
        }
        (roster, events + "p0,2025-05-10,feedback,,,\n")
    })
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn subtraction_reveals_nothing((roster, events) in crowd(), min_group in 3i64..6) {
        let definition = Definition { min_group, k: 1, n: 1, ..Definition::default() };
        Opened::new(engine_of(&[roster.as_bytes(), events.as_bytes()]), definition).check_everything();
    }
}

#[test]
fn the_numbers_of_the_sample_company_open() {
    let (engine, definition) = sample();
    let mut opened = Opened::new(engine, definition);
    opened.check_everything();
    let (found, csv) = opened.open(&Number::Quantile { of: EVERYBODY, percent: 50 }).unwrap();
    assert_eq!(found.people.used, 138);
    assert_eq!(
        found.people.left_out,
        [("started after the data date".to_owned(), 1), ("managers and leaders, who are not observed".to_owned(), 11)]
    );
    assert_eq!(csv.len(), opened.report["ttc"]["overall"]["curve"].as_array().unwrap().len());
    assert!(found.rows.listed > 0, "some people may be named");
    for number in [Number::Quantile { of: EVERYBODY, percent: 60 }, Number::CompetentShare { of: EVERYBODY, day: -1 }] {
        assert!(opened.open(&number).is_none(), "{number:?}");
    }
    assert!(opened.open(&Number::Milestone { kind: EventKind::Measured, team: None }).is_none());
    assert!(opened.open(&Number::LogRank { by: Grouping::None }).is_none());
    let all = Of { by: Grouping::None, group: Some("all".to_owned()) };
    assert!(opened.open(&Number::FollowUp { of: all }).is_none(), "everybody is no group of a split");
    assert!(opened.open(&Number::Uplift { item: "smiles".to_owned() }).is_none());
}

#[test]
fn a_number_opens_under_another_definition_as_if_that_one_were_in_force() {
    let (mut engine, definition) = sample();
    let ask = |definition: &Definition| Ask { definition: definition.clone(), ..Ask::default() };
    let draft = Definition { k: 3, n: 4, ..definition.clone() };
    let plain = Number::Quantile { of: EVERYBODY, percent: 50 };
    let under = Number::Under { definition: Box::new(draft.clone()), number: Box::new(plain.clone()) };
    let before = engine.inspect(&ask(&definition), &plain);
    let found = engine.inspect(&ask(&definition), &under);
    assert!(found.is_some() && found != before);
    assert_eq!(found, engine.inspect(&ask(&draft), &plain));
    assert_eq!(engine.inspect_csv(&ask(&definition), &under), engine.inspect_csv(&ask(&draft), &plain));
    assert_eq!(engine.inspect(&ask(&definition), &plain), before, "what is in force stays so");
}

/// Eight learners, their manager and somebody who starts later; three of the learners are in a team of their own.
fn company() -> Engine {
    let mut people =
        "person_id,team,manager_id,start_date,end_date\nm,Red,,2025-01-01,\nz,Red,,2026-01-01,\n".to_owned();
    for at in 0..8 {
        let end = if at == 7 { "2025-01-20" } else { "" };
        people += &format!("p{at},Red,m,2025-01-06,{end}\n");
    }
    let events = "person_id,date,event,item,value,minutes,context\n\
                  p0,2025-01-08,completed,,,,\np1,2025-01-08,completed,,,,\np2,2025-01-08,completed,,,,\n\
                  p3,2025-01-08,completed,,,,\np4,2025-01-08,completed,,,,\np7,2025-01-08,completed,,,,\n\
                  p5,2025-03-01,completed,,,,\np0,2025-01-09,applied,,,,\np1,2025-02-20,applied,,,,\n\
                  p0,2025-01-10,observed,ask,1,,\np0,2025-01-02,observed,ask,1,,\np1,2025-01-10,observed,ask,1,,simulated\n\
                  p7,2025-02-10,observed,ask,1,,\nm,2025-02-10,observed,ask,1,,\nx,2025-02-10,observed,ask,1,,\n\
                  p1,2025-09-01,observed,ask,1,,\np1,2025-02-10,observed,dance,1,,\n\
                  p0,2025-01-03,coached,,,10,\np0,2025-01-09,coached,,,10,\nm,2025-01-09,coached,,,10,\n";
    engine_of(&[people.as_bytes(), events.as_bytes()])
}

#[test]
fn what_is_left_out_says_why() {
    let cutoff = rampline::time::Day::parse("2025-03-05");
    let definition = Definition { cutoff, k: 1, n: 1, behaviours: vec!["ask".to_owned()], ..Definition::default() };
    let mut opened = Opened::new(company(), definition);
    opened.check_everything();
    let parts =
        |left_out: &[(&str, u64)]| left_out.iter().map(|(reason, n)| ((*reason).to_owned(), *n)).collect::<Vec<_>>();
    let (found, csv) = opened.open(&Number::FirstApplication { team: None }).unwrap();
    assert_eq!((found.people.used, found.people.noun.as_str()), (5, "learners"));
    let expected = [
        ("started after the data date", 1),
        ("managers and leaders, who are not observed", 1),
        ("nothing completed so far", 1),
        ("left before the window was over", 1),
        ("the window is still open", 1),
    ];
    assert_eq!(found.people.left_out, parts(&expected));
    assert_eq!(csv.iter().map(|row| row.iter().collect::<Vec<_>>().join(",")).next().unwrap(), "p0,,2025-01-08,yes");
    let (found, _) = opened.open(&Number::FirstApplication { team: Some("Red".to_owned()) }).unwrap();
    assert_eq!(found.people.left_out, parts(&expected[2..]));

    let (found, _) = opened.open(&Number::CompetentShare { of: EVERYBODY, day: 60 }).unwrap();
    let events = found.events.unwrap();
    assert_eq!((events.used, events.noun.as_str()), (1, "observations"));
    let expected = [
        ("about people the roster lacks", 1),
        ("after the data date", 1),
        ("about people who are not learners, or start later", 1),
        ("before the start", 1),
        ("after leaving", 1),
        ("simulated", 1),
        ("of another item than the behaviours", 1),
    ];
    assert_eq!(events.left_out, parts(&expected));
    let (found, csv) = opened.open(&Number::Coaching { team: None }).unwrap();
    let expected =
        [("about people who are not learners, or start later", 1), ("before the first start of the team", 1)];
    assert_eq!((found.events.unwrap().left_out, csv.len()), (parts(&expected), 4));
}

/// A large team, a team of two who have completed nothing, and one of six that is hidden beside it.
#[test]
fn reasons_are_not_said_of_a_team_without_a_curve() {
    let (mut people, mut events) = ("person_id,team,start_date\n".to_owned(), "person_id,date,event\n".to_owned());
    for at in 0..17 {
        let team = ["Large", "Medium", "Tiny"][usize::from(at >= 9) + usize::from(at >= 15)];
        people += &format!("p{at:02},{team},2025-01-06\n");
        if at < 14 {
            events += &format!("p{at:02},2025-01-08,completed\n");
        }
    }
    events += "p00,2025-03-08,feedback\n";
    let mut opened = Opened::new(engine_of(&[people.as_bytes(), events.as_bytes()]), Definition::default());
    opened.check_everything();
    let mut of = |team: Option<&str>| {
        let found = opened.open(&Number::FirstApplication { team: team.map(str::to_owned) });
        found.map(|(found, _)| (found.people.used, found.people.left_out.len(), found.rows.listed))
    };
    assert_eq!(of(None), Some((14, 1, 9)));
    assert_eq!(of(Some("Large")), Some((9, 0, 9)));
    // Five of six: with the sixth, two of seventeen would be left for the team of two.
    assert_eq!(of(Some("Medium")), Some((5, 0, 0)));
    assert_eq!(of(Some("Tiny")), None);
}

/// Four managers, one of whom left before the launch, and so many leaders.
#[test]
fn of_managers_is_not_said_what_tells_of_few_leaders() {
    for (leaders, left_out) in [(0, 1), (1, 0), (2, 0), (3, 1)] {
        let mut people = "person_id,manager_id,role,start_date,end_date\n".to_owned();
        for at in 0..4 {
            let end = if at == 3 { "2025-01-20" } else { "" };
            people += &format!("m{at},,,2025-01-06,{end}\np{at},m{at},,2025-01-06,\n");
        }
        (0..leaders).for_each(|at| people += &format!("l{at},,leader,2025-01-06,\n"));
        let events = "person_id,date,event\np0,2025-03-08,feedback\n";
        let launch = rampline::time::Day::parse("2025-02-01");
        let definition = Definition { min_group: 3, launch, ..Definition::default() };
        let mut opened = Opened::new(engine_of(&[people.as_bytes(), events.as_bytes()]), definition);
        opened.check_everything();
        let (found, _) = opened.open(&Number::Belief { audience: Audience::Manager }).unwrap();
        assert_eq!((found.people.used, found.people.left_out.len()), (3, left_out), "{leaders}");
    }
}

#[test]
fn awkward_data_open_or_do_not() {
    let alike = |n: usize, rest: &str| (0..n).map(|i| format!("p{i},{rest}\n")).collect::<String>();
    for (people, events, opens) in [
        (String::new(), String::new(), false),
        ("p0,2025-01-06,Red\n".to_owned(), "p0,2025-01-06,observed,ask,1,\n".to_owned(), false),
        (alike(6, "2025-01-06,Red"), alike(6, "2025-01-26,observed,ask,0,"), true),
        (alike(6, "2025-01-06,Red"), alike(6, "2025-01-06,observed,ask,1,"), true),
        (alike(6, "2025-01-06,"), alike(1, "2025-01-06,feedback,,,"), true),
    ] {
        let files = [
            format!("person_id,start_date,team\n{people}"),
            format!("person_id,date,event,item,value,minutes\n{events}"),
        ];
        let kpi_items = vec![KpiItem { item: "calls".to_owned(), lower_is_better: true }];
        let definition = Definition { k: 1, n: 1, kpi_items, ..Definition::default() };
        let mut opened = Opened::new(engine_of(&[files[0].as_bytes(), files[1].as_bytes()]), definition);
        opened.check_everything();
        assert_eq!(opened.open(&Number::FollowUp { of: EVERYBODY }).is_some(), opens, "{people}");
        for number in
            of_team(None).into_iter().chain(of_team(Some("Red"))).chain([Number::Uplift { item: "x".to_owned() }])
        {
            opened.open(&number);
        }
    }
}
