//! The KPIs screen: each accountable figure against its target, over the months, and over the teams without a ranking.

use super::columns::hidden_teams;
use super::document::{Block, Cell, Section, Table};
use super::figures;
use super::plate::{Plate, Value, Words};
use crate::analysis::detail::{CoachingMinutes, Detail, FirstApplication, MonthlySeries, TeamMomentum};
use crate::analysis::series::MonthPoint;
use crate::analysis::{Analysis, FunnelPoint, Momentum, Period, Uplift};
use crate::chart::curve;
use crate::chart::interval::{self, Estimate, Line, Mark};
use crate::chart::scale::Unit;
use crate::chart::{funnel, run};
use crate::export::computed_csv::Cell as Datum;
use crate::finding::{self, Finding};
use crate::format::{self, NOT_DEFINED};
use crate::inspect::Number;
use crate::{n, t};

pub fn sections(analysis: &Analysis, detail: &Detail, width: u32) -> Vec<Section> {
    vec![
        Section::new("now", t!("Against the targets"), [Block::Figures(figures::three(analysis, detail))]),
        application(&detail.first_application, width),
        coaching(&detail.coaching, width),
        uplift(&detail.uplift.groups, &detail.uplift.hidden, width),
        momentum(&detail.momentum, detail.coaching.recorded),
    ]
}

fn plate(plate: Plate) -> Block {
    Block::Plate(Box::new(plate))
}

pub(super) fn application(found: &FirstApplication, width: u32) -> Section {
    let mut blocks = Vec::new();
    let days = format::days(found.window_days);
    if !found.recorded {
        let finding = finding::first_application(found);
        return Section::new("application", t!("First application"), [Block::Finding { finding, opens: None }]);
    }
    if found.months.series.points.is_empty() {
        blocks.push(Block::words(t!("No month to show yet: it needs people whose {days} are over.", days)));
    } else {
        let what = t!("Share with a first application within {days}", days);
        let options = run::Options {
            width,
            what: &what,
            unit: Unit::Share,
            median: found.months.series.chart.center,
            target: Some(found.target),
        };
        let finding = finding::run_chart(t!("the share with a first application in time"), &found.months);
        let caption = t!("Each point holds the people whose first completed module was in that month.");
        let one = by_month("application-months", finding, &found.months, &options, caption, &|point| {
            let of = format::people(point.n);
            let applied = (f64::from(point.n) * point.value).round() as u64;
            (format::share(point.value), t!("{some} of {all}", some = format::count(applied), all = of))
        });
        blocks.push(plate(one.opening(Number::FirstApplication { team: None })));
    }
    if found.funnel.is_empty() {
        blocks.push(Block::words(t!("No team has a figure that may be shown so far.")));
    } else {
        blocks.push(plate(teams(found, width, &days)));
    }
    Section::new("application", t!("First application"), blocks)
}

/// A series with its table; `write` says a point's value and its denominator.
fn by_month(
    id: &str,
    finding: Finding,
    months: &MonthlySeries,
    options: &run::Options<'_>,
    how: &'static str,
    write: &dyn Fn(&MonthPoint) -> (String, String),
) -> Plate {
    let points = &months.series.points;
    let value = |point: &MonthPoint| {
        let (value, of) = write(point);
        Value {
            name: format::month(point.month),
            says: format!("{value}, {of}"),
            row: vec![format::month(point.month).into(), value.into(), of.into()],
            data: vec![
                Datum::Text(point.month.to_string()),
                Datum::Count(point.n.into()),
                Datum::Number(Some(point.value)),
            ],
        }
    };
    let hidden =
        months.hidden.iter().map(|month| vec![month.as_str().into(), curve::hidden().into(), NOT_DEFINED.into()]);
    let words = Words {
        how,
        is_series: true,
        caption: options.what.to_owned(),
        table: &[n!("Month"), n!("Figure"), n!("People")],
        data: &["month", "people", "value"],
    };
    let placed = run::figure(points, options);
    Plate::of_values(id, finding, placed, words, points.iter().map(value).collect(), hidden.collect())
}

