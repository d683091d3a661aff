//! What to know of the data before a chart is read, in sentences: how much, why it matters, what to do.

use serde::{Deserialize, Serialize};

use super::document::{Block, Section};
use super::written;
use crate::finding::Finding;
use crate::format::{self, count, date, events, number_of, people, rows};
use crate::markup::Html;
use crate::quality::{Against, Concern, HardlyObserved, Quality};
use crate::{language, t};

/// The check of the data that are held.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    pub concerns: Html,
    /// Who is who.
    pub people: Html,
    /// For beside a chart; empty where nothing matters for it.
    pub warning: String,
}

/// `people` are the sections on who is who.
pub fn checked(quality: &Quality, people: &[Section]) -> Checked {
    let concerns = written::sections(&concerns(quality));
    Checked { concerns, people: written::sections(people), warning: warning(quality) }
}

fn concerns(quality: &Quality) -> Option<Section> {
    if quality.people + quality.events == 0 {
        return None;
    }
    let (people, events) = (people(quality.people), events(quality.events));
    let mut blocks = vec![Block::words(match quality.concerns.is_empty() {
        true => t!(
            "Checked: {people} and {events}. Nothing was found that would mislead: no dates that cannot be, no report that \
             leaves people out, no observations that look entered in bulk.",
            people,
            events
        ),
        false => {
            t!("Checked: {people} and {events}. What matters most for the charts stands first.", people, events)
        }
    })];
    blocks.extend(quality.concerns.iter().map(|concern| Block::Finding { finding: told(concern), opens: None }));
    Some(Section::new("quality", t!("Before you read a chart"), blocks))
}

fn warning(quality: &Quality) -> String {
    match quality.matters() {
        0 => String::new(),
        1 => t!("One thing in the data matters for what is shown here.").to_owned(),
        n => t!("{n} things in the data matter for what is shown here.", n),
    }
}

fn told(concern: &Concern) -> Finding {
    let (headline, caveat) = match concern {
        Concern::DatesAhead { events: n, of, latest, against } => dates_ahead(*n, *of, date(*latest), *against),
        Concern::DatesLongAgo { rows: n, of, earliest } => (
            long_ago(*n, *of, date(*earliest)),
            t!("Systems write such a day where they have none. A person with it has a follow-up of decades. Correct the date \
             in the source, or remove it there, and drop the file again.")
                .to_owned(),
        ),
        Concern::DatesUnreadable { rows: n, of } => (
            t!(
                "{rows} of {all} had to be set aside because a date is missing or is none.",
                rows = rows(*n),
                all = count(*of)
            ),
            t!("They count nowhere. The receipt below lists them by line: correct them and drop the file again.").to_owned(),
        ),
        Concern::BeforeStart { events: n, of } => (
            t!(
                "{events} of {all} happened before the person’s own start date.",
                events = events(*n),
                all = count(*of)
            ),
            t!("They do not count: day 0 is the start. Many of them mean that the start dates are those of another job or of \
             an import into the HR system. Check the start dates, or choose another day 0 under Definitions.")
                .to_owned(),
        ),
        Concern::CrowdedDay { day, observations, of } => (
            t!(
                "{observations} of {all} are dated {day}.",
                observations = observed(*observations),
                all = count(*of),
                day = date(*day)
            ),
            t!("A day like this is mostly the day on which a backlog was entered, not the day of the work; the curve then \
             jumps there. Ask for the day on which it was seen, or leave these rows out.")
                .to_owned(),
        ),
        Concern::OneApprover { observations, positive, others } => (
            t!("One observer said yes to all of {observations}.", observations = observed(*observations)),
            t!(
                "Of the {others} of everybody else, {share} are positive. Whoever approves everything makes their people \
                 look competent early. Agree on what counts, with an example each, before comparing teams.",
                others = observed(*others),
                share = format::share(*positive as f64 / *others as f64)
            ),
        ),
        Concern::TeamsHardlyObserved { teams, observed: n, learners } => (
            t!(
                "Hardly anybody is observed in {teams}: {names}.",
                teams = number_of(teams.len() as u64, t!("team"), t!("teams")),
                names = named(teams)
            ),
            t!(
                "Over all teams {observed} of {learners} learners were observed at least once. Who is not observed cannot \
                 become competent here: their line stays low for want of looking. Ask for observations there before \
                 comparing.",
                observed = count(*n),
                learners = count(*learners)
            ),
        ),
        Concern::NobodyLeft { people: n, days } => (
            t!("Not one of {people} has left in {days}.", people = people(*n), days = format::days(*days)),
            t!("Lists of people mostly hold those who are there today. Without those who left, learning looks quicker than it \
             was. Ask for a list with leavers and their end dates.")
                .to_owned(),
        ),
        Concern::EverybodyCompleted { people: n } => (
            t!("All {people} have completed everything they began.", people = people(*n)),
            t!("That is rare while a training runs, and usual where only completions were exported. If people who are still \
             learning are missing, everything looks quicker than it is. Export everybody who is enrolled, whatever their \
             status.")
                .to_owned(),
        ),
        Concern::OnlyCompleted { file, rows: n } => (
            t!("{file} holds completions only: all of its {rows}.", file, rows = rows(*n)),
            t!("Who is still learning is missing, so it cannot say how long it takes. Export the same report without the \
             filter on status.")
                .to_owned(),
        ),
        Concern::NoDates { file, source, events: n, day } => (
            match n {
                1 => t!(
                    "{file} has no dates of its own: {events} is put on {day}.",
                    file,
                    events = events(*n),
                    day = date(*day)
                ),
                _ => t!(
                    "{file} has no dates of its own: {events} are put on {day}.",
                    file,
                    events = events(*n),
                    day = date(*day)
                ),
            },
            t!(
                "They happened on that day or before, so times come out too long. Export {instead} instead.",
                instead = instead(source.as_deref())
            ),
        ),
        Concern::ActiveOnly { file, source, rows: n } => (
            t!("{file} leaves out everybody who has left; it has {rows}.", file, rows = rows(*n)),
            match source.as_deref().map(language::kept) {
                Some(source) => t!(
                    "How long it took them, and that they left, is not known, so learning looks quicker than it was. Export \
                     {source} with inactive and deleted users too.",
                    source
                ),
                None => t!(
                    "How long it took them, and that they left, is not known, so learning looks quicker than it was. Export \
                     it with inactive and deleted users too."
                )
                .to_owned(),
            },
        ),
    };
    Finding { headline, caveat }
}

