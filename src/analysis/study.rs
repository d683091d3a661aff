//! One data set under one definition, worked out step by step. Each step is kept until what it rests on changes: a new
//! grouping counts people again, a new rule follows the observations again, neither reads or sorts anything.

use std::rc::Rc;

use super::landmark::{Landmark, cox_of_check_ins, landmark};
use super::series::{Series, coaching_points, first_application_points};
use super::small_groups::SmallGroups;
use super::taken::{in_force, measured_items};
use super::ttc::{Group, groups, named, tau_used, ttc_curve};
use super::{
    CoachingSeries, Counts, CoxFit, FunnelPoint, Grouping, InForce, ManagerAdherence, Momentum, Periods, Recorded,
    Restriction, Share, TtcCurve, Uplift,
};
use crate::belief::{applications, beliefs};
use crate::cohort::{
    Counting, Groups, Member, Observations, Rule, Scope, Seen, Spells, alone, data_date, first_events,
    second_check_ins, spells, split_by_date,
};
use crate::definition::{Clock, Definition, KpiItem};
use crate::funnel::limits;
use crate::kpi::first_application::{Standing, shares, standings};
use crate::kpi::{FIRST_APPLICATION_TARGET, coaching, uplift};
use crate::momentum::{momentum, periods};
use crate::privacy::{Other, Suppression};
use crate::record::EventKind;
use crate::survival::{Ending, counted, risk_table};
use crate::table::{NONE, Runs, Tables};
use crate::touchpoint::adherence;

/// The data as the statistics see them.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    pub tables: &'a Tables,
    pub runs: &'a Runs,
    /// People row that holds for each person code.
    pub row_of: &'a [u32],
}

/// What was worked out for the latest definition. A new data set needs a new study.
#[derive(Clone, Debug)]
pub struct Study {
    pub in_force: InForce,
    pub scope: Scope,
    /// Every item observed in an accepted context.
    pub observed_items: Vec<String>,
    pub spells: Spells,
    rule: Rule,
    counting: Counting,
    observations: Observations,
    measured: Vec<KpiItem>,
    window: i32,
    standings: Vec<Standing>,
    counted: (u64, u64, u64),
    by: [Option<Rc<Groups>>; 4],
    /// The same definition with the start dates as day 0; `None` where that is this study.
    by_start_dates: Option<Box<Study>>,
    /// Learners from their first enrollment on, where day 0 is the first module begun: of the two clocks that leave people
    /// out the other one, which may be shown as well.
    enrolled: Option<Vec<Member>>,
    /// What a filter leaves of everybody; `None` without one.
    only: Option<Rc<Restriction>>,
    /// What a screen shows beside every breakdown.
    beside: Beside,
}

/// Figures of everybody, each kept until what it rests on changes.
#[derive(Clone, Debug, Default)]
struct Beside {
    /// By horizon.
    everybody: Option<(i32, Rc<TtcCurve>)>,
    share: Option<Share>,
    /// By the item of the question about belief.
    recorded: Option<(String, Recorded)>,
    coaching_per_team: Option<Option<f64>>,
}

impl Study {
    pub fn new(basis: Basis<'_>, definition: &Definition) -> Study {
        Study::of(basis, definition, None)
    }

    /// Of those whom a filter leaves. The definition says what is otherwise taken from everybody's data: data date,
    /// behaviours, items and launch.
    pub fn of(basis: Basis<'_>, definition: &Definition, only: Option<Rc<Restriction>>) -> Study {
        let cutoff = definition.cutoff.or_else(|| data_date(basis.runs, basis.row_of));
        // Without any event of a known person nobody is in scope, unless a data date is set.
        let scope = Scope::of(basis.tables, basis.row_of, cutoff);
        let scope = match &only {
            Some(only) => scope.only(basis.tables, &only.chosen),
            None => scope,
        };
        let begin_with = |kind| scope.clone().begin_with(kind, basis.runs);
        let enrolled = (definition.clock == Clock::Started).then(|| begin_with(EventKind::Enrolled).learners);
        let scope = match definition.clock {
            Clock::Start => scope,
            Clock::Enrolled => begin_with(EventKind::Enrolled),
            Clock::Started => begin_with(EventKind::Started),
        };
        let counting = counting(definition);
        let observations = Observations::of(basis.runs, &scope.learners, counting);
        let observed = observations.items(basis.tables);
        let measured = measured_items(basis, &scope);
        let in_force = in_force(definition, &scope, &observed, &measured);
        let rule = Rule::new(definition, &in_force.behaviours, basis.tables);
        Study {
            spells: spells(&observations, &scope.learners, &rule),
            standings: first_applications(basis, &scope, definition.window_days),
            counted: split_by_date(basis.runs, basis.row_of, cutoff),
            window: definition.window_days,
            observed_items: observed,
            counting,
            observations,
            measured,
            in_force,
            scope,
            rule,
            by: Default::default(),
            by_start_dates: (definition.clock != Clock::Start)
                .then(|| Box::new(Study::of(basis, &from_start_dates(definition), only.clone()))),
            enrolled,
            only,
            beside: Beside::default(),
        }
    }

