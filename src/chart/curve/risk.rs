//! The at-risk table under the axis: part of the picture, a column under every tick.

use super::steps::Steps;
use super::{Leavers, Options, Subject, layout::Layout};
use crate::chart::canvas::{Canvas, Drawn};
use crate::chart::place::{Anchor, Label};
use crate::chart::{role::Role, text};
use crate::{format, language, t};

/// From the axis down to the base line of the first name.
const FIRST: f64 = 63.0;
/// From the base line of a name to that of the first row, and from row to row.
const TO_ROW: f64 = 17.0;
const ROW: f64 = 16.0;
/// From name to name.
const BLOCK: f64 = 75.0;
/// Below the last row.
const FOOT: f64 = 18.0;
/// The piece of line before a name, and where the name starts.
pub const SWATCH: f64 = 26.0;
pub const NAME_AT: f64 = 34.0;

/// "Censored" is whose time is still open or who left. Where leaving is an ending of its own, the same people are not
/// all censored, so the row says what they have in common.
pub fn row_names(leavers: Leavers, subject: &Subject) -> [&'static str; 3] {
    let last = match leavers {
        Leavers::Censored => t!("Censored"),
        Leavers::OfAllStarted => t!("Left or open"),
    };
    [t!("At risk" in "row of a picture"), language::text(subject.reached), last]
}

/// From the axis to the foot of the figure.
pub fn height(groups: usize) -> f64 {
    match groups.checked_sub(1) {
        Some(more) => FIRST + BLOCK * more as f64 + TO_ROW + 2.0 * ROW + FOOT,
        None => FIRST - FOOT,
    }
}

pub fn draw(canvas: &Canvas<'_>, curves: &[Steps<'_>], layout: &Layout, options: &Options) -> Drawn {
    for (i, curve) in curves.iter().enumerate() {
        let baseline = layout.frame.bottom + FIRST + BLOCK * i as f64;
        heading(canvas, curve, baseline, f64::from(layout.width))?;
        for (row, name) in row_names(options.leavers, &options.subject).into_iter().enumerate() {
            let baseline = baseline + TO_ROW + ROW * row as f64;
            canvas.write(&Label::new(Role::Tick, Anchor::Start, 0.0, baseline, name))?;
            for &day in &layout.ticks {
                let at = curve.at_risk(day);
                let number = format::count([at.at_risk, at.competent, at.censored][row].into());
                let x = layout.frame.x(day.into());
                canvas.write(&Label::new(Role::Cell, Anchor::Middle, x, baseline, number))?;
            }
        }
    }
    Ok(())
}

/// A piece of the line and the name, from the left edge to `right`.
pub fn heading(canvas: &Canvas<'_>, curve: &Steps<'_>, baseline: f64, right: f64) -> Drawn {
    canvas.stroke(Role::Curve(curve.series.slot), &[(0.0, baseline - 4.0), (SWATCH, baseline - 4.0)])?;
    let name = text::shorten(curve.name(), Role::Heading.font_size(), right - NAME_AT);
    canvas.write(&Label::new(Role::Heading, Anchor::Start, NAME_AT, baseline, name))
}
