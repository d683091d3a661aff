//! Laws of the survival statistics, whatever the spells (metrics.md section 4).

use proptest::prelude::*;
use proptest::sample::select;
use rampline::survival::{
    CurveRow, Ending, RiskRow, cumulative_incidence, curve, difference, follow_up, incidence_milestones, milestones,
    quantiles, restricted_mean, risk_table,
};

use crate::support::cases;
use Ending::{Censored, Event, Left};

type Spell = (i32, Ending);

/// Mostly few distinct days, so that ties are everywhere.
pub fn spells(most: usize) -> impl Strategy<Value = Vec<Spell>> {
    let endings = prop_oneof![
        3 => Just(vec![Event, Event, Left, Censored]),
        1 => Just(vec![Event]),
        1 => Just(vec![Event, Censored]),
        1 => Just(vec![Left, Censored]),
    ];
    let span = select(vec![1, 12, 120, 5000]);
    (endings, span).prop_flat_map(move |(endings, span)| prop::collection::vec((0..span, select(endings)), 1..most))
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// Value of a step function after day t.
fn after<R>(rows: &[R], t: i32, time: fn(&R) -> i32, value: fn(&R) -> f64, start: f64) -> f64 {
    rows.iter().rfind(|row| time(row) <= t).map_or(start, value)
}

fn s_after(curve: &[CurveRow], t: i32) -> f64 {
    after(curve, t, |row| row.t, |row| row.s, 1.0)
}

fn swapped(spells: &[Spell], a: Ending, b: Ending) -> Vec<Spell> {
    let swap = |ending| {
        if ending == a {
            b
        } else if ending == b {
            a
        } else {
            ending
        }
    };
    spells.iter().map(|&(t, ending)| (t, swap(ending))).collect()
}

fn table(spells: &[Spell]) -> Vec<RiskRow> {
    risk_table(spells.iter().copied())
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn who_is_at_risk_adds_up(spells in spells(60)) {
        let table = table(&spells);
        prop_assert_eq!(table[0].n as usize, spells.len());
        for pair in table.windows(2) {
            prop_assert!(pair[0].t < pair[1].t);
            prop_assert_eq!(pair[1].n, pair[0].n - pair[0].d - pair[0].c);
        }
        for row in &table {
            let count = |of: fn(&Spell, i32) -> bool| spells.iter().filter(|spell| of(spell, row.t)).count() as u32;
            prop_assert_eq!(row.n, count(|spell, t| spell.0 >= t));
            prop_assert_eq!(row.d, count(|spell, t| *spell == (t, Event)));
            prop_assert_eq!(row.left, count(|spell, t| *spell == (t, Left)));
            prop_assert_eq!(row.c, row.left + count(|spell, t| *spell == (t, Censored)));
            prop_assert!(row.d + row.c > 0);
        }
    }

    #[test]
    fn a_curve_falls_from_one_towards_nought_inside_its_band(spells in spells(60)) {
        let rows = curve(&table(&spells));
        let mut before = 1.0;
        for row in &rows {
            prop_assert!((0.0..=before).contains(&row.s));
            prop_assert_eq!(row.s < before, row.d > 0);
            prop_assert_eq!(row.band.is_none(), row.s == 0.0);
            if let Some(band) = row.band {
                prop_assert!(0.0 <= band.lower && band.lower <= row.s && row.s <= band.upper && band.upper <= 1.0, "{:?}", row);
                prop_assert_eq!(band.lower == band.upper, row.s == 1.0);
            }
            before = row.s;
        }
    }

    #[test]
    fn the_order_of_people_does_not_matter((spells, shuffled) in spells(60).prop_flat_map(|s| (Just(s.clone()), Just(s).prop_shuffle()))) {
        prop_assert_eq!(table(&spells), table(&shuffled));
    }

    #[test]
    fn without_censoring_everything_is_a_plain_share(times in prop::collection::vec(0i32..100, 1..60), tau in 1i32..120) {
        let spells: Vec<Spell> = times.iter().map(|&t| (t, Event)).collect();
        let table = table(&spells);
        let (rows, incidence) = (curve(&table), cumulative_incidence(&table));
        let n = times.len() as f64;
        for (row, other) in rows.iter().zip(&incidence) {
            let share = times.iter().filter(|&&t| t > row.t).count() as f64 / n;
            prop_assert!(near(row.s, share) && near(other.i, 1.0 - share));
        }
        let mean = times.iter().map(|&t| f64::from(t.min(tau))).sum::<f64>() / n;
        prop_assert!(near(restricted_mean(&rows, Some(tau)).value.unwrap(), mean));
    }

    #[test]
    fn quantiles_rise_and_lie_in_their_intervals(spells in spells(60)) {
        let rows = curve(&table(&spells));
        let found = quantiles(&rows);
        let never = |t: Option<i32>| t.unwrap_or(i32::MAX);
        for quantile in &found {
            prop_assert!(never(quantile.lower) <= never(quantile.upper));
            if let Some(t) = quantile.t {
                prop_assert!(s_after(&rows, t) <= 1.0 - quantile.q + 1e-12);
                prop_assert!(s_after(&rows, t - 1) > 1.0 - quantile.q + 1e-12);
                // At S = 0 there is no band to reach the level.
                prop_assert!(never(quantile.lower) <= t || rows.iter().any(|row| row.t == t && row.band.is_none()));
                prop_assert!(t <= never(quantile.upper));
            }
        }
        for pair in found.windows(2) {
            prop_assert!(never(pair[0].t) <= never(pair[1].t));
            prop_assert!(never(pair[0].lower) <= never(pair[1].lower));
            prop_assert!(never(pair[0].upper) <= never(pair[1].upper));
        }
    }

    #[test]
    fn a_restricted_mean_is_the_area_up_to_its_horizon(spells in spells(60), tau in 1i32..200) {
        let rows = curve(&table(&spells));
        let of = |tau| restricted_mean(&rows, Some(tau));
        let found = of(tau);
        let area: f64 = (0..tau).map(|day| s_after(&rows, day)).sum();
        prop_assert!(near(found.value.unwrap(), area), "{:?} {}", found, area);
        prop_assert!((0.0..=f64::from(tau)).contains(&found.value.unwrap()));
        prop_assert!(found.se.unwrap() >= 0.0);
        prop_assert!(of(tau + 1).value >= found.value);
        let (none, band) = difference(&found, &found).unwrap();
        prop_assert!(none == 0.0 && near(band.lower, -band.upper));
    }

    #[test]
    fn another_unit_of_time_scales_the_curve(spells in spells(60), factor in 2i32..9, tau in 1i32..200) {
        let scaled: Vec<Spell> = spells.iter().map(|&(t, ending)| (t * factor, ending)).collect();
        let (table, scaled) = (table(&spells), table(&scaled));
        let (rows, slow) = (curve(&table), curve(&scaled));
        let stretched: Vec<CurveRow> = rows.iter().map(|row| CurveRow { t: row.t * factor, ..*row }).collect();
        prop_assert_eq!(&slow, &stretched);
        for (quick, slow) in quantiles(&rows).iter().zip(quantiles(&slow)) {
            let times = |q: &rampline::survival::Quantile| [q.t, q.lower, q.upper];
            prop_assert_eq!(times(quick).map(|t| t.map(|t| t * factor)), times(&slow));
        }
        let (quick, slow) = (restricted_mean(&rows, Some(tau)), restricted_mean(&slow, Some(tau * factor)));
        prop_assert!(near(quick.value.unwrap() * f64::from(factor), slow.value.unwrap()));
        prop_assert!(near(quick.se.unwrap() * f64::from(factor), slow.se.unwrap()));
        prop_assert_eq!(follow_up(&table).map(|t| t * factor), follow_up(&scaled));
        let shares = |table: &[RiskRow]| cumulative_incidence(table).iter().map(|row| (row.i, row.band)).collect::<Vec<_>>();
        prop_assert_eq!(shares(&table), shares(&scaled));
    }

    #[test]
    fn follow_up_is_the_median_with_the_roles_changed(spells in spells(60)) {
        // Twice as slow, and what is no event half a day later: then nothing falls on one day.
        let apart: Vec<Spell> = spells.iter().map(|&(t, e)| (2 * t + i32::from(e != Event), e)).collect();
        let plain: Vec<Spell> = apart.iter().map(|&(t, e)| (t, if e == Left { Censored } else { e })).collect();
        let reversed = curve(&table(&swapped(&plain, Event, Censored)));
        prop_assert_eq!(follow_up(&table(&spells)), quantiles(&reversed)[1].t.map(|t| t / 2));
    }

    #[test]
    fn competency_leaving_and_neither_make_up_everybody(spells in spells(60)) {
        let own = table(&spells);
        let (by, leaving) = (cumulative_incidence(&own), cumulative_incidence(&table(&swapped(&spells, Event, Left))));
        let either: Vec<Spell> = spells.iter().map(|&(t, e)| (t, if e == Left { Event } else { e })).collect();
        let (either, alone) = (curve(&table(&either)), curve(&own));
        let i_after = |rows: &[_], t| after(rows, t, |row: &rampline::survival::IncidenceRow| row.t, |row| row.i, 0.0);
        let mut before = 0.0;
        for row in &by {
            let sum = row.i + i_after(&leaving, row.t) + s_after(&either, row.t);
            prop_assert!(near(sum, 1.0), "{} at {}", sum, row.t);
            prop_assert!(before - 1e-12 <= row.i && row.i <= 1.0 - s_after(&alone, row.t) + 1e-12);
            prop_assert_eq!(row.band.is_none(), row.i <= 0.0 || 1.0 - row.i <= 1e-12);
            if let Some(band) = row.band {
                prop_assert!(0.0 <= band.lower && band.lower <= row.i && row.i <= band.upper && band.upper <= 1.0, "{:?}", row);
            }
            before = row.i;
        }
        if spells.iter().all(|(_, ending)| *ending != Left) {
            prop_assert!(by.iter().all(|row| near(row.i, 1.0 - s_after(&alone, row.t))));
        }
    }

    #[test]
    fn milestones_are_the_curve_read_at_their_days(spells in spells(60)) {
        let table = table(&spells);
        let (rows, incidence) = (curve(&table), cumulative_incidence(&table));
        let last = table.last().unwrap();
        for (milestone, of_all) in milestones(&rows).iter().zip(incidence_milestones(&incidence, &table)) {
            let known = milestone.t <= last.t || s_after(&rows, last.t) == 0.0;
            prop_assert_eq!(milestone.share, known.then(|| 1.0 - s_after(&rows, milestone.t)));
            let known = milestone.t <= last.t || last.d + last.left == last.n;
            prop_assert_eq!(of_all.share.is_some(), known);
            if let (Some(share), Some(of_all)) = (milestone.share, of_all.share) {
                prop_assert!(of_all <= share + 1e-12);
            }
        }
    }
}
