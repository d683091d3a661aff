//! The Belief screen: when each audience saw that it works, side by side, and how far that is from the first application.

use super::document::{self, Block, Cell, Section};
use super::picture::Picture;
use super::plate::{self, Plate, Value, Words};
use super::reads::{Reads, Trace};
use crate::analysis::detail::Detail;
use crate::analysis::{Analysis, Curve};
use crate::chart::curve::{self, Leavers, Options, Series, Subject};
use crate::chart::interval::{self, Estimate, Line};
use crate::chart::scale::Unit;
use crate::export::computed_csv::Cell as Datum;
use crate::finding::{self, Finding};
use crate::format::{self, NOT_DEFINED};
use crate::inspect::{Audience, Number};
use crate::language::text;
use crate::{n, t};

/// Audiences as the analysis and, once said, as a reader calls them.
const AUDIENCES: [(&str, &str, Audience); 3] = [
    ("learner", n!("Learners"), Audience::Learner),
    ("manager", n!("Managers"), Audience::Manager),
    ("leader", n!("Leaders"), Audience::Leader),
];

pub fn sections(analysis: &Analysis, detail: &Detail, width: u32) -> Vec<Section> {
    let audiences = match audiences(analysis, detail, width) {
        Some(plate) => Block::Plate(Box::new(plate)),
        None => Block::Finding { finding: finding(detail), opens: None },
    };
    let mut sections = vec![Section::new("audiences", t!("Who saw that it works"), [audiences])];
    sections.extend(gap(analysis, detail, width));
    sections
}

fn shown<'a>(detail: &'a Detail, audience: &str) -> Option<&'a Curve> {
    detail.belief.groups.iter().find(|curve| curve.group == audience && curve.n > 0)
}

fn audiences(analysis: &Analysis, detail: &Detail, width: u32) -> Option<Plate> {
    let found = AUDIENCES.iter().zip(0..).filter_map(|((audience, name, _), slot)| {
        Some((Series::plain(text(name), slot, shown(detail, audience)?), Datum::Word(name)))
    });
    let (series, names): (Vec<Series<'_>>, Vec<Datum>) = found.unzip();
    if series.is_empty() {
        return None;
    }
    let rows = AUDIENCES.iter().map(|(audience, name, of)| match shown(detail, audience) {
        Some(curve) => row(text(name), curve, Some(Number::Belief { audience: *of })),
        None => without(text(name), why_not(detail, audience)),
    });
    let head = [t!("Audience"), t!("People"), t!("Saw that it works"), t!("Half by day")];
    let caption = t!("Days from the launch, or from the start of whoever came later, with 95 % intervals");
    let table = document::Table::new(t!("The picture in numbers, table"), caption, &head, rows.collect());
    let plate = Plate {
        id: "belief".to_owned(),
        finding: finding(detail),
        opens: None,
        picture: picture(analysis, &series, curve::BELIEF, table, width),
        data: plate::of_curves(&series, |at| names[at].clone()),
    };
    Some(plate)
}

fn finding(detail: &Detail) -> Finding {
    finding::belief(&detail.belief, detail.recorded)
}

fn why_not(detail: &Detail, audience: &str) -> &'static str {
    if !detail.recorded.shows_belief(audience) {
        return t!("not recorded");
    }
    if detail.belief.hidden.iter().any(|hidden| hidden == audience) { curve::hidden() } else { t!("nobody is one") }
}

fn gap(analysis: &Analysis, detail: &Detail, width: u32) -> Option<Section> {
    let (applied, believed) = (detail.first_applied.as_ref()?, shown(detail, "learner")?);
    let names = [n!("First application"), n!("Saw that it works")];
    // Belief keeps the color of the learners above.
    let series = [Series::plain(text(names[0]), 3, applied), Series::plain(text(names[1]), 0, believed)];
    let opens = [None, Some(Number::Belief { audience: Audience::Learner })];
    let rows = series.iter().zip(opens).map(|(series, opens)| row(series.name, series.curve, opens)).collect();
    let head = [t!("Step"), t!("People"), t!("Got there"), t!("Half by day")];
    let caption = t!("The same learners, from the same day, with 95 % intervals");
    let table = document::Table::new(t!("The picture in numbers, table"), caption, &head, rows);
    let plate = Plate {
        id: "belief-gap".to_owned(),
        finding: finding::gap(applied, believed),
        opens: None,
        picture: picture(analysis, &series, curve::STEPS, table, width),
        data: plate::of_curves(&series, |at| Datum::Word(names[at])),
    };
    Some(Section::new("gap", t!("From the first application to belief"), [Block::Plate(Box::new(plate))]))
}

