//! The time-to-competency curve: competent share by day, one curve a group, with the at-risk table under it.

mod alt;
mod at_end;
mod axis;
mod beside;
mod layout;
mod median;
mod plot;
mod reading;
mod risk;
#[cfg(test)]
mod sample;
mod silhouette;
mod steps;
mod table;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use self::layout::{Extra, Layout, ROOM_FOR_ENDS};
use self::median::Guide;
use self::silhouette::Silhouette;
use self::steps::Steps;
use super::canvas::{self, Canvas, Drawn};
use super::place::Label;
use super::{Figure, role};
use crate::analysis::{Curve, TtcCurve};
use crate::{n, t};
pub(super) use alt::see_table;
pub use reading::{at_risk, readable};
pub use risk::row_names;
pub use steps::{AtRisk, Step};
pub use table::{hidden, table};

/// Name of a curve of all learners, used where a series has no name.
pub fn everybody() -> &'static str {
    t!("All learners")
}

/// A curve and its place in the palette. The slot (0 to 5) stays with a group on all screens and under every filter.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    pub name: &'a str,
    pub slot: u8,
    pub curve: &'a Curve,
    /// What is known of a curve of time to competency beside its steps.
    pub more: Option<&'a TtcCurve>,
    /// Day beyond which follow-up is short: from there on a ribbon lies under the line.
    pub full_to: Option<i32>,
}

impl<'a> Series<'a> {
    pub fn of_competency(name: &'a str, slot: u8, data: &'a TtcCurve) -> Series<'a> {
        Series { name, slot, curve: &data.curve, more: Some(data), full_to: None }
    }

    /// A curve of anything else.
    pub fn plain(name: &'a str, slot: u8, curve: &'a Curve) -> Series<'a> {
        Series { name, slot, curve, more: None, full_to: None }
    }

    pub fn followed_to(self, day: i32) -> Series<'a> {
        Series { full_to: Some(day), ..self }
    }
}

/// What the curves are about, in the words of the picture: marked texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Name of the vertical axis.
    pub share: &'static str,
    /// What the days count from.
    pub since: &'static str,
    /// Of the row of the at-risk table that counts who reached it.
    pub reached: &'static str,
    /// "half are competent by day 30".
    pub are: &'static str,
}

pub const COMPETENCY: Subject = Subject {
    share: n!("Share competent"),
    since: n!("days since start"),
    reached: n!("Competent"),
    are: n!("are competent"),
};
pub const BELIEF: Subject = Subject {
    share: n!("Share who saw that it works"),
    since: n!("days since launch or start"),
    reached: n!("Saw it"),
    are: n!("saw that it works"),
};
/// A behaviour of the rule alone.
pub const BEHAVIOUR: Subject = Subject {
    share: n!("Share who show it consistently"),
    since: n!("days since start"),
    reached: n!("Shown"),
    are: n!("show it consistently"),
};
/// Two steps of the same people.
pub const STEPS: Subject = Subject {
    share: n!("Share of learners"),
    since: n!("days since launch or start"),
    reached: n!("Reached"),
    are: n!("got there"),
};

/// How leavers are treated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Leavers {
    /// 1 − S of Kaplan–Meier: leavers are censored.
    #[default]
    Censored,
    /// Cumulative incidence: leaving is a competing event.
    OfAllStarted,
}

/// What is drawn, and how wide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// CSS pixels.
    pub width: u32,
    pub bands: bool,
    pub censor_ticks: bool,
    pub leavers: Leavers,
    pub subject: Subject,
    /// Small-group limit: no censor ticks in a group below twice of it.
    pub min_group: u32,
}

/// Where the names of the curves stand.
enum Names {
    Beside(Vec<Label>),
    AtEnd(at_end::Column),
    Above,
}

/// Draws the picture.
pub fn figure(series: &[Series<'_>], options: &Options) -> Figure {
    let curves = curves(series, options.leavers);
    let (names, layout, guide) = arrange(&curves, options);
    let frame = layout.frame;
    let nodes = canvas::draw(layout.width, layout.height, &frame, |canvas| {
        if let Names::Above = names {
            key(canvas, &curves, layout.width)?;
        }
        plot::axes(canvas, &layout, &options.subject)?;
        if options.bands {
            curves.iter().try_for_each(|curve| plot::band(canvas, curve))?;
        }
        curves.iter().try_for_each(|curve| plot::short(canvas, curve))?;
        guide.draw_lines(canvas)?;
        for curve in &curves {
            plot::line(canvas, curve)?;
            if options.censor_ticks && curve.size() >= options.min_group.saturating_mul(2) {
                plot::censor_ticks(canvas, curve)?;
            }
        }
        guide.draw_days(canvas)?;
        match &names {
            Names::Beside(labels) => labels.iter().try_for_each(|label| canvas.write(label))?,
            Names::AtEnd(column) => column.draw(canvas)?,
            Names::Above => {}
        }
        risk::draw(canvas, &curves, &layout, options)
    });
    Figure { width: layout.width, height: layout.height, nodes, alt: alt::text(&curves, &options.subject), frame }
}

/// A slot beyond the palette starts it again.
fn curves<'a>(series: &[Series<'a>], leavers: Leavers) -> Vec<Steps<'a>> {
    series.iter().map(|s| Steps::of(&Series { slot: s.slot % role::SLOTS, ..*s }, leavers)).collect()
}

/// Names stand beside their curves when all find room there, else at the right end, else above.
fn arrange(curves: &[Steps<'_>], options: &Options) -> (Names, Layout, Guide) {
    let planned = |extra| {
        let layout = Layout::new(curves, options, extra);
        let outline = |curve| Silhouette::of(curve, &layout.frame, options.bands);
        let silhouettes: Vec<_> = curves.iter().map(outline).collect();
        let guide = Guide::plan(curves, &silhouettes, &layout.frame);
        (layout, guide, silhouettes)
    };
    let (layout, guide, silhouettes) = planned(Extra::default());
    if let Some(labels) = beside::plan(curves, &silhouettes, &layout.frame, guide.taken()) {
        return (Names::Beside(labels), layout, guide);
    }
    if options.width < ROOM_FOR_ENDS {
        let above = KEY_LINE * curves.len() as f64 + 8.0;
        let (layout, guide, _) = planned(Extra { above, ..Extra::default() });
        return (Names::Above, layout, guide);
    }
    let texts = at_end::Texts::of(curves, options.width);
    let (layout, guide, silhouettes) = planned(Extra { right: texts.room, ..Extra::default() });
    (Names::AtEnd(texts.place(curves, &silhouettes, &layout.frame)), layout, guide)
}

/// From name to name above the picture.
const KEY_LINE: f64 = 18.0;

fn key(canvas: &Canvas<'_>, curves: &[Steps<'_>], width: u32) -> Drawn {
    curves
        .iter()
        .enumerate()
        .try_for_each(|(i, curve)| risk::heading(canvas, curve, 12.0 + KEY_LINE * i as f64, width.into()))
}
