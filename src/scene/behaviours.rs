//! Which behaviour takes longest: a curve for each behaviour of the rule alone, with everything that belongs to it. More
//! behaviours than a picture can carry are shown by the day on which half of the learners got there.

use super::document::{self, Block, Cell, Section};
use super::picture::Picture;
use super::plate::{self, Plate, Value, Words};
use super::reads::{Reads, Trace};
use super::{risk, slots};
use crate::analysis::closer::{Alone, Behaviours};
use crate::analysis::{Analysis, Quantile};
use crate::chart::curve::{self, Leavers, Options, Series};
use crate::chart::interval::{self, Estimate, Line};
use crate::chart::scale::Unit;
use crate::definition::Definition;
use crate::export::computed_csv::Cell as Datum;
use crate::finding;
use crate::format::{self, NOT_DEFINED};
use crate::inspect::{Number, Of};
use crate::language::text;
use crate::{n, t};

/// Lines of a picture; more are a table.
const MOST_LINES: usize = 24;
const ID: &str = "behaviours";
const HEAD: [&str; 5] =
    [n!("Behaviour"), n!("People"), n!("Observations"), n!("Shown consistently"), n!("Half by day")];
const CAPTION: &str =
    n!("Days until a behaviour alone meets the rule, with 95 % intervals; who left or is still learning is censored");
const NOT_OBSERVED: &str = n!("not observed");

/// `None` where there is no curve to look closer at.
pub fn section(analysis: &Analysis, found: &Behaviours, width: u32) -> Option<Section> {
    if analysis.ttc.is_none() || analysis.observed_items.is_empty() {
        return None;
    }
    let title = t!("Which behaviour takes longest?");
    let blocks = match found.alone.len() {
        0 => return None,
        1 => vec![Block::words(t!("The rule has one behaviour, so its curve is the one above."))],
        n => Shown { analysis, found }.blocks(n, width),
    };
    Some(Section::new(ID, title, blocks))
}

struct Shown<'a> {
    analysis: &'a Analysis,
    found: &'a Behaviours,
}

