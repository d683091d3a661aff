//! Filters: nothing follows about fewer people than the limit between a view and those reached by dropping any of its
//! filters, and the numbers of those who are shown are the numbers of a company of them alone.

use proptest::prelude::*;
use rampline::analysis::filtering::Why;
use rampline::analysis::{Analysis, Beside};
use rampline::definition::{Definition, Grouping};
use rampline::engine::Engine;
use rampline::filter::{By, Filter};
use rampline::privacy::{self, Dimension, cuts};
use rampline::protocol::Ask;
use rampline::scene::screen::{self, Screen};

use crate::support::{cases, engine_of, sample};

/// People with a team, a role and a month, and a filter about some of the three.
#[derive(Clone, Debug)]
struct Case {
    people: Vec<[u32; 3]>,
    chosen: [Vec<bool>; 3],
    about: [bool; 3],
    limit: u64,
}

const VALUES: [u32; 3] = [4, 3, 6];

fn every() -> impl Strategy<Value = Case> {
    let person = (0..VALUES[0], 0..VALUES[1], 0..VALUES[2]).prop_map(|(team, role, month)| [team, role, month]);
    let groups = prop::collection::vec((person, 0usize..9), 1..24);
    let people =
        groups.prop_map(|groups| groups.into_iter().flat_map(|(person, n)| vec![person; n]).collect::<Vec<_>>());
    let flags = |n: u32| prop::collection::vec(any::<bool>(), n as usize);
    let months = (0..VALUES[2], 0..VALUES[2])
        .prop_map(|(a, b)| (0..VALUES[2]).map(|month| (a.min(b)..=a.max(b)).contains(&month)).collect::<Vec<bool>>());
    (people, flags(VALUES[0]), flags(VALUES[1]), months, any::<[bool; 3]>(), 3u64..7).prop_map(
        |(people, teams, roles, months, about, limit)| Case { people, chosen: [teams, roles, months], about, limit },
    )
}

impl Case {
    fn dimensions(&self) -> Vec<Dimension> {
        let of = |at: usize| self.people.iter().map(|person| person[at]).collect();
        let places = (0..3).filter(|&at| self.about[at]);
        places.map(|at| Dimension { of: of(at), chosen: self.chosen[at].clone(), is_range: at == 2 }).collect()
    }

    fn allowed(&self) -> bool {
        privacy::filter(&self.dimensions(), self.people.len(), self.limit).is_ok()
    }

    fn left(&self) -> Vec<usize> {
        let holds = |person: &[u32; 3]| (0..3).all(|at| !self.about[at] || self.chosen[at][person[at] as usize]);
        (0..self.people.len()).filter(|&one| holds(&self.people[one])).collect()
    }

    /// Fewer than the limit, and somebody, are in one of the two and not in the other.
    fn differs_by_few(&self, other: &Case) -> bool {
        let (here, there) = (self.left(), other.left());
        let only = |a: &[usize], b: &[usize]| a.iter().filter(|one| !b.contains(one)).count() as u64;
        [only(&here, &there), only(&there, &here)].iter().any(|few| (1..self.limit).contains(few))
    }
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn a_view_and_those_with_fewer_of_its_filters_tell_of_nobody_by_subtraction(case in every()) {
        if !case.allowed() {
            return Ok(());
        }
        let all: Vec<Case> = (0..8usize)
            .map(|places| Case { about: std::array::from_fn(|at| case.about[at] && places & 1 << at != 0), ..case.clone() })
            .collect();
        prop_assert!(case.left().len() as u64 >= case.limit);
        for one in &all {
            prop_assert!(one.allowed() || one.about == [false; 3], "a part of a filter may be used where the whole may");
            for other in all.iter().filter(|other| (0..3).all(|at| other.about[at] <= one.about[at])) {
                prop_assert!(!one.differs_by_few(other), "{:?} and {:?}", one.about, other.about);
            }
        }
        // With a value less, where that may be shown.
        for at in (0..2).filter(|&at| case.about[at]) {
            for value in 0..VALUES[at] as usize {
                let mut other = case.clone();
                other.chosen[at][value] = false;
                prop_assert!(!other.allowed() || !case.differs_by_few(&other));
            }
        }
        // With any other period.
        if case.about[2] {
            for from in 0..VALUES[2] {
                for to in from..VALUES[2] {
                    let mut other = case.clone();
                    other.chosen[2] = (0..VALUES[2]).map(|month| (from..=to).contains(&month)).collect();
                    prop_assert!(!other.allowed() || !case.differs_by_few(&other), "{} to {}", from, to);
                }
            }
        }
    }

