//! What managers did of the default plan (metrics.md section 8): most of it on time, some late, some never.

use rampline::time::Day;

use crate::calendar::{data_date, launch, workday};
use crate::company::{Person, TEAMS};
use crate::dice::Dice;
use crate::event::Event;

/// A touchpoint: its item, first and last day counted from the launch, minutes.
struct Touchpoint(&'static str, i32, i32, i32);

fn plan() -> Vec<Touchpoint> {
    let horizon = data_date().since(launch());
    let mut plan = vec![
        Touchpoint("briefing", -54, -42, 40),
        Touchpoint("pledge", -52, -42, 10),
        Touchpoint("learning_map", -34, -14, 45),
        Touchpoint("check_in_1", 0, 6, 30),
        Touchpoint("check_in_3", 14, 20, 30),
        Touchpoint("role_play", 0, 13, 15),
        Touchpoint("role_play", 14, 27, 15),
    ];
    let every = |from, step| (0..).map(move |n| from + n * step).take_while(move |day| *day <= horizon);
    plan.extend(every(0, 7).take(6).map(|day| Touchpoint("weekly_check", day, day + 6, 10)));
    plan.extend(every(14, 7).map(|day| Touchpoint("micro_coaching", day, day + 6, 15)));
    plan.extend(every(0, 30).map(|day| Touchpoint("conversation", day, day + 29, 30)));
    plan.extend(every(0, 91).map(|day| Touchpoint("calibration", day, day + 90, 60)));
    plan
}

/// The first leader runs the plan with the managers, so it is theirs as well.
pub fn events(people: &[Person], events: &mut Vec<Event>) {
    for person in people.iter().filter(|p| p.is_manager() || p.number == 1) {
        let mut dice = Dice::new("plan", person.number);
        let keeps = person.team.map_or(0.74, |t| TEAMS[t].keeps);
        for Touchpoint(item, from, to, minutes) in plan() {
            if let Some(day) = happens(launch().plus(from), launch().plus(to), keeps, &mut dice)
                && person.start <= day
                && day <= data_date()
            {
                events.push(Event::new(&person.id, day, "touchpoint").item(item).minutes(minutes));
            }
        }
    }
}

/// In its window, within the week after, or not at all.
fn happens(from: Day, to: Day, keeps: f64, dice: &mut Dice) -> Option<Day> {
    let place = dice.share();
    if dice.chance(keeps) {
        let within = (f64::from(to.since(from)) * (0.2 + 0.6 * place)) as i32;
        return Some(workday(from.plus(within)).min(to));
    }
    dice.chance(0.35).then(|| workday(to.plus(1 + (place * 4.0) as i32)))
}
