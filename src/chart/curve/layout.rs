//! What stands where in a picture of a given width.

use super::Options;
use super::axis;
use super::risk;
use super::steps::Steps;
use crate::chart::{Frame, role::Role, text};
use crate::format;

/// Narrower than any screen a picture is asked for; below it the parts would overlap.
const NARROWEST: u32 = 280;
/// Below this width names do not fit at the right end.
pub const ROOM_FOR_ENDS: u32 = 480;
/// Room of the axis name above the data area.
const AXIS_NAME: f64 = 26.0;

/// Room beside the data area that depends on where the names of the curves stand.
#[derive(Clone, Copy, Default)]
pub struct Extra {
    pub above: f64,
    pub right: f64,
}

pub struct Layout {
    pub width: u32,
    pub height: u32,
    pub frame: Frame,
    /// Days of the time axis and of the at-risk table.
    pub ticks: Vec<i32>,
}

impl Layout {
    pub fn new(curves: &[Steps<'_>], options: &Options, extra: Extra) -> Layout {
        let width = options.width.max(NARROWEST);
        let longest = curves.iter().map(Steps::last_day).max().unwrap_or(0);
        let last_day = axis::last_day(longest);
        let largest = curves.iter().map(Steps::size).max().unwrap_or(0);
        let number = |value: u64| text::width(&format::count(value), Role::Cell.font_size());
        let cell = number(largest.into()).max(number(last_day.unsigned_abs().into()));

        let left = gutter(width).max(row_names(options) + 6.0 + cell / 2.0).ceil();
        let right = (f64::from(width) - margin(width).max(cell / 2.0).max(extra.right)).floor();
        let top = AXIS_NAME + extra.above;
        let bottom = top + plot_height(width);
        let frame = Frame { left, right, top, bottom, last_day };
        let ticks = axis::ticks(last_day, right - left, cell + 12.0);
        Layout { width, height: (bottom + risk::height(curves.len())).ceil() as u32, frame, ticks }
    }
}

fn gutter(width: u32) -> f64 {
    if width < ROOM_FOR_ENDS { 82.0 } else { 96.0 }
}

fn margin(width: u32) -> f64 {
    match width {
        0..ROOM_FOR_ENDS => 6.0,
        ROOM_FOR_ENDS..800 => 14.0,
        _ => 20.0,
    }
}

/// The wider the picture, the higher, but less so: 244 on a telephone, 264 at 560, 344 at 1,032.
fn plot_height(width: u32) -> f64 {
    (244.0 + (f64::from(width) - 442.0) * 0.17).clamp(244.0, 420.0).round()
}

fn row_names(options: &Options) -> f64 {
    risk::row_names(options.leavers, &options.subject)
        .iter()
        .map(|name| text::width(name, Role::Tick.font_size()))
        .fold(0.0, f64::max)
}
