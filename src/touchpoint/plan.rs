//! The default plan: which touchpoints are due in which days around the launch.

use serde::{Deserialize, Serialize};

/// A stretch of days around the launch. A touchpoint belongs to the phase of its window's last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Phase {
    PreLaunch,
    Activation,
    Consolidation,
    Reinforcement,
}

impl Phase {
    pub const ALL: [Phase; 4] = [Phase::PreLaunch, Phase::Activation, Phase::Consolidation, Phase::Reinforcement];

    pub fn name(self) -> &'static str {
        match self {
            Phase::PreLaunch => "pre-launch",
            Phase::Activation => "activation",
            Phase::Consolidation => "consolidation",
            Phase::Reinforcement => "reinforcement",
        }
    }

    /// That of a day, counted from the launch; what comes before all of them is of the first.
    pub fn of(day: i32) -> Phase {
        Phase::ALL.into_iter().rev().find(|phase| phase.days().0 <= day).unwrap_or(Phase::PreLaunch)
    }

    /// First day, and the day after the last one, from the launch; reinforcement goes on.
    pub fn days(self) -> (i32, Option<i32>) {
        match self {
            Phase::PreLaunch => (-56, Some(0)),
            Phase::Activation => (0, Some(14)),
            Phase::Consolidation => (14, Some(56)),
            Phase::Reinforcement => (56, None),
        }
    }
}

/// How often a window comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    Times(i32),
    /// With every window that begins by the data date.
    UntilDataDate,
}

/// Touchpoints of one item: windows of equal length, one right after another. Days are days from the launch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touchpoint {
    /// `item` of the events that serve it.
    pub item: &'static str,
    /// First day of the first window; `None` for "by a day".
    pub first: Option<i32>,
    /// Last day of the first window.
    pub last: i32,
    pub repeats: Repeats,
    /// Touchpoints that share a window.
    pub each: u32,
}

const fn by(item: &'static str, last: i32) -> Touchpoint {
    Touchpoint { item, first: None, last, repeats: Repeats::Times(1), each: 1 }
}

const fn every(item: &'static str, first: i32, days: i32, repeats: Repeats) -> Touchpoint {
    Touchpoint { item, first: Some(first), last: first + days - 1, repeats, each: 1 }
}

/// Windows are at least a week long, so that an event follows within a week on the end of at most one of them.
pub const PLAN: [Touchpoint; 10] = [
    by("briefing", -42),
    by("pledge", -42),
    by("learning_map", -14),
    every("weekly_check", 0, 7, Repeats::Times(6)),
    every("check_in_1", 0, 7, Repeats::Times(1)),
    every("check_in_3", 14, 7, Repeats::Times(1)),
    Touchpoint { each: 2, ..every("role_play", 0, 28, Repeats::Times(1)) },
    every("micro_coaching", 14, 7, Repeats::UntilDataDate),
    every("conversation", 0, 30, Repeats::UntilDataDate),
    every("calibration", 0, 91, Repeats::UntilDataDate),
];
