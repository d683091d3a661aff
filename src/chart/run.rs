//! A run chart: a monthly series around its own median, beside its target. A signal is a sentence above the picture,
//! never a colored point.

use super::canvas::{self, Canvas, Drawn};
use super::curve::see_table;
use super::place::{Anchor, Label, spread};
use super::scale::{Scale, Unit, widest};
use super::{Figure, Frame, Placed, role::Role, text};
use crate::analysis::series::MonthPoint;
use crate::time::Month;
use crate::{format, t};

/// What is drawn, and how wide.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// CSS pixels.
    pub width: u32,
    /// Name of the vertical axis.
    pub what: &'a str,
    pub unit: Unit,
    /// Median of the points.
    pub median: Option<f64>,
    pub target: Option<f64>,
}

/// Narrower than any screen a picture is asked for.
const NARROWEST: u32 = 280;
/// Above the data area: the name of the axis. Below it: months and years.
const ABOVE: f64 = 30.0;
const BELOW: f64 = 46.0;
const TICK: f64 = 5.0;
const SIZE: f64 = 12.0;
/// Months between two ticks.
const STEPS: [i32; 9] = [1, 2, 3, 6, 12, 24, 60, 120, 600];
/// Room a month's name and a year take on the axis.
const MONTH_ROOM: f64 = 34.0;

/// Draws the series, points ascending by month and at least one. A month without a point is a gap in the line.
pub fn figure(points: &[MonthPoint], options: &Options<'_>) -> Placed {
    let width = options.width.max(NARROWEST);
    let height = plot_height(width);
    let lines = named_lines(options);
    let scale = scale(points, options, height);
    let ticks: Vec<String> = scale.ticks().map(|tick| options.unit.write(tick)).collect();
    let left = (widest(ticks.iter().map(String::as_str), SIZE) + 10.0).ceil();
    let right = widest(lines.iter().flat_map(|line| [line.name, line.value.as_str()]), SIZE) + 10.0;
    let (first, last) = (points.first().map_or(0, |p| p.month.0), points.last().map_or(0, |p| p.month.0));
    let frame = Frame {
        left,
        right: (f64::from(width) - right.max(12.0)).floor(),
        top: ABOVE,
        bottom: ABOVE + height,
        // Half a month of air on either side.
        last_day: last - first + 1,
    };
    let x = |month: Month| f64::from(month.0 - first) + 0.5;
    let total = (frame.bottom + BELOW).ceil() as u32;
    let nodes = canvas::draw(width, total, &frame, |canvas| {
        canvas.write(&Label::new(Role::Tick, Anchor::Start, 0.0, 12.0, options.what))?;
        levels(canvas, &frame, &scale, &ticks)?;
        months(canvas, &frame, first, last)?;
        let ends = |part: f64| vec![(0.0, part), (f64::from(frame.last_day), part)];
        for line in &lines {
            canvas.line(line.role, ends(scale.part(line.at)))?;
        }
        for stretch in points.chunk_by(|a, b| a.month.next() == b.month) {
            canvas.line(Role::Series, stretch.iter().map(|p| (x(p.month), scale.part(p.value))).collect())?;
        }
        for point in points {
            canvas.dot(Role::SeriesPoint, (x(point.month), scale.part(point.value)))?;
        }
        names(canvas, &frame, &scale, &lines)
    });
    let place = |point: &MonthPoint| (frame.x(x(point.month)), frame.y(scale.part(point.value)));
    let places = points.iter().map(place).collect();
    Placed { figure: Figure { width, height: total, nodes, alt: alt(points, options), frame }, places }
}

/// A level with its name in the right margin.
struct NamedLine {
    role: Role,
    name: &'static str,
    value: String,
    at: f64,
}

fn named_lines(options: &Options<'_>) -> Vec<NamedLine> {
    let line = |role, name, at: Option<f64>| {
        // Plain numbers in the margin carry one decimal, as in the words.
        let value = |at| if options.unit == Unit::Plain { format::decimal(at) } else { options.unit.write(at) };
        at.map(|at| NamedLine { role, name, value: value(at), at })
    };
    [line(Role::Target, t!("target"), options.target), line(Role::Median, t!("median"), options.median)]
        .into_iter()
        .flatten()
        .collect()
}

fn scale(points: &[MonthPoint], options: &Options<'_>, height: f64) -> Scale {
    if options.unit == Unit::Share {
        return Scale { low: 0.0, high: 1.0, step: 0.25 };
    }
    let lines = options.median.into_iter().chain(options.target);
    let high = points.iter().map(|point| point.value).chain(lines).fold(0.0, f64::max);
    Scale::over(0.0, high, 0.1, height, 44.0)
}

fn plot_height(width: u32) -> f64 {
    (180.0 + (f64::from(width) - 442.0) * 0.08).clamp(180.0, 260.0).round()
}

fn levels(canvas: &Canvas<'_>, frame: &Frame, scale: &Scale, ticks: &[String]) -> Drawn {
    for (value, text) in scale.ticks().zip(ticks) {
        let part = scale.part(value);
        let role = if part == 0.0 { Role::Axis } else { Role::Grid };
        canvas.line(role, vec![(0.0, part), (f64::from(frame.last_day), part)])?;
        canvas.write(&Label::new(Role::Tick, Anchor::End, frame.left - 8.0, frame.y(part) + 4.0, text))?;
    }
    Ok(())
}

