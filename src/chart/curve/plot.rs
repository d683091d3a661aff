//! Axes, grid, bands and lines.

use super::Subject;
use super::layout::Layout;
use super::steps::{Step, Steps};
use crate::analysis::Band;
use crate::chart::canvas::{Canvas, Drawn};
use crate::chart::place::{Anchor, Label};
use crate::chart::role::Role;
use crate::{format, language};

/// Shares with a line of their own; 0 % is the axis.
const GRID: [f64; 4] = [0.25, 0.5, 0.75, 1.0];
/// Length of a tick below the axis, and of half a censor tick, CSS pixels.
const TICK: f64 = 5.0;

pub fn axes(canvas: &Canvas<'_>, layout: &Layout, subject: &Subject) -> Drawn {
    let frame = &layout.frame;
    let last = f64::from(frame.last_day);
    canvas.write(&Label::new(Role::Tick, Anchor::Start, 0.0, frame.top - 14.0, language::text(subject.share)))?;
    for share in [0.0].into_iter().chain(GRID) {
        let at = frame.y(share) + 4.0;
        canvas.write(&Label::new(Role::Tick, Anchor::End, frame.left - 8.0, at, format::share(share)))?;
    }
    for share in GRID {
        canvas.line(Role::Grid, vec![(0.0, share), (last, share)])?;
    }
    canvas.line(Role::Axis, vec![(0.0, 0.0), (last, 0.0)])?;
    for &day in &layout.ticks {
        canvas.mark(Role::Axis, (day.into(), 0.0), (0.0, 0.0), (0.0, TICK))?;
        let text = format::count(day.unsigned_abs().into());
        let label = Label::new(Role::Tick, Anchor::Middle, frame.x(day.into()), frame.bottom + 19.0, text);
        canvas.write(&label)?;
    }
    let unit = Label::new(Role::Tick, Anchor::End, frame.right, frame.bottom + 37.0, language::text(subject.since));
    canvas.write(&unit)
}

/// The band as steps, where it is defined; no edge is drawn.
pub fn band(canvas: &Canvas<'_>, curve: &Steps<'_>) -> Drawn {
    for stretch in curve.steps.chunk_by(|a, b| a.band.is_some() == b.band.is_some()) {
        let bands: Vec<(f64, Band)> = stretch.iter().filter_map(|step| Some((step.day.into(), step.band?))).collect();
        let Some(&(last, _)) = bands.last() else { continue };
        // The last band holds until the next step, where it is no longer defined, or to the end of the curve.
        let next = curve.steps.iter().map(|step| f64::from(step.day)).find(|&day| day > last);
        let end = next.unwrap_or(f64::from(curve.last_day()));
        let upper = staircase(bands.iter().map(|(day, band)| (*day, band.upper)), end);
        let lower = staircase(bands.iter().map(|(day, band)| (*day, band.lower)), end);
        canvas.area(Role::Band(curve.series.slot), upper.into_iter().chain(lower.into_iter().rev()).collect())?;
    }
    Ok(())
}

/// A ribbon under the line where follow-up is short.
pub fn short(canvas: &Canvas<'_>, curve: &Steps<'_>) -> Drawn {
    let Some(from) = curve.series.full_to.filter(|day| *day < curve.last_day()) else { return Ok(()) };
    let rises = curve.rises().filter(|step| step.day > from).map(|step| (f64::from(step.day), step.share));
    let begin = [(f64::from(from), curve.at(from).share)];
    canvas.line(Role::Short, staircase(begin.into_iter().chain(rises), curve.last_day().into()))
}

/// The curve, from 0 to the largest time of the group.
pub fn line(canvas: &Canvas<'_>, curve: &Steps<'_>) -> Drawn {
    let rises = curve.rises().map(|step: &Step| (f64::from(step.day), step.share));
    let points = staircase([(0.0, 0.0)].into_iter().chain(rises), curve.last_day().into());
    canvas.line(Role::Curve(curve.series.slot), points)
}

/// A short upright tick wherever somebody's time ended without competency.
pub fn censor_ticks(canvas: &Canvas<'_>, curve: &Steps<'_>) -> Drawn {
    curve.censored_days().try_for_each(|day| {
        let at = (f64::from(day), curve.at(day).share);
        canvas.mark(Role::Censored(curve.series.slot), at, (0.0, -TICK), (0.0, TICK))
    })
}

/// Corners of a step function that takes each value from its day on.
fn staircase(steps: impl Iterator<Item = (f64, f64)>, end: f64) -> Vec<(f64, f64)> {
    let mut corners: Vec<(f64, f64)> = Vec::with_capacity(2 * steps.size_hint().0 + 2);
    for (day, value) in steps {
        if let Some(&(_, before)) = corners.last() {
            corners.push((day, before));
        }
        corners.push((day, value));
    }
    if let Some(&(_, last)) = corners.last() {
        corners.push((end, last));
    }
    corners
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_staircase_turns_only_at_its_steps() {
        assert_eq!(staircase([].into_iter(), 9.0), []);
        assert_eq!(staircase([(0.0, 0.0)].into_iter(), 9.0), [(0.0, 0.0), (9.0, 0.0)]);
        assert_eq!(
            staircase([(0.0, 0.0), (4.0, 0.5)].into_iter(), 9.0),
            [(0.0, 0.0), (4.0, 0.0), (4.0, 0.5), (9.0, 0.5)]
        );
    }
}
