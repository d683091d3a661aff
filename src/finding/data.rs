//! What does not count although it was read: nothing is dropped in silence.

use crate::analysis::Counts;
use crate::format;

/// One sentence for each kind of row that counts nowhere; none when every row counts. Equal rows are no trouble: they count
/// once.
pub fn data(counts: &Counts) -> Vec<String> {
    let rows = |n: u64| format!("{}\u{a0}{}", format::count(n), if n == 1 { "row" } else { "rows" });
    let are = |n: u64| if n == 1 { "is" } else { "are" };
    let lines = [
        (
            counts.events_unknown,
            format!(
                "{} of events {} about people whom no list of people names. They count nowhere until one does.",
                rows(counts.events_unknown),
                are(counts.events_unknown)
            ),
        ),
        (
            counts.people_rejected,
            format!(
                "{} of people {} set aside. Without them every share is of too few.",
                rows(counts.people_rejected),
                are(counts.people_rejected)
            ),
        ),
        (
            counts.events_rejected,
            format!(
                "{} of events {} set aside. What happened there is missing from every number.",
                rows(counts.events_rejected),
                are(counts.events_rejected)
            ),
        ),
        (
            counts.events_after_cutoff,
            format!(
                "{} of events {} after the cut-off date. They count once it is later.",
                rows(counts.events_after_cutoff),
                are(counts.events_after_cutoff)
            ),
        ),
    ];
    lines.into_iter().filter(|(n, _)| *n > 0).map(|(_, line)| line).collect()
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