impl Shown<'_> {
    fn blocks(&self, all: usize, width: u32) -> Vec<Block> {
        let found = self.found;
        let observed: Vec<&Alone> = found.alone.iter().filter(|alone| alone.observations > 0).collect();
        match observed.len() {
            1..=slots::MOST => vec![Block::Plate(Box::new(self.curves(&observed, width)))],
            _ if all <= MOST_LINES => vec![Block::Plate(Box::new(self.medians(width)))],
            _ => vec![
                Block::Finding { finding: finding::behaviours(found), opens: None },
                Block::Folded { summary: t!("All {n} behaviours", n = all), table: self.table() },
            ],
        }
    }

    /// The rule with that behaviour as its only one: its numbers open under it.
    fn alone(&self, behaviour: &Alone) -> Definition {
        let behaviours = vec![behaviour.curve.group.clone()];
        Definition { behaviours, ..self.analysis.in_force.definition.clone() }
    }

    fn curves(&self, observed: &[&Alone], width: u32) -> Plate {
        let (analysis, found) = (self.analysis, self.found);
        let series: Vec<Series<'_>> =
            observed.iter().zip(0..).map(|(one, slot)| Series::plain(&one.curve.group, slot, &one.curve)).collect();
        let (leavers, subject) = (Leavers::Censored, curve::BEHAVIOUR);
        let min_group = u32::try_from(analysis.in_force.definition.min_group_in_force()).unwrap_or(u32::MAX);
        // Bands of more than three curves lie over each other; the table has the intervals.
        let options = Options { width, bands: series.len() <= 3, censor_ticks: false, leavers, subject, min_group };
        let whose: Vec<risk::Whose> = observed.iter().map(|one| (Of::default(), Some(self.alone(one)))).collect();
        let trace = |(series, (of, definition)): (&Series<'_>, &risk::Whose)| {
            let share = Number::CompetentShare { of: of.clone(), day: 0 };
            let opens = definition.as_ref().map(|definition| share.under(definition).key());
            Trace { opens, ..Trace::of(series, None, leavers) }
        };
        let caption = t!(
            "A curve for each behaviour, as if the rule asked for it alone, from 0 to the longest time watched. The \
                   dotted guide marks the day by which half show it consistently."
        );
        Plate {
            id: ID.to_owned(),
            finding: finding::behaviours(found),
            opens: None,
            picture: Picture {
                figure: curve::figure(&series, &options),
                reads: Reads::Curves(series.iter().zip(&whose).map(trace).collect()),
                caption: caption.to_owned(),
                table: self.table(),
                risk: Some(risk::of_curves(&series, &whose, leavers, &subject)),
            },
            data: plate::of_curves(&series, |at| Datum::Text(observed[at].curve.group.clone())),
        }
    }

    fn table(&self) -> document::Table {
        let rows = self.found.alone.iter().map(|one| self.row(one)).collect();
        document::Table::new(t!("The picture in numbers, table"), text(CAPTION), &HEAD.map(text), rows)
    }

    fn row(&self, one: &Alone) -> Vec<Cell> {
        let Alone { curve, observations } = one;
        let people = format::count(curve.n.into());
        if *observations == 0 {
            return [&curve.group, people.as_str(), "0", text(NOT_OBSERVED), NOT_DEFINED].map(Cell::from).into();
        }
        let definition = self.alone(one);
        let under = |number: Number| Some(number.under(&definition));
        let of = Of::default;
        let last = curve.rows.last().map_or(0, |row| row.t);
        let share = || under(Number::CompetentShare { of: of(), day: last });
        let median = curve.median();
        let day = Cell {
            value: median.t.map_or_else(|| t!("not reached").to_owned(), |day| day.to_string()),
            under: format::day_interval(median.lower, median.upper).unwrap_or_default(),
            opens: under(Number::Quantile { of: of(), percent: 50 }),
        };
        let each = *observations as f64 / f64::from(curve.n.max(1));
        let seen = Cell {
            value: format::count(*observations),
            under: t!("{n} a learner", n = format::decimal(each)),
            opens: share(),
        };
        let reached = Cell { opens: share(), ..Cell::from(format::count(curve.events.into())) };
        vec![curve.group.as_str().into(), people.into(), seen, reached, day]
    }

    /// A line for each behaviour.
    fn medians(&self, width: u32) -> Plate {
        let found = self.found;
        let line = |one: &Alone| Line {
            name: one.curve.group.clone(),
            size: format::number_of(one.observations, t!("observation"), t!("observations")),
            estimate: match one.curve.median() {
                _ if one.observations == 0 => Err(text(NOT_OBSERVED).to_owned()),
                Quantile { t: None, .. } => Err(t!("not reached so far").to_owned()),
                Quantile { t: Some(day), lower, upper, .. } => {
                    Ok(Estimate { value: f64::from(*day), lower: lower.map(f64::from), upper: upper.map(f64::from) })
                }
            },
        };
        let lines: Vec<Line> = found.alone.iter().map(line).collect();
        let options = interval::Options {
            width,
            axis: t!("days since start"),
            unit: Unit::Plain,
            mark: None,
            what: t!("Day by which half of the learners show each behaviour consistently"),
        };
        let value = |one: &Alone| {
            let median = one.curve.median();
            let day = |day: Option<i32>| Datum::Number(day.map(f64::from));
            Value {
                name: one.curve.group.clone(),
                says: match (median.t, format::day_interval(median.lower, median.upper)) {
                    (Some(day), Some(interval)) => {
                        t!("half by day {day}, 95\u{a0}% interval {interval}", day, interval)
                    }
                    (Some(day), None) => t!("half by day {day}", day),
                    (None, _) if one.observations == 0 => text(NOT_OBSERVED).to_owned(),
                    (None, _) => t!("fewer than half so far").to_owned(),
                },
                row: self.row(one),
                data: vec![
                    Datum::Text(one.curve.group.clone()),
                    Datum::Count(one.curve.n.into()),
                    Datum::Count(one.observations as i64),
                    Datum::Count(one.curve.events.into()),
                    day(median.t),
                    day(median.lower),
                    day(median.upper),
                ],
            }
        };
        let words = Words {
            how: t!(
                "A dot is the day by which half of the learners show the behaviour consistently, the line its 95 % interval."
            ),
            is_series: false,
            caption: text(CAPTION).to_owned(),
            table: &HEAD,
            data: &["behaviour", "people", "observations", "reached", "median", "lower", "upper"],
        };
        let placed = interval::figure(&lines, &options);
        let values = found.alone.iter().map(value).collect();
        Plate::of_values(ID, finding::behaviours(found), placed, words, values, Vec::new())
    }
}
