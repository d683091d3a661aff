//! A company whose numbers are opened one after another, with what has to hold of each, against its report.

use std::collections::{BTreeMap, BTreeSet};

use rampline::analysis::{EventKind, Grouping};
use rampline::definition::Definition;
use rampline::engine::Engine;
use rampline::inspect::{Audience, Inspection, MOST_LISTED, Number, Of};
use rampline::protocol::Ask;
use serde_json::Value;

use crate::support::report;

pub const EVERYBODY: Of = Of { by: Grouping::None, group: None };

fn of(by: Grouping, group: &str) -> Of {
    Of { by, group: Some(group.to_owned()) }
}

/// The numbers of one curve.
fn of_curve(of: Of) -> Vec<Number> {
    let with = |number: fn(Of) -> Number| number(of.clone());
    vec![
        Number::CompetentShare { of: of.clone(), day: 30 },
        Number::AtRisk { of: of.clone(), day: 60 },
        Number::Quantile { of: of.clone(), percent: 50 },
        with(|of| Number::RestrictedMean { of }),
        with(|of| Number::FollowUp { of }),
        with(|of| Number::NeedsRefresh { of }),
        with(|of| Number::Censored { of }),
        with(|of| Number::Left { of }),
    ]
}

pub fn of_team(team: Option<&str>) -> [Number; 3] {
    let team = team.map(str::to_owned);
    [
        Number::FirstApplication { team: team.clone() },
        Number::Coaching { team: team.clone() },
        Number::Milestone { kind: EventKind::Applied, team },
    ]
}

/// Who is in which group of a split, by id, of the roster as it holds.
fn membership(engine: &Engine, column: usize, without: &str) -> BTreeMap<String, String> {
    let cell = |row: &csv::StringRecord, at: usize| row[at].strip_prefix('\'').unwrap_or(&row[at]).to_owned();
    let csv = engine.people_csv();
    let rows = csv::Reader::from_reader(&csv[..]).into_records().map(Result::unwrap);
    rows.map(|row| {
        let group = cell(&row, column);
        (cell(&row, 0), if group.is_empty() { without.to_owned() } else { group })
    })
    .collect()
}

/// A way of splitting the learners, as the report has it.
#[derive(Clone)]
struct Split {
    by: Grouping,
    /// The group of everybody in the roster, by id.
    members: BTreeMap<String, String>,
    /// Groups with their learners.
    groups: Vec<(String, u64)>,
    hidden: Vec<String>,
}

/// One company under one definition, with its report to compare.
pub struct Opened {
    engine: Engine,
    ask: Ask,
    pub report: Value,
    limit: u64,
    /// Team, cohort and role.
    splits: [Split; 3],
    /// Who is named with the curve of everybody, in companies that fit on a screen.
    named: BTreeSet<String>,
}

impl Opened {
    pub fn new(mut engine: Engine, definition: Definition) -> Opened {
        let report = report(&mut engine, &definition);
        let limit = definition.min_group_in_force();
        let splits = [(Grouping::Team, 5, "team"), (Grouping::Cohort, 3, "cohort"), (Grouping::Role, 2, "role")];
        let splits = splits.map(|(by, column, key)| {
            let groups = report["ttc"][key]["groups"].as_array().unwrap().iter();
            let groups =
                groups.map(|group| (group["group"].as_str().unwrap().to_owned(), group["n"].as_u64().unwrap()));
            let hidden = serde_json::from_value(report["published"]["ttc"][key]["hidden"].clone()).unwrap();
            Split { by, members: membership(&engine, column, by.without()), groups: groups.collect(), hidden }
        });
        let ask = Ask { definition, version: String::new(), grouping: Grouping::None, ..Ask::default() };
        let curve = engine.inspect(&ask, &Number::FollowUp { of: EVERYBODY }).unwrap_or_default();
        let named = curve.rows.rows.into_iter().map(|mut row| row.swap_remove(0)).collect();
        Opened { engine, ask, report, limit, splits, named }
    }

