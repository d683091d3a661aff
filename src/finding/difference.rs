//! How much earlier one of two groups is, in mean days within a horizon, and what the interval makes of it.

use crate::analysis::{Band, Pair};
use crate::{format, t};

/// A difference as it is said: of the group that comes earlier, so that the days are positive.
pub struct Told {
    pub days: String,
    /// "3.3 to 21.5".
    pub interval: String,
}

/// Mean days to competency of the first group minus those of the second: negative when the first comes earlier.
pub struct Difference {
    days: f64,
    band: Band,
}

impl Difference {
    /// `first` is the place of the first group; the pair may name the two the other way around.
    pub fn of(pair: &Pair, first: u32) -> Option<Difference> {
        let (days, band) = (pair.rmst_difference?, pair.band?);
        let turned = Band { lower: -band.upper, upper: -band.lower };
        Some(if pair.a == first { Difference { days, band } } else { Difference { days: -days, band: turned } })
    }

    /// Whether the group named first comes earlier, or as early.
    pub fn first_is_earlier(&self) -> bool {
        self.days <= 0.0
    }

    /// Whether no difference at all lies in the interval.
    pub fn within_chance(&self) -> bool {
        self.band.lower <= 0.0 && self.band.upper >= 0.0
    }

    /// "Over the first 90 days, Pilot is 12.4 days earlier on average than Not-yet …"
    pub fn sentence(&self, tau: Option<i32>, first: &str, second: &str) -> String {
        let (earlier, other) = if self.first_is_earlier() { (first, second) } else { (second, first) };
        let Told { days, interval } = self.told();
        let size = match tau.map(format::days) {
            None => t!(
                "{earlier} is {days} days earlier on average than {other} (95\u{a0}% interval {interval}).",
                earlier,
                days,
                other,
                interval
            ),
            Some(horizon) => t!(
                "Over the first {horizon}, {earlier} is {days} days earlier on average than {other} (95\u{a0}% interval \
                 {interval}).",
                horizon,
                earlier,
                days,
                other,
                interval
            ),
        };
        self.judged(size)
    }

    pub fn told(&self) -> Told {
        let (low, high) = match self.first_is_earlier() {
            true => (-self.band.upper, -self.band.lower),
            false => (self.band.lower, self.band.upper),
        };
        let interval = format::span(format::decimal(low), format::decimal(high));
        Told { days: format::decimal(self.days.abs()), interval }
    }

    /// A sentence with the size, and what its interval makes of it.
    pub fn judged(&self, size: String) -> String {
        match self.within_chance() {
            true => format!("{size} {}", t!("That is inside the interval, so treat it as no difference.")),
            false => size,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(days: f64, lower: f64, upper: f64) -> Pair {
        let band = Some(Band { lower, upper });
        Pair { a: 0, b: 1, chi2: None, p: None, p_holm: None, rmst_difference: Some(days), band }
    }

    #[test]
    fn fewer_mean_days_are_earlier_whichever_group_is_named_first() {
        for (days, lower, upper, expected) in [
            (-12.4, -21.5, -3.3, "A is 12.4 days earlier on average than B (95 % interval 3.3 to 21.5)."),
            (12.4, 3.3, 21.5, "B is 12.4 days earlier on average than A (95 % interval 3.3 to 21.5)."),
        ] {
            for (first, second) in [("A", "B"), ("B", "A")] {
                let difference = Difference::of(&pair(days, lower, upper), u32::from(first == "B"));
                let said = difference.map(|d| d.sentence(None, first, second).replace('\u{a0}', " "));
                assert_eq!(said.as_deref(), Some(expected), "{first} first");
            }
        }
    }

    #[test]
    fn an_interval_that_touches_zero_shows_no_difference() {
        for (lower, upper, within) in [(-21.5, -3.3, false), (-7.4, 3.2, true), (0.0, 3.2, true), (0.1, 3.2, false)] {
            let difference = Difference::of(&pair((lower + upper) / 2.0, lower, upper), 0);
            assert_eq!(difference.map(|d| d.within_chance()), Some(within), "{lower} to {upper}");
        }
    }

    #[test]
    fn without_an_interval_there_is_no_difference_to_speak_of() {
        assert!(Difference::of(&Pair { band: None, ..pair(1.0, 0.0, 2.0) }, 0).is_none());
    }
}
