//! What managers see of the behaviours, in role-plays and in live work.

use rampline::time::Day;

use crate::calendar::{day, launch, workday};
use crate::company::{Person, TEAMS};
use crate::dice::Dice;
use crate::event::Event;

pub const BEHAVIOURS: [&str; 3] = ["agrees the next step", "asks before solving", "opens with the goal"];

/// Days by which a behaviour comes later than the first one a person gets.
const LATER: [f64; 3] = [6.0, 3.0, 0.0];

pub fn events(person: &Person, coached: &[Day], events: &mut Vec<Event>) {
    role_plays(person, events);
    live_work(person, coached, events);
}

fn role_plays(person: &Person, events: &mut Vec<Event>) {
    let mut dice = Dice::new("role-play", person.number);
    let mut at = person.start.plus(dice.between(6, 12));
    for _ in 0..2 {
        let day = workday(at);
        if day > person.last() || !dice.chance(0.7) {
            return;
        }
        for behaviour in BEHAVIOURS {
            let seen = i32::from(dice.chance(0.55));
            let row = Event::new(&person.id, day, "observed").item(behaviour).value(seen);
            events.push(row.context("simulated").by(&person.manager));
        }
        at = at.plus(dice.between(7, 14));
    }
}

/// How likely a behaviour is seen on a day: seldom at first, nearly always some time after the person gets it.
struct Skill {
    gets_it: [f64; 3],
    /// From this day on one behaviour slips, for some weeks.
    slips: Option<(usize, i32)>,
}

impl Skill {
    fn new(person: &Person, dice: &mut Dice) -> Skill {
        let role = match person.role {
            "senior agent" => -3.0,
            "technical specialist" => 4.0,
            _ => 0.0,
        };
        // The programme itself gets a little better with every cohort.
        let cohort = f64::from(person.start.since(launch())) / 30.0 * -0.6;
        // Some need much longer, a few do not get there within the year.
        let stuck = match dice.between(0, 19) {
            0 => 400.0,
            1 | 2 => 25.0 + 45.0 * dice.share(),
            _ => 0.0,
        };
        let team = person.team.map_or(0.0, |t| TEAMS[t].pace);
        let base = (21.0 + team + role + cohort + stuck + 13.0 * dice.bell()).max(0.0);
        let gets_it = LATER.map(|later| base + later + 5.0 * dice.bell());
        let slips = dice.chance(0.12).then(|| (dice.between(0, 2) as usize, dice.between(100, 260)));
        Skill { gets_it, slips }
    }

    fn chance(&self, behaviour: usize, since_start: i32, check_ins: usize, competent: bool) -> f64 {
        if self.slips.is_some_and(|(b, from)| competent && b == behaviour && (from..from + 80).contains(&since_start)) {
            return 0.35;
        }
        if competent {
            return 0.995;
        }
        // A check-in brings it forward by four days; the first three count.
        let gets_it = self.gets_it[behaviour] - 4.0 * check_ins.min(3) as f64;
        let grown = ((f64::from(since_start) - gets_it + 12.0) / 24.0).clamp(0.0, 1.0);
        0.12 + 0.84 * grown
    }
}

const SEEN: [&str; 3] =
    ["Good, calm conversation", "Waited, let the customer finish", "Two calls today,\nboth with a clear summary"];

const NOT_YET: [&str; 3] =
    ["Jumped to the fix, we talked about it", "Long queue, hurried", "Said \"I forgot\" before I asked"];

fn live_work(person: &Person, coached: &[Day], events: &mut Vec<Event>) {
    let mut dice = Dice::new("observed", person.number);
    let skill = Skill::new(person, &mut dice);
    let mut in_a_row = [0; 3];
    let mut competent = false;
    let mut at = dice.between(4, 10);
    while workday(person.start.plus(at)) <= person.last() {
        let day = workday(person.start.plus(at));
        let check_ins = coached.iter().filter(|c| **c < day).count();
        for (b, behaviour) in BEHAVIOURS.iter().enumerate() {
            if !dice.chance(0.87) {
                continue;
            }
            let seen = dice.chance(skill.chance(b, at, check_ins, competent));
            in_a_row[b] = if seen { in_a_row[b] + 1 } else { 0 };
            let note = if dice.chance(0.012) { dice.pick(if seen { &SEEN } else { &NOT_YET }) } else { "" };
            let row = Event::new(&person.id, logged_on(person, day), "observed").item(behaviour).value(i32::from(seen));
            events.push(row.context("live").by(&person.manager).note(note));
        }
        competent |= in_a_row.iter().all(|n| *n >= 3);
        at += match competent {
            true => dice.between(28, 45),
            false if at < 120 => dice.between(4, 10),
            false => dice.between(14, 24),
        };
    }
}

/// The manager of Returns fell behind in spring and logged four weeks on one Friday.
fn logged_on(person: &Person, seen: Day) -> Day {
    let (from, to) = (day("2026-04-13"), day("2026-05-08"));
    let returns = person.team.is_some_and(|t| TEAMS[t].name == "Returns");
    if returns && from <= seen && seen <= to && to <= person.last() { to } else { seen }
}