fn teams(found: &FirstApplication, width: u32, days: &str) -> Plate {
    let what = t!("Share with a first application within {days}", days);
    let options = funnel::Options { width, what: &what, target: found.target, limits: &found.limits };
    let counted = |point: &FunnelPoint| found.team.groups.iter().find(|team| team.group == point.group);
    let value = |point: &FunnelPoint| {
        let team = counted(point);
        let applied = team.map_or(0, |team| team.numerator);
        let band = team.and_then(|team| team.band);
        let number = Number::FirstApplication { team: Some(point.group.clone()) };
        let share =
            Cell { under: band.map(format::share_interval).unwrap_or_default(), ..format::share(point.share).into() };
        let [applied_text, of] = [applied, point.n].map(|n| format::count(n.into()));
        Value {
            name: format::group(&point.group).to_owned(),
            says: t!(
                "{share}, {some} of {all}",
                share = format::share(point.share),
                some = applied_text,
                all = format::people(point.n)
            ),
            row: vec![format::group(&point.group).into(), applied_text.into(), of.into(), share.opening(number)],
            data: vec![
                Datum::Text(point.group.clone()),
                Datum::Count(applied.into()),
                Datum::Count(point.n.into()),
                Datum::Number(Some(point.share)),
                Datum::Number(band.map(|band| band.lower)),
                Datum::Number(band.map(|band| band.upper)),
                Datum::Number(Some(point.limits.lower95)),
                Datum::Number(Some(point.limits.upper95)),
                Datum::Number(Some(point.limits.lower998)),
                Datum::Number(Some(point.limits.upper998)),
            ],
        }
    };
    let without = |name: &String, why: &str| -> Vec<Cell> {
        vec![format::group(name).into(), why.into(), NOT_DEFINED.into(), NOT_DEFINED.into()]
    };
    let hidden = found.team.hidden.iter().map(|name| without(name, curve::hidden()));
    let nobody = found.no_figure.iter().map(|name| without(name, t!("nobody’s days are over")));
    let how =
        t!("Each point is a team. A team exactly at the target lies inside the solid limits 95 times of 100, and \
                   inside the dashed ones 998 times of 1,000.");
    let words = Words {
        how,
        is_series: false,
        caption: t!("{what}, by team in order of name, with 95 % intervals", what),
        table: &[n!("Team"), n!("Applied"), n!("Of"), n!("Share")],
        data: &[
            "team",
            "applied",
            "people",
            "share",
            "lower",
            "upper",
            "limit_lower_95",
            "limit_upper_95",
            "limit_lower_998",
            "limit_upper_998",
        ],
    };
    let mut finding = finding::funnel(found);
    if let Some(hidden) = hidden_teams(found.team.hidden.len()) {
        finding.caveat = format!("{} {hidden}", finding.caveat);
    }
    let placed = funnel::figure(&found.funnel, &options);
    let values = found.funnel.iter().map(value).collect();
    Plate::of_values("application-teams", finding, placed, words, values, hidden.chain(nobody).collect())
}

fn coaching(found: &CoachingMinutes, width: u32) -> Section {
    let mut blocks = Vec::new();
    if !found.recorded {
        let finding = finding::coaching(found);
        return Section::new("coaching", t!("Coaching minutes"), [Block::Finding { finding, opens: None }]);
    }
    if found.months.series.points.is_empty() {
        blocks.push(Block::words(t!("No month to show yet: it needs learners, and minutes that were logged.")));
    } else {
        let options = run::Options {
            width,
            what: t!("Coaching minutes a week, per learner"),
            unit: Unit::Plain,
            median: found.months.series.chart.center,
            target: None,
        };
        let finding = finding::run_chart(t!("the coaching minutes of a learner"), &found.months);
        let caption = t!(
            "Per learner, so that a team that grows is no signal. The target is one for teams and has no place here."
        );
        let one = by_month("coaching-months", finding, &found.months, &options, caption, &|point| {
            (format!("{}\u{a0}min", format::decimal(point.value)), format::people(point.n))
        });
        blocks.push(plate(one.opening(Number::Coaching { team: None })));
    }
    if !found.team.groups.is_empty() || !found.team.hidden.is_empty() {
        blocks.push(Block::Folded {
            summary: t!("Coaching minutes by team, in order of name").to_owned(),
            table: coaching_by_team(found),
        });
    }
    Section::new("coaching", t!("Coaching minutes"), blocks)
}

fn coaching_by_team(found: &CoachingMinutes) -> Table {
    let minutes = |value: Option<f64>| value.map_or_else(|| NOT_DEFINED.to_owned(), format::decimal);
    let shown = found.team.groups.iter().map(|team| {
        let figure = &team.figure;
        let number = Number::Coaching { team: Some(team.group.clone()) };
        let names = [format::group(&team.group).into(), format::count(figure.n.into()).into()];
        let of_team = Cell::from(minutes(figure.minutes_per_week)).opening(number);
        (&team.group, names.into_iter().chain([of_team, minutes(figure.per_learner).into()]).collect::<Vec<Cell>>())
    });
    let hidden = found.team.hidden.iter().map(|name| {
        let cells = [format::group(name), curve::hidden(), NOT_DEFINED, NOT_DEFINED];
        (name, cells.map(Cell::from).into())
    });
    let mut rows: Vec<(&String, Vec<Cell>)> = shown.chain(hidden).collect();
    rows.sort_by_key(|(name, _)| *name);
    let caption = t!(
        "Minutes a week from each team’s first start to the cut-off date. The target of {target} is one for a team.",
        target = format::plain(found.target)
    );
    let head = [t!("Team"), t!("People"), t!("Minutes a week"), t!("per learner")];
    Table::new(t!("Coaching by team, table"), caption, &head, rows.into_iter().map(|(_, row)| row).collect())
}

