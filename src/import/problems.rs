//! Rows set aside while a file is read: counted by reason, the first of them kept in words.

use crate::receipt::{PROBLEMS_LISTED, Problem, Reason};

/// Longest piece of a field that a problem quotes, in characters.
const QUOTED: usize = 60;

#[derive(Debug, Default)]
pub struct Problems {
    counts: Vec<(Reason, u64)>,
    listed: Vec<Problem>,
}

impl Problems {
    #[cold]
    pub fn add(&mut self, line: u64, column: &str, reason: Reason, found: &[u8]) {
        match self.counts.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((reason, 1)),
        }
        if self.listed.len() < PROBLEMS_LISTED {
            let found = shortened(&String::from_utf8_lossy(found));
            self.listed.push(Problem { line, column: column.to_owned(), reason, found });
        }
    }

    /// Counts in the order of `Reason`, and the first problems in the order of the file.
    pub fn into_parts(mut self) -> (Vec<(Reason, u64)>, Vec<Problem>) {
        self.counts.sort_by_key(|(reason, _)| *reason);
        (self.counts, self.listed)
    }
}

/// At most `QUOTED` characters, with an ellipsis where more was there.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
