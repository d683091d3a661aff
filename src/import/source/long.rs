//! Tables with one row for a person, a course of a person or an event: what each column says → a plan.

use std::collections::BTreeMap;

use crate::import::header::Header;
use crate::import::plan::{By, Event, Item, Kind, Minutes, People, Plan, Value, When};
use crate::import::written::duration::Unit;
use crate::import::written::number;
use crate::receipt::{Identity, Lack, Role};
use crate::record::EventKind;

/// Keys of columns that name behaviours.
pub const BEHAVIOURS: &[&str] = &[
    "behaviour",
    "behavior",
    "behaviourobserved",
    "behaviorobserved",
    "observedbehaviour",
    "observedbehavior",
    "verhalten",
    "verhaltensweise",
    "comportement",
    "comportementobservé",
    "comportamiento",
    "conducta",
];

/// The columns of each role, best first.
#[derive(Clone, Debug, Default)]
pub struct Roles(BTreeMap<Role, Vec<usize>>);

impl Roles {
    /// Looks each role up by the keys of its column, separated by `|`.
    pub fn of(header: &Header<'_>, table: &[(Role, &str)]) -> Roles {
        let mut roles = Roles::default();
        for (role, keys) in table {
            header
                .columns(&keys.split('|').collect::<Vec<_>>())
                .into_iter()
                .for_each(|column| roles.add(*role, column));
        }
        roles
    }

    pub fn add(&mut self, role: Role, column: usize) {
        let columns = self.0.entry(role).or_default();
        if !columns.contains(&column) {
            columns.push(column);
        }
    }

    pub fn one(&self, role: Role) -> Option<usize> {
        self.0.get(&role).and_then(|columns| columns.first().copied())
    }

    pub fn has(&self, role: Role) -> bool {
        self.one(role).is_some()
    }

    pub fn all(&self, role: Role) -> &[usize] {
        self.0.get(&role).map_or(&[], Vec::as_slice)
    }

    /// Whether the column is any of them.
    pub fn holds(&self, column: usize) -> bool {
        self.0.values().any(|columns| columns.contains(&column))
    }

    /// How many roles are filled.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Who a row is about, best first.
    pub fn person(&self) -> Vec<(Identity, usize)> {
        let of = |role, identity| self.all(role).iter().map(move |&column| (identity, column));
        of(Role::Email, Identity::Email)
            .chain(of(Role::Id, Identity::Id))
            .chain(of(Role::Name, Identity::Name))
            .collect()
    }

    /// People where somebody's first day is named, events where something has a date; `None` where neither is.
    pub fn plan(&self, header: &Header<'_>) -> Option<Plan> {
        let plan = Plan {
            header_rows: 1,
            person: self.person(),
            people: self.people(header),
            events: self.events(header),
            ..Plan::default()
        };
        (!plan.person.is_empty() && (plan.people.is_some() || !plan.events.is_empty())).then_some(plan)
    }

    /// What is missing for a plan, most needed first.
    pub fn lacks(&self, header: &Header<'_>) -> Vec<Lack> {
        let person = self.person().is_empty().then_some(Lack::Person);
        let tells = match (self.people(header).is_some() || !self.events(header).is_empty(), self.has(Role::Date)) {
            (true, _) => None,
            (false, true) => Some(Lack::What),
            (false, false) => Some(Lack::Date),
        };
        person.into_iter().chain(tells).collect()
    }

    fn people(&self, header: &Header<'_>) -> Option<People> {
        let manager = |role, identity| self.all(role).iter().map(move |&column| (identity, column));
        // Some systems write the address under a name such as "Manager".
        let is_address = |column: usize| header.mostly(column, 0, |text| text.contains('@'));
        let of_name = |&column: &usize| (if is_address(column) { Identity::Email } else { Identity::Name }, column);
        Some(People {
            name: match (self.one(Role::FirstName), self.one(Role::LastName)) {
                (Some(first), Some(last)) => vec![first, last],
                (first, last) => self.one(Role::Name).or(first).or(last).into_iter().collect(),
            },
            role: self.one(Role::Job),
            cohort: self.one(Role::Cohort),
            location: self.one(Role::Location),
            team: self.one(Role::Team),
            manager: manager(Role::ManagerEmail, Identity::Email)
                .chain(manager(Role::ManagerId, Identity::Id))
                .chain(self.all(Role::ManagerName).iter().map(of_name))
                .collect(),
            start: self.one(Role::Start)?,
            end: self.one(Role::End),
            since: self.one(Role::Since),
        })
    }

    fn events(&self, header: &Header<'_>) -> Vec<Event> {
        let status = self.one(Role::Status);
        let is_number = |column: &usize| {
            header.mostly(*column, 0, |text| number::read(text, true).or(number::read(text, false)).is_some())
        };
        let value = self.one(Role::Value).filter(is_number).map(Value::Number);
        let base = |kind, date| Event {
            kind,
            item: self.one(Role::Item).map_or(Item::None, Item::Column),
            by: self.one(Role::By).map_or(By::Nobody, By::Column),
            ..Event::on(EventKind::Completed, date)
        };
        let of = |kind, role| self.one(role).map(|date| base(Kind::Of(kind), date));
        let mut events: Vec<Event> = [
            of(EventKind::Assigned, Role::Assigned),
            of(EventKind::Enrolled, Role::Enrolled),
            of(EventKind::Started, Role::Started),
            of(EventKind::Completed, Role::Completed).map(|event| Event { value, status, ..event }),
        ]
        .into_iter()
        .flatten()
        .collect();
        let Some(date) = self.one(Role::Date) else { return events };
        if let Some(word) = self.one(Role::Event) {
            let minutes = self.one(Role::Minutes).map(|column| Minutes::Column {
                column,
                unit: Unit::of_column(&header.name(column)).unwrap_or(Unit::Minutes),
            });
            events.push(Event {
                value: self.one(Role::Value).map(Value::Number),
                minutes,
                context: self.one(Role::Context),
                note: self.one(Role::Note),
                always: true,
                ..base(Kind::Word(word), date)
            });
        } else if let (true, None, Some(item)) = (events.is_empty(), status, self.one(Role::Item)) {
            let is_seen = BEHAVIOURS.contains(&header.key(item)) || self.has(Role::By) || self.has(Role::Context);
            events.push(Event {
                value: self.one(Role::Value).map(Value::Mark),
                context: self.one(Role::Context),
                note: self.one(Role::Note),
                always: true,
                about: Some(item),
                open: !is_seen,
                ..base(Kind::Of(EventKind::Observed), date)
            });
        } else if let (true, Some(status), true) = (events.is_empty(), status, self.has(Role::Item)) {
            events.push(Event {
                value,
                status: Some(status),
                date: When::Column(date),
                ..base(Kind::Of(EventKind::Completed), date)
            });
        }
        events
    }
}