    /// Follows a changed definition, keeping what still holds.
    pub fn follow(&mut self, basis: Basis<'_>, definition: &Definition) {
        if self.in_force.definition == *definition {
            return;
        }
        let before = &self.in_force.definition;
        if before.cutoff != definition.cutoff || before.clock != definition.clock {
            *self = Study::of(basis, definition, self.only.take());
            return;
        }
        if let Some(study) = &mut self.by_start_dates {
            study.follow(basis, &from_start_dates(definition));
        }
        let counting = counting(definition);
        let recounted = self.counting != counting;
        if recounted {
            self.counting = counting;
            self.observations = Observations::of(basis.runs, &self.scope.learners, counting);
            self.observed_items = self.observations.items(basis.tables);
        }
        if self.window != definition.window_days {
            self.window = definition.window_days;
            self.standings = first_applications(basis, &self.scope, definition.window_days);
            self.beside.share = None;
        }
        self.in_force = in_force(definition, &self.scope, &self.observed_items, &self.measured);
        let rule = Rule::new(definition, &self.in_force.behaviours, basis.tables);
        if recounted || rule != self.rule {
            self.spells = spells(&self.observations, &self.scope.learners, &rule);
            self.rule = rule;
            self.beside.everybody = None;
        }
    }

    /// What is not a matter of the curve keeps the day 0 of metrics.md, the start date: the accountable figures, belief,
    /// milestones and check-ins are the same whatever the clock of the curve.
    pub fn by_start_dates(&mut self) -> &mut Study {
        match self.by_start_dates.is_some() {
            true => self.by_start_dates.as_mut().expect("there is one"),
            false => self,
        }
    }

    /// Whether it is of those whom a filter leaves.
    pub fn is_filtered(&self) -> bool {
        self.only.is_some()
    }

    /// Where each learner stands with their first application.
    pub fn standings(&self) -> &[Standing] {
        &self.standings
    }

    /// The observations of a learner that count.
    pub fn observed(&self, at: usize) -> &[Seen] {
        self.observations.of_learner(at)
    }

    /// How many observations of each behaviour in force count.
    pub fn observations_by_behaviour(&self) -> Vec<u64> {
        self.observations.by_behaviour(&self.rule)
    }

    /// Which groups of the curves may be shown: `hidden` is in the order of the groups, `overall_hidden` of everybody.
    pub fn suppression(&mut self, basis: Basis<'_>, by: Grouping) -> Suppression {
        let small = SmallGroups::under(&self.in_force.definition);
        let groups = self.groups(basis, by);
        if let Some(only) = &self.only {
            return only.selection.suppression(basis, &groups, by, small);
        }
        let Some(by_start) = &mut self.by_start_dates else { return small.of_sizes(groups.sizes()) };
        // Every group has somebody by start dates, and all lists are by name.
        let all = by_start.groups(basis, by);
        let mut others = vec![Other { shown: small.of_sizes(all.sizes()), sizes: all.sizes().to_vec() }];
        if let Some(enrolled) = &self.enrolled {
            let sizes = Groups::of(basis.tables, enrolled, by).sizes_of(&all.names);
            let shown = small.of_choice(&sizes, &others);
            if !shown.overall_hidden {
                others.push(Other { sizes, shown });
            }
        }
        let found = small.of_choice(&groups.sizes_of(&all.names), &others);
        let mut of_all = all.names.iter().zip(&found.hidden);
        let of_group = |name: &String| of_all.find(|(group, _)| *group == name).is_none_or(|(_, hidden)| *hidden);
        Suppression { hidden: groups.names.iter().map(of_group).collect(), ..found }
    }

