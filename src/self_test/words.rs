//! What published.json says in words: which data, from where, in which unit.

use crate::{language, n};

/// So that every language has them; a name such as 6-MP is the same in all.
#[rustfmt::skip]
const TEXTS: &[&str] = &[
    n!("days"),
    n!("Remission of leukemia under 6-MP"),
    n!("weeks"),
    n!("placebo"),
    n!("Data: Freireich et al. 1963, Blood 21:699-716, as in Gehan 1965, Biometrika 52:203-223, and Klein and Moeschberger 2003, table 1.1; placebo arm complete. Log-rank 16.79 and medians 23 and 8 are in every textbook that uses the trial; bands, intervals and restricted means: R 4.2.2, survival 3.5-3, survfit(conf.type = \"log-log\"), survdiff."),
    n!("Maintenance chemotherapy in acute myelogenous leukemia"),
    n!("Maintained"),
    n!("Nonmaintained"),
    n!("Data: Embury et al. 1977, Western Journal of Medicine 126:267-272, as in Miller 1981, Survival Analysis, p. 49, and R's survival::aml. Medians 31 and 23 and log-rank 3.4, p 0.07 are the standard example of the package; survival, digits, intervals and restricted means: R 4.2.2, survival 3.5-3."),
    n!("Advanced lung cancer by sex"),
    n!("men"),
    n!("women"),
    n!("Data: Loprinzi et al. 1994, Journal of Clinical Oncology 12:601-607, as R's survival::lung. Medians 270 and 426, log-rank 10.3 and the Cox model of sex (Efron; -0.531, hazard ratio 0.588) are the standard example of the package; digits: R 4.2.2, survival 3.5-3."),
    n!("Stanford heart transplants"),
    n!("half days"),
    n!("all"),
    n!("Data: Crowley and Hu 1977, JASA 72:27-36, as R's survival::heart (Kalbfleisch and Prentice 1980); half days because a patient who died on the day of the transplant has it half a day earlier there. Transplant as a covariate in time, Efron: R 4.2.2, survival 3.5-3, coxph(Surv(start, stop, event) ~ transplant)."),
    n!("Wilson intervals: examples of Newcombe 1998, Statistics in Medicine 17:857-872; R 4.2.2, prop.test(correct = FALSE), says the same."),
];

/// A text of the file in the language that is spoken.
pub fn said(text: &str) -> String {
    let known = TEXTS.iter().find(|known| **known == text);
    known.map_or(text, |known| language::text(known)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::self_test::PUBLISHED;
    use crate::self_test::published::Published;

    #[test]
    fn every_language_says_what_the_file_says() {
        let published: Published = serde_json::from_str(PUBLISHED).expect("the published results");
        let of_case = published.cases.iter().flat_map(|case| [&case.name, &case.source]);
        for text in of_case.chain([&published.shares.source]) {
            assert!(TEXTS.contains(&text.as_str()), "{text}");
        }
        crate::language::german::spoken(|| {
            let case = &crate::self_test::run()[2];
            assert_eq!(
                (case.name.as_str(), case.unit.as_str()),
                ("Fortgeschrittener Lungenkrebs nach Geschlecht", "Tage")
            );
        });
    }
}
