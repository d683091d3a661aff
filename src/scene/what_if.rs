//! The same people under two definitions, side by side: what another rule would say.

use super::document::{Cell, Table};
use super::milestones::{milestone, quantile};
use crate::analysis::{Analysis, TtcCurve};
use crate::chart::Figure;
use crate::chart::curve::{self, Leavers, Options, Series};
use crate::finding::{self, Finding};
use crate::format::{self, NOT_DEFINED};
use crate::inspect::{Number, Of};
use crate::t;

#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    pub finding: Finding,
    /// `None` where the draft shows no numbers; the finding says why.
    pub table: Option<Table>,
    /// `None` where there is no width to draw it for.
    pub figure: Option<Figure>,
}

/// Name of the draft wherever the two stand side by side.
fn draft_name() -> &'static str {
    t!("What if")
}

/// `version` names the definition in force. `None` where the one in force shows no curve.
pub fn what_if(in_force: &Analysis, version: &str, draft: &Analysis, width: u32) -> Option<WhatIf> {
    let now = in_force.ttc.as_ref()?;
    let Some(then) = &draft.ttc else {
        return Some(WhatIf { finding: finding::time_to_competency(draft), table: None, figure: None });
    };
    let names = [version, draft_name()];
    let series = [Series::of_competency(version, 0, now), Series::of_competency(names[1], 1, then)];
    let min_group = u32::try_from(draft.in_force.definition.min_group_in_force()).unwrap_or(u32::MAX);
    let options = Options {
        width,
        bands: true,
        censor_ticks: false,
        leavers: Leavers::Censored,
        subject: curve::COMPETENCY,
        min_group,
    };
    Some(WhatIf {
        finding: finding(now, version, then),
        table: Some(table([in_force, draft], [now, then], names)),
        figure: (width > 0).then(|| curve::figure(&series, &options)),
    })
}

fn finding(now: &TtcCurve, version: &str, then: &TtcCurve) -> Finding {
    let headline = match (now.curve.median().t, then.curve.median().t) {
        (Some(now), Some(then)) if now == then => {
            t!("Under either definition half of the learners can do the job by day {now}.", now)
        }
        (Some(now), Some(then)) => {
            let apart = format::days((then - now).abs());
            match then > now {
                true => t!(
                    "Half of the learners can do the job by day {then}: {apart} later than under “{version}”.",
                    then,
                    apart,
                    version
                ),
                false => t!(
                    "Half of the learners can do the job by day {then}: {apart} earlier than under “{version}”.",
                    then,
                    apart,
                    version
                ),
            }
        }
        (Some(now), None) => {
            t!(
                "Fewer than half of the learners meet this definition so far; under “{version}” half do by day {now}.",
                version,
                now
            )
        }
        (None, Some(then)) => {
            t!(
                "Half of the learners can do the job by day {then}; under “{version}” fewer than half so far.",
                then,
                version
            )
        }
        (None, None) => t!("Under either definition fewer than half of the learners are competent so far.").to_owned(),
    };
    let caveat =
        t!("The same people and the same observations under another rule: the difference tells about the rule, \
                  not about the people. Nothing is changed until you use it.");
    Finding { headline, caveat: caveat.to_owned() }
}

