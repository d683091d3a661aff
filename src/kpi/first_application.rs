//! First application within a window after the first completed module (metrics.md 6.1).

use serde::{Deserialize, Serialize};

use crate::cohort::{Groups, Member};
use crate::record::EventKind;
use crate::survival::{Band, Z95};
use crate::table::Runs;
use crate::time::Day;

/// Where one learner stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Neither in the window nor mature.
    NotCounted(Waiting),
    /// Completed; the window is still open.
    InWindow,
    /// The window is over; `anchor` is the day of the first completion.
    Mature { anchor: Day, in_time: bool },
}

/// Why a learner is in no window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    NothingCompleted,
    /// Left before the window was over.
    Left,
}

/// A share of people against a target, with its Wilson interval (metrics.md 6.1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    pub group: String,
    pub numerator: u32,
    pub denominator: u32,
    pub rate: Option<f64>,
    pub band: Option<Band>,
    /// People whose window is still open.
    pub in_window: u32,
}

impl Share {
    /// Without a figure where nothing of the kind is recorded: nobody had one then, and nobody was counted either.
    pub fn where_recorded(self, is_recorded: bool) -> Share {
        match is_recorded {
            true => self,
            false => Share { numerator: 0, denominator: 0, rate: None, band: None, ..self },
        }
    }
}

/// Day of a learner's first event of a kind from the start to the data date, before or after leaving.
fn first(runs: &Runs, learner: &Member, kind: EventKind, cutoff: Day) -> Option<i32> {
    let mut days = runs.day[runs.run(learner.person, kind)].iter();
    days.find(|&&day| day >= learner.start).filter(|&&day| day <= cutoff.0).copied()
}

/// Day of the first completed module: what an application and an uplift are counted from.
pub fn anchor(runs: &Runs, learner: &Member, cutoff: Day) -> Option<i32> {
    first(runs, learner, EventKind::Completed, cutoff)
}

/// The standing of each learner. The anchor and the application may lie behind the day of leaving.
pub fn standings(runs: &Runs, learners: &[Member], cutoff: Day, window: i32) -> Vec<Standing> {
    let standing = |learner: &Member| {
        let Some(anchor) = anchor(runs, learner, cutoff) else {
            return Standing::NotCounted(Waiting::NothingCompleted);
        };
        let end = anchor.saturating_add(window);
        if end <= learner.last {
            let applied = first(runs, learner, EventKind::Applied, cutoff);
            let in_time = applied.is_some_and(|applied| applied <= end);
            Standing::Mature { anchor: Day(anchor), in_time }
        } else if learner.left {
            Standing::NotCounted(Waiting::Left)
        } else {
            Standing::InWindow
        }
    };
    learners.iter().map(standing).collect()
}

/// The share of each group, in the order of the groups.
pub fn shares(standings: &[Standing], groups: &Groups) -> Vec<Share> {
    let empty = |name: &String| Share {
        group: name.clone(),
        numerator: 0,
        denominator: 0,
        rate: None,
        band: None,
        in_window: 0,
    };
    let mut shares: Vec<Share> = groups.names.iter().map(empty).collect();
    for (standing, &group) in standings.iter().zip(&groups.of) {
        let share = &mut shares[group as usize];
        match standing {
            Standing::NotCounted(_) => {}
            Standing::InWindow => share.in_window += 1,
            Standing::Mature { in_time, .. } => {
                share.denominator += 1;
                share.numerator += u32::from(*in_time);
            }
        }
    }
    for share in &mut shares {
        if share.denominator > 0 {
            share.rate = Some(f64::from(share.numerator) / f64::from(share.denominator));
            share.band = Some(wilson(share.numerator, share.denominator));
        }
    }
    shares
}

/// Wilson's 95 % interval of a share (1927), without continuity correction. `n` is at least 1.
pub fn wilson(successes: u32, n: u32) -> Band {
    let (n, p) = (f64::from(n), f64::from(successes) / f64::from(n));
    let z2 = Z95 * Z95;
    let center = p + z2 / (2.0 * n);
    let half = Z95 * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    Band { lower: ((center - half) / scale).max(0.0), upper: ((center + half) / scale).min(1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilsons_interval_of_shares_worked_out_elsewhere() {
        // Figures of method.md: 7 of 10, 5 of 8, 35 of 50.
        for (successes, n, lower, upper) in [(7, 10, 0.40, 0.89), (5, 8, 0.31, 0.86), (35, 50, 0.56, 0.81)] {
            let band = wilson(successes, n);
            assert!(
                (band.lower - lower).abs() < 0.005 && (band.upper - upper).abs() < 0.005,
                "{successes} of {n}: {band:?}"
            );
        }
        assert!(wilson(0, 4).lower == 0.0 && wilson(4, 4).upper == 1.0);
    }
}
