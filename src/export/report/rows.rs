//! Rows of lists, with an interval as two keys.

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use crate::analysis::series::MonthPoint;
use crate::analysis::{Band, CurveRow, IncidenceRow, Milestone};

pub fn ends(band: Option<Band>) -> (Option<f64>, Option<f64>) {
    (band.map(|band| band.lower), band.map(|band| band.upper))
}

/// Writes each row as the object that `shape` makes of it.
fn rows_as<'a, S: Serializer, R, T: Serialize>(
    rows: &'a [R],
    serializer: S,
    shape: impl Fn(&'a R) -> T,
) -> Result<S::Ok, S::Error> {
    let mut list = serializer.serialize_seq(Some(rows.len()))?;
    for row in rows {
        list.serialize_element(&shape(row))?;
    }
    list.end()
}

pub fn curve_rows<S: Serializer>(rows: &[CurveRow], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    #[allow(non_snake_case, reason = "the key of report.md")]
    struct Row {
        t: i32,
        n: u32,
        d: u32,
        c: u32,
        S: f64,
        lower: Option<f64>,
        upper: Option<f64>,
    }
    rows_as(rows, serializer, |row| {
        let (lower, upper) = ends(row.band);
        Row { t: row.t, n: row.n, d: row.d, c: row.c, S: row.s, lower, upper }
    })
}

pub fn incidence_rows<S: Serializer>(rows: &[IncidenceRow], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    #[allow(non_snake_case, reason = "the key of report.md")]
    struct Row {
        t: i32,
        I: f64,
        lower: Option<f64>,
        upper: Option<f64>,
    }
    rows_as(rows, serializer, |row| {
        let (lower, upper) = ends(row.band);
        Row { t: row.t, I: row.i, lower, upper }
    })
}

pub fn milestone_rows<S: Serializer>(rows: &[Milestone; 3], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Row {
        t: i32,
        share: Option<f64>,
        lower: Option<f64>,
        upper: Option<f64>,
    }
    rows_as(rows, serializer, |row| {
        let (lower, upper) = ends(row.band);
        Row { t: row.t, share: row.share, lower, upper }
    })
}

pub fn month_points<S: Serializer>(points: &[MonthPoint], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Row {
        month: String,
        n: u32,
        value: f64,
    }
    rows_as(points, serializer, |point| Row { month: point.month.to_string(), n: point.n, value: point.value })
}
