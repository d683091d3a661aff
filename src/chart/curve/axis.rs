//! The time axis: how far it goes and where its ticks are.

/// Days between ticks that people count in: weeks of work, months, quarters, years.
const STEPS: [i32; 13] = [1, 2, 5, 10, 30, 60, 90, 180, 365, 730, 1_825, 3_650, 36_500];
/// Below this many days the ticks are closer than a month.
const SHORT: i32 = 60;
/// More ticks than this are noise, however wide the picture.
const MOST: i32 = 13;
/// Fewest days an axis shows.
const SHORTEST: i32 = 1;

/// Day at the right end: a little beyond the longest curve, so that its end is seen as an end.
pub fn last_day(longest: i32) -> i32 {
    longest.saturating_add(longest / 40).max(SHORTEST)
}

/// Ticks from day 0, `room` CSS pixels of axis with `gap` or more between two ticks.
pub fn ticks(last_day: i32, room: f64, gap: f64) -> Vec<i32> {
    let fits = |step: &&i32| {
        let months = last_day < SHORT || **step >= 30;
        months && last_day / **step < MOST && room * f64::from(**step) / f64::from(last_day) >= gap
    };
    let step = STEPS.iter().find(fits).copied().unwrap_or(i32::MAX);
    (0..=last_day).step_by(step as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_fall_on_days_people_count_in() {
        for (last_day, room, expected) in [
            (126, 916.0, vec![0, 30, 60, 90, 120]),
            (126, 240.0, vec![0, 30, 60, 90, 120]),
            (126, 120.0, vec![0, 60, 120]),
            (1, 240.0, vec![0, 1]),
            (6, 240.0, vec![0, 1, 2, 3, 4, 5, 6]),
            (45, 240.0, vec![0, 10, 20, 30, 40]),
            (59, 120.0, vec![0, 30]),
            (496, 400.0, vec![0, 60, 120, 180, 240, 300, 360, 420, 480]),
            (496, 240.0, vec![0, 90, 180, 270, 360, 450]),
            (3_075, 400.0, vec![0, 365, 730, 1095, 1460, 1825, 2190, 2555, 2920]),
            (50, 10.0, vec![0]),
        ] {
            assert_eq!(ticks(last_day, room, 40.0), expected, "{last_day} days in {room} px");
        }
    }

    #[test]
    fn the_axis_ends_a_little_after_the_longest_curve() {
        for (longest, last) in [(0, 1), (1, 1), (123, 126), (3_000, 3_075)] {
            assert_eq!(last_day(longest), last);
        }
    }

    #[test]
    fn there_are_never_too_many_ticks() {
        for last_day in (1..4_000).chain([100_000, 3_652_059, i32::MAX]) {
            let ticks = ticks(last_day, 1_400.0, 40.0);
            assert!(ticks.len() <= MOST as usize, "{last_day}: {}", ticks.len());
        }
    }
}
