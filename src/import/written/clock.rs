//! Times of day.

/// Minutes since midnight of `10:00:00 AM`, `17:30`, `9 PM`, `12.45`; `None` for anything else.
pub fn minutes(text: &str) -> Option<f64> {
    let lower = text.trim().to_lowercase().replace("a.m.", "am").replace("p.m.", "pm");
    let (digits, half) = match (lower.strip_suffix("am"), lower.strip_suffix("pm")) {
        (Some(rest), _) => (rest.trim_end(), Some(0.0)),
        (_, Some(rest)) => (rest.trim_end(), Some(12.0)),
        _ => (lower.as_str(), None),
    };
    let number =
        |part: &str| part.parse::<f64>().ok().filter(|_| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()));
    let parts: Vec<f64> = digits.split([':', '.', 'h']).map(number).collect::<Option<_>>()?;
    let (hour, minute, second) = match (parts[..].as_ref(), half) {
        ([hour], Some(_)) => (*hour, 0.0, 0.0),
        ([hour, minute], _) => (*hour, *minute, 0.0),
        ([hour, minute, second], _) => (*hour, *minute, *second),
        _ => return None,
    };
    let hour = match half {
        // Twelve is the hour before one.
        Some(half) if (1.0..=12.0).contains(&hour) => hour % 12.0 + half,
        Some(_) => return None,
        None => hour,
    };
    (hour < 24.0 && minute < 60.0 && second < 60.0).then_some(hour * 60.0 + minute + second / 60.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_minutes_since_midnight() {
        for (text, expected) in [
            ("10:00:00 AM", Some(600.0)),
            ("12:30 AM", Some(30.0)),
            ("12:00 PM", Some(720.0)),
            ("9 pm", Some(1260.0)),
            ("17:30", Some(1050.0)),
            ("9h05", Some(545.0)),
            ("24:00", None),
            ("13:00 PM", None),
            ("9", None),
            ("", None),
            ("noon", None),
            ("1:2:3:4", None),
        ] {
            assert_eq!(minutes(text), expected, "{text}");
        }
    }
}
