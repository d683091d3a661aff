//! Whether the day or the month comes first, decided for a column from all its values.

use super::date::{Manner, Shape, Written};
use crate::receipt::DateOrder;

/// What the dates of one column show.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Values that can be read only with the day first, and only with the month first: the first one and how many.
    day_first: Option<(String, u64)>,
    month_first: Option<(String, u64)>,
    /// The first value that can be read both ways.
    open: Option<String>,
    pub two_digit_years: bool,
    pub serials: bool,
    pub unix: bool,
}

/// What follows for the column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No value depends on it.
    NoMatter,
    /// This value can be read only so.
    Shown(DateOrder, String),
    /// Every value can be read both ways; one of them.
    Open(String),
}

impl Evidence {
    pub fn see(&mut self, text: &str, written: &Written<'_>) {
        match written.manner {
            Manner::Usual => {}
            Manner::TwoDigitYear => self.two_digit_years = true,
            Manner::Serial => self.serials = true,
            Manner::Unix => self.unix = true,
        }
        let Shape::Either { first, second, .. } = written.shape else { return };
        let proof = match (written.day(Some(DateOrder::DayFirst)), written.day(Some(DateOrder::MonthFirst))) {
            (Some(_), None) => &mut self.day_first,
            (None, Some(_)) => &mut self.month_first,
            _ => {
                if first != second && self.open.is_none() {
                    self.open = Some(text.to_owned());
                }
                return;
            }
        };
        proof.get_or_insert_with(|| (text.to_owned(), 0)).1 += 1;
    }

    /// Where values contradict each other the larger number wins; the others are no dates then.
    pub fn verdict(&self) -> Verdict {
        let shown = |order, (value, _): &(String, u64)| Verdict::Shown(order, value.clone());
        match (&self.day_first, &self.month_first, &self.open) {
            (Some(day), Some(month), _) if month.1 > day.1 => shown(DateOrder::MonthFirst, month),
            (Some(day), _, _) => shown(DateOrder::DayFirst, day),
            (None, Some(month), _) => shown(DateOrder::MonthFirst, month),
            (None, None, Some(value)) => Verdict::Open(value.clone()),
            (None, None, None) => Verdict::NoMatter,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::date;
    use super::*;

    #[test]
    fn all_values_of_a_column_decide() {
        let day = |value: &str| Verdict::Shown(DateOrder::DayFirst, value.to_owned());
        let month = |value: &str| Verdict::Shown(DateOrder::MonthFirst, value.to_owned());
        for (values, expected) in [
            (vec!["03/04/2025", "13/04/2025"], day("13/04/2025")),
            (vec!["03/04/2025", "04/13/2025"], month("04/13/2025")),
            (vec!["03/04/2025", "05/05/2025"], Verdict::Open("03/04/2025".to_owned())),
            (vec!["05/05/2025", "2025-01-02", "6 Jan 2025"], Verdict::NoMatter),
            (vec![], Verdict::NoMatter),
            (vec!["13/04/2025", "04/14/2025", "04/15/2025"], month("04/14/2025")),
            (vec!["29.02.23", "29/02/24"], day("29/02/24")),
        ] {
            let mut evidence = Evidence::default();
            for value in &values {
                if let Some(written) = date::read(value) {
                    evidence.see(value, &written);
                }
            }
            assert_eq!(evidence.verdict(), expected, "{values:?}");
        }
    }
}
