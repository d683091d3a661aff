//! Coaching minutes a week, against their target.

use super::{Finding, not_recorded, not_shown};
use crate::analysis::detail::CoachingMinutes;
use crate::{format, t};

/// Minutes a week of the average team. They are a count, not a sample, so there is no interval.
pub fn coaching(found: &CoachingMinutes) -> Finding {
    if !found.recorded {
        return not_recorded(t!("coaching and check-ins"));
    }
    let Some(overall) = &found.overall else {
        return not_shown(t!("There are fewer learners than the small-group limit."));
    };
    let Some(per_team) = found.per_team else {
        return Finding::new(t!("No figure yet: no team has a day to count so far."), []);
    };
    if overall.minutes == 0.0 {
        let caveat = t!("Minutes count when a check-in is logged with its length.");
        return Finding::new(t!("No coaching minutes are logged so far."), [caveat.to_owned()]);
    }
    let [minutes, target] = [per_team, found.target].map(format::decimal);
    let is_at_target = minutes == target;
    let target = format::plain(found.target);
    // What reads the same is not said to differ.
    let headline = match per_team.total_cmp(&found.target) {
        _ if is_at_target => {
            t!("The average team was coached {minutes} minutes a week, at the target of {target}.", minutes, target)
        }
        std::cmp::Ordering::Less => {
            t!("The average team was coached {minutes} minutes a week, below the target of {target}.", minutes, target)
        }
        _ => {
            t!("The average team was coached {minutes} minutes a week, above the target of {target}.", minutes, target)
        }
    };
    let per_learner = overall.per_learner.map_or_else(String::new, |minutes| {
        let (minutes, people) = (format::decimal(minutes), format::people(overall.n));
        t!("Per learner it is {minutes} minutes a week, over {people}.", minutes, people)
    });
    let caveat = [
        t!("Every week since a team's first start counts, those without coaching too.").to_owned(),
        per_learner,
        t!("It counts what was logged, and says nothing about what the minutes were worth.").to_owned(),
    ];
    Finding::new(headline, caveat)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::{coaching as sample, plain};

    #[test]
    fn minutes_are_placed_against_the_target_as_they_read() {
        for (per_team, expected) in [
            (24.25, "The average team was coached 24.2 minutes a week, below the target of 30."),
            (29.98, "The average team was coached 30.0 minutes a week, at the target of 30."),
            (30.06, "The average team was coached 30.1 minutes a week, above the target of 30."),
        ] {
            assert_eq!(plain(coaching(&sample(per_team))).headline, expected);
        }
        let caveat = plain(coaching(&sample(24.25))).caveat;
        assert!(caveat.contains("Per learner it is 3.2 minutes a week, over 40 people."), "{caveat}");
    }

    #[test]
    fn no_figure_says_why() {
        let mut found = sample(24.25);
        found.recorded = false;
        assert_eq!(coaching(&found).headline, "Not recorded in these files: coaching and check-ins.");
        found.recorded = true;
        found.per_team = None;
        assert!(coaching(&found).headline.starts_with("No figure yet"));
        found.overall = None;
        assert!(coaching(&found).headline.starts_with("Not shown"));
        let mut found = sample(0.0);
        found.overall.as_mut().unwrap().minutes = 0.0;
        assert_eq!(coaching(&found).headline, "No coaching minutes are logged so far.");
    }
}
