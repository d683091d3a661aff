//! The company's year: when the rollout began, when the files were exported, when the desk is staffed for training.

use rampline::time::{Day, Month};

/// Written as in the files. Only for dates that exist.
pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a date in the program")
}

pub fn launch() -> Day {
    day("2025-10-06")
}

/// Managers are involved eight weeks before the launch.
pub fn kick_off() -> Day {
    launch().plus(-56)
}

/// The day the files were exported; the latest event lies on it.
pub fn data_date() -> Day {
    day("2026-09-30")
}

/// 0 is Monday.
fn weekday(day: Day) -> i32 {
    (day.0 + 3).rem_euclid(7)
}

/// This day if observing and coaching happen on it: else Friday for a Saturday, or the next such day.
pub fn workday(day: Day) -> Day {
    let closed = ["2025-12-25", "2025-12-26", "2026-01-01", "2026-04-06"];
    let mut day = day.plus(-i32::from(weekday(day) == 5));
    while weekday(day) > 4 || closed.contains(&day.to_string().as_str()) {
        day = day.plus(1);
    }
    day
}

/// The Monday on which the cohort of a month begins.
pub fn first_monday(month: Month) -> Day {
    let first = month.first_day();
    first.plus((7 - weekday(first)) % 7)
}

/// The last Monday to Friday of a month: when the figures of the month are exported.
pub fn month_end(month: Month) -> Day {
    let last = month.last_day();
    last.plus(-(weekday(last) - 4).max(0))
}
