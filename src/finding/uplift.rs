//! How a measured indicator changed after the first completed module.

use super::{FEW_PEOPLE, Finding};
use crate::analysis::{Band, Uplift};
use crate::{format, t};

/// Said with every uplift (Barnett, van der Pols and Dobson 2005, International Journal of Epidemiology 34:215–220).
fn regression() -> String {
    t!("If people came to the training because their figure was far from the usual, part of the change is regression to \
        the mean and would have come without it.")
    .to_owned()
}

/// The change of one item and what its interval makes of it. Nothing here compares with people who were not trained.
pub fn uplift(found: &Uplift) -> Finding {
    let item = &found.item;
    let people = format::people(found.n);
    if found.n < 2 {
        let caveat = t!("Up to 90 days on each side of the first completed module count.");
        let headline = t!("No figure yet for {item}: it needs people measured before and after.", item);
        return Finding::new(headline, [caveat.to_owned()]);
    }
    let Some(uplift) = found.uplift else {
        let caveat =
            t!("{people} are measured on both sides. A change in percent needs a mean before that is above 0.", people);
        return Finding::new(t!("No change in percent for {item}.", item), [caveat]);
    };
    let size = format::change(uplift.abs());
    let size = size.trim_start_matches('+');
    let changed = match uplift {
        // What reads as 0 is not said to differ.
        _ if size == format::change(0.0) => t!("After the first completed module {item} is the same as before", item),
        0.0.. => t!("After the first completed module {item} is {size} higher than before", item, size),
        _ => t!("After the first completed module {item} is {size} lower than before", item, size),
    };
    let Some(band) = found.band else {
        let headline = t!("{changed}; the interval is not defined.", changed);
        return Finding::new(headline, [t!("{people} are measured before and after.", people), regression()]);
    };
    let headline = match includes(band, 0.0) {
        true => t!("{changed}; chance explains a change of this size.", changed),
        false => format!("{changed}."),
    };
    let few = if found.n < FEW_PEOPLE { t!("Few people: read the interval, not the number.") } else { "" };
    let caveat = [
        t!(
            "95\u{a0}% interval {interval}, {people} measured before and after.",
            interval = format::change_interval(band),
            people
        ),
        target(found, band),
        few.to_owned(),
        regression(),
    ];
    Finding::new(headline, caveat)
}

/// Several indicators beside each other; of one the whole sentence.
pub fn uplifts(found: &[Uplift]) -> Finding {
    if let [only] = found {
        return uplift(only);
    }
    let changes: Vec<String> =
        found.iter().filter_map(|item| Some(format!("{} {}", item.item, format::change(item.uplift?)))).collect();
    if changes.is_empty() {
        return Finding::new(t!("No figure yet: nobody is measured before and after."), []);
    }
    let chance = found.iter().filter_map(|item| item.band).filter(|band| includes(*band, 0.0)).count();
    let chance = match chance {
        0 => String::new(),
        1 => t!("Of one of them the interval holds 0: chance explains that change.").to_owned(),
        n => t!("Of {n} of them the interval holds 0: chance explains those changes.", n),
    };
    let headline = t!("After the first completed module: {changes}.", changes = changes.join(", "));
    Finding::new(headline, [chance, regression()])
}

fn includes(band: Band, value: f64) -> bool {
    band.lower <= value && value <= band.upper
}

fn target(found: &Uplift, band: Band) -> String {
    let target = format::change(found.target);
    let met = if found.lower_is_better { band.upper < found.target } else { band.lower > found.target };
    match (includes(band, found.target), met) {
        (true, _) => t!("The target of {target} is inside the interval.", target),
        (false, true) => t!("The whole interval is beyond the target of {target}.", target),
        (false, false) => t!("The whole interval falls short of the target of {target}.", target),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::plain;

    fn of(n: u32, uplift: Option<f64>, band: Option<(f64, f64)>, lower_is_better: bool) -> Uplift {
        Uplift {
            item: "Conversion".to_owned(),
            lower_is_better,
            target: if lower_is_better { -0.1 } else { 0.1 },
            n,
            baseline: Some(10.0),
            post: Some(11.0),
            uplift,
            band: band.map(|(lower, upper)| Band { lower, upper }),
        }
    }

    #[test]
    fn a_change_is_said_no_stronger_than_its_interval() {
        for (uplift_of, band, lower_is_better, headline, target) in [
            (
                0.154,
                (-0.016, 0.353),
                false,
                "15.4 % higher than before; chance explains a change of this size.",
                "The target of +10.0 % is inside the interval.",
            ),
            (0.154, (0.12, 0.19), false, "15.4 % higher than before.", "beyond the target of +10.0 %."),
            (0.05, (0.02, 0.08), false, "5.0 % higher than before.", "falls short of the target of +10.0 %."),
            (-0.15, (-0.2, -0.11), true, "15.0 % lower than before.", "beyond the target of −10.0 %."),
            (0.05, (0.02, 0.08), true, "5.0 % higher than before.", "falls short of the target of −10.0 %."),
            (
                0.0,
                (-0.1, 0.2),
                false,
                "the same as before; chance explains a change of this size.",
                "The target of +10.0 % is inside the interval.",
            ),
        ] {
            let finding = plain(uplift(&of(45, Some(uplift_of), Some(band), lower_is_better)));
            assert_eq!(finding.headline, format!("After the first completed module Conversion is {headline}"));
            assert!(finding.caveat.contains(target), "{}", finding.caveat);
            assert!(finding.caveat.contains("45 people measured before and after"), "{}", finding.caveat);
            assert!(finding.caveat.contains("regression to the mean"), "{}", finding.caveat);
        }
    }

    #[test]
    fn what_is_not_defined_says_why() {
        for (found, headline) in [
            (of(0, None, None, false), "No figure yet for Conversion: it needs people measured before and after."),
            (of(9, None, None, false), "No change in percent for Conversion."),
            (
                of(9, Some(-1.0), None, false),
                "After the first completed module Conversion is 100.0 % lower than before; the interval is not defined.",
            ),
        ] {
            assert_eq!(plain(uplift(&found)).headline, headline);
        }
    }

    #[test]
    fn several_indicators_are_said_beside_each_other() {
        let first = of(45, Some(0.154), Some((-0.016, 0.353)), false);
        let second = Uplift { item: "Errors".to_owned(), ..of(45, Some(-0.15), Some((-0.2, -0.11)), true) };
        let finding = plain(uplifts(&[first.clone(), second]));
        assert_eq!(finding.headline, "After the first completed module: Conversion +15.4 %, Errors −15.0 %.");
        assert!(finding.caveat.starts_with("Of one of them the interval holds 0"), "{}", finding.caveat);
        assert_eq!(uplifts(std::slice::from_ref(&first)), uplift(&first));
        assert!(uplifts(&[]).headline.starts_with("No figure yet"));
    }
}
