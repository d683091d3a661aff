//! Competent share at 30, 60 and 90 days; with leavers censored also the days until a quarter, half, three quarters.

use super::Stage;
use super::document::{Block, Cell, Section, Table};
use crate::analysis::{Milestone, Quantile, TtcCurve};
use crate::chart::curve::Leavers;
use crate::inspect::Number;
use crate::{format, language, n, t};

pub fn milestones(stage: &Stage<'_>) -> Section {
    let censored = stage.view.leavers == Leavers::Censored;
    let (caption, head): (_, &[&'static str]) = match censored {
        true => (
            t!(
                "Competent share with its 95 % interval, and days until a quarter, half and three quarters are competent"
            ),
            &[n!("Group"), n!("People"), n!("Day 30"), n!("Day 60"), n!("Day 90"), "25 %", n!("Median"), "75 %"],
        ),
        false => (
            t!("Competent share of all who started, with its 95 % interval"),
            &[n!("Group"), n!("People"), n!("Day 30"), n!("Day 60"), n!("Day 90")],
        ),
    };
    let row = |data: &TtcCurve, name: &str| {
        let mut row: Vec<Cell> = vec![name.into(), format::count(data.curve.n.into()).into()];
        if censored {
            let of = stage.of(data);
            let share = |m: &Milestone| milestone(m).opening(Number::CompetentShare { of: of.clone(), day: m.t });
            let day = |q: &Quantile| {
                let percent = (q.q * 100.0).round() as u32;
                quantile(q).opening(Number::Quantile { of: of.clone(), percent })
            };
            row.extend(data.milestones.iter().map(share));
            row.extend(data.curve.quantiles.iter().map(day));
        } else {
            let share = |m: &Milestone| milestone(m).opening(Number::ShareOfAll { of: stage.of(data), day: m.t });
            row.extend(data.of_all_started.milestones.iter().map(share));
        }
        row
    };
    let rows = stage.curves.iter().map(|(_, data)| row(data, stage.name(data))).collect();
    let head: Vec<&str> = head.iter().map(|head| language::text(head)).collect();
    let table = Table::new(t!("Milestones, table"), caption, &head, rows);
    Section::new("milestones", t!("Milestones at 30, 60 and 90 days"), [Block::Table(table)])
}

pub(super) fn milestone(milestone: &Milestone) -> Cell {
    Cell {
        value: milestone.share.map_or_else(|| t!("not reached").to_owned(), format::share),
        under: milestone.band.map(format::share_interval).unwrap_or_default(),
        opens: None,
    }
}

pub(super) fn quantile(quantile: &Quantile) -> Cell {
    Cell {
        value: quantile.t.map_or_else(|| t!("not reached").to_owned(), |t| t.to_string()),
        under: format::day_interval(quantile.lower, quantile.upper).unwrap_or_default(),
        opens: None,
    }
}
