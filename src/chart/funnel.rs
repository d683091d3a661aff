//! Teams against a target, with limits of chance that widen as teams get smaller. Every point looks alike: nobody is
//! ranked.

use super::canvas::{self, Canvas, Drawn};
use super::curve::see_table;
use super::place::{Anchor, Label, Rect};
use super::scale::{Scale, widest};
use super::{Figure, Frame, Placed, role::Role};
use crate::analysis::{FunnelLimits, FunnelPoint};
use crate::{format, t};

/// What is drawn, and how wide.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// CSS pixels.
    pub width: u32,
    /// Name of the vertical axis.
    pub what: &'a str,
    pub target: f64,
    /// Limits by size, ascending.
    pub limits: &'a [(u32, FunnelLimits)],
}

const NARROWEST: u32 = 280;
const ABOVE: f64 = 30.0;
const BELOW: f64 = 46.0;
const TICK: f64 = 5.0;
const SIZE: f64 = 12.0;
/// Radius of a point, and from its middle to its name.
const DOT: f64 = 5.0;
const BESIDE: f64 = 10.0;
const GRID: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// One end of the limits.
type End = fn(&FunnelLimits) -> f64;

/// Draws the teams, at least one.
pub fn figure(points: &[FunnelPoint], options: &Options<'_>) -> Placed {
    let width = options.width.max(NARROWEST);
    let height = (220.0 + (f64::from(width) - 442.0) * 0.1).clamp(220.0, 320.0).round();
    let left = widest(["100\u{a0}%"], SIZE) + 10.0;
    let right = widest([far_limit().as_str(), t!("target")], SIZE) + 10.0;
    let room = f64::from(width) - left - right;
    let largest = points.iter().map(|point| point.n).max().unwrap_or(1);
    let smallest = points.iter().map(|point| point.n).min().unwrap_or(1);
    // The axis begins a little below the smallest team, as limits for nobody say nothing, and ends with the limits.
    let high = options.limits.last().map_or(0, |(n, _)| *n).max(largest);
    let low = (smallest * 4 / 5).min(high - 1);
    let sizes = Scale::over(low.into(), high.into(), 1.0, room, 60.0);
    let frame = Frame {
        left: left.ceil(),
        right: (f64::from(width) - right).floor(),
        top: ABOVE,
        bottom: ABOVE + height,
        last_day: (high - low) as i32,
    };
    let total = (frame.bottom + BELOW).ceil() as u32;
    let at = |n: u32, share: f64| (f64::from(n) - f64::from(low), share);
    let inside: Vec<&(u32, FunnelLimits)> = options.limits.iter().filter(|(n, _)| *n >= low.max(1)).collect();
    let places: Vec<(f64, f64)> =
        points.iter().map(|point| (frame.x(at(point.n, 0.0).0), frame.y(point.share))).collect();
    let nodes = canvas::draw(width, total, &frame, |canvas| {
        canvas.write(&Label::new(Role::Tick, Anchor::Start, 0.0, 12.0, options.what))?;
        axes(canvas, &frame, &sizes, low)?;
        let ends: [(Role, End); 4] = [
            (Role::OuterLimit, |limits| limits.lower998),
            (Role::OuterLimit, |limits| limits.upper998),
            (Role::Limit, |limits| limits.lower95),
            (Role::Limit, |limits| limits.upper95),
        ];
        for (role, end) in ends {
            canvas.line(role, inside.iter().map(|(n, limits)| at(*n, end(limits))).collect())?;
        }
        canvas.line(Role::Target, vec![(0.0, options.target), (f64::from(frame.last_day), options.target)])?;
        for point in points {
            canvas.dot(Role::Point, at(point.n, point.share))?;
        }
        let ends = inside.last().map(|(_, limits)| *limits);
        margin(canvas, &frame, options.target, ends)?;
        labels(points, &places, &frame, width).iter().try_for_each(|label| canvas.write(label))
    });
    let alt = t!(
        "{what} of {teams} against a target of {target}, with limits of chance.",
        what = options.what,
        teams = format::number_of(points.len() as u64, t!("team"), t!("teams")),
        target = format::share(options.target)
    );
    let alt = format!("{alt} {}", see_table());
    Placed { figure: Figure { width, height: total, nodes, alt, frame }, places }
}

/// "99.8 %".
fn far_limit() -> String {
    format!("{}\u{a0}%", format::decimal(99.8))
}

fn axes(canvas: &Canvas<'_>, frame: &Frame, sizes: &Scale, low: u32) -> Drawn {
    for share in GRID {
        let role = if share == 0.0 { Role::Axis } else { Role::Grid };
        canvas.line(role, vec![(0.0, share), (f64::from(frame.last_day), share)])?;
        let text = format::share(share);
        canvas.write(&Label::new(Role::Tick, Anchor::End, frame.left - 8.0, frame.y(share) + 4.0, text))?;
    }
    let low = f64::from(low);
    for tick in sizes.ticks().filter(|tick| *tick >= low && *tick <= low + f64::from(frame.last_day)) {
        canvas.mark(Role::Axis, (tick - low, 0.0), (0.0, 0.0), (0.0, TICK))?;
        let text = format::count(tick as u64);
        canvas.write(&Label::new(Role::Tick, Anchor::Middle, frame.x(tick - low), frame.bottom + 19.0, text))?;
    }
    let unit = Label::new(Role::Tick, Anchor::End, frame.right, frame.bottom + 37.0, t!("people in the figure"));
    canvas.write(&unit)
}

