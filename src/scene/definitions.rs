//! What the numbers mean, and whether this program still computes what others have published.

use serde::{Deserialize, Serialize};

use super::document::{Block, Section, Table};
use super::written;
use crate::analysis::{Analysis, EventKind, InForce};
use crate::definition::Clock;
use crate::inspect::{Audience, Number, Of};
use crate::markup::Html;
use crate::self_test::{self, Case, Row};
use crate::{format, t};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Definitions {
    /// Setting and its value, as used; empty while there are no data.
    pub in_force: Html,
    /// Every number a screen can show, to be opened, once there are data; then the published results and this program's,
    /// worked out now.
    pub below: Html,
}

pub fn definitions(analysis: Option<&Analysis>) -> Definitions {
    let in_force = analysis.map(|analysis| written::settings(&in_force(&analysis.in_force)));
    Definitions { in_force: in_force.unwrap_or_default(), below: written::sections(&below(analysis)) }
}

fn below(analysis: Option<&Analysis>) -> Vec<Section> {
    let shown = analysis.filter(|analysis| analysis.ttc.is_some());
    shown.map(|analysis| numbers(&analysis.in_force)).into_iter().chain([self_test()]).collect()
}

fn in_force(used: &InForce) -> Vec<(String, String)> {
    let definition = &used.definition;
    let day = |day: Option<crate::time::Day>| day.map_or_else(|| t!("not known yet").to_owned(), format::date);
    let behaviours = match &used.behaviours[..] {
        [] => t!("none observed so far").to_owned(),
        some => some.join(", "),
    };
    let holds = t!("{k} of the last {n} observations positive", k = definition.k, n = definition.n);
    let span = match definition.min_span {
        0 => t!("none asked for").to_owned(),
        days => t!("at least {days}", days = format::days(days)),
    };
    let begin = match definition.clock {
        Clock::Start => t!("the start date"),
        Clock::Enrolled => t!("the first enrollment"),
        Clock::Started => t!("the first module begun"),
    };
    let items = match &used.kpi_items[..] {
        [] => t!("none measured so far").to_owned(),
        some => some.iter().map(|item| item.item.as_str()).collect::<Vec<_>>().join(", "),
    };
    [
        (t!("Behaviours that must hold together"), behaviours),
        (t!("A behaviour holds with"), holds),
        (t!("Span of the evidence"), span),
        (t!("Day 0"), begin.to_owned()),
        (t!("An observation is positive from"), format::plain(definition.positive_from)),
        (t!("Data date"), day(used.cutoff)),
        (t!("Launch of the rollout"), day(used.launch)),
        (t!("Horizon of the mean days"), format::days(definition.tau)),
        (t!("Landmark of the coaching comparison"), t!("day {day}", day = definition.landmark_day)),
        (t!("Window of the first application"), format::days(definition.window_days)),
        (t!("Indicators measured"), items),
        (t!("Smallest group shown"), format::people(definition.min_group_in_force() as u32)),
    ]
    .map(|(setting, value)| (setting.to_owned(), value))
    .into()
}

fn numbers(used: &InForce) -> Section {
    let of = Of::default;
    let named = [
        (t!("Share competent by day 60"), Number::CompetentShare { of: of(), day: 60 }),
        (t!("Median day of competency"), Number::Quantile { of: of(), percent: 50 }),
        (t!("Mean days until competent"), Number::RestrictedMean { of: of() }),
        (t!("Median follow-up"), Number::FollowUp { of: of() }),
        (t!("Not competent so far"), Number::Censored { of: of() }),
        (t!("Left before they were competent"), Number::Left { of: of() }),
        (t!("Needs a refresh"), Number::NeedsRefresh { of: of() }),
        (t!("First application in time"), Number::FirstApplication { team: None }),
        (t!("Coaching minutes"), Number::Coaching { team: None }),
        (t!("Two check-ins at the landmark"), Number::Landmark),
        (t!("Two check-ins so far, hazard ratio"), Number::Cox),
        (t!("Time to belief of learners"), Number::Belief { audience: Audience::Learner }),
        (t!("Time to belief of managers"), Number::Belief { audience: Audience::Manager }),
        (t!("Time to belief of leaders"), Number::Belief { audience: Audience::Leader }),
        (t!("First completed module"), Number::Milestone { kind: EventKind::Completed, team: None }),
        (t!("First application"), Number::Milestone { kind: EventKind::Applied, team: None }),
        (t!("First feedback"), Number::Milestone { kind: EventKind::Feedback, team: None }),
    ]
    .map(|(name, number)| (name.to_owned(), number));
    let uplift = used
        .kpi_items
        .iter()
        .map(|item| (t!("Uplift of {item}", item = item.item), Number::Uplift { item: item.item.clone() }));
    let words =
        t!("Each opens to its definition, formula, assumption and source, to the people and rows it used, and to \
                 those it left out and why.");
    let all = named.into_iter().chain(uplift).collect();
    Section::new("numbers", t!("What each number means"), [Block::words(words), Block::Numbers(all)])
}

