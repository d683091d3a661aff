//! Civil days. All arithmetic of the product is on whole days; no clock, no time zone.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// A civil day, counted in days from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(pub i32);

/// A span in whole days.
pub type DayCount = i32;

/// Days from 1970-01-01 to 0001-01-01 and to 9999-12-31: the years a four-digit date can name.
const FIRST: i32 = -719_162;
const LAST: i32 = 2_932_896;

impl Day {
    pub const EARLIEST: Day = Day(FIRST);
    pub const LATEST: Day = Day(LAST);

    /// The day of a calendar date, or `None` when there is no such date in the years 1 to 9999.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Day::from_date)
    }

    /// Reads exactly `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Day> {
        parse_iso(text.as_bytes())
    }

    /// The calendar date. Values beyond the years 1 to 9999 are held at that range.
    pub fn date(self) -> NaiveDate {
        let from_epoch = self.0.clamp(FIRST, LAST);
        let epoch = NaiveDate::default();
        let span = Days::new(u64::from(from_epoch.unsigned_abs()));
        let date = if from_epoch < 0 { epoch.checked_sub_days(span) } else { epoch.checked_add_days(span) };
        date.unwrap_or_default()
    }

    fn from_date(date: NaiveDate) -> Day {
        Day((date - NaiveDate::default()).num_days() as i32)
    }

    /// The calendar month this day lies in.
    pub fn month(self) -> Month {
        let date = self.date();
        Month(date.year() * 12 + date.month0() as i32)
    }

    pub fn plus(self, days: DayCount) -> Day {
        Day(self.0.saturating_add(days))
    }

    /// Days from `earlier` to this day; negative when this day comes first.
    pub fn since(self, earlier: Day) -> DayCount {
        self.0.saturating_sub(earlier.0)
    }
}

impl fmt::Display for Day {
    /// `YYYY-MM-DD`, the form of every file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }
}

impl TryFrom<String> for Day {
    type Error = String;
    fn try_from(text: String) -> Result<Day, String> {
        Day::parse(&text).ok_or_else(|| format!("{text:?} is no date like 2026-03-31"))
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

/// A calendar month, counted as year × 12 + (month − 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month(pub i32);

/// Days of months beyond the years 1 to 9999 are held at that range.
impl Month {
    pub fn first_day(self) -> Day {
        let beyond = if self.0 < 12 { Day::EARLIEST } else { Day::LATEST };
        Day::from_ymd(self.0.div_euclid(12), self.0.rem_euclid(12) as u32 + 1, 1).unwrap_or(beyond)
    }

    pub fn last_day(self) -> Day {
        match self.next().0.div_euclid(12) {
            ..1 => Day::EARLIEST,
            10_000.. => Day::LATEST,
            _ => self.next().first_day().plus(-1),
        }
    }

    pub fn next(self) -> Month {
        Month(self.0 + 1)
    }
}

impl fmt::Display for Month {
    /// `YYYY-MM`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }
}

/// Reads the ten bytes `YYYY-MM-DD`.
pub fn parse_iso(text: &[u8]) -> Option<Day> {
    let text: &[u8; 10] = text.try_into().ok()?;
    if text[4] != b'-' || text[7] != b'-' {
        return None;
    }
    let mut wrong = 0u8;
    let mut digit = |at: usize| {
        let d = text[at].wrapping_sub(b'0');
        wrong |= u8::from(d > 9);
        u32::from(d)
    };
    let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    let month = digit(5) * 10 + digit(6);
    let day = digit(8) * 10 + digit(9);
    if wrong != 0 || year == 0 || month.wrapping_sub(1) > 11 || day == 0 || day > days_in(year, month) {
        return None;
    }
    Some(Day(days_from_civil(year as i32, month, day)))
}

fn days_in(year: u32, month: u32) -> u32 {
    const LENGTH: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    u32::from(LENGTH[month as usize - 1]) + u32::from(month == 2 && leap)
}

/// Days from 1970-01-01 by era arithmetic on years that begin in March (Fliegel and Van Flandern's idea, as in
/// Hinnant, "chrono-compatible low-level date algorithms"). Valid for the proleptic Gregorian calendar.
fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let year_of_era = y.rem_euclid(400);
    let day_of_year = ((153 * ((month + 9) % 12) + 2) / 5 + day - 1) as i32;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_agrees_with_chrono() {
        let mut date = NaiveDate::from_ymd_opt(1800, 1, 1).unwrap();
        let end = NaiveDate::from_ymd_opt(2200, 1, 1).unwrap();
        while date < end {
            let text = date.format("%Y-%m-%d").to_string();
            let day = Day::parse(&text).unwrap();
            assert_eq!(day, Day::from_date(date));
            assert_eq!(day.to_string(), text);
            date = date.succ_opt().unwrap();
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "2025-1-01",
            "2025-02-29",
            "2025-00-10",
            "2025-13-01",
            "2025-04-31",
            "0000-01-01",
            "2025/01/01",
            "2025-01-0x",
            "20250101",
            "2025-01-011",
            "1900-02-29",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(Day::parse("2000-02-29").unwrap().to_string(), "2000-02-29");
        assert_eq!(Day::parse("0001-01-01"), Some(Day::EARLIEST));
        assert_eq!(Day::parse("9999-12-31"), Some(Day::LATEST));
    }

    #[test]
    fn months_begin_and_end_where_the_calendar_says() {
        let month = Day::parse("2024-02-11").unwrap().month();
        assert_eq!(month.to_string(), "2024-02");
        assert_eq!(month.first_day().to_string(), "2024-02-01");
        assert_eq!(month.last_day().to_string(), "2024-02-29");
        assert_eq!(Day::parse("2025-12-31").unwrap().month().next().to_string(), "2026-01");
        assert_eq!(Day::LATEST.month().last_day(), Day::LATEST);
    }
}
