//! What happened when: each person's milestones and observations, and how the plan was kept, on one axis of days.
//!
//! Section 10: for everybody only those people are listed who may be named behind a curve, and the plan is told by phase
//! over all managers. What one manager sees is their own team, a working list of all of its people, and their own plan.

mod row;

use crate::analysis::small_groups::{SmallGroups, due_by_phase};
use crate::analysis::study::{Basis, Study};
use crate::analysis::{Adherence, Phase, PhaseCounts};
use crate::cohort::Member;
use crate::inspect;
use crate::table::Code;
use crate::time::Day;
use crate::touchpoint::{self, Dates, Lane, days_of_plan};
pub use row::{MILESTONES, Row, Seen};

/// Who may be listed, worked out once for data, definition and manager.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Places in the scope's learners, by name.
    order: Vec<usize>,
    /// Name, or id where there is none, in the same order.
    names: Vec<String>,
    /// Learners who are not listed, so that nothing is told of a small group.
    pub left_out: usize,
}

/// What one screen of the timeline rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    pub cutoff: Day,
    pub launch: Option<Day>,
    /// First day of anything: the plan's or the first start.
    pub first: Day,
    /// Id and name of everybody who manages somebody, by name.
    pub managers: Vec<(String, String)>,
    /// People who match, of those who are listed.
    pub found: usize,
    pub listed: usize,
    pub left_out: usize,
    pub plan: Plan,
    /// Of the rule, by name.
    pub behaviours: Vec<String>,
}

/// How the plan was kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Plan {
    /// Without a launch there is none.
    None,
    /// Over all managers, by phase; `None` where it would tell of a few. `managers` have something due.
    ByPhase { phases: [Option<Adherence>; 4], managers: u64 },
    /// Of the manager who looks, kind by kind; the lanes hold what lies in the days asked for.
    Own { lanes: Vec<Lane>, counts: PhaseCounts },
}

/// Of everybody, or of the people of a manager.
pub fn listed(study: &mut Study, basis: Basis<'_>, manager: Option<&str>) -> Listed {
    let may = match manager {
        None => inspect::named_learners(study, basis),
        Some(id) => {
            let code = basis.tables.find_person(id);
            study.scope.learners.iter().map(|learner| code.is_some_and(|code| manages(basis, code, learner))).collect()
        }
    };
    let name = |at: usize| row::name(basis.tables, &study.scope.learners[at]);
    let mut order: Vec<usize> = (0..may.len()).filter(|&at| may[at]).collect();
    order.sort_by_cached_key(|&at| (name(at).to_lowercase(), study.scope.learners[at].person));
    let names = order.iter().map(|&at| name(at)).collect();
    let left_out = if manager.is_some() { 0 } else { may.len() - order.len() };
    Listed { order, names, left_out }
}

/// On the last day that counts for a learner.
fn manages(basis: Basis<'_>, manager: Code, learner: &Member) -> bool {
    basis.tables.managing(learner.row).any(|managing| managing.manager == manager && managing.holds(learner.last))
}

impl Listed {
    /// Those of them in whose places something holds.
    pub fn only(self, holds: impl Fn(usize) -> bool) -> Listed {
        let kept = self.order.into_iter().zip(self.names).filter(|(at, _)| holds(*at));
        let (order, names) = kept.unzip();
        Listed { order, names, ..self }
    }

    /// Places of those whose name holds a text, whatever its capitals; everybody for an empty one.
    pub fn matching(&self, find: &str) -> Vec<usize> {
        let find = find.trim().to_lowercase();
        let holds = |at: &usize| find.is_empty() || self.names[*at].to_lowercase().contains(&find);
        (0..self.order.len()).filter(holds).collect()
    }

    /// The rows of these places.
    pub fn rows(&self, study: &Study, basis: Basis<'_>, places: &[usize]) -> Vec<Row> {
        places.iter().map(|&place| row::of(study, basis, self.order[place])).collect()
    }
}

/// `days` says which are looked at, of the first day of anything and the data date; `found` people match. `None` while nobody
/// is in scope.
pub fn timeline(
    study: &mut Study,
    basis: Basis<'_>,
    listed: &Listed,
    found: usize,
    manager: Option<&str>,
    days: &dyn Fn(Day, Day) -> [Day; 2],
) -> Option<Timeline> {
    let cutoff = study.scope.cutoff?;
    let launch = study.in_force.launch;
    let starts = study.scope.everybody().map(|member| member.start).min()?;
    let first = Day(launch.map_or(starts, |launch| starts.min(launch.0 + Phase::PreLaunch.days().0)));
    let plan = match (launch, manager) {
        (None, _) => Plan::None,
        (Some(_), None) => by_phase(study, basis),
        (Some(launch), Some(id)) => planned_for(study, basis, id).map_or(Plan::None, |member| {
            let (lanes, counts) = days_of_plan(basis.tables, basis.runs, member, launch, cutoff, days(first, cutoff));
            Plan::Own { lanes, counts }
        }),
    };
    Some(Timeline {
        cutoff,
        launch,
        first,
        managers: managers(study, basis),
        found,
        listed: listed.order.len(),
        left_out: listed.left_out,
        plan,
        behaviours: study.in_force.behaviours.clone(),
    })
}

/// The plan as dates, for a calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    pub cutoff: Day,
    /// Item by item.
    pub dates: Vec<Dates>,
}

/// Of a manager, or as it follows from the launch alone. `None` without a launch, and where nobody is that manager.
pub fn dated(study: &Study, basis: Basis<'_>, manager: Option<&str>) -> Option<Dated> {
    let (cutoff, launch) = (study.scope.cutoff?, study.in_force.launch?);
    let member = match manager {
        Some(id) => Some(planned_for(study, basis, id)?),
        None => None,
    };
    Some(Dated { cutoff, dates: touchpoint::dates(basis.tables, basis.runs, member, launch, cutoff) })
}

/// Whose plan is the own one of a manager.
fn planned_for<'a>(study: &'a Study, basis: Basis<'_>, id: &str) -> Option<&'a Member> {
    let code = basis.tables.find_person(id)?;
    study.scope.managers.iter().chain(&study.scope.leaders).find(|member| member.person == code)
}

fn managers(study: &Study, basis: Basis<'_>) -> Vec<(String, String)> {
    let tables = basis.tables;
    let of = |member: &Member| (tables.person_id(member.person).to_owned(), row::name(tables, member));
    let mut managers: Vec<_> = study.scope.managers.iter().map(of).collect();
    managers.sort_by_cached_key(|(id, name)| (name.to_lowercase(), id.clone()));
    managers
}

fn by_phase(study: &Study, basis: Basis<'_>) -> Plan {
    let managers = study.touchpoints(basis);
    let mut all = PhaseCounts::default();
    managers.iter().for_each(|manager| all.add(&manager.phases));
    let (due, with_due) = due_by_phase(&managers);
    let hidden = SmallGroups::under(&study.in_force.definition).with_total(due, with_due);
    let total_hidden = hidden.overall_hidden == Some(true);
    let shown = |phase: Phase| (!total_hidden && !hidden.hides(phase.name())).then(|| all.0[phase as usize]);
    Plan::ByPhase { phases: Phase::ALL.map(shown), managers: if total_hidden { 0 } else { with_due } }
}
