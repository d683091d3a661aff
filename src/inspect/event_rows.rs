//! The rows of the event files behind the people who may be named: what each says, and whether it counts.

use super::context::Context;
use super::learners::unused_observation;
use super::listing::by_id;
use super::words::happened;
use crate::analysis::EventKind;
use crate::cohort::Member;
use crate::export::computed_csv::{Cell, Table};
use crate::kpi::first_application::anchor;
use crate::kpi::uplift::DAYS;
use crate::n;
use crate::time::Day;

/// Which rows a number rests on.
pub enum Rests {
    /// Observations, as the competency rule takes them.
    Observed,
    /// Events of these kinds, from the start to the last day of each; with `leavers` also after somebody left.
    Happened { kinds: &'static [EventKind], leavers: bool },
    /// Measurements of an indicator around the first completed module.
    Measured(String),
}

/// The rows of the people `listed`.
pub struct EventRows {
    pub listed: Vec<bool>,
    pub rests: Rests,
}

const HEAD: [&str; 7] = [n!("person"), n!("date"), n!("event"), n!("item"), n!("value"), n!("context"), n!("counts")];

impl EventRows {
    /// How many there are.
    pub fn len(&self, context: &Context<'_>) -> u64 {
        let learners = context.study.scope.learners.iter().zip(&self.listed).filter(|(_, listed)| **listed);
        learners.map(|(learner, _)| self.of(context, learner).count() as u64).sum()
    }

    /// At most so many, by person, kind and date.
    pub fn table(&self, context: &Context<'_>, most: usize) -> Table {
        let people = by_id(context, &self.listed);
        let learners = &context.study.scope.learners;
        let rows = people.iter().flat_map(|&at| self.of(context, &learners[at]).map(move |event| (at, event)));
        Table { head: HEAD.into(), rows: rows.take(most).map(|(at, event)| self.row(context, at, event)).collect() }
    }

    fn kinds(&self) -> &'static [EventKind] {
        match &self.rests {
            Rests::Observed => &[EventKind::Observed],
            Rests::Happened { kinds, .. } => kinds,
            Rests::Measured(_) => &[EventKind::Measured],
        }
    }

    fn of<'c>(&self, context: &'c Context<'_>, learner: &Member) -> impl Iterator<Item = usize> + use<'c> {
        let (tables, runs, person) = (context.basis.tables, context.basis.runs, learner.person);
        let item = match &self.rests {
            Rests::Measured(item) => Some(tables.items.find(item.as_bytes())),
            _ => None,
        };
        let events = self.kinds().iter().flat_map(move |&kind| runs.run(person, kind));
        events.filter(move |&event| item.is_none_or(|item| item == Some(runs.item(event))))
    }

    fn row(&self, context: &Context<'_>, at: usize, event: usize) -> Vec<Cell> {
        let (tables, runs) = (context.basis.tables, context.basis.runs);
        let row = runs.row[event] as usize;
        let events = &tables.events;
        let text = |text: &str| Cell::Text(text.to_owned());
        vec![
            text(tables.person_id(events.person[row])),
            Cell::Text(Day(events.day[row]).to_string()),
            Cell::Word(happened(events.kind(row))),
            text(tables.items.text(events.item[row])),
            Cell::Number(Some(events.value[row]).filter(|value| !value.is_nan())),
            text(tables.contexts.text(events.what(row).context())),
            Cell::Word(self.counts(context, at, event)),
        ]
    }

    /// "yes", or why not.
    fn counts(&self, context: &Context<'_>, at: usize, event: usize) -> &'static str {
        let (learner, day) = (&context.study.scope.learners[at], context.basis.runs.day[event]);
        match &self.rests {
            Rests::Observed | Rests::Happened { .. } if day < learner.start => n!("before the start"),
            Rests::Observed | Rests::Happened { .. } if Some(Day(day)) > context.study.scope.cutoff => {
                n!("after the data date")
            }
            Rests::Observed => unused_observation(context, at, event).unwrap_or(n!("yes")),
            Rests::Happened { leavers: false, .. } if day > learner.last => n!("after leaving"),
            Rests::Happened { .. } => n!("yes"),
            Rests::Measured(_) => {
                let cutoff = context.study.scope.cutoff.unwrap_or(Day::EARLIEST);
                match anchor(context.basis.runs, learner, cutoff) {
                    Some(anchor) if (anchor - DAYS..anchor).contains(&day) => n!("before"),
                    Some(anchor) if anchor < day && day <= learner.last.min(anchor + DAYS) => n!("after"),
                    _ => n!("in neither window"),
                }
            }
        }
    }
}
