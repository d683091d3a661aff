//! A number as text: what a button carries, and whoever only hands it on need not know which numbers there are.

use serde::{Deserialize, Serialize};

use super::Number;
use crate::definition::Definition;
use crate::markup;
use crate::time::Month;

/// Between the number and the day it is read at.
const ON: char = '@';

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key(String);

impl Key {
    pub fn of_text(text: &str) -> Key {
        Key(text.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same share on another day.
    pub fn on(&self, day: i32) -> Key {
        Key(format!("{}{ON}{day}", self.0))
    }

    /// `None` where the text is of no number.
    pub fn number(&self) -> Option<Number> {
        let (code, on) = self.0.split_once(ON).map_or((self.0.as_str(), None), |(code, on)| (code, Some(on)));
        let number = markup::value(code)?;
        let Some(on) = on else { return Some(number) };
        let day = on.parse().ok()?;
        on_day(number, day)
    }
}

/// A share on another day; `None` where it is no share.
fn on_day(number: Number, day: i32) -> Option<Number> {
    match number {
        Number::CompetentShare { of, .. } => Some(Number::CompetentShare { of, day }),
        Number::ShareOfAll { of, .. } => Some(Number::ShareOfAll { of, day }),
        Number::Under { definition, number } => {
            Some(Number::Under { definition, number: Box::new(on_day(*number, day)?) })
        }
        Number::Started { months, number } => Some(Number::Started { months, number: Box::new(on_day(*number, day)?) }),
        _ => None,
    }
}

impl Number {
    /// Whether it is read off the curves of competency, whose day 0 is a matter of the definition; what is not is from
    /// the start dates.
    pub fn is_of_curve(&self) -> bool {
        match self {
            Number::CompetentShare { .. }
            | Number::ShareOfAll { .. }
            | Number::AtRisk { .. }
            | Number::Quantile { .. }
            | Number::RestrictedMean { .. }
            | Number::FollowUp { .. }
            | Number::NeedsRefresh { .. }
            | Number::Censored { .. }
            | Number::Left { .. }
            | Number::Difference { .. }
            | Number::LogRank { .. }
            | Number::DaysSaved { .. } => true,
            Number::Under { number, .. } | Number::Started { number, .. } => number.is_of_curve(),
            Number::FirstApplication { .. }
            | Number::Coaching { .. }
            | Number::Uplift { .. }
            | Number::Landmark
            | Number::Cox
            | Number::Belief { .. }
            | Number::Milestone { .. } => false,
        }
    }

    pub fn key(&self) -> Key {
        Key(markup::code(self))
    }

    /// The same number under another definition than the one in force.
    pub fn under(self, definition: &Definition) -> Number {
        Number::Under { definition: Box::new(definition.clone()), number: Box::new(self) }
    }

    /// The same number of those who started from one month to another.
    pub fn of_starters(self, months: [Month; 2]) -> Number {
        Number::Started { months, number: Box::new(self) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inspect::Of;

    #[test]
    fn a_key_is_its_number_again_and_a_share_can_be_read_on_any_day() {
        let share = |day| Number::CompetentShare { of: Of::default(), day };
        let item = Number::Uplift { item: "a@b \"c\"".to_owned() };
        for number in [share(60), Number::Landmark, item] {
            assert_eq!(number.key().number(), Some(number));
        }
        assert_eq!(share(0).key().on(14).number(), Some(share(14)));
        let under = |day| share(day).under(&Definition { k: 2, ..Definition::default() });
        assert_eq!(under(0).key().on(14).number(), Some(under(14)));
        for none in [Number::Landmark.key().on(3), Key::of_text("zz"), Key::of_text("00@x")] {
            assert_eq!(none.number(), None, "{none:?}");
        }
    }
}