    #[test]
    fn between_two_cuts_are_enough_people(sizes in prop::collection::vec(0u64..9, 0..12), limit in 3u64..7) {
        let total: u64 = sizes.iter().sum();
        let cuts = cuts(&sizes, limit);
        prop_assert!(cuts[0] == 0 && *cuts.last().unwrap() == total);
        let between = cuts.windows(2).map(|pair| pair[1] - pair[0]).collect::<Vec<_>>();
        prop_assert!(between.iter().all(|&people| people >= limit) || (between.len() == 1 && total < limit));
    }
}

fn ask(definition: &Definition, filter: &str) -> Ask {
    Ask { definition: definition.clone(), filter: filter.to_owned(), ..Ask::default() }
}

/// The company of public/samples without the people whom a filter leaves out.
fn sample_of(keeps: impl Fn(&csv::StringRecord) -> bool) -> (Engine, Definition) {
    let (mut whole, mut definition) = sample();
    let analysis = whole.analyze(&ask(&definition, "")).unwrap();
    (definition.launch, definition.cutoff) = (analysis.in_force.launch, analysis.in_force.cutoff);
    definition.behaviours.clone_from(&analysis.in_force.behaviours);
    let people = whole.people_csv();
    let mut rows = csv::Reader::from_reader(&people[..]);
    let mut kept = csv::Writer::from_writer(Vec::new());
    kept.write_record(rows.headers().unwrap()).unwrap();
    rows.records().map(Result::unwrap).filter(keeps).for_each(|row| kept.write_record(&row).unwrap());
    let events = whole.events_csv();
    (engine_of(&[&kept.into_inner().unwrap(), &events]), definition)
}

#[test]
fn the_numbers_are_those_of_the_people_who_are_left() {
    let (mut engine, definition) = sample();
    for (filter, column, value) in [("team=Accounts", 5, "Accounts"), ("location=Leeds", 4, "Leeds")] {
        let told = engine.told(&ask(&definition, filter)).unwrap();
        assert!(told.people.is_ok(), "{filter}: {told:?}");
        let found = engine.analyze(&ask(&definition, filter)).unwrap().clone();
        // Leaders are no learners, wherever they are.
        let is_kept = |row: &csv::StringRecord| &row[column] == value || &row[2] == "leader";
        let (mut alone, of_alone) = sample_of(is_kept);
        let expected = alone.analyze(&ask(&of_alone, "")).unwrap();
        assert_eq!(Ok(u64::from(found.learners)), told.people);
        assert_eq!((found.learners, &found.ttc), (expected.learners, &expected.ttc), "{filter}");
        assert_eq!(found.first_application, expected.first_application, "{filter}");
    }
}

#[test]
fn everybody_is_everybody_and_the_unknown_is_said_and_ignored() {
    let (mut engine, definition) = sample();
    let everybody = engine.analyze(&ask(&definition, "")).unwrap().clone();
    let told = engine.told(&ask(&definition, "team=Nowhere&x=1")).unwrap();
    assert_eq!((told.unknown.len(), told.unread.len(), told.filter), (1, 1, Filter::default()));
    assert_eq!(engine.analyze(&ask(&definition, "team=Nowhere&x=1")), Some(&everybody));
    let report = engine.report(&definition).unwrap();
    engine.analyze(&ask(&definition, "team=Accounts")).unwrap();
    assert_eq!(engine.report(&definition).unwrap(), report, "the report is of everybody");
    assert_eq!(engine.analyze(&ask(&definition, "")), Some(&everybody));
}

