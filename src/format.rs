//! Numbers, days, shares and dates as text. The only place that rounds.
//!
//! Between a number and its unit stands a space that does not break (U+00A0); a negative number has a minus (U+2212).

mod names;

pub use names::{all_of, group, one_of, quoted};

use chrono::Datelike;

use crate::language;
use crate::survival::Band;
use crate::time::{Day, Month};
use crate::{n, t};

/// The space that does not break.
const NBSP: char = '\u{a0}';

/// Stands where a number is not defined.
pub const NOT_DEFINED: &str = "–";

/// "63 %", with a space that does not break; whole percent. "under 1 %" and "over 99 %" where rounding would say 0 or 100 for what is neither.
pub fn share(value: f64) -> String {
    // A share added up of parts misses 0 or 1 by less than this (metrics.md: the tolerance of a level).
    const SUMMED: f64 = 1e-12;
    let percent = (value * 100.0).round();
    match percent {
        _ if !value.is_finite() => NOT_DEFINED.to_owned(),
        0.0 if value > SUMMED => t!("under\u{a0}1\u{a0}%").to_owned(),
        100.0 if value < 1.0 - SUMMED => t!("over\u{a0}99\u{a0}%").to_owned(),
        _ => format!("{}{NBSP}%", percent as i64),
    }
}

/// "+6.2 %", "−3.0 %", "0.0 %": a change as a share of what was before, one decimal.
pub fn change(value: f64) -> String {
    let text = decimal(value * 100.0);
    let sign = if value > 0.0 && text != localized("0.0".to_owned()) { "+" } else { "" };
    format!("{sign}{text}{NBSP}%")
}

/// "+40 %", "−10 %", "0 %": a change on an axis, in whole percent.
pub fn whole_change(value: f64) -> String {
    let percent = (value * 100.0).round();
    match percent {
        0.0 => format!("0{NBSP}%"),
        0.0.. => format!("+{percent:.0}{NBSP}%"),
        _ => format!("−{:.0}{NBSP}%", percent.abs()),
    }
}

/// "−1.6 % to +35.3 %".
pub fn change_interval(band: Band) -> String {
    span(change(band.lower), change(band.upper))
}

/// "29 % to 48 %".
pub fn share_interval(band: Band) -> String {
    span(share(band.lower), share(band.upper))
}

/// "58 days", "1 day", with a space that does not break.
pub fn days(value: i32) -> String {
    counted(i64::from(value), t!("day"), t!("days"))
}

/// "45 people", "1 person".
pub fn people(value: impl Into<u64>) -> String {
    number_of(value.into(), t!("person"), t!("people"))
}

/// "1,234 rows", "1 row".
pub fn rows(value: u64) -> String {
    number_of(value, t!("row"), t!("rows"))
}

/// "12 events".
pub fn events(value: u64) -> String {
    number_of(value, t!("event"), t!("events"))
}

/// How many of a thing, with a space that does not break.
pub fn number_of(value: u64, one: &str, many: &str) -> String {
    format!("{}{NBSP}{}", count(value), if value == 1 { one } else { many })
}

fn counted(value: i64, one: &str, many: &str) -> String {
    let sign = if value < 0 { "−" } else { "" };
    let unit = if value == 1 { one } else { many };
    format!("{sign}{}{NBSP}{unit}", count(value.unsigned_abs()))
}

/// "51 to 65", "51 to not reached"; days of a quantile's interval, `None` without a lower end.
pub fn day_interval(lower: Option<i32>, upper: Option<i32>) -> Option<String> {
    let upper = upper.map_or_else(|| t!("not reached").to_owned(), |day| day.to_string());
    lower.map(|lower| span(lower, upper))
}

/// "29 % to 48 %", "51 to 65".
pub fn span(from: impl std::fmt::Display, to: impl std::fmt::Display) -> String {
    t!("{from} to {to}", from, to)
}

/// A number as the language writes it.
fn localized(mut number: String) -> String {
    let (decimal, _) = language::number_signs();
    if decimal != '.'
        && let Some(at) = number.find('.')
    {
        number.replace_range(at..=at, decimal.encode_utf8(&mut [0; 4]));
    }
    number
}

/// So many decimals.
pub fn exactly(value: f64, decimals: usize) -> String {
    localized(format!("{value:.decimals$}"))
}

/// One decimal: "12.4".
pub fn decimal(value: f64) -> String {
    if !value.is_finite() {
        return NOT_DEFINED.to_owned();
    }
    let text = format!("{:.1}", value.abs());
    localized(if value < 0.0 && text != "0.0" { format!("−{text}") } else { text })
}

/// Two decimals: "1.50".
pub fn ratio(value: f64) -> String {
    localized(format!("{value:.2}"))
}

/// As few decimals as it takes, at most three: "1", "0.5", "2.125".
pub fn plain(value: f64) -> String {
    let text = format!("{value:.3}");
    localized(text.trim_end_matches('0').trim_end_matches('.').to_owned())
}