    /// Learners by group; worked out once for each way of splitting.
    pub fn groups(&mut self, basis: Basis<'_>, by: Grouping) -> Rc<Groups> {
        let kept = &mut self.by[by as usize];
        kept.get_or_insert_with(|| Rc::new(Groups::of(basis.tables, &self.scope.learners, by))).clone()
    }

    /// The curve of everybody at a horizon.
    pub fn everybody(&mut self, basis: Basis<'_>, tau: i32) -> Rc<TtcCurve> {
        if let Some((at, everybody)) = &self.beside.everybody
            && *at == tau
        {
            return everybody.clone();
        }
        let all = self.groups(basis, Grouping::None);
        let group = self.ttc_groups(&all).remove(0);
        let everybody = Rc::new(ttc_curve(&group, tau_used(&[&group], tau)));
        self.beside.everybody = Some((tau, everybody.clone()));
        everybody
    }

    /// What the files record at all.
    pub fn recorded(&mut self, basis: Basis<'_>) -> Recorded {
        let item = &self.in_force.definition.belief_item;
        match &self.beside.recorded {
            Some((about, recorded)) if about == item => *recorded,
            _ => self.beside.recorded.insert((item.clone(), Recorded::of(basis, item))).1,
        }
    }

    /// The share of everybody with a first application in time.
    pub fn share_of_everybody(&mut self, basis: Basis<'_>) -> Option<Share> {
        if self.beside.share.is_none() {
            let all = self.groups(basis, Grouping::None);
            self.beside.share = self.first_application(&all).pop();
        }
        self.beside.share.clone()
    }

    /// Coaching minutes a week of the average team.
    pub fn coaching_per_team(&mut self, basis: Basis<'_>) -> Option<f64> {
        let teams = self.groups(basis, Grouping::Team);
        let kept = self.beside.coaching_per_team;
        let found = kept.unwrap_or_else(|| coaching::per_team(&self.coaching(basis, &teams)));
        self.beside.coaching_per_team = Some(found);
        found
    }

    /// Risk tables of time to competency by group.
    pub fn ttc_groups(&self, split: &Groups) -> Vec<Group> {
        let spells = || {
            let people = split.of.iter().zip(&self.spells.time).zip(&self.spells.ending);
            people.map(|((&group, &time), &ending)| (group, time, ending))
        };
        let mut found = match counted(split.names.len(), self.spells.largest, &split.of, &self.spells.packed) {
            Some(tables) => named(&split.names, tables),
            None => groups(&split.names, spells),
        };
        for (&group, _) in split.of.iter().zip(&self.spells.needs_refresh).filter(|(_, refresh)| **refresh) {
            found[group as usize].needs_refresh += 1;
        }
        found
    }

    /// Risk table of each behaviour in force alone over all learners.
    pub fn alone(&self) -> Vec<Group> {
        let spells = alone(&self.observations, &self.scope.learners, &self.rule);
        let group = |(name, spells): (&String, Vec<(i32, Ending)>)| Group {
            name: name.clone(),
            table: risk_table(spells),
            needs_refresh: 0,
        };
        self.in_force.behaviours.iter().zip(spells).map(group).collect()
    }

    pub fn first_application(&self, split: &Groups) -> Vec<Share> {
        shares(&self.standings, split)
    }

    /// The shares of first applications that have somebody behind them, against the target.
    pub fn funnel(&self, shares: &[Share]) -> Vec<FunnelPoint> {
        let point = |share: &Share| {
            let (n, group) = (share.denominator, share.group.clone());
            share.rate.map(|rate| FunnelPoint { group, n, share: rate, limits: limits(n, FIRST_APPLICATION_TARGET) })
        };
        shares.iter().filter_map(point).collect()
    }