/// Names of target and limits at their right ends; one that would lie over another is left out, as each has its twin.
fn margin(canvas: &Canvas<'_>, frame: &Frame, target: f64, ends: Option<FunnelLimits>) -> Drawn {
    let far = far_limit();
    let mut wanted = vec![(Role::Heading, t!("target"), target)];
    if let Some(limits) = ends {
        wanted.push((Role::Tick, "95\u{a0}%", limits.lower95));
        wanted.push((Role::Tick, "95\u{a0}%", limits.upper95));
        wanted.push((Role::Tick, &far, limits.lower998));
        wanted.push((Role::Tick, &far, limits.upper998));
    }
    let mut taken: Vec<Rect> = Vec::new();
    for (role, text, share) in wanted {
        let label = Label::new(role, Anchor::Start, frame.right + 6.0, frame.y(share) + 4.0, text);
        if !taken.iter().any(|other| other.meets(&label.rect())) {
            taken.push(label.rect());
            canvas.write(&label)?;
        }
    }
    Ok(())
}

/// Names beside their points where there is room; teams on one spot share a label. A name without room is left out: the
/// pointer reads it, and the table has it.
fn labels(points: &[FunnelPoint], places: &[(f64, f64)], frame: &Frame, width: u32) -> Vec<Label> {
    let mut spots: Vec<((f64, f64), String)> = Vec::new();
    for (point, place) in points.iter().zip(places) {
        let near =
            |spot: &&mut ((f64, f64), String)| (spot.0.0 - place.0).abs() < DOT && (spot.0.1 - place.1).abs() < DOT;
        match spots.iter_mut().find(near) {
            Some((_, names)) => {
                names.push_str(", ");
                names.push_str(format::group(&point.group));
            }
            None => spots.push((*place, format::group(&point.group).to_owned())),
        }
    }
    let dot = |(x, y): (f64, f64)| Rect { left: x, right: x, top: y, bottom: y }.grown(DOT + 1.0);
    let room = Rect { left: frame.left, right: f64::from(width), top: frame.top - 12.0, bottom: frame.bottom - 2.0 };
    let mut placed: Vec<Label> = Vec::new();
    for (place, names) in &spots {
        let (x, y) = *place;
        let sides = [
            (Anchor::Start, x + BESIDE, y + 4.0),
            (Anchor::End, x - BESIDE, y + 4.0),
            (Anchor::Middle, x, y - BESIDE),
            (Anchor::Middle, x, y + BESIDE + 9.0),
        ];
        let label = |(anchor, x, y)| Label::new(Role::PointName, anchor, x, y, names);
        let free = |label: &Label| {
            let rect = label.rect();
            let held = Rect { right: room.right.min(frame.right + 4.0), ..room };
            rect.lies_in(&held)
                && !placed.iter().any(|other| other.rect().meets(&rect))
                && !spots.iter().any(|(other, _)| other != place && dot(*other).meets(&rect))
        };
        if let Some(label) = sides.map(label).into_iter().find(free) {
            placed.push(label);
        }
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Node;

    const LIMITS: FunnelLimits = FunnelLimits { lower95: 0.4, upper95: 0.9, lower998: 0.2, upper998: 0.97 };

    fn team(group: &str, n: u32, share: f64) -> FunnelPoint {
        FunnelPoint { group: group.to_owned(), n, share, limits: LIMITS }
    }

    fn drawn(points: &[FunnelPoint], width: u32) -> Placed {
        let limits: Vec<(u32, FunnelLimits)> = (1..=40).map(|n| (n, LIMITS)).collect();
        figure(points, &Options { width, what: "Share", target: 0.7, limits: &limits })
    }

    fn names(placed: &Placed) -> Vec<String> {
        let name = |node: &Node| match node {
            Node::Text { class, text, .. } if class.starts_with("halo") => Some(text.clone()),
            _ => None,
        };
        placed.figure.nodes.iter().filter_map(name).collect()
    }

    #[test]
    fn teams_on_one_spot_share_a_label() {
        let placed = drawn(&[team("Island", 12, 0.5), team("Keel", 12, 0.5), team("Mast", 20, 0.75)], 720);
        assert_eq!(names(&placed), ["Island, Keel", "Mast"]);
        assert_eq!(placed.places[0], placed.places[1]);
    }

    #[test]
    fn points_lie_in_the_frame_and_look_alike() {
        for width in (280..=1_600).step_by(110) {
            let points: Vec<FunnelPoint> =
                (0..30).map(|i| team(&format!("Team {i}"), 5 + i, f64::from(i % 7) / 6.0)).collect();
            let placed = drawn(&points, width);
            let frame = placed.figure.frame;
            for (x, y) in &placed.places {
                assert!(*x >= frame.left && *x <= frame.right && *y >= frame.top && *y <= frame.bottom, "{width}");
            }
            let classes = placed.figure.nodes.iter().filter_map(|node| match node {
                Node::Circle { class, .. } => Some(class.as_str()),
                _ => None,
            });
            assert!(classes.clone().count() == 30 && classes.into_iter().all(|class| class == "pt dot-ring"));
        }
    }

    #[test]
    fn one_team_of_one_is_drawn_too() {
        let placed = drawn(&[team("Solo", 1, 1.0)], 320);
        assert!(placed.figure.frame.last_day > 0);
        assert_eq!(placed.places.len(), 1);
    }
}