fn long_ago(n: u64, of: u64, earliest: String) -> String {
    let (rows, all) = (rows(n), count(of));
    match n {
        1 => t!("{rows} of {all} has a date that is far too early; the earliest is {earliest}.", rows, all, earliest),
        _ => t!("{rows} of {all} have a date that is far too early; the earliest is {earliest}.", rows, all, earliest),
    }
}

fn dates_ahead(n: u64, of: u64, latest: String, against: Against) -> (String, String) {
    let (events, all) = (events(n), count(of));
    let headline = match (against, n) {
        (Against::Today(day), 1) => t!(
            "{events} of {all} is dated after today, {day}; the latest is {latest}.",
            events,
            all,
            day = date(day),
            latest
        ),
        (Against::Today(day), _) => t!(
            "{events} of {all} are dated after today, {day}; the latest is {latest}.",
            events,
            all,
            day = date(day),
            latest
        ),
        (Against::Others(day), 1) => t!(
            "{events} of {all} is dated far behind all others, which end on {day}; the latest is {latest}.",
            events,
            all,
            day = date(day),
            latest
        ),
        (Against::Others(day), _) => t!(
            "{events} of {all} are dated far behind all others, which end on {day}; the latest is {latest}.",
            events,
            all,
            day = date(day),
            latest
        ),
    };
    let caveat = t!(
        "The data date is the latest event, so with a wrong one everybody seems to be watched for longer than they were. \
         Correct the dates, or set the data date on the Curves screen."
    );
    (headline, caveat.to_owned())
}

/// A report of the same system that has a date in each row.
fn instead(source: Option<&str>) -> &'static str {
    let source = source.unwrap_or_default().to_lowercase();
    match source {
        s if s.contains("edx") => {
            t!("the list of enrolled learners with their dates, or grade reports of several days")
        }
        s if s.contains("canvas") => t!("the Canvas report of submissions, or the course’s completion report"),
        s if s.contains("moodle") => t!("the Moodle report Activity completion"),
        _ => t!("a report that has a date of completion in each row, such as a transcript or a log of activity"),
    }
}

