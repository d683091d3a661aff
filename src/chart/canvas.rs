//! The surface of a picture: data go through plotters' coordinates, labels and margins are CSS pixels of the figure.

use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::backend::{NoRole, NodeBackend, tenths};
use super::place::{Anchor, Label};
use super::{Frame, Node, role::Role};

type Plane = Cartesian2d<RangedCoordf64, RangedCoordf64>;
pub type Drawn = Result<(), DrawingAreaErrorKind<NoRole>>;

/// Radius of a dot on a curve, CSS pixels.
const DOT: f64 = 5.0;

pub struct Canvas<'a> {
    figure: DrawingArea<NodeBackend<'a>, Shift>,
    /// (day, share) inside the frame.
    plane: DrawingArea<NodeBackend<'a>, Plane>,
}

/// Draws a figure of `width` by `height` with its data area in `frame`.
pub fn draw(width: u32, height: u32, frame: &Frame, paint: impl FnOnce(&Canvas<'_>) -> Drawn) -> Vec<Node> {
    let mut nodes = Vec::new();
    let figure = NodeBackend::new((width, height), &mut nodes).into_drawing_area();
    let drawn = Canvas::on(figure, width, height, frame).and_then(|canvas| paint(&canvas));
    // The one thing that can go wrong is a shape without a role, and every shape below takes its color from one.
    debug_assert!(drawn.is_ok(), "{drawn:?}");
    nodes
}

impl<'a> Canvas<'a> {
    fn on(
        figure: DrawingArea<NodeBackend<'a>, Shift>,
        width: u32,
        height: u32,
        frame: &Frame,
    ) -> Result<Canvas<'a>, DrawingAreaErrorKind<NoRole>> {
        // plotters ends its range one pixel before the margin; a margin one smaller ends it on the frame.
        let chart = ChartBuilder::on(&figure)
            .margin_left(tenths(frame.left))
            .margin_right(tenths(f64::from(width) - frame.right) - 1)
            .margin_top(tenths(frame.top))
            .margin_bottom(tenths(f64::from(height) - frame.bottom) - 1)
            .build_cartesian_2d(0.0..f64::from(frame.last_day), 0.0..1.0)?;
        let plane = chart.plotting_area().clone();
        Ok(Canvas { figure, plane })
    }

    /// A line through points of (day, share).
    pub fn line(&self, role: Role, points: Vec<(f64, f64)>) -> Drawn {
        self.plane.draw(&PathElement::new(points, role.color()))
    }

    /// A filled outline of (day, share).
    pub fn area(&self, role: Role, points: Vec<(f64, f64)>) -> Drawn {
        self.plane.draw(&Polygon::new(points, role.color()))
    }

    pub fn dot(&self, role: Role, at: (f64, f64)) -> Drawn {
        self.plane.draw(&Circle::new(at, tenths(DOT), role.color().filled()))
    }

    /// A line between offsets in CSS pixels from a point of (day, share).
    pub fn mark(&self, role: Role, at: (f64, f64), from: (f64, f64), to: (f64, f64)) -> Drawn {
        let offsets = [from, to].map(|(x, y)| (tenths(x), tenths(y)));
        self.plane.draw(&(EmptyElement::at(at) + PathElement::new(offsets, role.color())))
    }

    /// A line through points of the figure.
    pub fn stroke(&self, role: Role, points: &[(f64, f64)]) -> Drawn {
        let points: Vec<_> = points.iter().map(|&(x, y)| (tenths(x), tenths(y))).collect();
        self.figure.draw(&PathElement::new(points, role.color()))
    }

    pub fn write(&self, label: &Label) -> Drawn {
        let anchor = match label.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let color = label.role.color();
        let style = TextStyle::from(("sans-serif", label.role.font_size()).into_font())
            .color(&color)
            .pos(Pos::new(anchor, VPos::Bottom));
        self.figure.draw(&Text::new(label.text.as_str(), (tenths(label.x), tenths(label.baseline)), style))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_lie_where_the_frame_says() {
        let frame = Frame { left: 96.0, right: 212.3, top: 26.0, bottom: 370.0, last_day: 30 };
        let nodes = draw(240, 400, &frame, |canvas| {
            canvas.line(Role::Grid, vec![(0.0, 0.0), (30.0, 0.0), (30.0, 1.0)])?;
            canvas.mark(Role::Axis, (0.0, 0.0), (0.0, 0.0), (0.0, 5.0))?;
            canvas.dot(Role::MedianDot(0), (15.0, 0.5))
        });
        let path = |class: &str, d: &str| Node::Path { class: class.to_owned(), d: d.to_owned() };
        assert_eq!(
            nodes,
            [
                path("grid-l", "M96 370H212.3V26"),
                path("axis-l", "M96 370V375"),
                Node::Circle { class: "f1 dot-ring".to_owned(), x: frame.x(15.0).floor() + 0.1, y: 198.0, r: 5.0 },
            ]
        );
    }
}