fn picture(
    analysis: &Analysis,
    series: &[Series<'_>],
    subject: Subject,
    table: document::Table,
    width: u32,
) -> Picture {
    let min_group = u32::try_from(analysis.in_force.definition.min_group_in_force()).unwrap_or(u32::MAX);
    let leavers = Leavers::Censored;
    let options = Options { width, bands: true, censor_ticks: true, leavers, subject, min_group };
    let caption = t!("Steps with 95 % bands. A short upright tick is a person whose time is still open or who left.");
    Picture {
        figure: curve::figure(series, &options),
        reads: Reads::Curves(series.iter().map(|series| Trace::of(series, None, leavers)).collect()),
        caption: caption.to_owned(),
        table,
        risk: None,
    }
}

fn row(name: &str, curve: &Curve, opens: Option<Number>) -> Vec<Cell> {
    let median = curve.median();
    let day = Cell {
        value: median.t.map_or_else(|| t!("not reached").to_owned(), |day| day.to_string()),
        under: format::day_interval(median.lower, median.upper).unwrap_or_default(),
        opens,
    };
    let [people, events] = [curve.n, curve.events].map(|n| Cell::from(format::count(n.into())));
    vec![name.into(), people, events, day]
}

fn without(name: &str, why: &str) -> Vec<Cell> {
    [name, why, NOT_DEFINED, NOT_DEFINED].map(Cell::from).into()
}

/// The medians of the audiences side by side, for a screen that has little room.
pub fn medians(detail: &Detail, width: u32) -> Plate {
    let line = |(audience, name, _): &(&str, &'static str, Audience)| {
        let found = shown(detail, audience);
        let median = found.map(|curve| *curve.median());
        Line {
            name: text(name).to_owned(),
            size: found.map_or_else(String::new, |curve| format::people(curve.n)),
            estimate: match median {
                Some(median) => median
                    .t
                    .map(|day| Estimate {
                        value: day.into(),
                        lower: median.lower.map(f64::from),
                        upper: median.upper.map(f64::from),
                    })
                    .ok_or_else(|| t!("not reached so far").to_owned()),
                None => Err(why_not(detail, audience).to_owned()),
            },
        }
    };
    let lines: Vec<Line> = AUDIENCES.iter().map(line).collect();
    let options = interval::Options {
        width,
        axis: t!("days since launch or start"),
        unit: Unit::Plain,
        mark: None,
        what: t!("Day by which half of each audience saw that it works"),
    };
    let value = |(audience, name, of): &(&str, &'static str, Audience)| {
        let found = shown(detail, audience);
        let median = found.map(|curve| *curve.median());
        let row = match found {
            Some(curve) => row(text(name), curve, Some(Number::Belief { audience: *of })),
            None => without(text(name), why_not(detail, audience)),
        };
        let day = |day: Option<i32>| Datum::Number(day.map(f64::from));
        let [n, events] = [found.map(|curve| curve.n), found.map(|curve| curve.events)];
        Value {
            name: text(name).to_owned(),
            says: match median.map(|median| (median.t, format::day_interval(median.lower, median.upper))) {
                Some((Some(day), Some(interval))) => {
                    t!("half by day {day}, 95\u{a0}% interval {interval}", day, interval)
                }
                Some((Some(day), None)) => t!("half by day {day}", day),
                Some((None, _)) => t!("fewer than half so far").to_owned(),
                None => why_not(detail, audience).to_owned(),
            },
            row,
            data: vec![
                Datum::Word(name),
                Datum::Number(n.map(f64::from)),
                Datum::Number(events.map(f64::from)),
                day(median.and_then(|median| median.t)),
                day(median.and_then(|median| median.lower)),
                day(median.and_then(|median| median.upper)),
            ],
        }
    };
    let words = Words {
        how: t!("A dot is the day by which half saw it, the line its 95 % interval."),
        is_series: false,
        caption: t!("Days from the launch, or from the start of whoever came later, with 95 % intervals").to_owned(),
        table: &[n!("Audience"), n!("People"), n!("Saw that it works"), n!("Half by day")],
        data: &["audience", "people", "events", "median", "lower", "upper"],
    };
    let placed = interval::figure(&lines, &options);
    let values = AUDIENCES.iter().map(value).collect();
    Plate::of_values("belief-medians", finding(detail), placed, words, values, Vec::new())
}
