//! A filter on the people of the tables: in codes and days, no text per person.

use super::scope::{Member, Scope};
use crate::filter::{By, Filter};
use crate::table::{Code, Dictionary, Tables};
use crate::time::{Day, Month};

/// Who is meant by a filter.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// For each code whether it is chosen, in the order of `By::VALUES`; `None` where all are.
    codes: [Option<Vec<bool>>; 4],
    /// First and last day of the start.
    days: Option<(i32, i32)>,
    /// For each person code whether they are meant at all.
    people: Option<Vec<bool>>,
}

/// Values and codes of a dimension.
pub fn column(tables: &Tables, by: By) -> (&Dictionary, &[Code]) {
    let people = &tables.people;
    match by {
        By::Team | By::Start => (&tables.teams, &people.team),
        By::Role => (&tables.roles, &people.role),
        By::Cohort => (&tables.cohorts, &people.cohort),
        By::Location => (&tables.locations, &people.location),
    }
}

/// The value of a code. A value that is called like that of people without one is that value.
pub fn value(tables: &Tables, by: By, code: Code) -> &str {
    match by {
        _ if code == Dictionary::EMPTY => by.without(),
        By::Team => tables.team(code),
        _ => column(tables, by).0.text(code),
    }
}

impl Chosen {
    /// What of the filter no row has is left out of it by the one who asks.
    pub fn of(tables: &Tables, filter: &Filter) -> Chosen {
        let codes = By::VALUES.map(|by| {
            let values = filter.of(by);
            let is_chosen = |code| values.iter().any(|one| one == value(tables, by, code));
            (!values.is_empty()).then(|| (0..column(tables, by).0.len() as Code).map(is_chosen).collect())
        });
        let first = filter.from.map_or(i32::MIN, |month| month.first_day().0);
        let last = filter.to.map_or(i32::MAX, |month| month.last_day().0);
        let days = filter.is_about(By::Start).then_some((first, last));
        Chosen { codes, days, people: None }
    }

    /// Of those only these people.
    pub fn among(self, people: Vec<bool>) -> Chosen {
        Chosen { people: Some(people), ..self }
    }

    pub fn holds(&self, tables: &Tables, member: &Member) -> bool {
        let row = member.row as usize;
        let has = |(by, chosen): (&By, &Option<Vec<bool>>)| {
            chosen.as_ref().is_none_or(|chosen| chosen[column(tables, *by).1[row] as usize])
        };
        let start = tables.people.start[row];
        self.days.is_none_or(|(first, last)| (first..=last).contains(&start))
            && By::VALUES.iter().zip(&self.codes).all(has)
            && self.people.as_ref().is_none_or(|people| people[member.person as usize])
    }
}

impl Scope {
    /// The learners who are meant, and the managers who manage one of them on the last day that counts. Leaders are
    /// nobody's managers alone: they stay.
    pub fn only(mut self, tables: &Tables, chosen: &Chosen) -> Scope {
        self.learners.retain(|learner| chosen.holds(tables, learner));
        let mut manages = vec![false; tables.ids.len()];
        for learner in &self.learners {
            for managing in tables.managing(learner.row).filter(|managing| managing.holds(learner.last)) {
                manages[managing.manager as usize] = true;
            }
        }
        self.managers.retain(|manager| manages[manager.person as usize]);
        self
    }
}

/// For each learner the month of the start, from the first one on; and that first one.
pub fn start_months(tables: &Tables, learners: &[Member]) -> (Vec<u32>, Month) {
    let month = |learner: &Member| Day(tables.people.start[learner.row as usize]).month();
    let first = learners.iter().map(month).min().unwrap_or(Month(0));
    (learners.iter().map(|learner| (month(learner).0 - first.0) as u32).collect(), first)
}
