//! The timeline of what is held, and who is listed on it.

use std::ops::Range;

use super::Engine;
use crate::cohort::Chosen;
use crate::protocol::Ask;
use crate::time::Day;
use crate::timeline::{self, Dated, Row, Timeline};

impl Engine {
    /// What happened when: of everybody who may be named, or of the team of a manager. `days` says which days are looked at,
    /// of the first day and the data date, `rows` which of the people whose name holds `find` are told of. `None` until there
    /// are people and events.
    pub fn timeline(
        &mut self,
        ask: &Ask,
        manager: Option<&str>,
        find: &str,
        days: &dyn Fn(Day, Day) -> [Day; 2],
        rows: Range<usize>,
    ) -> Option<(Timeline, Vec<Row>)> {
        if self.view().shows_nothing() {
            return None;
        }
        let kept = self.listed.take().filter(|(known, of, _)| known == ask && of.as_deref() == manager);
        let told = if ask.filter.is_empty() { None } else { self.told(ask) };
        let (study, basis, _) = self.study(&ask.definition);
        let listed = kept.map_or_else(
            || {
                let listed = timeline::listed(study, basis, manager);
                match &told {
                    // Whoever may not be shown is not listed either, but to their manager.
                    Some(told) if told.people.is_err() && manager.is_none() => listed.only(|_| false),
                    Some(told) => {
                        let chosen = Chosen::of(basis.tables, &told.filter);
                        listed.only(|at| chosen.holds(basis.tables, &study.scope.learners[at]))
                    }
                    None => listed,
                }
            },
            |(.., listed)| listed,
        );
        let found = listed.matching(find);
        let timeline = timeline::timeline(study, basis, &listed, found.len(), manager, days);
        let rows = rows.start.min(found.len())..rows.end.min(found.len());
        let told = listed.rows(study, basis, &found[rows.start..rows.end.max(rows.start)]);
        self.listed = Some((ask.clone(), manager.map(str::to_owned), listed));
        Some((timeline?, told))
    }

    /// The plan as dates: a manager's own, or what follows from the launch alone. `None` where there is none.
    pub fn dated(&mut self, ask: &Ask, manager: Option<&str>) -> Option<Dated> {
        if self.view().shows_nothing() {
            return None;
        }
        let (study, basis, _) = self.study(&ask.definition);
        timeline::dated(study, basis, manager)
    }
}
