//! Repetitions of a calendar's events (RFC 5545, section 3.3.10) in whole days.

use crate::time::{Day, Month};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Every {
    Day,
    Week,
    Month,
    Year,
}

/// A rule such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=6`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    every: Every,
    interval: i32,
    count: Option<usize>,
    until: Option<Day>,
    /// Days of the week from Monday = 0; the number says which one of the month, from the end where negative, 0 for each.
    weekdays: Vec<(i32, i32)>,
    /// Days of the month, from the end where negative.
    month_days: Vec<i32>,
    /// Which of the days of a month, from the end where negative.
    places: Vec<i32>,
    week_start: i32,
}

/// The most repetitions of one event.
const MOST: usize = 5_000;

impl Rule {
    /// `None` for a rule with parts that are not understood.
    pub fn parse(text: &str) -> Option<Rule> {
        let mut rule = Rule {
            every: Every::Day,
            interval: 1,
            count: None,
            until: None,
            weekdays: Vec::new(),
            month_days: Vec::new(),
            places: Vec::new(),
            week_start: 0,
        };
        let mut has_frequency = false;
        for part in text.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            let numbers = || {
                value
                    .split(',')
                    .map(|number| number.parse::<i32>().ok().filter(|n| *n != 0))
                    .collect::<Option<Vec<_>>>()
            };
            match name {
                "FREQ" => {
                    has_frequency = true;
                    rule.every = match value {
                        "DAILY" => Every::Day,
                        "WEEKLY" => Every::Week,
                        "MONTHLY" => Every::Month,
                        "YEARLY" => Every::Year,
                        _ => return None,
                    };
                }
                "INTERVAL" => rule.interval = value.parse().ok().filter(|n| (1..=10_000).contains(n))?,
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => rule.until = Some(super::day(value)?),
                "BYDAY" => rule.weekdays = value.split(',').map(weekday_of).collect::<Option<_>>()?,
                "BYMONTHDAY" => rule.month_days = numbers()?,
                "BYSETPOS" => rule.places = numbers()?,
                "WKST" => rule.week_start = weekday_of(value)?.1,
                _ => return None,
            }
        }
        let by_parts = !(rule.weekdays.is_empty() && rule.month_days.is_empty() && rule.places.is_empty());
        (has_frequency && !(rule.every == Every::Year && by_parts)).then_some(rule)
    }

    /// The days of an event that begins on `start`, up to and including `last`.
    pub fn days(&self, start: Day, last: Day) -> Vec<Day> {
        let last = self.until.map_or(last, |until| until.min(last));
        let most = self.count.map_or(MOST, |count| count.min(MOST));
        let mut days = Vec::new();
        // Far more periods than days, so that an empty one such as February 30 does not end the series.
        for period in 0..MOST as i32 * 10 {
            let (first, mut found) = self.period(start, period);
            if first > last || days.len() >= most {
                break;
            }
            found.retain(|day| *day >= start && *day <= last);
            days.extend(found);
        }
        days.truncate(most);
        days
    }

    /// The first day of the period and the days in it, ascending.
    fn period(&self, start: Day, period: i32) -> (Day, Vec<Day>) {
        let step = period.saturating_mul(self.interval);
        match self.every {
            Every::Day => {
                let day = start.plus(step);
                let wanted =
                    self.weekdays.is_empty() || self.weekdays.iter().any(|(_, wanted)| *wanted == weekday(day));
                (day, if wanted { vec![day] } else { Vec::new() })
            }
            Every::Week => {
                let monday = start.plus(-(weekday(start) - self.week_start).rem_euclid(7) + step.saturating_mul(7));
                let own = [(0, weekday(start))];
                let wanted = if self.weekdays.is_empty() { &own[..] } else { &self.weekdays };
                let mut days: Vec<Day> =
                    wanted.iter().map(|(_, day)| monday.plus((day - self.week_start).rem_euclid(7))).collect();
                days.sort_unstable();
                days.dedup();
                (monday, days)
            }
            Every::Month => {
                let month = Month(start.month().0.saturating_add(step));
                (month.first_day(), self.of_month(month, start))
            }
            Every::Year => {
                let month = Month(start.month().0.saturating_add(step.saturating_mul(12)));
                (month.first_day(), day_of(month, day_number(start)).into_iter().collect())
            }
        }
    }

    fn of_month(&self, month: Month, start: Day) -> Vec<Day> {
        let (first, last) = (month.first_day(), month.last_day());
        let mut days: Vec<Day> = match (self.weekdays.is_empty(), self.month_days.is_empty()) {
            (true, true) => day_of(month, day_number(start)).into_iter().collect(),
            (true, false) => self.month_days.iter().filter_map(|number| day_of(month, *number)).collect(),
            (false, _) => (first.0..=last.0)
                .map(Day)
                .filter(|day| {
                    let (from_start, from_end) = ((day.0 - first.0) / 7 + 1, -((last.0 - day.0) / 7 + 1));
                    let is_place = |place: i32| place == 0 || place == from_start || place == from_end;
                    self.weekdays.iter().any(|(place, wanted)| *wanted == weekday(*day) && is_place(*place))
                })
                .filter(|day| self.month_days.is_empty() || self.month_days.contains(&day_number(*day)))
                .collect(),
        };
        days.sort_unstable();
        days.dedup();
        if self.places.is_empty() {
            return days;
        }
        let count = days.len() as i32;
        let is_wanted =
            |at: usize| self.places.iter().any(|place| *place == at as i32 + 1 || *place == at as i32 - count);
        days.into_iter().enumerate().filter(|(at, _)| is_wanted(*at)).map(|(_, day)| day).collect()
    }
}

