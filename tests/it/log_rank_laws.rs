//! Laws of the log-rank test and of Holm's correction, and the test itself worked out the long way.

use proptest::prelude::*;
use rampline::survival::{Ending, LogRank, RiskRow, holm, log_rank, risk_table};

use crate::support::cases;
use crate::survival_laws::spells;

type Spells = Vec<(i32, Ending)>;

fn groups() -> impl Strategy<Value = Vec<Spells>> {
    prop::collection::vec(spells(14), 0..5)
}

fn test(groups: &[Spells]) -> LogRank {
    let tables: Vec<Vec<RiskRow>> = groups.iter().map(|spells| risk_table(spells.iter().copied())).collect();
    log_rank(&tables.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-8 * a.abs().max(b.abs()).max(1.0)
}

/// χ² = zᵀ V⁻¹ z person by person, V solved by elimination; none where metrics.md says so.
fn by_hand(groups: &[Spells]) -> Option<(f64, usize)> {
    let mut times: Vec<i32> =
        groups.iter().flatten().filter(|(_, ending)| *ending == Ending::Event).map(|(t, _)| *t).collect();
    times.sort();
    times.dedup();
    let first = *times.first()?;
    let part: Vec<&Spells> = groups.iter().filter(|group| group.iter().any(|(t, _)| *t >= first)).collect();
    let at_risk = |group: &Spells, time: i32| group.iter().filter(|(t, _)| *t >= time).count() as f64;
    let events =
        |group: &Spells, time: i32| group.iter().filter(|spell| **spell == (time, Ending::Event)).count() as f64;
    let total = |of: &dyn Fn(&Spells, i32) -> f64, time: i32| part.iter().map(|group| of(group, time)).sum::<f64>();
    if part.len() < 2 || total(&at_risk, first) == total(&events, first) {
        return None;
    }
    let size = part.len() - 1;
    // Rows of V with z behind them.
    let mut system = vec![vec![0.0; size + 1]; size];
    for time in times {
        let (n, d) = (total(&at_risk, time), total(&events, time));
        for g in 0..size {
            let n_g = at_risk(part[g], time);
            system[g][size] += events(part[g], time) - d * n_g / n;
            for h in 0..size {
                let n_h = at_risk(part[h], time);
                let own = if g == h { n_g / n } else { 0.0 };
                system[g][h] += if n > 1.0 { d * (n - d) / (n - 1.0) * (own - n_g * n_h / n / n) } else { 0.0 };
            }
        }
    }
    let z: Vec<f64> = system.iter().map(|row| row[size]).collect();
    for pivot in 0..size {
        let best = (pivot..size).max_by(|&a, &b| system[a][pivot].abs().total_cmp(&system[b][pivot].abs()))?;
        system.swap(pivot, best);
        for other in (0..size).filter(|&other| other != pivot) {
            let factor = system[other][pivot] / system[pivot][pivot];
            let from = system[pivot].clone();
            system[other].iter_mut().zip(from).for_each(|(cell, from)| *cell -= factor * from);
        }
    }
    Some(((0..size).map(|g| z[g] * system[g][size] / system[g][g]).sum(), size))
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn it_is_what_the_formula_says(groups in groups()) {
        let found = test(&groups);
        let expected = by_hand(&groups);
        prop_assert_eq!(found.chi2.is_some(), expected.is_some(), "{:?} {:?}", found, expected);
        prop_assert_eq!((found.df.is_some(), found.p.is_some()), (expected.is_some(), expected.is_some()));
        if let Some((chi2, df)) = expected {
            prop_assert!(near(found.chi2.unwrap(), chi2), "{:?} {}", found, chi2);
            prop_assert_eq!(found.df, Some(df as u32));
            prop_assert!(found.chi2 >= Some(0.0) && (0.0..=1.0).contains(&found.p.unwrap()));
        }
    }

    #[test]
    fn the_order_of_groups_and_people_and_the_unit_of_time_do_not_matter(
        (groups, shuffled) in groups().prop_flat_map(|g| (Just(g.clone()), Just(g).prop_shuffle())),
        factor in 2i32..9,
    ) {
        let turned: Vec<Spells> =
            shuffled.iter().map(|group| group.iter().rev().map(|&(t, ending)| (t * factor, ending)).collect()).collect();
        let (a, b) = (test(&groups), test(&turned));
        prop_assert_eq!((a.df, a.chi2.is_some()), (b.df, b.chi2.is_some()));
        if let (Some(a), Some(b)) = (a.chi2, b.chi2) {
            prop_assert!(near(a, b), "{} {}", a, b);
        }
    }

    #[test]
    fn groups_that_are_alike_do_not_differ(spells in spells(20), copies in 2usize..5) {
        if let Some(chi2) = test(&vec![spells; copies]).chi2 {
            prop_assert!(chi2.abs() < 1e-12, "{}", chi2);
        }
    }

    #[test]
    fn holm_only_ever_raises_and_keeps_the_order(p in prop::collection::vec(prop::option::weighted(0.8, 0.0..=1.0), 0..12)) {
        let found = holm(&p);
        prop_assert_eq!(found.len(), p.len());
        let known: Vec<f64> = p.iter().flatten().copied().collect();
        for (raw, corrected) in p.iter().zip(&found) {
            let Some(raw) = raw else { prop_assert_eq!(corrected, &None); continue };
            // The largest of what every p up to this one becomes: (how many are at least as large as it) · p.
            let step = |q: &f64| (known.iter().filter(|other| *other >= q).count() as f64 * q).min(1.0);
            let expected = known.iter().filter(|q| *q <= raw).map(step).fold(0.0, f64::max);
            prop_assert!(near(corrected.unwrap(), expected), "{:?} {}", corrected, expected);
            prop_assert!(corrected.unwrap() >= *raw);
        }
    }
}
