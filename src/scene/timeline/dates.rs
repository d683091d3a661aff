//! The plan as a calendar file.

use xxhash_rust::xxh3::xxh3_64;

use super::axis::title;
use super::plan::name;
use crate::export::calendar::{Event, calendar};
use crate::t;
use crate::timeline::Dated;
use crate::touchpoint::{Became, Dates, Planned};

/// The file; `manager` is the id of whose plan it is, `None` for that of the rollout as such.
pub fn file(dated: &Dated, manager: Option<&str>) -> Vec<u8> {
    let whose = whose(manager);
    let of_item = |dates: &'_ Dates| -> Vec<Event> {
        dates.touchpoints.iter().map(|planned| event(dates, planned, &whose)).collect()
    };
    let mut events: Vec<Event> = dated.dates.iter().flat_map(of_item).collect();
    events.sort_by_key(|event| (event.first, event.last));
    calendar(&events, dated.cutoff)
}

/// The same for the same manager on every day, and says nothing of who that is: a calendar may be shown to others.
fn whose(manager: Option<&str>) -> String {
    manager.map_or_else(|| "rollout".to_owned(), |id| format!("{:016x}", xxh3_64(id.as_bytes())))
}

fn event(dates: &Dates, planned: &Planned, whose: &str) -> Event {
    let (item, nth) = (dates.item, planned.nth);
    let name = name(item);
    Event {
        uid: format!("{item}-{nth}-{whose}@rampline"),
        first: planned.from.unwrap_or(planned.due),
        last: planned.due,
        summary: match dates.of {
            Some(1) => name.to_owned(),
            Some(all) => t!("{name}, {nth} of {all}", name, nth, all),
            None => t!("{name}, no. {nth}", name, nth),
        },
        description: purpose(item).to_owned(),
        category: title(planned.phase).to_owned(),
        reminds: planned.became == Became::Open,
    }
}

/// By when and how long, and what it is for.
fn purpose(item: &str) -> &'static str {
    match item {
        "briefing" => t!("30 to 45 minutes, by this day: what the rollout is for, and what managers do in it."),
        "pledge" => t!("By this day: a promise to look at progress every week for six weeks."),
        "learning_map" => t!("By this day: what each role learns, and in which order."),
        "weekly_check" => t!("Once in this week: how the team is getting on."),
        "check_in_1" => t!("30 minutes in this week: what is to be applied first, and when; not what was taught."),
        "check_in_3" => t!("30 minutes in this week: what has been applied so far, and what is in the way."),
        "role_play" => t!("15 minutes in these four weeks: a situation of the job, played through once."),
        "micro_coaching" => t!("Briefly, once in this week: what was tried, and what changed."),
        "conversation" => t!("Once in these 30 days: how the work has changed, and what comes next."),
        "calibration" => t!("Once in these 91 days: the few agreed figures, looked at together."),
        _ => t!("By this day."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;
    use crate::touchpoint::Phase;

    fn dated() -> Dated {
        let planned = |nth, from, due, became| Planned {
            nth,
            phase: Phase::of(due),
            from: Some(Day(20_000 + from)),
            due: Day(20_000 + due),
            became,
        };
        let briefing = Planned { from: None, ..planned(1, 0, -42, Became::Done(Day(19_950))) };
        let role_plays = vec![planned(1, 0, 27, Became::Open), planned(2, 0, 27, Became::Missed)];
        let coaching = vec![planned(7, 56, 62, Became::Open)];
        let dates = |item, of, touchpoints| Dates { item, of, touchpoints };
        Dated {
            cutoff: Day(20_010),
            dates: vec![
                dates("briefing", Some(1), vec![briefing]),
                dates("role_play", Some(2), role_plays),
                dates("micro_coaching", None, coaching),
            ],
        }
    }

    fn lines(name: &str) -> Vec<String> {
        let file = String::from_utf8(file(&dated(), None)).unwrap().replace("\r\n ", "");
        file.lines().filter_map(|line| line.strip_prefix(name).map(str::to_owned)).collect()
    }

    #[test]
    fn touchpoints_are_numbered_and_named_in_the_language_that_is_spoken() {
        let uids = ["briefing-1", "role_play-1", "role_play-2", "micro_coaching-7"];
        assert_eq!(lines("UID:"), uids.map(|uid| format!("{uid}-rollout@rampline")));
        let summaries = ["Briefing", "Role-play\\, 1 of 2", "Role-play\\, 2 of 2", "Micro-coaching\\, no. 7"];
        assert_eq!(lines("SUMMARY:"), summaries);
        assert_eq!(lines("CATEGORIES:"), ["Pre-launch", "Consolidation", "Consolidation", "Reinforcement"]);
        assert_eq!(lines("TRIGGER:").len(), 2, "nobody is reminded of what was done or missed");
        crate::language::german::spoken(|| {
            let summaries = ["Briefing", "Rollenspiel\\, 1 von 2", "Rollenspiel\\, 2 von 2", "Micro-Coaching\\, Nr. 7"];
            assert_eq!(lines("SUMMARY:"), summaries);
            let first = "30 bis 45 Minuten\\, spätestens an diesem Tag: wozu die Einführung dient und was Führungskräfte dabei tun.";
            assert_eq!(lines("DESCRIPTION:")[0], first);
            assert_eq!(lines("UID:"), uids.map(|uid| format!("{uid}-rollout@rampline")), "the same in any language");
        });
    }

    #[test]
    fn whose_plan_it_is_stays_the_same_and_names_nobody() {
        let ada = whose(Some("ada@example.com"));
        assert_eq!(ada, whose(Some("ada@example.com")));
        assert!(ada != whose(Some("bo@example.com")) && ada != whose(None) && !ada.contains("ada"));
    }
}