fn named(teams: &[HardlyObserved]) -> String {
    let one = |team: &HardlyObserved| {
        t!(
            "{team}, {observed} of {learners}",
            team = format::group(&team.team),
            observed = count(team.observed),
            learners = count(team.learners)
        )
    };
    teams.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn observed(n: u64) -> String {
    number_of(n, t!("observation"), t!("observations"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;

    #[test]
    fn every_concern_says_how_much_why_and_what_to_do() {
        let (file, day) = ("x.csv".to_owned(), Day(20_000));
        let team = HardlyObserved { team: "Blue".to_owned(), observed: 2, learners: 14 };
        for (concern, said, to_do) in [
            (
                Concern::DatesAhead { events: 3, of: 1_200, latest: day, against: Against::Today(Day(19_000)) },
                "3\u{a0}events of 1,200 are dated after today",
                "Correct",
            ),
            (
                Concern::DatesAhead { events: 1, of: 90, latest: day, against: Against::Others(Day(19_000)) },
                "1\u{a0}event of 90 is dated far behind all others",
                "Correct",
            ),
            (Concern::DatesLongAgo { rows: 2, of: 50, earliest: Day(0) }, "2\u{a0}rows of 50", "Correct"),
            (Concern::DatesUnreadable { rows: 2, of: 50 }, "2\u{a0}rows of 50", "drop the file again"),
            (Concern::BeforeStart { events: 20, of: 50 }, "20\u{a0}events of 50", "Check the start dates"),
            (Concern::CrowdedDay { day, observations: 40, of: 90 }, "40\u{a0}observations of 90", "Ask for the day"),
            (Concern::OneApprover { observations: 40, positive: 30, others: 60 }, "all of 40\u{a0}observations", "50"),
            (
                Concern::TeamsHardlyObserved { teams: vec![team], observed: 80, learners: 90 },
                "1\u{a0}team: Blue, 2 of 14.",
                "80 of 90",
            ),
            (Concern::NobodyLeft { people: 84, days: 400 }, "84\u{a0}people", "Ask for a list"),
            (Concern::EverybodyCompleted { people: 84 }, "84\u{a0}people", "Export everybody"),
            (Concern::OnlyCompleted { file: file.clone(), rows: 9 }, "x.csv", "without the filter"),
            (
                Concern::NoDates { file: file.clone(), source: Some("Open edX".to_owned()), events: 9, day },
                "9\u{a0}events",
                "Export the list of enrolled learners",
            ),
            (Concern::ActiveOnly { file, source: None, rows: 9 }, "9\u{a0}rows", "inactive"),
        ] {
            let found = told(&concern);
            assert!(found.headline.contains(said) && found.headline.ends_with('.'), "{}", found.headline);
            assert!(found.caveat.contains(to_do) && found.caveat.ends_with('.'), "{}", found.caveat);
        }
    }

    #[test]
    fn what_matters_is_announced_beside_the_charts() {
        let of = |concerns| warning(&Quality { people: 3, events: 4, concerns });
        assert_eq!(of(Vec::new()), "");
        assert_eq!(of(vec![Concern::DatesUnreadable { rows: 1, of: 900 }]), "");
        assert!(of(vec![Concern::EverybodyCompleted { people: 30 }]).starts_with("One thing"));
        assert_eq!(concerns(&Quality::default()), None);
    }

    #[test]
    fn a_concern_is_told_in_another_language() {
        crate::language::german::spoken(|| {
            let told = |concern| told(&concern).headline.replace('\u{a0}', " ");
            assert_eq!(
                told(Concern::NobodyLeft { people: 45, days: 400 }),
                "Von 45 Personen ist in 400 Tagen niemand ausgeschieden."
            );
            let against = Against::Today(Day(20_000));
            let ahead = |events| Concern::DatesAhead { events, of: 90, latest: Day(20_100), against };
            assert!(
                told(ahead(1)).starts_with("1 Ereignis von 90 liegt nach heute, dem 4. Oktober 2024;"),
                "{}",
                told(ahead(1))
            );
            assert!(told(ahead(2)).starts_with("2 Ereignisse von 90 liegen nach heute"));
        });
    }
}