fn table(analyses: [&Analysis; 2], curves: [&TtcCurve; 2], names: [&str; 2]) -> Table {
    let definition = Box::new(analyses[1].in_force.definition.clone());
    // A number of the draft opens under the draft.
    let opens = |at: usize, number: Number| match at {
        0 => number,
        _ => Number::Under { definition: definition.clone(), number: Box::new(number) },
    };
    let of = Of::default;
    let share = |at: usize, which: usize| {
        let found = &curves[at].milestones[which];
        milestone(found).opening(opens(at, Number::CompetentShare { of: of(), day: found.t }))
    };
    let day = |at: usize, percent: u32| {
        let found = &curves[at].curve.quantiles[percent as usize / 25 - 1];
        quantile(found).opening(opens(at, Number::Quantile { of: of(), percent }))
    };
    let mean = |at: usize| match (curves[at].rmst.value, curves[at].rmst.tau) {
        (Some(value), Some(tau)) => Cell::from(t!("{value} of the first {tau}", value = format::decimal(value), tau))
            .opening(opens(at, Number::RestrictedMean { of: of() })),
        _ => NOT_DEFINED.into(),
    };
    let rules = analyses.map(finding::rule);
    let row = |head: &str, cell: &dyn Fn(usize) -> Cell| vec![head.into(), cell(0), cell(1)];
    let rows = vec![
        row(t!("Competent so far"), &|at| {
            let curve = &curves[at].curve;
            let (some, all) = (format::count(curve.events.into()), format::count(curve.n.into()));
            Cell::from(t!("{some} of {all}", some, all)).opening(opens(at, Number::Censored { of: of() }))
        }),
        row(t!("A quarter competent by day"), &|at| day(at, 25)),
        row(t!("Half competent by day"), &|at| day(at, 50)),
        row(t!("Three quarters competent by day"), &|at| day(at, 75)),
        row(&t!("Share by day {day}", day = 30), &|at| share(at, 0)),
        row(&t!("Share by day {day}", day = 60), &|at| share(at, 1)),
        row(&t!("Share by day {day}", day = 90), &|at| share(at, 2)),
        row(t!("Mean days until competent"), &mean),
        row(t!("Needs a refresh"), &|at| {
            Cell::from(format::count(curves[at].needs_refresh.into()))
                .opening(opens(at, Number::NeedsRefresh { of: of() }))
        }),
    ];
    let learners = t!("All learners, with 95 % intervals.");
    let caption = format!("{learners} {}: {}. {}: {}.", names[0], rules[0], names[1], rules[1]);
    Table::new(t!("Two definitions, table"), caption, &["", names[0], names[1]], rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::{analysis, ttc_of};

    #[test]
    fn two_definitions_stand_side_by_side() {
        for (now, then, headline) in [
            (Some(58), Some(71), "Half of the learners can do the job by day 71: 13 days later than under “Standard”."),
            (Some(58), Some(57), "Half of the learners can do the job by day 57: 1 day earlier than under “Standard”."),
            (Some(58), Some(58), "Under either definition half of the learners can do the job by day 58."),
            (
                Some(58),
                None,
                "Fewer than half of the learners meet this definition so far; under “Standard” half do by day 58.",
            ),
            (None, Some(58), "Half of the learners can do the job by day 58; under “Standard” fewer than half so far."),
            (None, None, "Under either definition fewer than half of the learners are competent so far."),
        ] {
            let of = |median| analysis(ttc_of("", 87, 61, median));
            let found = what_if(&of(now), "Standard", &of(then), 0).unwrap();
            assert_eq!(found.finding.headline.replace('\u{a0}', " "), headline);
            assert!(found.table.unwrap().rows.iter().all(|row| row.len() == 3) && found.figure.is_none());
        }
    }

    #[test]
    fn another_language_says_the_table_too() {
        let of = |day| analysis(ttc_of("", 87, 61, Some(day)));
        let (now, then) = (of(58), of(71));
        crate::language::german::spoken(|| {
            let found = what_if(&now, "Standard", &then, 0).unwrap();
            assert_eq!(
                found.finding.headline.replace('\u{a0}', " "),
                "Die Hälfte der Lernenden beherrscht die Aufgabe bis Tag 71: 13 Tage später als nach „Standard“."
            );
            let table = found.table.unwrap();
            assert_eq!(table.head, ["", "Standard", "Was wäre, wenn"]);
            let heads: Vec<&str> = table.rows.iter().map(|row| row[0].value.as_str()).collect();
            assert_eq!(heads[..3], ["Bisher kompetent", "Ein Viertel kompetent bis Tag", "Hälfte kompetent bis Tag"]);
            assert_eq!(table.rows[0][1].value, "61 von 87");
        });
    }

    #[test]
    fn a_group_too_small_for_a_curve_is_not_compared() {
        let shown = || analysis(ttc_of("", 87, 61, Some(58)));
        let small = Analysis { ttc: None, ..shown() };
        assert_eq!(what_if(&small, "Standard", &shown(), 560), None);
        let why = |draft: Analysis| what_if(&shown(), "Standard", &draft, 560).unwrap();
        assert_eq!(why(small.clone()).finding.headline, "Not shown: small groups are never shown.");
        let found = why(Analysis { leaves_out_few: true, ..small });
        assert_eq!(found.finding.headline, "Not shown: this day 0 leaves out a few learners only.");
        assert_eq!((found.table, found.figure), (None, None));
    }
}
