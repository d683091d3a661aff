//! Small groups (metrics.md section 10): what is shown and its total reveal nothing about fewer than the limit.

use proptest::prelude::*;
use rampline::definition::{Definition, Grouping};
use rampline::privacy::{Other, Suppression, Total, suppress, suppress_choice};
use rampline::protocol::Ask;
use serde_json::Value;

use crate::company::companies;
use crate::support::{cases, engine_of, report};

/// The rule in the words of section 10, one group at a time.
fn by_hand(sizes: &[u64], limit: u64) -> Vec<bool> {
    let mut hidden: Vec<bool> = sizes.iter().map(|&size| size > 0 && size < limit).collect();
    while hidden.contains(&true) {
        let sum: u64 = sizes.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(size, _)| size).sum();
        let count = hidden.iter().filter(|hidden| **hidden).count();
        // Of equal ones the first by name: `min_by_key` returns the first.
        let next = (0..sizes.len()).filter(|&at| !hidden[at] && sizes[at] > 0).min_by_key(|&at| sizes[at]);
        match next {
            Some(next) if count < 2 || sum < limit => hidden[next] = true,
            _ => break,
        }
    }
    hidden
}

fn shown(sizes: &[u64], limit: u64) -> Suppression {
    suppress(sizes, limit, Total::Shown(sizes.iter().sum()))
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn nothing_can_be_found_by_subtraction(sizes in prop::collection::vec(0u64..14, 0..9), limit in 3u64..9) {
        let total: u64 = sizes.iter().sum();
        let found = suppress(&sizes, limit, Total::Shown(total));
        prop_assert_eq!(found.overall_hidden, total < limit);
        let of = |wanted: bool| {
            let groups = sizes.iter().zip(&found.hidden).filter(move |(size, hidden)| **size > 0 && **hidden == wanted);
            groups.map(|(size, _)| *size)
        };
        prop_assert!(of(false).all(|size| size >= limit), "no small group is shown");
        prop_assert!(sizes.iter().zip(&found.hidden).all(|(&size, &hidden)| size > 0 || !hidden), "nobody is no group");
        let (count, sum, shown) = (of(true).count(), of(true).sum::<u64>(), of(false).count());
        if total >= limit && count > 0 && shown > 0 {
            prop_assert!(count >= 2 && sum >= limit, "{:?} of {:?}", found.hidden, sizes);
        }
        prop_assert_eq!(&found.hidden, &by_hand(&sizes, limit));
    }

    /// Groups of people of whom a choice leaves some out: what is shown with it and without it, beside both sums.
    #[test]
    fn nothing_follows_about_the_few_left_out(groups in prop::collection::vec((0u64..14, 0u64..9), 0..9), limit in 3u64..9) {
        let (sizes, left): (Vec<u64>, Vec<u64>) = groups.into_iter().unzip();
        let without: Vec<u64> = sizes.iter().zip(&left).map(|(size, left)| size + left).collect();
        let before = shown(&without, limit);
        let found = suppress_choice(&sizes, &[Other { sizes: without.clone(), shown: before.clone() }], limit);
        let few = |people: u64| (1..limit).contains(&people);
        let sum = |of: &[u64]| of.iter().zip(&found.hidden).filter(|(_, hidden)| **hidden).map(|(n, _)| n).sum::<u64>();
        if sizes.iter().sum::<u64>() < limit || few(left.iter().sum()) {
            prop_assert!(found.overall_hidden);
        }
        if !found.overall_hidden {
            for at in (0..sizes.len()).filter(|&at| !found.hidden[at]) {
                prop_assert!(!before.hidden[at] && !few(sizes[at]) && !few(left[at]), "{:?}", found.hidden);
            }
            prop_assert!(!few(sum(&sizes)) && !few(sum(&left)) && !few(sum(&without)), "{:?}", found.hidden);
            let hidden = (0..sizes.len()).filter(|&at| found.hidden[at] && sizes[at] > 0).count();
            prop_assert!(hidden != 1, "{:?}", found.hidden);
        }
        let same = Other { sizes: sizes.clone(), shown: shown(&sizes, limit) };
        prop_assert_eq!(suppress_choice(&sizes, &[same], limit).hidden, shown(&sizes, limit).hidden);
    }

    /// Two choices beside each other, of which neither holds the other, and what is shown without them.
    #[test]
    fn nothing_follows_about_the_few_between_two_choices(
        groups in prop::collection::vec((0u64..14, 0u64..9, 0u64..9), 0..6), limit in 3u64..9,
    ) {
        let all: Vec<u64> = groups.iter().map(|(size, a, b)| size + a.max(b)).collect();
        let one: Vec<u64> = groups.iter().zip(&all).map(|((_, a, _), all)| all - a).collect();
        let sizes: Vec<u64> = groups.iter().zip(&all).map(|((_, _, b), all)| all - b).collect();
        let all = Other { shown: shown(&all, limit), sizes: all };
        let one = Other { shown: suppress_choice(&one, std::slice::from_ref(&all), limit), sizes: one };
        let others: Vec<Other> = [all, one].into_iter().filter(|other| !other.shown.overall_hidden).collect();
        let found = suppress_choice(&sizes, &others, limit);
        if found.overall_hidden {
            return Ok(());
        }
        let few = |a: u64, b: u64| (1..limit).contains(&a.abs_diff(b));
        for other in &others {
            let sum = |of: &[u64], wanted: bool| {
                of.iter().zip(&found.hidden).filter(|(_, hidden)| **hidden == wanted).map(|(n, _)| n).sum::<u64>()
            };
            for at in (0..sizes.len()).filter(|&at| !found.hidden[at]) {
                prop_assert!(!other.shown.hidden[at] && !few(sizes[at], other.sizes[at]));
            }
            prop_assert!(!few(sum(&sizes, true), sum(&other.sizes, true)));
            prop_assert!(!few(sum(&sizes, true) + sum(&sizes, false), other.sizes.iter().sum()));
        }
    }

    #[test]
    fn the_order_of_names_decides_between_equal_groups_only(sizes in prop::collection::vec(0u64..14, 0..9), limit in 3u64..9) {
        let total = Total::Shown(sizes.iter().sum());
        let hidden_sizes = |sizes: &[u64]| {
            let found = suppress(sizes, limit, total);
            let mut hidden: Vec<u64> = sizes.iter().zip(found.hidden).filter(|(_, hidden)| *hidden).map(|(size, _)| *size).collect();
            hidden.sort();
            hidden
        };
        let turned: Vec<u64> = sizes.iter().rev().copied().collect();
        prop_assert_eq!(hidden_sizes(&sizes), hidden_sizes(&turned));
    }

    #[test]
    fn without_a_total_beside_them_only_small_groups_are_hidden(sizes in prop::collection::vec(0u64..14, 0..9), limit in 3u64..9) {
        let found = suppress(&sizes, limit, Total::NotShown);
        prop_assert!(!found.overall_hidden);
        prop_assert_eq!(found.hidden, sizes.iter().map(|&size| size > 0 && size < limit).collect::<Vec<_>>());
    }
}