fn self_test() -> Section {
    let cases = self_test::run();
    let rows = cases.iter().flat_map(|case| &case.rows);
    let (all, agreeing) = (rows.clone().count(), rows.filter(|row| row.agrees).count());
    let verdict = match agreeing == all {
        true => t!(
            "All {all} published results are reproduced, worked out in this browser by the functions that make every other number here.",
            all
        ),
        false => t!(
            "{differing} of {all} published results are not reproduced in this browser. Do not rely on the numbers here, and tell whoever runs this site.",
            differing = all - agreeing,
            all
        ),
    };
    let blocks = cases.iter().enumerate().flat_map(|(at, case)| {
        let agreeing = case.rows.iter().filter(|row| row.agrees).count();
        let summary = t!("{case}: {agreeing} of {all} agree", case = case.name, agreeing, all = case.rows.len());
        [Block::Folded { summary, table: table(at, case) }]
    });
    Section::new(
        "self-test",
        t!("Self-test against published results"),
        [Block::words(verdict)].into_iter().chain(blocks),
    )
}

fn table(at: usize, case: &Case) -> Table {
    let row = |row: &Row| {
        let of = row.of.as_deref().map(|of| format!(", {of}")).unwrap_or_default();
        let quantity = format!("{}{of}", row.quantity);
        let quantity = match row.at {
            Some(at) => t!("{quantity} at {at}\u{a0}{unit}", quantity, at, unit = case.unit),
            None => quantity,
        };
        let number =
            |value: Option<f64>| value.map_or_else(|| t!("not reached").to_owned(), |v| digits(v, row.tolerance));
        vec![
            quantity.into(),
            number(row.expected).into(),
            number(row.computed).into(),
            if row.agrees { t!("agrees") } else { t!("differs") }.into(),
        ]
    };
    let label = t!("Published case {number}, table", number = at + 1);
    let head = [t!("Quantity"), t!("Published"), t!("Computed here"), ""];
    Table::new(&label, case.source.clone(), &head, case.rows.iter().map(row).collect())
}

/// As many digits as were published.
fn digits(value: f64, tolerance: f64) -> String {
    let digits = if tolerance > 0.0 { (-tolerance.log10()).ceil().clamp(0.0, 12.0) as usize } else { 0 };
    format::exactly(value, digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::{analysis, ttc_of};

    #[test]
    fn the_self_test_says_that_every_published_result_is_reproduced() {
        let sections = below(None);
        assert!(definitions(None).in_force.is_empty() && sections.len() == 1);
        let Block::Words { text, .. } = &sections[0].blocks[0] else { panic!("a verdict comes first") };
        assert!(text.starts_with("All ") && text.contains("reproduced"), "{text}");
        assert!(sections[0].blocks.len() > 3);
    }

    #[test]
    fn settings_and_numbers_are_listed_once_there_are_data() {
        let analysis = analysis(ttc_of("", 87, 61, Some(58)));
        assert_eq!(in_force(&analysis.in_force).len(), 12);
        assert_eq!(below(Some(&analysis)).len(), 2);
    }
}