    /// A number with its CSV; both are there or neither.
    pub fn open(&mut self, number: &Number) -> Option<(Inspection, Vec<csv::StringRecord>)> {
        let found = self.engine.inspect(&self.ask, number);
        let csv = self.engine.inspect_csv(&self.ask, number);
        assert_eq!(found.is_some(), csv.is_some(), "{number:?}");
        let inspection = found?;
        let csv = csv.unwrap();
        let mut csv = csv::Reader::from_reader(&csv[..]);
        let of_people = csv.headers().unwrap().get(0) == Some("person");
        let rows: Vec<csv::StringRecord> = csv.into_records().map(Result::unwrap).collect();
        if of_people {
            let ids: Vec<&str> = rows.iter().map(|row| &row[0]).take(MOST_LISTED).collect();
            assert_eq!(
                ids,
                inspection.rows.rows.iter().map(|row| &row[0]).collect::<Vec<_>>(),
                "the file names the same"
            );
            assert_eq!(rows.len() as u64, inspection.rows.listed);
        }
        self.check(number, &inspection);
        self.check_event_rows(number, &inspection);
        Some((inspection, rows))
    }

    /// The rows listed are of people listed, the file has them all, and those that count are those that were used.
    fn check_event_rows(&mut self, number: &Number, Inspection { rows, event_rows, events, people, .. }: &Inspection) {
        let csv = self.engine.event_rows_csv(&self.ask, number).unwrap_or_default();
        let csv: Vec<csv::StringRecord> =
            csv::Reader::from_reader(&csv[..]).into_records().map(Result::unwrap).collect();
        assert_eq!(csv.len() as u64, event_rows.listed, "{number:?}");
        let named: BTreeSet<&str> = rows.rows.iter().map(|row| row[0].as_str()).collect();
        let all_named = rows.listed == rows.rows.len() as u64;
        for (at, row) in csv.iter().enumerate() {
            assert!(!all_named || named.contains(&row[0]), "{number:?} has rows of {}, who is not listed", &row[0]);
            if let Some(shown) = event_rows.rows.get(at) {
                assert_eq!(
                    (&shown[..3], shown.last().unwrap().as_str()),
                    (&[&row[0], &row[1], &row[2]].map(str::to_owned)[..], &row[6])
                );
            }
        }
        if let Some(events) =
            events.as_ref().filter(|events| events.noun == "observations" && rows.listed == people.used)
        {
            let counting = csv.iter().filter(|row| &row[6] == "yes").count() as u64;
            assert_eq!(counting, events.used, "{number:?}");
        }
    }

    /// What holds of every number that opens.
    fn check(&self, number: &Number, inspection: &Inspection) {
        let Inspection { title, definition, formula, assumption, unit, source, people, rows, .. } = inspection;
        for text in [title, definition, formula, assumption, unit, source, &people.noun] {
            assert!(!text.is_empty() && !text.contains("  "), "{number:?}: {text:?}");
            for word in ["!", " best", " worst", " only ", "failed", " just ", "leads to", "NaN"] {
                assert!(!text.contains(word), "{word:?} in {text}");
            }
        }
        assert!(
            people.used >= self.limit && people.left_out.iter().all(|(_, count)| *count > 0),
            "{number:?}: {people:?}"
        );
        assert!(
            rows.listed <= people.used && rows.rows.len() as u64 == rows.listed.min(MOST_LISTED as u64),
            "{number:?}"
        );
        let ids: Vec<&String> = rows.rows.iter().map(|row| &row[0]).collect();
        assert!(ids.is_sorted(), "by id, never by a result");
        for row in &rows.rows {
            assert_eq!(row.len(), rows.head.len());
            assert!(self.named.contains(&row[0]), "{number:?} names {}, whom the curve does not", row[0]);
            for Split { by, members, hidden, .. } in &self.splits {
                assert!(!hidden.contains(&members[&row[0]]), "{number:?} names {} of a hidden {by:?}", row[0]);
            }
        }
        let bytes = postcard::to_allocvec(inspection).unwrap();
        assert_eq!(&postcard::from_bytes::<Inspection>(&bytes).unwrap(), inspection);
    }

    /// A figure lacks the names of nobody, of as many people as the limit, or of everybody.
    fn check_names(&self, number: &Number, inspection: &Inspection) {
        let (used, listed) = (inspection.people.used, inspection.rows.listed);
        let lacking = used - listed;
        assert!(lacking == 0 || lacking >= self.limit || listed == 0, "{number:?}: {listed} of {used}");
    }

