//! Scales with ends and ticks that people count in.

use super::text;
use crate::format;

/// Steps of a scale, over a power of ten.
const STEPS: [f64; 3] = [1.0, 2.0, 5.0];
/// A scale longer than this many ticks is noise.
const MOST: f64 = 8.0;

/// From `low` to `high` with a tick every `step`; all three are multiples of `step`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub low: f64,
    pub high: f64,
    pub step: f64,
}

impl Scale {
    /// The smallest that holds both ends and has room for its ticks: `room` CSS pixels, `gap` from tick to tick. Steps
    /// are no smaller than `finest`. Ends that are not finite are taken for 0.
    pub fn over(low: f64, high: f64, finest: f64, room: f64, gap: f64) -> Scale {
        let [low, high] = [low, high].map(|end| if end.is_finite() { end } else { 0.0 });
        let high = high.max(low + finest);
        let most = (room / gap).floor().clamp(1.0, MOST);
        let mut power = 10f64.powf(finest.log10().floor());
        loop {
            for step in STEPS.map(|step| step * power).into_iter().filter(|step| *step >= finest - 1e-12) {
                let (from, to) = ((low / step + 1e-9).floor(), (high / step - 1e-9).ceil());
                if to - from <= most {
                    return Scale { low: from * step, high: to * step, step };
                }
            }
            power *= 10.0;
        }
    }

    pub fn ticks(&self) -> impl Iterator<Item = f64> + use<> {
        let Scale { low, high, step } = *self;
        let count = ((high - low) / step).round() as i64;
        (0..=count).map(move |at| low + step * at as f64)
    }

    /// Where a value lies, as a part of the scale.
    pub fn part(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }
}

/// What the numbers of a scale are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Shares of 1, written as percent.
    Share,
    /// Changes as a share of what was before, with their sign.
    Change,
    Plain,
}

impl Unit {
    pub fn write(self, value: f64) -> String {
        match self {
            Unit::Share => format::share(value),
            Unit::Change => format::whole_change(value),
            Unit::Plain if value < 0.0 => format!("−{}", format::plain(-value)),
            Unit::Plain => format::plain(value),
        }
    }
}

/// Room the widest of the texts takes.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a str>, size: f64) -> f64 {
    texts.into_iter().map(|text| text::width(text, size)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_below_nought_has_a_sign_of_its_own() {
        for (value, text) in [(-20.0, "−20"), (0.0, "0"), (2.5, "2.5")] {
            assert_eq!(Unit::Plain.write(value), text);
        }
    }

    #[test]
    fn a_scale_holds_its_values_in_steps_people_count_in() {
        for (low, high, finest, room, expected) in [
            (0.0, 34.0, 1.0, 240.0, (0.0, 40.0, 10.0)),
            (0.0, 2.3, 0.1, 240.0, (0.0, 2.5, 0.5)),
            (0.0, 0.0, 1.0, 240.0, (0.0, 1.0, 1.0)),
            (-0.08, 0.31, 0.05, 240.0, (-0.1, 0.4, 0.1)),
            (0.0, 61.0, 1.0, 40.0, (0.0, 100.0, 100.0)),
            (f64::NAN, 5.0, 1.0, 400.0, (0.0, 5.0, 1.0)),
        ] {
            let scale = Scale::over(low, high, finest, room, 40.0);
            let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
            assert!(near(scale.low, expected.0) && near(scale.high, expected.1), "{low} to {high}: {scale:?}");
            assert!(near(scale.step, expected.2), "{low} to {high}: {scale:?}");
        }
    }

    #[test]
    fn every_scale_ends_and_holds_its_values() {
        for high in (0..4_000).map(|i| f64::from(i) * 0.37).chain([1e6, 1e12]) {
            let scale = Scale::over(0.0, high, 0.1, 300.0, 40.0);
            assert!(scale.high >= high - 1e-6 * high && scale.ticks().count() <= 9, "{high}: {scale:?}");
        }
    }
}
