//! The text alternative: the finding in one sentence, and where the numbers are.

use super::Subject;
use super::steps::Steps;

const TABLE: &str = "The table below has the numbers.";

pub fn text(curves: &[Steps<'_>], subject: &Subject) -> String {
    let are = subject.are;
    let by_day = |curve: &Steps<'_>| curve.median().map(|day| format!("by day {day}"));
    let finding = match curves {
        [] => "No curve is drawn.".to_owned(),
        [curve] if curve.last_share() == 0.0 => {
            format!("{}: none {are} by day {}, the last one followed.", curve.name(), curve.last_day())
        }
        [curve] => match by_day(curve) {
            Some(day) => format!("{}: half {are} {day}.", curve.name()),
            None => format!("{}: fewer than half {are} by day {}.", curve.name(), curve.last_day()),
        },
        several => {
            let half = |curve| by_day(curve).unwrap_or_else(|| "not reached".to_owned());
            let each: Vec<String> = several.iter().map(|curve| format!("{} {}", curve.name(), half(curve))).collect();
            format!("Half {are}: {}.", each.join(", "))
        }
    };
    format!("{} by {}. {finding} {TABLE}", subject.share, subject.since)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::curve::{COMPETENCY, Leavers, sample};

    #[test]
    fn the_finding_comes_before_the_table() {
        let reached = sample::hand_checked();
        let nobody = sample::of_people(&[(40, false), (50, false)]);
        let some = sample::of_people(&[(9, true), (30, false), (31, false)]);
        let steps = |data, name| Steps::of(&sample::series(name, 0, data), Leavers::Censored);
        for (curves, finding) in [
            (vec![], "No curve is drawn."),
            (vec![steps(&reached, "")], "All learners: half are competent by day 30."),
            (vec![steps(&some, "A")], "A: fewer than half are competent by day 31."),
            (vec![steps(&nobody, "A")], "A: none are competent by day 50, the last one followed."),
            (vec![steps(&reached, "A"), steps(&nobody, "B")], "Half are competent: A by day 30, B not reached."),
        ] {
            assert_eq!(text(&curves, &COMPETENCY), format!("Share competent by days since start. {finding} {TABLE}"));
        }
    }
}