    pub fn check_everything(&mut self) {
        let learners = self.report["ttc"]["overall"]["n"].as_u64().unwrap();
        let hidden = self.report["published"]["ttc"]["overall_hidden"] == true;
        let people = self.report["counts"]["people"].as_u64().unwrap();
        for number in of_curve(EVERYBODY) {
            let Some((found, _)) = self.open(&number) else {
                assert!(hidden, "{number:?}");
                continue;
            };
            assert!(!hidden && found.people.used == learners && found.people.considered() == people, "{number:?}");
            self.check_names(&number, &found);
        }
        self.check_events(hidden);
        for Split { by, groups, hidden, .. } in self.splits.clone() {
            for (name, n) in groups {
                for number in of_curve(of(by, &name)) {
                    let found = self.open(&number);
                    assert_eq!(found.is_none(), hidden.contains(&name), "{number:?}");
                    if let Some((found, _)) = found {
                        assert_eq!(
                            (found.people.used, found.people.considered(), found.events.is_some()),
                            (n, n, false)
                        );
                        self.check_names(&number, &found);
                    }
                }
            }
            for number in of_curve(of(by, "nowhere")) {
                assert!(self.open(&number).is_none(), "{number:?}");
            }
            self.check_comparisons(by, &hidden);
        }
        self.check_teams(people);
        self.check_others(people);
    }

    /// Every row of a kind is used or left out for one reason.
    fn check_events(&mut self, hidden: bool) {
        let csv = self.engine.events_csv();
        let of_kind = |kind: &str| {
            let rows = csv::Reader::from_reader(&csv[..]).into_records().map(Result::unwrap);
            rows.filter(|row| &row[2] == kind).count() as u64
        };
        let rows = [of_kind("observed"), of_kind("coached")];
        let numbers = [Number::FollowUp { of: EVERYBODY }, Number::Coaching { team: None }];
        for (number, rows) in numbers.iter().zip(rows) {
            match self.open(number) {
                Some((found, _)) => assert_eq!(found.events.unwrap().considered(), rows, "{number:?}"),
                None => assert!(hidden),
            }
        }
    }

    fn check_comparisons(&mut self, by: Grouping, hidden: &[String]) {
        let split = self.splits.iter().find(|split| split.by == by).unwrap();
        let names: Vec<String> = split.groups.iter().map(|(name, _)| name.clone()).collect();
        for (at, a) in names.iter().enumerate() {
            for b in &names[at..] {
                let shown = a != b && !hidden.contains(a) && !hidden.contains(b);
                let number = Number::Difference { by, a: a.clone(), b: b.clone() };
                assert_eq!(self.open(&number).is_some(), shown, "{number:?}");
            }
        }
        let test = self.open(&Number::LogRank { by });
        assert_eq!(test.is_some(), names.len() - hidden.len() >= 2);
        if let Some((found, csv)) = test {
            let groups: BTreeSet<&str> = csv.iter().map(|row| &row[0]).collect();
            assert_eq!(groups.len(), names.len() - hidden.len());
            self.check_names(&Number::LogRank { by }, &found);
        }
    }

