//! Dates as exports write them. What a text can mean is read first; which of two numbers is the day is decided for the
//! whole column, by `order`.

use std::ops::Range;

use super::key;
use crate::receipt::DateOrder;
use crate::time::{Day, parse_iso};

/// How a date was written down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// Only one day is meant.
    Plain(Day),
    /// Two numbers before the year: day and month in one order or the other.
    Either { first: u32, second: u32, year: i32 },
}

/// What else has to be said of how it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    Usual,
    TwoDigitYear,
    /// Days as spreadsheets count them.
    Serial,
    /// Seconds or milliseconds since 1970.
    Unix,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written<'a> {
    pub shape: Shape,
    pub manner: Manner,
    /// The time of day behind the date, as written; empty where there is none.
    pub time: &'a str,
}

impl Written<'_> {
    /// The day meant, when the order of day and month is known.
    pub fn day(&self, order: Option<DateOrder>) -> Option<Day> {
        match (self.shape, order) {
            (Shape::Plain(day), _) => Some(day),
            (Shape::Either { first, second, year }, Some(DateOrder::DayFirst)) => Day::from_ymd(year, second, first),
            (Shape::Either { first, second, year }, Some(DateOrder::MonthFirst)) => Day::from_ymd(year, first, second),
            (Shape::Either { first, second, year }, None) if first == second => Day::from_ymd(year, first, second),
            (Shape::Either { .. }, None) => None,
        }
    }
}

/// Reads a date with or without a time of day; `None` for anything else.
pub fn read(text: &str) -> Option<Written<'_>> {
    let usual = |shape, time| Written { shape, manner: Manner::Usual, time };
    if let Some((head, rest)) = text.as_bytes().split_first_chunk::<10>()
        && let Some(day) = parse_iso(head)
    {
        return time_of_day(text.get(10..)?, rest).map(|time| usual(Shape::Plain(day), time));
    }
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && text.matches('.').count() < 2 {
        return number(text);
    }
    by_numbers(text).or_else(|| by_month_name(text))
}

/// A number that is a date: `20250106`, Unix seconds or milliseconds, or a spreadsheet's serial day.
fn number(text: &str) -> Option<Written<'_>> {
    let plain = |day, manner| Written { shape: Shape::Plain(day), manner, time: "" };
    let whole: i64 = text.split('.').next()?.parse().ok()?;
    match (text.len(), whole) {
        (8, _) if !text.contains('.') => {
            let day = Day::from_ymd((whole / 10_000) as i32, (whole / 100 % 100) as u32, (whole % 100) as u32)?;
            Some(plain(day, Manner::Usual))
        }
        // 2001 to 2096, and the same in milliseconds.
        (_, 1_000_000_000..4_000_000_000) => Some(plain(Day((whole / 86_400) as i32), Manner::Unix)),
        (_, 1_000_000_000_000..4_000_000_000_000) => Some(plain(Day((whole / 86_400_000) as i32), Manner::Unix)),
        // 1954 to 2118. Day 1 is 1900-01-01 and a 29 February 1900 is counted, so that day 0 is 1899-12-30 ever after.
        (_, 20_000..80_000) => Some(plain(Day(whole as i32 - 25_569), Manner::Serial)),
        _ => None,
    }
}

/// Three numbers with the same sign between them.
fn by_numbers(text: &str) -> Option<Written<'_>> {
    let (a, behind_a) = digits(text)?;
    let sign = behind_a.chars().next().filter(|sign| matches!(sign, '/' | '.' | '-'))?;
    let (b, behind_b) = digits(behind_a[1..].trim_start())?;
    let (c, rest) = digits(behind_b.strip_prefix(sign)?.trim_start())?;
    // A dot may follow the year, as in some languages.
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let time = time_of_day(rest, rest.as_bytes())?;
    let [x, y, z] = [a, b, c].map(|part| part.parse::<u32>().unwrap_or(0));
    let (shape, manner) = match (a.len(), b.len(), c.len()) {
        (4, 1..=2, 1..=2) => (Shape::Plain(Day::from_ymd(x as i32, y, z)?), Manner::Usual),
        (1..=2, 1..=2, 4) => (either(x, y, z as i32)?, Manner::Usual),
        (1..=2, 1..=2, 2) => (either(x, y, year_of(z))?, Manner::TwoDigitYear),
        _ => return None,
    };
    Some(Written { shape, manner, time })
}

fn either(first: u32, second: u32, year: i32) -> Option<Shape> {
    let possible = Day::from_ymd(year, second, first).or(Day::from_ymd(year, first, second));
    possible.map(|_| Shape::Either { first, second, year })
}

