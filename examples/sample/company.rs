//! Who works at Brightwater: three leaders, eight managers and the learners of eight teams, cohort by cohort.

use rampline::time::{Day, Month};

use crate::calendar::{data_date, day, first_monday, kick_off, launch};
use crate::dice::Dice;
use crate::names;

pub const HEADER: [&str; 9] =
    ["person_id", "name", "role", "cohort", "location", "team", "manager_id", "start_date", "end_date"];

pub struct Team {
    pub name: &'static str,
    learners: usize,
    location: &'static str,
    /// Of ten learners, how many are technical specialists; a quarter of all are senior agents.
    specialists: i32,
    /// Days by which a learner here is later than elsewhere.
    pub pace: f64,
    /// Share with a first application within two weeks of the first module.
    pub applies: f64,
    /// Coaching minutes in a usual week.
    pub minutes: f64,
    /// Share of the planned touchpoints that happen.
    pub keeps: f64,
}

/// By name. Orders tried the weekly coaching first; Evenings opened in January and is too small to be shown.
#[rustfmt::skip]
pub const TEAMS: [Team; 8] = [
    Team { name: "Accounts", learners: 23, location: "Leeds", specialists: 1, pace: 1.0, applies: 0.62, minutes: 29.0, keeps: 0.80 },
    Team { name: "Billing", learners: 21, location: "Leeds", specialists: 1, pace: 3.0, applies: 0.66, minutes: 27.0, keeps: 0.76 },
    Team { name: "Devices", learners: 19, location: "Gdańsk", specialists: 4, pace: 13.0, applies: 0.55, minutes: 22.0, keeps: 0.66 },
    Team { name: "Evenings", learners: 4, location: "Remote, Ireland", specialists: 0, pace: 0.0, applies: 0.60, minutes: 19.0, keeps: 0.72 },
    Team { name: "Field Support", learners: 9, location: "Remote, Portugal", specialists: 5, pace: 3.0, applies: 0.62, minutes: 21.0, keeps: 0.70 },
    Team { name: "Networks", learners: 19, location: "Gdańsk", specialists: 4, pace: 1.0, applies: 0.66, minutes: 28.0, keeps: 0.78 },
    Team { name: "Orders", learners: 25, location: "Porto", specialists: 1, pace: -17.0, applies: 0.80, minutes: 36.0, keeps: 0.90 },
    Team { name: "Returns", learners: 18, location: "Porto", specialists: 1, pace: 4.0, applies: 0.60, minutes: 25.0, keeps: 0.68 },
];

#[derive(Clone)]
pub struct Person {
    /// Also chooses the person's own stream of chance.
    pub number: u64,
    pub id: String,
    pub name: String,
    pub role: &'static str,
    pub cohort: String,
    pub location: &'static str,
    /// Index into `TEAMS`.
    pub team: Option<usize>,
    pub manager: String,
    pub start: Day,
    pub end: Option<Day>,
}

impl Person {
    pub fn is_learner(&self) -> bool {
        !self.is_manager() && self.role != "leader"
    }

    pub fn is_manager(&self) -> bool {
        self.role == "team manager"
    }

    /// The last day on which something can be known about this person.
    pub fn last(&self) -> Day {
        self.end.unwrap_or(data_date()).min(data_date())
    }

    /// In the launch cohort everybody already did the job the old way; later some move in from another desk.
    pub fn worked_here_before(&self) -> bool {
        self.cohort == launch().month().to_string() || self.number.is_multiple_of(3)
    }

    pub fn row(&self) -> [String; 9] {
        [
            self.id.clone(),
            self.name.clone(),
            self.role.to_owned(),
            self.cohort.clone(),
            self.location.to_owned(),
            self.team.map_or("", |t| TEAMS[t].name).to_owned(),
            self.manager.clone(),
            self.start.to_string(),
            self.end.map(|d| d.to_string()).unwrap_or_default(),
        ]
    }
}

fn id(number: usize) -> String {
    format!("bw-{number:03}")
}

fn employee(number: usize, role: &'static str, location: &'static str, start: Day) -> Person {
    Person {
        number: number as u64,
        id: id(number),
        name: names::of(number),
        role,
        cohort: String::new(),
        location,
        team: None,
        manager: String::new(),
        start,
        end: None,
    }
}

pub fn people() -> Vec<Person> {
    let mut people: Vec<Person> = (1..=3).map(|n| employee(n, "leader", "Leeds", kick_off())).collect();
    for (t, team) in TEAMS.iter().enumerate() {
        let start = if team.name == "Evenings" { day("2026-01-05") } else { kick_off() };
        people.push(Person { team: Some(t), manager: id(1), ..employee(4 + t, "team manager", team.location, start) });
    }
    for (month, t) in seats() {
        people.push(newcomer(people.len() + 1, month, t));
    }
    people
}

/// A cohort and a team for every learner, in the order of the cohorts. Two fifths of each team begins at the launch, the
/// others month by month; the last seat is for somebody whose first day is still to come.
fn seats() -> Vec<(Month, usize)> {
    let mut seats = Vec::new();
    for (t, team) in TEAMS.iter().enumerate() {
        let at_launch = if team.name == "Evenings" { 0 } else { team.learners * 2 / 5 };
        let later = team.learners - at_launch;
        seats.extend((0..at_launch).map(|_| (launch().month(), t)));
        let months = if team.name == "Evenings" { [3, 3, 3, 6].to_vec() } else { spread(later, t) };
        seats.extend(months.iter().map(|m| (Month(launch().month().0 + m), t)));
    }
    seats.sort();
    seats.push((data_date().month().next(), 6));
    seats
}

/// `n` newcomers over the eleven months after the launch, each team out of step with the others.
fn spread(n: usize, team: usize) -> Vec<i32> {
    (0..n).map(|j| 1 + ((j * 11 / n + team * 3) % 11) as i32).collect()
}

fn newcomer(number: usize, month: Month, t: usize) -> Person {
    let mut dice = Dice::new("newcomer", number as u64);
    let team = &TEAMS[t];
    let role = match dice.between(0, 19) {
        n if n < 2 * team.specialists => "technical specialist",
        n if n >= 15 => "senior agent",
        _ => "service agent",
    };
    // Some join their cohort two or three weeks late.
    let delay = if dice.chance(0.08) { 7 * dice.between(2, 3) } else { 7 * i32::from(dice.chance(0.2)) };
    let delay = if month > data_date().month() { 0 } else { delay };
    let start = first_monday(month).plus(delay);
    let stays = dice.between(20, 160);
    let end = (dice.chance(0.13) && start.plus(stays) <= data_date()).then(|| start.plus(stays));
    Person {
        cohort: month.to_string(),
        team: Some(t),
        manager: id(4 + t),
        end,
        ..employee(number, role, team.location, start)
    }
}
