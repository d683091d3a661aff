//! When half of the learners reached a milestone: first completed, first applied, first feedback.

use super::{FEW_EVENTS, Finding, not_recorded, not_shown};
use crate::analysis::EventKind;
use crate::analysis::detail::Milestones;
use crate::{format, language, n, t};

/// The median of days to a first event, of all who started.
pub fn milestone(found: &Milestones) -> Finding {
    if !found.recorded {
        return not_recorded(name(found.kind));
    }
    let Some(overall) = &found.overall else {
        return not_shown(t!("There are fewer learners than the small-group limit."));
    };
    let [half, nobody, fewer] = done(found.kind);
    let median = overall.quantiles[1];
    let headline = match median.t {
        Some(day) => language::fill(half, &[("day", &day)]),
        None if overall.events == 0 => language::text(nobody).to_owned(),
        None => language::text(fewer).to_owned(),
    };
    let interval = match (median.t, format::day_interval(median.lower, median.upper)) {
        (Some(_), Some(interval)) => t!("95\u{a0}% interval: day {interval}.", interval),
        (Some(_), None) => t!("The interval is not defined here.").to_owned(),
        (None, _) => String::new(),
    };
    let few = match overall.events {
        1..FEW_EVENTS => {
            t!("It rests on {people}: read the interval, not the day.", people = format::people(overall.events))
        }
        _ => String::new(),
    };
    let all = format::count(overall.n.into());
    let all = t!("Counts all {n} who started, also those who did not get there.", n = all);
    Finding::new(headline, [interval, all, few])
}

fn name(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Completed => t!("completed assignments and modules"),
        EventKind::Applied => t!("applications in real work"),
        EventKind::Feedback => t!("feedback"),
        other => other.word(),
    }
}

/// Half got there by a day; nobody did; fewer than half did.
fn done(kind: EventKind) -> [&'static str; 3] {
    match kind {
        EventKind::Completed => [
            n!("Half of the learners completed a first assignment or module by day {day}."),
            n!("Nobody completed a first assignment or module so far."),
            n!("Fewer than half of the learners completed a first assignment or module so far."),
        ],
        EventKind::Applied => [
            n!("Half of the learners applied it in real work by day {day}."),
            n!("Nobody applied it in real work so far."),
            n!("Fewer than half of the learners applied it in real work so far."),
        ],
        // The only other one of `MILESTONES`.
        _ => [
            n!("Half of the learners had a first feedback by day {day}."),
            n!("Nobody had a first feedback so far."),
            n!("Fewer than half of the learners had a first feedback so far."),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::detail::DaysTo;
    use crate::analysis::small_groups::Shown;
    use crate::finding::sample::{plain, ttc_of};

    fn of(kind: EventKind, events: u32, day: Option<i32>) -> Milestones {
        let quantiles = ttc_of("all", 138, events, day).curve.quantiles;
        let overall = Some(DaysTo { group: "all".to_owned(), n: 138, events, quantiles });
        Milestones { kind, recorded: true, overall, team: Shown { groups: vec![], hidden: vec![] } }
    }

    #[test]
    fn each_milestone_has_its_words() {
        for (kind, events, day, headline) in [
            (
                EventKind::Completed,
                120,
                Some(9),
                "Half of the learners completed a first assignment or module by day 9.",
            ),
            (EventKind::Applied, 60, None, "Fewer than half of the learners applied it in real work so far."),
            (EventKind::Feedback, 0, None, "Nobody had a first feedback so far."),
        ] {
            assert_eq!(plain(milestone(&of(kind, events, day))).headline, headline);
        }
        let finding = plain(milestone(&of(EventKind::Applied, 8, Some(20))));
        assert_eq!(
            finding.caveat,
            "95 % interval: day 15 to 25. Counts all 138 who started, also those who did not get there. It rests on 8 people: \
             read the interval, not the day."
        );
        let absent = Milestones { recorded: false, ..of(EventKind::Feedback, 0, None) };
        assert_eq!(milestone(&absent).headline, "Not recorded in these files: feedback.");
        let hidden = Milestones { overall: None, ..of(EventKind::Applied, 8, None) };
        assert!(milestone(&hidden).headline.starts_with("Not shown"));
    }
}
