//! How the timeline is looked at: whose, which days, which names. The page keeps it as a text and knows nothing of it.

use serde::{Deserialize, Serialize};

use crate::markup::{code, value};
use crate::n;
use crate::time::Day;

/// Spans to look at, days; the whole rollout is 0.
pub const SPANS: [(i32, &str); 6] = [
    (0, n!("Whole rollout")),
    (730, n!("Two years")),
    (365, n!("Year")),
    (91, n!("Quarter")),
    (28, n!("4 weeks")),
    (7, n!("Week")),
];
/// The whole is never longer: a wrong date may lie a century back.
const LONGEST: i32 = 3_660;
/// Days after the data date: what is planned and still open.
const AHEAD: i32 = 28;
/// Between the view and what was typed.
const TYPED: char = '~';

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Id of the manager whose team is looked at; `None` for everybody.
    pub manager: Option<String>,
    /// One of `SPANS`.
    pub span: i32,
    /// First day; `None` for the latest ones.
    pub from: Option<i32>,
    /// Part of a name.
    pub find: String,
    /// Observations by week and behaviour, instead of what happened on each day.
    pub by_week: bool,
}

impl View {
    /// The default where it cannot be read.
    pub fn of_text(text: &str) -> View {
        let (view, typed) = text.split_once(TYPED).map_or((text, None), |(view, typed)| (view, Some(typed)));
        let view: View = value(view).unwrap_or_default();
        match typed {
            Some(typed) => View { find: typed.to_owned(), ..view },
            None => view,
        }
    }

    pub fn text(&self) -> String {
        code(self)
    }

    /// First and last day of what is looked at; `first` is the first of anything.
    pub fn days(&self, first: Day, cutoff: Day) -> [Day; 2] {
        let last = cutoff.0.saturating_add(AHEAD);
        if self.span <= 0 {
            return [Day(first.0.max(last - LONGEST)), Day(last)];
        }
        let span = self.span.min(LONGEST);
        let latest = last.min(cutoff.0 + span / 8) - span + 1;
        let from = self.from.map_or(latest, |from| from.clamp(first.0.min(latest), latest.max(cutoff.0)));
        [Day(from), Day(from + span - 1)]
    }

    /// The same, half a span earlier or later.
    pub fn moved(&self, [from, _]: [Day; 2], later: bool) -> View {
        let half = (self.span + 1) / 2;
        View { from: Some(if later { from.0 + half } else { from.0 - half }), ..self.clone() }
    }

    /// The same middle in another span.
    pub fn zoomed(&self, [from, to]: [Day; 2], span: i32) -> View {
        let whole = span <= 0 || self.span <= 0;
        let from = (!whole).then(|| from.0 + (to.0 - from.0 + 1 - span) / 2);
        View { span, from, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Day = Day(20_000);
    const CUTOFF: Day = Day(20_400);

    #[test]
    fn a_view_is_read_back_with_what_was_typed() {
        let view =
            View { manager: Some("m~1".to_owned()), span: 91, from: Some(20_100), find: "a".to_owned(), by_week: true };
        assert_eq!(View::of_text(&view.text()), view);
        assert_eq!(View::of_text(&format!("{}~Zoë ~", view.text())).find, "Zoë ~");
        for none in ["", "zz", "~"] {
            assert_eq!(View::of_text(none), View::default(), "{none}");
        }
    }

    #[test]
    fn days_stay_where_something_is() {
        let of = |span, from| View { span, from, ..View::default() }.days(FIRST, CUTOFF).map(|day| day.0);
        assert_eq!(of(0, None), [20_000, 20_428]);
        assert_eq!(View::default().days(Day(-300_000), CUTOFF)[0].0, 20_428 - LONGEST);
        assert_eq!(of(28, None), [20_376, 20_403]);
        assert_eq!(of(28, Some(20_100)), [20_100, 20_127]);
        assert_eq!(of(28, Some(-9)), [20_000, 20_027]);
        assert_eq!(of(28, Some(99_999)), [20_400, 20_427]);
        assert_eq!(of(730, Some(5)), of(730, None), "all of it is in sight");
    }

    #[test]
    fn zooming_keeps_the_middle_and_moving_goes_half_a_span() {
        let view = View { span: 28, from: Some(20_100), ..View::default() };
        let days = view.days(FIRST, CUTOFF);
        assert_eq!(view.moved(days, true).from, Some(20_114));
        assert_eq!(view.moved(days, false).from, Some(20_086));
        assert_eq!(view.zoomed(days, 7).from, Some(20_110));
        assert_eq!(view.zoomed(days, 0).from, None);
        assert_eq!(View::default().zoomed(days, 28).from, None, "the latest days");
    }
}