pub(super) fn uplift(items: &[Uplift], hidden: &[String], width: u32) -> Section {
    let title = t!("Uplift of key indicators");
    if items.is_empty() {
        let why = match hidden.is_empty() {
            true => {
                t!("No figure yet: it needs an indicator that is measured before and after the first completed module.")
            }
            false => t!("Not shown: fewer people than the small-group limit are measured before and after."),
        };
        return Section::new("uplift", title, [Block::words(why)]);
    }
    let line = |item: &Uplift| Line {
        name: item.item.clone(),
        size: format::people(item.n),
        estimate: match item.uplift {
            Some(value) => {
                Ok(Estimate { value, lower: item.band.map(|band| band.lower), upper: item.band.map(|band| band.upper) })
            }
            None => Err(t!("not defined yet").to_owned()),
        },
    };
    let value = |item: &Uplift| {
        let change = item.uplift.map_or_else(|| NOT_DEFINED.to_owned(), format::change);
        let interval = item.band.map(format::change_interval).unwrap_or_default();
        let mean = |mean: Option<f64>| mean.map_or_else(|| NOT_DEFINED.to_owned(), format::plain);
        let number = Number::Uplift { item: item.item.clone() };
        Value {
            name: item.item.clone(),
            says: format!("{change} ({interval}), {}", format::people(item.n)),
            row: vec![
                item.item.as_str().into(),
                format::count(item.n.into()).into(),
                mean(item.baseline).into(),
                mean(item.post).into(),
                Cell { under: interval, ..change.into() }.opening(number),
                format::change(item.target).into(),
            ],
            data: vec![
                Datum::Text(item.item.clone()),
                Datum::Count(item.n.into()),
                Datum::Number(item.baseline),
                Datum::Number(item.post),
                Datum::Number(item.uplift),
                Datum::Number(item.band.map(|band| band.lower)),
                Datum::Number(item.band.map(|band| band.upper)),
                Datum::Number(Some(item.target)),
            ],
        }
    };
    // One target line says the same for all only where it is the same.
    let target = items[0].target;
    let options = interval::Options {
        width,
        axis: t!("change after the first completed module"),
        unit: Unit::Change,
        mark: items.iter().all(|item| item.target == target).then(|| Mark::target(target, Unit::Change)),
        what: t!("Change of each indicator"),
    };
    let lines: Vec<Line> = items.iter().map(line).collect();
    let how =
        t!("Up to 90 days on either side of each person’s first completed module. There is no series by month: a \
                   person is held against their own past.");
    let words = Words {
        how,
        is_series: false,
        caption: t!("Means before and after the first completed module of the people who have both, by name")
            .to_owned(),
        table: &[n!("Indicator"), n!("People"), n!("Before"), n!("After"), n!("Change"), n!("Target")],
        data: &["indicator", "people", "before", "after", "change", "lower", "upper", "target"],
    };
    let more = hidden.iter().map(|name| {
        let mut row: Vec<Cell> = vec![name.as_str().into(), curve::hidden().into()];
        row.resize_with(6, || NOT_DEFINED.into());
        row
    });
    let placed = interval::figure(&lines, &options);
    let values = items.iter().map(value).collect();
    let finding = finding::uplifts(items);
    Section::new("uplift", title, [plate(Plate::of_values("uplift", finding, placed, words, values, more.collect()))])
}

/// Each team beside its own past, by name. Without coaching in the files there are no minutes.
fn momentum(found: &TeamMomentum, has_coaching: bool) -> Section {
    let title = t!("Each team against its own past");
    let Some(periods) = found.periods.filter(|_| !found.team.groups.is_empty()) else {
        let why = t!("No team has two periods that may be shown so far.");
        return Section::new("momentum", title, [Block::words(why)]);
    };
    let decimal = |value: Option<f64>| Cell::from(value.map_or_else(|| NOT_DEFINED.to_owned(), format::decimal));
    let row = |team: &Momentum| {
        let band = team.band.map(|b| format::span(format::decimal(b.lower), format::decimal(b.upper)));
        vec![
            format::group(&team.group).into(),
            format::count(team.n_previous.into()).into(),
            format::count(team.n_current.into()).into(),
            Cell { under: band.unwrap_or_default(), ..decimal(team.difference) },
            decimal(team.coaching_previous.filter(|_| has_coaching)),
            decimal(team.coaching_current.filter(|_| has_coaching)),
        ]
    };
    let span = |period: Period| format::span(format::date(period.from), format::date(period.to));
    let caption = t!(
        "Then: who started from {then}. Now: who started from {now}. Days sooner: mean days until competent, then less now, \
         with its 95 % interval. Coaching: minutes a week in the quarter before this one, and in this one.",
        then = span(periods.previous),
        now = span(periods.current)
    );
    let head =
        [t!("Team"), t!("People then"), t!("People now"), t!("Days sooner"), t!("Coaching before"), t!("Coaching now")];
    let table = Table::new(
        t!("Teams against their own past, table"),
        caption,
        &head,
        found.team.groups.iter().map(row).collect(),
    );
    let why = t!(
        "A team is seen against itself and in order of name. Where the interval holds 0, chance explains the change."
    );
    let hidden = hidden_teams(found.team.hidden.len()).unwrap_or_default();
    Section::new("momentum", title, [Block::words(format!("{why} {hidden}").trim().to_owned()), Block::Table(table)])
}
