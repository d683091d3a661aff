//! Pulse surveys: the belief question for everybody, three concerns for managers before and after.

use rampline::time::Day;

use crate::calendar::{day, launch};
use crate::company::Person;
use crate::dice::Dice;
use crate::event::Event;

const PULSES: [&str; 7] =
    ["2025-09-24", "2025-11-05", "2026-01-14", "2026-03-18", "2026-05-20", "2026-07-15", "2026-09-16"];

const CONCERNS: [&str; 3] = ["the numbers match what I see", "the time is worth it", "the use is fair"];

pub fn events(people: &[Person], events: &mut Vec<Event>) {
    for (round, date) in PULSES.iter().enumerate() {
        let date = day(date);
        for person in people.iter().filter(|p| p.start <= date && date <= p.last()) {
            let mut dice = Dice::new(PULSES[round], person.number);
            if !dice.chance(0.78) {
                continue;
            }
            let belief = likert(conviction(person, date) + 0.8 * dice.bell());
            events.push(Event::new(&person.id, date, "surveyed").item("belief").value(belief));
            if person.is_manager() && (round == 0 || round == 4) {
                for concern in CONCERNS {
                    let answer = likert(2.3 + 0.3 * round as f64 + 0.8 * dice.bell());
                    events.push(Event::new(&person.id, date, "surveyed").item(concern).value(answer));
                }
            }
        }
    }
}

/// Belief rises with one's own experience; leaders see results last.
fn conviction(person: &Person, date: Day) -> f64 {
    let days = f64::from(date.since(person.start.max(launch())));
    let (at_first, a_year) = match person.role {
        "leader" => (2.2, 2.2),
        "team manager" => (2.4, 2.2),
        _ => (2.6, 2.4),
    };
    at_first + a_year * (days.max(0.0) / 240.0).min(1.0)
}

fn likert(answer: f64) -> i32 {
    ((answer + 0.5) as i32).clamp(1, 5)
}
