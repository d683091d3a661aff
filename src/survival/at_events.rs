//! Groups on the days on which anybody has the event: all that a comparison of them needs.

use super::RiskRow;

/// Days on which somebody of any group has the event, ascending.
pub fn event_days(groups: &[&[RiskRow]]) -> Vec<i32> {
    let rows = groups.iter().flat_map(|group| group.iter());
    let mut days: Vec<i32> = rows.filter(|row| row.d > 0).map(|row| row.t).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// (n, d) of a group on each of `days`, at risk and with the event. Ends with the last day that has somebody at risk.
pub fn at_event_days(group: &[RiskRow], days: &[i32]) -> Vec<(u32, u32)> {
    let mut rows = group.iter().peekable();
    let on_day = |&day: &i32| {
        while rows.next_if(|row| row.t < day).is_some() {}
        rows.peek().map(|row| (row.n, if row.t == day { row.d } else { 0 }))
    };
    days.iter().map_while(on_day).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::{Ending, risk_table};

    #[test]
    fn a_day_without_a_row_has_those_of_the_next_one_at_risk() {
        let a = risk_table([(2, Ending::Event), (5, Ending::Censored), (7, Ending::Event), (7, Ending::Event)]);
        let b = risk_table([(3, Ending::Event), (4, Ending::Left)]);
        let days = event_days(&[&a, &b, &[]]);
        assert_eq!(days, [2, 3, 7]);
        assert_eq!(at_event_days(&a, &days), [(4, 1), (3, 0), (2, 2)]);
        assert_eq!(at_event_days(&b, &days), [(2, 0), (2, 1)]);
        assert_eq!(at_event_days(&[], &days), []);
    }
}