/// Names and sizes of the groups of a list in the report.
fn sizes(groups: &Value, key: &str) -> (Vec<String>, Vec<u64>) {
    let groups = groups.as_array().unwrap().iter();
    groups.map(|group| (group["group"].as_str().unwrap().to_owned(), group[key].as_u64().unwrap())).unzip()
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn every_view_and_file_passes_through_it(company in companies(), min_group in -1i64..6) {
        let definition = Definition { min_group, k: 1, n: 1, ..Definition::default() };
        let limit = definition.min_group_in_force();
        let mut engine = engine_of(&[&company.people_csv(), &company.events_csv()]);
        let report = report(&mut engine, &definition);
        let published = &report["published"];
        prop_assert_eq!(&published["min_group"], limit);
        let hidden = |(names, sizes): (Vec<String>, Vec<u64>)| -> Vec<String> {
            names.into_iter().zip(by_hand(&sizes, limit)).filter(|(_, hidden)| *hidden).map(|(name, _)| name).collect()
        };
        prop_assert_eq!(&published["first_application"]["hidden"], &Value::from(hidden(sizes(&report["first_application"]["team"], "denominator"))));
        prop_assert_eq!(&published["coaching"]["hidden"], &Value::from(hidden(sizes(&report["coaching"]["team"], "n"))));

        for (by, key) in Grouping::SPLITS.into_iter().zip(["team", "cohort", "role"]) {
            let (names, people) = sizes(&report["ttc"][key]["groups"], "n");
            let hidden = hidden((names.clone(), people));
            prop_assert_eq!(&published["ttc"][key]["hidden"], &Value::from(hidden.clone()));
            let shown: Vec<&String> = names.iter().filter(|name| !hidden.contains(name)).collect();
            let listed: Vec<&str> = published["ttc"][key]["rmst"].as_array().unwrap().iter().map(|group| group["group"].as_str().unwrap()).collect();
            prop_assert_eq!(&listed, &shown);

            let ask = Ask { definition: definition.clone(), version: String::new(), grouping: by, ..Ask::default() };
            let Some(analysis) = engine.analyze(&ask).cloned() else { continue };
            prop_assert_eq!(analysis.ttc.is_none(), published["ttc"]["overall_hidden"].as_bool().unwrap());
            let csv = engine.curve_csv(&ask);
            let mut in_csv: Vec<String> =
                csv::Reader::from_reader(&csv[..]).records().map(|row| row.unwrap()[0].trim_start_matches('\'').to_owned()).collect();
            in_csv.dedup();
            match analysis.breakdown {
                Some(breakdown) => {
                    prop_assert_eq!(breakdown.hidden, hidden);
                    let curves: Vec<&String> = breakdown.shown.groups.iter().map(|ttc| &ttc.curve.group).collect();
                    prop_assert_eq!(&curves, &shown);
                    prop_assert_eq!(in_csv.iter().collect::<Vec<_>>(), shown);
                }
                None => prop_assert!(analysis.ttc.is_none() && in_csv.is_empty()),
            }
            if let Some(share) = analysis.first_application {
                prop_assert!(u64::from(share.denominator) >= limit);
            }
        }
    }
}
