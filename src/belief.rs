//! Time to belief: days until the value was seen, for each audience (metrics.md section 7).

use crate::cohort::{Member, Scope};
use crate::record::EventKind;
use crate::survival::Ending;
use crate::table::{Code, Managing, Runs, Tables};
use crate::time::Day;

/// An `applied` event with at least this value confirmed an outcome.
const CONFIRMED: f64 = 1.0;
/// An answer to the belief question from this one up is belief (Likert 1 to 5).
const BELIEVES: f64 = 4.0;

/// How long each person of an audience took, days from max(launch, start). Whoever's last day is before that is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beliefs {
    pub learners: Vec<(i32, Ending)>,
    pub managers: Vec<(i32, Ending)>,
    pub leaders: Vec<(i32, Ending)>,
}

/// Learners believe by their own confirmed application or answer, managers by their own answer or the confirmed
/// application of anybody in scope whom they managed on that day, leaders by their own answer.
pub fn beliefs(tables: &Tables, runs: &Runs, scope: &Scope, launch: Option<Day>, belief_item: &str) -> Beliefs {
    let item = tables.items.find(belief_item.as_bytes());
    let applied = |person: Code, from: i32| {
        let places = runs.run(person, EventKind::Applied);
        first_day(runs, places.filter(|&at| runs.amount[at] >= CONFIRMED), from)
    };
    let answered = |person: Code, from: i32| {
        let places = runs.run(person, EventKind::Surveyed);
        first_day(runs, places.filter(|&at| Some(runs.item(at)) == item && runs.amount[at] >= BELIEVES), from)
    };
    let spells = |audience: &[Member], believed: &dyn Fn(&Member, i32) -> Option<i32>| {
        let spell = |member: &Member| {
            let origin = launch.map_or(member.start, |launch| launch.0.max(member.start));
            (origin <= member.last).then(|| match believed(member, origin) {
                Some(day) if day <= member.last => (day - origin, Ending::Event),
                _ => (member.last - origin, Ending::Censored),
            })
        };
        audience.iter().filter_map(spell).collect()
    };
    let managed = Managed::of(tables, scope);
    Beliefs {
        learners: spells(&scope.learners, &|member, origin| {
            earliest(applied(member.person, origin), answered(member.person, origin))
        }),
        managers: spells(&scope.managers, &|member, origin| {
            let of_team = |&(managing, person): &(Managing, Code)| {
                applied(person, origin.max(managing.from)).filter(|&day| managing.holds(day))
            };
            let team = managed.by(member.person).iter().filter_map(of_team).min();
            earliest(answered(member.person, origin), team)
        }),
        leaders: spells(&scope.leaders, &|member, origin| answered(member.person, origin)),
    }
}

/// Days from the origin of each learner's time to belief to the first application of any kind: the same people as in
/// their time to belief, so that both steps can stand beside each other.
pub fn applications(runs: &Runs, scope: &Scope, launch: Option<Day>) -> Vec<(i32, Ending)> {
    let spell = |member: &Member| {
        let origin = launch.map_or(member.start, |launch| launch.0.max(member.start));
        (origin <= member.last).then(|| match first_day(runs, runs.run(member.person, EventKind::Applied), origin) {
            Some(day) if day <= member.last => (day - origin, Ending::Event),
            _ => (member.last - origin, Ending::Censored),
        })
    };
    scope.learners.iter().filter_map(spell).collect()
}

/// Places of a run are in order of date.
fn first_day(runs: &Runs, mut places: impl Iterator<Item = usize>, from: i32) -> Option<i32> {
    places.find(|&at| runs.day[at] >= from).map(|at| runs.day[at])
}

fn earliest(a: Option<i32>, b: Option<i32>) -> Option<i32> {
    a.into_iter().chain(b).min()
}

/// Who is managed by whom among the people in scope, and when, by manager.
struct Managed(Vec<(Managing, Code)>);

impl Managed {
    fn of(tables: &Tables, scope: &Scope) -> Managed {
        let of_member =
            |member: &Member| tables.managing(member.row).map(|managing| (managing, member.person)).collect::<Vec<_>>();
        let mut pairs: Vec<(Managing, Code)> = scope.everybody().flat_map(of_member).collect();
        pairs.sort_unstable_by_key(|(managing, person)| (managing.manager, *person, managing.from));
        Managed(pairs)
    }

    fn by(&self, manager: Code) -> &[(Managing, Code)] {
        let from = self.0.partition_point(|(managing, _)| managing.manager < manager);
        let to = self.0.partition_point(|(managing, _)| managing.manager <= manager);
        &self.0[from..to]
    }
}
