//! Names in a column at the right end, each after a piece of its line: for more curves than fit names between them.

use super::beside::{ASCENT, HEIGHT, TO_SIZE};
use super::silhouette::Silhouette;
use super::steps::Steps;
use crate::chart::canvas::{Canvas, Drawn};
use crate::chart::place::{Anchor, Label, Rect, spread};
use crate::chart::{Frame, role::Role, text};
use crate::format;

/// From the data area to the pieces of line: the leading lines lie here.
const LEAD: f64 = 18.0;
/// A piece of line and the space after it.
const SWATCH: f64 = 26.0;
const AFTER_SWATCH: f64 = 6.0;
/// From the end of a curve and from the piece of line to the leading line.
const CLEAR: f64 = 4.0;
/// Between two names.
const APART: f64 = 4.0;

/// Names and sizes, shortened for the width of the picture.
pub struct Texts {
    texts: Vec<[String; 2]>,
    /// Room they take to the right of the data area.
    pub room: f64,
}

impl Texts {
    pub fn of(curves: &[Steps<'_>], width: u32) -> Texts {
        let longest = (f64::from(width) * 0.2).clamp(96.0, 200.0);
        let text = |curve: &Steps<'_>| {
            [text::shorten(curve.name(), Role::Name.font_size(), longest), format::people(curve.size())]
        };
        let texts: Vec<_> = curves.iter().map(text).collect();
        let reserved = |[name, size]: &[String; 2]| {
            text::width(name, Role::Name.font_size()).max(text::width(size, Role::Size.font_size()))
        };
        let room = LEAD + SWATCH + AFTER_SWATCH + texts.iter().map(reserved).fold(0.0, f64::max);
        Texts { texts, room }
    }

    /// Each name as near to the height of its curve's end as it can be, with a line that leads to it. Where such a
    /// line would run through another curve, all names stand in their own order, without lines.
    pub fn place(self, curves: &[Steps<'_>], silhouettes: &[Silhouette], frame: &Frame) -> Column {
        let ends: Vec<_> = curves.iter().map(|c| (frame.x(c.last_day().into()), frame.y(c.last_share()))).collect();
        // Of two curves that end at one height, the one that ends earlier goes below: its leading line passes there.
        let wishes: Vec<f64> = ends.iter().map(|(x, y)| y + (frame.right - x) * 1e-3).collect();
        let step = HEIGHT + APART;
        let centers = spread(&wishes, step, frame.top - APART, frame.bottom);
        let left = frame.right + LEAD;
        let leads = ends.iter().zip(&centers).map(|(end, center)| [(end.0 + CLEAR, end.1), (left - CLEAR, *center)]);
        let leads: Vec<_> = leads.collect();
        let clear = leads.iter().enumerate().all(|(i, lead)| !meets_another(lead, i, silhouettes));
        let in_order = || spread(&vec![frame.top; curves.len()], step, frame.top - APART, frame.bottom);
        let (centers, leads) = if clear { (centers, leads) } else { (in_order(), Vec::new()) };
        let rows = self.texts.into_iter().zip(curves).zip(centers);
        let names = rows.map(|((texts, curve), center)| Name { texts, slot: curve.series.slot, left, center });
        Column { names: names.collect(), leads }
    }
}

struct Name {
    texts: [String; 2],
    slot: u8,
    left: f64,
    center: f64,
}

pub struct Column {
    names: Vec<Name>,
    leads: Vec<[(f64, f64); 2]>,
}

impl Column {
    pub fn draw(&self, canvas: &Canvas<'_>) -> Drawn {
        self.leads.iter().try_for_each(|lead| canvas.stroke(Role::Leader, lead))?;
        for name in &self.names {
            let Name { left, center, .. } = *name;
            canvas.stroke(Role::Curve(name.slot), &[(left, center), (left + SWATCH, center)])?;
            let [text, size] = &name.texts;
            let (x, baseline) = (left + SWATCH + AFTER_SWATCH, center - HEIGHT / 2.0 + ASCENT);
            canvas.write(&Label::new(Role::Name, Anchor::Start, x, baseline, text))?;
            canvas.write(&Label::new(Role::Size, Anchor::Start, x, baseline + TO_SIZE, size))?;
        }
        Ok(())
    }
}

/// A leading line through another curve would say less than the piece of line beside the name.
fn meets_another(lead: &[(f64, f64); 2], own: usize, silhouettes: &[Silhouette]) -> bool {
    let [(x0, y0), (x1, y1)] = *lead;
    let pixels = (x1 - x0).abs().max((y1 - y0).abs()).ceil() as usize;
    let others = silhouettes.iter().enumerate().filter(|&(i, _)| i != own);
    others.into_iter().any(|(_, silhouette)| {
        (0..=pixels).any(|pixel| {
            let along = pixel as f64 / pixels.max(1) as f64;
            let (x, y) = (x0 + (x1 - x0) * along, y0 + (y1 - y0) * along);
            silhouette.crosses(&Rect { left: x, top: y, right: x, bottom: y }.grown(1.0))
        })
    })
}