    pub fn coaching(&self, basis: Basis<'_>, split: &Groups) -> Vec<CoachingSeries> {
        match self.scope.cutoff {
            Some(cutoff) => coaching::series(basis.runs, &self.scope.learners, split, cutoff),
            None => Vec::new(),
        }
    }

    /// Both answers to whether coaching helps.
    pub fn check_ins(&self, basis: Basis<'_>) -> (Landmark, CoxFit) {
        let check_ins = second_check_ins(basis.runs, &self.scope.learners);
        (landmark(self, &check_ins, self.in_force.definition.landmark_day), cox_of_check_ins(self, &check_ins))
    }

    /// The uplift of each item in force, by name.
    pub fn uplifts(&self, basis: Basis<'_>) -> Vec<Uplift> {
        let Some(cutoff) = self.scope.cutoff else { return Vec::new() };
        uplift::uplifts(basis.tables, basis.runs, &self.scope.learners, cutoff, &self.in_force.kpi_items)
    }

    /// Risk tables of time to belief, by audience: learner, manager, leader.
    pub fn belief_groups(&self, basis: Basis<'_>) -> [Group; 3] {
        let InForce { launch, definition, .. } = &self.in_force;
        let found = beliefs(basis.tables, basis.runs, &self.scope, *launch, &definition.belief_item);
        [("learner", found.learners), ("manager", found.managers), ("leader", found.leaders)]
            .map(|(audience, spells)| Group { name: audience.to_owned(), table: risk_table(spells), needs_refresh: 0 })
    }

    /// Risk table of the learners' first application, from the same day as their time to belief.
    pub fn application_group(&self, basis: Basis<'_>) -> Group {
        let spells = applications(basis.runs, &self.scope, self.in_force.launch);
        Group { name: "learner".to_owned(), table: risk_table(spells), needs_refresh: 0 }
    }

    /// Risk tables of days to a learner's first event of a kind.
    pub fn milestone_groups(&self, basis: Basis<'_>, split: &Groups, kind: EventKind) -> Vec<Group> {
        let spells = || {
            let people = split.of.iter().zip(first_events(basis.runs, &self.scope.learners, kind));
            people.map(|(&group, (time, ending))| (group, time, ending))
        };
        groups(&split.names, spells)
    }

    /// Adherence to the default plan, by manager.
    pub fn touchpoints(&self, basis: Basis<'_>) -> Vec<ManagerAdherence> {
        let launch = self.in_force.launch;
        launch.map_or_else(Vec::new, |launch| adherence(basis.tables, basis.runs, &self.scope, launch))
    }

    /// The periods of `momentum`.
    pub fn periods(&self) -> Option<Periods> {
        self.scope.cutoff.map(periods)
    }

    /// Each group against itself; `coaching` is that of the same groups.
    pub fn momentum(&self, split: &Groups, coaching: &[CoachingSeries]) -> Vec<Momentum> {
        let Some(cutoff) = self.scope.cutoff else { return Vec::new() };
        momentum(&self.scope.learners, &self.spells, split, coaching, cutoff)
    }

    /// First applications by month.
    pub fn first_application_series(&self) -> Series {
        Series::of(first_application_points(&self.standings))
    }

    /// Coaching by month, of all learners.
    pub fn coaching_series(&self, overall: &CoachingSeries) -> Series {
        Series::of(coaching_points(overall))
    }

    /// Where the rows went; `read` holds what only the import knows.
    pub fn counts(&self, basis: Basis<'_>, read: Counts) -> Counts {
        let (counted, after, unknown) = self.counted;
        Counts {
            people: basis.row_of.iter().filter(|&&row| row != NONE).count() as u64,
            in_scope: self.scope.size() as u64,
            events_unknown: unknown,
            events_after_cutoff: after,
            events_counted: counted,
            ..read
        }
    }
}

fn first_applications(basis: Basis<'_>, scope: &Scope, window: i32) -> Vec<Standing> {
    scope.cutoff.map_or_else(Vec::new, |cutoff| standings(basis.runs, &scope.learners, cutoff, window))
}

fn from_start_dates(definition: &Definition) -> Definition {
    Definition { clock: Clock::Start, ..definition.clone() }
}

fn counting(definition: &Definition) -> Counting {
    Counting { contexts: definition.contexts, positive_from: definition.positive_from }
}