    /// The figures of the teams beside those of everybody.
    fn check_teams(&mut self, people: u64) {
        let teams = self.report["first_application"]["team"].as_array().unwrap().clone();
        let hidden: Vec<String> =
            serde_json::from_value(self.report["published"]["first_application"]["hidden"].clone()).unwrap();
        let small_teams = self.splits[0].hidden.clone();
        let overall = self.report["first_application"]["overall"]["denominator"].as_u64().unwrap();
        let everybody = self.open(&Number::FirstApplication { team: None });
        assert_eq!(everybody.is_some(), overall >= self.limit);
        if let Some((found, _)) = &everybody {
            assert_eq!((found.people.used, found.people.considered()), (overall, people));
            self.check_names(&Number::FirstApplication { team: None }, found);
        }
        // Learners of the teams whose reasons are not said; they are told all together by subtraction.
        let mut rest = 0;
        for team in teams {
            let (name, size) = (team["group"].as_str().unwrap(), team["denominator"].as_u64().unwrap());
            let number = Number::FirstApplication { team: Some(name.to_owned()) };
            let found = self.open(&number);
            let n = self.splits[0].groups.iter().find(|(team, _)| team == name).unwrap().1;
            let shown = overall >= self.limit && size > 0 && !hidden.iter().any(|hidden| hidden == name);
            assert_eq!(found.is_some(), shown, "{number:?}");
            match found {
                Some((found, _)) if !small_teams.iter().any(|small| small == name) => {
                    assert_eq!((found.people.used, found.people.considered()), (size, n), "{number:?}");
                    self.check_names(&number, &found);
                }
                Some((found, _)) => {
                    assert_eq!((found.people.considered(), found.rows.listed), (size, 0), "{number:?}");
                    rest += n;
                }
                None => rest += n,
            }
        }
        if everybody.is_some() {
            assert!(rest == 0 || rest >= self.limit, "the reasons of {rest} learners follow by subtraction");
        }
        for (team, _) in self.splits[0].groups.clone() {
            let hidden = small_teams.contains(&team);
            let coaching = self.open(&Number::Coaching { team: Some(team.clone()) });
            assert_eq!(coaching.is_none(), hidden);
            if let Some((found, csv)) = coaching {
                assert!(csv.len() == 1 && found.rows.listed == 0, "no months and no names: {csv:?}");
            }
            let days = self.open(&Number::Milestone { kind: EventKind::Feedback, team: Some(team) });
            assert_eq!(days.is_none(), hidden);
        }
        let months = self.report["published"]["run_charts"]["coaching"]["points"].as_array().unwrap().len();
        if let Some((_, csv)) = self.open(&Number::Coaching { team: None }) {
            assert_eq!(csv.len(), months + 1);
        }
    }

    fn check_others(&mut self, people: u64) {
        let hidden = |at: &str| -> Vec<String> {
            serde_json::from_value(self.report["published"][at]["hidden"].clone()).unwrap()
        };
        let (audiences, items, landmark) = (hidden("ttb"), hidden("uplift"), hidden("landmark"));
        for (audience, key) in
            [(Audience::Learner, "learner"), (Audience::Manager, "manager"), (Audience::Leader, "leader")]
        {
            let n = self.report["ttb"][key]["n"].as_u64().unwrap();
            let number = Number::Belief { audience };
            let found = self.open(&number);
            assert_eq!(found.is_some(), n > 0 && !audiences.iter().any(|hidden| hidden == key), "{number:?}");
            match found {
                Some((found, _)) if audience == Audience::Learner => {
                    assert_eq!((found.people.used, found.people.considered()), (n, people));
                    self.check_names(&number, &found);
                }
                Some((found, _)) => {
                    assert_eq!((found.people.used, found.rows.listed), (n, 0), "nobody of them is named");
                    let others = if audience == Audience::Manager { "leader" } else { "manager" };
                    let told = audiences.iter().any(|hidden| hidden == others) && !found.people.left_out.is_empty();
                    assert!(!told, "how many are left out tells the size of the {others}s");
                }
                None => {}
            }
        }
        for uplift in self.report["uplift"].as_array().unwrap().clone() {
            let (item, n) = (uplift["item"].as_str().unwrap(), uplift["n"].as_u64().unwrap());
            let number = Number::Uplift { item: item.to_owned() };
            let found = self.open(&number);
            assert_eq!(found.is_some(), n > 0 && !items.iter().any(|hidden| hidden == item), "{number:?}");
            if let Some((found, _)) = found {
                assert_eq!((found.people.used, found.people.considered()), (n, people));
                self.check_names(&number, &found);
            }
        }
        let groups = self.report["landmark"]["groups"].as_array().unwrap().clone();
        let found = self.open(&Number::Landmark);
        assert_eq!(found.is_some(), groups.len() == 2 && landmark.is_empty());
        if let Some((found, _)) = found {
            assert_eq!(self.report["landmark"]["n"], found.people.used);
            assert_eq!(found.people.considered(), people);
            for group in groups {
                let named = found.rows.rows.iter().filter(|row| group["group"] == *row[2]).count() as u64;
                let lacking = group["n"].as_u64().unwrap() - named;
                assert!(lacking == 0 || lacking >= self.limit || named == 0, "{group}: {named}");
            }
        }
        let cox = self.open(&Number::Cox);
        assert_eq!(cox.is_none(), self.report["published"]["ttc"]["overall_hidden"] == true);
    }
}
