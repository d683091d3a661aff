//! The same questions of those whom a filter leaves.

use super::{Engine, seen};
use crate::analysis::closer::{self, Closer};
use crate::analysis::detail::{self, Detail};
use crate::analysis::filtering::{self, Offer, Restricted, Told};
use crate::analysis::small_groups::SmallGroups;
use crate::analysis::study::{Basis, Study};
use crate::analysis::{Analysis, Beside, Counts, Whole, screen};
use crate::definition::Definition;
use crate::filter::Filter;
use crate::finding;
use crate::inspect::{self, Audience, Number, Of};
use crate::protocol::Ask;
use crate::time::{Day, Month};

/// The latest filter asked for; gone with the study.
#[derive(Debug)]
pub struct Filtered {
    query: String,
    definition: Definition,
    told: Told,
    /// `None` where nobody may be shown, and where everybody is.
    shown: Option<Shown>,
}

#[derive(Debug)]
struct Shown {
    restricted: Restricted,
    study: Study,
    known: Vec<(Ask, Analysis)>,
    detail: Option<Detail>,
    closer: Option<Closer>,
}

/// What could be chosen, for a data date.
pub type Offered = (Option<Day>, Offer);

/// Who is behind the answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whom {
    Everybody,
    Some,
    /// A filter that may not be used.
    Nobody,
}

/// A definition with all that everybody's data say of it: those of some would say something else.
fn settled(whole: &Study) -> Definition {
    let in_force = &whole.in_force;
    Definition {
        cutoff: in_force.cutoff,
        behaviours: in_force.behaviours.clone(),
        kpi_items: in_force.kpi_items.clone(),
        launch: in_force.launch,
        ..in_force.definition.clone()
    }
}

impl Engine {
    /// What a filter could choose from; `None` until there are people and events.
    pub fn offer(&mut self, definition: &Definition) -> Option<&Offer> {
        if self.view().shows_nothing() {
            return None;
        }
        let cutoff = self.study(definition).0.scope.cutoff;
        let offer = match self.offered.take().filter(|(of, _)| *of == cutoff) {
            Some(offered) => offered,
            None => {
                let (study, basis) = (self.study.as_mut()?, seen(&self.data, self.batch.as_ref()).basis);
                let offer = filtering::offer(study, basis);
                (cutoff, offer)
            }
        };
        Some(&self.offered.insert(offer).1)
    }

    /// What became of the filter of a question; `None` until there are people and events.
    pub fn told(&mut self, ask: &Ask) -> Option<Told> {
        if ask.filter.is_empty() {
            self.offer(&ask.definition)?;
            let (study, ..) = self.study(&ask.definition);
            return Some(filtering::everybody(study));
        }
        self.filter(ask)?;
        self.filtered.as_ref().map(|filtered| filtered.told.clone())
    }

    fn filter(&mut self, ask: &Ask) -> Option<()> {
        let is_of = |known: &Filtered| known.query == ask.filter && known.definition == ask.definition;
        if self.filtered.as_ref().is_some_and(is_of) {
            return Some(());
        }
        let offer = self.offer(&ask.definition)?.clone();
        let (study, basis, _) = self.study(&ask.definition);
        let listed = inspect::named_learners(study.by_start_dates(), basis);
        let told = filtering::told(study, basis, &offer, &ask.filter, &listed);
        let may_be_shown = told.people.is_ok() && !told.filter.is_everybody();
        let shown = may_be_shown.then(|| {
            let restricted = filtering::restricted(study, basis, &told.filter, &listed);
            let only = restricted.parts.last().map(|(_, only)| only.clone());
            let study = Study::of(basis, &settled(study), only);
            Shown { restricted, study, known: Vec::new(), detail: None, closer: None }
        });
        self.filtered = Some(Filtered { query: ask.filter.clone(), definition: ask.definition.clone(), told, shown });
        Some(())
    }

    /// Whom a question is about; there are people and events.
    pub(super) fn whom(&mut self, ask: &Ask) -> Whom {
        if ask.filter.is_empty() || self.filter(ask).is_none() {
            return Whom::Everybody;
        }
        match &self.filtered {
            Some(Filtered { shown: Some(_), .. }) => Whom::Some,
            Some(Filtered { told, .. }) if told.people.is_err() => Whom::Nobody,
            _ => Whom::Everybody,
        }
    }

