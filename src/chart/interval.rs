//! Estimates with their intervals, one line each: name and people left, dot and interval on a common scale, the value
//! beside it. A line without an estimate says why in its place.

use super::canvas::{self, Drawn};
use super::curve::see_table;
use super::place::{Anchor, Label};
use super::scale::{Scale, Unit, widest};
use super::{Figure, Frame, Placed, role::Role, text};
use crate::t;

/// One line.
#[derive(Clone, Debug)]
pub struct Line {
    pub name: String,
    /// People behind it.
    pub size: String,
    /// `Err` says in few words why there is none.
    pub estimate: Result<Estimate, String>,
}

#[derive(Clone, Copy, Debug)]
pub struct Estimate {
    pub value: f64,
    pub lower: Option<f64>,
    /// `None` with a lower end: the interval is open to the right.
    pub upper: Option<f64>,
}

#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// CSS pixels.
    pub width: u32,
    /// What the horizontal axis counts.
    pub axis: &'a str,
    pub unit: Unit,
    /// A line across all of them.
    pub mark: Option<Mark>,
    /// For the text alternative.
    pub what: &'a str,
}

/// A value that the estimates are held against, and what it is.
#[derive(Clone, Debug)]
pub struct Mark {
    pub at: f64,
    pub text: String,
}

impl Mark {
    pub fn target(at: f64, unit: Unit) -> Mark {
        Mark { at, text: t!("target {value}", value = unit.write(at)) }
    }
}

const NARROWEST: u32 = 280;
const SIZE: f64 = 12.0;
const LINE: f64 = 40.0;
const ABOVE: f64 = 20.0;
const BELOW: f64 = 44.0;

/// Draws the lines in their order; a place is that of each line's estimate, or the left end of its line.
pub fn figure(lines: &[Line], options: &Options<'_>) -> Placed {
    let width = options.width.max(NARROWEST);
    let longest = (f64::from(width) * 0.34).min(240.0);
    let names: Vec<String> = lines.iter().map(|line| text::shorten(&line.name, SIZE, longest)).collect();
    let texts = names.iter().chain(lines.iter().map(|line| &line.size)).map(String::as_str);
    let left = (widest(texts, SIZE) + 16.0).ceil();
    let right = f64::from(width) - 22.0;
    let estimates = || lines.iter().filter_map(|line| line.estimate.as_ref().ok());
    let ends = estimates()
        .flat_map(|e| [Some(e.value), e.lower, e.upper])
        .flatten()
        .chain(options.mark.as_ref().map(|mark| mark.at));
    let (low, high) = ends.fold((0f64, 0f64), |(low, high), end| (low.min(end), high.max(end)));
    let finest = if options.unit == Unit::Plain { 1.0 } else { 0.05 };
    let scale = Scale::over(low, high * 1.04, finest, right - left, 56.0);
    let frame = Frame { left, right, top: ABOVE, bottom: ABOVE + LINE * lines.len() as f64, last_day: 1 };
    let height = (frame.bottom + BELOW).ceil() as u32;
    let middle = |at: usize| frame.top + LINE * (at as f64 + 0.5);
    let x = |value: f64| frame.x(scale.part(value).clamp(0.0, 1.0));
    let nodes = canvas::draw(width, height, &frame, |canvas| {
        for tick in scale.ticks() {
            canvas.stroke(Role::Grid, &[(x(tick), frame.top), (x(tick), frame.bottom)])?;
            let label = Label::new(Role::Tick, Anchor::Middle, x(tick), frame.bottom + 17.0, options.unit.write(tick));
            canvas.write(&label)?;
        }
        canvas.stroke(Role::Axis, &[(frame.left, frame.bottom), (frame.right, frame.bottom)])?;
        canvas.write(&Label::new(Role::Tick, Anchor::End, frame.right, frame.bottom + 35.0, options.axis))?;
        if let Some(Mark { at, text }) = &options.mark {
            canvas.stroke(Role::Target, &[(x(*at), frame.top), (x(*at), frame.bottom)])?;
            let half = text::width(text, SIZE) / 2.0;
            let at = x(*at).clamp(half, f64::from(width) - half);
            canvas.write(&Label::new(Role::Tick, Anchor::Middle, at, frame.top - 7.0, text))?;
        }
        for (at, line) in lines.iter().enumerate() {
            let y = middle(at);
            canvas.write(&Label::new(Role::Heading, Anchor::Start, 0.0, y - 3.0, &names[at]))?;
            canvas.write(&Label::new(Role::Tick, Anchor::Start, 0.0, y + 12.0, &line.size))?;
            match &line.estimate {
                Ok(estimate) => draw_estimate(canvas, estimate, &x, y, &frame)?,
                Err(why) => canvas.write(&Label::new(Role::Size, Anchor::Start, frame.left + 6.0, y + 4.0, why))?,
            }
        }
        Ok(())
    });
    let place = |(at, line): (usize, &Line)| (line.estimate.as_ref().map_or(frame.left, |e| x(e.value)), middle(at));
    let places = lines.iter().enumerate().map(place).collect();
    let alt = t!("{what}, with 95\u{a0}% intervals.", what = options.what);
    let alt = format!("{alt} {}", see_table());
    Placed { figure: Figure { width, height, nodes, alt, frame }, places }
}

