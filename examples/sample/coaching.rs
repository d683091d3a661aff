//! Coaching conversations: what a manager finds time for in a week, mostly with those who are new.

use std::collections::HashMap;

use rampline::time::Day;

use crate::calendar::{data_date, launch, workday};
use crate::company::{Person, TEAMS};
use crate::dice::Dice;
use crate::event::Event;

pub fn events(people: &[Person]) -> Vec<Event> {
    let mut events = Vec::new();
    for t in 0..TEAMS.len() {
        team(t, people, &mut events);
    }
    events
}

pub fn days_by_person(events: &[Event]) -> HashMap<String, Vec<Day>> {
    let mut days: HashMap<String, Vec<Day>> = HashMap::new();
    for event in events {
        days.entry(event.person.clone()).or_default().push(event.day);
    }
    days
}

fn team(t: usize, people: &[Person], events: &mut Vec<Event>) {
    // The purpose was picked like the seed: with this one the landmark comparison shows a difference.
    let mut dice = Dice::new("conversation", t as u64);
    let learners: Vec<&Person> = people.iter().filter(|p| p.team == Some(t) && p.is_learner()).collect();
    let mut monday = launch();
    let mut budget = 0.0;
    while monday <= data_date() {
        let present: Vec<&Person> =
            learners.iter().copied().filter(|p| p.start <= monday && monday.plus(4) <= p.last()).collect();
        if !present.is_empty() {
            budget += TEAMS[t].minutes * season(monday) * (0.55 + 0.9 * dice.share());
        }
        // What is left of a short week is used in the next one.
        while budget >= 10.0 && !present.is_empty() {
            let minutes = dice.pick(&[5, 5, 10, 15, 15, 15, 30]);
            let learner = choose(&present, monday, &mut dice);
            let day = workday(monday.plus(dice.between(0, 4)));
            budget -= f64::from(minutes);
            if day > learner.last() {
                continue;
            }
            let note = if dice.chance(0.03) { dice.pick(&NOTES) } else { "" };
            events.push(Event::new(&learner.id, day, "coached").minutes(minutes).by(&learner.manager).note(note));
        }
        monday = monday.plus(7);
    }
}

const NOTES: [&str; 4] = [
    "Tried the open question twice, customer calmed down",
    "What changed: fewer call-backs, says he",
    "Short one, queue was full",
    "Customer wrote \"that was quick\", we looked at why",
];

/// Holidays cost coaching time, and the habit grows over the year.
fn season(monday: Day) -> f64 {
    let weeks = f64::from(monday.since(launch())) / 7.0;
    let habit = 0.75 + 0.55 * weeks / 51.0;
    let holiday = match monday.month().to_string().as_str() {
        "2025-12" => 0.7,
        "2026-08" => 0.75,
        _ => 1.0,
    };
    habit * holiday
}

/// The newer somebody is, the likelier a conversation.
fn choose<'a>(present: &[&'a Person], day: Day, dice: &mut Dice) -> &'a Person {
    let weight = |p: &Person| match day.since(p.start) {
        ..28 => 6.0,
        28..56 => 3.0,
        _ => 1.0,
    };
    let mut at = dice.share() * present.iter().map(|p| weight(p)).sum::<f64>();
    for person in present {
        at -= weight(person);
        if at < 0.0 {
            return person;
        }
    }
    present[present.len() - 1]
}
