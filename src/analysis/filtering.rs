//! A filter on the data that are here: what it could choose, whom it leaves, and whether that may be shown.

use std::rc::Rc;

use super::selection::{Restriction, Selection};
use super::small_groups::SmallGroups;
use super::study::{Basis, Study};
use crate::cohort::{Chosen, Member, column, start_months, value};
use crate::filter::{By, Filter};
use crate::privacy::{self, Dimension, Refused};
use crate::time::{Day, Month};

/// What a filter could choose from: values that learners in scope have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// In the order of `By::VALUES`, each sorted.
    pub values: [Vec<String>; 4],
    /// First and last month of a start; `None` without learners.
    pub months: Option<(Month, Month)>,
}

/// Why a filter shows nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Fewer people than the limit.
    Few,
    /// With and without the choice of these the views would tell of fewer.
    Tells(Vec<By>),
    /// Beside the people who are listed by name it would tell of those few who are not.
    Unlisted,
}

/// A filter and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// As it was asked for, what is unknown left out.
    pub filter: Filter,
    /// Values that nobody has, with what they were to be of.
    pub unknown: Vec<(By, String)>,
    /// A team was meant by what it is called where names are hidden, or where they are shown, and not now.
    pub is_renamed: bool,
    /// Parts of the address that say nothing.
    pub unread: Vec<String>,
    /// Learners who are shown, without a filter all of them.
    pub people: Result<u64, Why>,
    pub limit: u64,
}

/// A filter that may be used, ready for studies.
#[derive(Clone, Debug)]
pub struct Restricted {
    /// The whole filter last, before it each part of it with fewer dimensions, the smaller first.
    pub parts: Vec<(usize, Rc<Restriction>)>,
    /// Those of the whole filter who are listed by name; `None` where all are.
    pub listed: Option<Rc<Restriction>>,
}

pub fn offer(study: &mut Study, basis: Basis<'_>) -> Offer {
    let learners = &study.by_start_dates().scope.learners;
    let values = By::VALUES.map(|by| {
        let (dictionary, codes) = column(basis.tables, by);
        let mut used = vec![false; dictionary.len()];
        learners.iter().for_each(|learner| used[codes[learner.row as usize] as usize] = true);
        let used = (0..used.len()).filter(|&code| used[code]);
        let mut values: Vec<String> = used.map(|code| value(basis.tables, by, code as u32).to_owned()).collect();
        values.sort();
        values.dedup();
        values
    });
    let start = |learner: &Member| basis.tables.people.start[learner.row as usize];
    let months = learners.iter().map(start).min().zip(learners.iter().map(start).max());
    Offer { values, months: months.map(|(first, last)| (Day(first).month(), Day(last).month())) }
}

/// Everybody.
pub fn everybody(study: &mut Study) -> Told {
    let limit = SmallGroups::under(&study.in_force.definition).0;
    let people = Ok(study.by_start_dates().scope.learners.len() as u64);
    Told { filter: Filter::default(), unknown: Vec::new(), is_renamed: false, unread: Vec::new(), people, limit }
}

/// A filter in words of an address. `listed` says who of the learners is listed by name without one.
pub fn told(study: &mut Study, basis: Basis<'_>, offer: &Offer, query: &str, listed: &[bool]) -> Told {
    let (mut filter, unread) = Filter::of_query(query);
    let (mut unknown, mut is_renamed) = (Vec::new(), false);
    for team in filter.values[0].clone() {
        let known = |name: &String| offer.values[0].contains(name);
        let now = (!known(&team)).then(|| basis.tables.renamed_team(basis.row_of, &team)).flatten();
        if let Some(now) = now.filter(known) {
            filter = filter.toggled(By::Team, &team);
            if !filter.values[0].contains(&now) {
                filter = filter.toggled(By::Team, &now);
            }
            is_renamed = true;
        }
    }
    for ((by, values), known) in By::VALUES.iter().zip(&mut filter.values).zip(&offer.values) {
        let (here, other) = std::mem::take(values).into_iter().partition(|value| known.contains(value));
        *values = here;
        unknown.extend(other.into_iter().map(|value: String| (*by, value)));
    }
    let whole = everybody(study);
    let small = SmallGroups(whole.limit);
    let mut told = Told { filter, unknown, is_renamed, unread, ..whole };
    if !told.filter.is_everybody() {
        told.people = people(study, basis, &told.filter, listed, small);
    }
    told
}

