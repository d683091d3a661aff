//! The landmark comparison on several days: a line for each day, with the people on either side.

use super::document::{Block, Cell};
use super::plate::{Plate, Value, Words};
use crate::analysis::closer::{LandmarkDays, OnDay, Sides};
use crate::analysis::{Analysis, Band};
use crate::chart::curve;
use crate::chart::interval::{self, Estimate, Line, Mark};
use crate::chart::scale::Unit;
use crate::definition::Definition;
use crate::export::computed_csv::Cell as Datum;
use crate::finding;
use crate::format::{self, NOT_DEFINED};
use crate::inspect::Number;
use crate::{n, t};

fn empty() -> &'static str {
    t!("nobody on one side")
}

/// `None` where the saved day is not shown: no other day stands in for it.
pub fn block(analysis: &Analysis, found: &LandmarkDays, width: u32) -> Option<Block> {
    let finding = finding::landmark_days(found)?;
    let lines: Vec<Line> = found.days.iter().map(|one| line(found, one)).collect();
    let options = interval::Options {
        width,
        axis: t!("mean days earlier with two check-ins"),
        unit: Unit::Plain,
        mark: Some(Mark { at: 0.0, text: t!("no difference").to_owned() }),
        what: t!("Mean days by which learners with two check-ins became competent earlier, by landmark day"),
    };
    let words = Words {
        how: t!("A line for each day on which the two groups could have been formed. A dot is the difference of the mean days, \
              the line its 95 % interval: right of nought, those with two check-ins were earlier."),
        is_series: false,
        caption: t!("Learners neither competent nor gone by the day, and by how many mean days those with two check-ins by then \
                  became competent earlier, with 95 % intervals")
            .to_owned(),
        table: &[
            n!("Landmark day"),
            n!("People"),
            n!("Two check-ins"),
            n!("Not yet"),
            n!("Over the next, days"),
            n!("Days earlier"),
        ],
        data: &["day", "people", "two_check_ins", "not_yet", "horizon", "days_earlier", "lower", "upper"],
    };
    let values = found.days.iter().map(|one| value(analysis, found, one)).collect();
    let placed = interval::figure(&lines, &options);
    Some(Block::Plate(Box::new(Plate::of_values("landmark-days", finding, placed, words, values, Vec::new()))))
}

fn name(found: &LandmarkDays, one: &OnDay) -> String {
    let day = one.day;
    if day == found.saved { t!("Day {day}, saved", day) } else { t!("Day {day}", day) }
}

fn line(found: &LandmarkDays, one: &OnDay) -> Line {
    let sides = one.sides.as_ref();
    let estimate = match sides {
        None => Err(curve::hidden().to_owned()),
        Some(Sides { earlier: None, .. }) => Err(empty().to_owned()),
        Some(Sides { earlier: Some((days, band)), .. }) => {
            Ok(Estimate { value: *days, lower: Some(band.lower), upper: Some(band.upper) })
        }
    };
    let size = sides.map_or_else(String::new, |sides| format::people(sides.with + sides.without));
    Line { name: name(found, one), size, estimate }
}

fn value(analysis: &Analysis, found: &LandmarkDays, one: &OnDay) -> Value {
    let name = name(found, one);
    let number = |value: Option<f64>| Datum::Number(value);
    let Some(sides) = &one.sides else {
        let row =
            [name.as_str(), curve::hidden(), NOT_DEFINED, NOT_DEFINED, NOT_DEFINED, NOT_DEFINED].map(Cell::from).into();
        let nothing = std::iter::repeat_with(|| number(None)).take(7);
        let data = [Datum::Count(one.day.into())].into_iter().chain(nothing).collect();
        return Value { name, says: curve::hidden().to_owned(), row, data };
    };
    let Sides { with, without, tau, earlier } = *sides;
    let interval = |(_, band): (f64, Band)| format::span(format::decimal(band.lower), format::decimal(band.upper));
    let says = match earlier {
        Some((days, band)) => t!(
            "{days} days earlier, 95\u{a0}% interval {interval}, {with} with two check-ins and {without} without",
            days = format::decimal(days),
            interval = interval((days, band)),
            with,
            without
        ),
        None => t!("nobody on one side, {with} with two check-ins and {without} without", with, without),
    };
    let days = Cell {
        value: earlier.map_or_else(|| NOT_DEFINED.to_owned(), |(days, _)| format::decimal(days)),
        under: earlier.map_or_else(|| empty().to_owned(), interval),
        opens: Some(opens(analysis, found, one)),
    };
    let [people, yes, not] = [with + without, with, without].map(|n| Cell::from(format::count(n.into())));
    let horizon = tau.map_or_else(|| NOT_DEFINED.to_owned(), |tau| tau.to_string());
    let counts = [i64::from(one.day), (with + without).into(), with.into(), without.into()].map(Datum::Count);
    let numbers = [
        tau.map(f64::from),
        earlier.map(|(days, _)| days),
        earlier.map(|(_, band)| band.lower),
        earlier.map(|(_, band)| band.upper),
    ];
    Value {
        row: vec![name.as_str().into(), people, yes, not, horizon.into(), days],
        name,
        says,
        data: counts.into_iter().chain(numbers.map(number)).collect(),
    }
}

/// Opens under the definition with that day.
fn opens(analysis: &Analysis, found: &LandmarkDays, one: &OnDay) -> Number {
    if one.day == found.saved {
        return Number::Landmark;
    }
    Number::Landmark.under(&Definition { landmark_day: one.day, ..analysis.in_force.definition.clone() })
}
