//! How values are written by people and systems: dates, numbers, durations, words.

pub mod clock;
pub mod context;
pub mod date;
pub mod duration;
pub mod number;
pub mod order;
pub mod scale;
pub mod status;

/// Nothing, in the ways in which systems write it.
pub fn is_blank(text: &str) -> bool {
    matches!(
        text,
        "" | "-"
            | "–"
            | "—"
            | "--"
            | "n/a"
            | "N/A"
            | "NA"
            | "null"
            | "NULL"
            | "none"
            | "None"
            | "nan"
            | "NaN"
            | "Never"
    )
}

/// Letters and digits in lower case: names of columns and words that differ only in spaces, hyphens and capitals are the
/// same.
pub fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric() || matches!(c, '#' | '%')).flat_map(char::to_lowercase).collect()
}
