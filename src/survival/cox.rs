//! Cox's model with one covariate that is 0 until a person's day of exposure and 1 from the day after.
//!
//! The covariate is binary, so the partial likelihood needs only counts at each event time: n₀, n₁ at risk and d₀, d₁
//! events with x = 0 and x = 1. With θ = e^β and Efron's treatment of ties (1977),
//! ℓ(β) = Σ over event times of { β·d₁ − Σ l = 0 … d−1 of ln[(n₀ − l/d·d₀) + θ·(n₁ − l/d·d₁)] }.
//! The same as R's `coxph(Surv(start, stop, event) ~ x, ties = "efron")` on rows split at the exposure; lifelines'
//! `CoxTimeVaryingFitter` agrees. Where R and lifelines warn of an infinite coefficient and print a large one, this is
//! `None`. Assumes a ratio of hazards that is constant over time; removes immortal time, not confounding.

use serde::{Deserialize, Serialize};
use statrs::function::erf::erfc;

use super::{Band, Ending, Z95};

/// One person: days to the event or to the last day that counts, and the day of exposure if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exposure {
    pub time: i32,
    pub ending: Ending,
    /// x = 0 up to and including this day.
    pub exposed_on: Option<i32>,
}

impl Exposure {
    /// Exposed before the time ended, so that x = 1 was seen.
    fn is_exposed(&self) -> bool {
        self.exposed_on.is_some_and(|day| day < self.time)
    }
}

/// The fitted model. `estimate` is `None` when the likelihood has no finite maximum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CoxFit {
    pub n: u32,
    pub events: u32,
    /// People with x = 1 at some time.
    pub exposed: u32,
    /// Events with x = 1.
    pub exposed_events: u32,
    pub estimate: Option<Effect>,
}

/// A log hazard ratio with Wald's standard error, and what follows from them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Effect {
    pub beta: f64,
    pub se: f64,
    /// e^β.
    pub hazard_ratio: f64,
    /// 95 % interval of the hazard ratio.
    pub band: Band,
    pub z: f64,
    /// Two-sided.
    pub p: f64,
}

/// Fits the model. Whoever's time is 0 is never at risk.
pub fn cox(people: &[Exposure]) -> CoxFit {
    let events = || people.iter().filter(|person| person.ending == Ending::Event);
    CoxFit {
        n: people.len() as u32,
        events: events().count() as u32,
        exposed: people.iter().filter(|person| person.is_exposed()).count() as u32,
        exposed_events: events().filter(|person| person.is_exposed()).count() as u32,
        estimate: maximum(&event_times(people)),
    }
}

/// At risk and events at one event time, by the covariate (0, 1).
#[derive(Clone, Copy, Debug, Default)]
struct EventTime {
    n: [f64; 2],
    d: [f64; 2],
}

fn event_times(people: &[Exposure]) -> Vec<EventTime> {
    let sorted = |days: &mut dyn Iterator<Item = i32>| {
        let mut days: Vec<i32> = days.collect();
        days.sort_unstable();
        days
    };
    let ends = sorted(&mut people.iter().map(|person| person.time));
    let exposed = || people.iter().filter(|person| person.is_exposed());
    let exposed_ends = sorted(&mut exposed().map(|person| person.time));
    let exposures = sorted(&mut exposed().filter_map(|person| person.exposed_on));
    let events = people.iter().filter(|person| person.ending == Ending::Event && person.time > 0);
    let mut events: Vec<(i32, bool)> = events.map(|person| (person.time, person.is_exposed())).collect();
    events.sort_unstable();

    let before = |days: &[i32], t: i32| days.partition_point(|&day| day < t);
    let at_time = |same: &[(i32, bool)]| {
        let t = same[0].0;
        let at_risk = ends.len() - before(&ends, t);
        // Exposed before t, less those of them whose time was over before t.
        let x = before(&exposures, t) - before(&exposed_ends, t);
        let d = same.iter().filter(|(_, exposed)| *exposed).count();
        EventTime { n: [(at_risk - x) as f64, x as f64], d: [(same.len() - d) as f64, d as f64] }
    };
    events.chunk_by(|a, b| a.0 == b.0).map(at_time).collect()
}

/// ℓ(β), its slope and its curvature with the sign turned (the information).
fn likelihood(times: &[EventTime], beta: f64) -> [f64; 3] {
    let theta = beta.exp();
    let (mut value, mut slope, mut information) = (0.0, 0.0, 0.0);
    for EventTime { n, d } in times {
        let tied = d[0] + d[1];
        value += beta * d[1];
        slope += d[1];
        for l in 0..tied as u32 {
            let gone = f64::from(l) / tied;
            let (zero, one) = (n[0] - gone * d[0], theta * (n[1] - gone * d[1]));
            let share = one / (zero + one);
            value -= (zero + one).ln();
            slope -= share;
            information += share * (1.0 - share);
        }
    }
    [value, slope, information]
}