/// Monday is 0; day 0 was a Thursday.
fn weekday(day: Day) -> i32 {
    (day.0 + 3).rem_euclid(7)
}

/// `MO`, `2TU`, `-1FR`.
fn weekday_of(text: &str) -> Option<(i32, i32)> {
    let at = text.len().checked_sub(2)?;
    let (number, name) = (text.get(..at)?, text.get(at..)?);
    let day = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].iter().position(|known| *known == name)? as i32;
    Some((if number.is_empty() { 0 } else { number.parse().ok()? }, day))
}

fn day_number(day: Day) -> i32 {
    day.0 - day.month().first_day().0 + 1
}

/// A day of a month by its number, from the end where negative; `None` where the month has none.
fn day_of(month: Month, number: i32) -> Option<Day> {
    let (first, last) = (month.first_day(), month.last_day());
    let day = if number > 0 { first.plus(number - 1) } else { last.plus(number.saturating_add(1)) };
    (first..=last).contains(&day).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_falls_on_the_days_its_rule_says() {
        for (rule, expected) in [
            ("FREQ=DAILY;COUNT=3", "06 07 08"),
            ("FREQ=DAILY;INTERVAL=10", "06 16 26"),
            ("FREQ=DAILY;BYDAY=SA,SU;COUNT=3", "11 12 18"),
            ("FREQ=WEEKLY;UNTIL=20250120T090000Z", "06 13 20"),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=4", "06 08 20 22"),
            ("FREQ=WEEKLY;BYDAY=SU;COUNT=2", "12 19"),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU;COUNT=2", "19"),
            ("FREQ=MONTHLY;BYDAY=2TU", "14"),
            ("FREQ=MONTHLY;BYDAY=-1FR", "31"),
            ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "31"),
            ("FREQ=MONTHLY;BYMONTHDAY=-1,15", "15 31"),
            ("FREQ=YEARLY", "06"),
        ] {
            let days =
                Rule::parse(rule).unwrap().days(Day::parse("2025-01-06").unwrap(), Day::parse("2025-01-31").unwrap());
            let days: Vec<String> = days.iter().map(|day| day.to_string()[8..].to_owned()).collect();
            assert_eq!(days.join(" "), expected, "{rule}");
        }
        let last = Rule::parse("FREQ=MONTHLY").unwrap();
        let days = last.days(Day::parse("2025-01-31").unwrap(), Day::parse("2025-05-31").unwrap());
        assert_eq!(days.len(), 3, "months without a 31st have none");
    }

    #[test]
    fn what_is_not_understood_is_no_rule() {
        for rule in [
            "",
            "FREQ=HOURLY",
            "FREQ=WEEKLY;BYHOUR=9",
            "FREQ=WEEKLY;INTERVAL=0",
            "COUNT=3",
            "FREQ",
            "FREQ=DAILY;BYDAY=é",
            "FREQ=YEARLY;BYDAY=1MO",
            "FREQ=MONTHLY;BYMONTHDAY=0",
        ] {
            assert_eq!(Rule::parse(rule), None, "{rule}");
        }
        let endless = Rule::parse("FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=12").unwrap();
        assert!(endless.days(Day::parse("2025-02-01").unwrap(), Day::LATEST).is_empty());
    }
}