    /// The analysis of those whom the filter leaves.
    pub(super) fn analyze_some(&mut self, ask: &Ask) -> Option<&Analysis> {
        self.study(&ask.definition);
        let view = seen(&self.data, self.batch.as_ref());
        let whole = self.study.as_mut()?;
        let Shown { restricted, study, known, .. } = self.filtered.as_mut()?.shown.as_mut()?;
        let at = match known.iter().position(|(known, _)| known == ask) {
            Some(at) => at,
            None => {
                let mut analysis = screen::analysis(study, view.basis, Counts::default(), ask.grouping);
                let small = SmallGroups::under(&whole.in_force.definition);
                let selection = restricted.parts.last().map(|(_, only)| &only.selection);
                let standings = whole.by_start_dates().standings();
                analysis.first_application =
                    analysis.first_application.filter(|_| !selection.is_some_and(|s| s.tells_of_few(standings, small)));
                analysis.in_force = whole.in_force.clone();
                analysis.observed_items = whole.observed_items.clone();
                analysis.counts = whole.counts(view.basis, view.read());
                known.push((ask.clone(), analysis));
                known.len() - 1
            }
        };
        known.get(at).map(|(_, analysis)| analysis)
    }

    /// The numbers beyond the curve of those whom the filter leaves, beside those of everybody and of each part of the
    /// filter.
    pub(super) fn detail_of_some(&mut self, ask: &Ask) -> Option<&Detail> {
        let everybody = self.detail(&ask.definition)?.clone();
        self.study(&ask.definition);
        let basis = seen(&self.data, self.batch.as_ref()).basis;
        let definition = settled(self.study.as_ref()?);
        let small = SmallGroups::under(&definition);
        let Shown { restricted, detail, .. } = self.filtered.as_mut()?.shown.as_mut()?;
        if detail.is_none() {
            let of = |only| detail::detail(&mut Study::of(basis, &definition, Some(only)), basis);
            let mut views = vec![(0, everybody)];
            for (places, only) in &restricted.parts {
                let beside = views.iter().filter(|(other, _)| other & places == *other);
                let found = beside.fold(of(only.clone()), |found, (_, other)| found.beside(other, small));
                views.push((*places, found));
            }
            let (_, found) = views.pop()?;
            let listed = restricted.listed.clone().map(of);
            *detail = Some(listed.iter().fold(found, |found, listed| found.beside(listed, small)));
        }
        detail.as_ref()
    }

