//! Numbers and dates of a field, read from its bytes.

use crate::time::{Day, parse_iso};

/// A date, and whether a time of day stood behind it.
#[inline]
pub fn day(text: &[u8]) -> Option<(Day, bool)> {
    match text.get(10) {
        None => parse_iso(text).map(|day| (day, false)),
        Some(b'T' | b' ') => parse_iso(&text[..10]).map(|day| (day, true)),
        Some(_) => None,
    }
}

/// A finite number of the form `[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?`.
#[inline]
pub fn number(text: &[u8]) -> Option<f64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    // Up to 15 digits are exact as an integer and 10^15 is exact, so one division rounds once.
    if digits.len() > 16 {
        return number_slowly(text);
    }
    let mut mantissa = 0u64;
    let mut point = None;
    for (at, &byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => mantissa = mantissa * 10 + u64::from(byte - b'0'),
            b'.' if point.is_none() => point = Some(at),
            _ => return number_slowly(text),
        }
    }
    let figures = digits.len() - usize::from(point.is_some());
    if figures == 0 {
        return None;
    }
    if figures > 15 {
        return number_slowly(text);
    }
    let decimals = point.map_or(0, |at| digits.len() - at - 1);
    let value = if decimals == 0 { mantissa as f64 } else { mantissa as f64 / POWERS[decimals] };
    Some(if negative { -value } else { value })
}

const POWERS: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

#[cold]
fn number_slowly(text: &[u8]) -> Option<f64> {
    let unsigned = text.strip_prefix(b"-").or(text.strip_prefix(b"+")).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.iter().position(|byte| matches!(byte, b'e' | b'E')) {
        Some(at) => (&unsigned[..at], Some(&unsigned[at + 1..])),
        None => (unsigned, None),
    };
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    let (whole, decimals) = match mantissa.iter().position(|&byte| byte == b'.') {
        Some(at) => (&mantissa[..at], &mantissa[at + 1..]),
        None => (mantissa, &[][..]),
    };
    let sound = digits(whole)
        && digits(decimals)
        && !(whole.is_empty() && decimals.is_empty())
        && exponent.is_none_or(|part| {
            let part = part.strip_prefix(b"-").or(part.strip_prefix(b"+")).unwrap_or(part);
            !part.is_empty() && digits(part)
        });
    if !sound {
        return None;
    }
    std::str::from_utf8(text).ok()?.parse().ok().filter(|value: &f64| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_standard_library_reads_them() {
        for text in [
            "0",
            "1",
            "-1",
            "+1",
            "0.5",
            ".5",
            "5.",
            "-.25",
            "123456789012345",
            "12345678901234567890",
            "0.1",
            "54.55",
            "1e3",
            "1E-3",
            "1.5e+10",
            "99999999.9999999",
            "0.000000000000001",
            "1234567.12345678",
            "-0",
            "4.35",
        ] {
            assert_eq!(number(text.as_bytes()), text.parse::<f64>().ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            ".",
            "+",
            "-",
            "e5",
            "1e",
            "1e+",
            "1,5",
            "1 5",
            "0x10",
            "NaN",
            "inf",
            "Infinity",
            "1e999",
            "--1",
            "1.2.3",
            "١",
            "1_000",
            "½",
            "12345678901234567890x",
        ] {
            assert_eq!(number(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn a_timestamp_is_the_date_it_is_written_with() {
        let expected = Day::parse("2025-04-20").unwrap();
        for (text, found) in [
            ("2025-04-20", Some((expected, false))),
            ("2025-04-20T16:30:00+02:00", Some((expected, true))),
            ("2025-04-20 23:59", Some((expected, true))),
            ("2025-04-20T", Some((expected, true))),
            ("2025-04-20x", None),
            ("20250420", None),
            ("2025-02-30T10:00", None),
            ("", None),
        ] {
            assert_eq!(day(text.as_bytes()), found, "{text}");
        }
    }
}
