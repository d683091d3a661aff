//! The curves a screen shows as CSV: one row for each group and day on which something happens. Hidden groups have no row.

use super::safe::text;
use crate::analysis::{Analysis, Band, TtcCurve};

const HEAD: [&str; 12] = [
    "group",
    "day",
    "at_risk",
    "competent_on_day",
    "censored_on_day",
    "share_without",
    "share_competent",
    "share_competent_lower",
    "share_competent_upper",
    "rule",
    "data_date",
    "definition",
];

/// The grouped curves, or the one of everybody without a grouping. `shown` says who is behind them where it is not
/// everybody.
pub fn curve_csv(analysis: &Analysis, version: &str, shown: Option<&str>) -> Vec<u8> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has as many fields as the head.
    let _ = csv.write_record(HEAD.into_iter().chain(shown.map(|_| "shown")));
    let curves: Vec<&TtcCurve> = match &analysis.breakdown {
        Some(breakdown) => breakdown.shown.groups.iter().collect(),
        None => analysis.ttc.iter().collect(),
    };
    let definition = &analysis.in_force.definition;
    let rule = format!("{} of the last {}", definition.k, definition.n);
    let version = text(version);
    let shown = shown.map(text);
    let date = analysis.in_force.cutoff.map(|day| day.to_string()).unwrap_or_default();
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    for ttc in curves {
        let group = text(&ttc.curve.group);
        for row in &ttc.curve.rows {
            let band: Option<Band> = row.band.map(crate::survival::complement);
            let cells: [&str; 12] = [
                &group,
                &row.t.to_string(),
                &row.n.to_string(),
                &row.d.to_string(),
                &row.c.to_string(),
                &row.s.to_string(),
                &(1.0 - row.s).to_string(),
                &number(band.map(|band| band.lower)),
                &number(band.map(|band| band.upper)),
                &rule,
                &date,
                &version,
            ];
            let _ = csv.write_record(cells.into_iter().chain(shown.as_deref()));
        }
    }
    csv.into_inner().unwrap_or_default()
}
