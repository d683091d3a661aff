//! Lengths of time as exports write them → minutes.

use super::number;

/// What a plain number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Hours,
    Minutes,
    Seconds,
}

impl Unit {
    /// As the name of the column says; `None` where it says nothing.
    pub fn of_column(name: &str) -> Option<Unit> {
        let name = name.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if says(&["hour", "stunde", "heure", "hora", "(h)", "(hrs)"]) {
            Some(Unit::Hours)
        } else if says(&["second", "sekunde", "seconde", "segundo", "(s)", "(sec)"]) {
            Some(Unit::Seconds)
        } else if says(&["minute", "minuto", "(min)", "(m)", "mins"]) {
            Some(Unit::Minutes)
        } else {
            None
        }
    }

    fn minutes(self) -> f64 {
        match self {
            Unit::Hours => 60.0,
            Unit::Minutes => 1.0,
            Unit::Seconds => 1.0 / 60.0,
        }
    }
}

/// Minutes of `1h 59m 6s`, `1 hr 2 min`, `0:04:08`, `1:30` (hours and minutes), `PT42S`, or of a plain number of `unit`.
pub fn minutes(text: &str, unit: Unit, decimal_comma: bool) -> Option<f64> {
    let text = text.trim();
    if let Some(plain) = number::read(text, decimal_comma).filter(|_| !text.contains(['/', '%'])) {
        return Some(plain * unit.minutes());
    }
    by_colons(text).or_else(|| by_units(text))
}

/// Hours, minutes and perhaps seconds.
fn by_colons(text: &str) -> Option<f64> {
    let parts: Vec<f64> = text
        .split(':')
        .map(|part| part.parse().ok().filter(|_| part.bytes().all(|b| b.is_ascii_digit() || b == b'.')))
        .collect::<Option<_>>()?;
    match parts[..] {
        [hours, minutes] if minutes < 60.0 => Some(hours * 60.0 + minutes),
        [hours, minutes, seconds] if minutes < 60.0 && seconds < 60.0 => Some(hours * 60.0 + minutes + seconds / 60.0),
        _ => None,
    }
}

/// Numbers with their units, in any language known, ISO 8601 included.
fn by_units(text: &str) -> Option<f64> {
    let lower = text.to_lowercase();
    let iso = lower.strip_prefix('p').filter(|rest| rest.starts_with(|c: char| c == 't' || c.is_ascii_digit()));
    let lower = iso.map_or(lower.clone(), |rest| rest.replace('t', " "));
    let mut rest = lower.as_str();
    let mut total = 0.0;
    let mut found = false;
    loop {
        rest = rest.trim_start_matches([' ', ',', '\u{a0}', '.']);
        rest = rest.strip_prefix("and ").or(rest.strip_prefix("und ")).or(rest.strip_prefix("et ")).unwrap_or(rest);
        if rest.is_empty() {
            return found.then_some(total);
        }
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let count: f64 = rest[..end].parse().ok()?;
        rest = rest[end..].trim_start_matches([' ', '\u{a0}']);
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        total += count
            * match &rest[..end] {
                "d" | "day" | "days" | "tag" | "tage" | "jour" | "jours" | "día" | "días" => 1440.0,
                "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunde" | "stunden" | "heure" | "heures" | "hora"
                | "horas" => 60.0,
                "m" | "min" | "mins" | "minute" | "minutes" | "minuten" | "minuto" | "minutos" => 1.0,
                "s" | "sec" | "secs" | "second" | "seconds" | "sek" | "sekunde" | "sekunden" | "seconde"
                | "secondes" | "segundo" | "segundos" => 1.0 / 60.0,
                _ => return None,
            };
        found = true;
        rest = &rest[end..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_read_however_it_is_written() {
        for (text, unit, expected) in [
            ("1h 59m 6s", Unit::Minutes, 119.1),
            ("55m", Unit::Minutes, 55.0),
            ("0s", Unit::Minutes, 0.0),
            ("1 hr 2 min", Unit::Minutes, 62.0),
            ("2 hours and 3 minutes", Unit::Minutes, 123.0),
            ("1 Std. 5 Min.", Unit::Minutes, 65.0),
            ("0:04:08", Unit::Minutes, 4.0 + 8.0 / 60.0),
            ("00:45:12", Unit::Minutes, 45.2),
            ("1:30", Unit::Minutes, 90.0),
            ("PT42S", Unit::Minutes, 0.7),
            ("PT1H30M", Unit::Minutes, 90.0),
            ("P1DT2H", Unit::Minutes, 1560.0),
            ("1.5", Unit::Hours, 90.0),
            ("90", Unit::Seconds, 1.5),
            ("30", Unit::Minutes, 30.0),
        ] {
            let found = minutes(text, unit, false).unwrap_or_else(|| panic!("{text}"));
            assert!((found - expected).abs() < 1e-9, "{text}: {found}");
        }
        assert_eq!(minutes("1,5", Unit::Hours, true), Some(90.0));
    }

    #[test]
    fn what_is_no_length_of_time_is_not_read_as_one() {
        for text in ["", "half an hour", "1h x", "1:75", ":", "1:2:3:4", "P", "PT", "12 apples", "e", "1/2", "1:-5"] {
            assert_eq!(minutes(text, Unit::Minutes, false), None, "{text}");
        }
    }
}
