//! What of the data would mislead is found, with its count, and nothing is found where nothing is wrong.

use std::fmt::Write as _;

use proptest::prelude::*;
use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::quality::{Against, Concern, HardlyObserved, Quality};
use rampline::receipt::Caution;
use rampline::time::Day;

use crate::company::{JANUARY, companies, date};
use crate::support::{WHOLE, cases, sample, take};

/// A company in which nothing is wrong: 40 people of 4 teams, observed in turn by 4 observers, some of whom have left.
#[derive(Clone)]
struct Plain {
    people: Vec<[String; 4]>,
    events: Vec<[String; 6]>,
}

fn plain() -> Plain {
    let person = |p: i32| {
        let end = if p % 9 == 0 { date(200 + p) } else { String::new() };
        [format!("p{p}"), date(p), end, format!("Team {}", p % 4)]
    };
    let observed = |n: i32| {
        let p = n % 40;
        let value = u8::from(n % 3 > 0).to_string();
        [format!("p{p}"), date(p + n / 4), "observed".into(), "ask".into(), value, format!("b{}", (n / 3) % 4)]
    };
    Plain { people: (0..40).map(person).collect(), events: (0..1_600).map(observed).collect() }
}

impl Plain {
    fn files(&self) -> [Vec<u8>; 2] {
        let mut people = "person_id,start_date,end_date,team\n".to_owned();
        self.people.iter().for_each(|row| writeln!(people, "{}", row.join(",")).unwrap());
        let mut events = "person_id,date,event,item,value,by\n".to_owned();
        self.events.iter().for_each(|row| writeln!(events, "{}", row.join(",")).unwrap());
        [people.into_bytes(), events.into_bytes()]
    }

    fn quality(&self, today: Option<Day>) -> Quality {
        let [people, events] = self.files();
        let mut engine = Engine::default();
        take(&mut engine, &[("people.csv", &people), ("events.csv", &events)], WHOLE);
        engine.quality(&Definition::default(), today)
    }

    fn concerns(&self) -> Vec<Concern> {
        self.quality(None).concerns
    }
}

#[test]
fn nothing_is_found_where_nothing_is_wrong() {
    let quality = plain().quality(Some(JANUARY.plus(2_000)));
    assert_eq!((quality.people, quality.events, quality.concerns), (40, 1_600, vec![]));
    // Of the sample's rows one has a date that is none.
    let (engine, definition) = sample();
    let quality = engine.quality(&definition, None);
    assert!(matches!(quality.concerns[..], [Concern::DatesUnreadable { rows: 1, .. }]), "{quality:?}");
    assert_eq!(quality.matters(), 0);
}

#[test]
fn dates_ahead_of_all_others_or_of_today() {
    let mut company = plain();
    let last = JANUARY.plus(39 + 1_599 / 4);
    assert_eq!(company.events.iter().map(|row| row[1].clone()).max(), Some(last.to_string()));
    for row in &mut company.events[100..103] {
        row[1] = "2062-01-07".to_owned();
    }
    let latest = Day::from_ymd(2062, 1, 7).unwrap();
    let expected = |against| Concern::DatesAhead { events: 3, of: 1_600, latest, against };
    assert!(company.concerns().contains(&expected(Against::Others(last))));
    let today = JANUARY.plus(900);
    assert!(company.quality(Some(today)).concerns.contains(&expected(Against::Today(today))));
    // Today is behind most of the events: the clock of the device may be wrong, and it is said against what.
    let of_today = |today| company.quality(Some(today)).concerns;
    assert!(of_today(JANUARY).iter().any(|c| matches!(c, Concern::DatesAhead { events, .. } if *events > 1_000)));
    // A log that goes on for some months behind the others is none.
    let mut company = plain();
    company.events[100][1] = last.plus(60).to_string();
    assert_eq!(company.concerns(), []);
}

#[test]
fn dates_of_before_anything_was_recorded() {
    let mut company = plain();
    company.people[3][1] = "1970-01-01".to_owned();
    company.events[7][1] = "1899-12-30".to_owned();
    let concerns = company.concerns();
    let earliest = Day::from_ymd(1899, 12, 30).unwrap();
    assert!(concerns.contains(&Concern::DatesLongAgo { rows: 2, of: 1_640, earliest }), "{concerns:?}");
}

#[test]
fn rows_without_a_date_are_counted() {
    let mut company = plain();
    company.events[1][1] = "2025-02-30".to_owned();
    company.events[2][1].clear();
    company.people[2][1] = "soon".to_owned();
    let concerns = company.concerns();
    assert!(concerns.contains(&Concern::DatesUnreadable { rows: 3, of: 1_640 }), "{concerns:?}");
    assert!(!concerns[0].matters());
}

#[test]
fn work_before_the_first_day() {
    let mut company = plain();
    for row in &mut company.people[..10] {
        row[1] = date(150);
    }
    let found = company.concerns();
    let Some(Concern::BeforeStart { events, of }) = found.iter().find(|c| matches!(c, Concern::BeforeStart { .. }))
    else {
        panic!("{found:?}")
    };
    let by_hand = company.events.iter().filter(|row| {
        let person: usize = row[0][1..].parse().unwrap();
        row[1] < company.people[person][1]
    });
    assert_eq!((*events, *of), (by_hand.count() as u64, 1_600));
}