/// 00 to 68 are this century, as POSIX has it.
fn year_of(two_digits: u32) -> i32 {
    two_digits as i32 + if two_digits <= 68 { 2000 } else { 1900 }
}

fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    (1..=4).contains(&end).then(|| text.split_at(end))
}

const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene"],
    &["february", "feb", "februar", "février", "févr", "fevrier", "febrero"],
    &["march", "mar", "märz", "mär", "mrz", "mars", "marzo"],
    &["april", "apr", "avril", "avr", "abril", "abr"],
    &["may", "mai", "mayo"],
    &["june", "jun", "juni", "juin", "junio"],
    &["july", "jul", "juli", "juillet", "juil", "julio"],
    &["august", "aug", "août", "aout", "agosto", "ago"],
    &["september", "sep", "sept", "septembre", "septiembre", "setiembre"],
    &["october", "oct", "oktober", "okt", "octobre", "octubre"],
    &["november", "nov", "novembre", "noviembre"],
    &["december", "dec", "dezember", "dez", "décembre", "déc", "diciembre", "dic"],
];

fn month_of(word: &str) -> Option<u32> {
    let word = key(word);
    MONTHS.iter().position(|names| names.contains(&word.as_str())).map(|at| at as u32 + 1)
}

/// `6 Jan 2025`, `January 6, 2025`, `Mon, 6. Januar 2025`, `6 de enero de 2025`, each with a time behind it or not.
fn by_month_name(text: &str) -> Option<Written<'_>> {
    // Words and numbers of the date with the place behind each; longer texts are no dates.
    let mut parts: Vec<(&str, usize)> = Vec::new();
    let mut rest = text.get(..text.len().min(60)).unwrap_or_default();
    let base = rest.len();
    while parts.len() < 6 {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let end = rest
            .char_indices()
            .find(|(at, c)| {
                !c.is_alphanumeric() || (*at > 0 && c.is_ascii_digit() != rest.as_bytes()[0].is_ascii_digit())
            })
            .map_or(rest.len(), |(at, _)| at);
        if end == 0 {
            break;
        }
        let word = &rest[..end];
        rest = &rest[end..];
        if !word.eq_ignore_ascii_case("de") {
            parts.push((word, base - rest.len()));
        }
    }
    let at = parts.iter().position(|(word, _)| month_of(word).is_some())?;
    let month = month_of(parts[at].0)?;
    let small = |part: Option<&(&str, usize)>| part.and_then(|(word, _)| word.parse::<u32>().ok()).filter(|&n| n > 0);
    let (day, year) = match at.checked_sub(1).and_then(|before| small(parts.get(before))) {
        Some(day) => (day, at + 1),
        // An ordinal as in `Jan 6th, 2025` takes one word more.
        None => (small(parts.get(at + 1))?, at + 2 + usize::from(parts.get(at + 2)?.0.parse::<u32>().is_err())),
    };
    let (word, end) = *parts.get(year)?;
    let (year, manner) = match (word.len(), word.parse::<u32>().ok()?) {
        (4, year) => (year as i32, Manner::Usual),
        (2, year) => (year_of(year), Manner::TwoDigitYear),
        _ => return None,
    };
    let rest = text.get(end..)?;
    let time = time_of_day(rest, rest.as_bytes())?;
    Some(Written { shape: Shape::Plain(Day::from_ymd(year, month, day)?), manner, time })
}

/// What stands behind a date, if it is nothing or a time of day: `T08:00Z`, ` 8:00 PM`, `, 17:00`, ` 3:00:00 PM GMT+3`.
fn time_of_day<'a>(rest: &'a str, bytes: &[u8]) -> Option<&'a str> {
    if bytes.is_empty() {
        return Some("");
    }
    let time = rest.strip_prefix('T').unwrap_or(rest).trim_start_matches([' ', ',', '\u{a0}', '\u{202f}']);
    let time = time.strip_prefix("at ").or(time.strip_prefix("um ")).unwrap_or(time).trim();
    if time.len() == rest.len() {
        return None;
    }
    let (hour, behind) = match digits(time) {
        Some((hour, behind)) if hour.len() <= 2 => (hour, behind),
        _ => return time.is_empty().then_some(""),
    };
    let minutes = behind.strip_prefix([':', 'h', '.']).and_then(digits).is_some_and(|(minutes, _)| minutes.len() == 2);
    let half = behind.trim_start().to_ascii_lowercase();
    let is_time = (minutes || half.starts_with("am") || half.starts_with("pm"))
        && hour.parse::<u32>().is_ok_and(|hour| hour < 25)
        && time.chars().count() <= 40;
    is_time.then_some(time)
}

