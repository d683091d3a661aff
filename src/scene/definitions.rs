//! What the numbers mean, and whether this program still computes what others have published.

use serde::{Deserialize, Serialize};

use super::document::{Block, Section, Table};
use super::written;
use crate::analysis::{Analysis, EventKind, InForce};
use crate::definition::Clock;
use crate::format;
use crate::inspect::{Audience, Number, Of};
use crate::markup::Html;
use crate::self_test::{self, Case, Row};

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
    let day = |day: Option<crate::time::Day>| day.map_or_else(|| "not known yet".to_owned(), format::date);
    let behaviours = match &used.behaviours[..] {
        [] => "none observed so far".to_owned(),
        some => some.join(", "),
    };
    let holds = format!("{} of the last {} observations positive", definition.k, definition.n);
    let span = match definition.min_span {
        0 => "none asked for".to_owned(),
        days => format!("at least {}", format::days(days)),
    };
    let begin = match definition.clock {
        Clock::Start => "the start date",
        Clock::Enrolled => "the first enrollment",
        Clock::Started => "the first module begun",
    };
    let items = match &used.kpi_items[..] {
        [] => "none measured so far".to_owned(),
        some => some.iter().map(|item| item.item.as_str()).collect::<Vec<_>>().join(", "),
    };
    [
        ("Behaviours that must hold together", behaviours),
        ("A behaviour holds with", holds),
        ("Span of the evidence", span),
        ("Day 0", begin.to_owned()),
        ("An observation is positive from", format::plain(definition.positive_from)),
        ("Data date", day(used.cutoff)),
        ("Launch of the rollout", day(used.launch)),
        ("Horizon of the mean days", format::days(definition.tau)),
        ("Landmark of the coaching comparison", format!("day {}", definition.landmark_day)),
        ("Window of the first application", format::days(definition.window_days)),
        ("Indicators measured", items),
        ("Smallest group shown", format::people(definition.min_group_in_force() as u32)),
    ]
    .map(|(setting, value)| (setting.to_owned(), value))
    .into()
}

fn numbers(used: &InForce) -> Section {
    let of = Of::default;
    let named = [
        ("Share competent by day 60", Number::CompetentShare { of: of(), day: 60 }),
        ("Median day of competency", Number::Quantile { of: of(), percent: 50 }),
        ("Mean days until competent", Number::RestrictedMean { of: of() }),
        ("Median follow-up", Number::FollowUp { of: of() }),
        ("Not competent so far", Number::Censored { of: of() }),
        ("Left before they were competent", Number::Left { of: of() }),
        ("Needs a refresh", Number::NeedsRefresh { of: of() }),
        ("First application in time", Number::FirstApplication { team: None }),
        ("Coaching minutes", Number::Coaching { team: None }),
        ("Two check-ins at the landmark", Number::Landmark),
        ("Two check-ins so far, hazard ratio", Number::Cox),
        ("Time to belief of learners", Number::Belief { audience: Audience::Learner }),
        ("Time to belief of managers", Number::Belief { audience: Audience::Manager }),
        ("Time to belief of leaders", Number::Belief { audience: Audience::Leader }),
        ("First completed module", Number::Milestone { kind: EventKind::Completed, team: None }),
        ("First application", Number::Milestone { kind: EventKind::Applied, team: None }),
        ("First feedback", Number::Milestone { kind: EventKind::Feedback, team: None }),
    ]
    .map(|(name, number)| (name.to_owned(), number));
    let uplift = used
        .kpi_items
        .iter()
        .map(|item| (format!("Uplift of {}", item.item), Number::Uplift { item: item.item.clone() }));
    let words = "Each opens to its definition, formula, assumption and source, to the people and rows it used, and to \
                 those it left out and why.";
    let all = named.into_iter().chain(uplift).collect();
    Section::new("numbers", "What each number means", [Block::words(words), Block::Numbers(all)])
}

fn self_test() -> Section {
    let cases = self_test::run();
    let rows = cases.iter().flat_map(|case| &case.rows);
    let (all, agreeing) = (rows.clone().count(), rows.filter(|row| row.agrees).count());
    let verdict = match agreeing == all {
        true => format!(
            "All {all} published results are reproduced, worked out in this browser by the functions that make every other number here."
        ),
        false => format!(
            "{} of {all} published results are not reproduced in this browser. Do not rely on the numbers here, and tell whoever runs this site.",
            all - agreeing
        ),
    };
    let blocks = cases.iter().enumerate().flat_map(|(at, case)| {
        let agreeing = case.rows.iter().filter(|row| row.agrees).count();
        let summary = format!("{}: {agreeing} of {} agree", case.name, case.rows.len());
        [Block::Folded { summary, table: table(at, case) }]
    });
    Section::new("self-test", "Self-test against published results", [Block::words(verdict)].into_iter().chain(blocks))
}

fn table(at: usize, case: &Case) -> Table {
    let row = |row: &Row| {
        let of = row.of.as_deref().map(|of| format!(", {of}")).unwrap_or_default();
        let time = row.at.map(|at| format!(" at {at}\u{a0}{}", case.unit)).unwrap_or_default();
        let number = |value: Option<f64>| value.map_or_else(|| "not reached".to_owned(), |v| digits(v, row.tolerance));
        vec![
            format!("{}{of}{time}", row.quantity).into(),
            number(row.expected).into(),
            number(row.computed).into(),
            if row.agrees { "agrees" } else { "differs" }.into(),
        ]
    };
    let label = format!("Published case {}, table", at + 1);
    let head = ["Quantity", "Published", "Computed here", ""];
    Table::new(&label, case.source.clone(), &head, case.rows.iter().map(row).collect())
}

/// As many digits as were published.
fn digits(value: f64, tolerance: f64) -> String {
    let digits = if tolerance > 0.0 { (-tolerance.log10()).ceil().clamp(0.0, 12.0) as usize } else { 0 };
    format!("{value:.digits$}")
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