fn people(
    study: &mut Study,
    basis: Basis<'_>,
    filter: &Filter,
    listed: &[bool],
    small: SmallGroups,
) -> Result<u64, Why> {
    let learners = &study.by_start_dates().scope.learners;
    let about: Vec<By> = By::ALL.into_iter().filter(|by| filter.is_about(*by)).collect();
    let dimensions: Vec<Dimension> = about.iter().map(|by| dimension(basis, learners, filter, *by)).collect();
    let left = privacy::filter(&dimensions, learners.len(), small.0).map_err(|why| match why {
        Refused::Few => Why::Few,
        Refused::Tells(places) => Why::Tells(places.into_iter().map(|place| about[place]).collect()),
    })?;
    let chosen = Chosen::of(basis.tables, filter);
    let is_unlisted = |(learner, listed): &(&Member, &bool)| !**listed && chosen.holds(basis.tables, learner);
    match learners.iter().zip(listed).filter(is_unlisted).count() as u64 {
        unlisted if unlisted > 0 && !small.allow(unlisted) => Err(Why::Unlisted),
        _ => Ok(left),
    }
}

fn dimension(basis: Basis<'_>, learners: &[Member], filter: &Filter, by: By) -> Dimension {
    if by == By::Start {
        let (of, first) = start_months(basis.tables, learners);
        let count = of.iter().max().map_or(0, |last| last + 1);
        let [from, to] = [filter.from.unwrap_or(Month(i32::MIN)), filter.to.unwrap_or(Month(i32::MAX))];
        let chosen = (0..count as i32).map(|at| (from.0..=to.0).contains(&(first.0 + at))).collect();
        return Dimension { of, chosen, is_range: true };
    }
    let (dictionary, codes) = column(basis.tables, by);
    // By name: two codes of one name are one value.
    let names: Vec<&str> = (0..dictionary.len() as u32).map(|code| value(basis.tables, by, code)).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    let place: Vec<u32> = names.iter().map(|name| sorted.partition_point(|one| one < name) as u32).collect();
    let of = learners.iter().map(|learner| place[codes[learner.row as usize] as usize]).collect();
    let chosen = sorted.iter().map(|name| filter.of(by).iter().any(|one| one == name)).collect();
    Dimension { of, chosen, is_range: false }
}

/// What studies of the people need to know; the filter may be shown.
pub fn restricted(study: &mut Study, basis: Basis<'_>, filter: &Filter, listed: &[bool]) -> Restricted {
    let about: Vec<By> = By::ALL.into_iter().filter(|by| filter.is_about(*by)).collect();
    let part = |places: usize| {
        let left_out = about.iter().enumerate().filter(|(at, _)| places & 1 << at == 0);
        let part = left_out.fold(filter.clone(), |part, (_, by)| part.without(*by));
        (Chosen::of(basis.tables, &part), part)
    };
    let mut restriction = |places: usize| {
        let (chosen, part) = part(places);
        let of_part = By::ALL.into_iter().filter(|by| part.is_about(*by));
        let alone = of_part.map(|by| {
            let others = By::ALL.into_iter().filter(|other| *other != by);
            Chosen::of(basis.tables, &others.fold(part.clone(), |part, other| part.without(other)))
        });
        let selection = Selection::new(study, basis, listed, &alone.collect::<Vec<_>>());
        Rc::new(Restriction { chosen, selection })
    };
    let all = (1usize << about.len()) - 1;
    let parts: Vec<_> = (1..=all).map(|places| (places, restriction(places))).collect();
    let whole = parts.last().expect("the filter says something").1.clone();
    let learners = &study.by_start_dates().scope.learners;
    let mut by_person = vec![false; basis.row_of.len()];
    learners.iter().zip(listed).for_each(|(learner, listed)| by_person[learner.person as usize] = *listed);
    let is_named = |(learner, listed): (&Member, &bool)| *listed || !whole.chosen.holds(basis.tables, learner);
    let all_are = learners.iter().zip(listed).all(is_named);
    let listed = (!all_are).then(|| {
        let chosen = whole.chosen.clone().among(by_person);
        Rc::new(Restriction { chosen, selection: whole.selection.clone() })
    });
    Restricted { parts, listed }
}