/// The date in a file's name: `..._2025-01-06-1430.csv` or `20250106`.
pub fn in_file_name(name: &str) -> Option<Day> {
    place_in_file_name(name).map(|(day, _)| day)
}

/// The same, and where in the name it stands.
pub fn place_in_file_name(name: &str) -> Option<(Day, Range<usize>)> {
    let bytes = name.as_bytes();
    let alone = |from: usize, len: usize| {
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        !(digit(from + len) || from > 0 && digit(from - 1))
    };
    (0..bytes.len()).find_map(|at| {
        let iso = bytes
            .get(at..at + 10)
            .filter(|_| alone(at, 10))
            .map(|text| text.iter().map(|b| if *b == b'_' { b'-' } else { *b }));
        let iso = iso.map(|text| text.collect::<Vec<u8>>()).and_then(|text| parse_iso(&text));
        let eight = name.get(at..at + 8).filter(|text| alone(at, 8) && text.bytes().all(|b| b.is_ascii_digit()));
        let eight = eight.and_then(number).and_then(|written| written.day(None));
        iso.map(|day| (day, at..at + 10)).or(eight.map(|day| (day, at..at + 8)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_however_it_is_written() {
        use DateOrder::*;
        for (text, order, day, time) in [
            ("2025-01-06", None, "2025-01-06", ""),
            ("2025-01-06T10:00:00.000Z", None, "2025-01-06", "10:00:00.000Z"),
            ("2025-01-06 23:59:59 +0200", None, "2025-01-06", "23:59:59 +0200"),
            ("2025/1/6 3:00:00 PM GMT+3", None, "2025-01-06", "3:00:00 PM GMT+3"),
            ("20250106", None, "2025-01-06", ""),
            ("45663", None, "2025-01-06", ""),
            ("45663.75", None, "2025-01-06", ""),
            ("1736121600", None, "2025-01-06", ""),
            ("1736121600000", None, "2025-01-06", ""),
            ("6/1/2025", Some(DayFirst), "2025-01-06", ""),
            ("1/6/25, 1:47:45 PM", Some(MonthFirst), "2025-01-06", "1:47:45 PM"),
            ("31/01/24, 17:00", Some(DayFirst), "2024-01-31", "17:00"),
            ("06.01.2025 08:15", Some(DayFirst), "2025-01-06", "08:15"),
            ("09-10-2023", Some(MonthFirst), "2023-09-10", ""),
            ("05/05/2025", None, "2025-05-05", ""),
            ("6 Jan 2025", None, "2025-01-06", ""),
            ("6-Jan-25", None, "2025-01-06", ""),
            ("Jan 6th, 2025 at 3:04 PM", None, "2025-01-06", "3:04 PM"),
            ("Monday, January 6, 2025", None, "2025-01-06", ""),
            ("Mo, 6. Januar 2025, 17:00", None, "2025-01-06", "17:00"),
            ("6 de enero de 2025", None, "2025-01-06", ""),
            ("1 août 2025", None, "2025-08-01", ""),
            ("01/02/69", Some(DayFirst), "1969-02-01", ""),
        ] {
            let written = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                (written.day(order).map(|d| d.to_string()), written.time),
                (Some(day.to_owned()), time),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_date_is_not_read_as_one() {
        for text in [
            "",
            "soon",
            "12",
            "4.5",
            "13/13/2025",
            "2025-02-30",
            "2025-01-06x",
            "1/2/3",
            "1/2",
            "06.01.2025 late",
            "Mai",
            "May I",
            "2025-01-06 to 2025-02-01",
            "99999999",
            "6 Janvember 2025",
            "١/٢/٢٠٢٥",
            "March 2025",
            "1/2-2025",
            "é2345678901234567890",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("03/04/2025").unwrap().day(None), None, "either day");
    }

    #[test]
    fn a_file_name_can_hold_the_date() {
        for (name, day) in [
            ("course_grade_report_2025-01-06-1430.csv", Some("2025-01-06")),
            ("export 20250106.xlsx", Some("2025-01-06")),
            ("export_2025_01_06.csv", Some("2025-01-06")),
            ("id 120250106.csv", None),
            ("é.csv", None),
        ] {
            assert_eq!(in_file_name(name).map(|day| day.to_string()).as_deref(), day, "{name}");
        }
    }
}
