//! Numbers with a point or a comma before the decimals, in groups of three or not.

/// Whether a comma stands before the decimals in these values: some value can be read only so, and none only the other
/// way.
pub fn has_decimal_comma<'a>(values: impl Iterator<Item = &'a str>) -> bool {
    let mut comma = false;
    for value in values {
        let value = value.trim_end_matches(['%', ' ', '\u{a0}']);
        if read(value, false).is_none() {
            comma |= read(value, true).is_some();
        } else if value.contains('.') && read(value, true).is_none() {
            return false;
        }
    }
    comma
}

/// A finite number; a share such as `85 %` is its hundredths, and of `4 / 5` the first number is meant.
pub fn read(text: &str, decimal_comma: bool) -> Option<f64> {
    let text = text.split('/').next()?.trim().trim_end_matches('%').trim_end();
    let (point, group) = if decimal_comma { (',', '.') } else { ('.', ',') };
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, decimals) = digits.split_once(point).unwrap_or((digits, ""));
    let groups: Vec<&str> = whole.split([group, ' ', '\u{a0}', '\u{202f}', '\'', '’']).collect();
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let sound = all_digits(decimals)
        && groups.iter().all(|group| all_digits(group))
        && groups[1..].iter().all(|group| group.len() == 3)
        && !(whole.is_empty() && decimals.is_empty())
        && (groups.len() == 1 || (1..=3).contains(&groups[0].len()));
    if !sound {
        return None;
    }
    let value: f64 = format!("{}.{decimals}0", groups.concat()).parse().ok()?;
    value.is_finite().then_some(sign * value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_by_the_sign_before_the_decimals() {
        for (text, comma, expected) in [
            ("4", false, Some(4.0)),
            ("3.5", false, Some(3.5)),
            ("3,5", true, Some(3.5)),
            ("1,234.5", false, Some(1234.5)),
            ("1.234,5", true, Some(1234.5)),
            ("1 234", true, Some(1234.0)),
            ("-2,25", true, Some(-2.25)),
            ("85 %", false, Some(85.0)),
            ("4 / 5", false, Some(4.0)),
            (".5", false, Some(0.5)),
            ("3,5", false, None),
            ("1,23,456", false, None),
            ("", false, None),
            (".", false, None),
            ("much", false, None),
            ("1e9", false, None),
            ("12a", false, None),
        ] {
            assert_eq!(read(text, comma), expected, "{text}");
        }
    }

    #[test]
    fn the_column_decides_about_the_comma() {
        for (values, expected) in [
            (vec!["3,5", "4"], true),
            (vec!["1,234", "2"], false),
            (vec!["3.5", "4"], false),
            (vec!["3,5", "4.25"], false),
            (vec!["much"], false),
        ] {
            assert_eq!(has_decimal_comma(values.iter().copied()), expected, "{values:?}");
        }
    }
}
