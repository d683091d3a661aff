//! A plotters backend that collects SVG nodes.
//!
//! plotters counts in whole pixels, so one pixel here is a tenth of a CSS pixel: a picture is drawn ten times as
//! large, and a node's coordinates have one decimal. Text is measured by [`text::width`], because plotters would ask
//! the page's document for it.

use std::fmt::Write;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use thiserror::Error;

use super::{Node, role::Role, text};

/// Pixels of this backend in a CSS pixel.
pub const TENTHS: f64 = 10.0;

/// In this backend's pixels.
pub fn tenths(css: f64) -> i32 {
    (css * TENTHS).round() as i32
}

/// A shape was drawn in a color that names no role: a bug in the drawing code.
#[derive(Debug, Error)]
#[error("a shape of color {0:?} has no role")]
pub struct NoRole((u8, u8, u8));

type Drawn = Result<(), DrawingErrorKind<NoRole>>;

/// Collects what plotters draws.
pub struct NodeBackend<'a> {
    /// CSS pixels.
    size: (u32, u32),
    nodes: &'a mut Vec<Node>,
}

impl<'a> NodeBackend<'a> {
    pub fn new(size: (u32, u32), nodes: &'a mut Vec<Node>) -> Self {
        NodeBackend { size, nodes }
    }

    /// Shapes of one class that follow each other are one node: hundreds of censor ticks are no burden to the page.
    fn push_path(&mut self, d: String, color: BackendColor) -> Drawn {
        let class = role(color)?.class();
        match self.nodes.last_mut() {
            Some(Node::Path { class: last, d: before }) if *last == class => before.push_str(&d),
            _ => self.nodes.push(Node::Path { class, d }),
        }
        Ok(())
    }
}

fn role(color: BackendColor) -> Result<Role, DrawingErrorKind<NoRole>> {
    Role::of(color).ok_or(DrawingErrorKind::DrawingError(NoRole(color.rgb)))
}

impl DrawingBackend for NodeBackend<'_> {
    type ErrorType = NoRole;

    fn get_size(&self) -> (u32, u32) {
        (self.size.0 * TENTHS as u32, self.size.1 * TENTHS as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    /// A dot of one tenth: nothing here draws any, and it would not be seen.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.push_path(outline([from, to]), style.color())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.push_path(outline(path), style.color())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, _fill: bool) -> Drawn {
        self.fill_polygon([from, (to.0, from.1), to, (from.0, to.1)], style)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.push_path(outline(path) + "Z", style.color())
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, _fill: bool) -> Drawn {
        let class = role(style.color())?.class();
        self.nodes.push(Node::Circle { class, x: css(at.0), y: css(at.1), r: f64::from(radius) / TENTHS });
        Ok(())
    }

    /// `at` is on the base line of the text, at the end its anchor names.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => "m",
            HPos::Right => "e",
        };
        let class = format!("{} {anchor}", role(style.color())?.class()).trim().to_owned();
        self.nodes.push(Node::Text { class, x: css(at.0), y: css(at.1), text: text.to_owned() });
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<NoRole>> {
        Ok((text::width(text, style.size()).ceil() as u32, style.size().ceil() as u32))
    }
}

fn css(tenths: i32) -> f64 {
    f64::from(tenths) / TENTHS
}

/// Path data. Steps run along the axes, so most of it is `H` and `V`; a point that repeats the last one is left out.
fn outline(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut d = String::new();
    let mut last = None;
    for (x, y) in points {
        let (letter, numbers): (char, &[i32]) = match last {
            Some(at) if at == (x, y) => continue,
            Some((_, before)) if before == y => ('H', &[x]),
            Some((before, _)) if before == x => ('V', &[y]),
            Some(_) => ('L', &[x, y]),
            None => ('M', &[x, y]),
        };
        d.push(letter);
        for (i, &number) in numbers.iter().enumerate() {
            if i > 0 {
                d.push(' ');
            }
            push_number(&mut d, number);
        }
        last = Some((x, y));
    }
    d
}

/// Writes tenths as CSS pixels: "314.1", "96".
fn push_number(d: &mut String, tenths: i32) {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, part) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    // Writing to a String does not fail.
    let _ = if part == 0 { write!(d, "{sign}{whole}") } else { write!(d, "{sign}{whole}.{part}") };
}

#[cfg(test)]
mod tests {
    use plotters::prelude::*;
    use plotters::style::text_anchor::{Pos, VPos};

    use super::*;

    fn drawn(draw: impl Fn(&DrawingArea<NodeBackend<'_>, plotters::coord::Shift>) -> bool) -> Vec<Node> {
        let mut nodes = Vec::new();
        let area = NodeBackend::new((40, 30), &mut nodes).into_drawing_area();
        assert!(draw(&area));
        drop(area);
        nodes
    }

    #[test]
    fn path_data_is_short_and_has_one_decimal() {
        for (points, expected) in [
            (vec![], ""),
            (vec![(960, 3700)], "M96 370"),
            (vec![(960, 3700), (2123, 3700), (2123, 3624)], "M96 370H212.3V362.4"),
            (vec![(0, 0), (5, 5), (5, 5), (-12, 5)], "M0 0L0.5 0.5H-1.2"),
        ] {
            assert_eq!(outline(points), expected);
        }
    }

    #[test]
    fn shapes_arrive_as_nodes_with_the_class_of_their_role() {
        let nodes = drawn(|area| {
            area.draw(&PathElement::new([(0, 0), (105, 0)], Role::Curve(1).color())).is_ok()
                && area.draw(&Polygon::new([(0, 0), (10, 0), (10, 10)], Role::Band(0).color())).is_ok()
                && area.draw(&Circle::new((15, 20), 50, Role::MedianDot(0).color().filled())).is_ok()
        });
        assert_eq!(
            nodes,
            [
                Node::Path { class: "ln k2".into(), d: "M0 0H10.5".into() },
                Node::Path { class: "bd f1".into(), d: "M0 0H1V1Z".into() },
                Node::Circle { class: "f1 dot-ring".into(), x: 1.5, y: 2.0, r: 5.0 },
            ]
        );
    }

    #[test]
    fn shapes_of_one_class_share_a_node() {
        let nodes = drawn(|area| {
            (0..2).all(|x| area.draw(&PathElement::new([(x, 0), (x, 50)], Role::Censored(0).color())).is_ok())
        });
        assert_eq!(nodes, [Node::Path { class: "cen c1".into(), d: "M0 0V5M0.1 0V5".into() }]);
    }

    #[test]
    fn text_is_placed_by_its_anchor_and_measured_without_a_font() {
        let color = Role::Tick.color();
        let style =
            TextStyle::from(("sans-serif", 10).into_font()).color(&color).pos(Pos::new(HPos::Right, VPos::Bottom));
        let nodes = drawn(|area| {
            assert_eq!(area.estimate_text_size("12 %", &style).ok(), Some((25, 10)));
            area.draw(&Text::new("12 %", (80, 294), style.clone())).is_ok()
        });
        assert_eq!(nodes, [Node::Text { class: "tk e".into(), x: 8.0, y: 29.4, text: "12 %".into() }]);
    }

    #[test]
    fn a_shape_without_a_role_is_refused() {
        let nodes = drawn(|area| area.draw(&PathElement::new([(0, 0), (9, 9)], RED)).is_err());
        assert!(nodes.is_empty());
    }
}
