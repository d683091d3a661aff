//! Monthly series and teams around a target: signals, or none.

use super::Finding;
use crate::analysis::FEWEST_USEFUL;
use crate::analysis::detail::{FirstApplication, MonthlySeries};
use crate::{format, t};

/// Whether a series moved; `what` names the figure of a month: "the coaching minutes of a learner".
pub fn run_chart(what: &str, found: &MonthlySeries) -> Finding {
    let chart = &found.series.chart;
    let hidden = match found.hidden.len() {
        0 => String::new(),
        1 => t!("1 month is not shown, to protect small groups.").to_owned(),
        n => t!("{n} months are not shown, to protect small groups.", n),
    };
    let Some(judged) = chart.judgment else {
        let needed = FEWEST_USEFUL;
        let caveat = match chart.n_useful {
            0 => t!("No month lies off the median so far, and a judgment needs {needed}.", needed),
            1 => t!("1 month lies off the median so far, and a judgment needs {needed}.", needed),
            n => t!("{n} months lie off the median so far, and a judgment needs {needed}.", n, needed),
        };
        return Finding::new(t!("Too few months to say whether {what} changed.", what), [caveat, hidden]);
    };
    let headline = match (judged.shift, judged.too_few_crossings) {
        (false, false) => t!("No signal: chance explains how {what} moved from month to month.", what),
        (true, _) => t!("A signal: {what} stayed on one side of the median for longer than chance explains.", what),
        (false, true) => t!("A signal: {what} crossed the median less often than chance explains.", what),
    };
    let caveat = [
        t!(
            "The longest run is {run} months; longer than {limit} is a signal.",
            run = chart.longest_run,
            limit = judged.longest_run
        ),
        t!(
            "The median is crossed {times} times; fewer than {limit} is a signal.",
            times = chart.crossings,
            limit = judged.crossings
        ),
        t!("A signal says that something changed, not what.").to_owned(),
        hidden,
    ];
    Finding::new(headline, caveat)
}

/// How many teams are outside what chance explains around the target. Which ones is not said: the picture names all.
pub fn funnel(found: &FirstApplication) -> Finding {
    let teams = found.funnel.len();
    if teams == 0 {
        return Finding::new(t!("No figure yet by team."), []);
    }
    let target = format::share(found.target);
    let beyond = |lower: fn(&crate::analysis::FunnelLimits) -> f64,
                  upper: fn(&crate::analysis::FunnelLimits) -> f64| {
        let outside = |share: f64, limits| share < lower(limits) || share > upper(limits);
        found.funnel.iter().filter(|point| outside(point.share, &point.limits)).count()
    };
    let outside = beyond(|limits| limits.lower95, |limits| limits.upper95);
    let far = beyond(|limits| limits.lower998, |limits| limits.upper998);
    let headline = match far {
        0 => t!("Chance explains how the teams lie around the target of {target}.", target),
        far => t!(
            "{far} of {teams} teams lie further from the target of {target} than chance explains.",
            far,
            teams,
            target
        ),
    };
    let expected = t!(
        "{outside} of {teams} are outside the 95\u{a0}% limits; about {expected} would be by chance alone.",
        outside,
        teams,
        expected = format::decimal(teams as f64 * 0.05)
    );
    let size =
        t!("The limits widen as a team gets smaller, so teams of different sizes can be seen together.").to_owned();
    Finding::new(headline, [expected, size])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::series::Series;
    use crate::analysis::{FunnelLimits, FunnelPoint, Judgment, RunChart};
    use crate::finding::sample::{first_application, plain};

    fn months(n_useful: u32, judgment: Option<(bool, bool)>) -> MonthlySeries {
        let judgment = judgment.map(|(shift, too_few_crossings)| Judgment {
            longest_run: 7,
            crossings: 3,
            shift,
            too_few_crossings,
        });
        let chart = RunChart { center: Some(3.0), n_useful, longest_run: 4, crossings: 6, judgment };
        MonthlySeries { series: Series { points: vec![], chart }, hidden: vec!["2026-01".to_owned()] }
    }

    #[test]
    fn a_series_signals_or_not() {
        for (judgment, headline) in [
            (None, "Too few months to say whether the share changed."),
            (Some((false, false)), "No signal: chance explains how the share moved from month to month."),
            (
                Some((true, true)),
                "A signal: the share stayed on one side of the median for longer than chance explains.",
            ),
            (Some((false, true)), "A signal: the share crossed the median less often than chance explains."),
        ] {
            let finding = plain(run_chart("the share", &months(12, judgment)));
            assert_eq!(finding.headline, headline);
            assert!(finding.caveat.ends_with("1 month is not shown, to protect small groups."), "{}", finding.caveat);
        }
    }

    #[test]
    fn teams_are_counted_and_not_named() {
        let limits = FunnelLimits { lower95: 0.4, upper95: 0.9, lower998: 0.2, upper998: 1.0 };
        let point = |share| FunnelPoint { group: "Blue".to_owned(), n: 20, share, limits };
        for (shares, headline) in [
            (vec![], "No figure yet by team."),
            (vec![0.7, 0.3], "Chance explains how the teams lie around the target of 70 %."),
            (vec![0.7, 0.1], "1 of 2 teams lie further from the target of 70 % than chance explains."),
        ] {
            let mut found = first_application(52, 83, (0.53, 0.73), 0);
            found.funnel = shares.into_iter().map(point).collect();
            let finding = plain(funnel(&found));
            assert_eq!(finding.headline, headline);
            assert!(!finding.caveat.contains("Blue"));
        }
    }
}
