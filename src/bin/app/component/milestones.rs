//! The numbers beside the curve: milestones with intervals, and what stands behind them.

use leptos::prelude::*;
use rampline::analysis::{Milestone, Quantile, TtcCurve};
use rampline::chart::curve::Leavers;
use rampline::format;

use super::data_table::{Cell, Table, data_table};
use super::part::section;
use crate::page::curves::Scene;

/// Competent share at 30, 60 and 90 days; with leavers censored also the days until a quarter, half, three quarters.
pub fn milestones(scene: &Scene) -> AnyView {
    let censored = scene.leavers() == Leavers::Censored;
    let (caption, heads): (_, &[&str]) = match censored {
        true => (
            "Competent share with its 95 % interval, and days until a quarter, half and three quarters are competent",
            &["Group", "People", "Day 30", "Day 60", "Day 90", "25 %", "Median", "75 %"],
        ),
        false => (
            "Competent share of all who started, with its 95 % interval",
            &["Group", "People", "Day 30", "Day 60", "Day 90"],
        ),
    };
    let row = |data: &TtcCurve| {
        let mut row = vec![scene.name(data).to_owned().into(), format::count(data.curve.n.into()).into()];
        if censored {
            row.extend(data.milestones.iter().map(milestone));
            row.extend(data.curve.quantiles.iter().map(quantile));
        } else {
            row.extend(data.of_all_started.milestones.iter().map(milestone));
        }
        row
    };
    let table = Table {
        label: "Milestones, table",
        caption: caption.to_owned(),
        head: heads.iter().map(|head| (*head).to_owned()).collect(),
        rows: scene.curves().into_iter().map(|(_, data)| row(data)).collect(),
    };
    section("milestones", "Milestones at 30, 60 and 90 days", data_table(table))
}

fn milestone(milestone: &Milestone) -> Cell {
    Cell {
        value: milestone.share.map_or_else(|| "not reached".to_owned(), format::share),
        under: milestone.band.map(format::share_interval).unwrap_or_default(),
    }
}

fn quantile(quantile: &Quantile) -> Cell {
    Cell {
        value: quantile.t.map_or_else(|| "not reached".to_owned(), |t| t.to_string()),
        under: format::day_interval(quantile.lower, quantile.upper).unwrap_or_default(),
    }
}

/// How many stand behind a curve, how long they were followed, and who needs a refresh.
pub fn behind(scene: &Scene) -> AnyView {
    let heads = [
        "Group",
        "Competent",
        "Censored",
        "of them left",
        "Needs a refresh",
        "Mean days until competent",
        "Follow-up, days",
    ];
    let table = Table {
        label: "Behind the curve, table",
        caption: "Censored: still learning on the cut-off date, or left before. Needs a refresh: competent once, and a behaviour no longer holds. Follow-up: half were watched at least that long (reverse Kaplan–Meier).".to_owned(),
        head: heads.map(str::to_owned).into(),
        rows: scene.curves().into_iter().map(|(_, data)| behind_row(scene.name(data), data)).collect(),
    };
    section("behind", "Behind the curve", data_table(table))
}

fn behind_row(name: &str, data: &TtcCurve) -> Vec<Cell> {
    let count = |n: u32| Cell::from(format::count(n.into()));
    let mean = match (data.rmst.value, data.rmst.tau) {
        (Some(value), Some(tau)) => format!("{} of the first {tau}", format::decimal(value)),
        _ => format::NOT_DEFINED.to_owned(),
    };
    let follow_up = data.follow_up.map_or_else(|| "not reached".to_owned(), |days| days.to_string());
    vec![
        name.to_owned().into(),
        count(data.curve.events),
        count(data.curve.censored),
        count(data.of_all_started.left),
        count(data.needs_refresh),
        mean.into(),
        follow_up.into(),
    ]
}