#[test]
fn a_day_on_which_a_backlog_was_entered() {
    let mut company = plain();
    for row in &mut company.events[..500] {
        row[1] = date(100);
    }
    let observations = company.events.iter().filter(|row| row[1] == date(100)).count() as u64;
    let day = JANUARY.plus(100);
    assert!(company.concerns().contains(&Concern::CrowdedDay { day, observations, of: 1_600 }));
    // Of fewer people than the limit nothing is said.
    for row in &mut company.events[..500] {
        row[0] = format!("p{}", row[0].len() % 4);
    }
    let of_few: Vec<[String; 6]> =
        company.events.iter().filter(|row| row[1] != date(100) || row[0].len() > 9).cloned().collect();
    let mut company = Plain { events: of_few, ..plain() };
    for n in 0..500 {
        let p = n % 4;
        company.events.push([
            format!("p{p}"),
            date(100),
            "observed".into(),
            "ask".into(),
            "1".into(),
            format!("b{}", n % 4),
        ]);
        company.events.push([
            format!("p{p}"),
            date(100),
            "observed".into(),
            "ask".into(),
            "0".into(),
            format!("b{}", n % 4),
        ]);
    }
    assert!(!company.concerns().iter().any(|c| matches!(c, Concern::CrowdedDay { .. })));
}

#[test]
fn one_observer_who_approves_everything() {
    let mut company = plain();
    let mut of = 0;
    for row in company.events.iter_mut().filter(|row| row[5] == "b2") {
        row[4] = "1".to_owned();
        of += 1;
    }
    let others = || company.events.iter().filter(|row| row[5] != "b2");
    let positive = others().filter(|row| row[4] == "1").count() as u64;
    let expected = Concern::OneApprover { observations: of, positive, others: others().count() as u64 };
    assert_eq!(company.concerns(), [expected]);
    // Where everybody says yes nobody stands out.
    company.events.iter_mut().for_each(|row| row[4] = "1".to_owned());
    assert_eq!(company.concerns(), []);
}

#[test]
fn teams_that_are_hardly_observed_are_named_unless_they_are_small() {
    let mut company = plain();
    // 10 people a team; of team 3 one is observed, and a team of two is not at all.
    company.people[0][3] = "Tiny".to_owned();
    company.people[4][3] = "Tiny".to_owned();
    company.events.retain(|row| {
        let person: usize = row[0][1..].parse().unwrap();
        (person % 4 != 3 || person == 3) && person != 0 && person != 4
    });
    let concerns = company.concerns();
    let [Concern::TeamsHardlyObserved { teams, observed, learners }] = &concerns[..] else { panic!("{concerns:?}") };
    let team = HardlyObserved { team: "Team 3".to_owned(), observed: 1, learners: 10 };
    assert_eq!((&teams[..], *observed, *learners), (&[team][..], 29, 40));
    // In a rollout that observes hardly anybody no team stands out.
    company.events.truncate(5);
    assert!(!company.concerns().iter().any(|c| matches!(c, Concern::TeamsHardlyObserved { .. })));
}

#[test]
fn people_who_left_or_are_not_done_are_missed() {
    let mut company = plain();
    company.people.iter_mut().for_each(|row| row[2].clear());
    let days = 39 + 1_599 / 4;
    assert_eq!(company.concerns(), [Concern::NobodyLeft { people: 40, days }]);
    for (at, row) in plain().people.iter().enumerate() {
        company.events.push([
            row[0].clone(),
            date(at as i32 + 20),
            "completed".into(),
            "m1".into(),
            String::new(),
            String::new(),
        ]);
    }
    company.people[0][2] = date(300);
    assert_eq!(company.concerns(), [Concern::EverybodyCompleted { people: 40 }]);
    company.events.push(["p1".into(), date(30), "enrolled".into(), "m2".into(), String::new(), String::new()]);
    company.events.push(["p1".into(), date(30), "enrolled".into(), "m3".into(), String::new(), String::new()]);
    assert_eq!(company.concerns(), []);
}

#[test]
fn files_that_cannot_tell_what_they_seem_to() {
    let of = |name: &str, bytes: &[u8]| {
        let mut engine = Engine::default();
        take(&mut engine, &[(name, bytes)], WHOLE);
        let holdings = engine.holdings();
        assert!(!holdings.receipts.is_empty(), "{name} is read");
        (engine.quality(&Definition::default(), None).concerns, holdings.receipts)
    };
    let done =
        b"User,Course,Status,Completed on\na@x.org,Basics,Completed,2026-01-07\nb@x.org,Basics,Completed,2026-01-08\n";
    let (concerns, _) = of("done.csv", done);
    assert_eq!(concerns, [Concern::OnlyCompleted { file: "done.csv".to_owned(), rows: 2 }]);
    let (concerns, receipts) = of("a.csv", include_bytes!("../data/exports/absorb-report.csv"));
    let source = receipts[0].reading.source.clone();
    assert!(receipts[0].reading.cautions.contains(&Caution::NoLeavers));
    let rows = receipts[0].reading.lines;
    assert!(concerns.contains(&Concern::ActiveOnly { file: "a.csv".to_owned(), source, rows }), "{concerns:?}");
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn no_small_team_is_ever_named(company in companies(), limit in 3i64..8) {
        let mut engine = Engine::default();
        take(&mut engine, &[("people.csv", &company.people_csv()), ("events.csv", &company.events_csv())], WHOLE);
        let quality = engine.quality(&Definition { min_group: limit, ..Definition::default() }, None);
        for concern in &quality.concerns {
            if let Concern::TeamsHardlyObserved { teams, .. } = concern {
                prop_assert!(teams.iter().all(|team| team.learners >= limit as u64));
            }
            if let Concern::EverybodyCompleted { people } | Concern::NobodyLeft { people, .. } = concern {
                prop_assert!(*people >= limit as u64);
            }
        }
    }
}
