//! What is known before a file is read: what was said about it, and what is kept for its kind.

use super::header::Header;
use super::sheet::Sheet;
use super::source::MOST_HEADER_ROW;
use crate::language;
use crate::receipt::{Answers, Kin, Lack, Profile, Question, Questions, Refusal, Topic, fitting};
use crate::time::Day;

#[derive(Clone, Debug, Default)]
pub struct Given {
    /// What was said about this file.
    pub answers: Answers,
    /// Ask about everything that can be answered instead of reading, with what would be taken for granted.
    pub ask: bool,
    /// What is to be changed of it.
    pub about: Option<Topic>,
    /// Something was answered: where that is not enough, what is missing is said.
    pub replied: bool,
    /// Answers that are kept for kinds of export.
    pub profiles: Vec<Profile>,
    /// Day on which the file was last written, as the system says that keeps it.
    pub written: Option<Day>,
}

/// What holds for one table of the file.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    pub answers: &'a Answers,
    /// Name of the profile the answers are from.
    pub profile: Option<&'a str>,
    pub ask: bool,
    pub about: Option<Topic>,
    pub replied: bool,
    pub written: Option<Day>,
}

impl Known<'_> {
    /// The questions about a table of that source, and the name of its kind.
    pub fn asks(&self, all: Vec<Question>, source: Option<&str>, file: &str) -> Refusal {
        let name = self.profile.or(source.map(language::kept)).map_or_else(|| name_of_kind(file), str::to_owned);
        Refusal::Asks(Questions { all, name, again: self.replied && !self.ask, lacks: Vec::new(), about: self.about })
    }

    /// The same about the columns of a table, and what is missing to use it, once somebody answered.
    pub fn asks_for(&self, lacks: Vec<Lack>, all: Vec<Question>, source: Option<&str>, file: &str) -> Refusal {
        match self.asks(all, source, file) {
            Refusal::Asks(asked) if asked.again => Refusal::Asks(Questions { lacks, ..asked }),
            why => why,
        }
    }
}

/// The name of the file without its folder, its ending and what changes from one month to the next.
pub fn name_of_kind(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let plain = stem.trim_end_matches(|c: char| !c.is_alphabetic());
    if plain.is_empty() { stem.to_owned() } else { plain.to_owned() }
}

impl Given {
    /// With what was said about the file.
    pub fn said(&self) -> Known<'_> {
        Known {
            answers: &self.answers,
            profile: None,
            ask: self.ask,
            about: self.about,
            replied: self.replied,
            written: self.written,
        }
    }

    /// With what is kept for its kind.
    pub fn kept<'a>(&'a self, profile: &'a Profile) -> Known<'a> {
        Known { answers: &profile.answers, profile: Some(&profile.name), ..self.said() }
    }

    /// The profile for a table whose header is this row. What was said about the file itself goes first.
    pub fn profile(&self, kin: &Kin) -> Option<&Profile> {
        if self.answers.is_empty() { fitting(&self.profiles, kin) } else { None }
    }

    /// The profile for a table that no known system writes: any of its first rows may be the header.
    pub fn profile_of_unknown(&self, sheet: &Sheet, file: &str) -> Option<&Profile> {
        let rows = 0..sheet.len().min(MOST_HEADER_ROW);
        rows.filter(|&row| sheet.width(row) > 1).find_map(|row| self.profile(&Header::new(sheet, row, file).kin(None)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_kind_outlives_the_month() {
        for (file, name) in [
            ("Liste 2026-05.csv", "Liste"),
            ("folder/observations_2026_05_31.xlsx", "observations"),
            ("download (3).csv", "download"),
            ("2026.csv", "2026"),
            ("plain", "plain"),
        ] {
            assert_eq!(name_of_kind(file), name, "{file}");
        }
    }
}