    /// What screens of those whom the filter leaves are made of.
    pub(super) fn whole_of_some(&mut self, ask: &Ask, analysis: Analysis, beside: Beside) -> Option<Whole<'_>> {
        self.detail_of_some(ask)?;
        let basis = seen(&self.data, self.batch.as_ref()).basis;
        let Filtered { told, shown, .. } = self.filtered.as_mut()?;
        let Shown { study, detail, closer, .. } = shown.as_mut()?;
        if beside == Beside::Closer && closer.is_none() {
            *closer = Some(closer::closer(study, basis, inspect::named_learners).of_some());
        }
        Some(Whole {
            analysis,
            detail: detail.as_ref()?,
            earlier: None,
            closer: closer.as_ref().filter(|_| beside == Beside::Closer),
            shown: Some(finding::shown(told)),
        })
    }

    /// Lends the study a question is about; `None` where it may not be answered.
    pub(super) fn with_study<T>(
        &mut self,
        ask: &Ask,
        number: &Number,
        then: impl FnOnce(&mut Study, Basis<'_>, &Number) -> Option<T>,
    ) -> Option<T> {
        if self.view().shows_nothing() {
            return None;
        }
        if let Number::Started { months: [from, to], number } = number {
            // Cohorts are of everybody, and each is what a filter by months would leave.
            let filter = Filter { from: Some(*from), to: Some(*to), ..Filter::default() }.query();
            return ask.filter.is_empty().then(|| Ask { filter, ..ask.clone() }).and_then(|ask| {
                // One cohort of all months is everybody, whose curve is the one above.
                (self.whom(&ask) == Whom::Some).then_some(())?;
                self.with_study(&ask, number, then)
            });
        }
        match self.whom(ask) {
            Whom::Nobody => None,
            Whom::Everybody => {
                let (study, basis, _) = self.study(&ask.definition);
                then(study, basis, number)
            }
            Whom::Some => {
                let settled = settled(self.study(&ask.definition).0);
                let number = closer_number(number, ask, &settled)?;
                // The numbers beyond the curve take longer than the curve itself.
                (number.is_of_curve() || is_shown(&number, self.detail_of_some(ask)?)).then_some(())?;
                let basis = seen(&self.data, self.batch.as_ref()).basis;
                let study = &mut self.filtered.as_mut()?.shown.as_mut()?.study;
                let answer = then(study, basis, &number);
                study.follow(basis, &settled);
                answer
            }
        }
    }

    /// What stands behind the mean days of two cohorts by start, one after the other.
    pub(super) fn means_behind<T>(
        &mut self,
        ask: &Ask,
        months: [[Month; 2]; 2],
        tau: i32,
        of: impl Fn(&mut Study, Basis<'_>, &Number) -> Option<T>,
    ) -> Option<[T; 2]> {
        let definition = Definition { tau, ..ask.definition.clone() };
        let mean = Number::RestrictedMean { of: Of::default() }.under(&definition);
        let [earlier, later] = months.map(|months| mean.clone().of_starters(months));
        Some([self.with_study(ask, &earlier, &of)?, self.with_study(ask, &later, &of)?])
    }
}

/// A number of the curve under one behaviour alone, or another horizon, is of the people of the curve; a number under any
/// other definition could be of others. Whatever everybody's data say stays as they say it.
fn closer_number(number: &Number, ask: &Ask, settled: &Definition) -> Option<Number> {
    let Number::Under { definition, number } = number else { return Some(number.clone()) };
    let Definition { behaviours, tau, .. } = definition.as_ref().clone();
    let alike = |of: &Definition| Definition { behaviours: behaviours.clone(), tau, ..of.clone() };
    let is_alike = **definition == alike(&ask.definition) || **definition == alike(settled);
    let behaviours = if behaviours.is_empty() { settled.behaviours.clone() } else { behaviours };
    (is_alike && number.is_of_curve() && !matches!(**number, Number::Under { .. }))
        .then(|| number.as_ref().clone().under(&Definition { behaviours, tau, ..settled.clone() }))
}

/// Whether a number beyond the curve is on the screens. Those of the curves know by themselves.
fn is_shown(number: &Number, detail: &Detail) -> bool {
    fn holds<'a>(mut groups: impl Iterator<Item = &'a String>, group: &str) -> bool {
        groups.any(|one| one == group)
    }
    let first = &detail.first_application;
    match number {
        Number::FirstApplication { team: None } => first.overall.is_some(),
        Number::FirstApplication { team: Some(team) } => holds(first.team.groups.iter().map(|one| &one.group), team),
        Number::Coaching { team: None } => detail.coaching.overall.is_some(),
        Number::Coaching { team: Some(team) } => holds(detail.coaching.team.groups.iter().map(|one| &one.group), team),
        Number::Uplift { item } => holds(detail.uplift.groups.iter().map(|one| &one.item), item),
        Number::Landmark => detail.check_ins.landmark.is_some(),
        Number::Cox => detail.check_ins.cox.is_some(),
        Number::Belief { audience } => {
            let name = match audience {
                Audience::Learner => "learner",
                Audience::Manager => "manager",
                Audience::Leader => "leader",
            };
            holds(detail.belief.groups.iter().map(|one| &one.group), name)
        }
        Number::Milestone { kind, team } => {
            let of_kind = detail.milestones.iter().find(|one| one.kind == *kind);
            of_kind.is_some_and(|one| match team {
                None => one.overall.is_some(),
                Some(team) => holds(one.team.groups.iter().map(|one| &one.group), team),
            })
        }
        _ => false,
    }
}
