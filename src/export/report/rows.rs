//! Rows of lists, with an interval as two keys.

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use crate::analysis::{Band, CurveRow, IncidenceRow, Milestone, Pair};

pub fn ends(band: Option<Band>) -> (Option<f64>, Option<f64>) {
    (band.map(|band| band.lower), band.map(|band| band.upper))
}

/// Writes each row as the object that `shape` makes of it.
fn rows_as<S: Serializer, R, T: Serialize>(
    rows: &[R],
    serializer: S,
    shape: impl Fn(&R) -> T,
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

pub fn pair_rows<S: Serializer>(rows: &[Pair], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Row<'a> {
        a: &'a str,
        b: &'a str,
        chi2: Option<f64>,
        p: Option<f64>,
        p_holm: Option<f64>,
        rmst_difference: Option<f64>,
        lower: Option<f64>,
        upper: Option<f64>,
    }
    let mut list = serializer.serialize_seq(Some(rows.len()))?;
    for pair in rows {
        let (lower, upper) = ends(pair.band);
        let Pair { a, b, chi2, p, p_holm, rmst_difference, .. } = pair;
        list.serialize_element(&Row {
            a,
            b,
            chi2: *chi2,
            p: *p,
            p_holm: *p_holm,
            rmst_difference: *rmst_difference,
            lower,
            upper,
        })?;
    }
    list.end()
}
