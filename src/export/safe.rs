//! Cells that a spreadsheet would take for a formula are made plain text with a leading apostrophe.

use std::borrow::Cow;

/// The text as it may stand in a CSV that somebody opens in a spreadsheet.
pub fn text(cell: &str) -> Cow<'_, str> {
    match cell.as_bytes().first() {
        Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r') => Cow::Owned(format!("'{cell}")),
        _ => Cow::Borrowed(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn formulas_become_text_and_nothing_else_changes() {
        for (cell, safe) in [
            ("=1+1", "'=1+1"),
            ("+47 22", "'+47 22"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("North", "North"),
            ("1 = 1", "1 = 1"),
            ("", ""),
        ] {
            assert_eq!(text(cell), safe);
        }
    }
}