/// "1,234,567".
pub fn count(value: u64) -> String {
    let digits = value.to_string();
    let (_, group) = language::number_signs();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    text
}

const MONTHS: [&str; 12] = [
    n!("January"),
    n!("February"),
    n!("March"),
    n!("April"),
    n!("May"),
    n!("June"),
    n!("July"),
    n!("August"),
    n!("September"),
    n!("October"),
    n!("November"),
    n!("December"),
];

const SHORT_MONTHS: [&str; 12] = [
    n!("Jan"),
    n!("Feb"),
    n!("Mar"),
    n!("Apr"),
    n!("May"),
    n!("Jun"),
    n!("Jul"),
    n!("Aug"),
    n!("Sep"),
    n!("Oct"),
    n!("Nov"),
    n!("Dec"),
];

/// "5 October 2026". Written out: a format string would bring its parser along.
pub fn date(day: Day) -> String {
    let date = day.date();
    let month = language::text(MONTHS[date.month0() as usize]);
    t!("{day}\u{a0}{month}\u{a0}{year}", day = date.day(), month, year = date.year())
}

/// "October 2026".
pub fn month(month: Month) -> String {
    let date = month.first_day().date();
    format!("{}{NBSP}{}", language::text(MONTHS[date.month0() as usize]), date.year())
}

/// "Oct": a month on an axis, where the year stands beside it.
pub fn short_month(month: Month) -> &'static str {
    language::text(SHORT_MONTHS[month.0.rem_euclid(12) as usize])
}

/// "Oct 2026", "Oct to Dec 2026", "Dec 2025 to Jan 2026": calendar months, first and last.
pub fn months([first, last]: [Month; 2]) -> String {
    let year = |month: Month| month.0.div_euclid(12);
    let [from, to] = [first, last].map(short_month);
    match (first == last, year(first) == year(last)) {
        (true, _) => format!("{from}{NBSP}{}", year(first)),
        (false, true) => format!("{}{NBSP}{}", span(from, to), year(first)),
        (false, false) => span(format!("{from}{NBSP}{}", year(first)), format!("{to}{NBSP}{}", year(last))),
    }
}

/// "p = 0.009", "p < 0.001".
pub fn p_value(p: f64) -> String {
    match p {
        _ if !p.is_finite() => format!("p{NBSP}={NBSP}{NOT_DEFINED}"),
        ..0.001 => localized(format!("p{NBSP}<{NBSP}0.001")),
        0.9995.. => localized(format!("p{NBSP}>{NBSP}0.999")),
        _ => localized(format!("p{NBSP}={NBSP}{p:.3}")),
    }
}

/// "χ² = 6.87".
pub fn chi_square(value: f64) -> String {
    format!("χ²{NBSP}={NBSP}{}", ratio(value))
}

/// "48 kB", "62.6 MB". In whole numbers: the page would need to bring along how fractions are written.
pub fn bytes(value: u64) -> String {
    const KILO: u64 = 1_000;
    let tenths = |unit: u64, name| {
        let tenths = (value + unit / 20) / (unit / 10);
        let (sign, _) = language::number_signs();
        format!("{}{sign}{}{NBSP}{name}", tenths / 10, tenths % 10)
    };
    // A thousand of a unit once rounded is one of the next.
    match value {
        0..KILO => counted(value as i64, t!("byte"), t!("bytes")),
        KILO..999_500 => format!("{}{NBSP}kB", (value + KILO / 2) / KILO),
        999_500..999_950_000 => tenths(KILO.pow(2), "MB"),
        _ => tenths(KILO.pow(3), "GB"),
    }
}

