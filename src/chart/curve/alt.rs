//! The text alternative: the finding in one sentence, and where the numbers are.

use super::Subject;
use super::steps::Steps;
use crate::{language, t};

/// Closes the text alternative of every picture.
pub(in crate::chart) fn see_table() -> &'static str {
    t!("The table below has the numbers.")
}

pub fn text(curves: &[Steps<'_>], subject: &Subject) -> String {
    let [share, since, are] = [subject.share, subject.since, subject.are].map(language::text);
    let finding = match curves {
        [] => t!("No curve is drawn.").to_owned(),
        [curve] => {
            let (name, last) = (curve.name(), curve.last_day());
            match curve.median() {
                _ if curve.last_share() == 0.0 => {
                    t!("{name}: none {are} by day {last}, the last one followed.", name, are, last)
                }
                Some(day) => t!("{name}: half {are} by day {day}.", name, are, day),
                None => t!("{name}: fewer than half {are} by day {last}.", name, are, last),
            }
        }
        several => {
            let each = several.iter().map(|curve| match (curve.name(), curve.median()) {
                (name, Some(day)) => t!("{name} by day {day}", name, day),
                (name, None) => t!("{name} not reached", name),
            });
            t!("Half {are}: {each}.", are, each = each.collect::<Vec<_>>().join(", "))
        }
    };
    format!("{} {finding} {}", t!("{share} by {since}.", share, since), see_table())
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
            assert_eq!(
                text(&curves, &COMPETENCY),
                format!("Share competent by days since start. {finding} {}", see_table())
            );
        }
    }

    #[test]
    fn another_language_says_it_in_its_own_order() {
        let reached = sample::hand_checked();
        let nobody = sample::of_people(&[(40, false), (50, false)]);
        let steps = |data, name| Steps::of(&sample::series(name, 0, data), Leavers::Censored);
        crate::language::german::spoken(|| {
            let curves = [steps(&reached, "A"), steps(&nobody, "B")];
            assert_eq!(
                text(&curves[..1], &COMPETENCY),
                "Anteil kompetent, Tage seit Beginn. A: zur Hälfte kompetent bis Tag 30. Die Tabelle darunter enthält die \
                 Zahlen."
            );
            assert!(text(&curves, &COMPETENCY).contains("Zur Hälfte kompetent: A bis Tag 30, B nicht erreicht."));
        });
    }
}
