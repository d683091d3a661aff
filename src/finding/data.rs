//! What does not count although it was read: nothing is dropped in silence.

use crate::analysis::Counts;
use crate::{format, language, n};

/// One sentence for each kind of row that counts nowhere; none when every row counts. Equal rows are no trouble: they count
/// once.
pub fn data(counts: &Counts) -> Vec<String> {
    [
        (
            counts.events_unknown,
            n!("1\u{a0}row of events is about people whom no list of people names. They count nowhere until one does."),
            n!("{rows} of events are about people whom no list of people names. They count nowhere until one does."),
        ),
        (
            counts.people_rejected,
            n!("1\u{a0}row of people is set aside. Without them every share is of too few."),
            n!("{rows} of people are set aside. Without them every share is of too few."),
        ),
        (
            counts.events_rejected,
            n!("1\u{a0}row of events is set aside. What happened there is missing from every number."),
            n!("{rows} of events are set aside. What happened there is missing from every number."),
        ),
        (
            counts.events_after_cutoff,
            n!("1\u{a0}row of events is after the cut-off date. They count once it is later."),
            n!("{rows} of events are after the cut-off date. They count once it is later."),
        ),
    ]
    .into_iter()
    .filter(|(rows, ..)| *rows > 0)
    .map(|(rows, one, many)| language::fill(if rows == 1 { one } else { many }, &[("rows", &format::rows(rows))]))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_count_nowhere_are_told() {
        assert!(data(&Counts { duplicate_rows: 7, event_rows: 90, ..Counts::default() }).is_empty());
        let lines = data(&Counts { events_unknown: 1, people_rejected: 1_200, ..Counts::default() });
        let plain: Vec<String> = lines.iter().map(|line| line.replace('\u{a0}', " ")).collect();
        assert_eq!(
            plain,
            [
                "1 row of events is about people whom no list of people names. They count nowhere until one does.",
                "1,200 rows of people are set aside. Without them every share is of too few.",
            ]
        );
    }
}