/// "under a second", "12 seconds", "3 minutes".
pub fn seconds(value: u32) -> String {
    match value {
        0 => t!("under a second").to_owned(),
        1..90 => counted(value.into(), t!("second"), t!("seconds")),
        90..5_400 => counted(i64::from((value + 30) / 60), t!("minute"), t!("minutes")),
        _ => counted((i64::from(value) + 1_800) / 3_600, t!("hour"), t!("hours")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows are easier to read with plain spaces.
    fn plain(text: String) -> String {
        text.replace(NBSP, " ")
    }

    #[test]
    fn months_are_named_once_where_they_share_a_year() {
        for (first, last, text) in [(6, 6, "Jul 2026"), (6, 8, "Jul to Sep 2026"), (-1, 0, "Dec 2025 to Jan 2026")] {
            let months = [first, last].map(|month| Month(2026 * 12 + month));
            assert_eq!(super::months(months).replace(NBSP, " "), text);
        }
    }

    #[test]
    fn shares_are_whole_percent() {
        for (value, text) in [
            (0.0, "0 %"),
            (1.0, "100 %"),
            (0.634, "63 %"),
            (0.635, "64 %"),
            (0.005, "1 %"),
            (0.0049, "under 1 %"),
            (1e-9, "under 1 %"),
            (1e-16, "0 %"),
            (0.9949, "99 %"),
            (0.9951, "over 99 %"),
            (1.0 - 1e-9, "over 99 %"),
            (1.0 - 1e-16, "100 %"),
            (f64::NAN, "–"),
        ] {
            assert_eq!(plain(share(value)), text, "{value}");
        }
    }

    #[test]
    fn a_share_strictly_between_is_never_said_to_be_none_or_all() {
        for i in 1..100_000 {
            let text = plain(share(f64::from(i) / 100_000.0));
            assert!(text != "0 %" && text != "100 %", "{i}: {text}");
        }
    }

    #[test]
    fn counted_things_agree_with_their_number() {
        for (value, text) in [(58, "58 days"), (1, "1 day"), (0, "0 days"), (-3, "−3 days"), (1_095, "1,095 days")] {
            assert_eq!(plain(days(value)), text);
        }
        assert_eq!(plain(people(1u64)), "1 person");
        assert_eq!(plain(people(45u32)), "45 people");
    }

    #[test]
    fn numbers_are_grouped_and_signed() {
        for (value, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(count(value), text);
        }
        for (value, text) in [(12.449, "12.4"), (-3.26, "−3.3"), (-0.01, "0.0"), (f64::INFINITY, "–")] {
            assert_eq!(decimal(value), text);
        }
    }

    #[test]
    fn changes_carry_their_sign() {
        for (value, text) in
            [(0.0622, "+6.2 %"), (-0.03, "−3.0 %"), (0.0, "0.0 %"), (0.0001, "0.0 %"), (-1e-9, "0.0 %")]
        {
            assert_eq!(plain(change(value)), text, "{value}");
        }
        for (value, text) in [(0.4, "+40 %"), (-0.1, "−10 %"), (0.0, "0 %"), (-0.001, "0 %")] {
            assert_eq!(plain(whole_change(value)), text, "{value}");
        }
        assert_eq!(plain(change_interval(Band { lower: -0.016, upper: 0.353 })), "−1.6 % to +35.3 %");
    }

    #[test]
    fn another_language_writes_numbers_and_dates_its_own_way() {
        crate::language::german::spoken(|| {
            let day = Day::parse("2026-03-05").expect("a date");
            assert_eq!((plain(date(day)).as_str(), short_month(day.month())), ("5. März 2026", "März"));
            assert_eq!((count(1_234_567).as_str(), decimal(-12.44).as_str()), ("1.234.567", "−12,4"));
            assert_eq!((plain(change(0.0)).as_str(), plain(change(0.0622)).as_str()), ("0,0 %", "+6,2 %"));
            assert_eq!((plain(days(1)).as_str(), plain(days(58)).as_str()), ("1 Tag", "58 Tage"));
            assert_eq!((plain(p_value(0.0001)).as_str(), plain(bytes(62_600_000)).as_str()), ("p < 0,001", "62,6 MB"));
        });
    }

    #[test]
    fn intervals_name_an_open_end() {
        assert_eq!(day_interval(Some(51), Some(65)).as_deref(), Some("51 to 65"));
        assert_eq!(day_interval(Some(51), None).as_deref(), Some("51 to not reached"));
        assert_eq!(day_interval(None, Some(9)), None);
        assert_eq!(plain(share_interval(Band { lower: 0.0001, upper: 0.34 })), "under 1 % to 34 %");
    }

    #[test]
    fn dates_and_p_values_read_as_words() {
        let day = Day::parse("2026-10-05").expect("a date");
        assert_eq!(plain(date(day)), "5 October 2026");
        assert_eq!((plain(month(day.month())).as_str(), short_month(day.month())), ("October 2026", "Oct"));
        for (p, text) in [
            (0.009, "p = 0.009"),
            (0.0009, "p < 0.001"),
            (0.0, "p < 0.001"),
            (0.001, "p = 0.001"),
            (0.25, "p = 0.250"),
            (0.99999, "p > 0.999"),
            (1.0, "p > 0.999"),
        ] {
            assert_eq!(plain(p_value(p)), text);
        }
    }

    #[test]
    fn sizes_and_waits_take_the_unit_that_reads_best() {
        for (value, text) in [
            (0, "0 bytes"),
            (1, "1 byte"),
            (999, "999 bytes"),
            (48_200, "48 kB"),
            (999_499, "999 kB"),
            (999_500, "1.0 MB"),
            (62_600_000, "62.6 MB"),
            (999_960_000, "1.0 GB"),
            (3_200_000_000, "3.2 GB"),
        ] {
            assert_eq!(plain(bytes(value)), text);
        }
        for (value, text) in [
            (0, "under a second"),
            (1, "1 second"),
            (12, "12 seconds"),
            (89, "89 seconds"),
            (90, "2 minutes"),
            (180, "3 minutes"),
            (5_399, "90 minutes"),
            (5_400, "2 hours"),
            (u32::MAX, "1,193,046 hours"),
        ] {
            assert_eq!(plain(seconds(value)), text);
        }
    }
}