/// Ticks at months people count in, the year below the first one and below every January.
fn months(canvas: &Canvas<'_>, frame: &Frame, first: i32, last: i32) -> Drawn {
    let a_month = (frame.right - frame.left) / f64::from(last - first + 1);
    let step = STEPS.into_iter().find(|step| f64::from(*step) * a_month >= MONTH_ROOM).unwrap_or(i32::MAX);
    let mut year_free_from = f64::NEG_INFINITY;
    let ticked = (first..=last).filter(|month| month % step.max(1) == 0);
    let mut ticked: Vec<i32> = ticked.collect();
    if ticked.is_empty() {
        ticked.push(first);
    }
    let january_soon = |at: usize| ticked.get(at + 1).is_some_and(|next| next % 12 == 0);
    for (at, &month) in ticked.iter().enumerate() {
        let day = f64::from(month - first) + 0.5;
        let x = frame.x(day);
        canvas.mark(Role::Axis, (day, 0.0), (0.0, 0.0), (0.0, TICK))?;
        if step < 12 {
            let name = format::short_month(Month(month));
            canvas.write(&Label::new(Role::Tick, Anchor::Middle, x, frame.bottom + 19.0, name))?;
        }
        let begins_year = month % 12 == 0 || (at == 0 && !january_soon(at));
        if begins_year && x >= year_free_from {
            let baseline = if step < 12 { frame.bottom + 36.0 } else { frame.bottom + 19.0 };
            let year = format!("{:04}", month.div_euclid(12));
            canvas.write(&Label::new(Role::Tick, Anchor::Middle, x, baseline, year))?;
            year_free_from = x + MONTH_ROOM;
        }
    }
    Ok(())
}

/// Names and values of the lines, each near its line and apart from the other.
fn names(canvas: &Canvas<'_>, frame: &Frame, scale: &Scale, lines: &[NamedLine]) -> Drawn {
    const HEIGHT: f64 = 29.0;
    let wishes: Vec<f64> = lines.iter().map(|line| frame.y(scale.part(line.at))).collect();
    let centers = spread(&wishes, HEIGHT, frame.top - HEIGHT / 2.0, frame.bottom + HEIGHT / 2.0);
    for (line, center) in lines.iter().zip(centers) {
        let (x, top) = (frame.right + 8.0, center - 3.0);
        canvas.write(&Label::new(Role::Tick, Anchor::Start, x, top, line.name))?;
        canvas.write(&Label::new(Role::Heading, Anchor::Start, x, top + 14.0, &line.value))?;
    }
    Ok(())
}

fn alt(points: &[MonthPoint], options: &Options<'_>) -> String {
    let write = |value| if options.unit == Unit::Plain { format::decimal(value) } else { options.unit.write(value) };
    let span = match points {
        [] => t!("no month").to_owned(),
        [only] => format::month(only.month),
        [first, .., last] => format::span(format::month(first.month), format::month(last.month)),
    };
    let what = text::shorten(options.what, 1.0, 80.0);
    let sentences = [
        Some(t!("{what} by month, {span}.", what, span)),
        options.median.map(|at| t!("The median is {value}.", value = write(at))),
        options.target.map(|at| t!("The target is {value}.", value = write(at))),
        Some(see_table().to_owned()),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Node;

    fn points(months: &[(i32, f64)]) -> Vec<MonthPoint> {
        months.iter().map(|&(month, value)| MonthPoint { month: Month(24_300 + month), n: 9, value }).collect()
    }

    fn options(width: u32) -> Options<'static> {
        Options { width, what: "Share", unit: Unit::Share, median: Some(0.68), target: Some(0.7) }
    }

    #[test]
    fn every_point_is_where_its_place_says() {
        for width in (280..=1_600).step_by(120) {
            let points = points(&[(0, 0.5), (1, 0.6), (3, 1.0)]);
            let Placed { figure, places } = figure(&points, &options(width));
            let circles = figure.nodes.iter().filter_map(|node| match node {
                Node::Circle { x, y, .. } => Some((*x, *y)),
                _ => None,
            });
            for ((x, y), place) in circles.zip(&places) {
                assert!((x - place.0).abs() < 0.2 && (y - place.1).abs() < 0.2, "{width}: {x} {y} {place:?}");
            }
            assert_eq!(places.len(), 3);
        }
    }

    #[test]
    fn a_month_without_a_point_is_a_gap() {
        let Placed { figure, .. } = figure(&points(&[(0, 0.5), (1, 0.6), (3, 1.0), (4, 0.2)]), &options(560));
        let lines = figure.nodes.iter().filter_map(|node| match node {
            Node::Path { class, d } if class == "run-l" => Some(d.matches('M').count()),
            _ => None,
        });
        assert_eq!(lines.sum::<usize>(), 2);
    }

    #[test]
    fn texts_lie_in_the_figure_whatever_the_span() {
        for span in [1, 2, 7, 14, 40, 130, 2_400] {
            for width in (280..=1_600).step_by(220) {
                let points = points(&[(0, 0.1), (span, 250.0)]);
                let options = Options { unit: Unit::Plain, median: Some(125.05), target: None, ..options(width) };
                let Placed { figure, .. } = figure(&points, &options);
                let texts = figure.nodes.iter().filter_map(|node| match node {
                    Node::Text { x, y, text, class } => Some((*x, *y, text, class)),
                    _ => None,
                });
                let mut count = 0;
                for (x, y, text, class) in texts {
                    count += 1;
                    let room = text::width(text, SIZE) * if class.ends_with(" m") { 0.5 } else { 0.0 };
                    assert!(
                        x - room >= -0.1 && x + room <= f64::from(figure.width) + 6.0,
                        "{width} {span}: {text} {x}"
                    );
                    assert!(y <= f64::from(figure.height), "{width} {span}: {text} {y}");
                }
                assert!(count > 4, "{width} {span}");
            }
        }
    }
}