/// Newton's method from β = 0. A step that would lower ℓ is halved, which cannot fail: ℓ is strictly concave here.
fn maximum(times: &[EventTime]) -> Option<Effect> {
    const STEPS: usize = 100;
    const HALVINGS: usize = 60;
    // ℓ falls without end on either side only if each kind has an event while the other is at risk.
    let meets = |x: usize| times.iter().any(|time| time.d[x] > 0.0 && time.n[1 - x] > 0.0);
    if !(meets(0) && meets(1)) {
        return None;
    }
    let mut beta = 0.0;
    let [mut value, mut slope, mut information] = likelihood(times, beta);
    for _ in 0..STEPS {
        let mut step = slope / information;
        if step.abs() <= 1e-12 * beta.abs().max(1.0) {
            break;
        }
        let mut next = likelihood(times, beta + step);
        for _ in 0..HALVINGS {
            if next[0] >= value - 1e-12 * value.abs() {
                break;
            }
            step /= 2.0;
            next = likelihood(times, beta + step);
        }
        beta += step;
        [value, slope, information] = next;
    }
    let se = information.sqrt().recip();
    let z = beta / se;
    let band = Band { lower: (beta - Z95 * se).exp(), upper: (beta + Z95 * se).exp() };
    let p = erfc(z.abs() / std::f64::consts::SQRT_2);
    Some(Effect { beta, se, hazard_ratio: beta.exp(), band, z, p })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `(time, event, exposed on)`; a negative day is no exposure.
    fn people(rows: &[(i32, bool, i32)]) -> Vec<Exposure> {
        let person = |&(time, event, day): &(i32, bool, i32)| Exposure {
            time,
            ending: if event { Ending::Event } else { Ending::Censored },
            exposed_on: (day >= 0).then_some(day),
        };
        rows.iter().map(person).collect()
    }

    #[test]
    fn the_score_equation_worked_out_by_hand() {
        // Nine learners of shared/reference/README.md, "tiny": θ/(7+θ) + θ/(6+θ) + 3θ/(3+3θ) + θ/(3+θ) + θ/(2+θ) = 2.
        let fit = cox(&people(&[
            (10, true, -1),
            (20, true, 20),
            (20, true, -1),
            (30, false, 22),
            (114, false, 50),
            (40, true, 21),
            (60, true, -1),
            (60, false, -1),
            (25, true, 10),
        ]));
        assert_eq!((fit.n, fit.events, fit.exposed, fit.exposed_events), (9, 6, 4, 2));
        let theta = fit.estimate.unwrap().hazard_ratio;
        let score: f64 = [1.0 / (7.0 + theta), 1.0 / (6.0 + theta), 1.0 / (1.0 + theta)]
            .into_iter()
            .chain([1.0 / (3.0 + theta), 1.0 / (2.0 + theta)])
            .sum();
        assert!((theta * score - 2.0).abs() < 1e-12 && (theta - 1.9286).abs() < 5e-5, "{theta}");
    }

    #[test]
    fn two_people_of_each_kind() {
        let fit = cox(&people(&[(1, true, 0), (2, true, -1), (3, false, 0), (3, false, -1)]));
        let effect = fit.estimate.unwrap();
        // At risk 2 and 2, then 2 and 1: 1 = θ/(1+θ) + θ/(2+θ), so θ² = 2.
        assert!((effect.hazard_ratio - std::f64::consts::SQRT_2).abs() < 1e-12, "{effect:?}");
    }

    #[test]
    fn no_estimate_without_a_finite_maximum() {
        for rows in [
            vec![],
            vec![(5, true, -1)],
            vec![(5, true, -1), (9, false, -1)],
            // Every event has x = 1 while others are at risk without it; and the other way round.
            vec![(5, true, 1), (9, false, -1)],
            vec![(5, true, -1), (9, false, 1)],
            // The exposed person's event comes when nobody else is left.
            vec![(5, true, -1), (9, true, 1)],
            // Exposure on the day of the event is not seen.
            vec![(5, true, 5), (9, true, -1), (9, false, 1)],
            // Nobody is at risk on day 0.
            vec![(0, true, -1), (0, true, -1), (3, false, 1)],
        ] {
            assert_eq!(cox(&people(&rows)).estimate, None, "{rows:?}");
        }
    }

    #[test]
    fn a_large_effect_is_still_found() {
        // One exposed event among 10 000 unexposed at risk, later one unexposed event beside an exposed person.
        let mut rows = vec![(1, true, 0), (3, false, 1), (2, true, -1)];
        rows.extend(vec![(2, false, -1); 10_000]);
        let effect = cox(&people(&rows)).estimate.unwrap();
        // 1 = θ/(10002 + θ) + θ/(10001 + θ), so θ² = 10001 · 10002.
        assert!((effect.hazard_ratio.powi(2) / (10_001.0 * 10_002.0) - 1.0).abs() < 1e-9, "{effect:?}");
    }
}