fn draw_estimate(
    canvas: &canvas::Canvas<'_>,
    estimate: &Estimate,
    x: &impl Fn(f64) -> f64,
    y: f64,
    frame: &Frame,
) -> Drawn {
    if let Some(lower) = estimate.lower {
        let from = x(lower);
        let to = estimate.upper.map_or(frame.right, x);
        canvas.stroke(Role::Interval, &[(from, y), (to, y)])?;
        canvas.stroke(Role::Interval, &[(from, y - 4.0), (from, y + 4.0)])?;
        if estimate.upper.is_some() {
            canvas.stroke(Role::Interval, &[(to, y - 4.0), (to, y + 4.0)])?;
        }
    }
    let at = (x(estimate.value) - frame.left) / (frame.right - frame.left);
    canvas.dot(Role::SeriesPoint, (at, (frame.bottom - y) / (frame.bottom - frame.top)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Node;

    fn line(name: &str, value: f64, lower: Option<f64>, upper: Option<f64>) -> Line {
        Line { name: name.to_owned(), size: "9 people".to_owned(), estimate: Ok(Estimate { value, lower, upper }) }
    }

    #[test]
    fn an_estimate_is_drawn_where_its_place_says() {
        let lines = [
            line("Learners", 36.0, Some(32.0), Some(40.0)),
            line("Managers", 33.0, Some(21.0), None),
            Line { name: "Leaders".into(), size: "0 people".into(), estimate: Err("not shown".into()) },
        ];
        for width in [280, 360, 720, 1_600] {
            let options = Options { width, axis: "days", unit: Unit::Plain, mark: None, what: "Median days to belief" };
            let Placed { figure, places } = figure(&lines, &options);
            let dots: Vec<(f64, f64)> = figure
                .nodes
                .iter()
                .filter_map(|node| if let Node::Circle { x, y, .. } = node { Some((*x, *y)) } else { None })
                .collect();
            assert_eq!((dots.len(), places.len()), (2, 3));
            for (dot, place) in dots.iter().zip(&places) {
                assert!((dot.0 - place.0).abs() < 0.3 && (dot.1 - place.1).abs() < 0.3, "{dot:?} {place:?}");
            }
            assert!(figure.nodes.iter().any(|node| matches!(node, Node::Text { text, .. } if text == "not shown")));
        }
    }

    #[test]
    fn a_change_and_its_target_lie_on_one_scale() {
        let lines = [line("Conversion", -0.05, Some(-0.2), Some(0.1))];
        let options = Options {
            width: 560,
            axis: "",
            unit: Unit::Change,
            mark: Some(Mark::target(0.1, Unit::Change)),
            what: "Change",
        };
        let Placed { figure, .. } = figure(&lines, &options);
        let texts: Vec<&str> = figure
            .nodes
            .iter()
            .filter_map(|node| if let Node::Text { text, .. } = node { Some(text.as_str()) } else { None })
            .collect();
        assert!(texts.contains(&"target +10\u{a0}%") && texts.contains(&"−20\u{a0}%"), "{texts:?}");
    }
}
