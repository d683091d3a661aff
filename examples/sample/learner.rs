//! A learner's year: modules, what is observed, applications, feedback, monthly figures.

use rampline::time::{Day, Month};

use crate::calendar::{data_date, month_end, workday};
use crate::company::{Person, TEAMS};
use crate::dice::Dice;
use crate::event::Event;
use crate::observed::{self, BEHAVIOURS};

const MODULES: [&str; 3] = ["Module 1: Opening the call", "Module 2: Finding the cause", "Module 3: Closing well"];

pub fn events(person: &Person, coached: &[Day], events: &mut Vec<Event>) {
    let first_module = training(person, events);
    observed::events(person, coached, events);
    if let Some(day) = first_module {
        applications(person, day, events);
    }
    figures(person, events);
}

/// What the learning platform exports. Returns the day of the first completed module.
fn training(person: &Person, events: &mut Vec<Event>) -> Option<Day> {
    let mut dice = Dice::new("training", person.number);
    let until = person.last();
    let enrolled = workday(person.start.plus(-dice.between(6, 11)));
    if enrolled > data_date() {
        return None;
    }
    events.push(Event::new(&person.id, enrolled, "enrolled").item("Calls that help").with_time(&mut dice));
    events.push(Event::new(&person.id, enrolled, "assigned").item(MODULES[0]).with_time(&mut dice));
    // A few begin only when somebody asks.
    let wait = if dice.chance(0.07) { dice.between(14, 30) } else { dice.between(0, 3) };
    let mut at = workday(person.start.plus(wait));
    if at > until {
        return None;
    }
    events.push(Event::new(&person.id, at, "started").item(MODULES[0]).with_time(&mut dice));
    let mut first = None;
    for module in MODULES {
        at = workday(at.plus(dice.between(5, 13)));
        if at > until || dice.chance(0.04) {
            break;
        }
        let score = 100 - dice.between(0, 12) - dice.between(0, 18);
        events.push(Event::new(&person.id, at, "completed").item(module).value(score).with_time(&mut dice));
        first = first.or(Some(at));
    }
    first
}

fn applications(person: &Person, first_module: Day, events: &mut Vec<Event>) {
    let mut dice = Dice::new("applied", person.number);
    if dice.chance(0.05) {
        return;
    }
    let in_time = dice.chance(person.team.map_or(0.6, |t| TEAMS[t].applies) + 0.06);
    let mut at = first_module.plus(if in_time { dice.between(1, 11) } else { dice.between(16, 44) });
    for nth in 0..dice.between(2, 4) {
        let day = workday(at);
        if day > person.last() {
            return;
        }
        let confirmed = dice.chance(0.2 + 0.2 * f64::from(nth));
        let row = Event::new(&person.id, day, "applied").item(dice.pick(&BEHAVIOURS));
        events.push(if confirmed { row.value(1) } else { row });
        let told = workday(day.plus(dice.between(2, 9)));
        if told <= person.last() && dice.chance(0.6) {
            let note = if dice.chance(0.05) { "Asked how it went, two minutes" } else { "" };
            events.push(Event::new(&person.id, told, "feedback").by(&person.manager).note(note));
        }
        at = at.plus(dice.between(14, 40));
    }
}

/// Two figures a month for half a year, also from the months before for those who already worked here.
fn figures(person: &Person, events: &mut Vec<Event>) {
    let mut dice = Dice::new("measured", person.number);
    let solved = 61.0 + 5.0 * dice.bell();
    let takes = 10.4 + 1.1 * dice.bell();
    let gain = 1.0 + 0.3 * dice.bell();
    let before = if person.worked_here_before() { 3 } else { 0 };
    let mut month = Month(person.start.month().0 - before);
    while month_end(month) <= person.last().min(person.start.plus(200)) {
        let day = month_end(month);
        let learned = gain * (f64::from(day.since(person.start) - 5) / 80.0).clamp(0.0, 1.0);
        let solved = (solved + 8.0 * learned + 2.0 * dice.bell()).clamp(30.0, 96.0);
        let takes = (takes - 1.2 * learned + 0.4 * dice.bell()).max(4.0);
        let row =
            |item: &str, value: f64| Event::new(&person.id, day, "measured").item(item).value(format!("{value:.1}"));
        events.push(row("first-contact resolution", solved));
        events.push(row("handling time", takes));
        month = month.next();
    }
}
