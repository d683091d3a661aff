//! Names in a column at the right end, with lines that lead to them: for more curves than fit names between them.

use super::beside::{ASCENT, HEIGHT, TO_SIZE};
use super::steps::Steps;
use crate::chart::canvas::{Canvas, Drawn};
use crate::chart::place::{Anchor, Label, spread};
use crate::chart::{Frame, role::Role, text};
use crate::format;

/// From the data area to the names: the leading lines lie here.
const LEAD: f64 = 30.0;
/// From the end of a curve and from the name to the leading line.
const CLEAR: f64 = 4.0;

pub struct Names {
    texts: Vec<[String; 2]>,
    /// Room to the right of the data area.
    pub room: f64,
}

impl Names {
    pub fn of(curves: &[Steps<'_>], width: u32) -> Names {
        let longest = (f64::from(width) * 0.22).clamp(100.0, 200.0);
        let text = |curve: &Steps<'_>| {
            [text::shorten(curve.name(), Role::Name.font_size(), longest), format::people(curve.size())]
        };
        let texts: Vec<_> = curves.iter().map(text).collect();
        let reserved = |[name, size]: &[String; 2]| {
            text::width(name, Role::Name.font_size()).max(text::width(size, Role::Size.font_size()))
        };
        let room = LEAD + texts.iter().map(reserved).fold(0.0, f64::max);
        Names { texts, room }
    }

    pub fn draw(&self, canvas: &Canvas<'_>, curves: &[Steps<'_>], frame: &Frame) -> Drawn {
        let ends: Vec<f64> = curves.iter().map(|curve| frame.y(curve.last_share())).collect();
        let centers = spread(&ends, HEIGHT, frame.top, frame.bottom);
        let x = frame.right + LEAD;
        for (i, curve) in curves.iter().enumerate() {
            let end = frame.x(curve.last_day().into());
            canvas.stroke(Role::Leader, &[(end + CLEAR, ends[i]), (x - CLEAR, centers[i])])?;
        }
        for ([name, size], center) in self.texts.iter().zip(centers) {
            let baseline = center - HEIGHT / 2.0 + ASCENT;
            canvas.write(&Label::new(Role::Name, Anchor::Start, x, baseline, name))?;
            canvas.write(&Label::new(Role::Size, Anchor::Start, x, baseline + TO_SIZE, size))?;
        }
        Ok(())
    }
}
