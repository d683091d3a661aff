//! The Overview: three figures against their targets, the curve, belief, what changed, each with the way to its detail.

use super::columns::{columns, widths};
use super::document::{Block, Section, Table};
use super::picture::Picture;
use super::plate::Plate;
use super::reads::{Reads, Trace};
use super::{belief, figures};
use crate::analysis::Whole;
use crate::chart::curve::{self, Leavers, Options, Series};
use crate::export::computed_csv::{Cell as Datum, Table as Data};
use crate::finding;
use crate::inspect::{Number, Of};
use crate::t;

pub fn sections(whole: &Whole<'_>, width: u32) -> Vec<Section> {
    let Whole { analysis, detail, .. } = whole;
    let [first, second] = widths(width);
    let figures = [Block::Figures(figures::three(analysis, detail)), Block::link(t!("By month and by team"), "#/kpis")];
    let mut competency = vec![match curve(whole, first) {
        Some(plate) => Block::Plate(Box::new(plate)),
        None => Block::Finding { finding: finding::time_to_competency(analysis), opens: None },
    }];
    competency.push(Block::link(t!("Groups, milestones and what stands behind the curve"), "#/curves"));
    let seen = vec![
        Block::Plate(Box::new(belief::medians(detail, second))),
        Block::link(t!("Each audience over time"), "#/belief"),
    ];
    vec![
        Section::new("targets", t!("Against the targets"), figures),
        Section::new(
            "competency",
            t!("How long it takes, and when people see that it works"),
            columns(width, [competency, seen]),
        ),
        changed(whole),
        data(whole),
    ]
}

/// What counts nowhere, with the way to the rows.
fn data(whole: &Whole<'_>) -> Section {
    let lines = finding::data(&whole.analysis.counts);
    let said = match lines.is_empty() {
        true => Block::words(t!("Every row that was read counts, equal rows once.")),
        false => Block::List(lines),
    };
    Section::new(
        "data",
        t!("What to know about the data"),
        [said, Block::link(t!("What was read, row by row"), "#/import")],
    )
}

fn changed(whole: &Whole<'_>) -> Section {
    match whole.earlier {
        Some(earlier) => {
            let lines = finding::since(earlier, &whole.analysis);
            let title = finding::since_title(earlier);
            Section::new("since", &title, [Block::words(finding::since_caveat(earlier)), Block::List(lines)])
        }
        None if whole.shown.is_some() => {
            let why = t!("With a filter it is not told: beside what changed for everybody it could tell of a few.");
            Section::new("since", t!("What changed"), [Block::words(why)])
        }
        None => {
            let why = t!("Nothing to compare with yet: nobody had started four weeks before the cut-off date.");
            Section::new("since", t!("What changed"), [Block::words(why)])
        }
    }
}

/// The curve of everybody, without the choices of the Curves screen.
fn curve(whole: &Whole<'_>, width: u32) -> Option<Plate> {
    let analysis = &whole.analysis;
    // Nobody observed anything: a curve at nought would say that nobody can do the job.
    let data = analysis.ttc.as_ref().filter(|_| !analysis.observed_items.is_empty())?;
    let series = [Series::of_competency(curve::everybody(), 0, data)];
    let leavers = Leavers::Censored;
    let min_group = u32::try_from(analysis.in_force.definition.min_group_in_force()).unwrap_or(u32::MAX);
    let options = Options { width, bands: true, censor_ticks: false, leavers, subject: curve::COMPETENCY, min_group };
    let rows = data.curve.rows.iter().map(|row| {
        let counts = [i64::from(row.t), row.n.into(), row.d.into(), row.c.into()].map(Datum::Count);
        let shares = [Some(1.0 - row.s), row.band.map(|b| 1.0 - b.upper), row.band.map(|b| 1.0 - b.lower)];
        counts.into_iter().chain(shares.map(Datum::Number)).collect()
    });
    let head = ["day", "at_risk", "competent", "censored", "share", "lower", "upper"];
    Some(Plate {
        id: "curve".to_owned(),
        finding: finding::time_to_competency(analysis),
        opens: Some(Number::Quantile { of: Of::default(), percent: 50 }),
        picture: Picture {
            figure: curve::figure(&series, &options),
            reads: Reads::Curves(vec![Trace::of(&series[0], Some(Of::default()), leavers)]),
            caption: t!("Steps with a 95 % band. The dotted guide marks the day by which half are competent.")
                .to_owned(),
            table: Table::of_picture(curve::table(&series, leavers, &[])),
            risk: None,
        },
        data: Data { head: head.to_vec(), rows: rows.collect() },
    })
}