#[test]
fn a_filter_that_tells_of_a_few_shows_nothing_and_says_why() {
    let (mut engine, definition) = sample();
    for (filter, why) in [
        ("team=Evenings", Why::Few),
        ("from=2026-10", Why::Few),
        ("team=Accounts&role=senior%20agent", Why::Tells(vec![By::Role])),
    ] {
        let asked = ask(&definition, filter);
        let told = engine.told(&asked).unwrap();
        let found = told.people.clone().expect_err(filter);
        assert_eq!(found, why, "{filter}");
        assert!(engine.analyze(&asked).is_none() && engine.whole(&asked, Beside::Closer).is_none(), "{filter}");
        assert!(engine.curve_csv(&asked).len() < 300, "{filter}: a head and no row");
    }
}

/// What the screens show under a filter, held against what they show without it: every figure that both have is of the
/// same people or differs by as many as the limit.
#[test]
fn no_figure_of_a_screen_differs_by_a_few() {
    let (mut engine, definition) = sample();
    let limit = definition.min_group_in_force();
    let few = |a: u32, b: u32| (1..limit).contains(&u64::from(a.abs_diff(b)));
    let offer = engine.offer(&definition).unwrap().clone();
    let mut filters: Vec<Filter> = Vec::new();
    for (by, values) in By::VALUES.into_iter().zip(&offer.values) {
        filters.extend(values.iter().map(|value| Filter::default().toggled(by, value)));
    }
    let (first, last) = offer.months.unwrap();
    filters.extend(
        (first.0..=last.0).map(|month| Filter { from: Some(rampline::time::Month(month)), ..Filter::default() }),
    );
    let mut shown = 0;
    for filter in filters {
        let asked = ask(&definition, &filter.query());
        for grouping in Grouping::SPLITS {
            let of = |engine: &mut Engine, ask: &Ask| -> Option<Analysis> {
                engine.analyze(&Ask { grouping, ..ask.clone() }).cloned()
            };
            let everybody = of(&mut engine, &ask(&definition, "")).unwrap();
            let Some(found) = of(&mut engine, &asked) else { continue };
            let groups = |analysis: &Analysis| analysis.breakdown.clone().map_or(Vec::new(), |b| b.shown.groups);
            for group in groups(&found) {
                let same = groups(&everybody).into_iter().find(|other| other.curve.group == group.curve.group);
                let same = same.unwrap_or_else(|| panic!("{filter:?}: {} is hidden without", group.curve.group));
                assert!(!few(same.curve.n, group.curve.n), "{filter:?}: {}", group.curve.group);
            }
        }
        let everybody = engine.whole(&ask(&definition, ""), Beside::Nothing).unwrap().detail.clone();
        let Some(whole) = engine.whole(&asked, Beside::Closer) else { continue };
        shown += 1;
        let found = whole.detail;
        let share = found.first_application.overall.as_ref().zip(everybody.first_application.overall.as_ref());
        assert!(share.is_none_or(|(a, b)| !few(a.denominator, b.denominator)), "{filter:?}");
        for (a, b) in found.milestones.iter().zip(&everybody.milestones) {
            for team in &a.team.groups {
                let other = b.team.groups.iter().find(|other| other.group == team.group);
                assert!(other.is_none_or(|other| !few(other.n, team.n)), "{filter:?}: {}", team.group);
            }
        }
        for item in &found.uplift.groups {
            let other = everybody.uplift.groups.iter().find(|other| other.item == item.item);
            assert!(other.is_none_or(|other| !few(other.n, item.n)), "{filter:?}: {}", item.item);
        }
        for screen in [Screen::Overview, Screen::Kpis, Screen::Belief] {
            let id = if screen == Screen::Overview { "curve" } else { continue };
            let (plate, _) = screen::plate(screen, id, &whole, "Standard").unwrap();
            let csv = String::from_utf8(plate.csv()).unwrap();
            let who = whole.shown.as_deref().unwrap();
            assert!(csv.lines().next().unwrap().ends_with(",shown") && csv.contains(who), "{csv}");
        }
    }
    assert!(shown > 10, "{shown}");
}
